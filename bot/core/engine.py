"""A turn is a pure function: (dialogue, session, input, now) → Turn(session, effects).

`now` is always aware, in the person's own zone. What a turn returns has not happened yet.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.core import answering, asides, inputs, moving
from bot.core.arriving import wake
from bot.core.dialogue import Dialogue
from bot.core.draft import Draft
from bot.core.effects import Effect
from bot.core.inputs import Input
from bot.core.machine import Status
from bot.core.session import AlarmKind, Hold, Session


@dataclass(frozen=True, slots=True)
class Turn:
    """What one input made of a session, and all that must now happen, in order."""

    session: Session
    effects: tuple[Effect, ...]


def start(dialogue: Dialogue, session_id: int, now: datetime) -> Turn:
    """The first turn of a new session: what is said first, and the first question."""
    draft = Draft(dialogue, Session(session_id, dialogue.id, dialogue.hash, turn=1), now)
    draft.begin()
    return Turn(draft.session, tuple(draft.effects))


def turn(
    dialogue: Dialogue, session: Session, given: Input, now: datetime, pressed: int | None = None
) -> Turn:
    """The next turn.

    `pressed`: the turn a button carried; a button of an earlier question changes nothing. A tick of an alarm
    the session no longer has gives back the very same session and no effects.
    """
    draft = Draft(dialogue, replace(session, turn=session.turn + 1, listed=False), now)
    if session.listed and isinstance(given, inputs.Answer) and given.text.strip().isdecimal():
        given = inputs.Change(given.text.strip())
    if isinstance(given, inputs.Tick):
        if session.alarm is None or (session.alarm.kind, session.alarm.turn) != (given.kind, given.turn):
            return Turn(session, ())
        _tick(draft, given.kind)
    elif isinstance(given, inputs.Correct):
        moving.correct(draft, given)
    elif session.status is Status.ASKING:
        if session.alarm is not None and session.alarm.kind is AlarmKind.LAPSE:
            draft.drop_alarm()
        if pressed is not None and pressed != session.asked and not isinstance(given, inputs.Why):
            draft.say("oude_knop")
            draft.ask()
        else:
            _asking(draft, given)
    else:
        _resting(draft, given)
    if draft.session.asked == draft.session.turn:
        draft.update(follows=_answers(given))
    return Turn(draft.session, tuple(draft.effects))


def _answers(given: Input) -> bool:
    if isinstance(given, inputs.Tick):
        return given.kind is AlarmKind.CLOSE
    return isinstance(given, inputs.Answer | inputs.Choose | inputs.Done | inputs.Leave | inputs.Skip)


def _asking(draft: Draft, given: Input) -> None:
    match given:
        case inputs.Answer():
            answering.answer(draft, given)
        case inputs.Choose():
            answering.choose(draft, given)
        case inputs.Done():
            answering.done(draft)
        case inputs.Leave():
            answering.leave(draft)
        case inputs.Skip():
            answering.skip(draft)
        case inputs.Back():
            moving.back(draft)
        case inputs.Change(which):
            moving.change(draft, which)
        case inputs.Help() | inputs.Example() | inputs.Why():
            asides.reply(draft, given)
            draft.ask()
        case inputs.Brief():
            _brief(draft)
        case inputs.Unreadable():
            draft.say("geen_tekst")
        case inputs.Pause(quiet):
            _pause(draft, quiet)
        case inputs.Resume():
            draft.ask()
        case inputs.Stop(quiet):
            _stop(draft, quiet)
        case inputs.Tick() | inputs.Correct():
            raise AssertionError("handled before")
        case _:
            assert_never(given)


def _resting(draft: Draft, given: Input) -> None:
    """What a paused, sleeping or ended session does with an input."""
    status = draft.session.status
    if isinstance(given, inputs.Stop) and status.live:
        _stop(draft, given.quiet)
    elif isinstance(given, inputs.Resume) and status is Status.PAUSED:
        _resume(draft)
    elif isinstance(given, inputs.Resume) and status is Status.ASLEEP:
        draft.drop_alarm()
        wake(draft)
    elif isinstance(given, inputs.Why):
        asides.reply(draft, given)
    else:
        draft.say("in_rust" if status.live else "afgelopen")


def _brief(draft: Draft) -> None:
    if not draft.dialogue.brief or draft.session.brief:
        draft.say("al_kort" if draft.session.brief else "geen_kort")
        draft.ask()
    else:
        draft.update(brief=True)
        draft.say("kort")
        draft.forward()


def _pause(draft: Draft, quiet: bool) -> None:
    draft.drop_alarm()
    draft.live("pause")
    if not quiet:
        draft.say("gepauzeerd", "verder", titel=draft.dialogue.title)


def _resume(draft: Draft) -> None:
    """Where the person was; an answer that was still open to more words counts as complete."""
    draft.live("resume")
    if draft.session.hold is Hold.GATHER:
        draft.settle()
    elif draft.session.hold is not None:
        draft.update(asked=draft.session.turn)
        draft.ask()
    else:
        draft.forward()


def _stop(draft: Draft, quiet: bool) -> None:
    draft.close("stop")
    if not quiet:
        draft.say("gestopt", titel=draft.dialogue.title)


def _tick(draft: Draft, kind: AlarmKind) -> None:
    draft.drop_alarm()
    match kind:
        case AlarmKind.CLOSE:
            draft.settle()
        case AlarmKind.WAKE:
            wake(draft)
        case AlarmKind.LAPSE:
            draft.close("lapse")
        case _:
            assert_never(kind)
