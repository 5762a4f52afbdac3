"""The phrases that name a day by its month, its week or its year; a school holiday is never guessed.

Schools go on holiday in other weeks in every region and every year, so "na de kerstvakantie" stays unread.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress

from bot.core import moment_words as words
from bot.core.moment_parts import Parts, Reader
from bot.core.moment_stretch import Span, Stretch, later, month_span, nth_weekday, week_span, year_span
from bot.core.moment_words import number


def _after_months(found: re.Match[str], now: dt.datetime) -> Parts:
    return _months_away(number(found[1] or "een"), found[2], now)


def _months_ago(found: re.Match[str], now: dt.datetime) -> Parts:
    return _months_away(-number(found[1]), found[2], now)


def _months_away(amount: float, unit: str, now: dt.datetime) -> Parts:
    # Not moved to a working day: who counts from today gets what the calendar says, as with days and weeks.
    return Parts(day=later(now.date(), amount * words.UNIT_MONTHS[unit]))


def _so_many(found: re.Match[str], now: dt.datetime) -> Parts:
    unit, amount = found[1], int(number(found[2]))
    if unit in words.UNIT_MONTHS:
        return _months_away(amount, unit, now)
    if unit in words.UNIT_WEEKS:
        return Parts(weeks=amount)
    return Parts(day=now.date() + dt.timedelta(days=amount))


def _in_month(found: re.Match[str], now: dt.datetime) -> Parts:
    return _stretch(found, [month_span(year, words.MONTHS[found["month"]]) for year in _years(found, now)])


def _in_week(found: re.Match[str], now: dt.datetime) -> Parts:
    return _stretch(found, list(_weeks(int(found["week"]), _years(found, now))))


def _weeks(week: int, years: tuple[int, ...]) -> Iterator[Span]:
    for year in years:
        with suppress(ValueError):  # most years have no week 53
            yield week_span(year, week)


def _in_year(found: re.Match[str], now: dt.datetime) -> Parts:
    return _stretch(found, [year_span(year) for year in _years(found, now)])


def _from_here(found: re.Match[str], now: dt.datetime) -> Parts:
    shift = words.WEEK_SHIFTS[found["shift"] or "deze"]
    if found["unit"] == "maand":
        return _stretch(found, [month_span(now.year, now.month + shift)])
    there = (now.date() + dt.timedelta(weeks=shift)).isocalendar()
    return _stretch(found, [week_span(there.year, there.week)])


def _nth(found: re.Match[str], now: dt.datetime) -> Parts:
    nth, weekday = words.ORDINALS[found["nth"]], words.WEEKDAYS[found["weekday"]]
    days = [day for month in _months(found, now) if (day := nth_weekday(month, nth, weekday))]
    return _stretch(found, days).join(Parts(weekday=weekday))


def _months(found: re.Match[str], now: dt.datetime) -> list[Span]:
    if found["month"]:
        return [month_span(year, words.MONTHS[found["month"]]) for year in _years(found, now)]
    shift = words.WEEK_SHIFTS.get(found["shift"])
    # "Van de maand" is this month or, once that day has passed, the next.
    return [month_span(now.year, now.month + step) for step in ((-1, 0, 1) if shift is None else (shift,))]


def _stretch(found: re.Match[str], spans: list[Span]) -> Parts:
    if not spans:
        raise ValueError("no such week or day")
    edge = found.groupdict().get("edge")
    return Parts(stretch=Stretch(tuple(spans), None if edge is None else words.EDGES[edge]))


def _years(found: re.Match[str], now: dt.datetime) -> tuple[int, ...]:
    year = found["year"]
    if year is None:
        return (now.year - 1, now.year, now.year + 1)
    if year in words.YEAR_SHIFTS:
        return (now.year + words.YEAR_SHIFTS[year],)
    return (words.full_year(year),)


_EDGE = "(?:(?:aan )?het )?(?P<edge>EDGE) (?:van |in )?"
_YEAR = "(?: (?:van )?(?P<year>YEAR))?"

MONTH_READERS: tuple[tuple[str, Reader], ...] = (
    # "Over een week of drie" is said of three weeks, but "over een maand of 2 januari" names two days.
    ("over (?:ABOUT )?een (DAYS|MONTHS) of (NUM)(?! (?:MONTH))", _so_many),
    ("over (?:ABOUT )?(?:(AMOUNT) )?(MONTHS)", _after_months),
    ("(AMOUNT) (MONTHS) geleden", _months_ago),
    (
        "(?:de )?(?P<nth>NTH) (?P<weekday>WEEKDAY) (?:van |in )?"
        f"(?:(?:de|(?P<shift>SHIFT)) maand|(?P<month>MONTH){_YEAR})",
        _nth,
    ),
    # Jan alone is somebody.
    (f"(?:{_EDGE}|in |(?!jan(?:$| (?!YEAR))))(?P<month>MONTH){_YEAR}", _in_month),
    (f"(?:{_EDGE}|in |van )?(?:week|wk) (?P<week>[0-9]{{1,2}}){_YEAR}", _in_week),
    (f"(?!half (?:maand|week)){_EDGE}(?:de |(?P<shift>SHIFT) )?(?P<unit>maand|week)", _from_here),
    # "Volgende week" alone stays unread: its Monday is no likelier than its Friday, and people can say so.
    ("(?P<shift>SHIFT) (?P<unit>maand)", _from_here),
    (f"{_EDGE}(?P<year>YEAR)", _in_year),
)
