"""Plays a run (walk_runs.py) with the real engine: a button or a text for each answer, and time that passes.

Between every two turns the session goes to JSON and back.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.content.trial import START
from bot.content.trials import inputs_of, there_and_back, usual_reply
from bot.content.walk_answers import USUAL
from bot.content.walk_runs import Run
from bot.core import engine, inputs
from bot.core.dialogue import Dialogue
from bot.core.effects import Ask, Effect, Phrase, Say
from bot.core.errors import ContentError
from bot.core.inputs import Input
from bot.core.machine import Status
from bot.core.session import Hold, Session
from bot.core.text import plain

TURNS_LIMIT = 500


@dataclass
class Played:
    """`path`: the steps that were come by; `ended`: whether the engine said so.

    `longest`: for each step that was come to, the code points of the longest text that was shown then.
    """

    path: tuple[str, ...] = ()
    longest: dict[str, int] = field(default_factory=dict)
    ended: bool = False


def play(dialogue: Dialogue, run: Run) -> Played:
    """Give the answers of the run, visit by visit, until the dialogue ends."""
    played, now, waiting = Played(), START, list[Input]()
    try:
        turn = engine.start(dialogue, 1, now)
        for _ in range(TURNS_LIMIT):
            session = _note(played, turn)
            if not session.status.live:
                played.ended = session.status is Status.DONE
                break
            if session.status is Status.ASLEEP and session.alarm is not None:
                now = session.alarm.due
                waiting = [inputs.Tick(session.alarm.kind, session.alarm.turn)]
            elif not waiting:
                waiting = _asked(dialogue, session, run, now)
            turn = engine.turn(dialogue, session, waiting.pop(0), now)
    except ContentError:
        pass  # it goes round without asking anything, so it has not ended
    return played


def _note(played: Played, turn: engine.Turn) -> Session:
    """The session again from its JSON, with what was shown written down."""
    session = there_and_back(turn.session)
    here = session.here[0]
    played.path = tuple(step for step, _ in session.path)
    played.longest[here] = max(played.longest.get(here, 0), *_lengths(turn.effects), 0)
    return session


def _lengths(effects: tuple[Effect, ...]) -> Iterator[int]:
    """Of a sentence of the house what goes into it counts."""
    for effect in effects:
        if isinstance(effect, Say | Ask):
            body = effect.body
            yield sum(map(len, body.values.values())) if isinstance(body, Phrase) else len(plain(body))


def _asked(dialogue: Dialogue, session: Session, run: Run, now: datetime) -> list[Input]:
    """What somebody does at the open question; a remark about their answer changes nothing."""
    step, visit = session.here
    question, replies = dialogue.by_name[step].question, run.answers.get(step, ())
    if question is None or session.hold in (Hold.CHECK, Hold.PROBE):
        return [inputs.Leave()]
    reply = replies[visit - 1] if visit <= len(replies) else USUAL
    return inputs_of(question, reply if reply != USUAL else usual_reply(question, now))
