"""The short way (`kort`): who has little time gets only the questions that must be there."""

from dataclasses import replace

import pytest

from bot.core.dialogue import Dialogue
from bot.core.effects import Ask, Phrase, Say
from bot.core.inputs import (
    Answer,
    Back,
    Brief,
    Change,
    Choose,
    Correct,
    Input,
    Leave,
    Resume,
    Skip,
    Tick,
    Why,
)
from bot.core.machine import Status
from bot.core.session import AlarmKind
from tests.scripts import Walk, script, shown

STEPS = """
  feit:
    zeg: Goed dat je stilstaat.
    vraag: Wat zag je?
    toets: oordeel
    doorvraag:
      als korter dan 4 woorden: Kun je dat uitwerken?
  gevoel:
    zeg: Nu naar binnen.
    vraag: Wat voel je?
  cijfers:
    vraag: Hoe vaak zie je dit?
    schaal: 1 tot 5
    schalen: {klimaat: Klimaat, overleg: Overleg, samen: Samen}
  moet:
    vraag: Met wie?
    verplicht: ja
  hoe:
    vraag: Hoe verder?
    meerkeuze: {praten: Praten, rusten: Laten rusten}
    daarna:
      als hoe is overgeslagen: stap
      als hoe bevat praten: stap
      anders: rust
  rust:
    zeg: Laten rusten mag.
  stap:
    zeg: Je voelt <gevoel of iets>.
    vraag: Wat doe je als eerste?
  slaap:
    wacht: 3 dagen na nu
  terug:
    zeg: Daar ben ik weer.
    vraag: Wat kwam ervan?
  slot:
    zeg: Nog één ding.
    vraag: Wat neem je mee?
"""


def short(steps: str, *left: str) -> Dialogue:
    """The script with a short way of these questions."""
    return replace(script(steps), brief=frozenset(left))


SHORT = short(STEPS, "feit", "moet", "stap")
FACT = "hij legde zijn telefoon op tafel"


def test_it_is_offered_with_the_first_question_and_not_after_an_answer() -> None:
    walk = Walk(SHORT)
    assert shown(walk.turn.effects) == ["Goed dat je stilstaat.", "<kort_kan>", "Wat zag je?"]
    ask = walk.turn.effects[-1]
    assert isinstance(ask, Ask)
    assert "kort" in ask.words
    walk.does(FACT)
    ask = walk.turn.effects[-1]
    assert isinstance(ask, Ask)
    assert "kort" not in ask.words


def test_only_the_short_way_is_asked_and_what_is_left_out_says_nothing() -> None:
    walk = Walk(SHORT)
    assert walk.does(Brief()) == ["<kort>", "Wat zag je?"]
    assert walk.does(FACT) == ["Met wie?"]
    assert walk.does("mijn team") == ["Je voelt iets.", "Wat doe je als eerste?"]
    assert set(walk.session.given) == {("feit", 1), ("moet", 1)}


def test_half_way_it_leaves_out_the_open_question_too() -> None:
    walk = Walk(SHORT)
    walk.does(FACT)
    assert walk.does(Brief()) == ["<kort>", "Met wie?"]
    assert walk.session.unasked == {("gevoel", 1), ("cijfers", 1)}


def test_a_question_of_the_short_way_that_is_open_is_asked_again() -> None:
    walk = Walk(SHORT)
    walk.does(FACT, "rustig", "3 3 3")
    assert walk.does(Brief()) == ["<kort>", "Met wie?"]
    assert walk.does(Skip())[0] == "<verplicht>"


def test_a_required_question_is_asked_also_where_the_short_way_forgot_it() -> None:
    walk = Walk(short(STEPS, "stap"))
    assert walk.does(Brief()) == ["<kort>", "Met wie?"]


def test_twice_is_once_and_without_a_short_way_it_says_so() -> None:
    walk = Walk(SHORT)
    walk.does(Brief())
    assert walk.does(Brief()) == ["<al_kort>", "Wat zag je?"]
    assert Walk(script(STEPS)).does(Brief()) == ["<geen_kort>", "Wat zag je?"]


def test_words_that_were_still_coming_are_the_answer() -> None:
    walk = Walk(SHORT)
    walk.does(Answer(FACT, 5, gather=True))
    assert walk.does(Brief()) == ["<kort>", "Met wie?"]
    assert walk.answer("feit").text == FACT
    assert walk.session.alarm is None


@pytest.mark.parametrize("typed", ["hij deed arrogant", "een telefoon"])
def test_it_leaves_what_was_asked_on_about_as_it_is(typed: str) -> None:
    walk = Walk(SHORT)
    walk.does(typed)
    assert walk.session.hold is not None
    assert walk.does(Brief()) == ["<kort>", "Met wie?"]
    assert walk.answer("feit").text == typed


def test_a_question_of_several_scales_half_way_keeps_what_there_is() -> None:
    walk = Walk(SHORT)
    walk.does(FACT, "rustig", "4")
    assert walk.does(Brief()) == ["<kort>", "Met wie?"]
    assert walk.answer("cijfers").keys == ("klimaat=4",)
    walk = Walk(short(STEPS, "feit", "cijfers", "moet"))
    walk.does(FACT, "rustig", "4")
    assert walk.does(Brief()) == ["<kort>", "Hoe vaak zie je dit?", "<onderdeel>"]
    walk.does("3 3")
    assert walk.step == "moet"


def test_ticks_that_were_taken_away_again_count_as_skipped() -> None:
    walk = Walk(SHORT)
    walk.does(FACT, "rustig", "3 3 3", "mijn team", Choose("rusten", 9), Choose("rusten", 9))
    assert "Laten rusten mag." not in walk.does(Brief())
    assert walk.step == "stap"


def test_back_goes_past_what_was_never_asked() -> None:
    walk = Walk(SHORT)
    walk.does(Brief(), FACT)
    assert walk.does(Back()) == ["<je_schreef>", "Wat zag je?"]
    assert walk.does(Leave()) == ["Met wie?"]


def test_only_what_was_answered_can_be_changed_and_the_way_stays_short() -> None:
    walk = Walk(SHORT)
    walk.does(Brief(), Answer(FACT, 5), "mijn team")
    assert walk.does(Change("gevoel")) == ["<wijzig_welke>"]
    assert walk.does(Change("1"), "hij stond op en liep weg")[-1] == "Wat doe je als eerste?"
    walk.does(Correct(5, "hij keek weg"))
    assert walk.step == "stap"


@pytest.mark.parametrize("woken", [[Resume()], [None]])
def test_after_a_wait_there_may_be_time_again_and_what_was_left_out_stays_so(
    woken: list[Input | None],
) -> None:
    walk = Walk(SHORT)
    walk.does(Brief(), FACT, "mijn team", "bellen")
    alarm = walk.session.alarm
    assert alarm is not None
    [input_] = woken
    assert walk.does(input_ or Tick(AlarmKind.WAKE, alarm.turn)) == ["Daar ben ik weer.", "Wat kwam ervan?"]
    assert walk.does("niets", Change("1"), "hij stond op en liep weg")[-1] == "Wat neem je mee?"
    assert ("gevoel", 1) not in walk.session.given


def test_where_nothing_is_left_to_ask_it_ends_without_a_word_of_what_was_left_out() -> None:
    walk = Walk(short(STEPS.replace("  slaap:\n    wacht: 3 dagen na nu\n", ""), "moet"))
    assert walk.does(Brief(), "mijn team") == []
    assert walk.session.status is Status.DONE


# — rounds —

ROUND = short(
    """
  dag:
    vraag: Wat deed je?
  nog:
    vraag: Nog een dag?
    keuze: {ja: Ja, nee: Nee}
    daarna:
      als nog is overgeslagen: slot
      als nog is ja: dag
      anders: slot
  slot:
    vraag: Wat neem je mee?
""",
    "dag",
    "slot",
)


def test_a_question_that_is_left_out_counts_as_skipped_also_when_an_earlier_round_answered_it() -> None:
    walk = Walk(ROUND)
    walk.does("gelopen", "ja", Brief())
    assert walk.does("gefietst") == ["Wat neem je mee?"]
    assert walk.answer("nog").keys == ("ja",)


# — advice —

RAAD = short(
    """
  haast:
    titel: Haast
    vraag: Is er haast?
    keuze: {ja: Ja, nee: Nee}
  team:
    titel: Team
    vraag: Kan het team dit?
    keuze: {ja: Ja, nee: Nee}
  raad:
    advies:
      kies: eerste
      uitkomsten:
        macht: {titel: Beslis zelf, tekst: Zeg wat er gebeurt.}
        samen: {titel: Zoek het samen uit, tekst: Vraag rond.}
      regels:
        als haast is ja en team is nee:
          uitkomst: macht
          omdat: Er is haast en het team kan het niet.
          grond: voorstel
        anders:
          uitkomst: samen
          omdat: Er is tijd, of het team kan het.
          grond: voorstel
  slot:
    vraag: Wat neem je mee?
""",
    "haast",
    "slot",
)


def test_advice_weighs_what_was_answered_and_takes_the_rest_as_skipped() -> None:
    walk = Walk(RAAD)
    assert walk.does(Brief(), "ja")[-1] == "Wat neem je mee?"
    assert walk.session.unasked == {("team", 1)}
    walk.does(Why())
    explained = walk.turn.effects[0]
    assert isinstance(explained, Say)
    assert isinstance(explained.body, Phrase)
    assert explained.body.values["omdat"] == "Er is tijd, of het team kan het."
    assert explained.body.values["antwoorden"] == "Haast: Ja"
