"""Which step comes next, and the life of a session: the two machines of the house.

The only file that knows the library `transitions`. A machine is compiled once for each script and walked
with a light object; conditions are pure and nothing happens in callbacks.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache, partial
from typing import cast

from transitions import EventData, Machine, MachineError, Transition

from bot.core.conditions import Condition, holds
from bot.core.dialogue import END, Dialogue
from bot.core.given import Given

ONWARD = "onward"


class Walker:
    """Somebody's place in a dialogue: the step's name and the answers the conditions may look at."""

    __slots__ = ("given", "state")

    def __init__(self, step: str, given: Mapping[str, Given]) -> None:
        self.state = step
        self.given = given


@lru_cache(maxsize=256)
def compiled(dialogue: Dialogue) -> Machine:
    """The machine of this very script; the diagrams people see are drawn from it.

    Raises AssertionError for a target that is no step: the library would accept it silently.
    """
    names = [step.name for step in dialogue.steps]
    machine = Machine(
        model=None, states=[*names, END], initial=names[0], auto_transitions=False, send_event=True
    )
    for step in dialogue.steps:
        for condition, target in step.onward.cases:
            assert target in machine.states, f"unknown target {target}"
            machine.add_transition(ONWARD, step.name, target, conditions=_guard(condition))
        assert step.onward.otherwise in machine.states, f"unknown target {step.onward.otherwise}"
        machine.add_transition(ONWARD, step.name, step.onward.otherwise)
    return machine


def _guard(condition: Condition) -> Callable[[EventData], bool]:
    return partial(_holds, condition)


def _holds(condition: Condition, event: EventData) -> bool:
    return holds(condition, cast(Walker, event.model).given)


def next_step(dialogue: Dialogue, step: str, given: Mapping[str, Given]) -> str:
    """The name of the step after `step` for these answers, or END."""
    walker = Walker(step, given)
    compiled(dialogue).events[ONWARD].trigger(walker)
    return walker.state


def ways(dialogue: Dialogue) -> list[tuple[str, Condition | None, str]]:
    """Every way onward as it was compiled: from which step, if what holds (None: always), to which or END.

    Of the ways from one step the first that holds is taken.
    """
    leaving = compiled(dialogue).events[ONWARD].transitions
    return [(step, _asked(way), cast(str, way.dest)) for step, found in leaving.items() for way in found]


def _asked(way: Transition) -> Condition | None:
    guards = [cast("partial[bool]", guard.func) for guard in way.conditions]
    return cast(Condition, guards[0].args[0]) if guards else None


class Status(StrEnum):
    """Where a session is in its life."""

    NEW = "new"
    ASKING = "asking"
    PAUSED = "paused"
    ASLEEP = "asleep"
    DONE = "done"
    STOPPED = "stopped"
    LAPSED = "lapsed"

    @property
    def live(self) -> bool:
        return self in (Status.ASKING, Status.PAUSED, Status.ASLEEP)


_LIVE = [Status.ASKING.value, Status.PAUSED.value, Status.ASLEEP.value]

LIFE = Machine(
    model=None,
    states=[status.value for status in Status],
    initial=Status.NEW.value,
    auto_transitions=False,
    transitions=[
        ["begin", "new", "asking"],
        ["ask", _LIVE, "asking"],
        ["pause", "asking", "paused"],
        ["resume", "paused", "asking"],
        ["sleep", _LIVE, "asleep"],
        ["finish", _LIVE, "done"],
        ["stop", _LIVE, "stopped"],
        ["lapse", _LIVE, "lapsed"],
    ],
)


def lived(status: Status, verb: str) -> Status | None:
    """The status after `verb`, or None where that cannot be done from here."""
    walker = Walker(status.value, {})
    try:
        LIFE.events[verb].trigger(walker)
    except MachineError:
        return None
    return Status(walker.state)
