"""What a name of a script stands for, and so what conditions, sums and texts can do with it.

A name is that of a step, of a step inside another dialogue (`adempauze.waar`), or of one item of a step with
several scales (`lerend.klimaat`). A step that only says something stands for nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from unicodedata import normalize

from bot.content.faults import meant
from bot.core.dialogue import Choice, Dialogue, Kind, Step
from bot.core.text import QUOTE_LIMIT


class Nature(Enum):
    """What kind of thing a name stands for."""

    OPEN = "open"
    CHOICE = "choice"
    MULTI = "multi"
    SCALE = "scale"
    SCALES = "scales"
    ITEM = "item"
    DATE = "date"
    NUMBER = "number"
    OUTCOME = "outcome"
    OUTCOMES = "outcomes"


ASKED: Mapping[Kind, Nature] = {
    Kind.OPEN: Nature.OPEN,
    Kind.CHOICE: Nature.CHOICE,
    Kind.MULTI: Nature.MULTI,
    Kind.SCALE: Nature.SCALE,
    Kind.SCALES: Nature.SCALES,
    Kind.DATE: Nature.DATE,
}
ONE_KEY = (Nature.CHOICE, Nature.OUTCOME)
"""What is compared with `is`."""
MORE_KEYS = (Nature.MULTI, Nature.OUTCOMES)
"""What is compared with `bevat`."""
NUMBERS = (Nature.SCALE, Nature.ITEM, Nature.NUMBER)
"""What is compared with `>=`, and counted with as one number."""

NAME = re.compile(r"[a-z][a-z0-9_]*")
"""What a step, and the key of a choice, can be called."""
ASKS_NOTHING = "vraagt niets"
"""What is said of a step that stands for nothing."""
LONGEST_DATE = len("donderdag 30 september 2026 om 16.00 uur")
LONGEST_NUMBER = len("-99999,9")


@dataclass(frozen=True, slots=True)
class Value:
    """What a name stands for; `choices`: its keys with their labels, of scales the numbers in order."""

    name: str
    nature: Nature
    step: Step
    choices: tuple[Choice, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(choice.key for choice in self.choices)

    @property
    def range(self) -> tuple[int, int]:
        """The lowest and the highest number of a scale."""
        return int(self.choices[0].key), int(self.choices[-1].key)

    @property
    def items(self) -> tuple[Choice, ...]:
        """What is asked one by one, of a step with several scales."""
        return self.step.question.items if self.step.question and self.nature is Nature.SCALES else ()

    @property
    def ephemeral(self) -> bool:
        return self.step.question is not None and self.step.question.ephemeral

    @property
    def made(self) -> str:
        """How it comes about, in Dutch."""
        if self.nature is Nature.NUMBER:
            return "uitgerekend"
        return "gevraagd" if self.step.question else "afgewogen"

    @property
    def longest(self) -> int:
        """Code points of the longest text that repeats it."""
        labels = [len(choice.label) for choice in self.choices]
        match self.nature:
            case Nature.OPEN:
                return QUOTE_LIMIT
            case Nature.DATE:
                return LONGEST_DATE
            case Nature.NUMBER:
                return LONGEST_NUMBER
            case Nature.MULTI | Nature.OUTCOMES:
                return min(QUOTE_LIMIT, sum(labels) + 2 * len(labels))
            case Nature.SCALES:
                return min(QUOTE_LIMIT, sum(len(item.label) + 6 for item in self.items))
            case _:
                return max(labels, default=0)


def value_of(dialogue: Dialogue, name: str) -> Value | None:
    """What the name stands for in this (joined) dialogue; None if there is nothing, see `nothing_there`."""
    step = dialogue.by_name.get(name)
    if step is None:
        return _item(dialogue, name)
    if step.question is not None:
        return Value(name, ASKED[step.question.kind], step, step.question.choices)
    if step.weighing is not None:
        nature = Nature.OUTCOME if step.weighing.first_only else Nature.OUTCOMES
        outcomes = tuple(Choice(outcome.key, outcome.title) for outcome in step.weighing.outcomes)
        return Value(name, nature, step, outcomes)
    return Value(name, Nature.NUMBER, step) if step.reckoning is not None else None


def _item(dialogue: Dialogue, name: str) -> Value | None:
    above, _, item = name.rpartition(".")
    value = value_of(dialogue, above) if above in dialogue.by_name else None
    if value is None or item not in (choice.key for choice in value.items):
        return None
    return Value(name, Nature.ITEM, value.step, value.choices)


def items_of(step: Step) -> tuple[str, ...]:
    """The names of the items of a step with several scales."""
    items = step.question.items if step.question is not None else ()
    return tuple(f"{step.name}.{item.key}" for item in items)


def names_of(dialogue: Dialogue, *natures: Nature) -> list[str]:
    """The names that stand for something that is kept (of these natures), in script order, items last."""
    names = [*dialogue.by_name, *(item for step in dialogue.steps for item in items_of(step))]
    values = (value_of(dialogue, name) for name in names)
    return [v.name for v in values if v and not v.ephemeral and (not natures or v.nature in natures)]


def nothing_there(dialogue: Dialogue, name: str, options: Iterable[str]) -> str:
    """Why a name stands for nothing, in Dutch, as the rest of a sentence that begins with the name.

    `options`: the names that could have stood here. "" where that comes of a fault that was told already.
    """
    if was_told(dialogue, name):
        return ""
    step, above = dialogue.by_name.get(name), value_of(dialogue, name.rpartition(".")[0])
    known = list(options)
    if step is not None and step.does:
        inside = next((one for one in known if one.startswith(f"{name}.")), f"{name}.stap")
        return f"is een andere dialoog; noem er een stap van, zoals '{inside}'"
    if step is not None:
        return ASKS_NOTHING
    if above is not None and above.items:
        return f"is geen onderdeel van '{above.name}'{meant(name, items_of(above.step))}"
    # The bare name of an item or of a step inside another dialogue.
    inside_of = next((one for one in known if one.endswith(f".{name}")), "")
    return f"is geen stap; bedoel je '{inside_of}'?" if inside_of else f"is geen stap{meant(name, known)}"


def was_told(dialogue: Dialogue, name: str) -> bool:
    """Whether a name stands for nothing because of a fault at the step it must be of.

    That one holds a dialogue that is not there, holds nothing at all, has items that could not be read, or
    bears a name no step can have.
    """
    above = name.partition(".")[0]
    step, scales = dialogue.by_name.get(above), dialogue.by_name.get(name.rpartition(".")[0])
    asked = scales.question if scales is not None else None
    if asked is not None and asked.kind is Kind.SCALES and not asked.items:
        return True
    if (step is None or name != above) and named_as(name) in _misnamed(dialogue):
        return True
    if step is None:
        return False
    if step.does:
        return not any(one.startswith(f"{above}.") for one in dialogue.by_name)
    parts = (step.say, step.question, step.wait, step.reckoning, step.weighing, step.picture)
    return all(part is None for part in parts)


@lru_cache(maxsize=8)
def _misnamed(dialogue: Dialogue) -> frozenset[str]:
    """The names of steps and items that are written as no name can be, as they must have been meant."""
    named = [*dialogue.by_name, *(item for step in dialogue.steps for item in items_of(step))]
    return frozenset(named_as(one) for one in named if not all(map(NAME.fullmatch, one.split("."))))


def named_as(words: str) -> str:
    """The words as the name of a step or the key of a choice, as near as can be."""
    plain = normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9.]+", "_", plain).strip("_")
