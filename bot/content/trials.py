"""Proeven: plays them with the real engine and reports what did not come out as written."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest

from bot.content.dialogues import Script
from bot.content.nodes import Fields, node_at, place_at
from bot.content.trial import SKIPPED, START, Reply, Trial
from bot.content.trial_differences import At, Seen, differences
from bot.core import engine, inputs
from bot.core.dialogue import Dialogue, Kind, Question
from bot.core.effects import Ask, Effect, Phrase, Say
from bot.core.errors import Blemish, ContentError
from bot.core.explaining import why
from bot.core.inputs import Input
from bot.core.known import Known
from bot.core.machine import Status
from bot.core.session import Hold, Session, answer_to_json, from_json
from bot.core.text import plain

TURNS_LIMIT = 200
OPEN_REPLY = "een antwoord van een paar woorden over wat er gebeurde"
ADVICE = ("advies_", "waarom_")
"""The sentences of the house that carry what a script says of advice."""
QUESTION_REPLY = "Hoe kijk jij daarop terug?"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a trial went: `faults` says in Dutch what was not as written, `visited` which steps it passed.

    `rules`: the rules of advice that counted, as (step, place in the order of the rules). `about`: for each
    fault the words of the trial it is about, as a path in the file.
    """

    trial: Trial
    faults: tuple[str, ...]
    visited: frozenset[str]
    rules: frozenset[tuple[str, int]] = frozenset()
    about: tuple[At, ...] = ()


def run(dialogue: Dialogue, trial: Trial) -> Outcome:
    """Play one trial to the end of it; the session goes to JSON and back between every two turns."""
    play = _Play(dialogue, trial)
    try:
        play.through()
    except ContentError as error:
        return Outcome(trial, tuple(blemish.text for blemish in error.blemishes), play.visited)
    except _Stuck as stuck:
        return Outcome(trial, (str(stuck),), play.visited, about=(stuck.about,))
    found = differences(trial, play.seen())
    texts, about = tuple(text for _, text in found), tuple(at for at, _ in found)
    return Outcome(trial, texts, play.visited, play.rules(), about)


def try_out(script: Script) -> list[Blemish]:
    """Play all trials of a script and say what is not as written."""
    return judged(script, played(script))


def played(script: Script) -> list[Outcome]:
    """All trials of a script, each played to its end."""
    return [run(script.dialogue, trial) for trial in script.trials]


def judged(script: Script, outcomes: list[Outcome]) -> list[Blemish]:
    """Each trial that fails, and each step and rule that none of them comes by, at its line."""
    found = [blemish for outcome in outcomes for blemish in _failed(script, outcome)]
    failed = [outcome.trial for outcome in outcomes if outcome.faults]
    visited = frozenset[str]().union(*(outcome.visited for outcome in outcomes))
    # What a trial that fails was written for is told with that trial.
    meant = frozenset(name for trial in failed for name in trial.passes)
    for name in (step.name for step in script.own_steps):
        if name not in visited | meant:
            place = place_at(script.root, "stappen", name)
            found.append(Blemish(place.file, place.line, f"geen proef komt langs '{name}'; schrijf er een"))
    counted = frozenset[tuple[str, int]]().union(*(outcome.rules for outcome in outcomes))
    weighed = frozenset(name for trial in failed for name in trial.outcomes)
    return sorted([*found, *_rules_without(script, counted, weighed)])


def _failed(script: Script, outcome: Outcome) -> Iterator[Blemish]:
    for at, fault in zip_longest(outcome.about, outcome.faults, fillvalue=()):
        place = place_at(script.root, "proeven", outcome.trial.name, *at)
        yield Blemish(place.file, place.line, f"proef '{outcome.trial.name}': {fault}")


def _rules_without(
    script: Script, counted: frozenset[tuple[str, int]], weighed: frozenset[str]
) -> Iterator[Blemish]:
    """The rules of advice that count in no trial, each at its line; not of the advice `weighed`."""
    for step in script.own_steps:
        if step.name in weighed:
            continue
        rules = node_at(script.root, "stappen", step.name, "advies", "regels")
        for at, line in enumerate(rules.places if isinstance(rules, Fields) else ()):
            if (step.name, at) not in counted and step.weighing is not None:
                place = place_at(script.root, "stappen", step.name, "advies", "regels", line)
                yield Blemish(place.file, place.line, "geen proef komt bij deze regel uit; schrijf er een")


class _Stuck(Exception):
    """The trial does not come to an end; the text says why, in Dutch. `about` as in Outcome."""

    def __init__(self, text: str, *about: str | int) -> None:
        self.about: At = about
        super().__init__(text)


class _Play:
    """A trial being played: what was said so far, and when the first sleep was over."""

    def __init__(self, dialogue: Dialogue, trial: Trial) -> None:
        self.dialogue = dialogue
        self.trial = trial
        self.now = START
        self.texts: list[str] = []
        self.woken: datetime | None = None
        self.path: tuple[str, ...] = ()
        self.session: Session | None = None

    @property
    def visited(self) -> frozenset[str]:
        return frozenset(self.path)

    def through(self) -> None:
        session = self._take(engine.start(self.dialogue, 1, self.now))
        if self.trial.brief:
            session = self._turn(session, inputs.Brief())
        for _ in range(TURNS_LIMIT):
            if not session.status.live:
                return
            session = self._asleep(session) if session.status is Status.ASLEEP else self._asked(session)
        raise _Stuck(
            "komt niet tot een einde; geef een vraag die terugkomt een lijst met een antwoord per keer"
        )

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
        for given in inputs_of(question, self._reply(question, step, visit)):
            session = self._turn(session, given)
        if session.misses > misses:
            told = f"het antwoord bij '{step}' wordt niet begrepen{self._instead(question, step)}"
            raise _Stuck(told, "antwoorden", step)
        return session

    def _instead(self, question: Question, step: str) -> str:
        if question.kind is not Kind.DATE:
            return "; schrijf een antwoord dat past bij de vraag"
        day = self.now.date()
        side = {"future": " of later", "past": " of eerder"}.get(question.span, "")
        return f"; het is dan {day}, schrijf die dag{side}, of een lijst met een dag voor elke keer"

    def _reply(self, question: Question, step: str, visit: int) -> Reply:
        replies = self.trial.answers.get(step)
        return replies[min(visit, len(replies)) - 1] if replies else usual_reply(question, self.now)

    def _turn(self, session: Session, given: Input) -> Session:
        return self._take(engine.turn(self.dialogue, session, given, self.now))

    def _take(self, turn: engine.Turn) -> Session:
        self.texts.extend(_shown(turn.effects))
        self.session = session = there_and_back(turn.session)
        self.path = tuple(step for step, _ in session.path)
        return session

    def seen(self) -> Seen:
        """What there was to see of it."""
        known = self.known
        outcomes = {step: known[step].keys if step in known else () for step in self.trial.outcomes}
        return Seen(self.path, tuple(self.texts), self.explanation, outcomes, self.woken)

    @property
    def known(self) -> Known:
        assert self.session is not None, "only what was played is known"
        return Known(self.dialogue, self.session.given, self.session.path)

    def rules(self) -> frozenset[tuple[str, int]]:
        """The rules that count for the answers at the end; `anders` comes after the last."""
        found = set()
        for name in self.visited:
            step = self.dialogue.by_name[name]
            if step.weighing is not None:
                cases = step.weighing.rules.cases
                hits = self.known.weighed(step).hits
                found |= {(name, cases.index(hit) if hit in cases else len(cases)) for hit in hits}
        return frozenset(found)

    def explanation(self) -> str:
        """What somebody reads who asks, at the end, why they see this: what each advice says of itself."""
        steps = [self.dialogue.by_name[name] for name in dict.fromkeys(self.path)]
        said = [
            part.body
            for step in steps
            if step.weighing
            for part in why(self.dialogue, step, self.known, self.now)
        ]
        values = [value for body in said if isinstance(body, Phrase) for value in body.values.values()]
        return " ".join(" ".join(values).split())


def usual_reply(question: Question, now: datetime) -> Reply:
    """What somebody answers where a trial says nothing; a day is the one after, or before, `now`."""
    match question.kind:
        case Kind.OPEN:
            asked = question.check is not None and question.check.name == "open-vraag"
            return (QUESTION_REPLY if asked else OPEN_REPLY,)
        case Kind.CHOICE | Kind.MULTI:
            return (question.choices[0].key,)
        case Kind.SCALE | Kind.SCALES:
            middle = question.choices[(len(question.choices) - 1) // 2].key
            return (middle,) * max(1, len(question.items))
        case Kind.DATE:
            day = now.date() + timedelta(days=-1 if question.span == "past" else 1)
            return (day.isoformat(),)


def inputs_of(question: Question, reply: Reply) -> list[Input]:
    """What somebody does to give a reply: types it, or presses each of its choices."""
    if question.items:
        return [inputs.Skip() if one == SKIPPED else inputs.Choose(one) for one in reply]
    if reply == (SKIPPED,):
        return [inputs.Skip()]
    if question.kind in (Kind.OPEN, Kind.DATE):
        return [inputs.Answer(reply[0])]
    chosen: list[Input] = [inputs.Choose(key) for key in reply]
    return [*chosen, inputs.Done()] if question.kind is Kind.MULTI else chosen


def _shown(effects: tuple[Effect, ...]) -> Iterator[str]:
    """The texts of the script, with single spaces; of sentences of the house only what they say of advice."""
    for effect in effects:
        if isinstance(effect, Say | Ask):
            body = effect.body
            if not isinstance(body, Phrase):
                yield " ".join(plain(body).split())
            elif body.key.startswith(ADVICE):
                yield " ".join(" ".join(body.values.values()).split())


def there_and_back(session: Session) -> Session:
    """The session again from its JSON, as it is between any two turns."""
    head = json.loads(json.dumps(session.to_json()))
    answers = [json.loads(json.dumps(answer_to_json(visit, given))) for visit, given in session.given.items()]
    return from_json(head, answers)
