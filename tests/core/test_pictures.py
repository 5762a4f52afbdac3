"""Numbers drawn as little bars that can be read as text."""

import pytest

from bot.core.inputs import Input, Skip
from tests.scripts import Walk, script

SCALES = """
  cijfers:
    vraag: Hoe vaak zie je dit?
    schaal: 1 tot 5
    schalen:
      klimaat: |
        Klimaat: we vertrouwen elkaar.
      overleg: We praten met elkaar.
  plaat:
    beeld: profiel van cijfers
  slot:
    vraag: Wat valt je op?
"""
BARS = """
  spanning:
    titel: Spanning
    vraag: Hoe heftig?
    schaal: 0 tot 10
  procent:
    titel: Gehaald
    vraag: Hoeveel procent?
    schaal: 0 tot 100
  cijfers:
    vraag: Hoe vaak zie je dit?
    schaal: 1 tot 5
    schalen: {klimaat: Klimaat, overleg: Overleg}
  gemiddeld:
    titel: Gemiddeld
    reken: gemiddelde van cijfers
  plaat:
    zeg: Zo ziet het eruit.
    beeld: balken van spanning, procent, gemiddeld, cijfers.overleg
  slot:
    vraag: Wat valt je op?
"""


def test_a_profile_has_a_line_for_each_item_with_its_short_name() -> None:
    walk = Walk(script(SCALES))
    assert walk.does("4 2") == ["●●●●○ 4 Klimaat\n●●○○○ 2 We praten met elkaar.", "Wat valt je op?"]


def test_what_was_skipped_has_no_bar() -> None:
    walk = Walk(script(SCALES))
    assert walk.does(Skip(), "5")[0] == "– Klimaat\n●●●●● 5 We praten met elkaar."
    walk = Walk(script(SCALES))
    assert walk.does(Skip(), Skip())[0] == "– Klimaat\n– We praten met elkaar."


@pytest.mark.parametrize(
    ("answers", "drawn"),
    [
        (
            ["7", "80", "4 3"],
            "●●●●●●●○○○ 7 Spanning\n80 Gehaald\n3,5 Gemiddeld\n●●●○○ 3 Overleg",
        ),
        (
            ["0", "0", "1 1"],
            "○○○○○○○○○○ 0 Spanning\n0 Gehaald\n1 Gemiddeld\n●○○○○ 1 Overleg",
        ),
        (
            [Skip(), Skip(), "4", Skip()],
            "– Spanning\n– Gehaald\n4 Gemiddeld\n– Overleg",
        ),
    ],
)
def test_bars_stand_for_single_numbers_and_a_number_without_a_scale_of_ten_stands_alone(
    answers: list[Input | str], drawn: str
) -> None:
    assert Walk(script(BARS)).does(*answers) == ["Zo ziet het eruit.", drawn, "Wat valt je op?"]


def test_in_a_round_the_bars_are_those_of_this_time() -> None:
    again = (
        SCALES
        + """
    daarna:
      als slot korter dan 2 woorden: cijfers
      anders: einde
"""
    )
    walk = Walk(script(again))
    walk.does("1 1", "nogmaals")
    assert walk.does("5 5")[0] == "●●●●● 5 Klimaat\n●●●●● 5 We praten met elkaar."
