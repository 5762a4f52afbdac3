"""Answers: typed, pressed, gathered over several messages, skipped, left as they are."""

from datetime import timedelta
from typing import assert_never

from bot.core import inputs, items, late
from bot.core.dialogue import Kind
from bot.core.draft import Draft
from bot.core.effects import Erase, Noted
from bot.core.folding import fold
from bot.core.given import PARTS_LIMIT, TEXT_LIMIT, Given, Part
from bot.core.inputs import Seen
from bot.core.rating import SKIPPED_ITEM
from bot.core.repeating import CHANGE_HOLDS, repeated
from bot.core.session import AlarmKind, Hold
from bot.core.typed import Miss, keys_of, literal

SILENCE = timedelta(seconds=4)
"""How long a gathered answer stays open after its first message; a little longer after each further one."""
SILENCE_MORE = timedelta(seconds=2)
SILENCE_LIMIT = timedelta(seconds=12)
MISSES = 4
"""Answers in a row that were not understood, at which the reflection rests."""


def answer(draft: Draft, typed: inputs.Answer) -> None:
    if items.under_way(draft):
        # The items come one after another: a number sent too soon is for the item whose turn it is.
        _rating(draft, typed)
        return
    before = late.answer_before(draft) if typed.seen is Seen.NOT_YET else None
    if before is not None:
        if not late.add(draft, before, typed):
            _too_early(draft)
    elif _unasked(draft, typed):
        _too_early(draft)
    elif draft.question.kind is Kind.OPEN:
        _open_answer(draft, typed)
    elif draft.question.items:
        _rating(draft, typed)
    else:
        _closed_answer(draft, typed)


def _unasked(draft: Draft, typed: inputs.Answer) -> bool:
    """Whether these words cannot be about the open question, or must not be lost if they are not."""
    match typed.seen:
        case Seen.YES:
            return False
        case Seen.NOT_YET:
            return draft.session.hold is not Hold.BACK
        case Seen.UNSURE:
            return draft.question.ephemeral
        case Seen.NEVER:
            return True
        case _:
            assert_never(typed.seen)


def _too_early(draft: Draft) -> None:
    draft.say("te_vroeg")
    draft.ask()


def _open_answer(draft: Draft, answer: inputs.Answer) -> None:
    kept = _appended(draft) if _adds(draft) else ()
    given = Given(_n(draft), (*kept, Part(answer.text, answer.ref)))
    if len(given.text) > TEXT_LIMIT or len(given.parts) > PARTS_LIMIT:
        draft.say("te_lang", grens=str(TEXT_LIMIT))
        return
    if draft.question.ephemeral:
        given = Given(given.n, had=True)
    draft.keep(draft.session.here, given)
    _mark(draft, answer.ref)
    if answer.gather:
        draft.update(hold=Hold.GATHER, misses=0)
        pause = min(SILENCE + SILENCE_MORE * max(0, len(given.parts) - 1), SILENCE_LIMIT)
        draft.alarm(AlarmKind.CLOSE, draft.now + pause)
    else:
        draft.settle()


def _adds(draft: Draft) -> bool:
    """Whether more words come after the ones there are, instead of in their place."""
    hold, check = draft.session.hold, draft.question.check
    return hold in (Hold.GATHER, Hold.PROBE) or (hold is Hold.CHECK and check is not None and check.adds)


def _appended(draft: Draft) -> tuple[Part, ...]:
    return draft.given.parts if draft.given else ()


def _n(draft: Draft) -> int:
    return draft.given.n if draft.given else draft.session.next_n


def _mark(draft: Draft, ref: int | None) -> None:
    if ref is not None:
        draft.effects.append(Erase(ref) if draft.question.ephemeral else Noted(ref))


def _closed_answer(draft: Draft, answer: inputs.Answer) -> None:
    keys = keys_of(draft.question, answer.text, draft.now)
    if isinstance(keys, Miss):
        _miss(draft, keys.reason)
        return
    draft.keep(draft.session.here, Given(_n(draft), (Part(answer.text, answer.ref),), keys))
    _echo(draft, answer.text, keys)
    draft.forward()


def _echo(draft: Draft, typed: str, keys: tuple[str, ...]) -> None:
    """Say how the words were taken, where they could have been meant otherwise."""
    assert draft.given is not None, "it was just kept"
    shown = repeated(draft.dialogue, draft.step.name, draft.given, draft.now)
    if draft.question.kind is Kind.DATE:
        clear = fold(shown) == fold(typed)
    else:
        clear = draft.question.kind is Kind.SCALE or literal(draft.question, typed, keys)
    if not clear:
        draft.say("begrepen", antwoord=shown)


def _rating(draft: Draft, typed: inputs.Answer) -> None:
    if not items.answer(draft, typed):
        _miss(draft, "mis_schaal")


def _miss(draft: Draft, reason: str) -> None:
    """First a hint with the question, then a way out, then a rest; never the same again and again."""
    draft.update(misses=draft.session.misses + 1)
    if draft.session.misses >= MISSES:
        draft.update(misses=0)
        draft.live("pause")
        draft.say("even_rust", "verder", titel=draft.dialogue.title)
        return
    draft.say(reason) if draft.session.misses == 1 else draft.say("uitweg", "stop")
    draft.ask()


def choose(draft: Draft, pressed: inputs.Choose) -> None:
    question, key = draft.question, pressed.key
    if key not in {choice.key for choice in question.choices}:
        draft.say("oude_knop")
        draft.ask()
    elif question.items:
        items.rate(draft, (key,), None)
    elif question.kind is Kind.MULTI:
        ticked = set(draft.given.keys if draft.given else ()) ^ {key}
        keys = tuple(choice.key for choice in question.choices if choice.key in ticked)
        draft.keep(draft.session.here, Given(_n(draft), keys=keys))
        draft.update(hold=Hold.GATHER)
        draft.ask(pressed.ref)
    else:
        draft.keep(draft.session.here, Given(_n(draft), keys=(key,)))
        draft.forward()


def done(draft: Draft) -> None:
    given = draft.given
    if draft.session.hold in CHANGE_HOLDS:
        leave(draft)
    elif given is None or given.empty:
        draft.say("nog_niets")
        draft.ask()
    else:
        draft.settle()


def leave(draft: Draft) -> None:
    if draft.session.hold is None:
        draft.ask()
    else:
        draft.forward()


def skip(draft: Draft) -> None:
    given = draft.given
    if draft.session.hold is Hold.BACK and items.keep_item(draft):
        return
    if draft.session.hold is not None and given is not None and not given.empty:
        # Skipping what was answered already means: go on; the words stay.
        draft.forward()
    elif draft.question.required:
        draft.say("verplicht")
        draft.ask()
    elif draft.question.items:
        items.rate(draft, (SKIPPED_ITEM,), None)
    else:
        draft.keep(draft.session.here, Given(_n(draft), skipped=True))
        draft.forward()
