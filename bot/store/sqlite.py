"""The store in an SQLite file: opening it safely, and transactions that are on the disk when they return.

It refuses a file that is not ours, or that a newer version of the house has written.
"""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.core.errors import HouseError
from bot.ports import Clock, Failpoint, Work
from bot.store.age import system_clock
from bot.store.migrations import NEWEST, migrate
from bot.store.sqlite_work import SqliteWork

APPLICATION_ID = 0x52554747  # "RUGG"
PATIENCE_SECONDS = 5.0
CACHED_STATEMENTS = 256
_PRAGMAS = (
    "PRAGMA page_size = 4096",  # only before the switch to WAL
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA wal_autocheckpoint = 4000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)


class StoreFault(HouseError):
    """A data file that cannot be used; `code` is all it says.

    "newer", "not-a-store" or "unreadable" on opening; later "no-transaction": none is open, or the disk was
    full and SQLite has undone the one that was.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def _pass_by(name: str) -> None:
    """Nobody is testing: go on."""


class SqliteStore:
    """An open data file, for one thread. What was committed survives a kill and a power cut."""

    # Not IntegrityError: that is a mistake of the programmer, and trying again would not mend it.
    troubles: tuple[type[Exception], ...] = (sqlite3.OperationalError, StoreFault)

    def __init__(self, path: Path, *, clock: Clock = system_clock, failpoint: Failpoint = _pass_by) -> None:
        """Open the file, or make it (0600, in a folder 0700); raises StoreFault.

        `clock` says when a row was sent or given up.
        """
        self._db = _open(path)
        self._work = SqliteWork(self._db, clock)
        self.reader: Work = self._work
        self._failpoint = failpoint

    def begin(self) -> None:
        """Open a transaction; waits up to PATIENCE_SECONDS for another process that is writing."""
        self._db.execute("BEGIN IMMEDIATE")
        self._work.fresh = True

    def commit(self) -> None:
        """Put the transaction on the disk. When that fails nothing of it stays, and a new one can begin."""
        self._demand_transaction()
        self._failpoint("store.commit.before")
        try:
            self._db.execute("COMMIT")
        except BaseException:
            self.rollback()
            raise
        self._failpoint("store.commit.after")

    def rollback(self) -> None:
        """Undo the transaction, if there still is one."""
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    @contextmanager
    def work(self) -> Iterator[Work]:
        """A part of the open transaction; an exception undoes this part and goes on to the caller."""
        self._demand_transaction()
        self._db.execute("SAVEPOINT part")
        try:
            yield self._work
        except BaseException:
            # A full disk has already undone everything, savepoints included.
            if self._db.in_transaction:
                self._db.execute("ROLLBACK TO part")
                self._db.execute("RELEASE part")
            raise
        self._db.execute("RELEASE part")

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
        """Close the file; what was not committed is gone."""
        self._db.close()

    def _demand_transaction(self) -> None:
        # Without one a SAVEPOINT would quietly open a transaction of its own, and commit it.
        if not self._db.in_transaction:
            raise StoreFault("no-transaction")


def _open(path: Path) -> sqlite3.Connection:
    _make_file(path)
    with _alone_in(path.parent):
        try:
            return _connect(path)
        except sqlite3.Error as fault:
            foreign = getattr(fault, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB
            raise StoreFault("not-a-store" if foreign else "unreadable") from fault


def _make_file(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    # The switch of a new file to WAL does not wait its turn: without this lock the second of two processes
    # fails. On the folder, because closing any handle on the file itself would let go of SQLite's locks.
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(
        path.absolute().as_uri() + "?mode=rw",
        uri=True,
        timeout=PATIENCE_SECONDS,
        isolation_level=None,
        cached_statements=CACHED_STATEMENTS,
    )
    try:
        version = _version(db)
        for pragma in _PRAGMAS:
            db.execute(pragma)
        if version < NEWEST:
            _bring_up_to_date(db)
    except BaseException:
        db.close()
        raise
    return db


def _version(db: sqlite3.Connection) -> int:
    # Before anything is set: a file that is not ours must not be touched.
    is_empty = db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
    owner = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if owner != APPLICATION_ID and (owner or version or not is_empty):
        raise StoreFault("not-a-store")
    if version > NEWEST:
        raise StoreFault("newer")
    return version


def _bring_up_to_date(db: sqlite3.Connection) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        migrate(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
