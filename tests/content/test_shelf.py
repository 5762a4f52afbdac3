"""The shelf: it finds the content folder and does not let itself be led out of it."""

import os
from pathlib import Path

import pytest

from bot.content.reader import SIZE_LIMIT
from bot.content.shelf import Shelf
from bot.core.errors import ContentError
from tests.content.writing import ROOT, folder


def test_without_a_folder_the_one_around_the_package_is_taken() -> None:
    assert Shelf.find().root == ROOT


def test_a_folder_that_is_given_goes_first(tmp_path: Path) -> None:
    assert Shelf.find(folder(tmp_path, eigen="x")).scripts() == ["dialogues/eigen.yaml"]


def test_a_folder_without_dialogues_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="deze map is er niet"):
        Shelf.find(tmp_path)


def test_scripts_are_found_in_folders_below_and_house_files_are_not_scripts(tmp_path: Path) -> None:
    shelf = Shelf.find(folder(tmp_path, b="x", _eigen="x"))
    (tmp_path / "dialogues/gesprek").mkdir()
    (tmp_path / "dialogues/gesprek/a.yaml").write_text("x")
    (tmp_path / "dialogues/README.md").write_text("x")
    assert shelf.scripts() == ["dialogues/b.yaml", "dialogues/gesprek/a.yaml"]


@pytest.mark.parametrize("name", ["../secret.yaml", "dialogues/../../secret.yaml", "/etc/hostname"])
def test_a_path_that_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.yaml").write_text("geheim")
    (tmp_path / "shelf").mkdir()
    with pytest.raises(ContentError, match="naar buiten de map") as caught:
        Shelf.find(folder(tmp_path / "shelf")).read(name)
    assert "geheim" not in str(caught.value)


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("geheim")
    (tmp_path / "shelf").mkdir()
    shelf = Shelf.find(folder(tmp_path / "shelf"))
    (shelf.root / "dialogues/link.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(ContentError, match="naar buiten de map"):
        shelf.read("dialogues/link.yaml")


def test_a_link_within_the_folder_is_read(tmp_path: Path) -> None:
    shelf = Shelf.find(folder(tmp_path, een="tekst"))
    (tmp_path / "dialogues/twee.yaml").symlink_to(tmp_path / "dialogues/een.yaml")
    assert shelf.read("dialogues/twee.yaml") == b"tekst"


def test_a_linked_folder_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x.yaml").write_text("x")
    (tmp_path / "shelf").mkdir()
    shelf = Shelf.find(folder(tmp_path / "shelf"))
    (shelf.root / "dialogues/link").symlink_to(tmp_path / "elsewhere")
    assert shelf.scripts() == []


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    shelf = Shelf.find(folder(tmp_path))
    (tmp_path / "dialogues/a.yaml").symlink_to(tmp_path / "dialogues/b.yaml")
    (tmp_path / "dialogues/b.yaml").symlink_to(tmp_path / "dialogues/a.yaml")
    with pytest.raises(ContentError):
        shelf.read("dialogues/a.yaml")


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    shelf = Shelf.find(folder(tmp_path))
    os.mkfifo(tmp_path / "dialogues/pipe.yaml")
    with pytest.raises(ContentError, match="dit bestand is er niet"):
        shelf.read("dialogues/pipe.yaml")


def test_no_more_is_read_than_shows_that_it_is_too_much(tmp_path: Path) -> None:
    assert (
        len(Shelf.find(folder(tmp_path, groot="x" * 2 * SIZE_LIMIT)).read("dialogues/groot.yaml"))
        == SIZE_LIMIT + 1
    )
