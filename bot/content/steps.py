"""The steps of a script: each a name, what is said, at most one question or wait, and where it goes."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from bot.content.accepting import accepted, strange_in
from bot.content.aids import Aids
from bot.content.branches import read_branch
from bot.content.faults import Faults
from bot.content.keys import Where, text_of
from bot.content.levels import apart, moved_in
from bot.content.nodes import Fields, Node
from bot.content.questions import asks, read_question
from bot.content.reckonings import read_picture, read_reckoning
from bot.content.waits import read_wait
from bot.content.weighings import read_weighing, with_parts
from bot.core.conditions import Branch
from bot.core.dialogue import END, Step
from bot.core.text import Template, template


def with_steps(root: Fields, faults: Faults) -> Fields:
    """The map of a dialogue with its steps as they were meant; what stands at the wrong level is told."""
    values, places, node = dict(root.values), dict(root.places), root.values["stappen"]
    assert isinstance(node, Fields), "there are steps"
    if "proeven" in node.values and "proeven" not in places:
        node, values["proeven"] = apart(node, "proeven")
        places["proeven"] = node.places["proeven"]
        faults.must(places["proeven"], "'proeven' staat te ver naar rechts; haal de spaties ervoor weg")
    inside = moved_in(node, Where.STEP, faults)
    steps = {name: _whole(value, faults) for name, value in inside.values.items()}
    if isinstance(trials := values.get("proeven"), Fields):
        values["proeven"] = moved_in(trials, Where.TRIAL, faults)
    values["stappen"] = Fields(steps, node.places, node.place)
    return Fields(values, places, root.place)


def read_steps(node: Node, aids: Aids) -> tuple[Step, ...]:
    """The steps in the order of the file; a step without `daarna` goes on to the one below it."""
    steps = (
        {name: one for name, one in node.values.items() if isinstance(one, Fields)}
        if isinstance(node, Fields)
        else {}
    )
    return tuple(_step(name, following, steps[name], aids) for name, following in pairwise([*steps, END]))


def _whole(node: Node, faults: Faults) -> Fields:
    step = accepted(node, Where.STEP, faults)
    advice = step.values.get("advies")
    if not isinstance(advice, Fields):
        return step
    return Fields({**step.values, "advies": with_parts(advice, faults)}, step.places, step.place)


def _step(name: str, following: str, fields: Fields, aids: Aids) -> Step:
    parts = {part: read(name, fields, aids) for part, read in PARTS.items()}
    happening = [word for word in fields.places if word in HAPPENS]
    empty = fields.places and not asks(fields) and not {"zeg", *HAPPENS} & fields.places.keys()
    if empty and not strange_in(fields, Where.STEP):
        aids.faults.must(fields.place, f"in '{name}' gebeurt niets; zet er 'zeg', 'vraag' of 'wacht' in")
    for word in happening[1:]:
        aids.faults.must(
            fields.places[word], f"deze stap heeft al '{happening[0]}'; maak er twee stappen van"
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


def _does(_: str, fields: Fields, aids: Aids) -> str:
    return text_of(fields, "doe")


HAPPENS = ("vraag", "wacht", "doe", "reken", "advies", "beeld")
"""The words of what can happen in a step; one of them at most."""

PARTS: Mapping[str, Callable[[str, Fields, Aids], Any]] = {
    "say": _say,
    "question": read_question,
    "wait": read_wait,
    "reckoning": read_reckoning,
    "weighing": read_weighing,
    "picture": read_picture,
    "does": _does,
}
"""What a step can hold, by its name in the core's Step."""
