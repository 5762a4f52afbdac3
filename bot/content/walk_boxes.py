"""Which answers are still possible somewhere, and how a condition divides them.

A box says for each name which answers are possible: a bit for each of its replies (walk_answers.py). Every
combination of those is possible, so a few boxes stand for very many people. A number (`reken`) or an advice
has two bits: not come by yet, and come by.
"""

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from typing import Any, TypeVar

from bot.content.walk_answers import branches_of, replies_of
from bot.content.walk_numbers import Numbers
from bot.core.conditions import (
    Branch,
    Compare,
    Condition,
    Contains,
    Every,
    Is,
    Shorter,
    Skipped,
    Some,
    holds,
    leaves,
)
from bot.core.dialogue import Dialogue, Step
from bot.core.weighing import Weighing

Box = Mapping[str, int]
Boxes = list[Box]
Leaf = Is | Skipped | Contains | Compare | Shorter
NOTHING, PASSED = 1, 2
"""Bit 0: no answer, or not come by; bit 1 of what is worked out: come by."""
COMBINATIONS_LIMIT = 12_000
"""Combinations of answers that are tried for a sum of several questions: two scales of 0 to 100."""
BOXES_LIMIT = 300
"""Boxes that come of dividing by one condition."""
TRIES_LIMIT = 2_000
"""Boxes that are looked into to find one."""

T = TypeVar("T")


class Space:
    """The names of a dialogue and their possible answers.

    `some`: something was left out because there was too much of it, so what is not found may still be there;
    `effort`: how often a simple condition divided a box.
    """

    def __init__(self, dialogue: Dialogue) -> None:
        self.dialogue = dialogue
        self.replies = replies_of(dialogue)
        self.numbers = Numbers(dialogue, self.replies)
        self.some = any(one.some for one in self.replies.values())
        self.effort = 0
        self._possible = {name: (1 << len(one.replies)) - 1 for name, one in self.replies.items()}
        self._true: dict[tuple[Leaf, tuple[int, ...]], int] = {}
        self._thin_out()

    def after(self, step: Step, box: Box) -> Box:
        """The box once the step was come by: asked, with whatever answer, or worked out."""
        if step.question is not None:
            possible = self._possible[step.name]
            return {**box, step.name: possible & ~NOTHING if step.question.required else possible}
        return {**box, step.name: PASSED} if step.reckoning or step.weighing else box

    def find(self, wanted: Sequence[tuple[Condition, bool]], box: Box) -> Box | None:
        """A box inside the box where each condition holds, or does not, as wanted; None if there is none."""
        waiting = [(0, box)]
        for _ in range(TRIES_LIMIT):
            if not waiting:
                return None
            at, here = waiting.pop()
            if at == len(wanted):
                return here
            condition, holding = wanted[at]
            yes, no = self.split(condition, here)
            waiting += [(at + 1, one) for one in (yes if holding else no)]
        self.some = True
        return None

    # — dividing —

    def divided(self, branch: Branch[Any], box: Box) -> list[Boxes]:
        """For each case the boxes of who comes to it and for whom it holds; last those of `anders`."""
        left, found = [box], list[Boxes]()
        for condition, _ in branch.cases:
            taken, left = self.split_all(condition, left)
            found.append(taken)
        return [*found, left]

    def split_all(self, condition: Condition, boxes: Boxes) -> tuple[Boxes, Boxes]:
        """Of several boxes together where it holds and where it does not."""
        yes, no = Boxes(), Boxes()
        for box in boxes:
            taken, left = self.split(condition, box)
            yes += taken
            no += left
        return self._fewer(yes), self._fewer(no)

    def split(self, condition: Condition, box: Box) -> tuple[Boxes, Boxes]:
        """Where it holds and where it does not; together the whole box."""
        match condition:
            case Every(parts):
                yes, no = [box], Boxes()
                for part in parts:
                    yes, left = self.split_all(part, yes)
                    no += left
                return yes, self._fewer(no)
            case Some(parts):
                yes, no = Boxes(), [box]
                for part in parts:
                    taken, no = self.split_all(part, no)
                    yes += taken
                return self._fewer(yes), no
        step = self.dialogue.by_name.get(condition.step)
        if step is not None and step.weighing is not None:
            return self._by_outcome(condition, step.name, step.weighing, box)
        return self._by_answer(condition, box)

    def _fewer(self, boxes: Boxes) -> Boxes:
        boxes = merged(boxes)
        self.some = self.some or len(boxes) > BOXES_LIMIT
        return _spread(boxes, BOXES_LIMIT)

    def _by_outcome(self, leaf: Leaf, name: str, weighing: Weighing, box: Box) -> tuple[Boxes, Boxes]:
        unseen: Boxes = [{**box, name: NOTHING}] if box[name] & NOTHING else []
        seen: Boxes = [{**box, name: PASSED}] if box[name] & PASSED else []
        if not isinstance(leaf, Is | Contains):
            return (unseen, seen) if isinstance(leaf, Skipped) else ([], [box])
        having, lacking = self._with_outcome(leaf.key, weighing, seen)
        if isinstance(leaf, Is) and leaf.negated:
            having, lacking = lacking, having
        return having, self._fewer([*lacking, *unseen])

    def _with_outcome(self, key: str, weighing: Weighing, boxes: Boxes) -> tuple[Boxes, Boxes]:
        rules, last = weighing.rules.cases, key in weighing.rules.otherwise.outcomes
        own = [case for case, rule in rules if key in rule.outcomes]
        if not weighing.first_only:
            having, left = self.split_all(Some(tuple(own)), boxes)
            others = Some(tuple(case for case, rule in rules if key not in rule.outcomes))
            lacking, left = self.split_all(others, left) if last else (Boxes(), left)
        else:
            having, lacking, left = Boxes(), Boxes(), boxes
            # After the last rule that has it the others make no difference.
            ends = (
                len(rules)
                if last
                else max((at for at, (case, _) in enumerate(rules, 1) if case in own), default=0)
            )
            for case, rule in rules[:ends]:
                taken, left = self.split_all(case, left)
                (having if key in rule.outcomes else lacking).extend(taken)
        (having if last else lacking).extend(left)
        return self._fewer(having), self._fewer(lacking)

    def _by_answer(self, leaf: Leaf, box: Box) -> tuple[Boxes, Boxes]:
        self.effort += 1
        names = self.numbers.parts(leaf.step)
        if not names:
            return ([box], []) if holds(leaf, {}) else ([], [box])
        yes, no = Boxes(), Boxes()
        *first, last = names
        for group in product(*(self._groups(leaf.step, name, box[name]) for name in first)):
            true = self._truth(leaf, tuple(_lowest(mask) for mask in group))
            for found, mask in ((yes, box[last] & true), (no, box[last] & ~true)):
                if mask:
                    found.append({**box, **dict(zip(first, group, strict=True)), last: mask})
        return self._fewer(yes), self._fewer(no)

    def _groups(self, name: str, part: str, possible: int) -> list[int]:
        """The possible answers to one part of a name; those together that make no difference."""
        known = self.numbers.alike(name, part) if part in self.replies else [NOTHING, PASSED]
        return [alike & possible for alike in known if alike & possible]

    def _truth(self, leaf: Leaf, first: tuple[int, ...]) -> int:
        """The answers to the last of its parts for which it holds, with these replies to the others."""
        if (leaf, first) not in self._true:
            *others, last = self.numbers.parts(leaf.step)
            at = dict(zip(others, first, strict=True))
            size = len(self.replies[last].replies) if last in self.replies else 2
            given = (self.numbers.given(leaf.step, {**at, last: bit}) for bit in range(size))
            true = [bit for bit, one in enumerate(given) if holds(leaf, {leaf.step: one})]
            self._true[leaf, first] = sum(1 << bit for bit in true)
        return self._true[leaf, first]

    def _thin_out(self) -> None:
        """Leave answers out where a sum of several questions would have too many combinations."""
        branches = [branch for step in self.dialogue.steps for branch in branches_of(step)]
        for name in sorted({leaf.step for one in branches for case, _ in one.cases for leaf in leaves(case)}):
            step, questions = self.numbers.step_of(name), self.numbers.questions(name)
            if step is None or step.reckoning is None or len(questions) < 2:
                continue
            alike = [self.numbers.alike(name, question) for question in questions]
            if prod(map(len, alike)) > COMBINATIONS_LIMIT:
                self.some = True
                room = max(4, int(COMBINATIONS_LIMIT ** (1 / len(questions))))
                for question, (none, *masks) in zip(questions, alike, strict=True):
                    self._possible[question] &= none | sum(_spread(masks, room - 1))


def _spread(all_: list[T], room: int) -> list[T]:
    """At most so many of them: the first, the last and what lies evenly between."""
    if len(all_) <= room:
        return all_
    return [all_[at * (len(all_) - 1) // (room - 1)] for at in range(room)]


def _lowest(mask: int) -> int:
    return (mask & -mask).bit_length() - 1


def covers(box: Box, other: Box) -> bool:
    """Whether all that is possible in the other is possible in the box; they have the same names."""
    for name, mask in other.items():  # noqa: SIM110  # a search does this millions of times
        if mask & ~box[name]:
            return False
    return True


def merged(boxes: Boxes) -> Boxes:
    """The same possibilities in fewer boxes: two that differ in one name become one.

    They have the same names in the same order.
    """
    if len(boxes) < 2:
        return boxes
    names, rows, size = tuple(boxes[0]), [tuple(box.values()) for box in boxes], 0
    while len(rows) != size:
        size = len(rows)
        for at in range(len(names)):
            found: dict[tuple[int, ...], int] = {}
            for row in rows:
                rest = row[:at] + row[at + 1 :]
                found[rest] = found.get(rest, 0) | row[at]
            rows = [(*rest[:at], mask, *rest[at:]) for rest, mask in found.items()]
    return [dict(zip(names, row, strict=True)) for row in rows]
