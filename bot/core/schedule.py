"""When something may be sent: quiet hours, weekends and waits, on the person's wall clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.core.moments import Moment

_DAY = dt.timedelta(days=1)
_SECOND = dt.timedelta(seconds=1)
_END_OF_WORK = dt.time(17, 0)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `start` up to, not including, `end` nothing is sent; equal times leave only the weekends quiet."""

    start: dt.time = dt.time(19, 0)
    end: dt.time = dt.time(7, 30)
    weekends: bool = True

    def rests_on(self, day: dt.date) -> bool:
        """Tell whether the whole day is quiet."""
        return self.weekends and day.weekday() >= _SATURDAY

    def rests_at(self, time: dt.time) -> bool:
        """Tell whether this wall time is quiet on a day that is not."""
        if self.start > self.end:
            return time >= self.start or time < self.end
        return self.start <= time < self.end


_USUAL = QuietHours()


def next_allowed(at: dt.datetime, quiet: QuietHours = _USUAL) -> dt.datetime:
    """Return `at` (aware) when it is outside quiet hours, otherwise the next moment that is, in its zone.

    A quiet day gives way to the next working day at the same wall time if that is allowed, else when the
    quiet hours end; an evening to the next working day, an early morning to that same day, when they end.
    ValueError when `at` has no zone.
    """
    if at.tzinfo is None:
        raise ValueError("quiet hours need a zone")
    while quiet.rests_on(at.date()) or quiet.rests_at(_wall(at).time()):
        at = _next_chance(at, at.tzinfo, quiet)
    return at


def after(moment: Moment, days: int, hours: int, at: dt.time | None, zone: dt.tzinfo) -> dt.datetime:
    """Return the aware datetime that lies so many days and hours after a moment.

    Days keep the wall time, hours are counted as they pass, and `at` then sets the wall time that day.
    A moment without a time counts from 17:00, when the working day it names is over.
    """
    base = dt.datetime.combine(moment.day + days * _DAY, _END_OF_WORK if moment.time is None else moment.time)
    reached = _on_wall(base, zone)
    if hours:
        reached = (reached.astimezone(dt.UTC) + dt.timedelta(hours=hours)).astimezone(zone)
    return reached if at is None else _on_wall(dt.datetime.combine(reached.date(), at), zone)


def _wall(at: dt.datetime) -> dt.datetime:
    return at.replace(tzinfo=None, fold=0)


def _next_chance(at: dt.datetime, zone: dt.tzinfo, quiet: QuietHours) -> dt.datetime:
    day, time = at.date(), _wall(at).time()
    early = not quiet.rests_on(day) and time < quiet.end
    keeps_time = quiet.rests_on(day) and not quiet.rests_at(time)
    if not early:
        day = _next_working_day(day, quiet)
    chance = _on_wall(dt.datetime.combine(day, time if keeps_time else quiet.end), zone)
    # In the hour that autumn repeats, the first time the clock shows this may already be over.
    return chance if chance.astimezone(dt.UTC) >= at.astimezone(dt.UTC) else chance.replace(fold=1)


def _next_working_day(day: dt.date, quiet: QuietHours) -> dt.date:
    return next(later for ahead in range(1, 8) if not quiet.rests_on(later := day + ahead * _DAY))


def _on_wall(wall: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    first = wall.replace(tzinfo=zone, fold=0)
    shown = first.astimezone(dt.UTC).astimezone(zone)
    return first if _wall(shown) == wall else _end_of_gap(wall.replace(microsecond=0), zone)


def _end_of_gap(wall: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    # A wall time that a spring gap skips lies before its end by the new offset and after it by the old one.
    before = wall.replace(tzinfo=zone, fold=1).astimezone(dt.UTC)
    since = wall.replace(tzinfo=zone, fold=0).astimezone(dt.UTC)
    offset = since.astimezone(zone).utcoffset()
    while since - before > _SECOND:
        middle = before + (since - before) // _SECOND // 2 * _SECOND
        if middle.astimezone(zone).utcoffset() == offset:
            since = middle
        else:
            before = middle
    return since.astimezone(zone)
