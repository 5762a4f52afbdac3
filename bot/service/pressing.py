"""Buttons: what they carry, how they lie, and how what comes back is read. That may be forged."""

import re
from dataclasses import dataclass

from bot.core.dialogue import Kind
from bot.core.effects import Ask
from bot.core.session import Session
from bot.ports import Button
from bot.service.desk import Case

DATA_LIMIT = 64
"""Bytes a button can carry."""
TICK = "✓ "
_WIDE = 14
"""Code points of a label from which two buttons no longer fit in a row on a phone."""
_DATA = re.compile(r"1:(\d{1,15}):(\d{1,9}):([kw]):([^\x00-\x1f]{1,50})")


@dataclass(frozen=True, slots=True)
class Press:
    """What a button said: a choice or a command word, for the question asked in `turn` of `session`.

    A session of 0 is no session: a command of the house.
    """

    session: int
    turn: int
    choice: str = ""
    word: str = ""


def carried(session: int, turn: int, *, choice: str = "", word: str = "") -> str:
    data = f"1:{session}:{turn}:k:{choice}" if choice else f"1:{session}:{turn}:w:{word}"
    assert len(data.encode()) <= DATA_LIMIT, "a button carries too much"
    return data


def read(data: str) -> Press | None:
    """What a button carried; None for what we never made."""
    found = _DATA.fullmatch(data)
    if found is None:
        return None
    session, turn, sort, rest = int(found[1]), int(found[2]), found[3], found[4]
    return Press(session, turn, choice=rest) if sort == "k" else Press(session, turn, word=rest)


def word_button(case: Case, session: int, turn: int, word: str, label: str = "") -> Button:
    """A button for a command word; with a number behind it ("wijzig 3") it shows the number."""
    first, _, about = word.partition(" ")
    shown = label or (about if about.isdecimal() else case.desk.library.labels.get(first, about))
    return Button(shown, carried(session, turn, word=word))


def question_rows(case: Case, session: Session, ask: Ask) -> tuple[tuple[Button, ...], ...]:
    choices = [
        Button(
            (TICK if choice.key in ask.ticked else "") + choice.label,
            carried(session.id, ask.asked, choice=choice.key),
        )
        for choice in ask.choices
    ]
    offered = [word_button(case, session.id, ask.asked, word) for word in ask.words]
    return (*_laid_out(choices, ask.kind), *in_rows(offered))


def _laid_out(choices: list[Button], kind: Kind) -> tuple[tuple[Button, ...], ...]:
    if kind in (Kind.SCALE, Kind.SCALES):
        return in_rows(choices, 5)
    return in_rows(choices, 1 if any(len(button.label) > _WIDE for button in choices) else 2)


def in_rows(buttons: list[Button], width: int = 3) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))
