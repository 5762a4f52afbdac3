"""Opening a data file: made safely, brought up to date once, refused when it is not ours."""

import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

import bot
from bot.store.migrations import NEWEST, migrate
from bot.store.sqlite import SqliteStore, StoreFault
from tests.store.rows import PERSON_A, add

ROOT = Path(bot.__file__).parents[1]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "house" / "data.db"


@pytest.fixture
def existing(path: Path) -> Path:
    """A data file that is up to date and has somebody in it."""
    store = SqliteStore(path)
    with store.transaction() as work:
        add(work, PERSON_A)
    store.close()
    return path


def dump(path: Path) -> list[str]:
    """The file as text: every table, every row, and the numbers in its head."""
    db = sqlite3.connect(path)
    numbers = [str(db.execute(f"PRAGMA {name}").fetchone()) for name in ("user_version", "application_id")]
    lines = [*numbers, *db.iterdump()]
    db.close()
    return lines


def run(code: str, *arguments: object) -> str:
    """The output of a few lines of Python in a process of their own."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def test_only_the_owner_can_read_the_file_and_the_folder(path: Path) -> None:
    store = SqliteStore(path)
    with store.transaction() as work:
        add(work, PERSON_A)
    files = list(path.parent.iterdir())
    assert {file.name for file in files} == {"data.db", "data.db-wal", "data.db-shm"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    store.close()


def test_a_new_file_says_what_it_is(existing: Path) -> None:
    assert dump(existing)[:2] == [f"({NEWEST},)", f"({0x52554747},)"]


def test_migrating_a_file_that_is_up_to_date_changes_nothing(existing: Path) -> None:
    before = dump(existing)
    db = sqlite3.connect(existing, isolation_level=None)
    for _ in range(2):
        db.execute("BEGIN IMMEDIATE")
        migrate(db)
        db.execute("COMMIT")
    db.close()
    assert dump(existing) == before


def test_a_migration_that_is_cut_short_leaves_a_file_that_can_still_be_opened(path: Path) -> None:
    path.parent.mkdir()
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL").fetchone()
    db.execute("BEGIN IMMEDIATE")
    migrate(db)
    db.close()
    store = SqliteStore(path)
    with store.transaction() as work:
        add(work, PERSON_A)
        assert work.person(PERSON_A) is not None
    store.close()


LOADED = """
import sys
from pathlib import Path
from bot.store.sqlite import SqliteStore
SqliteStore(Path(sys.argv[1])).close()
print("sqlite_utils" in sys.modules)
"""


def test_sqlite_utils_is_loaded_only_when_there_is_something_to_do(path: Path) -> None:
    assert run(LOADED, path) == "True"
    assert run(LOADED, path) == "False"


OPENS_WHEN_TOLD = """
import sys
from pathlib import Path
import sqlite_utils.migrations
from bot.store.sqlite import SqliteStore
from tests.store.rows import add
print("ready", flush=True)
for line in sys.stdin:
    store = SqliteStore(Path(line.strip()))
    with store.transaction() as work:
        add(work, sys.argv[1].encode() * 16)
    store.close()
    print("done", flush=True)
"""


@contextmanager
def openers(who: str) -> Iterator[list[subprocess.Popen[str]]]:
    """Processes that add themselves to every file they are told of."""
    with ExitStack() as running:
        command = [sys.executable, "-c", OPENS_WHEN_TOLD]
        pipe = subprocess.PIPE
        processes = [
            running.enter_context(
                subprocess.Popen([*command, name], cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
            )
            for name in who
        ]
        assert [heard(process) for process in processes] == ["ready"] * len(who)
        yield processes


def tell(process: subprocess.Popen[str], path: Path) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{path}\n")
    process.stdin.flush()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_processes_that_open_a_new_file_at_the_same_time_all_succeed(tmp_path: Path) -> None:
    # By itself SQLite would let about one in four of these files fail.
    paths = [tmp_path / str(n) / "data.db" for n in range(25)]
    with openers("abc") as processes:
        for path in paths:
            for process in processes:
                tell(process, path)
            assert [heard(process) for process in processes] == ["done"] * 3
    for path in paths:
        store = SqliteStore(path)
        assert all(store.reader.person(who.encode() * 16) for who in "abc")
        store.close()


def refusal(path: Path) -> str:
    """What opening says, after a check that it left the file alone."""
    before = path.read_bytes()
    with pytest.raises(StoreFault) as fault:
        SqliteStore(path)
    assert path.read_bytes() == before
    assert str(fault.value) == fault.value.code
    return fault.value.code


def test_a_file_from_a_newer_version_is_refused(existing: Path) -> None:
    db = sqlite3.connect(existing)
    db.execute(f"PRAGMA user_version = {NEWEST + 1}")
    db.close()
    assert refusal(existing) == "newer"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Geen database, maar een brief. " * 200)
    assert refusal(path) == "not-a-store"


@pytest.mark.parametrize(
    "statement",
    ["CREATE TABLE people (id)", "PRAGMA application_id = 7", "PRAGMA user_version = 1"],
)
def test_a_database_of_somebody_else_is_refused(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "other.db"
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(statement)
    db.close()
    assert refusal(path) == "not-a-store"


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match=r"^unreadable$"):
        SqliteStore(tmp_path)
