"""How a dialogue repeats what was answered, and how it words its questions."""

from datetime import datetime

from bot.core.dialogue import Choice, Dialogue, Kind, Question
from bot.core.effects import Ask, Phrase
from bot.core.given import Given
from bot.core.moments import Moment, say_moment
from bot.core.session import Hold, Session
from bot.core.text import Rich, join, words
from bot.core.typed import fold

CHANGE_HOLDS = (Hold.BACK, Hold.CHECK, Hold.PROBE)
"""Holds in which the person may say: leave it as it is."""


def repeated(dialogue: Dialogue, step: str, given: Given, now: datetime) -> str:
    """An answer as a text repeats it: the words themselves, the label of a choice, a moment in words."""
    question = dialogue.by_name[step].question
    if question is None or given.had or given.skipped:
        return ""
    if question.kind is Kind.OPEN:
        return given.text
    if question.kind is Kind.DATE:
        return say_moment(Moment.from_key(given.keys[0]), now) if given.keys else ""
    return ", ".join(choice.label for choice in question.choices if choice.key in given.keys)


def quoted(dialogue: Dialogue, step: str, given: Given, now: datetime) -> str:
    """The same for use in a text: words that say nothing ("geen idee") are not repeated as if they did."""
    return "" if fold(given.text) in dialogue.nothing else repeated(dialogue, step, given, now)


def with_scale(question: Question, body: Rich) -> Rich:
    if not question.low_label and not question.high_label:
        return body
    low, high = question.choices[0].key, question.choices[-1].key
    return join([body, words(f"{low} = {question.low_label}, {high} = {question.high_label}")], "\n")


def asked(
    session: Session, question: Question, body: Rich | Phrase, choices: tuple[Choice, ...], on: int | None
) -> Ask:
    """What the open question of the session looks like now; `on`: as in Ask."""
    given = session.given.get(session.here)
    return Ask(
        visit=session.here,
        asked=session.asked,
        body=body,
        kind=question.kind,
        choices=choices,
        ticked=given.keys if given and question.kind is Kind.MULTI else (),
        words=offers(question, session.hold),
        on=on,
    )


def offers(question: Question, hold: Hold | None) -> tuple[str, ...]:
    if hold in CHANGE_HOLDS:
        return ("zo_laten",)
    offered = ["klaar"] if question.kind in (Kind.OPEN, Kind.MULTI) else []
    if not question.required:
        offered.append("overslaan")
    return (*offered, "hulp")
