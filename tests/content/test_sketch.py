"""The first file of a new dialogue works as it stands, among all that is there already."""

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from bot.cli import main
from bot.content.library import FileLibrary
from bot.content.nodes import Words, node_at
from bot.content.reader import read
from bot.content.sketch import sketch
from bot.content.tidy import tidied
from tests.content.writing import ROOT

TEXT = sketch("nieuwe-dialoog", "Nieuwe dialoog")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ours, with the new file in a theme of its own."""
    for name in ("dialogues", "knowledge"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file = tmp_path / "dialogues/thema/nieuwe-dialoog.yaml"
    file.parent.mkdir()
    file.write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", ["controleer", "proef"])
def test_nothing_is_wrong_with_it_and_nothing_could_be_better(folder: Path, command: str) -> None:
    result = CliRunner().invoke(main, ["--content", str(folder), "dialoog", command, "nieuwe-dialoog"])
    assert result.exit_code == 0, result.output
    assert "moet:" not in result.output
    assert "mag:" not in result.output


def test_it_bears_the_title_and_is_called_by_its_id(folder: Path) -> None:
    dialogue = FileLibrary.open(folder).dialogue("nieuwe-dialoog")
    assert dialogue is not None
    assert dialogue.title == "Nieuwe dialoog"
    assert dialogue.calls == ("nieuwe dialoog",)


def test_an_editor_is_told_where_its_words_are() -> None:
    assert TEXT.splitlines()[0] == "# yaml-language-server: $schema=../schema.json"


def test_it_is_in_order() -> None:
    assert tidied(TEXT) == TEXT


@pytest.mark.parametrize(
    "title",
    [
        "Mag het team dit beslissen?",
        "Stijl: wat past?",
        "'s Ochtends vroeg",
        '"Zo" dus',
        "- eerst dit",
        "# 1",
        "[Nieuw] {plan}",
        "Leer & werk",
        "ja",
        "een\ttwee\nen drie",
        "*vet*",
        "Hoe dan #nu",
        "afspraak:",
        "10:30",
        "«id»",
    ],
)
def test_any_title_is_read_as_it_was_given(title: str) -> None:
    text = sketch("nieuw", title)
    found = node_at(read("nieuw.yaml", text.encode()), "titel")
    assert isinstance(found, Words)
    assert found.text == " ".join(title.split())
    assert yaml.safe_load(text)["dialoog"] == "nieuw"


def test_without_a_title_it_is_called_by_its_id() -> None:
    assert "titel: nieuw\n" in sketch("nieuw", " \x07")
