"""A reflection as somebody lives it, turn by turn."""

from datetime import timedelta

import pytest

from bot.core import engine
from bot.core.effects import Ask, Cancel, Close, Erase, Keep, Noted, Remind
from bot.core.inputs import (
    Answer,
    Back,
    Change,
    Choose,
    Correct,
    Done,
    Example,
    Help,
    Leave,
    Pause,
    Resume,
    Seen,
    Skip,
    Stop,
    Tick,
    Unreadable,
)
from bot.core.machine import Status
from bot.core.session import AlarmKind, Hold
from tests.scripts import FRIDAY, Walk, script, shown

THREE = script("""
  een:
    vraag: Wat zie je?
    hulp: Kijk om je heen.
    voorbeeld: Een deur.
  twee:
    vraag: Hoe heftig?
    schaal: 1 tot 10
    van: kalm
    tot: wild
    daarna:
      als twee is overgeslagen: drie
      als twee >= 8: adem
      anders: drie
  adem:
    vraag: Wat heb je nodig?
  drie:
    zeg: |
      Je zag <een>.

      Nodig was <adem>.
    vraag: Ga je?
    keuze:
      ja: Ja, ik ga
      nee: Nee
  slot:
    zeg: Tot ziens.
""")

WAITING = script("""
  moment:
    vraag: Wanneer?
    datum: vandaag of later
    daarna:
      als moment is overgeslagen: einde
      anders: tot_erna
  tot_erna:
    wacht: 1 dag na moment om 16:00
    verval: 7 dagen
  erna:
    vraag: Ging het door?
    keuze:
      ja: Ja
      verzet: Verzet
    daarna:
      als erna is overgeslagen: einde
      als erna is verzet: moment
      anders: einde
""")


def test_questions_come_one_at_a_time_and_the_end_closes() -> None:
    walk = Walk(THREE)
    assert shown(walk.turn.effects) == ["Wat zie je?"]
    assert walk.does("een deur") == ["Hoe heftig?\n1 = kalm, 10 = wild"]
    assert walk.does("3") == ["Je zag een deur.", "Ga je?"]
    assert walk.does("ja") == ["Tot ziens."]
    assert walk.session.status is Status.DONE
    assert isinstance(walk.turn.effects[-1], Close)


def test_back_shows_what_was_written_and_takes_the_new_words_instead() -> None:
    walk = Walk(THREE)
    walk.does("een deur")
    assert walk.does(Back()) == ["<je_schreef>", "Wat zie je?"]
    walk.does("een raam")
    assert walk.step == "twee"
    assert walk.answer("een").text == "een raam"


def test_back_and_leave_keeps_the_words_and_goes_on() -> None:
    walk = Walk(THREE)
    walk.does("een deur", "3", Back())
    assert walk.step == "twee"
    walk.does(Leave())
    assert (walk.step, walk.answer("twee").keys) == ("drie", ("3",))


def test_back_at_the_first_question_says_that_there_is_nothing_before_it() -> None:
    assert Walk(THREE).does(Back()) == ["<geen_terug>", "Wat zie je?"]


def test_an_answer_on_a_branch_that_no_longer_applies_is_set_aside_and_returns_with_the_branch() -> None:
    walk = Walk(THREE)
    walk.does("deur", "9", "een glas water")
    assert walk.step == "drie"
    texts = walk.does(Change("2"), "3")
    assert "Nodig was een glas water." not in "".join(texts)
    assert ("adem", 1) not in walk.session.path
    assert walk.answer("adem").text == "een glas water"
    assert walk.does(Change("hoe heftig"))[0] != ""
    texts = walk.does(Change("2"), "8")
    assert "Nodig was een glas water." in "".join(texts)
    assert ("adem", 1) in walk.session.path


def test_change_lists_the_answers_and_takes_a_number_or_a_title() -> None:
    walk = Walk(THREE)
    walk.does("een deur", "3")
    assert walk.does(Change()) == ["<wijzig_welke>"]
    walk.does(Change("een"))
    assert walk.step == "een"


def test_a_skipped_question_is_an_answer_of_its_own_kind() -> None:
    walk = Walk(THREE)
    walk.does(Skip(), Skip())
    assert walk.answer("een").skipped
    assert walk.step == "drie"
    assert "Je zag" not in "".join(shown(walk.turn.effects))


def test_a_required_question_cannot_be_skipped() -> None:
    walk = Walk(script("  een:\n    vraag: Wat?\n    verplicht: ja\n"))
    assert walk.does(Skip()) == ["<verplicht>", "Wat?"]


def test_the_second_miss_offers_a_way_out_and_the_fourth_a_rest() -> None:
    walk = Walk(THREE)
    walk.does("deur")
    assert walk.does("heel erg")[0] == "<mis_schaal>"
    assert walk.does("nogal")[0] == "<uitweg>"
    walk.does("7")
    assert walk.session.misses == 0
    walk.does(Back(), "tja", "tja", "tja")
    assert walk.does("tja") == ["<even_rust>"]
    assert walk.does(Resume())[-1].startswith("Hoe heftig?")


@pytest.mark.parametrize(
    "typed", ["ja", "JA", "1", "Ja, ik ga", "ja, ik ga.", "ja ik ga wel", "ik denk graag"]
)
def test_a_choice_is_typed_in_many_ways(typed: str) -> None:
    walk = Walk(THREE)
    walk.does("deur", "3", typed)
    assert walk.answer("drie").keys == ("ja",)


def test_a_button_of_an_earlier_question_changes_nothing() -> None:
    walk = Walk(THREE)
    old = walk.session.asked
    walk.does("deur")
    assert walk.does(Choose("5"), pressed=old)[0] == "<oude_knop>"
    assert ("twee", 1) not in walk.session.given
    walk.does(Choose("5"), pressed=walk.session.asked)
    assert walk.step == "drie"


def test_a_forged_choice_is_refused_kindly() -> None:
    walk = Walk(THREE)
    walk.does("deur")
    assert walk.does(Choose("99"), pressed=walk.session.asked)[0] == "<oude_knop>"
    assert walk.step == "twee"


def test_help_and_example_keep_the_question_open() -> None:
    walk = Walk(THREE)
    assert walk.does(Help()) == ["Kijk om je heen.", "Wat zie je?"]
    assert walk.does(Example()) == ["<bijvoorbeeld>", "Een deur.", "Wat zie je?"]
    walk.does("deur")
    assert walk.does(Help())[0] == "<hulp_algemeen>"
    assert walk.does(Example())[0] == "<geen_voorbeeld>"
    assert walk.does(Unreadable()) == ["<geen_tekst>"]


def test_pause_rests_and_resume_asks_again() -> None:
    walk = Walk(THREE)
    walk.does("deur", Pause())
    assert walk.session.status is Status.PAUSED
    assert walk.does("3") == ["<in_rust>"]
    assert walk.does(Resume())[0].startswith("Hoe heftig?")


def test_stop_ends_and_keeps_what_was_written() -> None:
    walk = Walk(THREE)
    walk.does("deur", Stop())
    assert walk.session.status is Status.STOPPED
    assert walk.answer("een").text == "deur"
    assert walk.does("3") == ["<afgelopen>"]


# — answers in several messages —


def test_an_open_answer_is_kept_at_once_and_closes_after_a_silence() -> None:
    walk = Walk(THREE)
    walk.does(Answer("een deur", ref=10, gather=True))
    kept, noted, remind = walk.turn.effects
    assert isinstance(kept, Keep)
    assert isinstance(noted, Noted)
    assert isinstance(remind, Remind)
    assert remind.alarm.due == FRIDAY + timedelta(seconds=4)
    walk.does(Answer("en een raam", ref=11, gather=True))
    assert walk.session.alarm is not None
    assert walk.session.alarm.due > FRIDAY + timedelta(seconds=4)
    assert walk.does(Tick(AlarmKind.CLOSE, walk.session.alarm.turn))[0].startswith("Hoe heftig?")
    assert walk.answer("een").text == "een deur\nen een raam"


def test_a_tick_of_an_alarm_that_was_replaced_does_nothing() -> None:
    walk = Walk(THREE)
    walk.does(Answer("een deur", ref=10, gather=True))
    assert walk.session.alarm is not None
    stale = Tick(AlarmKind.CLOSE, walk.session.alarm.turn)
    walk.does(Answer("en een raam", ref=11, gather=True))
    before = walk.session
    assert walk.does(stale) == []
    assert walk.session == before


def test_done_closes_at_once_and_takes_the_alarm_away() -> None:
    walk = Walk(THREE)
    walk.does(Answer("een deur", ref=10, gather=True), Done())
    assert walk.step == "twee"
    assert any(isinstance(effect, Cancel) for effect in walk.turn.effects)


def test_a_message_from_before_the_question_had_arrived_belongs_to_the_answer_before() -> None:
    walk = Walk(THREE)
    walk.does(Answer("een deur", ref=10, gather=True), Done())
    assert walk.does(Answer("en een raam", ref=11, gather=True, seen=Seen.NOT_YET)) == []
    assert walk.answer("een").text == "een deur\nen een raam"
    assert walk.step == "twee"


def test_a_second_thought_on_a_choice_counts_and_other_words_are_asked_for_again() -> None:
    walk = Walk(THREE)
    walk.does("deur", Choose("3"))
    walk.does(Answer("nee toch", ref=12, gather=True, seen=Seen.NOT_YET))
    assert shown(walk.turn.effects)[0] == "<te_vroeg>"
    walk.does(Answer("4", ref=13, gather=True, seen=Seen.NOT_YET))
    assert (walk.answer("twee").keys, walk.step) == (("4",), "drie")
    walk.does(Answer("9", ref=14, gather=True, seen=Seen.NOT_YET))
    assert (walk.answer("twee").keys, walk.step) == (("9",), "adem")


def test_a_late_message_belongs_to_nothing_after_waiting_or_coming_back() -> None:
    walk = Walk(WAITING)
    walk.does("dinsdag 14:00", Resume())
    assert walk.does(Answer("weg ermee", 9, gather=True, seen=Seen.NOT_YET))[0] == "<te_vroeg>"
    assert walk.answer("moment").text == "dinsdag 14:00"
    walk = Walk(THREE)
    walk.does("deur", Pause(), Resume())
    assert walk.does(Answer("3", 9, gather=True, seen=Seen.NOT_YET))[0] == "<te_vroeg>"
    assert walk.answer("een").text == "deur"


def test_words_after_a_question_that_never_arrived_are_not_taken_for_an_answer() -> None:
    walk = Walk(THREE)
    assert walk.does(Answer("hallo", 9, gather=True, seen=Seen.NEVER))[0] == "<te_vroeg>"
    assert walk.does(Answer("een deur", 10, gather=True, seen=Seen.UNSURE)) == []
    assert walk.answer("een").text == "een deur"


def test_a_message_from_before_the_first_question_is_no_answer() -> None:
    walk = Walk(THREE)
    assert walk.does(Answer("hallo", ref=3, gather=True, seen=Seen.NOT_YET))[0] == "<te_vroeg>"
    assert not walk.session.given


def test_an_edited_message_corrects_its_part_of_the_answer() -> None:
    walk = Walk(THREE)
    walk.does(Answer("een deur", ref=10, gather=True), Done())
    assert walk.does(Correct(10, "een poort")) == ["<verbeterd>"]
    assert walk.answer("een").text == "een poort"
    assert walk.does(Correct(99, "iets")) == ["<verbetering_onbekend>"]


def test_a_correction_that_changes_the_branch_asks_what_now_applies() -> None:
    walk = Walk(THREE)
    walk.does("deur", Answer("3", ref=20), Correct(20, "9"))
    assert walk.step == "adem"
    assert walk.does(Correct(20, "veel"))[0] == "<verbetering_onleesbaar>"


def test_a_correction_after_the_end_is_kept() -> None:
    walk = Walk(THREE)
    walk.does(Answer("deur", ref=5), "3", "ja", Correct(5, "poort"))
    assert walk.answer("een").text == "poort"
    assert walk.session.status is Status.DONE


def test_too_long_an_answer_is_told_and_nothing_of_it_is_kept() -> None:
    walk = Walk(THREE)
    walk.does(Answer("kort", ref=1, gather=True))
    assert walk.does(Answer("x" * 40_000, ref=2, gather=True)) == ["<te_lang>"]
    assert walk.answer("een").text == "kort"


# — what is not kept —

SECRET = script("""
  uitleven:
    vraag: Gooi het eruit.
    vluchtig: ja
  dan:
    vraag: En nu?
""")


def test_an_ephemeral_answer_leaves_only_that_it_was_given_and_is_taken_out_of_the_chat() -> None:
    walk = Walk(SECRET)
    walk.does(Answer("rotzak", ref=7, gather=True))
    assert Erase(7) in walk.turn.effects
    assert walk.answer("uitleven").had
    assert "rotzak" not in repr(walk.turn)
    walk.does(Done(), Answer("nog een rotzak", ref=8, gather=True, seen=Seen.NOT_YET))
    assert "rotzak" not in repr(walk.turn)
    assert Erase(8) in walk.turn.effects


def test_words_are_not_thrown_away_when_it_is_unsure_that_the_question_was_seen() -> None:
    walk = Walk(SECRET)
    assert walk.does(Answer("nog iets over gisteren", 7, gather=True, seen=Seen.UNSURE))[0] == "<te_vroeg>"
    assert not walk.session.given
    assert not any(isinstance(effect, Erase) for effect in walk.turn.effects)


# — asking on —

ASKED_ON = script("""
  feit:
    vraag: Wat zag je?
    toets: oordeel
    doorvraag:
      als korter dan 4 woorden: Kun je dat uitwerken?
  begin:
    vraag: Waarmee begin je?
    toets: open-vraag
""")


def test_a_conclusion_is_asked_about_once_and_the_reply_is_added() -> None:
    walk = Walk(ASKED_ON)
    assert "arrogant" in walk.does("hij deed arrogant")[0]
    walk.does("hij deed arrogant")
    assert walk.step == "begin"
    assert walk.answer("feit").text == "hij deed arrogant\nhij deed arrogant"


def test_back_from_being_asked_on_is_back_to_the_question_itself() -> None:
    walk = Walk(ASKED_ON)
    walk.does("een telefoon")
    assert walk.does(Help()) == ["<hulp_algemeen>", "Kun je dat uitwerken?"]
    assert walk.does(Back()) == ["<je_schreef>", "Wat zag je?"]
    walk.does("hij legde zijn telefoon op tafel")
    assert (walk.step, walk.answer("feit").text) == ("begin", "hij legde zijn telefoon op tafel")


def test_words_that_say_nothing_are_kept_but_not_repeated() -> None:
    walk = Walk(THREE)
    assert walk.does("geen idee", "3") == ["Ga je?"]
    assert walk.answer("een").text == "geen idee"


def test_several_messages_read_as_one_inside_a_sentence() -> None:
    walk = Walk(THREE)
    walk.does(Answer("een deur", 1, gather=True), Answer("en een raam", 2, gather=True), Done())
    assert walk.does("3")[0] == "Je zag een deur, en een raam."


def test_a_name_inside_an_answer_counts_and_a_denial_does_not() -> None:
    who = script(
        "  wie:\n    vraag: Wie?\n    keuze:\n      ik: Ik\n      ander: De ander\n      gelijk: Gelijk\n"
    )
    walk = Walk(who)
    walk.does("ik denk de ander")
    assert walk.answer("wie").keys == ("ander",)
    assert Walk(who).does("de ander niet")[0] == "<mis_keuze>"


def test_a_short_answer_is_asked_about_once_and_may_stay_as_it_is() -> None:
    walk = Walk(ASKED_ON)
    assert walk.does("een telefoon") == ["Kun je dat uitwerken?"]
    walk.does(Leave())
    assert (walk.step, walk.answer("feit").text) == ("begin", "een telefoon")


def test_a_closed_question_is_advised_on_once_and_the_new_one_takes_its_place() -> None:
    walk = Walk(ASKED_ON)
    walk.does("de telefoon lag op tafel", "vind je niet dat je collegialer moet zijn?")
    assert walk.session.hold is Hold.CHECK
    walk.does("ben je het daarmee eens?")
    assert walk.session.status is Status.DONE
    assert walk.answer("begin").text == "ben je het daarmee eens?"


def test_an_edit_of_what_was_asked_on_about_is_the_reply() -> None:
    walk = Walk(ASKED_ON)
    walk.does(Answer("hij deed arrogant", 5))
    walk.does(Correct(5, "hij keek op zijn telefoon"))
    assert (walk.step, walk.answer("feit").text) == ("begin", "hij keek op zijn telefoon")


# — waiting —


def test_waiting_sleeps_until_the_day_after_and_wakes_with_the_question() -> None:
    walk = Walk(WAITING)
    assert walk.does("dinsdag 14:00") == ["<begrepen>", "<slaapt_tot>"]
    assert walk.session.status is Status.ASLEEP
    alarm = walk.session.alarm
    assert alarm is not None
    assert alarm.due.isoformat() == "2026-11-25T16:00:00+01:00"
    walk.now = alarm.due
    assert walk.does(Tick(AlarmKind.WAKE, alarm.turn)) == ["Ging het door?"]
    assert walk.session.alarm is not None
    assert walk.session.alarm.kind is AlarmKind.LAPSE


def test_who_comes_sooner_can_go_on_sooner() -> None:
    walk = Walk(WAITING)
    walk.does("dinsdag 14:00")
    assert walk.does(Resume()) == ["Ging het door?"]


def test_a_conversation_that_was_moved_gets_a_new_day_and_the_answers_of_both_visits_stay() -> None:
    walk = Walk(WAITING)
    walk.does("dinsdag 14:00", Resume(), "verzet", "donderdag 10:00")
    assert walk.session.status is Status.ASLEEP
    assert walk.session.alarm is not None
    assert walk.session.alarm.due.isoformat() == "2026-11-27T16:00:00+01:00"
    assert walk.answer("moment", 1).keys == ("2026-11-24T14:00",)
    assert walk.answer("moment", 2).keys == ("2026-11-26T10:00",)


def test_silence_after_waking_lets_go_quietly_and_keeps_the_answers() -> None:
    walk = Walk(WAITING)
    walk.does("dinsdag 14:00", Resume())
    assert walk.session.alarm is not None
    assert walk.does(Tick(AlarmKind.LAPSE, walk.session.alarm.turn)) == []
    assert walk.session.status is Status.LAPSED
    assert walk.answer("moment").keys == ("2026-11-24T14:00",)


def test_any_sign_of_life_after_waking_takes_the_lapse_away() -> None:
    walk = Walk(WAITING)
    walk.does("dinsdag 14:00", Resume(), Help())
    assert walk.session.alarm is None


def test_a_corrected_date_moves_the_alarm_of_a_sleeping_reflection() -> None:
    walk = Walk(WAITING)
    walk.does(Answer("dinsdag 14:00", ref=4), Correct(4, "donderdag 14:00"))
    assert walk.session.alarm is not None
    assert walk.session.alarm.due.isoformat() == "2026-11-27T16:00:00+01:00"


def test_a_day_that_is_past_is_not_a_day_to_come() -> None:
    assert Walk(WAITING).does("gisteren")[0] == "<mis_datum_voorbij>"


@pytest.mark.parametrize("typed", ["31-12-9999", "1-1-0001", "1-1-2090"])
def test_a_day_beyond_all_plans_is_a_slip(typed: str) -> None:
    assert Walk(WAITING).does(typed)[0] == "<mis_datum>"


def test_a_correction_while_paused_asks_nothing_and_goes_on_from_there_later() -> None:
    walk = Walk(THREE)
    walk.does("deur", Answer("3", 20), Pause())
    assert walk.does(Correct(20, "9")) == ["<verbeterd>"]
    assert walk.session.status is Status.PAUSED
    walk.does(Resume())
    assert walk.step == "adem"


# — several choices —

SEVERAL = script("""
  hoe:
    vraag: Hoe verder?
    meerkeuze:
      praten: Nog een keer praten
      rusten: Laten rusten
      vast: Vastleggen
""")


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("1 en 3", ("praten", "vast")),
        ("3,1", ("praten", "vast")),
        ("laten rusten", ("rusten",)),
        ("1 2", ("praten", "rusten")),
    ],
)
def test_several_choices_are_typed_with_numbers_or_words(typed: str, keys: tuple[str, ...]) -> None:
    walk = Walk(SEVERAL)
    walk.does(typed)
    assert walk.answer("hoe").keys == keys
    assert walk.session.status is Status.DONE


def test_several_choices_are_ticked_one_by_one_and_kept_at_each_tick() -> None:
    walk = Walk(SEVERAL)
    walk.does(Choose("vast", 31), Choose("praten", 31), Choose("vast", 31))
    ask = walk.turn.effects[-1]
    assert isinstance(ask, Ask)
    assert (ask.on, ask.ticked) == (31, ("praten",))
    walk.does(Done())
    assert walk.answer("hoe").keys == ("praten",)


def test_done_without_a_tick_asks_for_one() -> None:
    assert Walk(SEVERAL).does(Done())[0] == "<nog_niets>"


def test_start_and_turn_do_not_change_what_they_were_given() -> None:
    begun = engine.start(THREE, 1, FRIDAY)
    before = repr(begun.session)
    engine.turn(THREE, begun.session, Answer("deur"), FRIDAY)
    assert repr(begun.session) == before
