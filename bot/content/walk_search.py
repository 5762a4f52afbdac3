"""The search through a dialogue: which of its lines can be taken at all, and with which answers.

It goes with boxes of possible answers (walk_boxes.py) instead of people, and keeps of each answer only what
something later still looks at. What comes to a step alike is walked on from once.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bot.content.joining import LAST
from bot.content.walk_boxes import NOTHING, Box, Boxes, Space, covers, merged
from bot.core.conditions import Branch, Condition, leaves
from bot.core.dialogue import END, Step

SEARCH_LIMIT = 1_500
"""Groups of people that are walked on from; the largest of our own dialogues has some two hundred."""
EFFORT_LIMIT = 30_000
"""Divisions by a simple condition while doing so; our own take at most some three thousand."""
AIM = 20
"""By how much these are smaller when looking for one step only."""
Names = frozenset[str]
Pick = Callable[[int], int]
"""Chooses one of the bits of a mask."""


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """A line of a branch: the step and the word it stands under, and which (from 0; the last is `anders`)."""

    step: str
    word: str
    at: int
    condition: Condition | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Fork:
    """A branch of this file: the lines of `word` under `step`. `all`: every line that holds counts."""

    step: str
    word: str
    branch: Branch[Any]
    all: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        conditions = [*(condition for condition, _ in self.branch.cases), None]
        return tuple(Line(self.step, self.word, at, one) for at, one in enumerate(conditions))


def forks(step: Step) -> Iterator[Fork]:
    """The branches that are written in this file; of a dialogue it holds only where that comes out."""
    if "." not in step.name:
        if step.say is not None:
            yield Fork(step.name, "zeg", step.say)
        if step.weighing is not None:
            yield Fork(step.name, "regels", step.weighing.rules, all=not step.weighing.first_only)
        if not step.does:
            yield Fork(step.name, "daarna", step.onward)
    elif step.name.endswith(f".{LAST}") and step.name.count(".") == 1:
        yield Fork(step.name.removesuffix(f".{LAST}"), "daarna", step.onward)


class Roads:
    """What is fixed of a dialogue: its forks, what is still looked at from each step on, and the way out."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self.dialogue = space.dialogue
        self.first = self.dialogue.steps[0]
        self.targets: Mapping[str, tuple[str, ...]] = {
            step.name: tuple(dict.fromkeys(step.onward.values())) for step in self.dialogue.steps
        }
        self.forks: Mapping[str, tuple[Fork, ...]] = {
            step.name: tuple(fork for fork in forks(step) if fork.branch.cases)
            for step in self.dialogue.steps
        }

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Steps before those they lead to, as far as there are no loops."""
        done: dict[str, None] = {}
        waiting = [(self.first.name, iter(self.targets[self.first.name]))]
        seen = {self.first.name, END}
        while waiting:
            if (target := next((one for one in waiting[-1][1] if one not in seen), None)) is None:
                done[waiting.pop()[0]] = None
            else:
                seen.add(target)
                waiting.append((target, iter(self.targets[target])))
        return {name: at for at, name in enumerate(reversed(done))}

    def distance(self, goal: str) -> Mapping[str, int]:
        """The fewest steps from each step to the goal; more than there are where it cannot be reached."""
        found = {goal: 0}
        for far in range(1, len(self.targets) + 1):
            near = [name for name, ways in self.targets.items() if any(way in found for way in ways)]
            found |= {name: far for name in near if name not in found}
        return {name: found.get(name, len(self.targets) + 1) for name in self.targets}

    @cached_property
    def live(self) -> Mapping[str, tuple[str, ...]]:
        """For each step the names whose answer so far something looks at, here or later, in one order."""
        own = {step.name: self._uses(step) for step in self.dialogue.steps}
        found = {name: before for name, (before, _) in own.items()} | {END: frozenset[str]()}
        changed = True
        while changed:
            changed = False
            for name in [*self.targets][::-1]:
                before, after = own[name]
                later = after.union(*(found[target] for target in self.targets[name]))
                if (now := before | (later - {name})) != found[name]:
                    found[name], changed = now, True
        return {name: tuple(sorted(names)) for name, names in found.items()}

    def _uses(self, step: Step) -> tuple[Names, Names]:
        """The names a step looks at before it has its own answer, and after."""
        looked: dict[bool, set[str]] = {True: self._in(step.onward), False: set()}
        for fork in self.forks[step.name]:
            looked[fork.word != "zeg"] |= self._in(fork.branch)
        return frozenset(looked[False]), frozenset(looked[True])

    def _in(self, branch: Branch[Any]) -> set[str]:
        named = {leaf.step for case, _ in branch.cases for leaf in leaves(case)}
        return {part for name in named for part in self.space.numbers.parts(name)}


@dataclass(frozen=True, eq=False, slots=True)
class Way:
    """How one came to a step: from which group, with which answers then, and what is kept of those."""

    start: "Group | None"
    left: Box
    kept: Box


@dataclass(frozen=True, eq=False, slots=True)
class Group:
    """All who come to a step with these answers, by one of these ways."""

    step: Step
    box: Box
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something happens for the first time: to whom of a group; `after` they came by its step."""

    group: Group
    box: Box
    after: bool


@dataclass
class Search:
    """`marks`: for each line somebody who takes it; `held`: lines that hold, but for whom another counts.

    `came`: for each step the first who came there; `out`: the first who come to the end; `whole`: False if
    it broke off.
    """

    roads: Roads
    marks: dict[Line, Mark] = field(default_factory=dict)
    held: set[Line] = field(default_factory=set)
    came: dict[str, Group] = field(default_factory=dict)
    out: Mark | None = None
    whole: bool = True
    _groups: dict[str, list[Group]] = field(default_factory=dict, init=False)

    def everywhere(self) -> None:
        """From the first step to wherever one can come; where that is too much, at least to every step."""
        self._from_first(self.roads.order)
        for step in self.roads.dialogue.steps if not self.whole else ():
            if not self._done(step.name):
                aimed = Search(self.roads, self.marks, self.held, self.came)
                aimed._from_first(self.roads.distance(step.name), step.name)

    def to_end(self, step: str, box: Box) -> None:
        """From a step with these answers until the end is found."""
        self._go(step, box, self.roads.distance(END), END)

    def _from_first(self, order: Mapping[str, int], goal: str = "") -> None:
        first = self.roads.first.name
        self._go(first, dict.fromkeys(self.roads.live[first], NOTHING), order, goal)

    def _go(self, step: str, box: Box, order: Mapping[str, int], goal: str) -> None:
        waiting, count, begun = {step: [Way(None, box, box)]}, 0, self.roads.space.effort
        share = AIM if goal not in ("", END) else 1
        while waiting and not self._done(goal):
            name = min(waiting, key=order.__getitem__)
            for group in self._grouped(name, waiting.pop(name)):
                count += 1
                for target, way in self._leave(group, marking=goal != END):
                    waiting.setdefault(target, []).append(way)
                effort = self.roads.space.effort - begun
                if count > SEARCH_LIMIT // share or effort > EFFORT_LIMIT // share:
                    self.whole = False
                    return

    def _done(self, goal: str) -> bool:
        if goal in ("", END):
            return bool(goal) and self.out is not None
        lines = (line for fork in self.roads.forks[goal] for line in fork.lines)
        return goal in self.came and all(line in self.marks for line in lines)

    def _grouped(self, name: str, ways: list[Way]) -> Iterator[Group]:
        known = self._groups.setdefault(name, [])
        fresh = [way for way in ways if not any(covers(group.box, way.kept) for group in known)]
        for box in merged([way.kept for way in fresh]):
            ways_in = tuple(way for way in fresh if covers(box, way.kept))
            group = Group(self.roads.dialogue.by_name[name], box, ways_in)
            self.came.setdefault(name, group)
            known.append(group)
            yield group

    def _leave(self, group: Group, *, marking: bool) -> Iterator[tuple[str, Way]]:
        step, space = group.step, self.roads.space
        after = space.after(step, group.box)
        for fork in self.roads.forks[step.name] if marking else ():
            if any(line not in self.marks for line in fork.lines):
                self._mark(fork, group, group.box if fork.word == "zeg" else after)
        boxes: dict[str, Boxes] = {}
        for target, taken in zip(step.onward.values(), space.divided(step.onward, after), strict=True):
            boxes.setdefault(target, []).extend(taken)
        if boxes.get(END) and self.out is None:
            self.out = Mark(group, boxes[END][0], after=True)
        for target, found in boxes.items():
            live = self.roads.live[target]
            for box in merged(found) if target != END else ():
                yield target, Way(group, box, {name: box[name] for name in live})

    def _mark(self, fork: Fork, group: Group, box: Box) -> None:
        """Look for somebody in the box for each line nobody was found for yet."""
        space, above = self.roads.space, list[tuple[Condition, bool]]()
        for line in fork.lines:
            own = [(line.condition, True)] if line.condition is not None else []
            if line not in self.marks:
                wanted = own if fork.all and own else [*own, *above]
                if (found := space.find(wanted, box)) is not None:
                    self.marks[line] = Mark(group, found, after=fork.word != "zeg")
                elif own and line not in self.held and space.find(own, box) is not None:
                    self.held.add(line)
            above += [(condition, False) for condition, _ in own]


def trace(mark: Mark, pick: Pick) -> list[tuple[str, int]]:
    """One who comes there: the questions on the way, each with which reply was given, in order."""
    group, after = mark.group, mark.after
    chosen = {name: pick(mask) for name, mask in mark.box.items()}
    found: list[tuple[str, int]] = []
    while True:
        own = group.step.name
        if after and group.step.question is not None:
            found.append((own, chosen[own]))
        # What the step had of itself before is another visit's.
        came = {
            name: pick(mask) if after and name == own else chosen[name] for name, mask in group.box.items()
        }
        way = next(
            way for way in group.ways if all(mask >> came[name] & 1 for name, mask in way.kept.items())
        )
        if way.start is None:
            return found[::-1]
        chosen = {name: came[name] if name in way.kept else pick(mask) for name, mask in way.left.items()}
        group, after = way.start, True
