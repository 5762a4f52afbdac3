"""Several items on one scale (`schalen`): which is asked now, and what an answer to it makes of the whole.

Each item is a key "item=number" ("item=" when it was skipped), with the message it came in beside it; the
last one is the item that was answered last. So whoever comes back goes through the items again, one by
one, and what was not touched yet stays.
"""

from dataclasses import replace

from bot.core.dialogue import Choice, Question
from bot.core.given import Given, Part

SKIPPED_ITEM = ""


def item_at(question: Question, given: Given | None) -> Choice:
    """The item that is asked now: the one after the last answered; the first when none or all were."""
    answered = _names(given)
    keys = [item.key for item in question.items]
    at = keys.index(answered[-1]) + 1 if answered and answered[-1] in keys else 0
    return question.items[at % len(keys)]


def complete(question: Question, given: Given) -> bool:
    """Whether every item was answered or skipped."""
    return given.skipped or {item.key for item in question.items} <= set(_names(given))


def rated(question: Question, given: Given, numbers: tuple[str, ...], ref: int | None) -> Given:
    """The answer with these numbers (SKIPPED_ITEM for none) for the item asked now and those after it."""
    for number in numbers:
        name = item_at(question, given).key
        kept = [part for part in given.parts if not part.text.startswith(f"{name}=")]
        parts = (*kept, Part(f"{name}={number}", ref))
        given = replace(given, parts=parts, keys=tuple(part.text for part in parts), skipped=False)
    return given


def corrected(question: Question, given: Given, ref: int, numbers: tuple[str, ...]) -> Given | None:
    """The answer with other numbers for the items that came in message `ref`; None if they do not match."""
    order = [item.key for item in question.items]
    mine = [part for part in given.parts if part.ref == ref]
    # Who came back may have gone through some of them again.
    mine.sort(key=lambda part: order.index(part.text.partition("=")[0]))
    if len(mine) != len(numbers):
        return None
    fresh = dict(zip(mine, numbers, strict=True))
    parts = tuple(
        Part(f"{part.text.partition('=')[0]}={fresh[part]}", ref) if part in fresh else part
        for part in given.parts
    )
    return replace(given, parts=parts, keys=tuple(part.text for part in parts))


def without_last(given: Given) -> Given:
    """The answer before its last item."""
    parts = given.parts[:-1]
    return replace(given, parts=parts, keys=tuple(part.text for part in parts))


def number_of(given: Given, item: str) -> str:
    """The number of one item; SKIPPED_ITEM where it has none."""
    return next(
        (number for name, _, number in (key.partition("=") for key in given.keys) if name == item), ""
    )


def item_given(given: Given, item: str) -> Given:
    """The answer to one item, as if it had been a question of its own."""
    number = number_of(given, item)
    return Given(given.n, keys=(number,)) if number else Given(given.n, skipped=True)


def all_skipped(given: Given) -> bool:
    return all(key.endswith("=") for key in given.keys)


def _names(given: Given | None) -> list[str]:
    return [key.partition("=")[0] for key in given.keys] if given is not None else []
