"""Moving about: back to the question before, to a chosen answer, and corrections of one's own message."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.core import inputs, items
from bot.core.dialogue import Question
from bot.core.draft import Draft
from bot.core.folding import fold
from bot.core.given import TEXT_LIMIT, Given, Part, Visit
from bot.core.machine import Status
from bot.core.rating import corrected
from bot.core.repeating import repeated
from bot.core.replay import answered
from bot.core.session import Hold
from bot.core.text import clip
from bot.core.typed import Miss, keys_of, numbers_in


def back(draft: Draft) -> None:
    visits = answered(draft.dialogue, draft.session)
    if draft.session.hold in (Hold.CHECK, Hold.PROBE):
        # What was asked on about is the question before this one.
        draft.reopen(draft.session.here)
    elif items.back(draft):
        pass
    elif before := [visit for visit in visits if visit != draft.session.here]:
        draft.reopen(before[-1])
    else:
        draft.say("geen_terug")
        draft.ask()


def change(draft: Draft, which: str) -> None:
    # Of what was asked again in a round only the last answer counts, so only that can be changed.
    latest = {step: (step, visit) for step, visit in answered(draft.dialogue, draft.session)}
    visits = [visit for visit in answered(draft.dialogue, draft.session) if visit in latest.values()]
    found = [visit for number, visit in enumerate(visits, 1) if _named(draft, number, visit, which)]
    if found:
        draft.reopen(found[-1])
    elif not visits:
        draft.say("geen_terug")
        draft.ask()
    else:
        numbers = (f"wijzig {number}" for number in range(1, len(visits) + 1))
        lines = (_listed(draft, number, visit) for number, visit in enumerate(visits, 1))
        draft.say("wijzig_welke", *numbers, lijst="\n".join(lines))
        draft.update(listed=True)


def _named(draft: Draft, number: int, visit: Visit, which: str) -> bool:
    return which == str(number) or fold(which) in (fold(draft.dialogue.by_name[visit[0]].title), visit[0])


def _listed(draft: Draft, number: int, visit: Visit) -> str:
    given = draft.session.given[visit]
    shown = " ".join(repeated(draft.dialogue, visit[0], given, draft.now).split())
    return f"{number}. {draft.dialogue.by_name[visit[0]].title}: {clip(shown, 60) or '–'}"


def _visits_with(draft: Draft, ref: int) -> Iterator[Visit]:
    for visit, given in draft.session.given.items():
        # A newer script may no longer have the step.
        if visit[0] in draft.dialogue.by_name and any(part.ref == ref for part in given.parts):
            yield visit


def correct(draft: Draft, correction: inputs.Correct) -> None:
    found = next(_visits_with(draft, correction.ref), None)
    if found is None:
        draft.say("verbetering_onbekend")
        return
    given, question = draft.session.given[found], draft.dialogue.by_name[found[0]].question
    assert question is not None, "an answered visit has a question"
    better = _corrected(question, given, correction, draft.now)
    if better is None or len(better.text) > TEXT_LIMIT:
        draft.say("verbetering_onleesbaar")
    elif better.parts != given.parts:
        draft.keep(found, better)
        draft.say("verbeterd", titel=draft.dialogue.by_name[found[0]].title)
        asking = draft.session.status is Status.ASKING
        if asking and found == draft.session.here and draft.session.hold in (Hold.CHECK, Hold.PROBE):
            # What was asked on about has been said differently: that was the reply.
            draft.forward()
        else:
            draft.resettle(found)


def _corrected(question: Question, given: Given, correction: inputs.Correct, now: datetime) -> Given | None:
    """The answer with this message in its new words; None where they do not answer the question."""
    if question.items:
        return corrected(question, given, correction.ref, numbers_in(question, correction.text))
    keys = keys_of(question, correction.text, now)
    if isinstance(keys, Miss):
        return None
    parts = tuple(Part(correction.text, p.ref) if p.ref == correction.ref else p for p in given.parts)
    return replace(given, parts=parts, keys=keys)
