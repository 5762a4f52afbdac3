"""The commands for who writes reflections, each in a process of its own: from nothing to published."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.scripts import library
from tests.test_cli import run

ROOT = Path(__file__).parents[1]
IDS = [dialogue.id for dialogue in library().dialogues()]


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A content folder of one's own."""
    for room in ("dialogues", "knowledge"):
        shutil.copytree(ROOT / room, tmp_path / "woorden" / room)
    return tmp_path / "woorden"


def test_what_we_ship_is_clean_and_every_proef_and_path_holds() -> None:
    checked, tried = run("dialoog", "controleer"), run("dialoog", "proef")
    assert checked.stdout == f"Dialogen nagekeken: {len(IDS)}. Er hoeft niets te veranderen.\n", (
        checked.stderr
    )
    assert tried.returncode == 0, tried.stdout
    assert [line.partition(":")[0] for line in tried.stdout.splitlines()] == IDS
    assert all("alles goed" in line for line in tried.stdout.splitlines())


def test_from_an_empty_folder_to_a_dialogue_that_plays(tmp_path: Path) -> None:
    made = run("dialoog", "nieuw", "rustig-beginnen", "--titel", "Rustig beginnen", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    file = "rustig-beginnen.yaml"
    assert (tmp_path / file).is_file()
    assert run("dialoog", "nieuw", "rustig-beginnen", cwd=tmp_path).returncode == 1
    checked = run("dialoog", "controleer", file, cwd=tmp_path)
    assert "Dialogen nagekeken: 1." in checked.stdout, checked.stdout + checked.stderr
    assert run("dialoog", "proef", file, cwd=tmp_path).returncode == 0
    assert run("dialoog", "netjes", "--kijk", file, cwd=tmp_path).stdout == ""
    drawn = run("dialoog", "teken", file, cwd=tmp_path)
    assert drawn.stdout.startswith("flowchart")
    played = run("dialoog", "speel", file, "--bewaar", "gesprek.txt", typed="hallo\n" * 20, cwd=tmp_path)
    assert played.returncode == 0, played.stderr
    assert "Het gesprek komt in het bestand dat je noemde" in played.stdout
    record = (tmp_path / "gesprek.txt").read_text()
    assert "ik> hallo" in record
    assert record.count("bot> ") >= 2


def test_a_mistake_in_a_draft_is_told_at_its_line(tmp_path: Path) -> None:
    run("dialoog", "nieuw", "rustig-beginnen", cwd=tmp_path)
    file = tmp_path / "rustig-beginnen.yaml"
    text = file.read_text().replace("stappen:", "stapen:", 1)
    file.write_text(text)
    line = text[: text.index("stapen:")].count("\n") + 1
    done = run("dialoog", "controleer", file.name, cwd=tmp_path)
    assert done.returncode == 1
    assert f"rustig-beginnen.yaml:{line}: moet: 'stapen' is geen woord" in done.stderr
    assert "bedoel je 'stappen'?" in done.stderr


@pytest.mark.parametrize("name", ["Rustig", "rustig beginnen", "..", "korte-adempauze"])
def test_a_new_dialogue_needs_a_name_of_its_own(tmp_path: Path, name: str) -> None:
    assert run("dialoog", "nieuw", name, cwd=tmp_path).returncode == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", ["proef", "speel", "teken", "controleer"])
def test_a_dialogue_nobody_knows_is_told_with_those_there_are(what: str) -> None:
    done = run("dialoog", what, "bestaat-niet")
    assert done.returncode == 1
    assert "korte-adempauze" in done.stderr


def test_a_proef_of_one_dialogue_counts_each_step() -> None:
    lines = run("dialoog", "proef", "korte-adempauze").stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["waar", "nodig", "meenemen", "korte-adempauze"]
    assert all(re.fullmatch(r"\w+: proeven [1-9]\d*, paden [1-9]\d*", line) for line in lines[:-1])


def test_a_proef_that_fails_is_told_and_keeps_it_from_being_published(words: Path, tmp_path: Path) -> None:
    file = words / "dialogues" / "team" / "teambesluit-toetsen.yaml"
    file.write_text(
        file.read_text().replace("uitkomst: {uitkomst: team_besluit}", "uitkomst: {uitkomst: overleg}")
    )
    tried = run("--content", str(words), "dialoog", "proef", "teambesluit-toetsen")
    assert tried.returncode == 1
    assert "komt niet overleg maar team_besluit" in tried.stdout
    published = run("--content", str(words), "dialoog", "publiceer", "--map", str(tmp_path / "map"))
    assert published.returncode == 1
    assert "Los eerst op wat hierboven staat" in published.stderr


def test_publishing_says_who_moves_along_and_changes_nothing(words: Path, tmp_path: Path) -> None:
    map_ = str(tmp_path / "map")
    run("chat", "--dialoog", "korte-adempauze", "--map", map_, typed="keel\n")
    file = words / "dialogues" / "gesprek" / "korte-adempauze.yaml"
    file.write_text(file.read_text().replace("vraag: ", "vraag: Zeg eens. ", 1))
    before = sorted(path.name for path in Path(map_).iterdir())
    told = run("--content", str(words), "dialoog", "publiceer", "--map", map_)
    assert told.returncode == 0, told.stderr
    assert "  1 onderweg, krijgt meteen de nieuwe woorden" in told.stdout
    assert "Er is nog niets veranderd." in told.stdout
    assert sorted(path.name for path in Path(map_).iterdir()) == before


def test_tidying_mends_a_colon_and_keeps_the_remark(tmp_path: Path) -> None:
    run("dialoog", "nieuw", "rustig-beginnen", cwd=tmp_path)
    file = tmp_path / "rustig-beginnen.yaml"
    text = re.sub(
        r"(?m)^(    vraag: ).*$", r"    # let op\n\1Eén ding: wat wil je?", file.read_text(), count=1
    )
    file.write_text(text)
    assert "dubbele punt in je zin" in run("dialoog", "controleer", file.name, cwd=tmp_path).stderr
    looked = run("dialoog", "netjes", "--kijk", file.name, cwd=tmp_path)
    assert (looked.returncode, file.read_text()) == (1, text)
    assert run("dialoog", "netjes", file.name, cwd=tmp_path).stdout == "rustig-beginnen.yaml\n"
    assert "    # let op\n" in file.read_text()
    assert "      Eén ding: wat wil je?\n" in file.read_text()
    assert "dubbele punt" not in run("dialoog", "controleer", file.name, cwd=tmp_path).stderr
    assert run("dialoog", "netjes", "--kijk", file.name, cwd=tmp_path).returncode == 0


def test_our_own_files_are_tidy_and_the_schema_is_fresh() -> None:
    assert run("dialoog", "netjes", "--kijk").stdout == ""
    schema = run("dialoog", "schema").stdout
    assert schema == (ROOT / "dialogues" / "schema.json").read_text()
    assert json.loads(schema)["type"] == "object"


@pytest.mark.parametrize("id_", IDS)
def test_every_dialogue_can_be_drawn_and_played(id_: str) -> None:
    assert run("dialoog", "teken", id_).stdout.startswith("flowchart")
    played = run("dialoog", "speel", id_, typed="stop\n")
    assert played.returncode == 0, played.stderr
    assert "Er wordt niets bewaard." in played.stdout
    assert "?" in played.stdout
