"""A dialogue as a graph: what can be reached from where, and which answers are certain to be there.

What is worked out (`reken`, `advies`) is never kept, so it is as certain as what it is worked out from.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.content.follows import Follows, follows, losses
from bot.content.values import items_of
from bot.core.conditions import Branch, Condition, Every, Skipped, Some
from bot.core.dialogue import END, Dialogue, Step

Names = frozenset[str]
NONE: Names = frozenset()


@dataclass(frozen=True, slots=True)
class Edge:
    """A way onward; `answered` are the names that have a real answer whenever it is taken."""

    target: str
    answered: Names


def answered_if(condition: Condition) -> Names:
    """The names that were answered, not skipped, if it holds."""
    match condition:
        case Every(parts):
            return NONE.union(*map(answered_if, parts))
        case Some(parts):
            return _common(map(answered_if, parts))
        case Skipped():
            return NONE
        case _:
            return frozenset({condition.step})


def answered_unless(condition: Condition) -> Names:
    """The names that were answered if it does not hold."""
    match condition:
        case Every(parts):
            return _common(map(answered_unless, parts))
        case Some(parts):
            return NONE.union(*map(answered_unless, parts))
        case Skipped(step):
            return frozenset({step})
        case _:
            return NONE


def _common(sets: Iterable[Names]) -> Names:
    first, *rest = [*sets] or [NONE]
    return first.intersection(*rest)


def known_at_cases(branch: Branch[Any]) -> list[Names]:
    """For each case, and for `anders`, what is certain once the cases above it did not hold."""
    known, found = NONE, list[Names]()
    for condition, _ in branch.cases:
        found.append(known)
        known = known | answered_unless(condition)
    return [*found, known]


def edges(step: Step) -> list[Edge]:
    """The ways onward from a step."""
    known = known_at_cases(step.onward)
    taken = [
        Edge(target, certain | answered_if(condition))
        for (condition, target), certain in zip(step.onward.cases, known, strict=False)
    ]
    return [*taken, Edge(step.onward.otherwise, known[-1])]


class Graph:
    """Only targets that exist count; what an unknown target means is for another rule to say."""

    def __init__(self, dialogue: Dialogue) -> None:
        self.dialogue = dialogue
        self.first = dialogue.steps[0].name
        self.targets: Mapping[str, Names] = {
            step.name: frozenset(step.onward.values()) & {*dialogue.by_name, END} for step in dialogue.steps
        }

    # — where one can come —

    @cached_property
    def beyond(self) -> Mapping[str, Names]:
        """For each step all that can come after it; itself only when a loop leads back."""
        return {name: reach(self.targets, targets) for name, targets in self.targets.items()}

    @cached_property
    def reached(self) -> Names:
        """The steps that can be come to."""
        return (self.beyond[self.first] | {self.first}) - {END}

    @cached_property
    def astray(self) -> Names:
        """The steps of which it is told elsewhere that nobody knows where they lead to.

        They name a step that is not there, go round in silence, or never come out of a dialogue that is held.
        """
        known = {*self.dialogue.by_name, END}
        lost = {step.name for step in self.dialogue.steps if not known.issuperset(step.onward.values())}
        held = {name for name in self.targets if "." in name}
        shut = {name for name in held if f"{name.rpartition('.')[0]}.{END}" not in self.beyond[name] | {name}}
        return self.mute_loops | lost | shut

    @cached_property
    def mute_loops(self) -> Names:
        """The steps from which one can come back to the same step without a question."""
        return _round({name: self.targets[name] for name in self._silent})

    @cached_property
    def brief_loops(self) -> Names:
        """The same by the short way, where most questions are passed as if they were skipped."""
        passed = {
            step.name: step
            for step in self.dialogue.steps
            if step.question and not step.question.required and step.name not in self.dialogue.brief
        }
        unasked = frozenset(name for step in passed.values() for name in (step.name, *items_of(step)))
        steps = [self.dialogue.by_name[name] for name in (*self._silent, *passed)]
        return _round({step.name: _ways_if_skipped(step, unasked) for step in steps})

    @cached_property
    def _silent(self) -> list[str]:
        return [step.name for step in self.dialogue.steps if step.question is None]

    @cached_property
    def shortest(self) -> int:
        """The fewest questions on the way from the first step to the end; 0 if there is no end."""
        asked = {step.name for step in self.dialogue.steps if step.question}
        cost, waiting = {self.first: int(self.first in asked)}, [self.first]
        while waiting:
            name = min(waiting, key=cost.__getitem__)
            waiting.remove(name)
            for target in self.targets.get(name, NONE):
                better = cost[name] + (target in asked)
                if better < cost.get(target, better + 1):
                    cost[target] = better
                    waiting.append(target)
        return cost.get(END, 0)

    # — what is certain —

    @cached_property
    def passed(self) -> Mapping[str, Names]:
        """For each step the steps that every path to it has come by."""
        return self._settled(
            lambda name, before: [(target, before | {name}) for target in self.targets[name]]
        )

    @cached_property
    def answered(self) -> Mapping[str, Names]:
        """For each step the names certain to be answered on arrival, by every path that leads there."""
        return self._settled(self._leave)

    def known_at(self, step: Step, branch: Branch[Any], *, after: bool) -> list[Names]:
        """For each case of a branch of a step what is certain when its turn comes; `after`: once asked."""
        before = self._after_asking(step, self.answered[step.name]) if after else self.answered[step.name]
        passed = self.passed[step.name] | {step.name} if after else self.passed[step.name]
        return [self.closed(before | known, passed) for known in known_at_cases(branch)]

    def closed(self, known: Names, passed: Names) -> Names:
        """What is certain with all that follows from it, for who has come by the steps `passed`."""
        found = known
        while fresh := frozenset(one.name for one in self._follows if one.holds(found, passed)) - found:
            found |= fresh
        return found

    def _leave(self, name: str, before: Names) -> list[tuple[str, Names]]:
        known = self._after_asking(self.dialogue.by_name[name], before)
        passed = self.passed[name] | {name}
        return [(edge.target, self.closed(known | edge.answered, passed)) for edge in self._edges[name]]

    def _after_asking(self, step: Step, before: Names) -> Names:
        # A question asked again may be skipped this time.
        if step.question is None:
            return before
        if step.question.required:
            return before | {step.name, *items_of(step)}
        return before - self._losses.get(step.name, frozenset({step.name}))

    def _settled(self, leave: Callable[[str, Names], list[tuple[str, Names]]]) -> Mapping[str, Names]:
        """What is certain on arrival, given what is on leaving; at a step nobody comes to, everything."""
        certain, waiting = {self.first: NONE}, {self.first}
        while waiting:
            name = min(waiting, key=self._order.__getitem__)
            waiting.remove(name)
            for target, known in leave(name, certain[name]):
                before = certain.get(target)
                both = known if before is None else before & known
                if target in self._order and both != before:
                    certain[target] = both
                    waiting.add(target)
        return {**dict.fromkeys(self._order, self._everything), **certain}

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {step.name: at for at, step in enumerate(self.dialogue.steps)}

    @cached_property
    def _everything(self) -> Names:
        return frozenset(name for step in self.dialogue.steps for name in (step.name, *items_of(step)))

    @cached_property
    def _edges(self) -> Mapping[str, list[Edge]]:
        return {step.name: edges(step) for step in self.dialogue.steps}

    @cached_property
    def _follows(self) -> tuple[Follows, ...]:
        return follows(self.dialogue)

    @cached_property
    def _losses(self) -> Mapping[str, Names]:
        return losses(self.dialogue)


def reach(targets: Mapping[str, Names], start: Names) -> Names:
    """All that can be come to from `start`, with `start` itself."""
    found, waiting = set(start), list(start)
    while waiting:
        new = targets.get(waiting.pop(), NONE) - found
        found |= new
        waiting.extend(new)
    return frozenset(found)


def _round(targets: Mapping[str, Names]) -> Names:
    """The steps one can come back to by way of these steps alone."""
    return frozenset(name for name in targets if name in reach(targets, targets[name]))


def _ways_if_skipped(step: Step, unasked: Names) -> Names:
    """Where a step can lead to when nothing of `unasked` was answered."""
    found: set[str] = set()
    for condition, target in step.onward.cases:
        if answered_if(condition) & unasked:
            continue
        found.add(target)
        if _skipped_for_certain(condition, unasked):
            return frozenset(found)
    return frozenset({*found, step.onward.otherwise})


def _skipped_for_certain(condition: Condition, unasked: Names) -> bool:
    match condition:
        case Every(parts):
            return all(_skipped_for_certain(part, unasked) for part in parts)
        case Some(parts):
            return any(_skipped_for_certain(part, unasked) for part in parts)
        case Skipped(step):
            return step in unasked
        case _:
            return False
