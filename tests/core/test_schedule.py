"""When a message may be sent, and when a wait is over, through weekends, evenings and both clock changes."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.moments import Moment
from bot.core.schedule import QuietHours, after, next_allowed

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
USUAL = QuietHours()
NONE = QuietHours(dt.time(0), dt.time(0), weekends=False)


def amsterdam(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


def shown(at: dt.datetime) -> str:
    return at.isoformat(timespec="minutes")


def is_allowed(at: dt.datetime, quiet: QuietHours) -> bool:
    """The rule in words of its own: no weekend, and not between start and end, which may span midnight."""
    if quiet.weekends and at.isoweekday() in (6, 7):
        return False
    minute, start, end = (t.hour * 60 + t.minute for t in (at, quiet.start, quiet.end))
    return (minute - start) % 1440 >= (end - start) % 1440


@pytest.mark.parametrize(
    ("at", "allowed"),
    [
        ("2026-11-20T10:00", "2026-11-20T10:00+01:00"),  # a Friday
        ("2026-11-20T07:30", "2026-11-20T07:30+01:00"),
        ("2026-11-20T07:29", "2026-11-20T07:30+01:00"),
        ("2026-11-20T18:59", "2026-11-20T18:59+01:00"),
        ("2026-11-20T19:00", "2026-11-23T07:30+01:00"),
        ("2026-11-19T21:00", "2026-11-20T07:30+01:00"),
        ("2026-11-21T10:00", "2026-11-23T10:00+01:00"),
        ("2026-11-21T20:00", "2026-11-23T07:30+01:00"),
        ("2026-11-22T03:00", "2026-11-23T07:30+01:00"),
        ("2026-11-22T16:00", "2026-11-23T16:00+01:00"),
        ("2026-03-27T20:00", "2026-03-30T07:30+02:00"),  # over the spring change
        ("2026-03-28T16:00", "2026-03-30T16:00+02:00"),
        ("2026-10-24T16:00", "2026-10-26T16:00+01:00"),  # over the autumn change
    ],
)
def test_what_falls_in_quiet_hours_moves_to_the_next_slot(at: str, allowed: str) -> None:
    assert shown(next_allowed(amsterdam(at))) == allowed


def test_a_person_may_be_available_in_the_weekend() -> None:
    quiet = QuietHours(weekends=False)
    assert shown(next_allowed(amsterdam("2026-11-21T10:00"), quiet)) == "2026-11-21T10:00+01:00"
    assert shown(next_allowed(amsterdam("2026-11-21T20:00"), quiet)) == "2026-11-22T07:30+01:00"


def test_quiet_hours_may_lie_within_one_day() -> None:
    lunch = QuietHours(dt.time(12), dt.time(13))
    assert shown(next_allowed(amsterdam("2026-11-20T12:15"), lunch)) == "2026-11-20T13:00+01:00"
    assert shown(next_allowed(amsterdam("2026-11-20T23:15"), lunch)) == "2026-11-20T23:15+01:00"
    assert shown(next_allowed(amsterdam("2026-11-21T12:15"), lunch)) == "2026-11-23T13:00+01:00"


def test_equal_times_without_weekends_mean_no_quiet_hours() -> None:
    assert shown(next_allowed(amsterdam("2026-11-21T03:00"), NONE)) == "2026-11-21T03:00+01:00"


def test_quiet_hours_that_end_in_the_skipped_hour_end_when_the_gap_does() -> None:
    short = QuietHours(dt.time(23), dt.time(2, 30), weekends=False)
    assert shown(next_allowed(amsterdam("2026-03-29T01:10"), short)) == "2026-03-29T03:00+02:00"


def test_quiet_hours_that_end_in_the_repeated_hour_end_after_now() -> None:
    short = QuietHours(dt.time(23), dt.time(2, 30), weekends=False)
    first, second = amsterdam("2026-10-25T02:10"), amsterdam("2026-10-25T02:10").replace(fold=1)
    assert shown(next_allowed(first, short)) == "2026-10-25T02:30+02:00"
    assert shown(next_allowed(second, short)) == "2026-10-25T02:30+01:00"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="need a zone"):
        next_allowed(amsterdam("2026-11-20T10:00").replace(tzinfo=None))


def check_next_allowed(at: dt.datetime, quiet: QuietHours) -> None:
    moved = next_allowed(at, quiet)
    assert moved.astimezone(dt.UTC) >= at.astimezone(dt.UTC)
    assert moved.tzinfo is at.tzinfo
    assert is_allowed(moved, quiet)
    assert next_allowed(moved, quiet) == moved
    assert not is_allowed(at, quiet) or moved.astimezone(dt.UTC) == at.astimezone(dt.UTC)


zones = st.sampled_from([AMSTERDAM, ZoneInfo("America/Curacao"), ZoneInfo("Australia/Lord_Howe"), dt.UTC])
days = st.dates(dt.date(2020, 1, 1), dt.date(2045, 1, 1))
moments_utc = st.builds(dt.datetime.combine, days, st.times(), st.just(dt.UTC))
instants = st.builds(dt.datetime.astimezone, moments_utc, zones)
times = st.builds(dt.time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))


@given(at=instants)
def test_next_allowed_never_goes_back_and_stays_put_once_there(at: dt.datetime) -> None:
    check_next_allowed(at, USUAL)


@given(at=instants, quiet=st.builds(QuietHours, times, times, st.booleans()))
def test_next_allowed_holds_for_any_quiet_hours(at: dt.datetime, quiet: QuietHours) -> None:
    check_next_allowed(at, quiet)


def test_twenty_years_of_days_through_both_clock_changes() -> None:
    start = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    for hours in range(0, 7305 * 24, 5):
        check_next_allowed((start + dt.timedelta(hours=hours)).astimezone(AMSTERDAM), USUAL)


@pytest.mark.parametrize(
    ("key", "days", "hours", "at", "expected"),
    [
        ("2026-11-20T14:30", 1, 0, dt.time(16), "2026-11-21T16:00+01:00"),
        ("2026-11-20T14:30", 1, 0, None, "2026-11-21T14:30+01:00"),
        ("2026-11-20T14:30", 0, 2, None, "2026-11-20T16:30+01:00"),
        ("2026-11-20T00:00", 0, 2, None, "2026-11-20T02:00+01:00"),
        ("2026-11-20", 0, 2, None, "2026-11-20T19:00+01:00"),
        ("2026-11-20", 1, 0, dt.time(9), "2026-11-21T09:00+01:00"),
        ("2026-11-20", 7, 0, None, "2026-11-27T17:00+01:00"),
        ("2026-11-20T14:30", -1, 0, dt.time(16), "2026-11-19T16:00+01:00"),
        ("2026-03-28T14:30", 1, 0, None, "2026-03-29T14:30+02:00"),
        ("2026-03-28T14:30", 0, 24, None, "2026-03-29T15:30+02:00"),
        ("2026-03-28T02:30", 1, 0, None, "2026-03-29T03:00+02:00"),
        ("2026-03-28", 1, 0, dt.time(2, 59), "2026-03-29T03:00+02:00"),
        ("2026-03-28", 1, 0, dt.time(2, 7), "2026-03-29T03:00+02:00"),
        ("2026-03-28", 1, 0, dt.time(2, 0), "2026-03-29T03:00+02:00"),
        ("2026-03-29T01:30", 0, 1, None, "2026-03-29T03:30+02:00"),
        ("2026-10-24T14:30", 1, 0, None, "2026-10-25T14:30+01:00"),
        ("2026-10-24T02:30", 1, 0, None, "2026-10-25T02:30+02:00"),
        ("2026-10-25T01:30", 0, 2, None, "2026-10-25T02:30+01:00"),
        ("2026-12-31T14:30", 1, 0, dt.time(0), "2027-01-01T00:00+01:00"),
    ],
)
def test_a_wait_counts_days_by_the_wall_clock_and_hours_as_they_pass(
    key: str, days: int, hours: int, at: dt.time | None, expected: str
) -> None:
    ends = after(Moment.from_key(key), days, hours, at, AMSTERDAM)
    assert shown(ends) == expected
    assert ends.second == 0


@given(days=st.integers(0, 20 * 365), at=st.builds(dt.time, st.integers(0, 23), st.integers(0, 59)))
def test_a_wait_of_days_ends_at_the_asked_wall_time_or_at_the_end_of_a_gap(days: int, at: dt.time) -> None:
    ends = after(Moment(dt.date(2020, 1, 1)), days, 0, at, AMSTERDAM)
    asked = dt.datetime.combine(dt.date(2020, 1, 1) + dt.timedelta(days=days), at)
    exists = (
        asked.replace(tzinfo=AMSTERDAM).astimezone(dt.UTC).astimezone(AMSTERDAM).replace(tzinfo=None) == asked
    )
    assert ends.replace(tzinfo=None) == (asked if exists else asked.replace(hour=3, minute=0))
    assert ends.fold == 0
