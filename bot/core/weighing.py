"""Advice (`advies`): outcomes with their price, and rules that say on which ground one follows.

A rule never decides: it says what a source finds fitting for these answers, and where that comes from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from bot.core.conditions import Branch, Condition, holds
from bot.core.given import Given
from bot.core.sources import Citation
from bot.core.text import Template


class Ground(StrEnum):
    """How firmly a rule stands. SILENT: the source does not answer this; its outcome gives no verdict."""

    EXPLICIT = "expliciet"
    DERIVED = "afgeleid"
    PROPOSAL = "voorstel"
    SILENT = "zwijgt"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What may come of it. `drawback`: what speaks against it."""

    key: str
    title: str
    text: Template
    drawback: Template | None


@dataclass(frozen=True, slots=True)
class Rule:
    """Why outcomes follow. `own`: that a boundary in it is our own choice; `second`: the outcome that comes
    next where no later rule holds, or ""."""

    outcomes: tuple[str, ...]
    because: Template
    ground: Ground
    source: Citation | None
    own: Template | None = None
    second: str = ""


@dataclass(frozen=True, eq=False)
class Weighing:
    """`first_only`: the first rule that holds counts; otherwise all that hold, together."""

    first_only: bool
    outcomes: tuple[Outcome, ...]
    rules: Branch[Rule]

    @cached_property
    def by_key(self) -> Mapping[str, Outcome]:
        return {outcome.key: outcome for outcome in self.outcomes}


Hit = tuple[Condition | None, Rule]
"""A rule that holds and its condition; None for the closing `anders`."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What came of weighing: the rules that count, their outcomes in script order, the runner-up."""

    hits: tuple[Hit, ...]
    outcomes: tuple[Outcome, ...]
    second: Outcome | None


def weigh(weighing: Weighing, given: Mapping[str, Given]) -> Weighed:
    """Hold the rules against the answers; a rule about something skipped does not hold."""
    held: list[Hit] = [
        (condition, rule) for condition, rule in weighing.rules.cases if holds(condition, given)
    ]
    counting = held[:1] if weighing.first_only else held
    hits = tuple(counting) or ((None, weighing.rules.otherwise),)
    keys = {key for _, rule in hits for key in rule.outcomes}
    outcomes = tuple(outcome for outcome in weighing.outcomes if outcome.key in keys)
    second = _second(held[1:], hits[0][1], keys) if weighing.first_only else ""
    return Weighed(hits, outcomes, weighing.by_key.get(second))


def _second(later: list[Hit], first: Rule, taken: set[str]) -> str:
    """The outcome of the next rule that holds; one that gives no verdict is no second either."""
    spoken = (rule for _, rule in later if rule.ground is not Ground.SILENT)
    return next((key for rule in spoken for key in rule.outcomes if key not in taken), first.second)
