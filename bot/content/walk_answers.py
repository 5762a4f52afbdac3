"""Which answers a walk has to try: for each question as many as conditions and sums can tell apart.

Refuses to pass off some for all: where there are too many to try, it says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement, product
from math import comb
from typing import Any

from bot.content.trial import SKIPPED, START, Reply
from bot.content.trials import usual_reply
from bot.core.conditions import Branch, Contains, Is, Shorter, leaves
from bot.core.dialogue import Dialogue, Kind, Question, Step
from bot.core.given import Given, Part
from bot.core.reckoning import names_in

USUAL: Reply = ()
"""A day that fits when it is asked; which one makes no difference."""
REPLIES_LIMIT = 5_000
"""Answers tried to one question: all mixtures of eleven items on a scale of five."""


@dataclass(frozen=True, slots=True)
class Replies:
    """The answers to one question, the first of which is none at all: skipped, or never asked.

    `given`: the same as the core has them. `some`: there are more than these that could make a difference.
    """

    replies: tuple[Reply, ...]
    given: tuple[Given, ...]
    some: bool = False


@dataclass(frozen=True)
class Looks:
    """What a dialogue looks at: the names in conditions and in sums, the keys and the counts of words."""

    conditions: tuple[Is | Contains | Shorter, ...]
    named: frozenset[str]
    summed: frozenset[str]

    def keys(self, step: str) -> frozenset[str]:
        return frozenset(c.key for c in self.conditions if isinstance(c, Is | Contains) and c.step == step)

    def counts(self, step: str) -> frozenset[int]:
        return frozenset(c.count for c in self.conditions if isinstance(c, Shorter) and c.step == step)


def branches_of(step: Step) -> Iterator[Branch[Any]]:
    """The branches of a step that choose by answers: what is said, what is weighed, where it goes."""
    if step.say is not None:
        yield step.say
    if step.weighing is not None:
        yield step.weighing.rules
    yield step.onward


def replies_of(dialogue: Dialogue) -> Mapping[str, Replies]:
    """The answers to try to each question, by the name of its step."""
    looks = _looks(dialogue)
    return {step.name: _replies(step.name, step.question, looks) for step in dialogue.steps if step.question}


def _looks(dialogue: Dialogue) -> Looks:
    branches = [branch for step in dialogue.steps for branch in branches_of(step)]
    found = [leaf for branch in branches for case, _ in branch.cases for leaf in leaves(case)]
    summed = frozenset(name for step in dialogue.steps if step.reckoning for name in names_in(step.reckoning))
    about = tuple(leaf for leaf in found if isinstance(leaf, Is | Contains | Shorter))
    return Looks(about, frozenset(leaf.step for leaf in found) | summed, summed)


def _replies(name: str, question: Question, looks: Looks) -> Replies:
    replies, some = list[Reply](), False
    match question.kind:
        case Kind.OPEN:
            counts = sorted(looks.counts(name))
            words = {size: ("woord " * size).strip() for count in counts for size in (count - 1, count)}
            replies = [usual_reply(question, START), *((text,) for text in words.values() if text)]
        case Kind.DATE:
            replies = [USUAL]
        case Kind.CHOICE | Kind.SCALE:
            replies = [(choice.key,) for choice in question.choices]
        case Kind.MULTI:
            replies, some = _ticked(question, looks.keys(name), counted=name in looks.summed)
        case Kind.SCALES:
            alone = [item.key for item in question.items if f"{name}.{item.key}" in looks.named]
            replies, some = _rated(question, alone, together=name in looks.summed)
    none = (SKIPPED,) * max(1, len(question.items))
    tried = (none, *(reply for reply in replies if reply != none))
    return Replies(tried, tuple(given_of(question, reply) for reply in tried), some)


def given_of(question: Question, reply: Reply) -> Given:
    """The answer as the core would keep it."""
    if reply and set(reply) == {SKIPPED}:
        return Given(0, skipped=True)
    if question.items:
        rated = zip(question.items, reply, strict=True)
        return Given(0, keys=tuple(f"{item.key}={'' if one == SKIPPED else one}" for item, one in rated))
    if question.kind in (Kind.OPEN, Kind.DATE):
        return Given(0, parts=tuple(map(Part, reply)), had=not reply)
    return Given(0, keys=reply)


# — several keys —


def _ticked(question: Question, looked: frozenset[str], *, counted: bool) -> tuple[list[Reply], bool]:
    """What can be ticked, few keys first; of the keys nobody asks for only how many there are counts."""
    keys = [choice.key for choice in question.choices]
    asked, rest = [key for key in keys if key in looked], [key for key in keys if key not in looked]
    more = len(rest) if counted else min(1, len(rest))
    some = 2 ** len(asked) * (more + 1) > REPLIES_LIMIT
    sizes = (0, 1, 2, len(asked)) if some else range(len(asked) + 1)
    subsets = [subset for size in sizes for subset in combinations(asked, size)]
    found = [{*subset, *rest[:extra]} for subset in subsets for extra in range(more + 1)]
    ticked = [tuple(key for key in keys if key in one) for one in found if one]
    return sorted(dict.fromkeys(ticked), key=len), some


# — several scales —


def _rated(question: Question, alone: list[str], *, together: bool) -> tuple[list[Reply], bool]:
    """The numbers for all items, alike ones first.

    `alone`: items that are looked at by themselves. The others only count `together`, so which of them has
    which number makes no difference.
    """
    numbers = [choice.key for choice in question.choices]
    each = numbers if question.required else [*numbers, SKIPPED]
    others = [item.key for item in question.items if item.key not in alone]
    mixtures = comb(len(others) + len(each) - 1, len(others)) if together else 1
    if len(each) ** len(alone) * mixtures > REPLIES_LIMIT:
        return _some_rated(len(question.items), each), True
    usual = [(numbers[(len(numbers) - 1) // 2],) * len(others)]
    mixed = combinations_with_replacement(each, len(others)) if together else usual
    found = [
        _in_order(question, dict(zip((*alone, *others), (*one, *other), strict=True)))
        for other in mixed
        for one in product(each, repeat=len(alone))
    ]
    return sorted(found, key=lambda reply: len(set(reply))), False


def _in_order(question: Question, rated: Mapping[str, str]) -> Reply:
    return tuple(rated[item.key] for item in question.items)


def _some_rated(items: int, each: list[str]) -> list[Reply]:
    """All alike; the first so many otherwise than the rest; one otherwise than all others."""
    few = each if len(each) <= 12 else [*each[:: len(each) // 10], each[-1]]
    found = [(one,) * items for one in few]
    for one, other in product(few, few):
        found += [(one,) * first + (other,) * (items - first) for first in range(1, items)]
        found += [(other,) * at + (one,) + (other,) * (items - at - 1) for at in range(items)]
    return list(dict.fromkeys(found))[:REPLIES_LIMIT]
