"""What typed answers are taken for: as people type them, and never more than they said."""

import pytest

from bot.core.typed import Miss, keys_of, literal, numbers_in
from tests.scripts import FRIDAY, script

DIALOGUE = script("""
  zo:
    vraag: Is het zo?
    keuze: {ja: Ja, nee: Nee, twijfel: Ik twijfel nog}
  verschil:
    vraag: Wat zie je?
    keuze: {veel: Veel verschil, geen_verschil: Geen verschil}
  speelt:
    vraag: Wat speelt er?
    meerkeuze: {fusie: Fusie, verhuizing: Verhuizing, methode: Nieuwe methode, niets: Geen van deze}
    ook: {niets: [geen, niets]}
  hoe:
    vraag: Hoe is het?
    schaal: 1 tot 5
    schalen: {rust: Rust, sfeer: Sfeer}
  toen:
    vraag: Wanneer was het?
    datum: vandaag of eerder
  straks:
    vraag: Wanneer is het?
    datum: vandaag of later
""")


def keys(step: str, text: str) -> tuple[str, ...] | None:
    question = DIALOGUE.by_name[step].question
    assert question is not None
    found = keys_of(question, text, FRIDAY)
    return None if isinstance(found, Miss) else found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ja", "ja"), ("Ja hoor.", "ja"), ("ja volgens mij wel", "ja"), ("jazeker", "ja"), ("1", "ja"),
        ("ja er is haast bij want de inspectie komt", "ja"), ("nee", "nee"), ("nee joh", "nee"),
        ("nee, dat is niet zo", "nee"), ("zeker niet", "nee"), ("dat mag niet", "nee"), ("2", "nee"),
        ("ik twijfel", "twijfel"), ("twijfel", "twijfel"), ("3", "twijfel"),
        ("goed is het niet", None), ("ja behalve het budget", None), ("ja, maar niet voor iedereen", None),
        ("nee dat is goed", "nee"), ("oke nee", None), ("ja nee", None), ("volgens mij niet", "nee"),
        ("nee maar misschien straks", None), ("weet ik niet", None), ("geen idee", None), ("4", None),
        ("", None), ("ja " * 20, None),
    ],
)  # fmt: skip
def test_yes_no_and_doubt(text: str, key: str | None) -> None:
    assert keys("zo", text) == ((key,) if key else None)


@pytest.mark.parametrize(
    ("text", "key"), [("nee geen verschil hoor", "geen_verschil"), ("er is veel verschil", "veel")]
)
def test_a_name_that_denies_is_still_a_name(text: str, key: str) -> None:
    assert keys("verschil", text) == (key,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fusie en verhuizing", ("fusie", "verhuizing")),
        ("verhuizing, fusie", ("fusie", "verhuizing")),
        ("1 3", ("fusie", "methode")),
        ("1, 3 en 2", ("fusie", "verhuizing", "methode")),
        ("een fusie en veel gedoe", ("fusie",)),
        ("we krijgen een nieuwe methode", ("methode",)),
        ("geen", ("niets",)),
        ("geen idee", None),
        ("geen fusie", None),
    ],
)
def test_several_are_named_together(text: str, expected: tuple[str, ...] | None) -> None:
    assert keys("speelt", text) == expected


@pytest.mark.parametrize(
    ("step", "text", "clear"),
    [
        ("zo", "ja", True), ("zo", "ja hoor", True), ("zo", "ik twijfel", True), ("zo", "jazeker", True),
        ("zo", "vast wel dat is goed", False), ("speelt", "fusie en verhuizing", True),
        ("speelt", "een fusie en veel gedoe", False), ("speelt", "1 en 2", True),
        ("verschil", "er is veel verschil", False),
    ],
)  # fmt: skip
def test_what_could_be_meant_otherwise_is_told_back(step: str, text: str, clear: bool) -> None:
    question, found = DIALOGUE.by_name[step].question, keys(step, text)
    assert question is not None
    if found is not None:
        assert literal(question, text, found) is clear
    else:
        assert not clear


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("4", ("4",)), ("een 4", ("4",)), ("vier", ("4",)), ("4 2", ("4", "2")), ("4,2", ()),
        ("4/5", ("4",)), ("vier twee", ("4", "2")), ("6", ()), ("3,5", ()), ("4 en een beetje", ()), ("", ()),
        ("een viertje", ("4",)),
    ],
)  # fmt: skip
def test_numbers_on_a_scale(text: str, numbers: tuple[str, ...]) -> None:
    question = DIALOGUE.by_name["hoe"].question
    assert question is not None
    assert numbers_in(question, text) == numbers


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("gisteren", "2026-11-19"),
        ("dinsdag", "2026-11-17"),
        ("vrijdag", "2026-11-20"),
        ("maandag om 9 uur", "2026-11-16"),
    ],
)
def test_of_what_was_a_weekday_is_the_last(text: str, day: str) -> None:
    found = keys("toen", text)
    assert found is not None
    assert found[0].startswith(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 juli", "2027-07-01"),
        ("1-7", "2027-07-01"),
        ("24 december", "2026-12-24"),
        ("29 februari 2028", "2028-02-29"),
    ],
)
def test_of_what_comes_a_day_of_the_year_is_the_next(text: str, day: str) -> None:
    assert keys("straks", text) == (day,)


def test_a_year_that_is_written_is_meant() -> None:
    assert keys("straks", "1 juli 2026") is None
