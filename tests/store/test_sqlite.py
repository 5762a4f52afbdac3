"""The store in a file keeps the contract, and its word when the disk is full or the process is killed."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import bot
from bot.ports import Sort
from bot.store import sqlite_work
from bot.store.sqlite import SqliteStore, StoreFault
from tests.store.contract import StoreContract
from tests.store.rows import PERSON_A, PERSON_B, SetClock, add, begin, entry, ids, queue

ROOT = Path(bot.__file__).parents[1]


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "house" / "data.db"


@pytest.fixture
def store(path: Path, clock: SetClock) -> Iterator[SqliteStore]:
    store = SqliteStore(path, clock=clock)
    yield store
    store.close()


class TestSqliteStore(StoreContract):
    """Everything in the contract."""


def pragma(store: SqliteStore, name: str) -> object:
    return store._db.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("page_size", 4096),
        ("wal_autocheckpoint", 4000),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
    ],
)
def test_every_connection_is_set_to_keep_its_word(path: Path, name: str, value: object) -> None:
    for _ in ("a new file", "the same file again"):
        store = SqliteStore(path)
        assert pragma(store, name) == value
        store.close()


def test_everything_survives_closing_and_opening_again(path: Path, store: SqliteStore) -> None:
    with store.transaction() as work:
        add(work, PERSON_A)
        session = begin(work)
        work.keep(entry(session, 1))
        work.first_seen("chat", 5, 0)
        work.keep_snapshot("hash", "gesprek/voorbereiden", b"script")
        text, tick = queue(work), queue(work, Sort.TICK, due=7.5)
        before = (work.person(PERSON_A), work.address(PERSON_A), work.session(session), work.queued(text))
    store.close()
    again = SqliteStore(path)
    with again.transaction() as work:
        assert before == (
            work.person(PERSON_A),
            work.address(PERSON_A),
            work.session(session),
            work.queued(text),
        )
        assert work.answers(session) == [entry(session, 1)]
        assert not work.first_seen("chat", 5, 0)
        assert work.snapshot("hash") == b"script"
        assert work.next_tick() == 7.5
        assert ids(work.ticks(8.0, 5)) == [tick]
    again.close()


def test_ids_do_not_return_after_a_removal_and_opening_again(path: Path, store: SqliteStore) -> None:
    with store.transaction() as work:
        add(work, PERSON_A)
        rows = [queue(work, Sort.TICK) for _ in range(3)]
        session = begin(work)
        work.drop(rows[2])
        work.drop_ticks(1)
    store._db.execute("DELETE FROM sessions")
    store.close()
    again = SqliteStore(path)
    with again.transaction() as work:
        assert work.new_outbox_id() > max(rows)
        assert work.new_session_id() > session
    again.close()


def test_what_was_not_committed_is_gone_after_closing(path: Path, store: SqliteStore) -> None:
    store.begin()
    with store.work() as work:
        add(work, PERSON_A)
    store.close()
    again = SqliteStore(path)
    with again.transaction() as work:
        assert work.person(PERSON_A) is None
    again.close()


def test_work_outside_a_transaction_is_refused(store: SqliteStore) -> None:
    with pytest.raises(StoreFault, match=r"^no-transaction$"), store.work() as work:
        add(work, PERSON_A)
    with pytest.raises(StoreFault, match=r"^no-transaction$"):
        store.commit()


def test_a_session_of_nobody_and_an_entry_of_no_session_are_refused(store: SqliteStore) -> None:
    with pytest.raises(sqlite3.IntegrityError), store.transaction() as work:
        begin(work, PERSON_A)
    with pytest.raises(sqlite3.IntegrityError), store.transaction() as work:
        work.keep(entry(1, 1))


# — a full disk —


@contextmanager
def no_more_room(store: SqliteStore) -> Iterator[None]:
    """The data file cannot get larger: what needs a page fails, and undoes the transaction."""
    pages = pragma(store, "page_count")
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    try:
        yield
    finally:
        store._db.execute("PRAGMA max_page_count = 1000000")


@contextmanager
def no_more_writing(path: Path) -> Iterator[None]:
    """No file can get larger than the WAL is now: a COMMIT fails half-way."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (Path(f"{path}-wal").stat().st_size + 100, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_commit_that_fails_leaves_nothing_and_the_store_goes_on(path: Path, store: SqliteStore) -> None:
    store.begin()
    with store.work() as work:
        add(work, PERSON_A)
    with no_more_writing(path), pytest.raises(store.troubles):
        store.commit()
    with store.transaction() as work:
        assert work.person(PERSON_A) is None
        add(work, PERSON_B)
    with store.transaction() as work:
        assert work.person(PERSON_B) is not None


def test_a_full_disk_fails_every_part_of_the_transaction_and_the_store_goes_on(store: SqliteStore) -> None:
    with no_more_room(store):
        store.begin()
        with store.work() as work:
            add(work, PERSON_A)
        with pytest.raises(sqlite3.OperationalError, match="full"), store.work() as work:
            work.keep_snapshot("hash", "gesprek/voorbereiden", bytes(100_000))
        with pytest.raises(StoreFault, match=r"^no-transaction$"), store.work() as work:
            add(work, PERSON_B)
        with pytest.raises(StoreFault, match=r"^no-transaction$"):
            store.commit()
        store.rollback()
    with store.transaction() as work:
        assert work.person(PERSON_A) is None
        work.keep_snapshot("hash", "gesprek/voorbereiden", bytes(100_000))
    with store.transaction() as work:
        assert work.snapshot("hash") == bytes(100_000)


def test_a_transaction_that_cannot_begin_because_another_is_writing_is_a_trouble(
    path: Path, store: SqliteStore
) -> None:
    store._db.execute("PRAGMA busy_timeout = 1").fetchall()
    other = SqliteStore(path)
    other.begin()
    with pytest.raises(store.troubles):
        store.begin()
    other.close()
    with store.transaction() as work:
        add(work, PERSON_A)
        assert work.person(PERSON_A) is not None


# — speed —


def plan_of(store: SqliteStore, name: str) -> str:
    """How SQLite finds the rows of a statement."""
    statement = getattr(sqlite_work, name)
    values = (None,) * (3 if "?3" in statement else statement.count("?"))
    return " ".join(row[3] for row in store._db.execute(f"EXPLAIN QUERY PLAN {statement}", values))


@pytest.mark.parametrize("name", [name for name in vars(sqlite_work) if name[0] == "_" and name.isupper()])
def test_only_tidying_walks_through_a_whole_table(store: SqliteStore, name: str) -> None:
    plan = plan_of(store, name)
    walks = "SCAN" in plan and "USING INDEX" not in plan
    # Looking ahead at new scripts is for whoever publishes them, who can wait a moment.
    whole = ("_FORGET_SEEN", "_FORGET_SENT", "_FROM_SESSIONS", "_FROM_OUTBOX", "_LIVE_SESSIONS")
    assert walks == (name in whole)


@pytest.mark.parametrize(
    ("name", "index"),
    [
        ("_UNSENT", "outbox_unsent (id>?)"),
        ("_TICKS", "outbox_ticks (due<?)"),
        ("_NEXT_TICK", "outbox_ticks"),
        ("_DROP_TICKS", "outbox_ticks_of (session=?)"),
    ],
)
def test_what_waits_is_found_without_reading_what_was_sent(store: SqliteStore, name: str, index: str) -> None:
    plan = plan_of(store, name)
    assert plan.endswith(f"USING INDEX {index}")


# — a kill —

KILLED = """
import os, signal, sys
from pathlib import Path
from bot.store import sqlite_work
from bot.store.sqlite import SqliteStore
from tests.store.rows import PERSON_B, add

def failpoint(name):
    if name == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

with SqliteStore(Path(sys.argv[1]), failpoint=failpoint).transaction() as work:
    add(work, PERSON_B)
"""


@pytest.mark.parametrize(("name", "kept"), [("store.commit.before", False), ("store.commit.after", True)])
def test_a_kill_right_before_the_commit_loses_the_row_and_right_after_keeps_it(
    path: Path, store: SqliteStore, name: str, kept: bool
) -> None:
    with store.transaction() as work:
        add(work, PERSON_A)
    store.close()
    ended = subprocess.run([sys.executable, "-c", KILLED, path, name], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL
    again = SqliteStore(path)
    with again.transaction() as work:
        assert work.person(PERSON_A) is not None
        assert (work.person(PERSON_B) is not None) == kept
    again.close()


# — erasing —


def stored_bytes(path: Path) -> bytes:
    """All that is on the disk: the file itself and its WAL."""
    return b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))


def test_a_removed_body_is_gone_from_the_file_and_its_wal(path: Path, store: SqliteStore) -> None:
    bodies = [f"canary {n:04} ".encode() + os.urandom(16).hex().encode() * (1 + n % 40) for n in range(400)]
    with store.transaction() as work:
        add(work, PERSON_A)
        session = begin(work)
        for n, body in enumerate(bodies):
            work.keep(entry(session, n, body))
    store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert all(body[:40] in stored_bytes(path) for body in bodies)
    store._db.execute("DELETE FROM answers WHERE n % 3 < 2")
    store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    left = stored_bytes(path)
    assert [n for n, body in enumerate(bodies) if body[:40] in left] == [n for n in range(400) if n % 3 == 2]


def test_a_sent_body_is_gone_from_the_file_and_its_wal(path: Path, store: SqliteStore) -> None:
    with store.transaction() as work:
        rows = [queue(work) for _ in range(200)]
    store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert stored_bytes(path).count(b"body") == 200
    with store.transaction() as work:
        for row in rows:
            work.mark(row, "sent")
    store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert b"body" not in stored_bytes(path)
