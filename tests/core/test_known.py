"""What texts and conditions get to see of what somebody answered."""

from collections.abc import Iterator, Mapping

import pytest

from bot.core.given import Given, Visit
from bot.core.inputs import Change, Skip
from bot.core.known import Known
from tests.scripts import Walk, script

ROUND = script("""
  hoe:
    vraag: Hoe vaak?
    schaal: 1 tot 5
    schalen: {klimaat: Klimaat, overleg: Overleg}
  spanning:
    vraag: Hoe heftig?
    schaal: 1 tot 10
  wie:
    vraag: Wie erbij?
    meerkeuze: {team: Team, ouders: Ouders}
  verschil:
    reken: spanning - hoe.klimaat
  raad:
    advies:
      kies: eerste
      uitkomsten:
        rust: {titel: Rust, tekst: Even niets., nadeel: Het blijft liggen.}
        actie: {titel: Actie, tekst: Nu iets., nadeel: Het is veel.}
      regels:
        als verschil >= 4:
          uitkomst: rust
          omdat: De spanning is veel hoger.
          grond: voorstel
          eigen_grens: De grens kozen wij.
        anders:
          uitkomst: actie
          omdat: Het is te doen.
          grond: voorstel
  nog:
    vraag: Nog een keer?
    keuze: {ja: Ja, nee: Nee}
    daarna:
      als nog is overgeslagen: slot
      als nog is ja: spanning
      anders: slot
  slot:
    zeg: Verschil <verschil>, klimaat <hoe.klimaat>, overleg <hoe.overleg of geen>, dus <raad>.
    vraag: Wat neem je mee?
""")
PATH = (("hoe", 1), ("spanning", 1), ("wie", 1), ("verschil", 1), ("raad", 1))


def given(n: int, *keys: str) -> Given:
    return Given(n, keys=keys, skipped=not keys)


ANSWERS: dict[Visit, Given] = {
    ("hoe", 1): given(1, "klimaat=2", "overleg="),
    ("spanning", 1): given(2, "9"),
    ("wie", 1): given(3, "team", "ouders"),
}


def test_of_a_step_that_was_asked_again_the_latest_answer_counts() -> None:
    path = (*PATH, ("spanning", 2))
    assert Known(ROUND, {**ANSWERS, ("spanning", 2): given(4, "3")}, path)["spanning"].keys == ("3",)
    assert Known(ROUND, {**ANSWERS, ("spanning", 2): given(4)}, path)["spanning"].skipped
    # Asked again and not answered yet: what was said the time before still stands.
    assert Known(ROUND, ANSWERS, path)["spanning"].keys == ("9",)


def test_a_question_passed_by_the_short_way_counts_as_skipped_whatever_was_said_before() -> None:
    known = Known(ROUND, ANSWERS, (*PATH, ("spanning", 2)), unasked={("spanning", 2)})
    assert "spanning" not in known
    assert known["verschil"].skipped
    assert known.numbers("spanning") == []


def test_an_answer_that_is_not_on_the_path_does_not_show() -> None:
    known = Known(ROUND, ANSWERS, PATH[1:])
    assert "hoe" not in known
    assert "hoe.klimaat" not in known
    assert known.get("hoe.klimaat") is None
    assert sorted(known) == ["raad", "spanning", "verschil", "wie"]
    assert len(known) == 4


def test_one_item_is_named_with_a_dot_and_a_skipped_item_is_a_skipped_answer() -> None:
    known = Known(ROUND, ANSWERS, PATH)
    assert known["hoe.klimaat"].keys == ("2",)
    assert known["hoe.overleg"].skipped
    assert "hoe.sfeer" not in known


def test_numbers_and_outcomes_are_worked_out_when_they_are_looked_at() -> None:
    known = Known(ROUND, ANSWERS, PATH)
    assert known["verschil"].keys == ("7",)
    assert known["raad"].keys == ("rust",)
    calm = Known(ROUND, {**ANSWERS, ("spanning", 1): given(2, "3")}, PATH)
    assert (calm["verschil"].keys, calm["raad"].keys) == (("1",), ("actie",))


def test_a_sum_that_misses_a_number_counts_as_skipped_and_its_rule_does_not_hold() -> None:
    known = Known(ROUND, {**ANSWERS, ("spanning", 1): given(2)}, PATH)
    assert known["verschil"].skipped
    assert known["raad"].keys == ("actie",)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("spanning", [9]),
        ("hoe", [2]),  # the item that was skipped has none
        ("hoe.klimaat", [2]),
        ("hoe.overleg", []),
        ("verschil", [7]),
        ("wie", [1, 1]),
        ("nog", []),
    ],
)
def test_what_a_name_stands_for_in_a_sum(name: str, numbers: list[float]) -> None:
    assert Known(ROUND, ANSWERS, PATH).numbers(name) == numbers


class Closed(Mapping[Visit, Given]):
    """Answers that still have to be opened; opening one is a failure here."""

    def __getitem__(self, visit: Visit) -> Given:
        raise AssertionError(f"{visit[0]} was opened")

    def __contains__(self, visit: object) -> bool:
        return visit in ANSWERS

    def __iter__(self) -> Iterator[Visit]:
        return iter(ANSWERS)

    def __len__(self) -> int:
        return len(ANSWERS)


def test_whether_something_was_answered_is_known_without_opening_it() -> None:
    known = Known(ROUND, Closed(), PATH)
    assert all(name in known for name in ("hoe", "hoe.klimaat", "verschil", "raad"))
    assert "nog" not in known


def test_a_text_repeats_numbers_items_and_outcomes_as_they_are_now() -> None:
    walk = Walk(ROUND)
    walk.does("2 4", "9", "team")
    assert walk.does("nee")[0] == "Verschil 7, klimaat 2, overleg 4, dus Rust."
    assert "Verschil 1, klimaat 2, overleg 4, dus Actie." in walk.does(Change("2"), "3")


def test_in_a_round_the_sum_is_about_the_numbers_of_this_time() -> None:
    walk = Walk(ROUND)
    walk.does("2", Skip(), "9", "team", "ja", "3", Skip())
    assert walk.does("nee")[0] == "Verschil 1, klimaat 2, overleg geen, dus Actie."


def test_a_choice_is_repeated_by_its_label_also_when_the_words_for_it_say_nothing() -> None:
    where = script("""
  waar:
    vraag: Waar voel je het?
    keuze: {buik: In mijn buik, nergens: Nergens}
    ook: {nergens: [geen idee]}
  slot:
    zeg: Je voelt het <waar of ergens>.
    vraag: Wat neem je mee?
""")
    assert "Je voelt het Nergens." in Walk(where).does("geen idee")
