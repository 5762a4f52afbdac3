"""The key store: an SQLite file of its own that holds wrapped keys only; it never sees an open one."""

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from bot.vault.master import KeyFault, sync_folder

APPLICATION_ID = 0x5255474B  # "RUGK"
SCHEMA_VERSION = 1
PATIENCE_SECONDS = 5.0
_SECONDS_A_DAY = 86_400
_TABLES = """
CREATE TABLE masters (version INTEGER PRIMARY KEY, proof BLOB NOT NULL);
CREATE TABLE keys (
    person BLOB PRIMARY KEY, version INTEGER NOT NULL, wrapped BLOB NOT NULL, made INTEGER NOT NULL
) WITHOUT ROWID;
"""


class KeyStoreFault(KeyFault):
    """The key store: "store-missing", "empty", "not-ours", "version", "damaged", "unreadable" or "busy"."""


class KeyStore:
    """An open key store. Every change is on the disk when the method that makes it returns."""

    def __init__(self, path: Path, *, create: bool) -> None:
        """Open the file; with `create` an absent one is made (0600, folder 0700). Raise KeyStoreFault."""
        if create:
            _make_file(path)
        elif not path.exists():
            raise KeyStoreFault("store-missing")
        try:
            self._db = _connect(path)
        except sqlite3.Error as fault:
            raise KeyStoreFault("unreadable") from fault

    def is_empty(self) -> bool:
        """Say whether nothing was ever written to it: a new file, or one whose founding was cut short."""
        return _is_empty(self._db)

    def found(
        self, master_version: int, proof: bytes, person: bytes, key_version: int, wrapped: bytes
    ) -> None:
        """Make the tables with the master's check value and a first key; does nothing to a founded store."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            if self.is_empty():
                for statement in _TABLES.split(";"):
                    self._db.execute(statement)
                self._db.execute("INSERT INTO masters VALUES (?, ?)", (master_version, proof))
                self.add(person, key_version, wrapped)
                self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                self._db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise

    def proof(self, master_version: int) -> bytes | None:
        """Return the check value of a master key, or None when no key of that version was used here."""
        row = self._db.execute("SELECT proof FROM masters WHERE version = ?", (master_version,)).fetchone()
        return None if row is None else bytes(row[0])

    def add(self, person: bytes, key_version: int, wrapped: bytes) -> None:
        """Keep a person's wrapped key; a key that is there already stays as it is."""
        self._db.execute(
            "INSERT INTO keys (person, version, wrapped, made) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (person, key_version, wrapped, int(time.time()) // _SECONDS_A_DAY),
        )

    def get(self, person: bytes) -> tuple[int, bytes] | None:
        """Return (key version, wrapped key), or None for somebody who has no key here."""
        row = self._db.execute("SELECT version, wrapped FROM keys WHERE person = ?", (person,)).fetchone()
        return None if row is None else (int(row[0]), bytes(row[1]))

    def holds_other_than(self, person: bytes) -> bool:
        """Say whether there is a key of anybody else."""
        return (
            self._db.execute("SELECT 1 FROM keys WHERE person <> ? LIMIT 1", (person,)).fetchone() is not None
        )

    def remove(self, person: bytes) -> None:
        """Delete a key and every trace of it in the file and its WAL; can be repeated.

        Raises KeyStoreFault("busy") when another reader keeps the WAL from being emptied: the key is deleted,
        its bytes are not yet gone, and the call must be repeated.
        """
        self._db.execute("DELETE FROM keys WHERE person = ?", (person,))
        busy, _, _ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise KeyStoreFault("busy")

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def _make_file(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        sync_folder(path.parent)


def _connect(path: Path) -> sqlite3.Connection:
    where = path.absolute().as_uri() + "?mode=rw"
    db = sqlite3.connect(where, uri=True, timeout=PATIENCE_SECONDS, isolation_level=None)
    try:
        _refuse_foreign(db)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON")
    except BaseException:
        db.close()
        raise
    return db


def _is_empty(db: sqlite3.Connection) -> bool:
    return db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None


def _refuse_foreign(db: sqlite3.Connection) -> None:
    # Before anything is set: a file that is not ours must not be touched.
    if _is_empty(db):
        return
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise KeyStoreFault("not-ours")
    if db.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
        raise KeyStoreFault("version")
