"""A question with several scales, asked one by one: answered, skipped, taken back, corrected."""

import pytest

from bot.core.effects import Ask, Keep, Phrase
from bot.core.given import Part
from bot.core.inputs import (
    Answer,
    Back,
    Change,
    Choose,
    Correct,
    Done,
    Help,
    Leave,
    Pause,
    Resume,
    Seen,
    Skip,
)
from bot.core.machine import Status
from bot.core.session import Hold
from tests.scripts import Walk, script

STEPS = """
  vooraf:
    vraag: Waar gaat het over?
  cijfers:
    zeg: Drie cijfers.
    vraag: Hoe vaak zie je dit?
    schaal: 1 tot 5
    van: nooit
    tot: altijd
    schalen:
      klimaat: We vertrouwen elkaar.
      overleg: We praten met elkaar.
      samen: We maken dingen samen.
    hulp: Denk aan de afgelopen week.
    daarna:
      als cijfers is overgeslagen: slot
      als cijfers.klimaat < 3: laag
      anders: slot
  laag:
    zeg: Het klimaat is een <cijfers.klimaat>.
  slot:
    vraag: Wat neem je mee?
"""
SEVERAL = script(STEPS)


def begun() -> Walk:
    """Somebody who has answered the question before."""
    walk = Walk(SEVERAL)
    walk.does("het team")
    return walk


def item(walk: Walk) -> str:
    """The item that is asked last, as "2 van 3: We praten met elkaar."."""
    ask = walk.turn.effects[-1]
    assert isinstance(ask, Ask)
    assert isinstance(ask.body, Phrase)
    values = ask.body.values
    return f"{values['nummer']} van {values['aantal']}: {values['onderdeel']}"


def numbers(walk: Walk) -> set[str]:
    return set(walk.answer("cijfers").keys)


def test_the_items_are_asked_one_by_one_with_the_numbers_as_buttons() -> None:
    walk = begun()
    assert walk.does(Help())[1:] == ["Hoe vaak zie je dit?\n1 = nooit, 5 = altijd", "<onderdeel>"]
    assert item(walk) == "1 van 3: We vertrouwen elkaar."
    ask = walk.turn.effects[-1]
    assert isinstance(ask, Ask)
    assert [choice.key for choice in ask.choices] == ["1", "2", "3", "4", "5"]
    assert walk.does("4") == ["<onderdeel>"]
    assert item(walk) == "2 van 3: We praten met elkaar."
    walk.does("een 3")
    assert walk.does("vijf") == ["Wat neem je mee?"]
    assert numbers(walk) == {"klimaat=4", "overleg=3", "samen=5"}


@pytest.mark.parametrize(
    "typed", ["4 4 2", "4, 4, 2", "een 4, een 4, een 2", "vier vier twee", "4/5 4/5 2/5"]
)
def test_all_of_them_in_one_message(typed: str) -> None:
    walk = begun()
    assert walk.does(typed) == ["Wat neem je mee?"]
    assert numbers(walk) == {"klimaat=4", "overleg=4", "samen=2"}


def test_some_of_them_in_one_message_and_the_rest_are_asked() -> None:
    walk = begun()
    walk.does("4 4")
    assert item(walk) == "3 van 3: We maken dingen samen."


@pytest.mark.parametrize("typed", ["vaak", "6", "4 4 4 4", "4 en verder weet ik het niet", ""])
def test_what_are_no_numbers_for_these_items_is_not_kept(typed: str) -> None:
    walk = begun()
    assert walk.does(typed)[0] == "<mis_schaal>"
    assert item(walk) == "1 van 3: We vertrouwen elkaar."
    assert ("cijfers", 1) not in walk.session.given


def test_four_misses_at_one_item_give_a_rest_and_coming_back_asks_that_item() -> None:
    walk = begun()
    walk.does("4", "tja", "tja", "tja", "tja")
    assert walk.session.status is Status.PAUSED
    walk.does(Resume())
    assert item(walk) == "2 van 3: We praten met elkaar."


def test_each_number_is_kept_at_once_as_one_answer_in_the_log() -> None:
    walk = begun()
    walk.does("4")
    assert [effect.given.n for effect in walk.turn.effects if isinstance(effect, Keep)] == [2]
    walk.does("4")
    assert [effect.given.n for effect in walk.turn.effects if isinstance(effect, Keep)] == [2]


def test_a_button_of_the_item_before_changes_nothing() -> None:
    walk = begun()
    old = walk.session.asked
    walk.does(Choose("4"), pressed=old)
    assert walk.does(Choose("5"), pressed=old)[0] == "<oude_knop>"
    assert numbers(walk) == {"klimaat=4"}
    assert item(walk) == "2 van 3: We praten met elkaar."
    walk.does(Choose("5"), pressed=walk.session.asked)
    assert numbers(walk) == {"klimaat=4", "overleg=5"}


def test_one_item_is_skipped_and_counts_as_skipped() -> None:
    walk = begun()
    walk.does(Skip())
    assert item(walk) == "2 van 3: We praten met elkaar."
    assert walk.does("4", "4") == ["Wat neem je mee?"]
    assert not walk.answer("cijfers").skipped


def test_who_skips_every_item_skips_the_question() -> None:
    walk = begun()
    assert walk.does(Skip(), Skip(), Skip()) == ["Wat neem je mee?"]
    assert walk.answer("cijfers").skipped


def test_a_required_question_lets_no_item_be_skipped_also_not_by_coming_back() -> None:
    walk = Walk(script(STEPS.replace("    schaal: 1 tot 5", "    verplicht: ja\n    schaal: 1 tot 5")))
    walk.does("het team", "4")
    assert walk.does(Skip())[0] == "<verplicht>"
    walk.does(Change("cijfers"), Skip())
    assert walk.step == "cijfers"
    assert walk.does(Skip())[0] == "<verplicht>"
    assert numbers(walk) == {"klimaat=4"}


# — back —


def test_back_takes_back_one_item_and_from_the_first_goes_to_the_question_before() -> None:
    walk = begun()
    walk.does("4", "2")
    assert walk.does(Back()) == ["<onderdeel>"]
    assert item(walk) == "2 van 3: We praten met elkaar."
    assert numbers(walk) == {"klimaat=4"}
    walk.does(Back())
    assert item(walk) == "1 van 3: We vertrouwen elkaar."
    assert walk.does(Back()) == ["<je_schreef>", "Waar gaat het over?"]
    walk.does(Leave())
    assert item(walk) == "1 van 3: We vertrouwen elkaar."


def test_who_went_back_in_the_middle_goes_on_where_they_were() -> None:
    walk = begun()
    walk.does("4", Change("vooraf"), "het hele team")
    assert item(walk) == "2 van 3: We praten met elkaar."


def test_coming_back_to_it_goes_through_the_items_again_and_keeps_what_is_not_touched() -> None:
    walk = begun()
    assert walk.does("4 4 2", Back())[0] == "<je_schreef>"
    assert (walk.session.hold, item(walk)) == (Hold.BACK, "1 van 3: We vertrouwen elkaar.")
    walk.does("1")
    assert item(walk) == "2 van 3: We praten met elkaar."
    assert walk.does(Leave()) == ["Het klimaat is een 1.", "Wat neem je mee?"]
    assert numbers(walk) == {"klimaat=1", "overleg=4", "samen=2"}


@pytest.mark.parametrize("away", [Leave(), Done()])
def test_coming_back_and_leaving_it_keeps_everything(away: Leave | Done) -> None:
    walk = begun()
    walk.does("4 4 2", Back())
    assert walk.does(away) == ["Wat neem je mee?"]
    assert numbers(walk) == {"klimaat=4", "overleg=4", "samen=2"}


def test_who_came_back_goes_past_an_item_that_is_right() -> None:
    walk = begun()
    walk.does("4 4 2", Back(), Skip(), "1")
    assert item(walk) == "3 van 3: We maken dingen samen."
    assert walk.does(Skip()) == ["Wat neem je mee?"]
    assert numbers(walk) == {"klimaat=4", "overleg=1", "samen=2"}


def test_a_pause_in_the_middle_keeps_the_place() -> None:
    walk = begun()
    walk.does("4", Pause(), Resume())
    assert item(walk) == "2 van 3: We praten met elkaar."


def test_done_in_the_middle_asks_what_is_left() -> None:
    walk = begun()
    walk.does("4", Done())
    assert item(walk) == "2 van 3: We praten met elkaar."


# — corrections and late messages —


def test_editing_a_message_corrects_every_item_that_came_in_it() -> None:
    walk = begun()
    walk.does(Answer("4 4", 7), Answer("2", 8))
    assert walk.does(Correct(7, "5 3")) == ["<verbeterd>"]
    assert numbers(walk) == {"klimaat=5", "overleg=3", "samen=2"}
    walk.does(Correct(8, "een 4"))
    assert numbers(walk) == {"klimaat=5", "overleg=3", "samen=4"}


def test_a_correction_in_the_middle_asks_nothing_again() -> None:
    walk = begun()
    walk.does(Answer("4", 7), Correct(7, "2"))
    assert (walk.step, numbers(walk)) == ("cijfers", {"klimaat=2"})
    walk.does(Answer("4", 8), Answer("4", 9))
    assert walk.step == "slot"


def test_a_correction_decides_the_way_anew() -> None:
    walk = begun()
    walk.does(Answer("4 4 2", 7))
    assert ("laag", 1) not in walk.session.path
    walk.does(Correct(7, "2 4 2"))
    assert (walk.step, ("laag", 1) in walk.session.path) == ("slot", True)


@pytest.mark.parametrize("text", ["5", "5 5 5 5", "veel", "9 9 9"])
def test_an_edit_that_does_not_say_the_same_number_of_numbers_changes_nothing(text: str) -> None:
    walk = begun()
    walk.does(Answer("4 4 2", 7))
    assert walk.does(Correct(7, text)) == ["<verbetering_onleesbaar>"]
    assert numbers(walk) == {"klimaat=4", "overleg=4", "samen=2"}


def test_an_edit_means_the_items_in_their_order_also_after_coming_back() -> None:
    walk = begun()
    walk.does(Answer("4 4 2", 7), Back(), Skip(), Leave())
    walk.does(Correct(7, "1 2 3"))
    assert numbers(walk) == {"klimaat=1", "overleg=2", "samen=3"}


def test_an_item_that_was_answered_anew_belongs_to_its_new_message() -> None:
    walk = begun()
    walk.does(Answer("4 4 2", 7), Back(), Answer("5", 8), Leave())
    assert Part("klimaat=5", 8) in walk.answer("cijfers").parts
    assert walk.does(Correct(7, "1 1")) == ["<verbeterd>"]
    assert numbers(walk) == {"klimaat=5", "overleg=1", "samen=1"}


def test_a_number_sent_before_the_item_had_arrived_is_for_the_item_whose_turn_it_is() -> None:
    walk = begun()
    walk.does(Answer("4", 7), Answer("3", 8, seen=Seen.NOT_YET))
    assert numbers(walk) == {"klimaat=4", "overleg=3"}


def test_words_from_before_the_first_item_belong_to_the_answer_before() -> None:
    walk = begun()
    walk.does(Answer("en de ouders", 7, gather=True, seen=Seen.NOT_YET))
    assert walk.answer("vooraf").text == "het team\nen de ouders"
    assert ("cijfers", 1) not in walk.session.given


def test_a_number_too_late_for_the_last_item_is_asked_about() -> None:
    walk = begun()
    walk.does(Answer("4 4 2", 7))
    assert walk.does(Answer("5", 8, gather=True, seen=Seen.NOT_YET))[0] == "<te_vroeg>"
    assert numbers(walk) == {"klimaat=4", "overleg=4", "samen=2"}
