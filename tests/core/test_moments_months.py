"""What people type when they mean a month, a week or a year, and the one day it is taken for."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.moment_stretch import later, month_span
from bot.core.moments import Moment, read_moment, say_moment
from tests.core.test_moments import AMSTERDAM, NOWS

FRIDAY = NOWS["friday morning"]
MORE_NOWS = NOWS | {
    "last of january": dt.datetime(2027, 1, 31, 12, 0, tzinfo=AMSTERDAM),
    "leap day": dt.datetime(2028, 2, 29, 12, 0, tzinfo=AMSTERDAM),
    "monday the first": dt.datetime(2027, 2, 1, 9, 0, tzinfo=AMSTERDAM),
    "saturday the last": dt.datetime(2026, 10, 31, 9, 0, tzinfo=AMSTERDAM),
    "new year's day": dt.datetime(2027, 1, 1, 9, 0, tzinfo=AMSTERDAM),
}

UNDERSTOOD = {
    "friday morning": """
        over een maand               = 2026-12-20       | over één maand               = 2026-12-20
        over 2 maanden               = 2027-01-20       | over twee maanden            = 2027-01-20
        over zon 3 maanden           = 2027-02-20       | over een maandje             = 2026-12-20
        over anderhalve maand        = 2027-01-04       | over een halve maand         = 2026-12-05
        over een half jaar           = 2027-05-20       | over anderhalf jaar          = 2028-05-20
        over een jaar                = 2027-11-20       | over 2 jaar                  = 2028-11-20
        over een kwartaal            = 2027-02-20       | over drie maanden om 10 uur  = 2027-02-20T10:00
        over een week of drie        = 2026-12-11       | over zo'n 6 weken            = 2027-01-01
        over zo’n zes weken          = 2027-01-01       | over ongeveer 2 maanden      = 2027-01-20
        over ca. 3 weken             = 2026-12-11       | over een maand of twee       = 2027-01-20
        over een dag of tien         = 2026-11-30       | dinsdag over een week of 3   = 2026-12-15
        een maand geleden            = 2026-10-20       | een half jaar geleden        = 2026-05-20
        2 jaar geleden               = 2024-11-20       | anderhalve maand geleden     = 2026-10-05
        volgende maand               = 2026-12-01       | ergens volgende maand        = 2026-12-01
        deze maand                   = 2026-11-30       | vorige maand                 = 2026-10-01
        begin volgende maand         = 2026-12-01       | half volgende maand          = 2026-12-15
        eind van de maand            = 2026-11-30       | eind deze maand              = 2026-11-30
        einde maand                  = 2026-11-30       | aan het eind van de maand    = 2026-11-30
        eind van volgende maand      = 2026-12-31       | begin vorige maand           = 2026-10-01
        begin volgende week          = 2026-11-23       | eind volgende week           = 2026-11-27
        halverwege volgende week     = 2026-11-25       | eind van volgende week       = 2026-11-27
        dinsdag begin volgende week  = 2026-11-24       | eind van de week             = 2026-11-20
        begin deze week              = 2026-11-16       | eind vorige week             = 2026-11-13
        januari                      = 2027-01-04       | in januari                   = 2027-01-04
        Ik denk ergens in januari.   = 2027-01-04       | in jan                       = 2027-01-04
        februari                     = 2027-02-01       | feb.                         = 2027-02-01
        mei                          = 2027-05-03       | oktober                      = 2027-10-01
        november                     = 2026-11-30       | in december dit jaar         = 2026-12-01
        januari 2028                 = 2028-01-03       | jan '28                      = 2028-01-03
        in maart volgend jaar        = 2027-03-01       | komende januari              = 2027-01-04
        afgelopen oktober            = 2026-10-01       | afgelopen december           = 2025-12-01
        begin maart                  = 2027-03-01       | begin augustus               = 2027-08-02
        begin januari                = 2027-01-04       | begin november               = 2027-11-01
        eind januari                 = 2027-01-29       | eind jan                     = 2027-01-29
        eind van januari             = 2027-01-29       | tegen eind januari           = 2027-01-29
        eind november                = 2026-11-30       | eind februari 2028           = 2028-02-29
        half april                   = 2027-04-15       | medio april                  = 2027-04-15
        half mei                     = 2027-05-17       | midden mei                   = 2027-05-17
        halverwege augustus          = 2027-08-16       | eind oktober volgend jaar    = 2027-10-29
        dinsdag eind januari         = 2027-01-26       | maandag begin maart          = 2027-03-01
        eind dit jaar                = 2026-12-31       | eind van het jaar            = 2026-12-31
        begin volgend jaar           = 2027-01-04       | begin 2028                   = 2028-01-03
        halverwege volgend jaar      = 2027-07-01       | eind 2027                    = 2027-12-31
        de eerste maandag van december   = 2026-12-07
        eerste maandag in december       = 2026-12-07
        1e maandag van dec               = 2026-12-07
        de laatste vrijdag van januari   = 2027-01-29
        laatste vrijdag van november     = 2026-11-27
        de derde dinsdag van november    = 2027-11-16
        de 2e wo van maart 2028          = 2028-03-08
        de vijfde maandag van maart      = 2027-03-29
        de eerste maandag van de maand   = 2026-12-07
        de laatste maandag van de maand  = 2026-11-30
        de eerste dinsdag van volgende maand om half 4 = 2026-12-01T15:30
        maandag over een week        = 2026-11-30       | vrijdag over 2 weken         = 2026-12-04
        donderdag de 3e              = 2026-12-03       | de 15e                       = 2026-12-15
        dinsdag de 15e om 14.00      = 2026-12-15T14:00 | donderdag 3 december, wk 49  = 2026-12-03
        week 3                       = 2027-01-18       | in week 12                   = 2027-03-22
        wk 12                        = 2027-03-22       | eind week 12                 = 2027-03-26
        begin week 12                = 2027-03-22       | half week 12                 = 2027-03-24
        woensdag week 3              = 2027-01-20       | woensdag in week 3           = 2027-01-20
        week 3 woensdag 14 uur       = 2027-01-20T14:00 | do van week 49               = 2026-12-03
        week 47                      = 2026-11-20       | week 46                      = 2027-11-15
        week 53                      = 2026-12-28       | eind week 53                 = 2026-12-31
        week 12 2028                 = 2028-03-20       | volgende week (week 48)      = 2026-11-23
    """,
    "monday morning": """
        eind van de week             = 2026-11-27       | eind volgende week           = 2026-12-04
        begin volgende week          = 2026-11-30       | week 48                      = 2026-11-27
    """,
    "sunday evening": """
        begin volgende week          = 2026-11-23       | eind van de week             = 2026-11-20
    """,
    "old year's day": """
        over een maand               = 2027-01-31       | over 2 maanden               = 2027-02-28
        volgende maand               = 2027-01-04       | begin volgend jaar           = 2027-01-04
        december                     = 2026-12-31       | eind december                = 2026-12-31
        januari                      = 2027-01-04       | week 1                       = 2027-01-04
        eind deze maand              = 2026-12-31       | de eerste maandag van januari = 2027-01-04
    """,
    "last of january": """
        over een maand               = 2027-02-28       | over een maand of drie       = 2027-04-30
        over een half jaar           = 2027-07-31       | een maand geleden            = 2026-12-31
        eind januari                 = 2028-01-31       | volgende maand               = 2027-02-01
    """,
    "leap day": """
        over een jaar                = 2029-02-28       | over 4 jaar                  = 2032-02-29
        een jaar geleden             = 2027-02-28       | eind februari                = 2028-02-29
    """,
    "monday the first": """
        februari                     = 2027-02-26       | begin februari               = 2027-02-01
        de eerste maandag van de maand = 2027-02-01
    """,
    "saturday the last": """
        oktober                      = 2027-10-01       | begin november               = 2026-11-02
        november                     = 2026-11-02
    """,
    "new year's day": """
        januari                      = 2027-01-04       | begin januari                = 2027-01-04
        week 53                      = 2026-12-31       | week 52                      = 2027-12-27
    """,
}

ABOUT_THE_PAST = """
    in oktober                  = 2026-10-01       | oktober                     = 2026-10-01
    eind oktober                = 2026-10-30       | begin november              = 2026-11-02
    in november                 = 2026-11-02       | eind november               = 2025-11-28
    half juni                   = 2026-06-15       | januari                     = 2026-01-02
    december                    = 2025-12-01       | week 46                     = 2026-11-09
    dinsdag week 46             = 2026-11-10       | eind week 47                = 2026-11-20
    de eerste maandag van november = 2026-11-02    | de laatste vrijdag van de maand = 2026-10-30
    deze maand                  = 2026-11-02       | begin dit jaar              = 2026-01-02
    eind vorig jaar             = 2025-12-31       | volgende maand              = 2026-12-01
"""

NOT_UNDERSTOOD = """
    na de kerstvakantie | na de zomervakantie | voor de zomervakantie | in de kerstvakantie | na kerst
    begin van de vakantie | eerste maandag na de vakantie | eind van het schooljaar | begin volgend schooljaar
    na januari | voor eind maart | tot juni | januari of februari | januari/februari | januari en februari
    eind januari of begin februari | eind januari begin februari | eind januari 14 februari
    14 januari februari | over een maand of 2 januari | over een week of 3 december | over een week januari
    over een week of drie vier | over 6 tot 8 weken | over een maand of wat | over een halve week
    over anderhalve week | een week of drie | een maand | 2 maanden | een half jaar
    maand | jaar | week | weken | een vrijdag in januari | over een maand of zo
    elke maand | iedere eerste maandag van de maand | om de week | om de maand | de maand | het jaar
    dit jaar | 2027 | in 2027 | volgende week | eind komende week | komende maand | volgende januari
    week 0 | week 54 | week 99 | week 3 of 4 | week 3-4 | week 3/4 | week 3 dagen | een week 3 | week 53 2027
    dinsdag januari | dinsdag in januari | dinsdag volgende maand | maandag dinsdag week 3
    14:00 januari | half 3 april | eind januari om 10 uur | week 12 om 9 uur | om 3 week 12 | nu januari
    de zesde maandag van maart | de vijfde maandag van februari 2027 | eerste maandag | laatste vrijdag
    donderdag de 4e | over 100 jaar | over 999 maanden | 80 jaar geleden | januari 2050 | eind 1900
    begin | eind | half | halverwege | eind goed al goed | een begin maken | aan het begin | begin maar
    begin van de middag | eind van de dag | begin dinsdag | begin volgende maandag | half week | half maand
    Jan | het gesprek met Jan | ik denk Jan | afspraak: Jan! | eind van Jan zijn week | we hebben Jan nog
    we beginnen in januari met het team | niet in januari | misschien in mei | als het mei is
    in de laatste week van januari | april doet wat hij wil | dat duurt nog een maand | drie maanden lang
    het team evalueert elk jaar in juni | over een maand misschien | over een jaar of wat
    overleg over een maand salaris | de week is om | deze week nog | het is druk in december
"""


def rows(table: str) -> list[tuple[str, str]]:
    cells = [cell.partition("=") for cell in re.split("[|\n]", table)]
    return [(typed.strip(), key.strip()) for typed, sign, key in cells if sign]


def understood() -> list[tuple[str, str, str]]:
    return [(now, typed, key) for now, table in UNDERSTOOD.items() for typed, key in rows(table)]


@pytest.mark.parametrize(("now", "typed", "key"), understood())
def test_a_month_a_week_or_a_year_becomes_one_day(now: str, typed: str, key: str) -> None:
    moment = read_moment(typed, MORE_NOWS[now])
    assert moment is not None
    assert moment.key() == key


@pytest.mark.parametrize(("typed", "key"), rows(ABOUT_THE_PAST))
def test_a_question_about_the_past_looks_back(typed: str, key: str) -> None:
    moment = read_moment(typed, FRIDAY, past=True)
    assert moment is not None
    assert moment.key() == key


@pytest.mark.parametrize("past", [False, True])
@pytest.mark.parametrize(
    "typed", [cell.strip() for cell in re.split("[|\n]", NOT_UNDERSTOOD) if cell.strip()]
)
def test_what_names_no_single_day_is_not_understood(typed: str, past: bool) -> None:
    assert read_moment(typed, FRIDAY, past=past) is None


terms = st.sampled_from(
    (
        *("over", "een", "zo'n", "half", "anderhalve", "99", "3", "12", "maand", "maanden", "jaar", "jaren"),
        *(
            "weken",
            "week",
            "of",
            "drie",
            "geleden",
            "begin",
            "eind",
            "medio",
            "volgende",
            "deze",
            "van",
            "de",
        ),
        *(
            "januari",
            "februari",
            "dec",
            "'31",
            "2027",
            "9999",
            "volgend jaar",
            "het jaar",
            "eerste",
            "laatste",
        ),
        *("vijfde", "maandag", "vrijdag", "in", "53", "31e", "om 10 uur", "komende", "afgelopen", "dinsdag"),
    )
)
nows = st.datetimes(timezones=st.just(AMSTERDAM) | st.just(dt.UTC))
usual_days = st.dates(dt.date(2020, 1, 1), dt.date(2045, 1, 1))
SIX_YEARS = dt.timedelta(days=6 * 366)


@given(text=st.text() | st.lists(terms, max_size=6).map(" ".join), now=nows, past=st.booleans())
@example(text="over 12 maanden", now=dt.datetime(9999, 12, 31, tzinfo=dt.UTC), past=False)
@example(text="anderhalve maand geleden", now=dt.datetime(1, 1, 1, tzinfo=dt.UTC), past=True)
@example(text="eind december", now=dt.datetime(9999, 12, 31, tzinfo=dt.UTC), past=False)
@example(text="week 1", now=dt.datetime(1, 1, 1, tzinfo=dt.UTC), past=True)
@example(text="over 999 weken", now=FRIDAY, past=False)
@example(text="12-11-1912", now=FRIDAY, past=True)
def test_whatever_is_read_lies_within_six_years(text: str, now: dt.datetime, past: bool) -> None:
    moment = read_moment(text, now, past=past)
    assert moment is None or abs(moment.day - now.date()) <= SIX_YEARS


@given(
    edge=st.sampled_from(("", "in ", "begin ", "half ", "eind ")),
    month=st.sampled_from(("januari", "februari", "mei", "augustus", "december", "week 1", "week 52")),
    today=usual_days,
    past=st.booleans(),
)
def test_a_month_or_week_is_a_working_day_on_the_side_that_was_asked_for(
    edge: str, month: str, today: dt.date, past: bool
) -> None:
    now = dt.datetime.combine(today, dt.time(12), AMSTERDAM)
    moment = read_moment(edge + month, now, past=past)
    assert moment is not None
    assert moment.day.weekday() < 5
    assert moment.day <= today if past else moment.day >= today
    assert abs(moment.day - today) < dt.timedelta(days=2 * 366)
    assert read_moment(say_moment(Moment(moment.day), now), now) == moment


@given(day=usual_days, months=st.integers(-60, 60))
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day: dt.date, months: int) -> None:
    there = later(day, months)
    month = month_span(day.year, day.month + months)
    assert month.first <= there <= month.last
    assert there.day == day.day or (there == month.last and there.day < day.day)
