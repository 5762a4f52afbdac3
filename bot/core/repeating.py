"""How a dialogue repeats what was answered, and how it words its questions."""

from datetime import datetime

from bot.core.dialogue import Choice, Dialogue, Kind, Question
from bot.core.effects import Ask, Phrase
from bot.core.folding import fold
from bot.core.given import Given
from bot.core.moments import Moment, say_moment
from bot.core.rating import item_given
from bot.core.reckoning import say_number
from bot.core.session import Hold, Session
from bot.core.text import Rich, join, words

CHANGE_HOLDS = (Hold.BACK, Hold.CHECK, Hold.PROBE)
"""Holds in which the person may say: leave it as it is."""


def repeated(dialogue: Dialogue, name: str, given: Given, now: datetime) -> str:
    """An answer as a text repeats it: the words themselves, the label of a choice, a moment in words.

    `name` may also be one item of several scales, a number worked out, or advice: then its outcomes.
    """
    step = dialogue.by_name.get(name)
    if given.had or given.skipped:
        return ""
    if step is None or step.reckoning is not None:
        return say_number(given.keys[0]) if given.keys else ""
    if step.weighing is not None:
        return ", ".join(step.weighing.by_key[key].title for key in given.keys)
    return "" if step.question is None else _answered(step.question, given, now)


def _answered(question: Question, given: Given, now: datetime) -> str:
    if question.kind is Kind.OPEN:
        return given.text
    if question.kind is Kind.DATE:
        return say_moment(Moment.from_key(given.keys[0]), now) if given.keys else ""
    if question.items:
        rated = {item.label: item_given(given, item.key).keys for item in question.items}
        return ", ".join(f"{label} {keys[0]}" for label, keys in rated.items() if keys)
    return ", ".join(choice.label for choice in question.choices if choice.key in given.keys)


def quoted(dialogue: Dialogue, name: str, given: Given, now: datetime) -> str:
    """The same for use in a text: words that say nothing ("geen idee") are not repeated as if they did."""
    nothing = not given.keys and fold(given.text) in dialogue.nothing
    return "" if nothing else repeated(dialogue, name, given, now)


def with_scale(question: Question, body: Rich) -> Rich:
    if not question.low_label and not question.high_label:
        return body
    low, high = question.choices[0].key, question.choices[-1].key
    return join([body, words(f"{low} = {question.low_label}, {high} = {question.high_label}")], "\n")


def asked(
    dialogue: Dialogue,
    session: Session,
    question: Question,
    body: Rich | Phrase,
    choices: tuple[Choice, ...],
    on: int | None,
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
        words=offers(question, session.hold, brief=can_be_brief(dialogue, session)),
        on=on,
    )


def can_be_brief(dialogue: Dialogue, session: Session) -> bool:
    """Whether to offer the short way: there is one, and nothing was answered yet."""
    return bool(dialogue.brief) and not session.brief and not session.given


def offers(question: Question, hold: Hold | None, *, brief: bool) -> tuple[str, ...]:
    if hold in CHANGE_HOLDS:
        return ("zo_laten",)
    offered = ["klaar"] if question.kind in (Kind.OPEN, Kind.MULTI) else []
    if not question.required:
        offered.append("overslaan")
    if brief:
        offered.append("kort")
    return (*offered, "hulp")
