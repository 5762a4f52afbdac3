"""The operator's manual: its commands exist, its log table is complete, its key is a key."""

import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.journal import EVENTS
from bot.vault.master import KeyFileMissing, read_key_file
from tests.deploy.manual import DEPLOY, MANUAL, TOP, commands, keymaker

PROGRAMS = frozenset(
    {
        "chmod", "chown", "docker", "export", "install", "journalctl", "ls", "make", "mv", "pip", "python3",
        "read", "ruggespraak", "ruggespraak-kopie", "sh", "sqlite3", "sudoedit", "systemctl", "useradd",
    }
)  # fmt: skip


def words(line: str) -> list[str]:
    """A command without the sudo before it and the folders before its program."""
    first, *rest = shlex.split(line)
    return words(shlex.join(rest)) if first == "sudo" else [first.rsplit("/", 1)[-1], *rest]


def spoken() -> list[str]:
    """The commands of ours in the running text and in the blocks."""
    inline = re.findall(r"`(ruggespraak [^`]+)`", MANUAL)
    return [*inline, *(shlex.join(words(line)) for line in commands() if words(line)[0] == "ruggespraak")]


def help_of(*names: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *names, "--help"], cwd=TOP, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("line", commands())
def test_every_command_begins_with_a_program_we_know(line: str) -> None:
    assert words(line)[0] in PROGRAMS


@pytest.mark.parametrize("line", sorted(set(spoken())))
def test_every_command_of_ours_exists(line: str) -> None:
    names = [word for word in shlex.split(line)[1:] if not word.startswith("-")]
    if "--map" in line:
        names.remove(shlex.split(line)[-1])
    shown = help_of(*names)
    assert shown.returncode == 0, shown.stderr
    assert all(option in shown.stdout for option in re.findall(r"--[a-z]+", line))


def test_a_command_that_does_not_exist_is_told_from_one_that_does() -> None:
    assert help_of("bestaat-niet").returncode != 0


def test_make_knows_every_target_the_manual_names() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (TOP / "Makefile").read_text(), re.MULTILINE))
    named = {words(line)[1] for line in commands() if words(line)[0] == "make"}
    assert named
    assert named <= targets


def test_every_file_the_commands_take_from_here_is_here() -> None:
    named = {word for line in commands() for word in shlex.split(line) if word.startswith("deploy/")}
    assert named
    assert all((TOP / name).is_file() for name in named)
    assert all((DEPLOY / name).is_file() for name in re.findall(r"\]\(([^)#]+)\)", MANUAL))


def test_the_log_table_explains_every_event_and_no_other() -> None:
    table = MANUAL.split("| Gebeurtenis |")[1].split("\n\n")[0]
    assert sorted(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)) == sorted(EVENTS)


def make_key(folder: Path) -> int:
    there = keymaker().replace("/etc/ruggespraak", str(folder))
    return subprocess.run(shlex.split(there)[1:], capture_output=True, check=False).returncode


def test_the_command_for_the_master_key_makes_one_the_program_accepts(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing):
        read_key_file(tmp_path / "sleutel")
    assert make_key(tmp_path) == 0
    assert stat.S_IMODE((tmp_path / "sleutel").stat().st_mode) == 0o400
    assert read_key_file(tmp_path / "sleutel").version == 1


def test_the_command_for_the_master_key_never_writes_over_one(tmp_path: Path) -> None:
    make_key(tmp_path)
    before = (tmp_path / "sleutel").read_bytes()
    assert make_key(tmp_path) != 0
    assert (tmp_path / "sleutel").read_bytes() == before
