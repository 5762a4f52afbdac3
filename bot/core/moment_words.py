"""The Dutch words for days, hours and amounts, and what an hour means in a part of the day; no calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TO_TWELVE = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_TEENS = ("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
_TWENTIES = ("twintig", *(f"{unit}entwintig" for unit in _TO_TWELVE[:5]))
NUMBERS: dict[str, float] = {word: n for n, word in enumerate((*_TO_TWELVE, *_TEENS, *_TWENTIES), 1)}
NUMBERS |= {"dertig": 30, "veertig": 40, "vijfenveertig": 45}
AMOUNTS = NUMBERS | {"half": 0.5, "een half": 0.5, "anderhalf": 1.5}
AMOUNTS |= {"halve": 0.5, "een halve": 0.5, "anderhalve": 1.5}
ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "laatste": -1}
ORDINALS |= {"1e": 1, "1ste": 1} | {f"{n}{end}": n for n in range(2, 6) for end in ("e", "de")}

WEEKDAY_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
WEEKDAYS = {name: index for index, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {name[:2]: index for index, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {"din": 1, "woe": 2, "don": 3}

_MONTH_WORDS = "januari februari maart april mei juni juli augustus september oktober november december"
MONTH_NAMES = tuple(_MONTH_WORDS.split())
MONTHS = {name: index for index, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3]: index for index, name in enumerate(MONTH_NAMES, 1) if name != "maart"}
MONTHS |= {"mrt": 3, "sept": 9}

RELATIVE_DAYS = {"vandaag": 0, "morgen": 1, "overmorgen": 2}
RELATIVE_DAYS |= {"gisteren": -1, "gister": -1, "eergisteren": -2, "eergister": -2}
RELATIVE_DAYS |= dict.fromkeys(("straks", "zometeen", "zo meteen", "zo dadelijk", "dadelijk", "meteen"), 0)
RELATIVE_DAYS |= dict.fromkeys(("zojuist", "daarnet"), 0)

PARTS = {"ochtend": "ochtend", "morgen": "ochtend", "vroeg": "ochtend"}
PARTS |= {"middag": "middag", "avond": "avond", "nacht": "nacht"}

UNIT_MINUTES = dict.fromkeys(("minuut", "minuten", "minuutje", "minuutjes", "min"), 1)
UNIT_MINUTES |= dict.fromkeys(("kwartier", "kwartiertje"), 15)
UNIT_MINUTES |= dict.fromkeys(("uur", "uren", "uurtje", "uurtjes"), 60)
UNIT_WEEKS = ("week", "weken", "weekje", "weekjes")
UNIT_DAYS = dict.fromkeys(("dag", "dagen", "dagje", "dagjes"), 1) | dict.fromkeys(UNIT_WEEKS, 7)
UNIT_MONTHS = dict.fromkeys(("maand", "maanden", "maandje", "maandjes"), 1)
UNIT_MONTHS |= {"kwartaal": 3, "kwartalen": 3, "jaar": 12, "jaren": 12, "jaartje": 12}

WEEK_SHIFTS = {"volgende": 1, "deze": 0, "vorige": -1}
YEAR_SHIFTS = {"volgend jaar": 1, "dit jaar": 0, "het jaar": 0, "vorig jaar": -1}
EDGES = {"begin": "begin", "eind": "eind", "einde": "eind"}
EDGES |= dict.fromkeys(("half", "medio", "midden", "halverwege"), "half")
TURNS = dict.fromkeys(("komende", "komende week", "aankomende", "aanstaande", "eerstvolgende", "as"), "next")
TURNS |= {"afgelopen": "last", "afgelopen week": "last"}
TURNS |= {"volgende": "unsure next", "vorige": "unsure last"}

# Only words that leave the meaning alone: "niet", "of", "na", "voor", "misschien" make a text unreadable.
FILLER = (
    *(
        "op",
        "om",
        "ergens",
        "denk",
        "ik",
        "in",
        "de",
        "het",
        "dan",
        "is",
        "dus",
        "we",
        "wij",
        "heb",
        "hebben",
    ),
    *("wordt", "zijn", "ja", "graag", "ok", "oke", "nog", "weer", "pas", "rond", "ongeveer", "circa", "ca"),
    *("tegen", "omstreeks", "waarschijnlijk", "deze", "gesprek", "afspraak", "vergadering", "overleg"),
)

# Minutes since midnight that a part of the day can mean; 1440 is the midnight that ends the day.
WINDOWS = {
    "ochtend": frozenset(range(60, 13 * 60)),
    "middag": frozenset(range(12 * 60, 19 * 60)),
    "avond": frozenset(range(17 * 60, 1441)),
    "nacht": frozenset(range(7 * 60)) | frozenset(range(22 * 60, 1441)),
}
_HALF_DAY = 12 * 60
_FIRST_MORNING_HOUR = 7 * 60


_LETTERS = str.maketrans("éèëêóöïíáä’‘`´", "eeeeooiiaa''''", "\u0301\u0308")
_SPACES = re.compile(r"[\s,;!?()\"–—]+|(?<![0-9])[.]|[.](?![0-9])| - ")


def plain(text: str) -> str:
    """Return the text in lower case without accents, sentence marks or double spaces."""
    bare = text.lower().translate(_LETTERS).replace("a.s.", " as ")
    return " ".join(_SPACES.sub(" ", bare).split())


def number(word: str) -> float:
    """Return what a numeral, a number word or "anderhalf" is worth; KeyError when it is none of these."""
    return int(word) if word.isdecimal() else AMOUNTS[word]


def full_year(digits: str) -> int:
    """Return the year that "2027" or "'27" or "27" stands for."""
    bare = digits.lstrip("'")
    return int(bare) + 2000 * (len(bare) == 2)


@dataclass(frozen=True, slots=True)
class Clock:
    """A spoken or written time: minutes since midnight, and whether "half a day later" is ruled out."""

    minutes: int
    exact: bool = False

    def within(self, part: str | None) -> int:
        """Return minutes since midnight, 0 to 1440, as meant in that part of the day; ValueError if none.

        Without a part, half past twelve to seven is taken as the afternoon: that is when people here meet.
        """
        loose = self.minutes % _HALF_DAY
        if part is None:
            return self.minutes if self.exact else loose + _HALF_DAY * (loose < _FIRST_MORNING_HOUR)
        choices = (self.minutes,) if self.exact else (loose or 2 * _HALF_DAY, loose + _HALF_DAY)
        fitting = sorted(WINDOWS[part].intersection(choices))
        if not fitting:
            raise ValueError("this hour does not lie in that part of the day")
        return fitting[0]
