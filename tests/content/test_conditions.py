"""Conditions as authors write them."""

import pytest

from bot.content.conditions import UNREADABLE, read_condition
from bot.content.faults import Faults
from bot.content.nodes import Place
from bot.core.conditions import Compare, Condition, Contains, Every, Is, Shorter, Skipped, Some, holds
from bot.core.given import Given

HERE = Place("proef.yaml", 7)


def read(words: str, own: str = "") -> Condition:
    faults = Faults()
    condition = read_condition(words, HERE, faults, own)
    assert faults.found == []
    return condition


def refused(words: str, own: str = "") -> str:
    faults = Faults()
    assert read_condition(words, HERE, faults, own) == UNREADABLE
    (blemish,) = faults.found
    assert (blemish.file, blemish.line, blemish.must) == (HERE.file, HERE.line, True)
    return blemish.text


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("mag is ja", Is("mag", "ja")),
        ("mag is niet ja", Is("mag", "ja", negated=True)),
        ("mag is overgeslagen", Skipped("mag")),
        ("verder bevat praten", Contains("verder", "praten")),
        ("hoe >= 8", Compare("hoe", ">=", 8)),
        ("hoe<3", Compare("hoe", "<", 3)),
        ("hoe korter dan 8 woorden", Shorter("hoe", 8)),
        ("hoe korter dan 1 woord", Shorter("hoe", 1)),
        ("  mag   is  ja ", Is("mag", "ja")),
        ("a is ja en b > 2", Every((Is("a", "ja"), Compare("b", ">", 2)))),
        ("a is x of a is y of b is overgeslagen", Some((Is("a", "x"), Is("a", "y"), Skipped("b")))),
    ],
)
def test_a_condition_is_read(words: str, condition: Condition) -> None:
    assert read(words) == condition


def test_a_condition_without_a_name_is_about_the_step_itself() -> None:
    assert read("korter dan 8 woorden", own="hoe") == Shorter("hoe", 8)


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("a is ja en b is ja of c is ja", "maak er twee regels"),
        ("a is niet overgeslagen", "zet eerst 'als … is overgeslagen: …'"),
        ("a is niet", "schrijf 'stap is sleutel'"),
        ("hoe = 8", "schrijf 'is', '>='"),
        ("hoe ≥ 8", "schrijf 'is', '>='"),
        ("a bevt ja", "bedoel je 'bevat'?"),
        ("a bevat ja of nee", "herhaal de naam van de stap"),
        ("a bevat niet ja", "schrijf 'stap is sleutel'"),
        ("hoe >= acht", "schrijf 'stap is sleutel'"),
        ("korter dan 8 woorden", "schrijf 'stap is sleutel'"),
        ("", "herhaal de naam"),
        ("__import__('os') is ja en x()", "herhaal de naam"),
    ],
)
def test_what_is_no_condition_is_told_with_what_to_write(words: str, instead: str) -> None:
    assert instead in refused(words)


def test_a_number_without_end_is_refused() -> None:
    assert "geen voorwaarde" in refused("hoe >= " + "9" * 5000)


def test_an_unreadable_condition_never_holds() -> None:
    assert not holds(UNREADABLE, {"a": Given(1, skipped=True)})
