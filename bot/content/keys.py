"""The surface of the script language: every Dutch word, where it may stand, what it takes and what it is for.

What reads a script looks its words up here, so another surface language, a schema or a manual is another
reading of this table.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum

from bot.content.faults import Faults, meant
from bot.content.nodes import Fields, Node, Row, Words


class Where(StrEnum):
    """The kind of map a word may stand in."""

    DIALOGUE = "een dialoog"
    SOURCE = "een bron"
    STEP = "een stap"
    TRIAL = "een proef"


class Takes(Enum):
    """What may follow a word, in Dutch, and the nodes that are."""

    TEXT = ("een tekst", (Words,))
    YES = ("ja of nee", (Words,))
    TEXTS = ("een lijst van teksten", (Row,))
    MAP = ("regels met 'woord: …'", (Fields,))
    MAPS = ("een lijst van regels met 'woord: …'", (Row,))
    BRANCH = ("een tekst, of regels met 'als …: …' en 'anders: …'", (Words, Fields))

    def __init__(self, dutch: str, nodes: tuple[type, ...]) -> None:
        self.dutch = dutch
        self.nodes = nodes


@dataclass(frozen=True, slots=True)
class Key:
    """A word of the language. `beside`: the word that must stand next to it. `later`: not in this version."""

    word: str
    where: Where
    takes: Takes
    explains: str
    required: bool = False
    beside: str = ""
    later: bool = False


KEYS: tuple[Key, ...] = (
    Key(
        "dialoog", Where.DIALOGUE, Takes.TEXT, "de naam voor altijd, gelijk aan de naam van het bestand", True
    ),
    Key("titel", Where.DIALOGUE, Takes.TEXT, "hoe de dialoog heet voor wie hem doet", True),
    Key("voor", Where.DIALOGUE, Takes.TEXTS, "voor wie: leider, bestuurder, trainer", True),
    Key("wanneer", Where.DIALOGUE, Takes.TEXT, "één zin: op welk moment je dit pakt", True),
    Key("duur", Where.DIALOGUE, Takes.TEXT, "hoe lang het ongeveer duurt", True),
    Key("bron", Where.DIALOGUE, Takes.MAPS, "waar de inhoud vandaan komt: werk en plek", True),
    Key("roep", Where.DIALOGUE, Takes.TEXTS, "wat mensen typen als ze dit nodig hebben"),
    Key("hernoemd", Where.DIALOGUE, Takes.MAP, "stappen die een nieuwe naam kregen: 'oud: nieuw'"),
    Key("stappen", Where.DIALOGUE, Takes.MAP, "de stappen, van boven naar beneden", True),
    Key(
        "proeven",
        Where.DIALOGUE,
        Takes.MAP,
        "voorbeelden van hoe het moet lopen, die steeds worden nagespeeld",
    ),
    Key("werk", Where.SOURCE, Takes.TEXT, "de id van een werk in knowledge/bronnen.yaml", True),
    Key("plek", Where.SOURCE, Takes.TEXT, "waar in dat werk", True),
    Key("titel", Where.STEP, Takes.TEXT, "hoe de stap heet in een overzicht"),
    Key("zeg", Where.STEP, Takes.BRANCH, "wat er gezegd wordt"),
    Key("vraag", Where.STEP, Takes.TEXT, "de ene vraag van deze stap"),
    Key("keuze", Where.STEP, Takes.MAP, "één antwoord uit een paar: 'sleutel: Label'", beside="vraag"),
    Key("meerkeuze", Where.STEP, Takes.MAP, "een of meer antwoorden: 'sleutel: Label'", beside="vraag"),
    Key("schaal", Where.STEP, Takes.TEXT, "een getal: '1 tot 10'", beside="vraag"),
    Key("van", Where.STEP, Takes.TEXT, "wat het laagste getal betekent", beside="schaal"),
    Key("tot", Where.STEP, Takes.TEXT, "wat het hoogste getal betekent", beside="schaal"),
    Key(
        "datum",
        Where.STEP,
        Takes.TEXT,
        "een dag: 'vandaag of later', 'vandaag of eerder' of 'ja'",
        beside="vraag",
    ),
    Key("verplicht", Where.STEP, Takes.YES, "ja: deze vraag kan niet worden overgeslagen", beside="vraag"),
    Key("vluchtig", Where.STEP, Takes.YES, "ja: het antwoord wordt niet bewaard", beside="vraag"),
    Key("hulp", Where.STEP, Takes.TEXT, "een duwtje voor wie om hulp vraagt", beside="vraag"),
    Key("voorbeeld", Where.STEP, Takes.TEXT, "een antwoord van iemand anders", beside="vraag"),
    Key(
        "doorvraag",
        Where.STEP,
        Takes.MAP,
        "één keer doorvragen: 'als korter dan 8 woorden: …'",
        beside="vraag",
    ),
    Key("toets", Where.STEP, Takes.TEXT, "een toets met een naam, die één keer meedenkt", beside="vraag"),
    Key("wacht", Where.STEP, Takes.TEXT, "slapen: '1 dag na moment om 16:00'"),
    Key(
        "verval",
        Where.STEP,
        Takes.TEXT,
        "hoe lang na het wachten het mag blijven liggen: '7 dagen'",
        beside="wacht",
    ),
    Key("daarna", Where.STEP, Takes.BRANCH, "de volgende stap, of 'einde'"),
    Key("doe", Where.STEP, Takes.TEXT, "een andere dialoog, en daarna verder", later=True),
    Key("reken", Where.STEP, Takes.TEXT, "een getal uit andere antwoorden", later=True),
    Key("advies", Where.STEP, Takes.MAP, "een uitkomst met een grond", later=True),
    Key("beeld", Where.STEP, Takes.MAP, "een profiel of kwadrant", later=True),
    Key("schalen", Where.STEP, Takes.MAP, "meer vragen op één schaal", later=True),
    Key("kort", Where.STEP, Takes.TEXT, "een korter pad", later=True),
    Key("kort", Where.DIALOGUE, Takes.MAP, "een korter pad", later=True),
    Key(
        "antwoorden", Where.TRIAL, Takes.MAP, "wat iemand antwoordt: 'stap: antwoord' of 'stap: overgeslagen'"
    ),
    Key("langs", Where.TRIAL, Takes.TEXTS, "stappen die in deze volgorde voorbijkomen"),
    Key("niet_langs", Where.TRIAL, Takes.TEXTS, "stappen die niet voorbijkomen"),
    Key("zegt", Where.TRIAL, Takes.TEXTS, "stukjes tekst die te lezen zijn"),
    Key("zegt_niet", Where.TRIAL, Takes.TEXTS, "stukjes tekst die niet te lezen zijn"),
    Key("wacht_tot", Where.TRIAL, Takes.TEXT, "tot wanneer het eerste wachten duurt: '2026-11-25 16:00'"),
)


def keys_in(where: Where) -> dict[str, Key]:
    """The words of one kind of map."""
    return {key.word: key for key in KEYS if key.where is where}


def accepted(node: Node, where: Where, faults: Faults) -> Fields:
    """The entries of a map whose word is known and whose value has the right shape; the rest are faults."""
    if not isinstance(node, Fields):
        faults.must(node.place, f"hier horen regels met 'woord: …' van {where.value} te staan")
        return Fields({}, {}, node.place)
    known = keys_in(where)
    values = {word: value for word, value in node.values.items() if _fits(word, value, node, where, faults)}
    for key in known.values():
        if key.required and key.word not in node.values:
            faults.must(node.place, f"'{key.word}' ontbreekt: {key.explains}")
    return Fields(values, node.places, node.place)


def _fits(word: str, value: Node, around: Fields, where: Where, faults: Faults) -> bool:
    place, known = around.places[word], keys_in(where)
    key = known.get(word)
    if key is None:
        usable = [key.word for key in known.values() if not key.later]
        faults.must(place, f"'{word}' is geen woord van {where.value}{meant(word, usable)}")
    elif key.later:
        faults.must(place, f"'{word}' ({key.explains}) kent deze versie nog niet; haal de regel weg")
    elif not _shaped(key, value):
        faults.must(place, f"na '{word}' hoort {key.takes.dutch}")
    elif key.beside and key.beside not in around.values:
        faults.must(place, f"'{word}' kan alleen naast '{key.beside}'; zet die erbij of haal de regel weg")
    else:
        return True
    return False


def _shaped(key: Key, value: Node) -> bool:
    """Whether the value is of the kind the word takes, and not empty."""
    if not isinstance(value, key.takes.nodes):
        return False
    match value:
        case Words(text):
            return bool(text.strip()) and (key.takes is not Takes.YES or text in ("ja", "nee"))
        case Row(items):
            inner = Words if key.takes is Takes.TEXTS else Fields
            return bool(items) and all(isinstance(item, inner) for item in items)
        case Fields(values):
            return bool(values)


def text_of(fields: Fields, word: str) -> str:
    """The text after a word, or "" without it."""
    value = fields.values.get(word)
    return value.text.strip() if isinstance(value, Words) else ""


def texts_of(fields: Fields, word: str) -> tuple[Words, ...]:
    """The texts of the list after a word."""
    value = fields.values.get(word)
    return tuple(item for item in value.items if isinstance(item, Words)) if isinstance(value, Row) else ()
