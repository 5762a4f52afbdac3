"""A stretch of the calendar (a week, a month, a year) and the one day it stands for; knows no words."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass

_DAY = dt.timedelta(days=1)
_SATURDAY = 5
_HALF_MONTH_DAYS = 15


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, and the one from which it is half over."""

    first: dt.date
    middle: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Stretch:
    """The spans that a text can mean, in order, and the side of it: "begin", "half", "eind" or none."""

    spans: tuple[Span, ...]
    edge: str | None = None

    def holds(self, day: dt.date) -> bool:
        """Tell whether a date can lie in what is meant; never in an edge, which has no exact bounds."""
        return self.edge is None and any(span.first <= day <= span.last for span in self.spans)

    def day(self, weekday: int | None, today: dt.date, past: bool) -> dt.date:
        """Return the day meant: that weekday, else a working day; ValueError when no single one is.

        A text that leaves the year open means the nearest such day: from today on, or until today if `past`.
        """
        days = [self._day_in(span, weekday, today, past) for span in self.spans]
        if len(days) == 1:
            return days[0]
        return max(day for day in days if day <= today) if past else min(day for day in days if day >= today)

    def _day_in(self, span: Span, weekday: int | None, today: dt.date, past: bool) -> dt.date:
        if weekday is not None and self.edge is None and span.last - span.first >= 7 * _DAY:
            raise ValueError("a month has four of these")
        fits = _is_working_day if weekday is None else lambda day: day.weekday() == weekday
        if self.edge == "half":
            return _nearest(span.middle, _DAY, fits)
        # A working day, because no team meets on Sunday the 1st; who wants that Sunday can type its date.
        begin, end = _nearest(span.first, _DAY, fits), _nearest(span.last, -_DAY, fits)
        # Who names the month that has begun means what is left of it: its end is surely not too early.
        under_way = weekday is None and self.edge is None and not past and begin <= today <= span.last
        return end if under_way or self.edge == "eind" else begin


def week_span(year: int, week: int) -> Span:
    """Return the ISO week, Monday to Sunday; ValueError when that year has no such week."""
    monday = dt.date.fromisocalendar(year, week, 1)
    return Span(monday, monday + 2 * _DAY, monday + 6 * _DAY)


def month_span(year: int, month: int) -> Span:
    """Return the month counted from January of that year, so 0 and 13 lie next to it; half is the 15th."""
    year, month = _existing_month(year, month)
    return Span(dt.date(year, month, 1), dt.date(year, month, 15), dt.date(year, month, _length(year, month)))


def year_span(year: int) -> Span:
    """Return the calendar year; a school year begins and ends elsewhere in every region."""
    return Span(dt.date(year, 1, 1), dt.date(year, 7, 1), dt.date(year, 12, 31))


def nth_weekday(month: Span, nth: int, weekday: int) -> Span | None:
    """Return the day that is the first (1) to fifth or the last (-1) such weekday of the month, if any."""
    days = [month.first + n * _DAY for n in range((month.last - month.first).days + 1)]
    chosen = [day for day in days if day.weekday() == weekday]
    day = chosen[nth - (nth > 0)] if nth <= len(chosen) else None
    return None if day is None else Span(day, day, day)


def later(day: dt.date, months: float) -> dt.date:
    """Return the same day of the month so many months later, or that month's last day if it is shorter.

    Half a month more is fifteen days, as half April is the 15th.
    """
    whole, rest = divmod(months, 1)
    year, month = _existing_month(day.year, day.month + int(whole))
    there = dt.date(year, month, min(day.day, _length(year, month)))
    return there + dt.timedelta(days=_HALF_MONTH_DAYS if rest else 0)


def _existing_month(year: int, month: int) -> tuple[int, int]:
    years, index = divmod(month - 1, 12)
    return year + years, index + 1


def _length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _is_working_day(day: dt.date) -> bool:
    # New Year's Day would be "begin januari" in five years of seven; other free days seldom lie at an edge.
    return day.weekday() < _SATURDAY and (day.month, day.day) != (1, 1)


def _nearest(day: dt.date, step: dt.timedelta, fits: Callable[[dt.date], bool]) -> dt.date:
    while not fits(day):
        day += step
    return day
