"""Numbers as little bars in text (`beeld`): what is drawn elsewhere must be readable here as well."""

from bot.core.dialogue import Dialogue, Picture, Question
from bot.core.explaining import title_of
from bot.core.known import Known
from bot.core.reckoning import say_number
from bot.core.text import Rich, words

FULL, EMPTY, NONE = "●", "○", "–"
WIDEST = 10
"""A bar has at most this many dots; a longer scale shows its number alone."""


def drawn(dialogue: Dialogue, picture: Picture, known: Known) -> Rich:
    """A line for each number: its bar, the number and what it is called."""
    return words("\n".join(_line(dialogue, name, known) for name in _each(dialogue, picture.names)))


def _each(dialogue: Dialogue, names: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for name in names:
        question = dialogue.by_name[name].question if name in dialogue.by_name else None
        items = question.items if question is not None else ()
        found.extend([f"{name}.{item.key}" for item in items] or [name])
    return found


def _line(dialogue: Dialogue, name: str, known: Known) -> str:
    title = title_of(dialogue, name)
    numbers = known.numbers(name)
    if not numbers:
        return f"{NONE} {title}"
    shown = say_number(f"{numbers[0]:g}")
    return f"{_bar(_question(dialogue, name), numbers[0])} {shown} {title}".strip()


def _question(dialogue: Dialogue, name: str) -> Question | None:
    step = dialogue.by_name.get(name) or dialogue.by_name[name.rpartition(".")[0]]
    return step.question


def _bar(question: Question | None, number: float) -> str:
    highest = int(question.choices[-1].key) if question is not None else WIDEST + 1
    if highest > WIDEST:
        return ""
    return FULL * round(number) + EMPTY * (highest - round(number))
