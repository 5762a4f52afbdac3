"""The sentences of the house: none missing, none too many, each with its slots."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.content.faults import Faults
from bot.content.reader import read
from bot.content.texts import COMMANDS, SENTENCES, Texts, read_texts
from bot.core.text import fill, plain
from tests.content.writing import ROOT

FILE = "dialogues/_teksten.yaml"
OURS = (ROOT / FILE).read_text()
SAYING = {"say", "phrase", "Phrase", "Miss", "_show", "_text"}
MADE_AT_RUN_TIME = (
    "grond_",
    "waarom_",
    "publiceer_",
    "opdracht_",
    "fout_",
    "welkom_",
    "slaapt_tot_",
    "opslag_vol_",
)


def found(text: str) -> tuple[Texts, list[str]]:
    faults = Faults()
    texts = read_texts(read(FILE, text.encode()), faults)
    return texts, [f"{blemish.line}: {blemish.text}" for blemish in faults.found]


def line_of(start: str) -> int:
    return next(n for n, line in enumerate(OURS.splitlines(), 1) if line.strip().startswith(start))


def strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def said(path: Path) -> Iterator[str]:
    """The literal keys of sentences that a file asks for."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            literals = [arg.value for arg in node.args[:3] if isinstance(arg, ast.Constant)]
            if name in SAYING and literals and isinstance(literals[0], str):
                yield literals[0]


def code() -> list[Path]:
    return [path for path in (ROOT / "bot").rglob("*.py") if path.name != "texts.py"]


def test_our_own_texts_are_whole() -> None:
    texts, faults = found(OURS)
    assert faults == []
    assert texts.sentences.keys() == {key for key, _ in SENTENCES}
    assert texts.labels.keys() == set(COMMANDS)


def test_the_code_asks_for_no_sentence_that_is_not_listed() -> None:
    asked = {key for path in code() for key in said(path)}
    assert "oude_knop" in asked
    assert asked <= {key for key, _ in SENTENCES}


def test_no_sentence_is_listed_that_the_code_does_not_ask_for() -> None:
    asked = {text for path in code() for text in strings(path)}
    listed = {key for key, _ in SENTENCES if not key.startswith(MADE_AT_RUN_TIME)}
    assert listed <= asked


def test_no_sentence_shouts() -> None:
    texts, _ = found(OURS)
    names = {name: name for _, slots in SENTENCES for name in slots}
    assert not [key for key, text in texts.sentences.items() if "!" in plain(fill(text, names))]


@pytest.mark.parametrize(
    ("typed", "word"),
    [("/stop", "stop"), ("?", "hulp"), ("/help", "hulp"), ("laat zo", "zo_laten"), ("vorige", "terug")],
)
def test_people_may_type_a_command_in_more_ways(typed: str, word: str) -> None:
    assert found(OURS)[0].commands[typed] == word


def test_every_command_can_be_typed_with_a_slash() -> None:
    commands = found(OURS)[0].commands
    assert all(commands[f"/{word}"] == word for word in COMMANDS)


def test_yes_and_no_have_synonyms() -> None:
    synonyms = found(OURS)[0].synonyms
    assert {"ja", "nee"} <= synonyms.keys()
    assert not set(synonyms["ja"]) & set(synonyms["nee"])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  klaar: Tot de volgende keer.\n", "", "de zin 'klaar' ontbreekt"),
        ("  klaar: Tot", "  klaart: Tot", "de zin 'klaart' wordt nergens gebruikt; bedoel je 'klaar'?"),
        ("Aangepast bij *<titel>*", "Aangepast bij *<tite>*", "<tite> kan in 'verbeterd' niet"),
        ("Aangepast bij *<titel>*", "Aangepast", "in 'verbeterd' hoort <titel> te staan"),
        ("klaar: Tot de volgende keer.", "klaar:", "na 'klaar' hoort een tekst"),
        ("klaar: Tot de volgende keer.", "klaar: [Tot ziens]", "na 'klaar' hoort een tekst"),
        ("klaar: Tot de volgende keer.", "klaar: Tot ziens!", "een uitroepteken klinkt hard"),
        ("opdracht_stop: Ophouden", "opdracht_stop: " + "Je " * 30, "houd hem op hooguit 60"),
        ("  terug: Terug\n", "  terug: Terug naar de vorige vraag\n", "houd hem op hooguit 20"),
        ("  terug: Terug\n", "", "de knop 'terug' ontbreekt"),
        ("  menu: [menu, keuzemenu, /menu]\n", "", "bij 'woorden' ontbreekt 'menu'"),
        ("[menu, keuzemenu", "[menu, stop", "hoort al bij 'menu'"),
        ("synoniemen:", "synoniem:", "bedoel je 'synoniemen'?"),
    ],
)
def test_a_fault_in_the_texts_is_told(old: str, new: str, told: str) -> None:
    assert OURS.count(old) == 1, "the text this test changes has moved"
    _, faults = found(OURS.replace(old, new))
    assert any(told in fault for fault in faults)


def test_a_fault_in_a_sentence_is_told_at_its_line() -> None:
    _, faults = found(OURS.replace("Aangepast bij *<titel>*", "Aangepast"))
    assert faults == [f"{line_of('verbeterd:')}: in 'verbeterd' hoort <titel> te staan; zet het erin"]
