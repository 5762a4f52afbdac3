"""Coming to the end of a walk: what is said on the way, and the question, wait or end one comes to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.core.dialogue import Step, Wait
from bot.core.explaining import advice
from bot.core.known import Known
from bot.core.machine import Status
from bot.core.moments import Moment, say_moment
from bot.core.pictures import drawn
from bot.core.repeating import can_be_brief
from bot.core.replay import Walk
from bot.core.session import AlarmKind, Waited
from bot.core.waiting import due

if TYPE_CHECKING:  # a draft arrives, so it knows this file
    from bot.core.draft import Draft


def arrive(draft: Draft, walk: Walk, known: int) -> None:
    """Stand at the end of `walk`; say what lies on it after its first `known` visits."""
    draft.update(path=walk.path, hold=None, misses=0, unasked=walk.unasked)
    for at, visit in enumerate(walk.path[known:], known + 1):
        step = draft.dialogue.by_name[visit[0]]
        # A question that was passed unasked, or answered before, says nothing; also not as the last one.
        if step.question is None or (at == len(walk.path) and not walk.ended):
            _tell(draft, step, draft.known(walk.path[:at]))
    if walk.full:
        draft.say("vaak_genoeg")
    if walk.ended:
        draft.close("finish")
    elif draft.step.wait is not None:
        _sleep(draft, draft.step.wait)
    else:
        draft.update(asked=draft.session.turn)
        if can_be_brief(draft.dialogue, draft.session):
            draft.say("kort_kan")
        draft.ask()


def _tell(draft: Draft, step: Step, known: Known) -> None:
    """What a step says, weighs or draws."""
    if step.say is not None:
        draft.show(draft.filled(step.say.pick(known), known))
    if step.weighing is not None:
        draft.effects.extend(advice(draft.dialogue, step, known, draft.now))
    if step.picture is not None:
        draft.show(drawn(draft.dialogue, step.picture, known))


def _sleep(draft: Draft, wait: Wait) -> None:
    here = draft.session.here
    waited = draft.session.waits.get(here) or Waited(draft.now)
    draft.update(waits={**draft.session.waits, here: waited})
    wake_at = due(wait, waited.since, draft.known(), draft.now)
    draft.live("sleep")
    draft.alarm(AlarmKind.WAKE, wake_at)
    draft.say("slaapt_tot", moment=say_moment(Moment(wake_at.date(), wake_at.time()), draft.now))


def wake(draft: Draft) -> None:
    """The wait is over, by its alarm or because the person came sooner."""
    here, wait = draft.session.here, draft.step.wait
    assert wait is not None, "only a wait can be woken"
    over = replace(draft.session.waits[here], over=True)
    # Who had little time then may have more of it now.
    draft.update(waits={**draft.session.waits, here: over}, brief=False)
    draft.live("ask")
    draft.forward()
    if wait.lapse_days is not None and draft.session.status is Status.ASKING:
        draft.alarm(AlarmKind.LAPSE, draft.now + timedelta(days=wait.lapse_days))
