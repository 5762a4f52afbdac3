"""The steps of a script: each a name, what is said, at most one question or wait, and where it goes."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from bot.content.aids import Aids
from bot.content.branches import read_branch
from bot.content.keys import Where, accepted, text_of
from bot.content.nodes import Fields
from bot.content.questions import read_question
from bot.content.waits import read_wait
from bot.core.conditions import Branch
from bot.core.dialogue import END, Step
from bot.core.text import Template, template


def read_steps(node: Fields, aids: Aids) -> tuple[Step, ...]:
    """The steps in the order of the file; a step without `daarna` goes on to the one below it."""
    return tuple(
        _step(name, following, accepted(node.values[name], Where.STEP, aids.faults), aids)
        for name, following in pairwise([*node.values, END])
    )


def _step(name: str, following: str, fields: Fields, aids: Aids) -> Step:
    parts = {part: read(name, fields, aids) for part, read in PARTS.items()}
    if not any(parts.values()):
        aids.faults.must(fields.place, f"in '{name}' gebeurt niets; zet er 'zeg', 'vraag' of 'wacht' in")
    if parts["question"] and parts["wait"]:
        aids.faults.must(
            fields.places["wacht"], "een stap vraagt of wacht, niet allebei; maak er twee stappen van"
        )
    return Step(
        name=name,
        title=text_of(fields, "titel") or name.replace("_", " ").capitalize(),
        onward=_onward(following, fields, aids),
        **parts,
    )


def _onward(following: str, fields: Fields, aids: Aids) -> Branch[str]:
    node = fields.values.get("daarna")
    return Branch((), following) if node is None else read_branch(node, "daarna", aids.faults, str.strip)


def _say(_: str, fields: Fields, aids: Aids) -> Branch[Template] | None:
    node = fields.values.get("zeg")
    return None if node is None else read_branch(node, "zeg", aids.faults, template)


PARTS: Mapping[str, Callable[[str, Fields, Aids], Any]] = {
    "say": _say,
    "question": read_question,
    "wait": read_wait,
}
"""What a step can hold, by its name in the core's Step."""
