"""The store as dictionaries: for tests and quick tries; it forgets everything when the process ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace

from bot.ports import (
    AddressRow,
    AnswerRow,
    Clock,
    Conflict,
    OutboxRow,
    PersonRow,
    Sent,
    SessionRow,
    Sort,
    Work,
)
from bot.store.age import MINUTES_KEPT, system_clock


@dataclass
class _Rows:
    """All that is remembered; rows are frozen, so a copy of the dictionaries is a copy of everything."""

    seen: dict[tuple[str, int], int] = field(default_factory=dict)
    people: dict[bytes, PersonRow] = field(default_factory=dict)
    addresses: dict[tuple[str, bytes], AddressRow] = field(default_factory=dict)
    sessions: dict[int, SessionRow] = field(default_factory=dict)
    answers: dict[tuple[int, int], AnswerRow] = field(default_factory=dict)
    outbox: dict[int, OutboxRow] = field(default_factory=dict)
    done: dict[int, int] = field(default_factory=dict)
    scripts: dict[str, bytes] = field(default_factory=dict)

    def copied(self) -> "_Rows":
        return _Rows(**{name: copy(value) for name, value in vars(self).items()})


class MemoryStore:
    """A store that keeps nothing on a disk; the same doors, without locks."""

    troubles: tuple[type[Exception], ...] = ()

    def __init__(self, *, clock: Clock = system_clock) -> None:
        """`clock` says when a row was sent or given up."""
        self._work = MemoryWork(clock)
        self.reader: Work = self._work
        self._before: _Rows | None = None

    def begin(self) -> None:
        """Open a transaction."""
        assert self._before is None, "a transaction is open already"
        self._before = self._work.rows.copied()

    def commit(self) -> None:
        """Let what was done stay."""
        assert self._before is not None, "no transaction is open"
        self._before = None

    def rollback(self) -> None:
        """Undo the transaction, if there is one."""
        if self._before is not None:
            self._work.rows, self._before = self._before, None

    @contextmanager
    def work(self) -> Iterator[Work]:
        """A part of the open transaction; an exception undoes this part and goes on to the caller."""
        assert self._before is not None, "no transaction is open"
        before = self._work.rows.copied()
        try:
            yield self._work
        except BaseException:
            self._work.rows = before
            raise

    @contextmanager
    def transaction(self) -> Iterator[Work]:
        """Begin, one work, commit; or rollback."""
        self.begin()
        try:
            yield self._work
            self.commit()
        except BaseException:
            self.rollback()
            raise

    def close(self) -> None:
        """Forget what was not committed."""
        self.rollback()


class MemoryWork:
    """The doors of Work onto dictionaries."""

    def __init__(self, clock: Clock) -> None:
        self.rows = _Rows()
        self._clock = clock
        self._last_session = 0
        self._last_row = 0

    def first_seen(self, channel: str, key: int, minute: int) -> bool:
        """Whether this key is new on this channel; it is not the next time."""
        is_new = (channel, key) not in self.rows.seen
        if is_new:
            self.rows.seen[channel, key] = minute
        return is_new

    def person_at(self, channel: str, hash_: bytes) -> PersonRow | None:
        """Who is reached at the address with this keyed hash."""
        address = self.rows.addresses.get((channel, hash_))
        return None if address is None else self.rows.people[address.person]

    def person(self, person: bytes) -> PersonRow | None:
        """The person with this id."""
        return self.rows.people.get(person)

    def add_person(self, row: PersonRow, address: AddressRow) -> None:
        """Store somebody new with their address; raises Conflict if either is known already."""
        place = (address.channel, address.hash)
        if row.id in self.rows.people or place in self.rows.addresses:
            raise Conflict
        self.rows.people[row.id] = row
        assert address.person in self.rows.people, "an address of nobody"
        self.rows.addresses[place] = address

    def save_person(self, row: PersonRow) -> None:
        """Replace the row of a person."""
        if row.id in self.rows.people:
            self.rows.people[row.id] = row

    def address(self, person: bytes) -> AddressRow | None:
        """How to reach a person."""
        return next((row for row in self.rows.addresses.values() if row.person == person), None)

    def new_session_id(self) -> int:
        """The id for the next session; another one every time, ids grow and never return."""
        self._last_session += 1
        return self._last_session

    def add_session(self, row: SessionRow) -> None:
        """Store a new session under an id from `new_session_id`."""
        assert row.person in self.rows.people, "a session of nobody"
        assert row.id not in self.rows.sessions, "a session that is there already"
        self.rows.sessions[row.id] = row

    def save_session(self, row: SessionRow) -> None:
        """Replace the row if it is this person's and the stored turn is lower; raises Conflict if not."""
        stored = self.rows.sessions.get(row.id)
        if stored is None or stored.person != row.person or stored.turn >= row.turn:
            raise Conflict
        self.rows.sessions[row.id] = row

    def session(self, session: int) -> SessionRow | None:
        """The session with this id."""
        return self.rows.sessions.get(session)

    def sessions(self, person: bytes, *, live: bool | None = None, since: int = 0) -> list[SessionRow]:
        """The person's sessions, the most recent first; `since` in epoch minutes."""
        found = (row for row in self.rows.sessions.values() if row.person == person and row.at >= since)
        wanted = (row for row in found if live is None or row.live == live)
        return sorted(wanted, key=lambda row: (row.at, row.id), reverse=True)

    def live_sessions(self) -> list[SessionRow]:
        """Everybody's sessions that go on, in the order of id."""
        return sorted((row for row in self.rows.sessions.values() if row.live), key=lambda row: row.id)

    def keep(self, row: AnswerRow) -> None:
        """Store the entry, in the place of an earlier one with the same session and n."""
        assert row.session in self.rows.sessions, "an entry of no session"
        self.rows.answers[row.session, row.n] = row

    def answers(self, session: int) -> list[AnswerRow]:
        """The entries of a session in the order of n."""
        found = (row for row in self.rows.answers.values() if row.session == session)
        return sorted(found, key=lambda row: row.n)

    def new_outbox_id(self) -> int:
        """The id for the next outbox row; another one every time, ids grow and never return."""
        self._last_row += 1
        return self._last_row

    def queue(self, row: OutboxRow) -> None:
        """Add a row under an id from `new_outbox_id`."""
        assert row.id not in self.rows.outbox, "a row that is there already"
        self.rows.outbox[row.id] = row

    def queued(self, row: int) -> OutboxRow | None:
        """The row with this id."""
        return self.rows.outbox.get(row)

    def unsent(self, limit: int, *, above: int = 0) -> list[OutboxRow]:
        """Rows for a channel that are waiting or trying, with an id over `above`, in the order of id."""
        found = (row for row in self._open_rows() if row.sort is not Sort.TICK and row.id > above)
        return sorted(found, key=lambda row: row.id)[:limit]

    def ticks(self, now: float, limit: int) -> list[OutboxRow]:
        """Alarms that are due at `now` (epoch seconds), the earliest first."""
        return [row for row in self._alarms() if row.due <= now][:limit]

    def next_tick(self) -> float | None:
        """When the earliest alarm is due, in epoch seconds."""
        return next((row.due for row in self._alarms()), None)

    def mark(self, row: int, sent: Sent, *, tries: int | None = None, target: int | None = None) -> None:
        """Say how far a row is; a row that was sent or failed keeps no body. None leaves what is stored."""
        stored = self.rows.outbox.get(row)
        if stored is None:
            return
        tries = stored.tries if tries is None else tries
        target = stored.target if target is None else target
        sealed = stored.sealed
        self.rows.done.pop(row, None)
        if sent in ("sent", "failed"):
            sealed = None
            self.rows.done[row] = int(self._clock().timestamp() // 60)
        self.rows.outbox[row] = replace(stored, sent=sent, tries=tries, target=target, sealed=sealed)

    def give_up(self, person: bytes) -> None:
        """Everything that still waits to be sent to this person has failed; alarms stay."""
        for row in self.unsent(len(self.rows.outbox)):
            if row.person == person:
                self.mark(row.id, "failed")

    def postpone(self, row: int, due: float) -> None:
        """Let a row wait until `due` (epoch seconds)."""
        if row in self.rows.outbox:
            self.rows.outbox[row] = replace(self.rows.outbox[row], due=due)

    def drop(self, row: int) -> None:
        """Take a row away."""
        self.rows.outbox.pop(row, None)
        self.rows.done.pop(row, None)

    def drop_ticks(self, session: int) -> None:
        """Take away the alarms of a session."""
        for row in list(self.rows.outbox.values()):
            if row.sort is Sort.TICK and row.session == session:
                self.drop(row.id)

    def snapshot(self, hash_: str) -> bytes | None:
        """The text of a script that sessions were begun with."""
        return self.rows.scripts.get(hash_)

    def keep_snapshot(self, hash_: str, dialogue: str, text: bytes) -> None:
        """Keep the text of a script; one that is kept already stays as it is."""
        self.rows.scripts.setdefault(hash_, text)

    def tidy(self, minute: int) -> None:
        """Forget keys seen, and rows sent or given up, more than 48 hours before `minute` (epoch minutes)."""
        oldest = minute - MINUTES_KEPT
        self.rows.seen = {key: at for key, at in self.rows.seen.items() if at >= oldest}
        for row in [row for row, at in self.rows.done.items() if at < oldest]:
            if self.rows.outbox[row].sort is not Sort.TICK:
                self.drop(row)

    def _open_rows(self) -> Iterator[OutboxRow]:
        return (row for row in self.rows.outbox.values() if row.sent in ("waiting", "trying"))

    def _alarms(self) -> list[OutboxRow]:
        found = (row for row in self._open_rows() if row.sort is Sort.TICK)
        return sorted(found, key=lambda row: (row.due, row.id))
