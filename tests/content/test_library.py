"""The library: everything at once, or every fault of every file."""

from pathlib import Path

import pytest

from bot.content.library import FileLibrary
from bot.core.errors import ContentError
from bot.ports import Library
from tests.content.writing import HEAD, STEPS, TRIALS, folder

SCRIPT = HEAD + STEPS + TRIALS


def refused(path: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        FileLibrary.open(path)
    return [str(blemish) for blemish in caught.value.blemishes]


def named(name: str, text: str = SCRIPT) -> str:
    return text.replace("proefstuk", name).replace("iets proberen", f"roep {name}")


def test_a_library_is_what_the_ports_ask_for(tmp_path: Path) -> None:
    library: Library = FileLibrary.open(folder(tmp_path, proefstuk=SCRIPT))
    (dialogue,) = library.dialogues()
    assert library.dialogue("proefstuk") is dialogue
    assert library.dialogue("iets-anders") is None
    assert library.text_of(dialogue) == SCRIPT.encode()
    assert library.labels["zo_laten"] == "Zo laten"
    assert library.commands["/stop"] == "stop"
    assert library.texts["menu"]


def test_a_snapshot_is_the_same_dialogue_again(tmp_path: Path) -> None:
    library = FileLibrary.open(folder(tmp_path, proefstuk=SCRIPT))
    (dialogue,) = library.dialogues()
    again = library.read_snapshot(library.text_of(dialogue))
    assert (again.id, again.hash, again.steps) == (dialogue.id, dialogue.hash, dialogue.steps)


def test_a_snapshot_is_not_held_against_rules_it_can_do_without(tmp_path: Path) -> None:
    library = FileLibrary.open(folder(tmp_path, proefstuk=SCRIPT))
    old = SCRIPT.replace("werk: boek", "werk: weg").replace(TRIALS, "")
    assert library.read_snapshot(old.encode()).id == "proefstuk"


@pytest.mark.parametrize(
    "text",
    ["", "a: [", "zomaar", HEAD, SCRIPT + "x: y\n", SCRIPT.replace("begon het?", "het?\n    daarna: weg")],
)
def test_a_snapshot_that_cannot_be_played_is_refused(tmp_path: Path, text: str) -> None:
    library = FileLibrary.open(folder(tmp_path, proefstuk=SCRIPT))
    with pytest.raises(ContentError):
        library.read_snapshot(text.encode())


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        a="a: b: c\n",
        b=named("b").replace("Hoe begon het?", "Hoe?\n    daarna: weg"),
        c=named("c").replace("werk: boek", "werk: weg"),
    )
    (path / "dialogues/_teksten.yaml").write_text("zinnen: {}\nknoppen: {}\nwoorden: {}\nsynoniemen: {}\n")
    (path / "dialogues/_toetsen.yaml").unlink()
    files = {line.split(":")[0].rpartition("/")[2] for line in refused(path)}
    assert files == {"a.yaml", "b.yaml", "c.yaml", "_teksten.yaml", "_toetsen.yaml"}


def test_what_could_be_better_does_not_stand_in_the_way(tmp_path: Path) -> None:
    library = FileLibrary.open(folder(tmp_path, proefstuk=SCRIPT.replace("begon het?", "begon het!")))
    assert [blemish.must for blemish in library.remarks] == [False]


def test_two_dialogues_cannot_be_called_by_the_same_words(tmp_path: Path) -> None:
    path = folder(tmp_path, a=named("a"), b=named("b").replace("roep b", "Roep A"))
    assert refused(path) == ["dialogues/b.yaml:7: moet: 'Roep A' roept al 'a'; kies iets anders"]


def test_a_call_cannot_be_an_answer_in_another_dialogue(tmp_path: Path) -> None:
    choice = STEPS + "    keuze: {ander: Roep b, c: Eerst}\n"
    path = folder(tmp_path, a=named("a").replace(STEPS, choice), b=named("b"))
    assert refused(path) == [
        "dialogues/b.yaml:7: moet: 'roep b' is ook een antwoord (a, begin); kies iets anders"
    ]


def test_two_files_cannot_hold_one_dialogue(tmp_path: Path) -> None:
    path = folder(tmp_path, proefstuk=SCRIPT)
    (path / "dialogues/team").mkdir()
    (path / "dialogues/team/proefstuk.yaml").write_text(SCRIPT.replace("iets proberen", "nog iets"))
    assert refused(path) == [
        "dialogues/team/proefstuk.yaml:1: moet: 'proefstuk' bestaat al, in dialogues/proefstuk.yaml; "
        "kies een andere naam"
    ]


def test_a_folder_without_a_dialogue_is_refused(tmp_path: Path) -> None:
    assert refused(folder(tmp_path)) == [
        "dialogues:0: moet: hier staat nog geen dialoog; maak er een .yaml-bestand voor"
    ]


def test_a_file_with_another_ending_is_not_passed_over(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "dialogues/proefstuk.yml").write_text(SCRIPT)
    assert refused(path) == [
        "dialogues/proefstuk.yml:0: moet: noem dit bestand .yaml, dan heten ze allemaal gelijk"
    ]


@pytest.mark.parametrize(
    ("works", "told"),
    [
        ("werken: []\n", "'boek' staat niet in knowledge/bronnen.yaml"),
        ("boeken: []\n", "hier hoort 'werken:'"),
        ("werken:\n  - {titel: Boek}\n", "ontbreekt 'id'"),
        ("werken:\n  - {id: boek}\n", "bij 'boek' ontbreekt 'titel'"),
    ],
)
def test_the_list_of_works_has_to_be_whole(tmp_path: Path, works: str, told: str) -> None:
    path = folder(tmp_path, proefstuk=SCRIPT)
    (path / "knowledge/bronnen.yaml").write_text(works)
    assert any(told in line for line in refused(path))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    etiket: '", "    etiketje: '", "'etiketje' is geen reden van 'oordeel'; bedoel je 'etiket'?"),
        ("    etiket: '", "    label: '", "onder 'redenen' van 'oordeel' ontbreekt 'etiket'"),
        ("\noordeel:", "\noordel:", "'oordel' is geen toets; bedoel je 'oordeel'?"),
        ("''<woord>'' is je conclusie", "''<word>'' is je conclusie", "hier kan alleen <woord> staan"),
    ],
)
def test_a_fault_in_the_checks_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = folder(tmp_path, proefstuk=SCRIPT) / "dialogues/_toetsen.yaml"
    text = path.read_text()
    assert text.count(old) == 1, "the text this test changes has moved"
    path.write_text(text.replace(old, new))
    assert any(told in line for line in refused(tmp_path))
