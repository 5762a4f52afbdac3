"""Proeven: plays them with the real engine and reports what did not come out as written."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.content.dialogues import Script
from bot.content.nodes import place_at
from bot.content.trial import SKIPPED, Reply, Trial
from bot.core import engine, inputs
from bot.core.dialogue import Dialogue, Kind, Question
from bot.core.effects import Ask, Effect, Say
from bot.core.errors import Blemish, ContentError
from bot.core.inputs import Input
from bot.core.machine import Status
from bot.core.session import Hold, Session, answer_to_json, from_json
from bot.core.text import plain

START = datetime(2026, 11, 20, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
"""When every trial begins: a Friday morning."""
TURNS_LIMIT = 500
OPEN_REPLY = "een antwoord van een paar woorden over wat er gebeurde"
QUESTION_REPLY = "Hoe kijk jij daarop terug?"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a trial went: `faults` says in Dutch what was not as written, `visited` which steps it passed."""

    trial: Trial
    faults: tuple[str, ...]
    visited: frozenset[str]


def run(dialogue: Dialogue, trial: Trial) -> Outcome:
    """Play one trial to the end of it; the session goes to JSON and back between every two turns."""
    play = _Play(dialogue, trial)
    try:
        play.through()
    except ContentError as error:
        return Outcome(trial, tuple(blemish.text for blemish in error.blemishes), play.visited)
    except _Stuck as stuck:
        return Outcome(trial, (str(stuck),), play.visited)
    return Outcome(trial, tuple(_differences(play, trial)), play.visited)


def try_out(script: Script) -> list[Blemish]:
    """Play all trials of a script: each that fails, and each step that none of them comes by, at its line."""
    outcomes = [run(script.dialogue, trial) for trial in script.trials]
    found = [
        Blemish(outcome.trial.place.file, outcome.trial.place.line, f"proef '{outcome.trial.name}': {fault}")
        for outcome in outcomes
        for fault in outcome.faults
    ]
    visited = frozenset[str]().union(*(outcome.visited for outcome in outcomes))
    for name in script.dialogue.by_name:
        if name not in visited:
            place = place_at(script.root, "stappen", name)
            found.append(Blemish(place.file, place.line, f"geen proef komt langs '{name}'; schrijf er een"))
    return sorted(found)


class _Stuck(Exception):
    """The trial does not come to an end; the text says why, in Dutch."""


class _Play:
    """A trial being played: what was said so far, and when the first sleep was over."""

    def __init__(self, dialogue: Dialogue, trial: Trial) -> None:
        self.dialogue = dialogue
        self.trial = trial
        self.now = START
        self.texts: list[str] = []
        self.woken: datetime | None = None
        self.path: tuple[str, ...] = ()

    @property
    def visited(self) -> frozenset[str]:
        return frozenset(self.path)

    def through(self) -> None:
        session = self._take(engine.start(self.dialogue, 1, self.now))
        for _ in range(TURNS_LIMIT):
            if not session.status.live:
                return
            session = self._asleep(session) if session.status is Status.ASLEEP else self._asked(session)
        raise _Stuck("komt niet tot een einde")

    def _asleep(self, session: Session) -> Session:
        assert session.alarm is not None, "who sleeps has an alarm"
        self.now = session.alarm.due
        self.woken = self.woken or self.now
        return self._turn(session, inputs.Tick(session.alarm.kind, session.alarm.turn))

    def _asked(self, session: Session) -> Session:
        step, visit = session.here
        if session.hold in (Hold.CHECK, Hold.PROBE):
            return self._turn(session, inputs.Leave())
        question = self.dialogue.by_name[step].question
        assert question is not None, "a session that asks stands at a question"
        misses = session.misses
        for given in _inputs(question, self._reply(question, step, visit)):
            session = self._turn(session, given)
        if session.misses > misses:
            raise _Stuck(f"het antwoord bij '{step}' wordt niet begrepen")
        return session

    def _reply(self, question: Question, step: str, visit: int) -> Reply:
        replies = self.trial.answers.get(step)
        return replies[min(visit, len(replies)) - 1] if replies else usual_reply(question, self.now)

    def _turn(self, session: Session, given: Input) -> Session:
        return self._take(engine.turn(self.dialogue, session, given, self.now))

    def _take(self, turn: engine.Turn) -> Session:
        self.texts.extend(_shown(turn.effects))
        session = _there_and_back(turn.session)
        self.path = tuple(step for step, _ in session.path)
        return session


def usual_reply(question: Question, now: datetime) -> Reply:
    """What somebody answers where a trial says nothing; a day is the one after, or before, `now`."""
    match question.kind:
        case Kind.OPEN:
            asked = question.check is not None and question.check.name == "open-vraag"
            return (QUESTION_REPLY if asked else OPEN_REPLY,)
        case Kind.CHOICE | Kind.MULTI:
            return (question.choices[0].key,)
        case Kind.SCALE:
            return (question.choices[(len(question.choices) - 1) // 2].key,)
        case Kind.DATE:
            day = now.date() + timedelta(days=-1 if question.span == "past" else 1)
            return (day.isoformat(),)


def _inputs(question: Question, reply: Reply) -> list[Input]:
    if reply == (SKIPPED,):
        return [inputs.Skip()]
    if question.kind in (Kind.OPEN, Kind.DATE):
        return [inputs.Answer(reply[0])]
    chosen: list[Input] = [inputs.Choose(key) for key in reply]
    return [*chosen, inputs.Done()] if question.kind is Kind.MULTI else chosen


def _shown(effects: tuple[Effect, ...]) -> Iterator[str]:
    """The texts of the script, with single spaces; sentences of the house are not the script's."""
    for effect in effects:
        if isinstance(effect, Say | Ask) and isinstance(effect.body, tuple):
            yield " ".join(plain(effect.body).split())


def _there_and_back(session: Session) -> Session:
    head = json.loads(json.dumps(session.to_json()))
    answers = [json.loads(json.dumps(answer_to_json(visit, given))) for visit, given in session.given.items()]
    return from_json(head, answers)


def _differences(play: _Play, trial: Trial) -> Iterator[str]:
    left = iter(play.path)
    missed = [step for step in trial.passes if step not in left]
    if missed:
        yield f"komt niet langs '{missed[0]}' (of niet in deze volgorde), maar: {', '.join(play.path)}"
    yield from (f"komt toch langs '{step}'" for step in trial.avoids if step in play.visited)
    for text in trial.says:
        if not _said(play, text):
            yield f"'{text}' wordt niet gezegd"
    for text in trial.says_not:
        if _said(play, text):
            yield f"'{text}' wordt toch gezegd"
    if trial.wakes is not None and (play.woken is None or play.woken.replace(tzinfo=None) != trial.wakes):
        woken = f"{play.woken:%Y-%m-%d %H:%M}" if play.woken else "niet"
        yield f"wacht tot {trial.wakes:%Y-%m-%d %H:%M} klopt niet; het wordt {woken}"


def _said(play: _Play, text: str) -> bool:
    wanted = " ".join(text.split())
    return any(wanted in shown for shown in play.texts)
