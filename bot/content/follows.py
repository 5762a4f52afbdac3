"""What follows from an answer that is certain: the numbers worked out from it, and the other way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.content.values import items_of
from bot.core.dialogue import Dialogue, Step
from bot.core.reckoning import Figure, Reckoning, Total, names_in

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Follows:
    """`name` is certain once all `needs` are; where `passing`, only for who came by the step of that name."""

    name: str
    needs: Names
    passing: bool = False

    def holds(self, known: Names, passed: Names) -> bool:
        return self.needs <= known and (not self.passing or self.name in passed)


def follows(dialogue: Dialogue) -> tuple[Follows, ...]:
    """All that follows from what, in the order of the script."""
    return tuple(one for step in dialogue.steps for one in _of(step))


def _of(step: Step) -> Iterator[Follows]:
    for item in items_of(step):
        yield Follows(step.name, frozenset({item}))
    if step.weighing is not None:
        yield Follows(step.name, frozenset(), passing=True)
    if step.reckoning is not None:
        yield from _of_number(step.name, step.reckoning)


def _of_number(name: str, reckoning: Reckoning) -> Iterator[Follows]:
    names = names_in(reckoning)
    if isinstance(reckoning, Total):
        yield Follows(name, frozenset(names), passing=True)
        yield from (Follows(one, frozenset({name})) for one in names)
    elif reckoning.figure is Figure.COUNT:
        yield Follows(name, frozenset(), passing=True)
    else:
        yield from (Follows(name, frozenset({one}), passing=True) for one in names)
        if len(names) == 1:
            yield Follows(names[0], frozenset({name}))


def losses(dialogue: Dialogue) -> Mapping[str, Names]:
    """For each question all that is unsure again when it is asked again: itself and what is made from it."""
    users: dict[str, set[str]] = {}
    for step in dialogue.steps:
        for name in names_in(step.reckoning) if step.reckoning is not None else ():
            users.setdefault(name, set()).add(step.name)
    asked = [step for step in dialogue.steps if step.question is not None]
    return {step.name: _upward({step.name, *items_of(step)}, users) for step in asked}


def _upward(names: set[str], users: Mapping[str, set[str]]) -> Names:
    found, waiting = set(names), list(names)
    while waiting:
        new = users.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return frozenset(found)
