"""A turn in the making: the session so far and the effects so far. What engine.py's inputs are made of."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.core.dialogue import Choice, Dialogue, Question, Step, Wait
from bot.core.effects import Cancel, Close, Effect, Keep, Phrase, Remind, Say
from bot.core.given import Given, Visit
from bot.core.machine import Status, lived
from bot.core.moments import Moment, say_moment
from bot.core.nudging import nudge
from bot.core.repeating import asked, quoted, repeated, with_scale
from bot.core.replay import Walk, replay
from bot.core.session import Alarm, AlarmKind, Hold, Session, Waited
from bot.core.text import Rich, Template, fill
from bot.core.waiting import due


class Draft:
    """Changed in place while one turn is worked out; nothing of it leaves but `session` and `effects`."""

    def __init__(self, dialogue: Dialogue, session: Session, now: datetime) -> None:
        self.dialogue = dialogue
        self.session = session
        self.now = now
        self.effects: list[Effect] = []

    @property
    def step(self) -> Step:
        return self.dialogue.by_name[self.session.here[0]]

    @property
    def question(self) -> Question:
        assert self.step.question is not None, "no question is open"
        return self.step.question

    @property
    def given(self) -> Given | None:
        return self.session.given.get(self.session.here)

    def update(self, **changes: Any) -> None:
        self.session = replace(self.session, **changes)

    def live(self, verb: str) -> None:
        status = lived(self.session.status, verb)
        assert status is not None, f"cannot {verb} from {self.session.status}"
        self.update(status=status)

    # — saying —

    def say(self, key: str, *buttons: str, **values: str) -> None:
        self.effects.append(Say(Phrase(key, values), buttons))

    def show(self, body: Rich) -> None:
        if body:
            self.effects.append(Say(body))

    def filled(self, source: Template, path: tuple[Visit, ...] | None = None) -> Rich:
        wanted = {slot.name for slot in source.slots()}
        latest = self.session.latest(path) if wanted else {}
        values = {
            name: quoted(self.dialogue, name, latest[name], self.now) for name in wanted & latest.keys()
        }
        return fill(source, values)

    def ask(self, on: int | None = None) -> None:
        """Show what is asked now: the question, or what was asked on about its answer. `on`: as in Ask."""
        asked_on = None
        if self.session.hold in (Hold.CHECK, Hold.PROBE) and self.given is not None:
            asked_on = nudge(self.step, self.given, self.filled)
        if asked_on is not None:
            self._ask_on(asked_on[1])
        else:
            text = with_scale(self.question, self.filled(self.question.text))
            self._ask(text, self.question.choices, on)

    def _ask(self, body: Rich | Phrase, choices: tuple[Choice, ...], on: int | None = None) -> None:
        self.effects.append(asked(self.session, self.question, body, choices, on))

    # — keeping —

    def keep(self, visit: Visit, given: Given) -> None:
        self.session = self.session.with_given(visit, given)
        self.effects.append(Keep(visit, given))

    def alarm(self, kind: AlarmKind, due: datetime) -> None:
        alarm = Alarm(kind, self.session.turn, due)
        self.update(alarm=alarm)
        self.effects.append(Remind(alarm))

    def drop_alarm(self) -> None:
        if self.session.alarm is not None:
            self.update(alarm=None)
            self.effects.append(Cancel())

    # — moving —

    def begin(self) -> None:
        self.live("begin")
        self._arrive(replay(self.dialogue, self.session), 0)

    def settle(self) -> None:
        """The answer is complete: advise or ask on once, or move on."""
        given = self.given
        found = None
        if given is not None and self.session.here not in self.session.nudged:
            found = nudge(self.step, given, self.filled)
        if found is None:
            self.forward()
            return
        hold, text = found
        self.drop_alarm()
        self.update(
            hold=hold, asked=self.session.turn, nudged=self.session.nudged | {self.session.here}, misses=0
        )
        self._ask_on(text)

    def _ask_on(self, text: Rich) -> None:
        check = self.question.check
        if self.session.hold is Hold.CHECK and check is not None and not check.adds:
            self.show(text)
            self._ask(Phrase("nog_eens"), ())
        else:
            self._ask(text, ())

    def forward(self) -> None:
        """On from the answered question (or the wait that is over) to the next stop."""
        self.drop_alarm()
        self._arrive(replay(self.dialogue, self.session, self.session.path), len(self.session.path))

    def reopen(self, visit: Visit) -> None:
        """Back to an answered question on the path."""
        self.drop_alarm()
        path = self.session.path[: self.session.path.index(visit) + 1]
        self.update(path=path, hold=Hold.BACK, asked=self.session.turn, misses=0)
        given = self.session.given[visit]
        if shown := repeated(self.dialogue, visit[0], given, self.now):
            self.say("je_schreef", antwoord=shown)
        self.ask()

    def resettle(self, changed: Visit) -> None:
        """An earlier answer changed: walk again from there, and if that ends elsewhere go there."""
        path = self.session.path
        if changed not in path or not self.session.status.live:
            return
        known = path[: path.index(changed) + 1]
        held = self.session.here if self.session.hold else None
        walk = replay(self.dialogue, self.session, known, held)
        if self.session.status is Status.PAUSED and walk.path[-1] != path[-1]:
            self.update(path=known, hold=None)
        elif walk.path[-1] == path[-1] and self.session.status is not Status.ASLEEP:
            self.update(path=walk.path)
        else:
            self.drop_alarm()
            self.live("ask")
            self._arrive(walk, len(known))

    def _arrive(self, walk: Walk, known: int) -> None:
        """Stand at the end of `walk`; say what lies on it after its first `known` visits."""
        self.update(path=walk.path, hold=None, misses=0)
        for at, visit in enumerate(walk.path[known:], known + 1):
            step = self.dialogue.by_name[visit[0]]
            if step.say is not None and (step.question is None or at == len(walk.path)):
                path = walk.path[:at]
                self.show(self.filled(step.say.pick(self.session.latest(path)), path))
        if walk.ended:
            self.close("finish")
        elif self.step.wait is not None:
            self._sleep(self.step.wait)
        else:
            self.update(asked=self.session.turn)
            self.ask()

    def _sleep(self, wait: Wait) -> None:
        here = self.session.here
        waited = self.session.waits.get(here) or Waited(self.now)
        self.update(waits={**self.session.waits, here: waited})
        wake_at = due(wait, waited.since, self.session.latest(), self.now)
        self.live("sleep")
        self.alarm(AlarmKind.WAKE, wake_at)
        self.say("slaapt_tot", moment=say_moment(Moment(wake_at.date(), wake_at.time()), self.now))

    def wake(self) -> None:
        """The wait is over, by its alarm or because the person came sooner."""
        here, wait = self.session.here, self.step.wait
        assert wait is not None, "only a wait can be woken"
        self.update(waits={**self.session.waits, here: replace(self.session.waits[here], over=True)})
        self.live("ask")
        self.forward()
        if wait.lapse_days is not None and self.session.status is Status.ASKING:
            self.alarm(AlarmKind.LAPSE, self.now + timedelta(days=wait.lapse_days))

    def close(self, verb: str) -> None:
        self.drop_alarm()
        self.live(verb)
        self.update(hold=None)
        self.effects.append(Close(self.session.status))
