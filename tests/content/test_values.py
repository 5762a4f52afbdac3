"""What a name stands for: by every kind of step, and how much room its words can take."""

from datetime import UTC, date, datetime, time

import pytest

from bot.content.values import Nature, names_of, value_of
from bot.core.moments import Moment, say_moment
from bot.core.text import QUOTE_LIMIT
from tests.content.test_graph import STEPS as WEIGHED
from tests.content.writing import clean

STEPS = """\
stappen:
  wie:
    vraag: Met wie?
  soort:
    vraag: Welke soort?
    keuze: {a: Appel, b: Peer of pruim}
  wat:
    vraag: Wat helpt?
    meerkeuze: {a: Rust, b: Ruimte}
  dag:
    vraag: Wanneer?
    datum: ja
  kwijt:
    vraag: Wat moet eruit?
    vluchtig: ja
  slot:
    zeg: Dag.
"""
ASKED = clean(STEPS).dialogue
WORKED_OUT = clean(WEIGHED).dialogue


@pytest.mark.parametrize(
    ("name", "nature", "longest"),
    [
        ("wie", Nature.OPEN, QUOTE_LIMIT),
        ("soort", Nature.CHOICE, len("Peer of pruim")),
        ("wat", Nature.MULTI, len("Rust, Ruimte") + 2),
        ("dag", Nature.DATE, 40),
        ("kwijt", Nature.OPEN, QUOTE_LIMIT),
    ],
)
def test_an_answer(name: str, nature: Nature, longest: int) -> None:
    value = value_of(ASKED, name)
    assert value is not None
    assert (value.nature, value.longest) == (nature, longest)


@pytest.mark.parametrize(
    ("name", "nature", "keys"),
    [
        ("hoe", Nature.SCALE, ("1", "2", "3", "4", "5")),
        ("hier", Nature.SCALES, ("1", "2", "3", "4", "5")),
        ("hier.tijd", Nature.ITEM, ("1", "2", "3", "4", "5")),
        ("som", Nature.NUMBER, ()),
        ("raad", Nature.OUTCOMES, ("doen", "laten")),
    ],
)
def test_a_number_or_what_is_made_of_it(name: str, nature: Nature, keys: tuple[str, ...]) -> None:
    value = value_of(WORKED_OUT, name)
    assert value is not None
    assert (value.nature, value.keys) == (nature, keys)


@pytest.mark.parametrize("name", ["slot", "niets", "wie.iets", "soort.a", ""])
def test_nothing(name: str) -> None:
    assert value_of(ASKED, name) is None


def test_all_names_of_a_kind_but_what_is_not_kept() -> None:
    assert names_of(ASKED) == ["wie", "soort", "wat", "dag"]
    assert names_of(WORKED_OUT, Nature.ITEM) == ["hier.sfeer", "hier.tijd"]


def test_no_day_takes_more_room_than_is_kept_for_it() -> None:
    value = value_of(ASKED, "dag")
    assert value is not None
    for month in range(1, 13):
        for day in range(20, 29):
            moment = Moment(date(2027, month, day), time(16, 0))
            assert len(say_moment(moment, datetime(2026, 11, 20, tzinfo=UTC))) <= value.longest
