"""Conditions of the script language as data, and whether they hold for given answers."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar, assert_never

from bot.core.given import Given

T = TypeVar("T")

COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


@dataclass(frozen=True, slots=True)
class Is:
    """`step is key`, or `step is niet key` when `negated`; a skipped step is neither."""

    step: str
    key: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """`step is overgeslagen`: skipped, or not on the path at all."""

    step: str


@dataclass(frozen=True, slots=True)
class Contains:
    """`step bevat key`: the key is among the ticked ones."""

    step: str
    key: str


@dataclass(frozen=True, slots=True)
class Compare:
    """`step >= 3,5`; does not hold for a skipped step."""

    step: str
    sign: str
    number: float


@dataclass(frozen=True, slots=True)
class Shorter:
    """`step korter dan N woorden`; does not hold for a skipped step."""

    step: str
    count: int


@dataclass(frozen=True, slots=True)
class Every:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Some:
    parts: tuple["Condition", ...]


Condition = Is | Skipped | Contains | Compare | Shorter | Every | Some


@dataclass(frozen=True, slots=True)
class Branch(Generic[T]):
    """Ordered cases closed by `otherwise`; the first whose condition holds counts."""

    cases: tuple[tuple[Condition, T], ...]
    otherwise: T

    def pick(self, given: Mapping[str, Given]) -> T:
        return next((value for condition, value in self.cases if holds(condition, given)), self.otherwise)

    def values(self) -> tuple[T, ...]:
        return (*(value for _, value in self.cases), self.otherwise)


def holds(condition: Condition, given: Mapping[str, Given]) -> bool:
    """Whether it holds for the latest answer of each step on the path."""
    match condition:
        case Every(parts):
            return all(holds(part, given) for part in parts)
        case Some(parts):
            return any(holds(part, given) for part in parts)
        case Skipped(step):
            return step not in given or given[step].skipped or given[step].empty
        case Is() | Contains() | Compare() | Shorter():
            answer = given.get(condition.step)
            return answer is not None and not (answer.skipped or answer.empty) and _about(condition, answer)
        case _:
            assert_never(condition)


def _about(condition: Is | Contains | Compare | Shorter, answer: Given) -> bool:
    match condition:
        case Is(_, key, negated):
            return (key in answer.keys) != negated
        case Contains(_, key):
            return key in answer.keys
        case Compare(_, sign, number):
            return bool(answer.keys) and COMPARE[sign](float(answer.keys[0]), number)
        case Shorter(_, count):
            return len(answer.text.split()) < count
        case _:
            assert_never(condition)


def leaves(condition: Condition) -> tuple[Is | Skipped | Contains | Compare | Shorter, ...]:
    """The simple conditions it is made of, in the order they were written."""
    if isinstance(condition, Every | Some):
        return tuple(leaf for part in condition.parts for leaf in leaves(part))
    return (condition,)


def steps_in(condition: Condition) -> frozenset[str]:
    """The names of the steps it looks at."""
    return frozenset(leaf.step for leaf in leaves(condition))
