"""The surface of the script language: every Dutch word, where it may stand, what it takes and what it is for.

What reads a script looks its words up here, so another surface language, a schema or a manual is another
reading of this table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache

from bot.content.nodes import Fields, Row, Words


class Where(StrEnum):
    """The kind of map a word may stand in."""

    DIALOGUE = "een dialoog"
    SOURCE = "een bron"
    STEP = "een stap"
    WEIGHING = "een advies"
    OUTCOME = "een uitkomst"
    RULE = "een regel van een advies"
    TRIAL = "een proef"


class Takes(Enum):
    """What may follow a word, in Dutch, and the nodes that are."""

    TEXT = ("een tekst", (Words,))
    YES = ("ja of nee", (Words,))
    TEXTS = ("een lijst van teksten", (Row,))
    NAMES = ("een naam, of een lijst van namen", (Words, Row))
    MAP = ("regels met 'woord: …'", (Fields,))
    MAPS = ("een lijst van regels met 'woord: …'", (Row,))
    BRANCH = ("een tekst, of regels met 'als …: …' en 'anders: …'", (Words, Fields))

    def __init__(self, dutch: str, nodes: tuple[type, ...]) -> None:
        self.dutch = dutch
        self.nodes = nodes


@dataclass(frozen=True, slots=True)
class Key:
    """A word of the language. `beside`: the word that must stand next to it."""

    word: str
    where: Where
    takes: Takes
    explains: str
    required: bool = False
    beside: str = ""


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
    Key("kort", Where.DIALOGUE, Takes.TEXTS, "de vragen die overblijven voor wie weinig tijd heeft"),
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
    Key(
        "ook",
        Where.STEP,
        Takes.MAP,
        "wat mensen nog meer typen voor een keuze: 'sleutel: [woorden]'",
        beside="vraag",
    ),
    Key("schaal", Where.STEP, Takes.TEXT, "een getal: '1 tot 10'", beside="vraag"),
    Key("van", Where.STEP, Takes.TEXT, "wat het laagste getal betekent", beside="schaal"),
    Key("tot", Where.STEP, Takes.TEXT, "wat het hoogste getal betekent", beside="schaal"),
    Key(
        "schalen",
        Where.STEP,
        Takes.MAP,
        "een paar dingen op één schaal, een voor een: 'sleutel: waarover het gaat'",
        beside="schaal",
    ),
    Key(
        "datum",
        Where.STEP,
        Takes.TEXT,
        "een dag: 'vandaag of later', 'vandaag of eerder' of 'ja'",
        beside="vraag",
    ),
    Key("voorbeeld", Where.STEP, Takes.TEXT, "een antwoord van iemand anders", beside="vraag"),
    Key("hulp", Where.STEP, Takes.TEXT, "een duwtje voor wie om hulp vraagt", beside="vraag"),
    Key("verplicht", Where.STEP, Takes.YES, "ja: deze vraag kan niet worden overgeslagen", beside="vraag"),
    Key("vluchtig", Where.STEP, Takes.YES, "ja: het antwoord wordt niet bewaard", beside="vraag"),
    Key("toets", Where.STEP, Takes.TEXT, "een toets met een naam, die één keer meedenkt", beside="vraag"),
    Key(
        "doorvraag",
        Where.STEP,
        Takes.MAP,
        "één keer doorvragen: 'als korter dan 8 woorden: …'",
        beside="vraag",
    ),
    Key("wacht", Where.STEP, Takes.TEXT, "slapen: '1 dag na moment om 16:00'"),
    Key(
        "verval",
        Where.STEP,
        Takes.TEXT,
        "hoe lang na het wachten het mag blijven liggen: '7 dagen'",
        beside="wacht",
    ),
    Key("doe", Where.STEP, Takes.TEXT, "een andere dialoog, en daarna verder; de antwoorden heten stap.naam"),
    Key("reken", Where.STEP, Takes.TEXT, "een getal uit andere: 'a - b' of 'gemiddelde van a, b'"),
    Key("advies", Where.STEP, Takes.MAP, "een weging: uitkomsten, en regels met hun grond en bron"),
    Key(
        "beeld",
        Where.STEP,
        Takes.TEXT,
        "getallen als balkjes: 'profiel van a', 'balken van a, b' of 'kwadrant van a, b'",
    ),
    Key("daarna", Where.STEP, Takes.BRANCH, "de volgende stap, of 'einde'"),
    Key("kies", Where.WEIGHING, Takes.TEXT, "'eerste': de eerste regel die klopt, 'alle': alle regels", True),
    Key("uitkomsten", Where.WEIGHING, Takes.MAP, "wat eruit kan komen, elk met een sleutel", True),
    Key("regels", Where.WEIGHING, Takes.MAP, "'als …:' met daaronder de regel, en 'anders:'", True),
    Key("titel", Where.OUTCOME, Takes.TEXT, "hoe de uitkomst heet", True),
    Key("tekst", Where.OUTCOME, Takes.TEXT, "waar het op neerkomt", True),
    Key("nadeel", Where.OUTCOME, Takes.TEXT, "wat ertegen spreekt"),
    Key("uitkomst", Where.RULE, Takes.NAMES, "de sleutel van een uitkomst, of een lijst ervan", True),
    Key("omdat", Where.RULE, Takes.TEXT, "de regel in gewone woorden: waarom dit volgt", True),
    Key("grond", Where.RULE, Takes.TEXT, "expliciet, afgeleid, voorstel of zwijgt", True),
    Key("bron", Where.RULE, Takes.MAP, "waar de regel vandaan komt: werk en plek"),
    Key("tweede", Where.RULE, Takes.TEXT, "de uitkomst die hierna komt als geen andere regel klopt"),
    Key("eigen_grens", Where.RULE, Takes.TEXT, "dat je een grens in de voorwaarde zelf koos"),
    Key(
        "antwoorden", Where.TRIAL, Takes.MAP, "wat iemand antwoordt: 'stap: antwoord' of 'stap: overgeslagen'"
    ),
    Key("langs", Where.TRIAL, Takes.TEXTS, "stappen die in deze volgorde voorbijkomen"),
    Key("niet_langs", Where.TRIAL, Takes.TEXTS, "stappen die niet voorbijkomen"),
    Key("zegt", Where.TRIAL, Takes.TEXTS, "stukjes tekst die te lezen zijn"),
    Key("zegt_niet", Where.TRIAL, Takes.TEXTS, "stukjes tekst die niet te lezen zijn"),
    Key("uitkomst", Where.TRIAL, Takes.MAP, "wat een advies oplevert: 'stap: uitkomst' of 'stap: [a, b]'"),
    Key("waarom", Where.TRIAL, Takes.TEXTS, "stukjes van wat er op 'waarom zie ik dit?' te lezen is"),
    Key("kort", Where.TRIAL, Takes.YES, "ja: de proef loopt het korte pad"),
    Key("bron", Where.TRIAL, Takes.MAP, "de casus uit een bron die dit naspeelt: werk en plek"),
    Key("wacht_tot", Where.TRIAL, Takes.TEXT, "tot wanneer het eerste wachten duurt: '2026-11-25 16:00'"),
)


@cache
def keys_in(where: Where) -> Mapping[str, Key]:
    """The words of one kind of map."""
    return {key.word: key for key in KEYS if key.where is where}


def text_of(fields: Fields, word: str) -> str:
    """The text after a word, or "" without it."""
    value = fields.values.get(word)
    return value.text.strip() if isinstance(value, Words) else ""


def texts_of(fields: Fields, word: str) -> tuple[Words, ...]:
    """The texts of the list after a word."""
    value = fields.values.get(word)
    return tuple(item for item in value.items if isinstance(item, Words)) if isinstance(value, Row) else ()
