"""The command as people and scripts use it: in a process of its own, standard input not a terminal."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.store.sqlite import SqliteStore
from tests.scripts import library

ANSWERS = [
    "rector P",
    "hij keek op zijn telefoon toen A. over haar cijfers begon",
    "wat een eikel",
    "6",
    "hij had vast haast, er wachtte iemand op hem",
    "hoe hij hier ooit begonnen is",
    "dat ik nieuwsgierig ben",
    "hoe heb jij dat overleg beleefd?",
    "2",
    "overslaan",
]


def run(
    *args: str, typed: str = "", cwd: Path | None = None, **environ: str
) -> subprocess.CompletedProcess[str]:
    outside = {k: v for k, v in os.environ.items() if not k.startswith(("RUGGESPRAAK", "TELEGRAM"))}
    return subprocess.run(
        [sys.executable, "-m", "bot", *args],
        input=typed, capture_output=True, text=True, cwd=cwd or Path(__file__).parent.parent, timeout=60,
        env=outside | environ,
        check=False,
    )  # fmt: skip


def test_a_whole_reflection_ends_with_the_pocket_note(tmp_path: Path) -> None:
    done = run("chat", "--map", str(tmp_path / "map"), typed="\n".join(ANSWERS) + "\n")
    assert done.returncode == 0, done.stderr
    note = done.stdout.index("Voor op zak")
    assert "Laat zien: dat ik nieuwsgierig ben" in done.stdout[note:]
    assert "Begin met: hoe heb jij dat overleg beleefd?" in done.stdout[note:]
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_quitting_anywhere_is_no_loss(tmp_path: Path) -> None:
    folder = str(tmp_path / "map")
    first = run("chat", "--map", folder, typed="rector P\n")
    assert first.returncode == 0
    second = run("chat", "--map", folder, typed="verder\n" + "\n".join(ANSWERS[1:]) + "\n")
    assert "Je was bij beleven. Verder, opnieuw of laten?" in second.stdout
    assert "Voor op zak" in second.stdout


def test_nothing_written_stands_in_the_clear_in_any_file(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    marked = [f"{answer} kanarievogel" if " " in answer else answer for answer in ANSWERS]
    assert run("chat", "--map", str(folder), typed="\n".join(marked)).returncode == 0
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"ruggespraak.db", "sleutels.db", "sleutel"}
    for path in files:
        data = path.read_bytes()
        assert b"kanarievogel" not in data
        assert "kanarievogel".encode("utf-16-le") not in data
        assert b"rector P" not in data
        assert path.stat().st_mode & 0o077 == 0, path.name
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_same_with_the_log_still_unwritten_to_the_main_file(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    program = (
        "import os, sys; from bot import cli; "
        "import atexit; sys.argv = ['ruggespraak', 'chat', '--map', sys.argv[1]]; "
        "import bot.store.sqlite as s; s.SqliteStore.close = lambda self: os._exit(0); cli.main()"
    )
    subprocess.run([sys.executable, "-c", program, str(folder)], input="\n".join(ANSWERS), text=True,
                   capture_output=True, timeout=60, check=False)  # fmt: skip
    wal = folder / "ruggespraak.db-wal"
    assert wal.stat().st_size > 0
    assert b"rector P" not in wal.read_bytes()


@pytest.mark.parametrize(
    "typed",
    [b"", b"\n\n\n", b"\xff\xfe\x00rector\n", b"x" * 40_000 + b"\n", "é🙂\u202e\n".encode(), b"\r\nP\r\n"],
)
def test_any_input_ends_well(tmp_path: Path, typed: bytes) -> None:
    done = subprocess.run([sys.executable, "-m", "bot", "chat", "--map", str(tmp_path / "m")], input=typed,
                          capture_output=True, timeout=60, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""


def test_a_reader_who_walks_away_is_no_error(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "bot", "chat", "--map", str(tmp_path)]
    with subprocess.Popen(program, stdin=-1, stdout=-1, stderr=-1, text=True) as child:
        assert child.stdin
        assert child.stdout
        assert child.stderr
        assert "versleuteld" in child.stdout.readline()
        child.stdout.close()
        child.stdin.write("rector P\niets\n" * 3)
        child.stdin.close()
        assert child.wait(timeout=20) == 0
        assert child.stderr.read() == ""


def test_another_reflection_can_be_asked_for_by_name(tmp_path: Path) -> None:
    done = run("chat", "--dialoog", "gesprek-terugblikken", "--map", str(tmp_path), typed="")
    assert "Hoeveel tijd heb je nu?" in done.stdout
    unknown = run("chat", "--dialoog", "gesprek-terugblik", "--map", str(tmp_path))
    assert unknown.returncode == 1
    assert "gesprek-terugblikken" in unknown.stderr


def test_stop_at_rest_says_goodbye(tmp_path: Path) -> None:
    done = run("chat", "--map", str(tmp_path), typed="stop\nstop\nniet meer gelezen\n")
    assert done.returncode == 0
    assert done.stdout.rstrip().endswith("Tot de volgende keer.")


def test_stop_at_an_offer_says_goodbye_too(tmp_path: Path) -> None:
    run("chat", "--map", str(tmp_path), typed="rector P\n")
    done = run("chat", "--map", str(tmp_path), typed="stop\nniet meer gelezen\n")
    assert done.stdout.rstrip().endswith("Tot de volgende keer.")
    assert "Verder, opnieuw of laten?" in run("chat", "--map", str(tmp_path)).stdout


def test_verder_in_a_new_reflection_goes_on_with_the_one_that_sleeps(tmp_path: Path) -> None:
    run("chat", "--map", str(tmp_path), typed="\n".join([*ANSWERS[:-1], "overmorgen half 3", "graag"]))
    done = run("chat", "--map", str(tmp_path), typed="verder\n")
    assert "gaan praten." in done.stdout.split("Met wie")[-1]
    assert done.stdout.rstrip().endswith("3. Nee")


def test_start_without_a_token_says_what_is_missing_and_all_else_at_once() -> None:
    done = run("start", RUGGESPRAAK_LOG_LEVEL="hard")
    assert done.returncode == 78
    assert "TELEGRAM_BOT_TOKEN: deze ontbreekt" in done.stderr
    assert "RUGGESPRAAK_LOG_LEVEL: kies uit" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_key_file_over_existing_data_is_never_replaced(tmp_path: Path) -> None:
    run("chat", "--map", str(tmp_path), typed="rector P\n")
    (tmp_path / "sleutel").rename(tmp_path / "weg")
    done = run("chat", "--map", str(tmp_path))
    assert done.returncode == 78
    assert "Zet het terug" in done.stderr
    assert not (tmp_path / "sleutel").exists()


def test_a_data_file_that_is_none_is_told(tmp_path: Path) -> None:
    run("chat", "--map", str(tmp_path), typed="")
    for name in ("ruggespraak.db-wal", "ruggespraak.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / "ruggespraak.db").write_text("dit is geen opslag, maar een briefje aan mezelf" * 100)
    done = run("chat", "--map", str(tmp_path))
    assert done.returncode == 78
    assert "geen opslag van Ruggespraak" in done.stderr


def test_data_that_vanished_from_beside_their_keys_are_not_taken_for_a_new_beginning(tmp_path: Path) -> None:
    run("chat", "--map", str(tmp_path), typed="rector P\n")
    for file in tmp_path.glob("ruggespraak.db*"):
        file.unlink()
    done = run("chat", "--map", str(tmp_path))
    assert done.returncode == 78
    assert "hun gegevens zijn weg" in done.stderr
    assert not (tmp_path / "ruggespraak.db").exists()


def test_a_first_start_that_was_cut_short_can_be_done_again(tmp_path: Path) -> None:
    program = f"ulimit -f 0; {sys.executable} -m bot chat --map {tmp_path / 'map'}"
    cut = subprocess.run(["bash", "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert cut.returncode != 0
    done = run("chat", "--map", str(tmp_path / "map"), typed="rector P\n")
    assert done.returncode == 0, done.stderr
    assert "Beleven." in done.stdout


def test_closed_streams_are_no_crash(tmp_path: Path) -> None:
    program = f"{sys.executable} -m bot chat --map {tmp_path} <&- >&-"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_full_disk_is_told_in_the_terminal_and_it_goes_on(tmp_path: Path) -> None:
    run("chat", "--map", str(tmp_path), typed="")
    program = f"ulimit -f 88; {sys.executable} -m bot chat --map {tmp_path}"
    line = "woorden " * 3900
    done = subprocess.run(["bash", "-c", program], input=f"rector P\n{line}\n{line}\n", capture_output=True,
                          text=True, timeout=60, check=False)  # fmt: skip
    assert "Ik kan nu niets bewaren" in done.stdout
    assert done.returncode == 0, done.stderr
    assert "Beleven." in run("chat", "--map", str(tmp_path), typed="verder\n").stdout


def test_a_folder_in_use_is_told(tmp_path: Path) -> None:
    import fcntl

    (tmp_path / "slot").touch(mode=0o600)
    with (tmp_path / "slot").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run("chat", "--map", str(tmp_path))
    assert done.returncode == 78
    assert "een ander proces" in done.stderr


def test_an_organisation_brings_its_own_words_and_hears_every_fault_of_them(tmp_path: Path) -> None:
    done = run("--content", str(tmp_path), "dialoog", "controleer")
    assert done.returncode == 1
    assert "dialogues" in done.stderr


def test_every_file_of_words_is_needed_and_each_that_is_broken_is_named(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent
    shutil.copytree(root / "dialogues", tmp_path / "dialogues")
    shutil.copytree(root / "knowledge", tmp_path / "knowledge")
    names = ["dialogues/_opdrachten.yaml", "dialogues/_teksten.yaml", "knowledge/bronnen.yaml"]
    for name in names:
        (tmp_path / name).write_text("dit: is: geen yaml")
    done = run("--content", str(tmp_path), "dialoog", "controleer")
    assert done.returncode == 1
    assert all(f"{name}:1: moet: " in done.stderr for name in names)


def test_the_authors_tools_find_nothing_wrong_with_what_we_ship() -> None:
    assert run("dialoog", "controleer").returncode == 0
    done = run("dialoog", "proef")
    assert done.returncode == 0, done.stdout
    assert all(one.id in done.stdout for one in library().dialogues())


def test_help_is_in_dutch_and_names_every_command() -> None:
    shown = run("--help").stdout
    assert all(word in shown for word in ("chat", "start", "dialoog", "Reflecteren"))


def test_the_data_file_is_ours_and_whole_after_use(tmp_path: Path) -> None:
    run("chat", "--map", str(tmp_path), typed="\n".join(ANSWERS))
    with sqlite3.connect(tmp_path / "ruggespraak.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()


def test_what_need_not_be_remembered_is_forgotten_at_the_next_start(tmp_path: Path) -> None:
    run("chat", "--map", str(tmp_path), typed="")
    with SqliteStore(tmp_path / "ruggespraak.db").transaction() as work:
        assert work.first_seen("terminal", 1, 1_000_000)
    run("chat", "--map", str(tmp_path), typed="")
    with SqliteStore(tmp_path / "ruggespraak.db").transaction() as work:
        assert work.first_seen("terminal", 1, 1_000_000)
