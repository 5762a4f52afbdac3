"""A script that changed under somebody: who moves along, who stays, and what becomes of their answers."""

from dataclasses import replace

import pytest

from bot.content.joining import bundled
from bot.core import engine
from bot.core.dialogue import Dialogue
from bot.core.given import Given
from bot.core.inputs import (
    Answer,
    Back,
    Brief,
    Change,
    Choose,
    Correct,
    Done,
    Input,
    Pause,
    Resume,
    Skip,
    Tick,
)
from bot.core.machine import Status
from bot.core.replay import replay
from bot.core.session import AlarmKind, Hold, Session, from_json
from bot.core.upgrade import moved, same_structure
from tests.scripts import FRIDAY, HEAD, Walk, library, script, shown

STEPS = """
  met_wie:
    vraag: Met wie?
  haast:
    vraag: Is er haast?
    keuze: {ja: Ja, nee: Nee}
    daarna:
      als haast is overgeslagen: cijfers
      als haast is ja: adem
      anders: cijfers
  adem:
    vraag: Wat heb je nodig?
  cijfers:
    vraag: Hoe vaak?
    schaal: 1 tot 5
    schalen: {klimaat: Klimaat, overleg: Overleg}
  uitleven:
    vraag: Gooi het eruit, ik bewaar het niet.
    vluchtig: ja
  hoe:
    vraag: Hoe verder?
    meerkeuze: {bellen: Bellen, mailen: Mailen, rusten: Laten rusten}
  moment:
    vraag: Wanneer?
    datum: vandaag of later
  slaap:
    wacht: 1 dag na moment om 16:00
    verval: 7 dagen
  slot:
    zeg: Je sprak met <met_wie of iemand>.
    vraag: Wat neem je mee?
"""
OLD = script(STEPS)
NEW_QUESTION = "  aanleiding:\n    vraag: Wat is de aanleiding?\n"


def changed(*edits: tuple[str, str]) -> Dialogue:
    """The script with other text here and there."""
    text = STEPS
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return script(text)


def at(*given: Input | str) -> Session:
    """Somebody who did this with the old script."""
    walk = Walk(OLD)
    walk.does(*given)
    return walk.session


def goes_on(new: Dialogue, session: Session, *given: Input | str) -> list[str]:
    """The last texts of somebody who was moved to the new script and does this with it."""
    went = moved(OLD, new, session)
    assert (went.script, went.declined) == (new.hash, "")
    effects: list[str] = []
    for one in given:
        turn = engine.turn(new, went, Answer(one) if isinstance(one, str) else one, FRIDAY)
        went, effects = turn.session, shown(turn.effects)
    return effects


def stays(new: Dialogue, session: Session) -> bool:
    return moved(OLD, new, session) == replace(session, declined=new.hash)


# — texts —


@pytest.mark.parametrize(
    "edit",
    [
        ("Met wie?", "Met wie ga je praten?"),
        ("{ja: Ja, nee: Nee}", "{ja: Zeker, nee: Niet echt}"),
        ("    vluchtig: ja\n", "    vluchtig: ja\n    hulp: Schrijf maar door.\n"),
        ("{klimaat: Klimaat, overleg: Overleg}", "{klimaat: De sfeer, overleg: Het overleg}"),
        ("    zeg: Je sprak met <met_wie of iemand>.\n", "    titel: Slot\n    zeg: Dit was het.\n"),
    ],
)
def test_other_words_are_adopted_wherever_somebody_stands(edit: tuple[str, str]) -> None:
    new = changed(edit)
    assert same_structure(OLD, new)
    for session in (at(), at("rector P", "ja"), at("rector P", "nee", "3"), at("rector P", Pause())):
        assert moved(OLD, new, session) == replace(session, script=new.hash)


# — steps —


def test_a_question_put_in_earlier_is_passed_unasked_and_one_put_in_later_is_asked() -> None:
    earlier = script(NEW_QUESTION + STEPS)
    session = at("rector P")
    assert goes_on(earlier, session, "nee") == ["Hoe vaak?", "<onderdeel>"]
    assert moved(OLD, earlier, session).unasked == {("aanleiding", 1)}
    assert goes_on(earlier, session, Back()) == ["<je_schreef>", "Met wie?"]
    later = changed(("  adem:\n", NEW_QUESTION + "  adem:\n"), ("anders: cijfers\n", "anders: aanleiding\n"))
    assert goes_on(later, session, "nee") == ["Wat is de aanleiding?"]


def test_a_required_question_put_in_earlier_cannot_be_passed_so_they_finish_as_it_was() -> None:
    assert stays(script(NEW_QUESTION + "    verplicht: ja\n" + STEPS), at("rector P"))


def test_a_step_that_was_renamed_takes_its_answers_along() -> None:
    renamed = replace(
        changed(("  met_wie:", "  de_ander:"), ("<met_wie of iemand>", "<de_ander of iemand>")),
        renamed={"met_wie": "de_ander"},
    )
    session = at(Answer("rector P", 5), "nee", "3 3", "weg", Choose("bellen"), Done(), Skip())
    assert goes_on(renamed, session, Resume())[0] == "Je sprak met rector P."
    assert goes_on(renamed, session, Correct(5, "rector Q"), Resume())[-2] == "Je sprak met rector Q."
    assert moved(OLD, renamed, at()).here == ("de_ander", 1)


def test_a_name_that_was_changed_twice_is_still_found() -> None:
    renamed = replace(
        changed(("  met_wie:", "  derde:"), ("<met_wie of iemand>", "<derde of iemand>")),
        renamed={"met_wie": "tweede", "tweede": "derde"},
    )
    assert moved(OLD, renamed, at()).here == ("derde", 1)


def test_a_step_that_was_renamed_without_saying_so_is_gone() -> None:
    renamed = changed(("  met_wie:", "  de_ander:"), ("<met_wie of iemand>", "<de_ander of iemand>"))
    assert stays(renamed, at())
    session = at("rector P", "nee")
    went = moved(OLD, renamed, session)
    assert dict(went.given) == dict(session.given)
    assert went.path == (("de_ander", 1), ("haast", 1), ("cijfers", 1))


def test_two_answers_never_end_up_under_one_name() -> None:
    old = script(
        "  een:\n    vraag: Wat zag je?\n  twee:\n    vraag: Wat hoorde je?\n  slot:\n    vraag: En?\n"
    )
    one = script("  samen:\n    vraag: Wat zag en hoorde je?\n  slot:\n    vraag: En?\n")
    new = replace(one, renamed={"een": "samen", "twee": "samen"})
    walk = Walk(old)
    walk.does("een deur", "een klap")
    assert moved(old, new, walk.session) == replace(walk.session, declined=new.hash)


def test_the_question_somebody_is_at_was_taken_out_so_they_finish_as_it_was() -> None:
    gone = changed(
        ("  adem:\n    vraag: Wat heb je nodig?\n", ""), ("als haast is ja: adem", "als haast is ja: einde")
    )
    assert stays(gone, at("rector P", "ja"))


def test_an_answer_to_a_question_that_was_taken_out_is_kept_and_its_message_can_be_edited_in_peace() -> None:
    gone = changed(
        ("  adem:\n    vraag: Wat heb je nodig?\n", ""), ("als haast is ja: adem", "als haast is ja: cijfers")
    )
    session = at("rector P", "ja", Answer("een glas water", 7))
    assert dict(moved(OLD, gone, session).given) == dict(session.given)
    assert goes_on(gone, session, Correct(7, "twee glazen")) == ["<verbetering_onbekend>"]


def test_a_question_that_comes_back_as_another_kind_is_not_answered_by_what_was_said_before() -> None:
    gone = changed(
        ("  adem:\n    vraag: Wat heb je nodig?\n", ""), ("als haast is ja: adem", "als haast is ja: cijfers")
    )
    back = changed(("    vraag: Wat heb je nodig?\n", "    vraag: Hoe hoog zit het?\n    schaal: 1 tot 10\n"))
    once = moved(OLD, gone, at("rector P", "ja", "een glas water"))
    assert once.script == gone.hash
    assert moved(gone, back, once) == replace(once, declined=back.hash)


def test_another_way_that_does_not_come_by_where_they_are_leaves_them_where_they_are() -> None:
    other = changed(
        ("als haast is ja: adem", "als haast is ja: cijfers"), ("anders: cijfers\n", "anders: adem\n")
    )
    assert stays(other, at("rector P", "ja"))
    assert goes_on(other, at("rector P"), "ja") == ["Hoe vaak?", "<onderdeel>"]


# — questions —

FITS = {
    "a choice more": ("rusten: Laten rusten}", "rusten: Laten rusten, wachten: Wachten}"),
    "another order": ("{bellen: Bellen, mailen: Mailen", "{mailen: Mailen, bellen: Bellen"),
    "a choice less that nobody made": ("mailen: Mailen, ", ""),
    "required, and answered": ("Laten rusten}\n", "Laten rusten}\n    verplicht: ja\n"),
}
FITS_NOT = {
    "a choice less": ("{bellen: Bellen, mailen: Mailen", "{mailen: Mailen"),
    "another kind": ("meerkeuze:", "keuze:"),
    "not kept any more": ("Laten rusten}\n", "Laten rusten}\n    vluchtig: ja\n"),
    "kept from now on": ("    vluchtig: ja\n", ""),
    "another item": ("overleg: Overleg}", "overleg: Overleg, samen: Samen}"),
    "a smaller scale": ("schaal: 1 tot 5", "schaal: 1 tot 2"),
}
ANSWERED = ("rector P", "nee", "3 4", "weg ermee", "1")


@pytest.mark.parametrize("edit", FITS.values(), ids=FITS)
def test_answers_that_still_fit_move_along(edit: tuple[str, str]) -> None:
    session = at(*ANSWERED)
    assert goes_on(changed(edit), session, Skip())[-1].startswith("<slaapt_tot>")
    assert dict(moved(OLD, changed(edit), session).given) == dict(session.given)


@pytest.mark.parametrize("edit", FITS_NOT.values(), ids=FITS_NOT)
def test_answers_that_no_longer_fit_stay_with_the_script_they_were_given_to(edit: tuple[str, str]) -> None:
    assert stays(changed(edit), at(*ANSWERED))


def test_a_skipped_question_that_became_required_is_not_skipped_behind_their_back() -> None:
    assert stays(changed(("Met wie?\n", "Met wie?\n    verplicht: ja\n")), at(Skip()))


@pytest.mark.parametrize(
    ("edit", "before"),
    [
        (("    vluchtig: ja\n", ""), ["rector P", "nee", "3 3"]),
        (("Met wie?\n", "Met wie?\n    vluchtig: ja\n"), []),
        (("{ja: Ja, nee: Nee}", "{nee: Nee, ja: Ja}"), ["rector P"]),
        (("1 tot 5", "1 tot 10"), ["rector P", "nee"]),
        (("    vraag: Wat heb je nodig?\n", "    zeg: Rustig aan.\n"), ["rector P", "ja"]),
    ],
)
def test_the_question_on_the_screen_is_answered_and_kept_as_it_says(
    edit: tuple[str, str], before: list[Input | str]
) -> None:
    assert stays(changed(edit), at(*before))


def test_who_rests_is_asked_anew_so_the_question_may_differ() -> None:
    new = changed(("{ja: Ja, nee: Nee}", "{nee: Nee, ja: Ja}"))
    assert goes_on(new, at("rector P", Pause()), Resume()) == ["Is er haast?"]


# — holds and alarms —


def test_what_was_being_said_goes_on() -> None:
    later = changed(("  adem:\n", NEW_QUESTION + "  adem:\n"))
    session = at(Answer("rector P", 5, gather=True))
    assert session.alarm is not None
    went = moved(OLD, later, session)
    assert (went.hold, went.alarm) == (Hold.GATHER, session.alarm)
    assert goes_on(later, session, Tick(AlarmKind.CLOSE, session.alarm.turn)) == ["Is er haast?"]


def test_who_came_back_to_an_answer_changes_it_and_half_a_rating_is_finished() -> None:
    later = changed(("  moment:\n", NEW_QUESTION + "  moment:\n"))
    session = at("rector P", "nee", "3 3", Change("met_wie"))
    assert moved(OLD, later, session).hold is Hold.BACK
    assert goes_on(later, session, "rector Q") == ["Gooi het eruit, ik bewaar het niet."]
    half = at("rector P", "nee", "3")
    assert goes_on(later, half, Back(), "2 4") == ["Gooi het eruit, ik bewaar het niet."]


def test_who_sleeps_sleeps_on_and_wakes_in_the_new_script() -> None:
    new = changed(("  slot:\n", NEW_QUESTION + "  slot:\n"), ("1 dag na moment", "2 dagen na moment"))
    session = at(*ANSWERED, "dinsdag 14:00")
    assert (session.status, session.alarm is not None) == (Status.ASLEEP, True)
    assert moved(OLD, new, session).alarm == session.alarm
    assert session.alarm is not None
    assert goes_on(new, session, Tick(AlarmKind.WAKE, session.alarm.turn)) == ["Wat is de aanleiding?"]


def test_a_wait_that_was_renamed_is_the_same_wait() -> None:
    new = replace(changed(("  slaap:", "  rust:")), renamed={"slaap": "rust"})
    session = at(*ANSWERED, "dinsdag 14:00")
    went = moved(OLD, new, session)
    assert list(went.waits.values()) == list(session.waits.values())
    assert session.alarm is not None
    assert goes_on(new, session, Tick(AlarmKind.WAKE, session.alarm.turn))[-1] == "Wat neem je mee?"


def test_a_wait_that_became_a_question_or_went_away_is_waited_out_as_it_was() -> None:
    session = at(*ANSWERED, "dinsdag 14:00")
    wait = "    wacht: 1 dag na moment om 16:00\n    verval: 7 dagen\n"
    assert stays(changed((wait, "    vraag: En nu?\n")), session)
    assert stays(changed(("  slaap:\n" + wait, "")), session)


def test_silence_after_waking_still_lets_go() -> None:
    new = script(NEW_QUESTION + STEPS)
    session = at(*ANSWERED, "dinsdag 14:00", Resume())
    assert session.alarm is not None
    assert goes_on(new, session, Tick(AlarmKind.LAPSE, session.alarm.turn)) == []


# — the short way —


def test_whoever_goes_the_short_way_is_not_led_past_everything_when_it_is_taken_away() -> None:
    short = replace(OLD, brief=frozenset({"met_wie", "haast", "hoe"}), hash="kort")
    walk = Walk(short)
    walk.does(Brief(), "rector P")
    went = moved(short, OLD, walk.session)
    assert went.script == OLD.hash
    assert shown(engine.turn(OLD, went, Answer("nee"), FRIDAY).effects) == ["Hoe vaak?", "<onderdeel>"]


def test_the_open_question_is_left_out_by_the_new_short_way_so_they_finish_as_it_was() -> None:
    short = replace(OLD, brief=frozenset({"met_wie", "haast"}), hash="kort")
    other = replace(OLD, brief=frozenset({"met_wie", "cijfers"}), hash="anders")
    walk = Walk(short)
    walk.does(Brief(), "rector P")
    assert moved(short, other, walk.session) == replace(walk.session, declined="anders")


# — another dialogue inside —

INNER = """
  waar:
    vraag: Waar zit het?
  nodig:
    vraag: Wat heb je nodig?
"""
OUTER = """
  begin:
    vraag: Wat gebeurde er?
  adem:
    doe: adempauze
  slot:
    zeg: Je had <adem.nodig of niets> nodig.
    vraag: Wat neem je mee?
"""


def holding(outer: str, inner: str = INNER) -> Dialogue:
    """A script that holds `adempauze`."""
    parts = {"adempauze": (HEAD.replace("proefje", "adempauze") + inner).encode()}
    return library().read_snapshot(bundled((HEAD + outer).encode(), parts))


def test_whoever_is_inside_another_dialogue_moves_when_the_step_that_holds_it_is_renamed() -> None:
    old = holding(OUTER)
    new = replace(
        holding(OUTER.replace("  adem:", "  pauze:").replace("<adem.", "<pauze.")), renamed={"adem": "pauze"}
    )
    walk = Walk(old)
    walk.does("het botste", "in mijn buik")
    went = moved(old, new, walk.session)
    assert went.here == ("pauze.nodig", 1)
    turn = engine.turn(new, went, Answer("lucht"), FRIDAY)
    assert shown(turn.effects) == ["Je had lucht nodig.", "Wat neem je mee?"]


def test_a_change_of_the_dialogue_inside_is_a_change_of_the_one_that_holds_it() -> None:
    old = holding(OUTER)
    walk = Walk(old)
    walk.does("het botste", "in mijn buik", "lucht")
    asks_more = holding(OUTER, INNER.replace("  nodig:", "  hoe:\n    vraag: Hoe voelt het?\n  nodig:"))
    went = moved(old, asks_more, walk.session)
    assert went.here == ("slot", 1)
    assert went.unasked == {("adem.hoe", 1)}
    assert stays_inside(old, holding(OUTER, INNER.replace("  waar:", "  plek:")), "het botste")


def stays_inside(old: Dialogue, new: Dialogue, *given: str) -> bool:
    walk = Walk(old)
    walk.does(*given)
    return moved(old, new, walk.session) == replace(walk.session, declined=new.hash)


# — what was stored —


def test_a_session_from_before_there_was_a_short_way_is_read_and_moves() -> None:
    session = at("rector P")
    head = session.to_json()
    for word in ("brief", "unasked", "declined"):
        del head[word]
    answers = [{"step": "met_wie", "visit": 1, **Given(1).to_json(), "parts": [["rector P", None]]}]
    stored = from_json(head, answers)
    assert stored == session
    assert goes_on(script(NEW_QUESTION + STEPS), stored, "nee") == ["Hoe vaak?", "<onderdeel>"]


def test_once_it_stays_it_is_not_asked_again_and_what_moved_can_be_replayed() -> None:
    new = script(NEW_QUESTION + STEPS)
    went = moved(OLD, new, at("rector P", "nee", "3 3"))
    assert replay(new, went).path == went.path
    assert moved(new, new, went) == went
