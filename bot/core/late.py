"""Messages that were sent before the open question had reached the chat: they belong to the answer before."""

from bot.core import inputs
from bot.core.dialogue import Kind
from bot.core.draft import Draft
from bot.core.effects import Erase, Noted
from bot.core.given import PARTS_LIMIT, TEXT_LIMIT, Given, Part, Visit
from bot.core.replay import answered
from bot.core.session import Hold
from bot.core.typed import Miss, keys_of


def answer_before(draft: Draft) -> Visit | None:
    """The visit a message belongs to that was sent before the open question reached the chat."""
    if draft.session.hold in (Hold.CHECK, Hold.PROBE):
        return draft.session.here
    before = [visit for visit in answered(draft.dialogue, draft.session) if visit != draft.session.here]
    return before[-1] if before and draft.session.follows and draft.session.hold is None else None


def add(draft: Draft, visit: Visit, typed: inputs.Answer) -> bool:
    """Add the message to that answer; False when it says nothing there."""
    given, question = draft.session.given[visit], draft.dialogue.by_name[visit[0]].question
    assert question is not None, "an answered visit has a question"
    if question.ephemeral:
        draft.effects.extend([Erase(typed.ref)] if typed.ref is not None else [])
        return True
    keys = keys_of(question, typed.text, draft.now)
    if isinstance(keys, Miss):
        return False
    # A second thought takes the place of a choice; to words more words are added.
    kept = given.parts if question.kind is Kind.OPEN else ()
    more = Given(given.n, (*kept, Part(typed.text, typed.ref)), keys)
    if len(more.text) > TEXT_LIMIT or len(more.parts) > PARTS_LIMIT:
        draft.say("te_lang", grens=str(TEXT_LIMIT))
        return True
    draft.keep(visit, more)
    draft.effects.extend([Noted(typed.ref)] if typed.ref is not None else [])
    draft.resettle(visit)
    return True
