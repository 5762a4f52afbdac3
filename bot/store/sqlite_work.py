"""What can be done inside one SQLite transaction: a statement or two for every question the house asks."""

import sqlite3
from typing import Any

from bot.ports import AddressRow, AnswerRow, Clock, Conflict, OutboxRow, PersonRow, Sent, SessionRow, Sort
from bot.store.age import MINUTES_KEPT

_SEE = "INSERT INTO seen (channel, key, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_FORGET_SEEN = "DELETE FROM seen WHERE at < ?"

_PERSON = "SELECT id, zone, foreground, reachable FROM people WHERE id = ?"
_PERSON_AT = (
    "SELECT p.id, p.zone, p.foreground, p.reachable FROM addresses a JOIN people p ON p.id = a.person"
    " WHERE a.channel = ? AND a.hash = ?"
)
_ADD_PERSON = (
    "INSERT INTO people (id, zone, foreground, reachable) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_SAVE_PERSON = "UPDATE people SET zone = ?, foreground = ?, reachable = ? WHERE id = ?"
_ADD_ADDRESS = (
    "INSERT INTO addresses (channel, hash, person, sealed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_ADDRESS = "SELECT channel, hash, person, sealed FROM addresses WHERE person = ?"

_LAST_SESSION = (
    "SELECT max(last, coalesce((SELECT max(id) FROM sessions), 0)) FROM ids WHERE name = 'sessions'"
)
_ADD_SESSION = (
    "INSERT INTO sessions (id, person, dialogue, script, turn, live, at, question, sealed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SAVE_SESSION = (
    "UPDATE sessions SET dialogue = ?, script = ?, turn = ?, live = ?, at = ?, question = ?, sealed = ?"
    " WHERE id = ? AND person = ? AND turn < ?"
)
_FROM_SESSIONS = "SELECT id, person, dialogue, script, turn, live, at, question, sealed FROM sessions"
_SESSION = _FROM_SESSIONS + " WHERE id = ?"
_SESSIONS = _FROM_SESSIONS + (
    " WHERE person = ?1 AND at >= ?2 AND (?3 IS NULL OR live = ?3) ORDER BY at DESC, id DESC"
)
_LIVE_SESSIONS = _FROM_SESSIONS + " WHERE live ORDER BY id"

_KEEP = (
    "INSERT INTO answers (session, n, person, at, sealed) VALUES (?, ?, ?, ?, ?) ON CONFLICT (session, n)"
    " DO UPDATE SET person = excluded.person, at = excluded.at, sealed = excluded.sealed"
)
_ANSWERS = "SELECT session, n, person, at, sealed FROM answers WHERE session = ? ORDER BY n"

_LAST_ROW = "SELECT max(last, coalesce((SELECT max(id) FROM outbox), 0)) FROM ids WHERE name = 'outbox'"
_QUEUE = (
    "INSERT INTO outbox (id, person, session, turn, sort, due, sent, tries, target, sealed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_FROM_OUTBOX = "SELECT id, person, session, turn, sort, due, sent, tries, target, sealed FROM outbox"
_QUEUED = _FROM_OUTBOX + " WHERE id = ?"
# These spell out the conditions of their partial indexes, word for word, or SQLite would not use those.
_UNSENT = _FROM_OUTBOX + (
    " WHERE sent IN ('waiting', 'trying') AND sort <> 'tick' AND id > ? ORDER BY id LIMIT ?"
)
_TICKS = _FROM_OUTBOX + (
    " WHERE sent IN ('waiting', 'trying') AND sort = 'tick' AND due <= ? ORDER BY due, id LIMIT ?"
)
_NEXT_TICK = (
    "SELECT due FROM outbox WHERE sent IN ('waiting', 'trying') AND sort = 'tick' ORDER BY due LIMIT 1"
)
_MARK_OPEN = (
    "UPDATE outbox SET sent = ?, tries = coalesce(?, tries), target = coalesce(?, target), done = NULL"
    " WHERE id = ?"
)
_MARK_DONE = (
    "UPDATE outbox SET sent = ?, tries = coalesce(?, tries), target = coalesce(?, target), done = ?,"
    " sealed = NULL WHERE id = ?"
)
_GIVE_UP = (
    "UPDATE outbox SET sent = 'failed', sealed = NULL, done = ?"
    " WHERE sent IN ('waiting', 'trying') AND sort <> 'tick' AND person = ?"
)
_POSTPONE = "UPDATE outbox SET due = ? WHERE id = ?"
_DROP = "DELETE FROM outbox WHERE id = ?"
_DROP_TICKS = "DELETE FROM outbox WHERE sort = 'tick' AND session = ?"
_FORGET_SENT = "DELETE FROM outbox WHERE done < ? AND sort <> 'tick'"

_SNAPSHOT = "SELECT text FROM scripts WHERE hash = ?"
_KEEP_SNAPSHOT = "INSERT INTO scripts (hash, dialogue, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"


class SqliteWork:
    """The doors of Work onto one connection; whoever uses it has opened a transaction."""

    __slots__ = ("_clock", "_execute", "_last_row", "_last_session", "fresh")

    def __init__(self, db: sqlite3.Connection, clock: Clock) -> None:
        self._execute = db.execute
        self._clock = clock
        self._last_session = 0
        self._last_row = 0
        self.fresh = True
        """Whether somebody else may have queued a row since this transaction began to look."""

    def first_seen(self, channel: str, key: int, minute: int) -> bool:
        """Whether this key is new on this channel; it is not the next time."""
        return self._execute(_SEE, (channel, key, minute)).rowcount == 1

    def person_at(self, channel: str, hash_: bytes) -> PersonRow | None:
        """Who is reached at the address with this keyed hash."""
        return _person(self._execute(_PERSON_AT, (channel, hash_)).fetchone())

    def person(self, person: bytes) -> PersonRow | None:
        """The person with this id."""
        return _person(self._execute(_PERSON, (person,)).fetchone())

    def add_person(self, row: PersonRow, address: AddressRow) -> None:
        """Store somebody new with their address; raises Conflict if either is known already."""
        added = self._execute(_ADD_PERSON, (row.id, row.zone, row.foreground, row.reachable)).rowcount
        values = (address.channel, address.hash, address.person, address.sealed)
        if not added or not self._execute(_ADD_ADDRESS, values).rowcount:
            raise Conflict

    def save_person(self, row: PersonRow) -> None:
        """Replace the row of a person."""
        self._execute(_SAVE_PERSON, (row.zone, row.foreground, row.reachable, row.id))

    def address(self, person: bytes) -> AddressRow | None:
        """How to reach a person."""
        found = self._execute(_ADDRESS, (person,)).fetchone()
        return None if found is None else AddressRow(*found)

    def new_session_id(self) -> int:
        """The id for the next session; another one every time, ids grow and never return."""
        self._last_session = max(self._last_session, self._execute(_LAST_SESSION).fetchone()[0]) + 1
        return self._last_session

    def add_session(self, row: SessionRow) -> None:
        """Store a new session under an id from `new_session_id`."""
        values = (row.dialogue, row.script, row.turn, row.live, row.at, row.question, row.sealed)
        self._execute(_ADD_SESSION, (row.id, row.person, *values))

    def save_session(self, row: SessionRow) -> None:
        """Replace the row if it is this person's and the stored turn is lower; raises Conflict if not."""
        values = (row.dialogue, row.script, row.turn, row.live, row.at, row.question, row.sealed)
        if not self._execute(_SAVE_SESSION, (*values, row.id, row.person, row.turn)).rowcount:
            raise Conflict

    def session(self, session: int) -> SessionRow | None:
        """The session with this id."""
        found = self._execute(_SESSION, (session,)).fetchone()
        return None if found is None else _session(found)

    def sessions(self, person: bytes, *, live: bool | None = None, since: int = 0) -> list[SessionRow]:
        """The person's sessions, the most recent first; `since` in epoch minutes."""
        return [_session(found) for found in self._execute(_SESSIONS, (person, since, live))]

    def live_sessions(self) -> list[SessionRow]:
        """Everybody's sessions that go on, in the order of id."""
        return [_session(found) for found in self._execute(_LIVE_SESSIONS, ())]

    def keep(self, row: AnswerRow) -> None:
        """Store the entry, in the place of an earlier one with the same session and n."""
        self._execute(_KEEP, (row.session, row.n, row.person, row.at, row.sealed))

    def answers(self, session: int) -> list[AnswerRow]:
        """The entries of a session in the order of n."""
        return [AnswerRow(*found) for found in self._execute(_ANSWERS, (session,))]

    def new_outbox_id(self) -> int:
        """The id for the next outbox row; another one every time, ids grow and never return."""
        if self.fresh:
            self._last_row = max(self._last_row, self._execute(_LAST_ROW).fetchone()[0])
            self.fresh = False
        self._last_row += 1
        return self._last_row

    def queue(self, row: OutboxRow) -> None:
        """Add a row under an id from `new_outbox_id`."""
        whose = (row.id, row.person, row.session, row.turn)
        how = (row.sort.value, row.due, row.sent, row.tries, row.target, row.sealed)
        self._execute(_QUEUE, (*whose, *how))

    def queued(self, row: int) -> OutboxRow | None:
        """The row with this id."""
        found = self._execute(_QUEUED, (row,)).fetchone()
        return None if found is None else _outbox(found)

    def unsent(self, limit: int, *, above: int = 0) -> list[OutboxRow]:
        """Rows for a channel that are waiting or trying, with an id over `above`, in the order of id."""
        return [_outbox(found) for found in self._execute(_UNSENT, (above, limit))]

    def ticks(self, now: float, limit: int) -> list[OutboxRow]:
        """Alarms that are due at `now` (epoch seconds), the earliest first."""
        return [_outbox(found) for found in self._execute(_TICKS, (now, limit))]

    def next_tick(self) -> float | None:
        """When the earliest alarm is due, in epoch seconds."""
        found = self._execute(_NEXT_TICK).fetchone()
        return None if found is None else float(found[0])

    def mark(self, row: int, sent: Sent, *, tries: int | None = None, target: int | None = None) -> None:
        """Say how far a row is; a row that was sent or failed keeps no body. None leaves what is stored."""
        if sent in ("sent", "failed"):
            minute = int(self._clock().timestamp() // 60)
            self._execute(_MARK_DONE, (sent, tries, target, minute, row))
        else:
            self._execute(_MARK_OPEN, (sent, tries, target, row))

    def give_up(self, person: bytes) -> None:
        """Everything that still waits to be sent to this person has failed; alarms stay."""
        self._execute(_GIVE_UP, (int(self._clock().timestamp() // 60), person))

    def postpone(self, row: int, due: float) -> None:
        """Let a row wait until `due` (epoch seconds)."""
        self._execute(_POSTPONE, (due, row))

    def drop(self, row: int) -> None:
        """Take a row away."""
        self._execute(_DROP, (row,))

    def drop_ticks(self, session: int) -> None:
        """Take away the alarms of a session."""
        self._execute(_DROP_TICKS, (session,))

    def snapshot(self, hash_: str) -> bytes | None:
        """The text of a script that sessions were begun with."""
        found = self._execute(_SNAPSHOT, (hash_,)).fetchone()
        return None if found is None else bytes(found[0])

    def keep_snapshot(self, hash_: str, dialogue: str, text: bytes) -> None:
        """Keep the text of a script; one that is kept already stays as it is."""
        self._execute(_KEEP_SNAPSHOT, (hash_, dialogue, text))

    def tidy(self, minute: int) -> None:
        """Forget keys seen, and rows sent or given up, more than 48 hours before `minute` (epoch minutes)."""
        self._execute(_FORGET_SEEN, (minute - MINUTES_KEPT,))
        self._execute(_FORGET_SENT, (minute - MINUTES_KEPT,))


def _person(found: tuple[Any, ...] | None) -> PersonRow | None:
    if found is None:
        return None
    id_, zone, foreground, reachable = found
    return PersonRow(id_, zone, foreground, bool(reachable))


def _session(found: tuple[Any, ...]) -> SessionRow:
    id_, person, dialogue, script, turn, live, at, question, sealed = found
    return SessionRow(id_, person, dialogue, script, turn, bool(live), at, question, sealed)


def _outbox(found: tuple[Any, ...]) -> OutboxRow:
    id_, person, session, turn, sort, *rest = found
    return OutboxRow(id_, person, session, turn, Sort(sort), *rest)
