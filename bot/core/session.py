"""Where somebody is in a dialogue and what they answered, to and from JSON."""

from collections import ChainMap
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, cast

from bot.core.given import Given, Visit
from bot.core.machine import Status


class Hold(StrEnum):
    """Why the question at the end of the path stays open although it has an answer."""

    GATHER = "gather"  # more messages may come
    BACK = "back"  # the person came back to change it
    CHECK = "check"  # a check advised to say it differently
    PROBE = "probe"  # a follow-up question was asked about it


class AlarmKind(StrEnum):
    """What happens when an alarm goes off."""

    WAKE = "wake"
    LAPSE = "lapse"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Alarm:
    """The one alarm of a session; it counts only while `kind` and `turn` are still those of the session."""

    kind: AlarmKind
    turn: int
    due: datetime


@dataclass(frozen=True, slots=True)
class Waited:
    """A wait on the path: since when, and whether it is over."""

    since: datetime
    over: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """One person's walk through one dialogue.

    `turn` counts the turns, `asked` is the turn in which the open question was asked: buttons carry it.
    `path` and `hold` say where the person stands; `path` can always be derived from the answers (replay).
    `listed`: the answers were just listed to choose from, so a number is one of those. `follows`: the open
    question came right after an answer, so words sent before it arrived belong to that answer.
    """

    id: int
    dialogue: str
    script: str
    status: Status = Status.NEW
    turn: int = 0
    asked: int = 0
    path: tuple[Visit, ...] = ()
    hold: Hold | None = None
    nudged: frozenset[Visit] = frozenset()
    misses: int = 0
    listed: bool = False
    follows: bool = False
    given: Mapping[Visit, Given] = field(default_factory=dict)
    waits: Mapping[Visit, Waited] = field(default_factory=dict)
    alarm: Alarm | None = None
    brief: bool = False
    unasked: frozenset[Visit] = frozenset()
    declined: str = ""

    @property
    def here(self) -> Visit:
        """The visit the person is at; a dialogue has at least one step, so there always is one."""
        return self.path[-1]

    @property
    def next_n(self) -> int:
        return len(self.given) + 1

    def with_given(self, visit: Visit, given: Given) -> "Session":
        """Laid over the answers there are, which need not be opened for it."""
        laid, under = self.given.maps if isinstance(self.given, ChainMap) else ({}, self.given)
        return replace(
            self, given=ChainMap({**laid, visit: given}, cast(MutableMapping[Visit, Given], under))
        )

    def to_json(self) -> dict[str, Any]:
        """Everything but the answers; of those only which there are, in the order of n. No words."""
        return {
            "given": [list(visit) for visit in self.given],
            "id": self.id,
            "dialogue": self.dialogue,
            "script": self.script,
            "status": self.status.value,
            "turn": self.turn,
            "asked": self.asked,
            "path": [list(visit) for visit in self.path],
            "hold": self.hold.value if self.hold else None,
            "nudged": [list(visit) for visit in sorted(self.nudged)],
            "misses": self.misses,
            "listed": self.listed,
            "follows": self.follows,
            "waits": [
                [*visit, waited.since.isoformat(), waited.over] for visit, waited in self.waits.items()
            ],
            "alarm": [self.alarm.kind.value, self.alarm.turn, self.alarm.due.isoformat()]
            if self.alarm
            else None,
            "brief": self.brief,
            "unasked": [list(visit) for visit in sorted(self.unasked)],
            "declined": self.declined,
        }


def answer_to_json(visit: Visit, given: Given) -> dict[str, Any]:
    return {"step": visit[0], "visit": visit[1], **given.to_json()}


def from_json(head: dict[str, Any], answers: Iterable[dict[str, Any]]) -> Session:
    """The session again from its head and its answers, in any order."""
    given = {(data["step"], data["visit"]): Given.from_json(data) for data in answers}
    return with_answers(head, {visit: given[visit] for visit in visits_in(head)})


def visits_in(head: dict[str, Any]) -> list[Visit]:
    """The visits that have an answer; the n-th of the log is the n-th here."""
    return [(step, visit) for step, visit in head["given"]]


def with_answers(head: dict[str, Any], given: Mapping[Visit, Given]) -> Session:
    """The session again from its head and a mapping of its answers, in the order of `visits_in`."""
    alarm = head["alarm"]
    return Session(
        id=head["id"],
        dialogue=head["dialogue"],
        script=head["script"],
        status=Status(head["status"]),
        turn=head["turn"],
        asked=head["asked"],
        path=tuple((step, visit) for step, visit in head["path"]),
        hold=Hold(head["hold"]) if head["hold"] else None,
        nudged=frozenset((step, visit) for step, visit in head["nudged"]),
        misses=head["misses"],
        listed=head["listed"],
        follows=head["follows"],
        given=given,
        waits={
            (step, visit): Waited(datetime.fromisoformat(since), over)
            for step, visit, since, over in head["waits"]
        },
        alarm=Alarm(AlarmKind(alarm[0]), alarm[1], datetime.fromisoformat(alarm[2])) if alarm else None,
        # Sessions from before there was a short way have none of these.
        brief=head.get("brief", False),
        unasked=frozenset((step, visit) for step, visit in head.get("unasked", ())),
        declined=head.get("declined", ""),
    )
