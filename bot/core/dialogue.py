"""A reflection as frozen data: what an author wrote, with every reference resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from functools import cached_property

from bot.core.conditions import Branch, Condition
from bot.core.reckoning import Reckoning
from bot.core.sources import Citation
from bot.core.text import Template
from bot.core.weighing import Weighing

END = "einde"
"""The target that closes a dialogue; no step may bear this name."""


class Kind(StrEnum):
    """How a question is answered."""

    OPEN = "open"
    CHOICE = "keuze"
    MULTI = "meerkeuze"
    SCALE = "schaal"
    SCALES = "schalen"
    DATE = "datum"


@dataclass(frozen=True, slots=True)
class Choice:
    """An option: a key for ever, a label that may be reworded, and other words people type for it."""

    key: str
    label: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A named check (`toets`) with its word lists and, for each reason, the sentences that advise.

    `adds`: what the person says next is added to the answer; otherwise it takes its place.
    """

    name: str
    words: Mapping[str, tuple[str, ...]]
    reasons: Mapping[str, Template]
    adds: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One question and all that belongs to asking it.

    `items`: what is asked one by one on the same scale; its `choices` are the numbers of that scale.
    """

    text: Template
    kind: Kind = Kind.OPEN
    choices: tuple[Choice, ...] = ()
    items: tuple[Choice, ...] = ()
    low_label: str = ""
    high_label: str = ""
    span: str = ""  # dates: "future" (today or later), "past" (today or earlier) or "" (any day)
    required: bool = False
    ephemeral: bool = False
    help: Template | None = None
    example: Template | None = None
    probes: tuple[tuple[Condition, Template], ...] = ()
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """`wacht: 1 dag na moment om 16:00`; `after` names a date step, or is "" for the waiting itself.

    `lapse_days`: how long after waking it lets go when nobody reacts; None never.
    """

    days: int
    hours: int
    after: str
    at: time | None
    lapse_days: int | None


class View(StrEnum):
    """How numbers are drawn; the same is always there as text."""

    PROFILE = "profiel"
    BARS = "balken"
    QUADRANT = "kwadrant"


@dataclass(frozen=True, slots=True)
class Picture:
    """`beeld: profiel van x`: the numbers of these steps; of a step with several scales, of all its items."""

    view: View
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A named place in the dialogue: something said, then at most one thing that happens, then onwards.

    `does`: the id of the dialogue that is held here; its steps follow, named after this one.
    """

    name: str
    title: str
    onward: Branch[str]
    say: Branch[Template] | None = None
    question: Question | None = None
    wait: Wait | None = None
    reckoning: Reckoning | None = None
    weighing: Weighing | None = None
    picture: Picture | None = None
    does: str = ""


@dataclass(frozen=True, eq=False)
class Dialogue:
    """A whole script. `hash` is the SHA-256 of the text it was read from: a session keeps to it.

    `brief`: the questions that are left for somebody with little time; empty where there is no short way.
    """

    id: str
    hash: str
    title: str
    audience: tuple[str, ...]
    when: str
    duration: str
    sources: tuple[Citation, ...]
    calls: tuple[str, ...]
    steps: tuple[Step, ...]
    brief: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = field(default_factory=dict)
    nothing: frozenset[str] = frozenset()
    """Answers (folded) that say nothing; a text does not repeat them."""

    @cached_property
    def by_name(self) -> Mapping[str, Step]:
        return {step.name: step for step in self.steps}
