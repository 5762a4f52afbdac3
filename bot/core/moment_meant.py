"""The moment a typed answer means: of what was the last, of what comes the next."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.folding import fold
from bot.core.moment_words import MONTHS, WEEKDAYS
from bot.core.moments import Moment, read_moment

DAYS = 5 * 365
"""How far a day may lie from today; further is a slip of the finger."""


def moment_meant(span: str, text: str, now: datetime) -> Moment | str:
    """The moment a typed text means for a question about what was ("past"), what comes ("future") or any day.

    Else a key of the texts that says why not.
    """
    moment = read_moment(text, now, past=span == "past")
    if moment is None or abs((moment.day - now.date()).days) > DAYS:
        return "mis_datum"
    if span == "past" and moment.day > now.date() and WEEKDAYS.keys() & set(fold(text).split()):
        # Of what was, "dinsdag" is the last one; of what comes, the next.
        moment = replace(moment, day=moment.day - timedelta(days=7))
    if span == "future" and moment.day < now.date() and _without_year(text):
        # "1 juli" in November is the one to come.
        moment = replace(moment, day=_a_year_later(moment.day))
    minute = now.time().replace(second=0, microsecond=0)
    today = moment.day == now.date()
    past = moment.day < now.date() or (today and moment.time is not None and moment.time < minute)
    if span == "future" and past:
        return "mis_datum_voorbij"
    if span == "past" and moment.day > now.date():
        return "mis_datum_later"
    return moment


def _without_year(text: str) -> bool:
    """Whether a day of the year is written, and no year with it."""
    said = set(fold(text).split())
    if said & {"vorig", "vorige", "afgelopen"}:
        return False
    named = MONTHS.keys() & said or re.search(r"\b\d{1,2}[-/]\d{1,2}\b", text)
    return bool(named) and not re.search(r"\d{4}|[-/]\d{1,2}[-/]\d{2}\b", text)


def _a_year_later(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)
