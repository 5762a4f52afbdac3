"""The sentences, labels and command words of the house (dialogues/_teksten.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.content.accepting import as_meant
from bot.content.faults import Faults, meant, nearest
from bot.content.nodes import Fields, Node, Place, Row, Words, texts_in
from bot.core.folding import fold
from bot.core.text import Template, template
from bot.core.weighing import Ground

COMMANDS = (
    "verder",
    "opnieuw",
    "laten",
    "menu",
    "privacy",
    "terug",
    "overslaan",
    "pauze",
    "stop",
    "hulp",
    "voorbeeld",
    "wijzig",
    "klaar",
    "zo_laten",
    "kort",
    "waarom",
)
"""The command words."""

LISTED = (
    "start",
    "verder",
    "terug",
    "overslaan",
    "hulp",
    "voorbeeld",
    "wijzig",
    "kort",
    "waarom",
    "pauze",
    "stop",
    "menu",
    "privacy",
)
"""The commands a chat shows in its list, in this order."""

LABEL_LIMIT = 20
SENTENCE_LIMIT = 4000
LIMITS: Mapping[str, int] = {
    "beschrijving": 512,
    "korte_beschrijving": 120,
    **{f"opdracht_{word}": 60 for word in LISTED},
}
"""Sentences that have less room, in characters."""

FAULTS = (
    "onbruikbaar",
    "in_gebruik",
    "geen_pad",
    "onbekend_niveau",
    "geen_adres",
    "ontbreekt",
    "geen_token",
    "afgewezen",
    "sleutel_missing",
    "sleutel_store-missing",
    "sleutel_wrong-key",
    "sleutel_unreadable",
    "sleutel_not-a-file",
    "sleutel_too-open",
    "sleutel_malformed",
    "sleutel_empty",
    "sleutel_not-ours",
    "sleutel_version",
    "sleutel_damaged",
    "sleutel_busy",
    "sleutel_onbruikbaar",
    "opslag_verdwenen",
    "opslag_newer",
    "opslag_not-a-store",
    "opslag_unreadable",
    "opslag_onbruikbaar",
)
"""Codes of what can be wrong with the environment, the key file and the store."""

FATES = ("zelfde", "tekst", "mee", "blijft", "weg", "onleesbaar")
"""What becomes of reflections under way when scripts change (service/publishing.py)."""

EXPLAINED = ("omdat", "antwoorden", "niet_gewogen", "bron", "eigen", "nadeel")
"""What the explanation of advice repeats."""

SENTENCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    # said by a dialogue
    ("oude_knop", ()),
    ("in_rust", ()),
    ("afgelopen", ()),
    ("te_vroeg", ()),
    ("te_lang", ("grens",)),
    ("mis_keuze", ()),
    ("mis_meerkeuze", ()),
    ("mis_schaal", ()),
    ("mis_datum", ()),
    ("mis_datum_voorbij", ()),
    ("mis_datum_later", ()),
    ("uitweg", ()),
    ("even_rust", ("titel",)),
    ("nog_niets", ()),
    ("verplicht", ()),
    ("geen_terug", ()),
    ("wijzig_welke", ("lijst",)),
    ("verbetering_onbekend", ()),
    ("verbetering_onleesbaar", ()),
    ("verbeterd", ("titel",)),
    ("hulp_algemeen", ()),
    ("geen_voorbeeld", ()),
    ("bijvoorbeeld", ()),
    ("gepauzeerd", ("titel",)),
    ("gestopt", ("titel",)),
    ("geen_tekst", ()),
    ("je_schreef", ("antwoord",)),
    ("slaapt_tot", ("moment",)),
    ("slaapt_tot_terminal", ("moment",)),
    ("begrepen", ("antwoord",)),
    ("nog_eens", ()),
    ("onderdeel", ("nummer", "aantal", "onderdeel")),
    ("vaak_genoeg", ()),
    ("kort", ()),
    ("kort_kan", ()),
    ("al_kort", ()),
    ("geen_kort", ()),
    ("geen_advies", ()),
    ("advies_uitkomst", ("titel", "tekst", "nadeel")),
    ("advies_tweede", ("titel", "tekst", "nadeel")),
    ("grond_gemengd", ()),
    *((f"grond_{ground.value}", ()) for ground in Ground),
    *((f"waarom_{ground.value}", EXPLAINED) for ground in Ground),
    # said around the dialogues
    ("welkom", ()),
    ("welkom_telegram", ()),
    ("waar_was_je", ("stap", "titel")),
    ("menu", ("lijst",)),
    ("menu_slaapt", ("titel", "moment")),
    ("menu_wacht", ("titel",)),
    ("niets_open", ()),
    ("onbekende_opdracht", ()),
    ("onbekend_woord", ()),
    ("klaar", ()),
    ("laten", ()),
    ("opnieuw", ()),
    ("stuur_opnieuw", ()),
    ("opslag_vol", ()),
    ("opslag_vol_terminal", ()),
    ("beschadigd", ()),
    ("privacy", ()),
    ("beschrijving", ()),
    ("korte_beschrijving", ()),
    ("terminal_begin", ("map",)),
    ("terminal_rust", ()),
    # said to whoever starts the program
    ("onbekende_dialoog", ("naam", "namen")),
    ("speel_begin", ("moment",)),
    ("speel_bewaart", ("moment",)),
    ("dialogen_goed", ("aantal",)),
    ("proef_goed", ("dialoog", "proeven", "casussen", "stappen", "paden")),
    ("proef_stap", ("stap", "proeven", "paden")),
    ("publiceer_niet", ()),
    ("publiceer_dialoog", ("dialoog", "titel")),
    *((f"publiceer_{fate}", ("aantal",)) for fate in FATES),
    ("publiceer_verdwenen", ("stap",)),
    ("publiceer_klaar", ()),
    ("nieuw_naam", ("naam",)),
    ("nieuw_bestaat", ("naam",)),
    ("nieuw_gemaakt", ("bestand",)),
    *((f"fout_{code}", ()) for code in FAULTS),
    *((f"opdracht_{word}", ()) for word in LISTED),
)
"""Every sentence the code asks for, with the slots it must repeat: no fewer, no others."""


@dataclass(frozen=True, slots=True)
class Texts:
    """`commands`: typed words, in lower case with single spaces → the command word; `synonyms` as in Aids."""

    sentences: Mapping[str, Template] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    commands: Mapping[str, str] = field(default_factory=dict)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nothing: frozenset[str] = frozenset()


def read_texts(node: Node, faults: Faults) -> Texts:
    """The texts; what is missing, unknown, too long or said twice becomes a fault."""
    parts = ("zinnen", "knoppen", "woorden", "synoniemen", "niets")
    top = as_meant(node, parts, lambda word: f"'{word}' hoort hier niet", faults)
    sentences, labels, words, synonyms = (_part(top, word, faults) for word in parts[:4])
    nothing = top.values.get("niets")
    return Texts(
        sentences=_sentences(sentences, faults),
        labels=_labels(labels, faults),
        commands=_commands(words, faults),
        synonyms={
            key: tuple(text.text for text in texts_in(value)) for key, value in synonyms.values.items()
        },
        nothing=frozenset(fold(text.text) for text in texts_in(nothing)) if nothing else frozenset(),
    )


def _part(top: Fields, word: str, faults: Faults) -> Fields:
    node = top.values.get(word)
    if isinstance(node, Fields) and node.values:
        return node
    faults.must(top.place, f"'{word}' ontbreekt; zet erbij '{word}:' met daaronder regels als 'woord: …'")
    return Fields({}, {}, top.place)


def _sentences(node: Fields, faults: Faults) -> Mapping[str, Template]:
    slots = dict(SENTENCES)
    found, places = _known(node, slots, "zin", faults)
    for key, words in found.items():
        place = places[key]
        used = {slot.name for slot in template(words.text).slots()}
        missing = sorted(set(slots[key]) - used)
        for name in sorted(used - set(slots[key])):
            faults.must(place, f"<{name}> kan in '{key}' niet{meant(name, slots[key])}")
            if (near := nearest(name, missing)) in missing:
                missing.remove(near)
        for name in missing:
            faults.must(place, f"in '{key}' hoort <{name}> te staan; zet het erin")
        _check_length(place, words.text, LIMITS.get(key, SENTENCE_LIMIT), faults)
        if "!" in words.text:
            faults.may(place, "een uitroepteken klinkt hard; zet een punt")
    return {key: template(words.text) for key, words in found.items()}


def _labels(node: Fields, faults: Faults) -> Mapping[str, str]:
    found, places = _known(node, COMMANDS, "knop", faults)
    for key, words in found.items():
        _check_length(places[key], words.text, LABEL_LIMIT, faults)
    return {key: words.text.strip() for key, words in found.items()}


def _known(
    node: Fields, known: Mapping[str, object] | tuple[str, ...], what: str, faults: Faults
) -> tuple[dict[str, Words], Mapping[str, Place]]:
    """The texts whose key is known, and their lines; the rest, and what is not there, becomes a fault."""
    node = as_meant(node, known, lambda key: f"de {what} '{key}' wordt nergens gebruikt", faults)
    for key in known if node.values else ():  # where nothing was read that is told already
        if key not in node.values:
            faults.must(node.place, f"de {what} '{key}' ontbreekt; zet hem erbij")
    found: dict[str, Words] = {}
    for key, value in node.values.items():
        if isinstance(value, Words) and value.text.strip():
            found[key] = value
        else:
            faults.must(node.places[key], f"na '{key}' hoort een tekst; schrijf die erachter")
    return found, node.places


def _commands(node: Fields, faults: Faults) -> Mapping[str, str]:
    node = as_meant(node, COMMANDS, lambda word: f"'{word}' is geen opdracht", faults)
    for word in COMMANDS if node.values else ():
        if word not in node.values:
            faults.must(node.place, f"bij 'woorden' ontbreekt '{word}'; zet erbij '{word}: [{word}]'")
    typed: dict[str, str] = {}
    for word, value in node.values.items():
        if not isinstance(value, Row) or not value.items:
            faults.must(node.places[word], f"na '{word}' hoort een lijst van woorden, zoals '[{word}]'")
            continue
        for text in texts_in(value):
            known = typed.setdefault(" ".join(text.text.casefold().split()), word)
            if known != word:
                faults.must(text.place, f"'{text.text}' hoort al bij '{known}'; haal er één weg")
    return typed


def _check_length(place: Place, text: str, limit: int, faults: Faults) -> None:
    if len(text.strip()) > limit:
        faults.must(place, f"deze tekst heeft {len(text.strip())} tekens; houd hem op hooguit {limit}")
