"""All that can come in to a session. What comes from a button carries `pressed`, see `engine.turn`."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.session import AlarmKind


class Seen(StrEnum):
    """Whether a question had reached somebody when they sent a message."""

    YES = "yes"
    NOT_YET = "not-yet"  # so the message belongs to the answer before
    UNSURE = "unsure"  # sent around a crash: it probably had
    NEVER = "never"  # it could not be delivered


@dataclass(frozen=True, slots=True)
class Answer:
    """Something typed. `ref`: the channel's number of the message.

    `gather`: more messages may follow, so an open answer closes only after a silence or `Done`.
    `seen`: whether the open question had reached the person when this was sent.
    """

    text: str
    ref: int | None = None
    gather: bool = False
    seen: Seen = Seen.YES


@dataclass(frozen=True, slots=True)
class Choose:
    """A choice pressed, by its key; `ref` is the message with the button."""

    key: str
    ref: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """`Klaar`: the answer is complete."""


@dataclass(frozen=True, slots=True)
class Leave:
    """`Zo laten`: keep the answer as it is."""


@dataclass(frozen=True, slots=True)
class Skip:
    """`Overslaan`."""


@dataclass(frozen=True, slots=True)
class Back:
    """`Terug`: to the question before this one."""


@dataclass(frozen=True, slots=True)
class Change:
    """`Wijzig`: to an earlier answer, named by its number on the path or its step's title; "" asks which."""

    which: str = ""


@dataclass(frozen=True, slots=True)
class Correct:
    """The person edited their own message `ref`; it now reads `text`."""

    ref: int
    text: str


@dataclass(frozen=True, slots=True)
class Help:
    """`Hulp`."""


@dataclass(frozen=True, slots=True)
class Example:
    """`Voorbeeld`."""


@dataclass(frozen=True, slots=True)
class Why:
    """`Waarom zie ik dit?`: about the advice of a step; "" is the last advice that was given."""

    step: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """`Kort`: there is little time, so from here only the questions of the short way."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that is no text: a voice note, a photo, a sticker."""


@dataclass(frozen=True, slots=True)
class Pause:
    """`Pauze`; `quiet` says nothing about it, because another sentence does."""

    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Resume:
    """`Verder`."""


@dataclass(frozen=True, slots=True)
class Stop:
    """`Stop`; `quiet` as with `Pause`."""

    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """An alarm that went off; stale unless the session still has this very alarm."""

    kind: AlarmKind
    turn: int


Input = (
    Answer
    | Choose
    | Done
    | Leave
    | Skip
    | Back
    | Change
    | Correct
    | Help
    | Example
    | Why
    | Brief
    | Unreadable
    | Pause
    | Resume
    | Stop
    | Tick
)
