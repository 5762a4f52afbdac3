"""Every door of the house on one page: what the rooms promise each other.

A row is what a store keeps; what is sealed in it, the store cannot read.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal, NamedTuple, Protocol

from bot.core.dialogue import Dialogue
from bot.core.text import Rich, Template

# — channels: people —


class Came(StrEnum):
    """How something came in at a door."""

    TEXT = "text"  # typed words
    PRESS = "press"  # a button, `data` is what it carried
    EDIT = "edit"  # the person changed their own message `ref`
    OTHER = "other"  # a voice note, a photo: no text
    OPEN = "open"  # the person came in: /start, a terminal; for `text`, or to begin `data` if nothing waits
    BLOCKED = "blocked"  # the person shut us out
    UNBLOCKED = "unblocked"


@dataclass(frozen=True, slots=True)
class Inbound:
    """Something that came in. `key` names it for ever on its channel: what was seen before is not done twice.

    `address` is where to answer. On a chat `ref` is the number of the message (of a press: the one with the
    button) and `sent` when it was sent
    (epoch seconds); more messages may then belong to the same answer. Its words never appear in a repr.
    """

    channel: str
    key: int
    address: str
    came: Came
    text: str = field(default="", repr=False)
    data: str = field(default="", repr=False)
    ref: int | None = None
    sent: int = 0


@dataclass(frozen=True, slots=True)
class Button:
    """A label to show and the data that comes back when it is pressed (at most 64 bytes)."""

    label: str
    data: str


class Sort(StrEnum):
    """What kind of row the outbox holds, and so what may be done about it after a crash (see deliver.py)."""

    TEXT = "text"  # a text of a turn: send again
    QUESTION = "question"  # the same, and the person's next answer is about it
    REMINDER = "reminder"  # a question after a wait: again once, if unanswered and over a minute old
    MARK = "mark"  # a reaction on the person's own message: idempotent
    CHANGE = "change"  # other buttons on a question: idempotent
    ERASE = "erase"  # take a message out of the chat: idempotent
    TICK = "tick"  # not for a channel: an alarm that becomes an input again


@dataclass(frozen=True, slots=True)
class Outbound:
    """Something to send to one address.

    `rows`: buttons, a row each; `numbered`: the labels of the choices, for a door without buttons;
    `target`: the channel's number of the message it is about.
    """

    sort: Sort
    body: Rich = field(default=(), repr=False)
    rows: tuple[tuple[Button, ...], ...] = field(default=(), repr=False)
    numbered: tuple[str, ...] = field(default=(), repr=False)
    target: int | None = None


class Channel(Protocol):
    """A door to people. `send` returns the channel's number of the message, if it has one.

    Raises DeliveryError: later, never, blocked or unknown.
    """

    name: str
    pace: float
    """Seconds between two messages to one address."""

    async def send(self, address: str, outbound: Outbound) -> int | None: ...


# — the store —


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody. `foreground`: the session their words go to; `zone`: an IANA time zone."""

    id: bytes
    zone: str
    foreground: int | None = None
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class AddressRow:
    """How to reach a person; `hash` is keyed, `sealed` is the address itself."""

    channel: str
    hash: bytes
    person: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session. `turn` guards against a lost update, `at` is the minute of the last turn (epoch minutes),
    `question` the outbox row of the question that is open."""

    id: int
    person: bytes
    dialogue: str
    script: str
    turn: int
    live: bool
    at: int
    question: int | None
    sealed: bytes


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An entry of the log: the n-th of its session; `at` in epoch minutes."""

    session: int
    n: int
    person: bytes
    at: int
    sealed: bytes


Sent = Literal["waiting", "trying", "sent", "failed"]


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """Something to send, or an alarm. `due` in epoch seconds; `target`: the number of the message
    it concerns, known beforehand (MARK, CHANGE, ERASE) or after sending; `tries`:
    how many times it was or may have been sent."""

    id: int
    person: bytes
    session: int | None
    turn: int
    sort: Sort
    due: float
    sent: Sent
    tries: int
    target: int | None
    sealed: bytes | None


class Conflict(Exception):
    """Somebody else took this turn: nothing of the transaction may stay."""


class Work(Protocol):
    """What can be done inside one transaction."""

    def first_seen(self, channel: str, key: int, minute: int) -> bool:
        """Whether this key is new on this channel; it is not the next time."""

    def person_at(self, channel: str, hash_: bytes) -> PersonRow | None: ...
    def person(self, person: bytes) -> PersonRow | None: ...
    def add_person(self, row: PersonRow, address: AddressRow) -> None: ...
    def save_person(self, row: PersonRow) -> None: ...
    def address(self, person: bytes) -> AddressRow | None: ...

    def new_session_id(self) -> int:
        """The id for the next session; ids grow and never return, also after a removal."""

    def add_session(self, row: SessionRow) -> None:
        """Store a new session under an id from `new_session_id`."""

    def save_session(self, row: SessionRow) -> None:
        """Replace the row if the stored turn is lower than the row's; raises Conflict if not."""

    def session(self, session: int) -> SessionRow | None: ...
    def sessions(self, person: bytes, *, live: bool | None = None, since: int = 0) -> list[SessionRow]:
        """The person's sessions, the most recent first; `since` in epoch minutes."""

    def live_sessions(self) -> Iterable[SessionRow]:
        """Everybody's sessions that go on, in the order of id."""

    def keep(self, row: AnswerRow) -> None:
        """Store the entry, in the place of an earlier one with the same session and n."""

    def answers(self, session: int) -> list[AnswerRow]:
        """The entries of a session in the order of n."""

    def new_outbox_id(self) -> int:
        """The id for the next outbox row; ids grow in the order of queueing and never return."""

    def queue(self, row: OutboxRow) -> None:
        """Add a row under an id from `new_outbox_id`."""

    def queued(self, row: int) -> OutboxRow | None: ...
    def unsent(self, limit: int, *, above: int = 0) -> list[OutboxRow]:
        """Rows for a channel that are waiting or trying, with an id over `above`, in the order of id."""

    def ticks(self, now: float, limit: int) -> list[OutboxRow]:
        """Alarms that are due, the earliest first."""

    def next_tick(self) -> float | None:
        """When the earliest alarm is due, in epoch seconds."""

    def mark(self, row: int, sent: Sent, *, tries: int | None = None, target: int | None = None) -> None:
        """Say how far a row is; a row that was sent or failed keeps no body."""

    def give_up(self, person: bytes) -> None:
        """Everything that still waits to be sent to this person has failed; alarms stay."""

    def postpone(self, row: int, due: float) -> None: ...
    def drop(self, row: int) -> None: ...
    def drop_ticks(self, session: int) -> None:
        """Take away the alarms of a session."""

    def snapshot(self, hash_: str) -> bytes | None:
        """The packed text of a script that sessions were begun with."""

    def keep_snapshot(self, hash_: str, dialogue: str, text: bytes) -> None: ...
    def tidy(self, minute: int) -> None:
        """Forget keys seen, and rows sent, more than 48 hours before `minute` (epoch minutes)."""


class Store(Protocol):
    """The memory of the house. Inside one `transaction` several `work`s may run; one that raises leaves
    nothing behind and does not touch the others."""

    troubles: tuple[type[Exception], ...]
    """What it raises when it cannot write: a full disk, a lock."""

    reader: Work
    """For reading what is committed, while no transaction is open; writing through it is a mistake."""

    def begin(self) -> None: ...
    def commit(self) -> None: ...
    def rollback(self) -> None: ...
    def work(self) -> AbstractContextManager[Work]:
        """A part of the open transaction; an exception undoes this part and goes on to the caller."""

    def transaction(self) -> AbstractContextManager[Work]:
        """begin, one work, commit; or rollback."""

    def close(self) -> None: ...


# — the vault —


class Place(NamedTuple):
    """Where a sealed value rests; it opens nowhere else. `person` is 16 bytes."""

    person: bytes
    table: str
    record: str
    field: str


class Vault(Protocol):
    """Seals what people wrote. `open_sealed` raises CannotOpen, which says a code and nothing else."""

    def seal(self, place: Place, plain: bytes) -> bytes: ...
    def open_sealed(self, place: Place, sealed: bytes) -> bytes: ...
    def add_person(self, person: bytes) -> None: ...
    def address_hash(self, channel: str, address: str) -> bytes: ...
    def log_id(self, person: bytes) -> str: ...


class CannotOpen(Exception):
    """A sealed value that stays shut: "altered", "version", "no-key", "missing". Holds no content."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


# — the library —


class Library(Protocol):
    """What authors wrote: scripts, and the sentences of the house."""

    def dialogue(self, id_: str) -> Dialogue | None: ...
    def dialogues(self) -> tuple[Dialogue, ...]: ...
    def text_of(self, dialogue: Dialogue) -> bytes:
        """The text the script was read from, to be kept as its snapshot."""

    def read_snapshot(self, text: bytes) -> Dialogue:
        """A script as it once was; raises ContentError."""

    @property
    def texts(self) -> Mapping[str, Template]:
        """The sentences of the house by key."""

    @property
    def labels(self) -> Mapping[str, str]:
        """The labels of buttons by command word."""

    @property
    def commands(self) -> Mapping[str, str]:
        """What people type for a command (folded) → the command word."""


# — the rest —

Clock = Callable[[], datetime]
"""Now, as an aware datetime."""

Dice = Callable[[int], bytes]
"""That many random bytes."""


class Journal(Protocol):
    """The log: event codes and figures, never words. `person` is turned into a short keyed id."""

    def note(
        self, event: str, *, person: bytes | None = None, ms: float = 0.0, outcome: str = ""
    ) -> None: ...


Failpoint = Callable[[str], None]
"""Called by name just before and after every commit and send, so that a test can end the process there."""
