"""What the phrases of one text say together, and how a phrase is spelled; knows no single phrase."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields

from bot.core import moment_words as words
from bot.core.moment_stretch import Stretch
from bot.core.moment_words import Clock


@dataclass(frozen=True, slots=True)
class Parts:
    """What the phrases of one text say; None is what it does not say."""

    day: dt.date | None = None
    weekday: int | None = None
    weeks: int | None = None  # "over twee weken"
    shift: int | None = None  # "volgende week"
    turn: str | None = None  # "komende", "afgelopen"
    stretch: Stretch | None = None  # "eind januari"
    clock: Clock | None = None
    part: str | None = None  # "ochtend"

    def join(self, other: Parts) -> Parts:
        """Return what both say; ValueError when they say the same thing differently."""
        both = {field.name: (getattr(self, field.name), getattr(other, field.name)) for field in fields(self)}
        if any(None not in pair and pair[0] != pair[1] for pair in both.values()):
            raise ValueError("two different answers in one text")
        return Parts(**{name: theirs if mine is None else mine for name, (mine, theirs) in both.items()})


Reader = Callable[[re.Match[str], dt.datetime], Parts]


def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern with each word in capitals (MONTH) spelled out; it ends where a word ends."""
    spelled = re.sub("[A-Z]{2,}", lambda found: f"(?:{_TOKENS[found[0]]})", pattern)
    return re.compile(rf"(?:{spelled})(?![a-z0-9:./'-])")


def _one_of(terms: Iterable[str]) -> str:
    return "|".join(sorted(terms, key=len, reverse=True))


_TOKENS = {
    "HOUR": f"[0-9]{{1,2}}|{_one_of(words.NUMBERS)}",
    "NUM": f"[0-9]{{1,3}}|{_one_of(words.NUMBERS)}",
    "AMOUNT": f"[0-9]{{1,3}}|{_one_of(words.AMOUNTS)}",
    "ABOUT": "zo'?n|ongeveer|circa|ca|pakweg",
    "MONTH": _one_of(words.MONTHS),
    "WEEKDAY": _one_of(words.WEEKDAYS),
    "RELATIVE": _one_of(words.RELATIVE_DAYS),
    "PART": _one_of(words.PARTS),
    "UNIT": _one_of((*words.UNIT_MINUTES, *words.UNIT_DAYS)),
    "DAYS": _one_of(words.UNIT_DAYS),
    "MONTHS": _one_of(words.UNIT_MONTHS),
    "TURN": _one_of(words.TURNS),
    "SHIFT": _one_of(words.WEEK_SHIFTS),
    "EDGE": _one_of(words.EDGES),
    "NTH": _one_of(words.ORDINALS),
    "YEAR": f"[12][0-9]{{3}}|'[0-9]{{2}}|{_one_of(words.YEAR_SHIFTS)}",
    "AT": "om|omstreeks|(?:zo )?(?:rond|tegen|ongeveer om)",
    "OCLOCK": " ?(?:uur|u|h)",
    "FILLER": _one_of(words.FILLER),
}
