"""Numbers worked out from answers, as people would work them out."""

from collections.abc import Mapping, Sequence

import pytest

from bot.core.inputs import Change, Skip
from bot.core.reckoning import Figure, Over, Reckoning, Total, key_of, names_in, say_number, worked_out
from tests.scripts import Walk, script

ANSWERED: Mapping[str, Sequence[float]] = {
    "a": [3],
    "b": [9],
    "c": [4, 4, 2],
    "tienden": [0.1, 4.6],
    "onder_nul": [-1, -2],
    "niets": [],
}


def worth(reckoning: Reckoning) -> float | None:
    return worked_out(reckoning, lambda name: ANSWERED[name])


def over(figure: Figure, *names: str) -> Over:
    return Over(figure, names)


@pytest.mark.parametrize(
    ("reckoning", "number"),
    [
        (Total(((1, "a"),)), 3),
        (Total(((1, "a"), (-1, "b"), (1, 2))), -4),
        (over(Figure.MEAN, "a", "b"), 6),
        (over(Figure.MEAN, "c"), 3.3),
        (over(Figure.MEAN, "a", "c"), 3.3),  # 3.25: half a tenth goes up
        (over(Figure.MEAN, "tienden"), 2.4),  # 2.35, also where a computer has it a little lower
        (over(Figure.MEAN, "onder_nul"), -1.5),
        (over(Figure.MEAN, "a", "niets"), 3),
        (over(Figure.LOWEST, "a", "c"), 2),
        (over(Figure.HIGHEST, "b", "c"), 9),
        (over(Figure.COUNT, "a", "c", "niets"), 4),
        (over(Figure.COUNT, "niets"), 0),
    ],
)
def test_sums_and_figures(reckoning: Reckoning, number: float) -> None:
    assert worth(reckoning) == number


@pytest.mark.parametrize(
    "reckoning",
    [
        Total(((1, "a"), (-1, "niets"))),
        Total(((1, "c"),)),  # several numbers are no number
        over(Figure.MEAN, "niets"),
        over(Figure.LOWEST, "niets"),
        over(Figure.HIGHEST, "niets"),
    ],
)
def test_where_nothing_was_answered_there_is_no_number(reckoning: Reckoning) -> None:
    assert worth(reckoning) is None


def test_the_names_that_are_counted_with() -> None:
    assert names_in(Total(((1, "a"), (1, 2), (-1, "b.x")))) == ("a", "b.x")
    assert names_in(over(Figure.MEAN, "a", "c")) == ("a", "c")


@pytest.mark.parametrize(
    ("number", "said"), [(3.0, "3"), (3.7, "3,7"), (-2.5, "-2,5"), (0.0, "0"), (10.0, "10")]
)
def test_a_number_is_said_with_a_comma_and_without_needless_noughts(number: float, said: str) -> None:
    assert say_number(key_of(number)) == said


GAP = script("""
  nu:
    vraag: Hoe is het nu?
    schaal: 1 tot 10
  straks:
    vraag: Hoe wil je het?
    schaal: 1 tot 10
  kloof:
    reken: straks - nu
    daarna:
      als kloof is overgeslagen: onbekend
      als kloof >= 4: groot
      anders: klein
  onbekend:
    zeg: Dan laat ik de kloof rusten.
    daarna: slot
  groot:
    zeg: Een kloof van <kloof>. Dat is veel.
    daarna: slot
  klein:
    zeg: Een kloof van <kloof>.
  slot:
    vraag: Wat valt je op?
""")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (["2", "8"], "Een kloof van 6. Dat is veel."),
        (["7", "8"], "Een kloof van 1."),
        (["8", "7"], "Een kloof van -1."),
        (["2", Skip()], "Dan laat ik de kloof rusten."),
    ],
)
def test_a_sum_decides_the_way_and_is_repeated(answers: list[str | Skip], told: str) -> None:
    assert Walk(GAP).does(*answers) == [told, "Wat valt je op?"]


def test_a_sum_is_never_kept_so_it_follows_a_changed_answer() -> None:
    walk = Walk(GAP)
    walk.does("2", "8")
    assert ("kloof", 1) in walk.session.path
    assert ("kloof", 1) not in walk.session.given
    assert walk.does(Change("1"), "7") == ["Een kloof van 1.", "Wat valt je op?"]
