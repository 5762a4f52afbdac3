"""The key file: how it is made, and which ones are refused."""

import os
import re
import stat
from pathlib import Path

import pytest

from bot.vault.keys import KeyFileFault, KeyFileMissing, KeyStoreFault, WrongKeyFile
from bot.vault.master import make_key_file
from tests.vault.conftest import Files


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def used(files: Files) -> Files:
    """Files of a vault that was used and closed."""
    files.open(create=True).close()
    return files


def test_a_first_start_makes_files_only_their_owner_can_read(files: Files) -> None:
    vault = files.open(create=True)
    vault.add_person(os.urandom(16))
    beside = [path for path in files.keys_db.parent.iterdir() if path.is_file()]
    assert mode_of(files.key_file) == 0o400
    assert mode_of(files.key_file.parent) == 0o700
    assert mode_of(files.keys_db.parent) == 0o700
    assert len(beside) == 3
    assert {mode_of(path) for path in beside} == {0o600}
    vault.close()


def test_a_generous_umask_does_not_open_the_files_up(files: Files) -> None:
    before = os.umask(0)
    try:
        files.open(create=True).close()
    finally:
        os.umask(before)
    assert (mode_of(files.key_file), mode_of(files.keys_db)) == (0o400, 0o600)
    assert (mode_of(files.key_file.parent), mode_of(files.keys_db.parent)) == (0o700, 0o700)


def test_the_key_file_is_one_line_of_text(used: Files) -> None:
    assert re.fullmatch(r"ruggespraak-master-1 [A-Za-z0-9_-]{43}=\n", used.key_file.read_text())


def test_no_two_master_keys_are_alike(tmp_path: Path) -> None:
    for number in range(50):
        make_key_file(tmp_path / str(number))
    assert len({(tmp_path / str(number)).read_bytes() for number in range(50)}) == 50


def test_the_key_file_and_its_folder_are_put_on_the_disk(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, fsync = set(), os.fsync

    def note_and_sync(file: int) -> None:
        fsync(file)
        synced.add(os.fstat(file).st_ino)

    monkeypatch.setattr(os, "fsync", note_and_sync)
    files.open(create=True).close()
    for path in (files.key_file, files.key_file.parent, files.keys_db.parent):
        assert path.stat().st_ino in synced


def test_an_existing_key_file_is_never_written_over(used: Files) -> None:
    before = used.key_file.read_bytes()
    used.open(create=True).close()
    with pytest.raises(FileExistsError):
        make_key_file(used.key_file)
    assert used.key_file.read_bytes() == before


def test_without_create_nothing_is_made(files: Files, tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissing):
        files.open()
    make_key_file(files.key_file)
    with pytest.raises(KeyStoreFault, match=r"^store-missing$"):
        files.open()
    assert listing(tmp_path) == ["master.key"]


@pytest.mark.parametrize("create", [True, False])
def test_over_existing_keys_no_new_key_file_is_made(used: Files, create: bool) -> None:
    used.key_file.unlink()
    with pytest.raises(KeyFileMissing, match=r"^missing$"):
        used.open(create=create)
    assert not used.key_file.exists()


def test_a_key_file_that_was_there_first_gets_a_key_store(files: Files) -> None:
    make_key_file(files.key_file)
    files.open(create=True).close()
    files.open().close()


@pytest.mark.parametrize("create", [True, False])
def test_the_wrong_key_file_is_noticed_at_once(used: Files, create: bool) -> None:
    used.key_file.unlink()
    make_key_file(used.key_file)
    with pytest.raises(WrongKeyFile, match=r"^wrong-key$") as refusal:
        used.open(create=create)
    assert refusal.value.code == "wrong-key"
    assert listing(used.keys_db.parent) == ["keys.db"], "the refused key store was left open"


def test_the_right_key_under_another_version_is_the_wrong_key_file(used: Files) -> None:
    line = used.key_file.read_text().replace("master-1", "master-2")
    used.key_file.unlink()
    used.key_file.write_text(line)
    used.key_file.chmod(0o400)
    with pytest.raises(WrongKeyFile):
        used.open()


@pytest.mark.parametrize("mode", [0o400, 0o440, 0o600, 0o640])
def test_a_key_file_that_others_cannot_read_is_accepted(used: Files, mode: int) -> None:
    used.key_file.chmod(mode)
    used.open().close()


@pytest.mark.parametrize("mode", [0o404, 0o444, 0o402, 0o420, 0o460, 0o644, 0o666])
def test_a_key_file_that_others_can_read_or_a_group_can_write_is_refused(used: Files, mode: int) -> None:
    used.key_file.chmod(mode)
    with pytest.raises(KeyFileFault, match=r"^too-open$"):
        used.open()


KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY="


@pytest.mark.parametrize(
    "content",
    [
        "",
        "\n",
        KEY,
        f"ruggespraak-master-1 {KEY[:-5]}\n",
        f"ruggespraak-master-1 {KEY}{KEY}\n",
        f"ruggespraak-master-0 {KEY}\n",
        f"ruggespraak-master-70000 {KEY}\n",
        f"ruggespraak-master- {KEY}\n",
        f"iets-anders-1 {KEY}\n",
        f"ruggespraak-master-1 {KEY}\nruggespraak-master-2 {KEY}\n",
        f"ruggespraak-master-1 {KEY[:-3]}!!=\n",
        f"ruggespraak-master-1 {KEY}\n" + " " * 5_000 + "x",
        "\x00\xff" * 40,
    ],
)
def test_a_malformed_key_file_is_refused_without_being_quoted(used: Files, content: str) -> None:
    used.key_file.unlink()
    used.key_file.write_text(content, encoding="latin-1")
    used.key_file.chmod(0o400)
    with pytest.raises(KeyFileFault) as refusal:
        used.open()
    assert (refusal.value.code, str(refusal.value)) == ("malformed", "malformed")


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_something_other_than_a_file_is_refused(used: Files, kind: str) -> None:
    used.key_file.unlink()
    if kind == "folder":
        used.key_file.mkdir()
    else:
        os.mkfifo(used.key_file, 0o400)
    with pytest.raises(KeyFileFault, match=r"^not-a-file$"):
        used.open()
