"""A script becomes the frozen data of the core."""

import hashlib
from datetime import time

import pytest

from bot.content.keys import KEYS, Takes, Where, keys_in
from bot.content.questions import ANSWERS
from bot.core.conditions import Branch, Compare, Shorter, Skipped
from bot.core.dialogue import END, Choice, Kind, Question, Step, Wait
from bot.core.sources import Citation
from bot.core.text import template
from tests.content.writing import HEAD, TRIALS, checks, clean


def step(text: str) -> Step:
    return clean("stappen:\n  hoe:\n" + text).dialogue.steps[0]


def question(text: str) -> Question:
    found = step("    vraag: Hoe was het?\n" + text).question
    assert found is not None
    return found


def test_the_head_of_a_script_is_kept() -> None:
    steps = "stappen:\n  hoe:\n    vraag: Hoe?\n"
    dialogue = clean(steps).dialogue
    assert (dialogue.id, dialogue.title) == ("proefstuk", "Proefstuk")
    assert (dialogue.audience, dialogue.duration) == (("leider",), "1 minuut")
    assert dialogue.when == "Je wilt iets uitproberen."
    assert dialogue.sources == (Citation("boek", "hoofdstuk 1", "Het boek"),)
    assert dialogue.calls == ("iets proberen",)
    assert dialogue.hash == hashlib.sha256((HEAD + steps + TRIALS).encode()).hexdigest()


def test_a_step_goes_on_to_the_one_below_and_the_last_one_ends() -> None:
    steps = clean("stappen:\n  a:\n    zeg: Dag.\n  b:\n    vraag: Hoe?\n").dialogue.steps
    assert [step.onward for step in steps] == [Branch((), "b"), Branch((), END)]


def test_a_step_without_a_title_is_called_by_its_name() -> None:
    steps = clean(
        "stappen:\n  met_wie:\n    vraag: Wie?\n  b:\n    titel: Tot slot\n    zeg: Dag.\n"
    ).dialogue.steps
    assert [step.title for step in steps] == ["Met wie", "Tot slot"]


def test_onward_is_a_branch_of_steps() -> None:
    text = "    vraag: Hoe?\n    schaal: 1 tot 5\n    daarna:\n      als hoe is overgeslagen: einde\n"
    found = step(text + "      als hoe >= 4: einde\n      anders: einde\n")
    assert found.onward == Branch(((Skipped("hoe"), END), (Compare("hoe", ">=", 4), END)), END)


def test_what_is_said_is_a_branch_of_texts() -> None:
    branch = "      als a is overgeslagen: ''\n      anders: Dag **<a>**.\n"
    said = clean("stappen:\n  a:\n    vraag: Hoe?\n  b:\n    zeg:\n" + branch).dialogue.steps[1].say
    assert said == Branch(((Skipped("a"), template("")),), template("Dag **<a>**."))


def test_a_question_is_open_and_may_be_skipped_unless_it_says_otherwise() -> None:
    assert question("") == Question(template("Hoe was het?"))
    assert question("    verplicht: ja\n").required
    assert question("    vluchtig: ja\n").ephemeral
    assert not question("    verplicht: nee\n").required


def test_choices_keep_their_order_and_know_their_synonyms() -> None:
    found = question("    keuze:\n      nee: Liever niet\n      ja: Doen\n")
    assert found.kind is Kind.CHOICE
    assert found.choices == (Choice("nee", "Liever niet"), Choice("ja", "Doen", ("graag",)))


def test_several_choices_are_a_kind_of_their_own() -> None:
    assert question("    meerkeuze: {a: Appel, b: Beer}\n").kind is Kind.MULTI


def test_a_scale_is_choices_from_the_lowest_to_the_highest_number() -> None:
    found = question("    schaal: 0 tot 3\n    van: niets\n    tot: alles\n")
    assert found.kind is Kind.SCALE
    assert [choice.key for choice in found.choices] == ["0", "1", "2", "3"]
    assert (found.low_label, found.high_label) == ("niets", "alles")


@pytest.mark.parametrize(
    ("words", "span"), [("vandaag of later", "future"), ("vandaag of eerder", "past"), ("ja", "")]
)
def test_a_date_may_lie_ahead_or_behind(words: str, span: str) -> None:
    found = question(f"    datum: {words}\n")
    assert (found.kind, found.span) == (Kind.DATE, span)


def test_help_an_example_a_probe_and_a_check_belong_to_the_question() -> None:
    found = question(
        "    hulp: Zo.\n    voorbeeld: Goed.\n    toets: open-vraag\n"
        "    doorvraag:\n      als korter dan 4 woorden: En toen?\n"
    )
    assert (found.help, found.example) == (template("Zo."), template("Goed."))
    assert found.probes == ((Shorter("hoe", 4), template("En toen?")),)
    assert found.check == checks()["open-vraag"]


@pytest.mark.parametrize(
    ("words", "wait"),
    [
        ("1 dag na nu om 16:00", Wait(1, 0, "", time(16), None)),
        ("4 weken na nu om 9.30", Wait(28, 0, "", time(9, 30), None)),
        ("2 uur na nu", Wait(0, 2, "", None, None)),
        ("3 dagen na nu\n    verval: 2 weken", Wait(3, 0, "", None, 14)),
    ],
)
def test_a_wait_is_days_or_hours_after_something(words: str, wait: Wait) -> None:
    assert step(f"    wacht: {words}\n").wait == wait


def test_a_wait_after_a_date_names_its_step() -> None:
    date = "stappen:\n  dag:\n    vraag: Wanneer?\n    datum: ja\n    verplicht: ja\n"
    assert clean(date + "  b:\n    wacht: 1 dag na dag\n").dialogue.steps[1].wait == Wait(
        1, 0, "dag", None, None
    )


def test_what_looks_like_a_time_or_a_no_is_said_as_it_stands() -> None:
    said = step("    zeg: 12:30\n").say
    assert said is not None
    assert said.otherwise == template("12:30")


def test_every_word_is_explained_once_for_each_place_it_may_stand() -> None:
    assert len({(key.word, key.where) for key in KEYS}) == len(KEYS)
    assert all(key.explains and not key.explains.endswith(".") for key in KEYS)


def test_what_stands_beside_a_word_is_a_word_of_the_same_place() -> None:
    assert all(not key.beside or key.beside in keys_in(key.where) for key in KEYS)


def test_every_way_to_answer_is_a_word_beside_a_question() -> None:
    steps = keys_in(Where.STEP)
    assert all(steps[word].beside in ("vraag", "schaal") and steps[word].takes in Takes for word in ANSWERS)
