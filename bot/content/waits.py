"""A step that sleeps: `wacht: 1 dag na moment om 16:00` and `verval: 7 dagen`."""

import re
from datetime import time

from bot.content.aids import Aids
from bot.content.keys import text_of
from bot.content.nodes import Fields
from bot.core.dialogue import Wait

NOW = "nu"
"""The word for the waiting itself, where otherwise a date step is named."""
DAYS_LIMIT = 366

_COUNT = r"(\d{1,3}) (uur|uren|dag|dagen|week|weken)"
_WAIT = re.compile(rf"{_COUNT} na (\S+)(?: om (\d{{1,2}})[:.](\d{{2}}))?")
_LAPSE = re.compile(_COUNT)


def read_wait(_: str, fields: Fields, aids: Aids) -> Wait | None:
    """The wait of a step that has `wacht`."""
    text = text_of(fields, "wacht")
    if not text:
        return None
    found = _WAIT.fullmatch(text)
    days, hours = _span(found[1], found[2]) if found else (1, 0)
    at = _clock(found[4], found[5]) if found and found[4] else None
    if not found or days > DAYS_LIMIT or (found[4] and at is None):
        aids.faults.must(
            fields.places["wacht"],
            f"'{text}' is geen wachttijd; schrijf uren, dagen of weken, zoals '1 dag na moment om 16:00' of "
            "'4 weken na nu'"
            if days <= DAYS_LIMIT
            else f"langer dan {DAYS_LIMIT} dagen wachten kan niet; kies een kortere tijd",
        )
    after = found[3] if found else NOW
    return Wait(days, hours, "" if after == NOW else after, at, _lapse(fields, aids))


def _span(count: str, unit: str) -> tuple[int, int]:
    """Days and hours."""
    if unit.startswith("u"):
        return 0, int(count)
    return int(count) * (7 if unit.startswith("w") else 1), 0


def _clock(hour: str, minute: str) -> time | None:
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None


def _lapse(fields: Fields, aids: Aids) -> int | None:
    text = text_of(fields, "verval")
    if not text:
        return None
    found = _LAPSE.fullmatch(text)
    days, _ = _span(found[1], found[2]) if found else (0, 0)
    if not 0 < days <= DAYS_LIMIT:
        aids.faults.must(
            fields.places["verval"],
            f"'{text}' kan niet achter 'verval'; schrijf hele dagen of weken, zoals '7 dagen'",
        )
    return days or None
