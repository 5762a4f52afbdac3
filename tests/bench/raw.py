"""The limit: nothing but the statements of a turn on the tables of the house, one commit a turn."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from bot.store.sqlite import SqliteStore
from tests.bench import disk
from tests.bench.house import ANSWERS, REPLIES, SEEN, Sizes
from tests.bench.subject import QUESTIONS, Kept, Subject

_MINUTE = 29_900_000
_SEE = "INSERT INTO seen (channel, key, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_SESSION = "SELECT id, person, dialogue, script, turn, live, at, question, sealed FROM sessions WHERE id = ?"
_KEEP = "INSERT INTO answers (session, n, person, at, sealed) VALUES (?, ?, ?, ?, ?)"
_QUEUE = (
    "INSERT INTO outbox (id, person, session, turn, sort, due, sent, tries, sealed)"
    " VALUES (?, ?, ?, ?, 'question', ?, 'waiting', 0, ?)"
)
_SAVE = "UPDATE sessions SET turn = ?, at = ?, question = ?, sealed = ? WHERE id = ? AND turn < ?"
_ADD = "INSERT INTO sessions VALUES (?, ?, 'meetlat', ?, 1, 1, ?, NULL, ?)"


class Raw(Subject):
    """Random bytes in the sizes of what the house seals."""

    def __init__(self, db: sqlite3.Connection, path: Path, sizes: Sizes, groups: int) -> None:
        super().__init__("raw SQLite, one commit a turn", groups)
        self._db = db
        self._path = path
        self._sizes = sizes
        self._sessions: dict[int, int] = {}
        self._ids, self._keys, self._rows, self._commits = count(1), count(1), count(1), 0
        self._waiting: list[tuple[int, int]] = []

    async def begin(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        for person in self.everybody:
            whose, self._sessions[person] = person.to_bytes(16, "big"), next(self._ids)
            values = (self._sessions[person], whose, "f" * 64, _MINUTE, os.urandom(self._sizes.session))
            self._db.execute(
                "INSERT INTO people VALUES (?, 'Europe/Amsterdam', 1, 1) ON CONFLICT DO NOTHING", (whose,)
            )
            self._db.execute(_ADD, values)
        self._db.execute("COMMIT")

    def prepare(self, people: list[int]) -> None:
        self._waiting = [(n, self._sessions[person]) for n in range(1, QUESTIONS + 1) for person in people]
        sizes = self._sizes
        self._blobs = tuple(os.urandom(size) for size in (sizes.answer, sizes.reply, sizes.session))

    async def run(self) -> None:
        answer, reply, head = self._blobs
        execute = self._db.execute
        for n, session in self._waiting:
            row = next(self._rows)
            execute("BEGIN IMMEDIATE")
            execute(_SEE, ("telegram", next(self._keys), _MINUTE))
            whose = execute(_SESSION, (session,)).fetchone()[1]
            execute(_KEEP, (session, n, whose, _MINUTE, answer))
            execute(_QUEUE, (row, whose, session, n + 1, _MINUTE * 60.0, reply))
            execute(_SAVE, (n + 1, _MINUTE, row, head, session, n + 1))
            execute("COMMIT")
            self._commits += 1

    def kept(self) -> Kept:
        return Kept(*(disk.count(self._path, query) for query in (ANSWERS, REPLIES, SEEN)))

    def syncs(self) -> tuple[int, int]:
        return self._commits, disk.syncs(self._path, self._commits)


@contextmanager
def raw(folder: Path, sizes: Sizes, groups: int) -> Iterator[Raw]:
    """The tables of the house in an empty folder."""
    path = folder / "raw.db"
    SqliteStore(path).close()
    db = disk.connected(path)
    try:
        yield Raw(db, path, sizes, groups)
    finally:
        db.close()
