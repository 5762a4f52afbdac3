"""The phrases that name a day or a time in Dutch, a pattern and a reader each; no text is half read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from contextlib import suppress

from bot.core import moment_words as words
from bot.core.moment_months import MONTH_READERS
from bot.core.moment_parts import Parts, Reader, compiled
from bot.core.moment_words import Clock, number

LONG_PAST = dt.timedelta(days=183)
_LONGEST_TEXT = 160


def parts_of(text: str, now: dt.datetime) -> Parts:
    """Return what a typed text says; ValueError or OverflowError when not all of it can be read."""
    if len(text) > _LONGEST_TEXT:
        raise ValueError("too long to be a date")
    rest, parts = words.plain(text), Parts()
    if rest == "zo":
        return Parts(day=now.date())
    while rest:
        found, reader = _first_phrase(rest)
        parts = parts.join(reader(found, now))
        rest = rest[found.end() :].lstrip()
    return parts


def minutes_of(now: dt.datetime) -> int:
    """Return the minutes on the wall clock since midnight."""
    return now.hour * 60 + now.minute


def _first_phrase(text: str) -> tuple[re.Match[str], Reader]:
    for pattern, reader in _PHRASES:
        if found := pattern.match(text):
            return found, reader
    raise ValueError("a word that carries another meaning")


def _existing(day: int, months: Iterable[tuple[int, int]], earliest: dt.date) -> Parts:
    for year, month in months:
        with suppress(ValueError):
            if (found := dt.date(year, month, day)) >= earliest:
                return Parts(day=found)
    raise ValueError("no such date")


def _date(day: int, month: int, year: str | None, now: dt.datetime) -> Parts:
    if year is None:
        return _existing(day, ((now.year, month), (now.year + 1, month)), now.date() - LONG_PAST)
    return Parts(day=dt.date(words.full_year(year), month, day))


def _numeric_date(found: re.Match[str], now: dt.datetime) -> Parts:
    return _date(int(found["day"]), int(found["month"]), found["year"], now)


def _named_date(found: re.Match[str], now: dt.datetime) -> Parts:
    return _date(int(number(found[1])), words.MONTHS[found[2]], found[3], now)


def _ordinal_date(found: re.Match[str], now: dt.datetime) -> Parts:
    ahead = (divmod(now.year * 12 + now.month - 1 + step, 12) for step in range(3))
    return _existing(int(found[1]), ((year, month + 1) for year, month in ahead), now.date())


def _elapsed(found: re.Match[str], now: dt.datetime) -> Parts:
    amount, unit = number(found[1] or "een"), found[2]
    return Parts(weeks=_whole(amount)) if unit in words.UNIT_WEEKS else _shifted(amount, unit, now)


def _ago(found: re.Match[str], now: dt.datetime) -> Parts:
    return _shifted(-number(found[1]), found[2], now)


def _shifted(amount: float, unit: str, now: dt.datetime) -> Parts:
    if unit in words.UNIT_DAYS:
        return Parts(day=now.date() + dt.timedelta(days=_whole(amount) * words.UNIT_DAYS[unit]))
    # Through UTC, because two hours are two hours also in the night that the clock changes.
    passed = dt.timedelta(minutes=amount * words.UNIT_MINUTES[unit])
    return _now((now.astimezone(dt.UTC) + passed).astimezone(now.tzinfo))


def _whole(amount: float) -> int:
    if amount % 1:
        raise ValueError("half a day is not a date")
    return int(amount)


def _now(instant: dt.datetime) -> Parts:
    return Parts(day=instant.date(), clock=Clock(minutes_of(instant), exact=True))


def _clock(hour: str, minutes: int = 0) -> Parts:
    value = int(number(hour)) * 60 + minutes
    if not 0 <= value <= 1440:
        raise ValueError("no such time")
    return Parts(clock=Clock(value, exact=hour.startswith("0") or number(hour) > 12))


def _beside_hour(found: re.Match[str], now: dt.datetime) -> Parts:
    beside = 15 if found[1] == "kwart" else int(number(found[1]))
    if beside >= 30:
        raise ValueError("nobody counts this far from an hour")
    return _clock(found[4], (beside if found[2] == "over" else -beside) - (30 if found[3] else 0))


def _weekday(found: re.Match[str], now: dt.datetime) -> Parts:
    return Parts(weekday=words.WEEKDAYS[found[1]], part=words.PARTS.get(found[2]))


def _relative_day(found: re.Match[str], now: dt.datetime) -> Parts:
    day = now.date() + dt.timedelta(days=words.RELATIVE_DAYS[found[1]])
    return Parts(day=day, part=words.PARTS.get(found[2]))


# The order decides: a phrase is tried only where no earlier one fits.
_READERS: tuple[tuple[str, Reader], ...] = (
    ("(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})", _numeric_date),
    ("(?P<day>[0-9]{1,2})[.](?P<month>[0-9]{1,2})[.](?P<year>[0-9]{4})", _numeric_date),
    ("(?P<day>[0-9]{1,2})[-/](?P<month>[0-9]{1,2})(?:[-/](?P<year>[0-9]{4}|[0-9]{2}))?", _numeric_date),
    ("(NUM)(?:e|de|ste)? ?(MONTH)(?: ([12][0-9]{3}|'[0-9]{2}))?", _named_date),
    ("([0-9]{1,2})(?:e|de|ste)", _ordinal_date),
    ("over (?:ABOUT )?(?:(AMOUNT) )?(UNIT)", _elapsed),
    ("(AMOUNT) (UNIT) geleden", _ago),
    ("(?:(?:AT) )?(kwart|NUM)(?: minuten)? (voor|over) (half )?(HOUR)(?:OCLOCK)?", _beside_hour),
    ("(?:(?:AT) )?half (HOUR)(?:OCLOCK)?", lambda found, now: _clock(found[1], -30)),
    (
        "(?:(?:AT) )?([0-9]{1,2})[:.uh]([0-5][0-9])(?:OCLOCK)?",
        lambda found, now: _clock(found[1], int(found[2])),
    ),
    ("(?:(?:AT) )?een uur of (HOUR)(?! uur)", lambda found, now: _clock(found[1])),
    ("(?:(?:AT) )?(HOUR)OCLOCK", lambda found, now: _clock(found[1])),
    ("(?:AT) (HOUR)(?! (?:MONTH))", lambda found, now: _clock(found[1])),
    ("nu", lambda found, now: _now(now)),
    (
        "van(ochtend|morgen|middag|avond)",
        lambda found, now: Parts(day=now.date(), part=words.PARTS[found[1]]),
    ),
    ("(RELATIVE)(?: ?(PART))?", _relative_day),
    ("(WEEKDAY)(?: ?(PART))?", _weekday),
    ("(?:de )?(SHIFT) week", lambda found, now: Parts(shift=words.WEEK_SHIFTS[found[1]])),
    ("(TURN)", lambda found, now: Parts(turn=words.TURNS[found[1]])),
    ("(?:'?s ?)(PART)s|(?:in de )?(PART)", lambda found, now: Parts(part=words.PARTS[found[1] or found[2]])),
    ("(?!om [0-9]+[-/])(?:FILLER)", lambda found, now: Parts()),
)
_PHRASES = tuple((compiled(pattern), reader) for pattern, reader in (*MONTH_READERS, *_READERS))
