"""What people type when asked for a day or a time, and what is understood by it."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.moments import Moment, read_moment, say_moment

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOWS = {
    "friday morning": dt.datetime(2026, 11, 20, 9, 31, 20, tzinfo=AMSTERDAM),
    "friday evening": dt.datetime(2026, 11, 20, 20, 15, tzinfo=AMSTERDAM),
    "sunday evening": dt.datetime(2026, 11, 22, 20, 0, tzinfo=AMSTERDAM),
    "monday morning": dt.datetime(2026, 11, 23, 8, 0, tzinfo=AMSTERDAM),
    "old year's day": dt.datetime(2026, 12, 31, 16, 0, tzinfo=AMSTERDAM),
    "spring night": dt.datetime(2026, 3, 29, 1, 30, tzinfo=AMSTERDAM),
    "spring saturday": dt.datetime(2026, 3, 28, 12, 0, tzinfo=AMSTERDAM),
    "autumn night": dt.datetime(2026, 10, 25, 1, 30, tzinfo=AMSTERDAM),
    "autumn saturday": dt.datetime(2026, 10, 24, 12, 0, tzinfo=AMSTERDAM),
}
FRIDAY = NOWS["friday morning"]

UNDERSTOOD = {
    "friday morning": """
        vandaag                      = 2026-11-20       | Vandaag.                     = 2026-11-20
        nu                           = 2026-11-20T09:31 | straks                       = 2026-11-20
        zo                           = 2026-11-20       | zometeen                     = 2026-11-20
        zo meteen                    = 2026-11-20       | straks om 3                  = 2026-11-20T15:00
        vanmorgen                    = 2026-11-20       | vanochtend om 8 uur          = 2026-11-20T08:00
        vanmiddag                    = 2026-11-20       | vanmiddag half 2             = 2026-11-20T13:30
        vanavond                     = 2026-11-20       | vanavond half 9              = 2026-11-20T20:30
        vanavond om 7                = 2026-11-20T19:00 | vanavond 12 uur              = 2026-11-21T00:00
        vandaag 24:00                = 2026-11-21T00:00 | morgen                       = 2026-11-21
        MORGEN                       = 2026-11-21       | ok, morgen dan               = 2026-11-21
        morgenochtend                = 2026-11-21       | morgen vroeg                 = 2026-11-21
        morgenochtend 6 uur          = 2026-11-21T06:00 | morgenmiddag                 = 2026-11-21
        morgenmiddag 12 uur          = 2026-11-21T12:00 | morgen in de middag          = 2026-11-21
        morgenavond half acht        = 2026-11-21T19:30 | morgen half 3                = 2026-11-21T14:30
        half 3 morgen                = 2026-11-21T14:30 | overmorgen                   = 2026-11-22
        overmorgen om 10 uur         = 2026-11-22T10:00 | gisteren                     = 2026-11-19
        gistermiddag                 = 2026-11-19       | gisteravond om 8 uur         = 2026-11-19T20:00
        eergisteren                  = 2026-11-18       | drie dagen geleden           = 2026-11-17
        een week geleden             = 2026-11-13       | ma                           = 2026-11-23
        di                           = 2026-11-24       | wo                           = 2026-11-25
        do                           = 2026-11-26       | za                           = 2026-11-21
        zo 14:00                     = 2026-11-22T14:00 | zo 22 nov                    = 2026-11-22
        zondag                       = 2026-11-22       | maandag?                     = 2026-11-23
        vrijdag                      = 2026-11-20       | vrijdag 14:00                = 2026-11-20T14:00
        vrijdag 8 uur                = 2026-11-27T08:00 | aanstaande vrijdag           = 2026-11-27
        komende vrijdag              = 2026-11-27       | a.s. dinsdag                 = 2026-11-24
        dinsdag a.s. om 14.00 uur    = 2026-11-24T14:00 | do 14:00                     = 2026-11-26T14:00
        ma 8.30                      = 2026-11-23T08:30 | ma. 8.30 u.                  = 2026-11-23T08:30
        donderdag om kwart over 4    = 2026-11-26T16:15 | dinsdagmiddag                = 2026-11-24
        dinsdag 's middags           = 2026-11-24       | dinsdagmiddag 3 uur          = 2026-11-24T15:00
        dinsdag morgen 9 uur         = 2026-11-24T09:00 | dinsdag – 14:00              = 2026-11-24T14:00
        het gesprek is dinsdag       = 2026-11-24       | denk ik ergens op donderdag  = 2026-11-26
        volgende week dinsdag        = 2026-11-24       | dinsdag volgende week        = 2026-11-24
        volgende week vrijdag 9 uur  = 2026-11-27T09:00 | volgende dinsdag             = 2026-11-24
        deze week donderdag          = 2026-11-19       | vorige week dinsdag          = 2026-11-10
        afgelopen dinsdag            = 2026-11-17       | afgelopen vrijdag            = 2026-11-13
        dinsdag over een week        = 2026-12-01       | dinsdag over twee weken      = 2026-12-08
        vrijdag over een week        = 2026-11-27       | over 2 uur                   = 2026-11-20T11:31
        over een half uur            = 2026-11-20T10:01 | over anderhalf uur           = 2026-11-20T11:01
        over een kwartier            = 2026-11-20T09:46 | over drie kwartier           = 2026-11-20T10:16
        over tien minuten            = 2026-11-20T09:41 | over een uurtje              = 2026-11-20T10:31
        straks, over één uur         = 2026-11-20T10:31 | over vierentwintig uur       = 2026-11-21T09:31
        over drie dagen              = 2026-11-23       | over 3 dagen om half 10      = 2026-11-23T09:30
        over een week                = 2026-11-27       | over twee weken              = 2026-12-04
        12 november                  = 2026-11-12       | twaalf december              = 2026-12-12
        12 nov 2026                  = 2026-11-12       | 12 nov. '27                  = 2027-11-12
        12-11                        = 2026-11-12       | 12/11/2026                   = 2026-11-12
        12.11.2026                   = 2026-11-12       | 12-11-26                     = 2026-11-12
        2026-11-12                   = 2026-11-12       | de 12e                       = 2026-12-12
        de 30e                       = 2026-11-30       | de 31ste                     = 2026-12-31
        op de 12e december           = 2026-12-12       | 3 februari                   = 2027-02-03
        1 juni                       = 2026-06-01       | 1 mrt 2027 om 9 uur          = 2027-03-01T09:00
        12 december 14 uur           = 2026-12-12T14:00 | vrijdag 27 november          = 2026-11-27
        vr 27/11 9u                  = 2026-11-27T09:00 | 29 feb 2028                  = 2028-02-29
        14:00                        = 2026-11-20T14:00 | 14.00                        = 2026-11-20T14:00
        14u                          = 2026-11-20T14:00 | 14u30                        = 2026-11-20T14:30
        14 uur                       = 2026-11-20T14:00 | 2 uur                        = 2026-11-20T14:00
        6 uur                        = 2026-11-20T18:00 | 7 uur                        = 2026-11-21T07:00
        9:31                         = 2026-11-20T09:31 | 9:30                         = 2026-11-21T09:30
        02:30                        = 2026-11-21T02:30 | 12 uur                       = 2026-11-20T12:00
        half 3                       = 2026-11-20T14:30 | half een                     = 2026-11-20T12:30
        kwart voor 9                 = 2026-11-21T08:45 | kwart over 4                 = 2026-11-20T16:15
        10 voor half 3               = 2026-11-20T14:20 | om tien minuten over half 3  = 2026-11-20T14:40
        vijf over half tien          = 2026-11-20T09:35 | om 3                         = 2026-11-20T15:00
        om drie uur ’s middags       = 2026-11-20T15:00 | om een uur of drie           = 2026-11-20T15:00
        rond half 3                  = 2026-11-20T14:30 | zo rond half 3               = 2026-11-20T14:30
        om negen uur 's avonds       = 2026-11-20T21:00 | negen uur 's ochtends        = 2026-11-21T09:00
        2 uur 's nachts              = 2026-11-21T02:00 | drieëntwintig uur            = 2026-11-20T23:00
    """,
    "friday evening": """
        volgende week donderdag 26 november, 14:00 = 2026-11-26T14:00
        aanstaande dinsdag 24 nov    = 2026-11-24
        morgen, zaterdag             = 2026-11-21
        afgelopen week dinsdag 17/11 = 2026-11-17
        half 3                       = 2026-11-21T14:30
        vrijdag                      = 2026-11-20
        vrijdagmiddag                = 2026-11-27
        vrijdag 21:00                = 2026-11-20T21:00
        over 4 uur                   = 2026-11-21T00:15
    """,
    "sunday evening": """
        morgen                       = 2026-11-23       | dinsdag                      = 2026-11-24
        volgende week dinsdag        = 2026-11-24       | vorige week dinsdag          = 2026-11-10
        afgelopen dinsdag            = 2026-11-17       | deze week dinsdag            = 2026-11-17
        zo 9:00                      = 2026-11-29T09:00
    """,
    "monday morning": """
        dinsdag                      = 2026-11-24       | volgende week dinsdag        = 2026-12-01
        maandag over een week        = 2026-11-30       | volgende maandag             = 2026-11-30
    """,
    "old year's day": """
        morgen                       = 2027-01-01       | overmorgen half 10           = 2027-01-02T09:30
        4 januari                    = 2027-01-04       | 4-1                          = 2027-01-04
        30 december                  = 2026-12-30       | de 5e                        = 2027-01-05
        de 31e                       = 2026-12-31       | 3 uur                        = 2027-01-01T15:00
        dinsdag                      = 2027-01-05
    """,
    "spring night": """
        over 2 uur                   = 2026-03-29T04:30
        over een dag                 = 2026-03-30
        over een half uur            = 2026-03-29T03:00
    """,
    "spring saturday": """
        morgen half 3                = 2026-03-29T14:30
        over vierentwintig uur       = 2026-03-29T13:00
    """,
    "autumn night": """
        over 1 uur                   = 2026-10-25T02:30
        over 2 uur                   = 2026-10-25T02:30
        over 3 uur                   = 2026-10-25T03:30
    """,
    "autumn saturday": """
        morgen                       = 2026-10-25
        over 24 uur                  = 2026-10-25T11:00
    """,
}

NOT_UNDERSTOOD = """
    dinsdag of woensdag | dinsdag en donderdag | dinsdag donderdag | weet ik nog niet | geen idee
    als hij terug is | 3 | drie | dinsdag 3 | 31 feb | 30 februari 2027 | 31-04 | 32 januari
    12-13-2026 | de 32e | 29 februari | 0 januari | 25:00 | om 25 | half 0 | 40 over 3 | 14:00-15:00
    14:00 - 15:00 | 10-12 uur | om 9-11 | tussen 2 en 3 | na 3 uur | voor 14:00 | niet dinsdag
    misschien morgen | volgende week | ergens volgende week | komende | uur | om | 's middags
    volgende zondag | donderdag 27 november | morgen dinsdag | vandaag morgen of zo
    morgenochtend 15:00 | vanmiddag 9:00 | over een paar dagen | over een halve dag
    over een uur of twee | een uur of twee uur | over 2 uur om 14:00 | na de zomer | zodra het kan | ja
    . | 2 weken | dinsdag 14 | volgende week 12 november | aanstaande 12 november | over een week 12 november
    over een week dinsdag volgende week | 9-11u
    om half | vannacht | volgend jaar | einde van de middag
"""


def understood() -> list[tuple[str, str, str]]:
    rows = (
        (now, line.partition("=")) for now, table in UNDERSTOOD.items() for line in re.split("[|\n]", table)
    )
    return [(now, typed.strip(), key.strip()) for now, (typed, sign, key) in rows if sign]


def not_understood() -> list[str]:
    return [typed.strip() for typed in re.split("[|\n]", NOT_UNDERSTOOD) if typed.strip()]


@pytest.mark.parametrize(("now", "typed", "key"), understood())
def test_what_people_type_is_understood(now: str, typed: str, key: str) -> None:
    moment = read_moment(typed, NOWS[now])
    assert moment is not None
    assert moment.key() == key


@pytest.mark.parametrize("typed", ["", "   ", *not_understood()])
def test_what_is_impossible_or_ambiguous_is_not_understood(typed: str) -> None:
    assert read_moment(typed, FRIDAY) is None


def test_next_friday_on_a_monday_has_two_meanings_and_is_not_understood() -> None:
    assert read_moment("volgende vrijdag", NOWS["monday morning"]) is None


def test_a_long_story_that_begins_with_a_day_is_not_understood() -> None:
    assert read_moment("dinsdag" + " " * 500, FRIDAY) is None


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("2026-11-20T14:30", "vandaag om 14.30 uur"),
        ("2026-11-21", "morgen"),
        ("2026-11-22T09:00", "overmorgen om 9.00 uur"),
        ("2026-11-19", "gisteren"),
        ("2026-11-18", "eergisteren"),
        ("2026-11-27T09:00", "vrijdag 27 november om 9.00 uur"),
        ("2026-11-24T05:30", "dinsdag 24 november om 05.30 uur"),
        ("2026-11-24T00:05", "dinsdag 24 november om 0.05 uur"),
        ("2027-01-08T09:00", "vrijdag 8 januari 2027 om 9.00 uur"),
        ("2026-01-08", "donderdag 8 januari 2026"),
    ],
)
def test_a_moment_is_said_the_way_people_say_it(key: str, said: str) -> None:
    assert say_moment(Moment.from_key(key), FRIDAY) == said


def test_a_day_more_than_ten_months_away_is_said_with_its_year() -> None:
    january = dt.datetime(2026, 1, 2, 9, 0, tzinfo=AMSTERDAM)
    assert say_moment(Moment(dt.date(2026, 10, 1)), january) == "donderdag 1 oktober"
    assert say_moment(Moment(dt.date(2026, 12, 3)), january) == "donderdag 3 december 2026"


@pytest.mark.parametrize(
    "key", ["", "morgen", "20261121", "2026-W47-6", "2026-02-31", "2026-11-21T25:00", "2026-11-21 14:30"]
)
def test_a_key_that_is_none_is_refused_without_being_repeated(key: str) -> None:
    with pytest.raises(ValueError, match=r"^this is not the key of a moment$"):
        Moment.from_key(key)


@pytest.mark.parametrize("time", [dt.time(9, 0, 1), dt.time(9, 0, 0, 1), dt.time(9, 0, tzinfo=dt.UTC)])
def test_a_moment_has_whole_minutes_and_no_zone(time: dt.time) -> None:
    with pytest.raises(ValueError, match="whole minutes"):
        Moment(dt.date(2026, 11, 21), time)


minutes = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))
days_now = st.dates(dt.date(2020, 1, 1), dt.date(2045, 1, 1))
nows = st.builds(dt.datetime.combine, days_now, st.times(), st.just(AMSTERDAM))
terms = st.sampled_from(
    (
        *(
            "over",
            "half",
            "kwart",
            "voor",
            "om",
            "uur",
            "dagen",
            "geleden",
            "zo",
            "dinsdag",
            "31",
            "feb",
            "12-11",
        ),
        *(
            "999",
            "weken",
            "volgende",
            "0",
            "24",
            "'s nachts",
            "vanavond",
            "de",
            "5e",
            "12:30",
            "komende",
            "nu",
        ),
    )
)


@given(day=st.dates(), time=st.none() | minutes)
def test_a_moment_comes_back_from_its_key(day: dt.date, time: dt.time | None) -> None:
    moment = Moment(day, time)
    assert Moment.from_key(moment.key()) == moment


@given(now=nows, days=st.integers(-5, 300), time=st.none() | minutes)
@example(now=dt.datetime(2027, 1, 2, 9, 0, tzinfo=AMSTERDAM), days=-5, time=None)
@example(now=dt.datetime(2027, 4, 30, 9, 0, tzinfo=AMSTERDAM), days=300, time=None)
@example(now=dt.datetime(2028, 2, 27, 9, 0, tzinfo=AMSTERDAM), days=2, time=dt.time(6, 59))
def test_what_is_said_back_is_read_as_the_same_moment(
    now: dt.datetime, days: int, time: dt.time | None
) -> None:
    moment = Moment(now.date() + dt.timedelta(days=days), time)
    assert read_moment(say_moment(moment, now), now) == moment


@given(
    text=st.text() | st.lists(terms).map(" ".join),
    now=st.datetimes(timezones=st.just(AMSTERDAM) | st.just(dt.UTC)),
)
@example(text="over 999 weken", now=dt.datetime(9999, 12, 31, 23, 59, tzinfo=dt.UTC))
@example(text="de 31e", now=dt.datetime(9999, 12, 31, 23, 59, tzinfo=dt.UTC))
@example(text="gisteren", now=dt.datetime(1, 1, 1, tzinfo=dt.UTC))
@example(text="²² november ³e", now=FRIDAY)
def test_no_text_whatever_makes_reading_fail(text: str, now: dt.datetime) -> None:
    moment = read_moment(text, now)
    assert moment is None or Moment.from_key(moment.key()) == moment
