"""A dialogue as a Mermaid flowchart, drawn from the machine that runs it.

Every sign of a text that means something to Mermaid goes in as a code, so any title draws.
"""

from collections.abc import Iterator, Mapping
from typing import assert_never

from bot.content.branches import ELSE, IF
from bot.content.joining import LAST
from bot.core.conditions import Compare, Condition, Contains, Every, Is, Shorter, Skipped, Some
from bot.core.dialogue import END, Dialogue, Kind, Step
from bot.core.folding import fold
from bot.core.machine import ways
from bot.core.reckoning import key_of, say_number
from bot.core.text import clip

TITLE_LIMIT = 40
"""Code points of a title in a box; more makes every other box small."""
LEVEL = "    "
PLAIN = frozenset(" _-.,?'()=>/+")
"""Signs beside letters and digits that stand for themselves between double quotes."""

SHAPES: Mapping[str, tuple[str, str]] = {
    "say": ('["', '"]'),
    "question": ('("', '")'),
    "choice": ('{"', '"}'),
    "wait": ('(["', '"])'),
    "weighing": ('{{"', '"}}'),
    "reckoning": ('[/"', '"/]'),
    "picture": ('[\\"', '"\\]'),
    "does": ('[["', '"]]'),
    "end": ('(("', '"))'),
}
"""What stands around a label for each kind of step: the shape of its box."""
HAPPENS = ("wait", "weighing", "reckoning", "picture", "does")
"""What a step can do that is no question, by its name in the core's Step and in SHAPES."""


def mermaid(dialogue: Dialogue) -> str:
    """The flowchart of a joined dialogue, one statement a line; another dialogue inside it is a frame.

    No line end after the last. A target that is no step is an AssertionError, as for the machine.
    """
    ids = {step.name: f"s{number}" for number, step in enumerate(dialogue.steps, 1)} | {END: END}
    lines = [*_boxes(dialogue, ids, ""), _box(ids[END], "end", END), *_arrows(dialogue, ids)]
    return "\n".join(["flowchart TD", *(LEVEL + line for line in lines)])


def worded(condition: Condition) -> str:
    """A condition in the words of the language, as `read_condition` reads it."""
    match condition:
        case Every(parts):
            return " en ".join(map(worded, parts))
        case Some(parts):
            return " of ".join(map(worded, parts))
        case Skipped(step):
            return f"{step} is overgeslagen"
        case Is(step, key, negated):
            return f"{step} is niet {key}" if negated else f"{step} is {key}"
        case Contains(step, key):
            return f"{step} bevat {key}"
        case Compare(step, sign, number):
            return f"{step} {sign} {say_number(key_of(number))}"
        case Shorter(step, count):
            return f"{step} korter dan {count} {'woord' if count == 1 else 'woorden'}"
        case _:
            assert_never(condition)


def _boxes(dialogue: Dialogue, ids: Mapping[str, str], outer: str) -> Iterator[str]:
    """The steps right inside the step `outer`, or the dialogue's own for ""."""
    for step in dialogue.steps:
        if step.name.rpartition(".")[0] != outer:
            continue
        yield _box(ids[step.name], _kind(step), _label(step))
        if step.does:
            yield f'subgraph d{ids[step.name]}["{_coded(f"doe: {step.does}")}"]'
            yield from (LEVEL + line for line in _boxes(dialogue, ids, step.name))
            yield "end"


def _box(id_: str, kind: str, label: str) -> str:
    before, after = SHAPES[kind]
    return f"{id_}{before}{label}{after}"


def _kind(step: Step) -> str:
    if step.question is not None:
        return "choice" if step.question.kind in (Kind.CHOICE, Kind.MULTI) else "question"
    if step.name.endswith(f".{LAST}"):
        return "end"
    return next((part for part in HAPPENS if getattr(step, part)), "say")


def _label(step: Step) -> str:
    """The title, and below it the name that conditions call the step by, where that is another."""
    if step.name.endswith(f".{LAST}"):
        return LAST
    title = " ".join(step.title.split())
    drawn = _coded(clip(title, TITLE_LIMIT))
    return drawn if fold(title) == fold(step.name) else f"{drawn}<br/>{_coded(step.name)}"


def _arrows(dialogue: Dialogue, ids: Mapping[str, str]) -> Iterator[str]:
    found = ways(dialogue)
    choosing = {step for step, condition, _ in found if condition is not None}
    for step, condition, target in found:
        words = ELSE if condition is None else IF + worded(condition)
        label = f'|"{_coded(words)}"|' if step in choosing else ""
        yield f"{ids[step]} -->{label} {ids[target]}"


def _coded(text: str) -> str:
    """The text with a code (`#59;`) for every sign that could mean something; one line, not empty."""
    signs = "".join(sign if sign in PLAIN or sign.isalnum() else _code(sign) for sign in text[1:])
    # What begins with a digit or a dash could be read as a list, which Mermaid refuses to draw.
    first = text[0] if text[0].isalpha() else _code(text[0])
    # `direction LR` turns the chart wherever it stands on a line.
    return f"{first}{signs}".replace("direction", f"{_code('d')}irection")


def _code(sign: str) -> str:
    return f"#{ord(sign)};"
