"""A dialogue as a graph: what can be reached from where, and which answers are certain to be there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.core.conditions import Branch, Condition, Every, Skipped, Some
from bot.core.dialogue import END, Dialogue, Step

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Edge:
    """A way onward; `answered` are the steps that have a real answer whenever it is taken."""

    target: str
    answered: Names


def answered_if(condition: Condition) -> Names:
    """The steps that were answered, not skipped, if it holds."""
    match condition:
        case Every(parts):
            return frozenset[str]().union(*map(answered_if, parts))
        case Some(parts):
            return _common(map(answered_if, parts))
        case Skipped():
            return frozenset()
        case _:
            return frozenset({condition.step})


def answered_unless(condition: Condition) -> Names:
    """The steps that were answered if it does not hold."""
    match condition:
        case Every(parts):
            return _common(map(answered_unless, parts))
        case Some(parts):
            return frozenset[str]().union(*map(answered_unless, parts))
        case Skipped(step):
            return frozenset({step})
        case _:
            return frozenset()


def _common(sets: Iterable[Names]) -> Names:
    first, *rest = [*sets] or [frozenset[str]()]
    return first.intersection(*rest)


def known_at_cases(branch: Branch[Any], before: Names) -> list[Names]:
    """For each case the steps certain to be answered when its turn comes, given those certain `before`."""
    known, found = before, list[Names]()
    for condition, _ in branch.cases:
        found.append(known)
        known = known | answered_unless(condition)
    return [*found, known]


class Graph:
    """Only targets that exist count; what an unknown target means is for another rule to say."""

    def __init__(self, dialogue: Dialogue) -> None:
        self.dialogue = dialogue
        self.first = dialogue.steps[0].name
        self.targets: Mapping[str, Names] = {
            step.name: frozenset(step.onward.values()) & {*dialogue.by_name, END} for step in dialogue.steps
        }

    @cached_property
    def beyond(self) -> Mapping[str, Names]:
        """For each step all that can come after it; itself only when a loop leads back."""
        return {name: reach(self.targets, targets) for name, targets in self.targets.items()}

    @cached_property
    def reached(self) -> Names:
        """The steps that can be come to."""
        return (self.beyond[self.first] | {self.first}) - {END}

    @cached_property
    def mute_loops(self) -> Names:
        """The steps from which one can come back to the same step without a question."""
        mute = {step.name for step in self.dialogue.steps if step.question is None}
        quiet = {name: self.targets[name] & mute for name in mute}
        return frozenset(name for name in mute if name in reach(quiet, quiet[name]))

    @cached_property
    def answered(self) -> Mapping[str, Names]:
        """For each step the steps certain to be answered on arrival, by every path that leads there."""
        everything = frozenset(self.dialogue.by_name)
        certain = dict.fromkeys(everything, everything) | {self.first: frozenset[str]()}
        changed = True
        while changed:
            before = dict(certain)
            for name in self.reached:
                for edge in edges(self.dialogue.by_name[name], certain[name]):
                    certain[edge.target] = certain.get(edge.target, everything) & edge.answered
            changed = certain != before
        return certain


def reach(targets: Mapping[str, Names], start: Names) -> Names:
    """All that can be come to from `start`, with `start` itself."""
    found, waiting = set(start), list(start)
    while waiting:
        new = targets.get(waiting.pop(), frozenset()) - found
        found |= new
        waiting.extend(new)
    return frozenset(found)


def after_asking(step: Step, before: Names) -> Names:
    """What is certain once the step itself has passed: a question asked again may be skipped this time."""
    if step.question is None:
        return before
    return before | {step.name} if step.question.required else before - {step.name}


def edges(step: Step, before: Names) -> list[Edge]:
    """The ways onward from a step."""
    known = known_at_cases(step.onward, after_asking(step, before))
    taken = [
        Edge(target, certain | answered_if(condition))
        for (condition, target), certain in zip(step.onward.cases, known, strict=False)
    ]
    return [*taken, Edge(step.onward.otherwise, known[-1])]
