"""Answers to a question with several scales: one item after another, or many numbers in one message."""

from bot.core import inputs, rating
from bot.core.draft import Draft
from bot.core.given import Given
from bot.core.session import Hold
from bot.core.typed import numbers_in


def under_way(draft: Draft) -> bool:
    """Whether some items of the open question were answered and others not yet."""
    given = draft.given
    return bool(draft.question.items) and given is not None and draft.session.hold is not Hold.BACK


def answer(draft: Draft, typed: inputs.Answer) -> bool:
    """Take the numbers; False when there are none, or more than items that are left."""
    numbers = numbers_in(draft.question, typed.text)
    if not 0 < len(numbers) <= _left(draft):
        return False
    rate(draft, numbers, typed.ref)
    return True


def _left(draft: Draft) -> int:
    items = draft.question.items
    return len(items) - items.index(rating.item_at(draft.question, draft.given))


def rate(draft: Draft, numbers: tuple[str, ...], ref: int | None) -> None:
    """Keep the numbers for the item asked now and those after it; ask the next, or go on."""
    last = len(numbers) == _left(draft)
    given = draft.given or Given(draft.session.next_n)
    given = rating.rated(draft.question, given, numbers, ref)
    if last and rating.all_skipped(given):
        given = Given(given.n, skipped=True)
    draft.keep(draft.session.here, given)
    if last:
        draft.forward()
    else:
        draft.update(asked=draft.session.turn, misses=0)
        draft.ask_item()


def keep_item(draft: Draft) -> bool:
    """Leave the item that is asked again as it was, and go on to the next; False where no items are asked."""
    given = draft.given
    if given is None or not draft.question.items or given.skipped:
        return False
    item = rating.item_at(draft.question, given).key
    before = [part for part in given.parts if part.text.startswith(f"{item}=")]
    if not before and draft.question.required:
        return False
    # It keeps the message it came in, so that may still be corrected.
    rate(draft, (rating.number_of(given, item),), before[0].ref if before else None)
    return True


def back(draft: Draft) -> bool:
    """Take back the item before this one; False when this is the first."""
    given = draft.given
    if not under_way(draft) or given is None or not given.parts:
        return False
    draft.keep(draft.session.here, rating.without_last(given))
    draft.update(asked=draft.session.turn, misses=0)
    draft.ask_item()
    return True
