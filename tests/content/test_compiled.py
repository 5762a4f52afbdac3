"""What was read once is kept for the next start, and never trusted too far."""

import os
import shutil
from pathlib import Path

import pytest

from bot.content.compiled import fingerprint, keep, take
from bot.content.library import FileLibrary
from bot.core.errors import ContentError
from bot.core.upgrade import structure

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for room in ("dialogues", "knowledge"):
        shutil.copytree(ROOT / room, tmp_path / "woorden" / room)
    return tmp_path / "woorden"


def kept_file(kept: Path) -> Path:
    [file] = kept.iterdir()
    return file


def test_the_second_time_is_the_same_as_the_first(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first, second = FileLibrary.open(folder, kept), FileLibrary.open(folder, kept)
    assert first.scripts
    assert second.scripts == ()
    assert [dialogue.hash for dialogue in first.dialogues()] == [d.hash for d in second.dialogues()]
    assert list(map(structure, first.dialogues())) == list(map(structure, second.dialogues()))
    assert (first.texts, first.labels, first.commands) == (second.texts, second.labels, second.commands)
    for dialogue in second.dialogues():
        assert second.read_snapshot(second.text_of(dialogue)).hash == dialogue.hash


def test_another_letter_is_read_anew(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    FileLibrary.open(folder, kept)
    script = folder / "dialogues" / "gesprek" / "korte-adempauze.yaml"
    script.write_text(script.read_text().replace("titel: ", "titel: Andere ", 1))
    found = FileLibrary.open(folder, kept).dialogue("korte-adempauze")
    assert found is not None
    assert found.title.startswith("Andere ")


def test_a_mistake_is_told_whatever_was_kept(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    FileLibrary.open(folder, kept)
    (folder / "dialogues" / "gesprek" / "korte-adempauze.yaml").write_text("dialoog: iets\n")
    for _ in range(2):
        with pytest.raises(ContentError):
            FileLibrary.open(folder, kept)


@pytest.mark.parametrize("damage", [b"", b"x", b"mark\n", b"\x00" * 100])
def test_what_is_damaged_is_read_anew_and_mended(folder: Path, tmp_path: Path, damage: bytes) -> None:
    kept = tmp_path / "kept"
    FileLibrary.open(folder, kept)
    kept_file(kept).write_bytes(damage)
    assert FileLibrary.open(folder, kept).scripts
    assert not FileLibrary.open(folder, kept).scripts


def test_half_of_it_is_not_enough(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    FileLibrary.open(folder, kept)
    whole = kept_file(kept).read_bytes()
    kept_file(kept).write_bytes(whole[: len(whole) // 2])
    assert FileLibrary.open(folder, kept).scripts


def test_what_others_can_write_is_not_opened(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    FileLibrary.open(folder, kept)
    kept_file(kept).chmod(0o666)
    assert FileLibrary.open(folder, kept).scripts


class Trap:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("gevangen",)


def test_nothing_but_our_data_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    keep(tmp_path / "kept", "map", "merk", Trap())
    assert b"gevangen" in kept_file(tmp_path / "kept").read_bytes()
    assert take(tmp_path / "kept", "map", "merk") is None
    assert not (tmp_path / "gevangen").exists()


def test_where_nothing_can_be_kept_everything_works(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "vol").write_text("een bestand, geen map")
    assert FileLibrary.open(folder, tmp_path / "vol").scripts


def test_the_fingerprint_is_of_names_and_bytes() -> None:
    marks = {
        fingerprint([("a", b"1")]), fingerprint([("a", b"2")]), fingerprint([("b", b"1")]),
        fingerprint([("a", b"1"), ("b", b"")]), fingerprint([]),
    }  # fmt: skip
    assert len(marks) == 5
    assert fingerprint([("a", b"1")]) == fingerprint([("a", b"1")])
