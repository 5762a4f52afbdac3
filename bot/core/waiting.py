"""When a wait of a dialogue is over."""

from collections.abc import Mapping
from datetime import datetime

from bot.core.dialogue import Wait
from bot.core.given import Given
from bot.core.moments import Moment
from bot.core.schedule import after, next_allowed


def due(wait: Wait, since: datetime, latest: Mapping[str, Given], now: datetime) -> datetime:
    """When a wait is over; the hour is the script's, so it is moved out of quiet hours."""
    named = latest.get(wait.after)
    moment = Moment(since.date(), since.time().replace(second=0, microsecond=0))
    if named is not None and named.keys:
        moment = Moment.from_key(named.keys[0])
    assert now.tzinfo is not None, "the moment of a turn knows its zone"
    return next_allowed(after(moment, wait.days, wait.hours, wait.at, now.tzinfo))
