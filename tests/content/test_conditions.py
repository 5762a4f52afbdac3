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
        ("a is niet overgeslagen", "zet eerst 'als a is overgeslagen: …'"),
        ("a is niet", "na 'is' hoort een sleutel"),
        ("a is heel vaak", "na 'is' hoort één sleutel"),
        ("met wie is ja", "die heeft geen spaties"),
        ("a bevt ja", "bedoel je 'bevat'?"),
        ("a bevat niet ja", "zet eerst 'als a bevat ja: …'"),
        ("hoe >= vaak", "na '>=' hoort een getal"),
        ("dag > 2026-11-24", "een dag kun je niet vergelijken"),
        ("a bevat ja, nee", "op de plaats van de komma"),
        ("langer dan 8 woorden", "schrijf het met 'korter dan'"),
        ("a korter dan 8 tekens", "tel in woorden"),
        ("korter dan 8 woorden", "schrijf de naam van de stap ervoor"),
        ("", "herhaal de naam"),
        ("hoe >= " + "9" * 5000, "schrijf 'stap is sleutel'"),
    ],
)
def test_what_is_no_condition_is_told_with_what_to_write(words: str, instead: str) -> None:
    assert instead in refused(words)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("a = ja", "a is ja"),
        ("a != ja", "a is niet ja"),
        ("niet a is ja", "a is niet ja"),
        ("a is 'ja'", "a is ja"),
        ("(a is ja)", "a is ja"),
        ("a overgeslagen", "a is overgeslagen"),
        ("hoe = 8", "hoe >= 8 en hoe <= 8"),
        ("hoe ≥ 8", "hoe >= 8"),
        ("hoe => 8", "hoe >= 8"),
        ("hoe is >= 8", "hoe >= 8"),
        ("hoe >= acht", "hoe >= 8"),
        ("hoe groter dan 8", "hoe > 8"),
        ("hoe is minder dan 3", "hoe < 3"),
        ("hoe minstens 3", "hoe >= 3"),
        ("hoe hooguit 3,5", "hoe <= 3,5"),
        ("2 <= hoe <= 4", "hoe >= 2 en hoe <= 4"),
        ("hoe 2 tot 4", "hoe >= 2 en hoe <= 4"),
        ("a minder dan 8 woorden", "a korter dan 8 woorden"),
    ],
)
def test_what_must_have_been_meant_is_told_and_read_as_such(words: str, meant: str) -> None:
    faults = Faults()
    assert read_condition(words, HERE, faults) == read(meant)
    (blemish,) = faults.found
    assert f"schrijf '{meant}'" in blemish.text


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("a is ja of nee", "a is ja of a is nee"),
        ("a bevat ja en nee", "a bevat ja en a bevat nee"),
        ("hoe > 2 en < 4", "hoe > 2 en hoe < 4"),
        ("a is ja and b is nee", "a is ja en b is nee"),
    ],
)
def test_what_is_left_out_of_the_second_half_is_read_from_the_first(words: str, meant: str) -> None:
    faults = Faults()
    assert read_condition(words, HERE, faults) == read(meant)
    assert [blemish.must for blemish in faults.found] == [True]


def test_every_part_that_is_none_is_told() -> None:
    faults = Faults()
    assert read_condition("__import__('os') is ja en x()", HERE, faults) == UNREADABLE
    assert all("geen voorwaarde" in blemish.text for blemish in faults.found)


def test_a_number_without_end_is_refused() -> None:
    assert "geen voorwaarde" in refused("hoe >= " + "9" * 5000)


def test_an_unreadable_condition_never_holds() -> None:
    assert not holds(UNREADABLE, {"a": Given(1, skipped=True)})
