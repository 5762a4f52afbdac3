"""A turn in the making: the session so far and the effects so far. What engine.py's inputs are made of."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core.arriving import arrive
from bot.core.dialogue import Choice, Dialogue, Question, Step
from bot.core.effects import Cancel, Close, Effect, Keep, Phrase, Remind, Say
from bot.core.given import Given, Visit
from bot.core.known import Known
from bot.core.machine import Status, lived
from bot.core.nudging import nudge
from bot.core.rating import item_at
from bot.core.repeating import asked, quoted, repeated, with_scale
from bot.core.replay import replay
from bot.core.session import Alarm, AlarmKind, Hold, Session
from bot.core.text import Rich, Template, fill


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

    def known(self, path: tuple[Visit, ...] | None = None) -> Known:
        """What texts and conditions may look at, here or at the end of a path."""
        at = self.session
        return Known(self.dialogue, at.given, at.path if path is None else path, at.unasked)

    def filled(self, source: Template, known: Known | None = None) -> Rich:
        wanted = {slot.name for slot in source.slots()}
        if wanted and known is None:
            known = self.known()
        values = {
            name: quoted(self.dialogue, name, known[name], self.now)
            for name in wanted
            if known is not None and name in known
        }
        return fill(source, values)

    def ask(self, on: int | None = None) -> None:
        """Show what is asked now: the question, or what was asked on about its answer. `on`: as in Ask."""
        asked_on = None
        if self.session.hold in (Hold.CHECK, Hold.PROBE) and self.given is not None:
            asked_on = nudge(self.step, self.given, self.filled)
        text = with_scale(self.question, self.filled(self.question.text))
        if asked_on is not None:
            self._ask_on(asked_on[1])
        elif self.question.items:
            self.show(text)
            self.ask_item()
        else:
            self._ask(text, self.question.choices, on)

    def ask_item(self) -> None:
        """Ask the item of several scales whose turn it is."""
        items, item = self.question.items, item_at(self.question, self.given)
        values = {"nummer": str(items.index(item) + 1), "aantal": str(len(items)), "onderdeel": item.label}
        self._ask(Phrase("onderdeel", values), self.question.choices)

    def _ask(self, body: Rich | Phrase, choices: tuple[Choice, ...], on: int | None = None) -> None:
        self.effects.append(asked(self.dialogue, self.session, self.question, body, choices, on))

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
        arrive(self, replay(self.dialogue, self.session), 0)

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
        arrive(self, replay(self.dialogue, self.session, self.session.path), len(self.session.path))

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
            self.update(path=walk.path, unasked=walk.unasked)
        else:
            self.drop_alarm()
            self.live("ask")
            arrive(self, walk, len(known))

    def close(self, verb: str) -> None:
        self.drop_alarm()
        self.live(verb)
        self.update(hold=None)
        self.effects.append(Close(self.session.status))
