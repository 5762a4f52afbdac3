"""Dutch dates and times as people type them: read, kept as a key, said back; never guessed when ambiguous."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.core.moment_parts import Parts
from bot.core.moment_phrases import LONG_PAST, minutes_of, parts_of
from bot.core.moment_stretch import Stretch
from bot.core.moment_words import MONTH_NAMES, WEEKDAY_NAMES, WINDOWS

_KEY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}:[0-9]{2}))?")
_REACH = dt.timedelta(days=6 * 365)
_FAR_AHEAD = dt.timedelta(days=300)
_NEAR_DAYS = {-2: "eergisteren", -1: "gisteren", 0: "vandaag", 1: "morgen", 2: "overmorgen"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, perhaps a time, on the person's own calendar and clock; ValueError unless in whole minutes."""

    day: dt.date
    time: dt.time | None = None

    def __post_init__(self) -> None:
        if self.time is not None and (self.time.second or self.time.microsecond or self.time.tzinfo):
            raise ValueError("the time of a moment has whole minutes and no zone")

    def key(self) -> str:
        """Return "2026-11-21" or "2026-11-21T14:30"."""
        return self.day.isoformat() + ("" if self.time is None else f"T{self.time:%H:%M}")

    @classmethod
    def from_key(cls, key: str) -> Moment:
        """Return the moment that has this key; ValueError, without the key in it, when there is none."""
        found = _KEY.fullmatch(key)
        try:
            day, time = found.groups() if found else ("", None)
            return cls(dt.date.fromisoformat(day), dt.time.fromisoformat(time) if time else None)
        except ValueError:
            raise ValueError("this is not the key of a moment") from None


def read_moment(text: str, now: dt.datetime, *, past: bool = False) -> Moment | None:
    """Return the moment meant by a typed text, or None when it is impossible, ambiguous or not understood.

    `now` is aware, in the person's own zone. A weekday that is today means today, unless the time or part of
    the day named with it has passed; "komende" and "aanstaande" always look past today. "zo" by itself is
    today, with anything beside it Sunday. "volgende dinsdag" is read only when both its meanings agree.
    A month or week by itself is its first working day, "half" is the 15th, "eind" the last working day; in
    which year follows from `past`, whether the question is about what has been. At most six years away.
    """
    try:
        moment = _resolve(parts_of(text, now), now, past)
    except (ValueError, OverflowError):
        return None
    return moment if moment is not None and abs(moment.day - now.date()) <= _REACH else None


def say_moment(moment: Moment, now: dt.datetime) -> str:
    """Return the moment in Dutch, such that `read_moment` with the same `now` reads it back."""
    near = _NEAR_DAYS.get((moment.day - now.date()).days)
    return (near or _say_day(moment.day, now.date())) + _say_time(moment.time)


def _say_day(day: dt.date, today: dt.date) -> str:
    yearless = day.year == today.year and -LONG_PAST < day - today <= _FAR_AHEAD
    spoken = f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}"
    return spoken if yearless else f"{spoken} {day.year:04}"


def _say_time(time: dt.time | None) -> str:
    if time is None:
        return ""
    # A bare "5.30" reads as the afternoon, so the hours before seven keep their zero.
    hour = f"{time.hour:02}" if 1 <= time.hour <= 6 else str(time.hour)
    return f" om {hour}.{time.minute:02} uur"


def _resolve(parts: Parts, now: dt.datetime, past: bool) -> Moment | None:
    day = _day(parts, now, past)
    if parts.clock is None:
        return None if day is None else Moment(day)
    minutes = parts.clock.within(parts.part)
    if day is None and parts == Parts(clock=parts.clock, part=parts.part):
        day = now.date() + dt.timedelta(days=minutes < minutes_of(now))
    if day is None:
        return None
    return Moment(day + dt.timedelta(days=minutes // 1440), dt.time(minutes % 1440 // 60, minutes % 60))


def _day(parts: Parts, now: dt.datetime, past: bool) -> dt.date | None:
    if sum(value is not None for value in (parts.weeks, parts.shift, parts.turn)) > 1:
        raise ValueError("more ways than one to find the day")
    if parts.stretch is not None:
        return _confirmed(_stretched(parts.stretch, parts, now.date(), past), parts, now.date())
    if parts.day is not None:
        return _confirmed(parts.day, parts, now.date())
    if parts.weekday is not None:
        return _weekday(parts.weekday, parts, now)
    return None if parts.weeks is None else now.date() + dt.timedelta(weeks=parts.weeks)


def _stretched(stretch: Stretch, parts: Parts, today: dt.date, past: bool) -> dt.date:
    """A date may have its week or month beside it; a time says that a day is meant, and not which one."""
    if parts.day is not None and stretch.holds(parts.day):
        return parts.day
    unsure = parts.turn is not None and parts.turn.startswith("unsure")
    if unsure or parts.day is not None or (parts.clock is not None and parts.weekday is None):
        raise ValueError("no single day")
    return stretch.day(parts.weekday, today, past or parts.turn == "last")


def _confirmed(day: dt.date, parts: Parts, today: dt.date) -> dt.date:
    """A date outweighs what stands beside it, but a contradiction is a slip that only its writer can mend."""
    in_week = parts.shift is None or day == _in_week(parts.shift, day.weekday(), today)
    on_side = parts.turn is None or (day - today).days * _step(parts.turn) >= 0
    if not (in_week and on_side and parts.weeks is None and parts.weekday in (None, day.weekday())):
        raise ValueError("that date lies elsewhere")
    return day


def _weekday(weekday: int, parts: Parts, now: dt.datetime) -> dt.date:
    today = now.date()
    ahead = (weekday - today.weekday()) % 7
    if parts.shift is not None:
        return _in_week(parts.shift, weekday, today)
    if parts.turn is not None:
        return _turned(parts.turn, weekday, today)
    if parts.weeks is None and ahead == 0 and _passed(parts, now):
        ahead = 7
    return today + dt.timedelta(days=ahead, weeks=parts.weeks or 0)


def _in_week(shift: int, weekday: int, today: dt.date) -> dt.date:
    return today + dt.timedelta(weeks=shift, days=weekday - today.weekday())


def _turned(turn: str, weekday: int, today: dt.date) -> dt.date:
    step = _step(turn)
    day = today + dt.timedelta(days=step * (step * (weekday - today.weekday()) % 7 or 7))
    if turn.startswith("unsure") and day != _in_week(step, weekday, today):
        raise ValueError("this week's or another week's")
    return day


def _step(turn: str) -> int:
    return 1 if turn.endswith("next") else -1


def _passed(parts: Parts, now: dt.datetime) -> bool:
    if parts.clock is not None:
        return parts.clock.within(parts.part) < minutes_of(now)
    return parts.part is not None and max(WINDOWS[parts.part]) < minutes_of(now)
