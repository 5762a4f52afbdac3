"""The words and shapes of a map held against the language; what is not of it is told once, and read as meant.

Reading on as if it were right keeps one mistake from being told in five places: of a word that looks like
another, that one is taken; of a value in the wrong shape, what it would be in the right one.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from bot.content.faults import FEW, Faults, meant, nearest
from bot.content.keys import Key, Takes, Where, keys_in
from bot.content.levels import DEEPER, is_line, under_their_word
from bot.content.nodes import Fields, Node, Place, Row, Words

YES = ("ja", "yes", "true", "waar", "aan", "j", "y")


def accepted(node: Node, where: Where, faults: Faults) -> Fields:
    """The entries of a map by the word that was meant, with a value of the right shape; the rest are faults.

    Its `places` also have what was refused: a word that is there but cannot be read is not missing.
    """
    known = keys_in(where)
    if not isinstance(node, Fields):
        needed = [word for word in known if known[word].required]
        first, second = (needed or [word for word in known if word != "titel"])[:2]
        told = f"hier hoort {where.value} te staan, met bijvoorbeeld '{first}: …' en '{second}: …'"
        faults.must(node.place, told)
        return Fields({}, {}, node.place)
    written, strange = _as_meant(node, where, faults)
    values = {word: _fitted(known[word], value, written, faults) for word, value in written.values.items()}
    for key in known.values():
        if key.required and key.word not in written.values:
            faults.must(node.place, f"'{key.word}' ontbreekt; zet erbij '{key.word}: …' ({key.explains})")
    if not strange:
        _tell_lonely(written, known, faults)
    fitting = {word: value for word, value in values.items() if value is not None}
    places = node.places if written is node else {**node.places, **written.places}
    return Fields(fitting, places, node.place)


def strange_in(fields: Fields, where: Where) -> bool:
    """Whether something stands there that is no word of the language, so that something else may miss."""
    return not fields.places.keys() <= keys_in(where).keys()


def as_meant(node: Node, known: Iterable[str], unknown: Callable[[str], str], faults: Faults) -> Fields:
    """The entries of a map that has these words, by the word that was meant; `unknown` tells of any other."""
    around = node if isinstance(node, Fields) else Fields({}, {}, node.place)
    words = list(known)
    values: dict[str, Node] = {}
    places: dict[str, Place] = {}
    for word, value in around.values.items():
        name = word
        if word not in words:
            name = nearest(word, [one for one in words if one not in around.values])
            likely = (
                meant(word, words) if len(words) <= FEW or nearest(word, words) else "; haal de regel weg"
            )
            faults.must(around.places[word], unknown(word) + likely)
        if name:
            values[name], places[name] = value, around.places[word]
    return Fields(values, places, around.place)


# — words —


def _as_meant(node: Fields, where: Where, faults: Faults) -> tuple[Fields, list[str]]:
    """The map with its known words and those that were meant; and the words nobody knows."""
    known = keys_in(where)
    if node.values.keys() <= known.keys():
        return node, []
    found = under_their_word(node, where, faults)
    strange = [word for word in found.values if word not in known]
    said = _said(strange, found, known)
    values: dict[str, Node] = {}
    places: dict[str, Place] = {}
    for word, value in found.values.items():
        name, place = said.get(word, word), found.places[word]
        if word in said:
            alike = not is_line(word) and not (name and _begun(word) == name)
            near = name or nearest(word, known) if alike else ""
            likely = f"; bedoel je '{near}'?" if near else _unknown(word, found, where)
            faults.must(place, f"'{word}' is geen woord van {where.value}{likely}")
        if name:
            rest = Words(word.partition(" ")[2], place)
            values[name], places[name] = rest if _begun(word) == name else value, place
    return Fields(values, places, node.place), [word for word in strange if not said[word]]


def _said(strange: list[str], found: Fields, known: Mapping[str, Key]) -> dict[str, str]:
    """The word each of them was meant as, or "": one that looks like it, or the only one that is missing."""
    free = [word for word in known if word not in found.values]
    said = {word: "" if is_line(word) else nearest(word, free) for word in strange}
    said |= {word: _begun(word) for word in strange if _begun(word) in free}
    lost = [word for word in strange if not said[word]]
    needed = [word for word in free if known[word].required and word not in said.values()]
    if len(lost) == len(needed) == 1 and _shaped(known[needed[0]], found.values[lost[0]]):
        said[lost[0]] = needed[0]
    return said


def _begun(word: str) -> str:
    """The word a line begins with that lacks its colon (`plek hoofdstuk 1`), or ""."""
    first, _, rest = word.partition(" ")
    return first if rest else ""


def _unknown(word: str, around: Fields, where: Where) -> str:
    """What to do with a word that looks like no other."""
    value, place = around.values[word], around.places[word]
    empty = isinstance(value, Words) and not value.text
    if is_line(word):
        return f"; zo'n regel hoort onder 'daarna', 'zeg' of 'regels': {DEEPER}"
    if empty and _begun(word) in keys_in(where):
        return f"; zet een dubbele punt achter '{_begun(word)}'"
    if empty and any(other.line == place.line for key, other in around.places.items() if key != word):
        return "; zet een tekst met een komma erin tussen aanhalingstekens"
    elsewhere = [other.value for other in Where if other is not where and word in keys_in(other)]
    if elsewhere:
        return f"; het hoort bij {' of '.join(elsewhere)}, zet het daar of haal het weg"
    if " " in word:
        return "; hoort de regel bij de tekst erboven, zet er dan evenveel spaties voor"
    if empty and where is Where.STEP:
        return "; is het een nieuwe stap, haal er dan twee spaties voor weg"
    return "; kies uit: " + ", ".join(keys_in(where))


def _tell_lonely(written: Fields, known: Mapping[str, Key], faults: Faults) -> None:
    """Words that need another beside them that is not there: told once for each that is missing."""
    alone: dict[str, str] = {}
    for word in written.values:
        beside = known[word].beside
        if beside and beside not in written.values:
            alone.setdefault(beside, word)
    for beside, word in alone.items():
        told = f"'{word}' kan alleen naast '{beside}'; zet die erbij of haal de regel weg"
        faults.must(written.places[word], told)


# — shapes —


def _fitted(key: Key, value: Node, around: Fields, faults: Faults) -> Node | None:
    """The value in the shape its word takes; told where it is not; None if it cannot be made."""
    if _shaped(key, value):
        return value
    place = around.places[key.word]
    hint, at = _hint(key, value, place)
    verb = "horen" if key.takes.dutch.startswith("regels") else "hoort"
    faults.must(at, f"na '{key.word}' {verb} {key.takes.dutch}{hint}")
    return _made(key, value)


def _shaped(key: Key, value: Node) -> bool:
    """Whether the value is of the kind the word takes, and not empty."""
    if not isinstance(value, key.takes.nodes):
        return False
    match value:
        case Words(text):
            return bool(text.strip()) and (key.takes is not Takes.YES or text in ("ja", "nee"))
        case Row(items):
            inner = Fields if key.takes is Takes.MAPS else Words
            return bool(items) and all(isinstance(item, inner) for item in items)
        case Fields(values):
            return bool(values)


def _hint(key: Key, value: Node, place: Place) -> tuple[str, Place]:
    """What to write instead, as the rest of a sentence, and the line that is about."""
    match key.takes, value:
        case Takes.YES, _:
            return ", met kleine letters", place
        case Takes.TEXT, Words():
            return " (wat achter # staat, telt niet mee)", place
        case Takes.TEXT, _:
            return "; begint je tekst met [ of {, zet hem dan op een nieuwe regel na |", place
        case ((Takes.TEXTS | Takes.NAMES), Row(items)) if any(isinstance(item, Fields) for item in items):
            first = next(item for item in items if isinstance(item, Fields))
            return "; zet een tekst met een dubbele punt erin tussen aanhalingstekens", first.place
        case Takes.TEXTS, Words(text) if text:
            return f"; {_as_list(text, value.place, place)}", value.place
        case Takes.MAPS, Fields():
            return "; zet er een streepje met een spatie voor", value.place
        case _ if key.word == "bron":
            return f"; schrijf '{'- ' * (key.takes is Takes.MAPS)}{{werk: …, plek: …}}'", place
        case Takes.MAP, Row(items) if items and all(isinstance(item, Fields) for item in items):
            return "; haal de streepjes weg", place
        case _:
            return f" ({key.explains})", place


def _as_list(text: str, at: Place, place: Place) -> str:
    if text.startswith("-"):
        return "zet een spatie achter elk streepje"
    if at.line != place.line:
        return "zet voor elke regel een streepje met een spatie"
    return "zet er [ en ] omheen"


def _made(key: Key, value: Node) -> Node | None:
    """What the value would be in the right shape, as far as that can be told."""
    match key.takes, value:
        case Takes.YES, Words(text):
            return replace(value, text="ja" if text.strip().casefold() in YES else "nee")
        case Takes.TEXTS, Words(text) if text:
            parts = (part.strip(" -") for part in text.split(","))
            return Row(tuple(replace(value, text=part) for part in parts if part), value.place)
        case Takes.MAPS, Fields():
            return Row((value,), value.place)
        case Takes.MAP, Row(items):
            return _merged(items, value.place)
        case _:
            return None


def _merged(items: tuple[Node, ...], place: Place) -> Fields | None:
    """One map of a list of maps (`- ja: Graag`)."""
    maps = [item for item in items if isinstance(item, Fields)]
    values = {key: value for one in maps for key, value in one.values.items()}
    places = {key: at for one in maps for key, at in one.places.items()}
    return Fields(values, places, place) if values else None
