"""The machine of a script, as it was compiled."""

from bot.core.conditions import Compare, Skipped
from bot.core.dialogue import END
from bot.core.machine import ways
from tests.scripts import script

DIALOGUE = script(
    """
  hoe:
    vraag: Hoe heftig is het?
    schaal: 1 tot 10
    daarna:
      als hoe is overgeslagen: slot
      als hoe >= 8: adem
      anders: slot
  adem:
    zeg: Adem uit.
  slot:
    zeg: Dag.
"""
)


def test_the_ways_onward_are_those_of_the_script_in_its_order() -> None:
    assert ways(DIALOGUE) == [
        ("hoe", Skipped("hoe"), "slot"),
        ("hoe", Compare("hoe", ">=", 8), "adem"),
        ("hoe", None, "slot"),
        ("adem", None, "slot"),
        ("slot", None, END),
    ]
