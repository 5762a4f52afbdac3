"""Why somebody sees this advice: the rule, their answers, the source, our own boundary and the price."""

from collections.abc import Mapping

import pytest

from bot.core.effects import Ask, Phrase, Say
from bot.core.inputs import Answer, Back, Change, Input, Leave, Pause, Resume, Skip, Stop, Why
from bot.core.machine import Status
from tests.scripts import Walk, script

STEPS = """
  crisis:
    titel: Haast
    vraag: Is er haast?
    keuze: {ja: Ja, nee: Nee}
  cijfers:
    titel: Cijfers
    vraag: Hoe vaak zie je dit?
    schaal: 1 tot 5
    schalen:
      klimaat: |
        Klimaat: we vertrouwen elkaar.
      overleg: We praten met elkaar.
  gemiddeld:
    titel: Gemiddeld
    reken: gemiddelde van cijfers
  raad:
    advies:
      kies: eerste
      uitkomsten:
        macht: {titel: Beslis zelf, tekst: Zeg wat er gebeurt., nadeel: Je staat alleen.}
        samen: {titel: Zoek het samen uit, tekst: Vraag rond., nadeel: Je geeft het uit handen.}
      regels:
        als crisis is ja:
          uitkomst: macht
          omdat: Er is **haast**.
          grond: expliciet
          bron: {werk: schoolleider-in-verandering, plek: 'hoofdstuk 5, Machtsstrategie'}
        als gemiddeld >= 3 of cijfers.klimaat >= 4:
          uitkomst: samen
          omdat: Het team kan dit.
          grond: afgeleid
          bron: {werk: schoolleider-in-verandering, plek: hoofdstuk 5}
          eigen_grens: De grens van 3 kozen wij.
        anders:
          uitkomst: samen
          omdat: Er is nog weinig bekend.
          grond: zwijgt
  wat:
    vraag: Wat vind je ervan?
  nog:
    vraag: Nog een keer?
    keuze: {ja: Ja, nee: Nee}
    daarna:
      als nog is overgeslagen: slaap
      als nog is ja: crisis
      anders: slaap
  slaap:
    wacht: 3 dagen na nu
  slot:
    vraag: Wat neem je mee?
"""
RAAD = script(STEPS)


def explained(walk: Walk) -> list[tuple[str, Mapping[str, str]]]:
    """The explanations of the last turn: the ground, and what stands in each."""
    bodies = [effect.body for effect in walk.turn.effects if isinstance(effect, Say)]
    return [
        (body.key.removeprefix("waarom_"), body.values)
        for body in bodies
        if isinstance(body, Phrase) and body.key.startswith("waarom_")
    ]


def because(walk: Walk) -> str:
    (_, values) = explained(walk)[0]
    return values["omdat"]


def test_the_rule_the_answers_that_matched_the_source_and_what_speaks_against_it() -> None:
    walk = Walk(RAAD)
    walk.does("ja", "4 2", Why("raad"))
    [(ground, values)] = explained(walk)
    assert (ground, values["omdat"], values["antwoorden"]) == ("expliciet", "Er is haast.", "Haast: Ja")
    assert values["bron"].endswith(", hoofdstuk 5, Machtsstrategie")
    assert (values["nadeel"], values["eigen"], values["niet_gewogen"]) == ("Je staat alleen.", "", "")


def test_of_a_rule_with_of_the_parts_that_held_are_shown_and_our_own_boundary() -> None:
    walk = Walk(RAAD)
    walk.does("nee", "4 1", Why())
    [(ground, values)] = explained(walk)
    assert (ground, values["antwoorden"]) == ("afgeleid", "Klimaat: 4")
    assert values["eigen"] == "De grens van 3 kozen wij."
    walk.does(Change("cijfers"), "5 4", Why())
    assert explained(walk)[0][1]["antwoorden"] == "Gemiddeld: 4,5\nKlimaat: 5"


def test_where_no_rule_held_all_answers_that_were_looked_at_are_shown() -> None:
    walk = Walk(RAAD)
    walk.does("nee", "2 1", Why())
    [(ground, values)] = explained(walk)
    assert ground == "zwijgt"
    assert values["antwoorden"] == "Haast: Nee\nGemiddeld: 1,5\nKlimaat: 2"
    assert values["bron"] == ""


def test_what_was_skipped_and_so_not_weighed_is_told() -> None:
    walk = Walk(RAAD)
    walk.does(Skip(), Skip(), "4", Why())
    [(_, values)] = explained(walk)
    assert values["antwoorden"] == "Gemiddeld: 4"
    assert values["niet_gewogen"] == "Haast, Klimaat"


def test_the_question_stays_open_behind_it() -> None:
    walk = Walk(RAAD)
    walk.does("ja", "4 2")
    before = walk.session
    assert walk.does(Why("raad"))[-1] == "Wat vind je ervan?"
    assert isinstance(walk.turn.effects[-1], Ask)
    assert (walk.session.path, walk.session.asked) == (before.path, before.asked)
    walk.does("prima")
    assert walk.step == "nog"


def test_before_there_was_advice_there_is_nothing_to_explain() -> None:
    assert Walk(RAAD).does(Why()) == ["<geen_advies>", "Is er haast?"]


def test_the_button_of_an_earlier_turn_still_explains() -> None:
    walk = Walk(RAAD)
    walk.does("ja", "4 2", "prima")
    assert walk.does(Why("raad"), pressed=3)[0] == "<waarom_expliciet>"


@pytest.mark.parametrize("rest", [[Pause()], ["nee"], ["nee", Resume(), "dank je"], [Stop()]])
def test_it_is_explained_as_well_while_it_rests_and_when_it_is_over(rest: list[str | Input]) -> None:
    walk = Walk(RAAD)
    walk.does("ja", "4 2", "prima", *rest)
    status = walk.session.status
    assert status is not Status.ASKING
    assert walk.does(Why("raad")) == ["<waarom_expliciet>"]
    assert walk.session.status is status
    assert not any(isinstance(effect, Ask) for effect in walk.turn.effects)


def test_asking_why_while_asleep_leaves_the_alarm() -> None:
    walk = Walk(RAAD)
    walk.does("ja", "4 2", "prima", "nee")
    alarm = walk.session.alarm
    walk.does(Why())
    assert walk.session.alarm == alarm


def test_asking_why_in_the_middle_of_an_answer_keeps_it_open_to_more() -> None:
    walk = Walk(RAAD)
    walk.does("ja", "4 2", Answer("prima", 9, gather=True))
    before = walk.session
    walk.does(Why())
    assert (walk.session.hold, walk.session.alarm) == (before.hold, before.alarm)


def test_who_came_back_to_an_earlier_question_can_still_ask_about_the_advice_on_the_screen() -> None:
    walk = Walk(RAAD)
    walk.does("ja", "4 2", Back())
    assert walk.does(Why("raad"))[0] == "<waarom_expliciet>"
    assert walk.step == "cijfers"
    walk.does(Leave())
    assert walk.step == "wat"


def test_in_a_second_round_it_is_about_the_answers_of_that_round() -> None:
    walk = Walk(RAAD)
    walk.does("ja", "4 2", "prima", "ja")
    walk.does(Why())
    assert because(walk) == "Er is haast."  # the second time it was not weighed yet
    walk.does("nee", "4 4", Why("raad"))
    assert because(walk) == "Het team kan dit."


# — several advices, and advice on several rules —

MORE = """  nog_een:
    advies:
      kies: alle
      uitkomsten:
        rust: {titel: Rust, tekst: Even niets., nadeel: Het blijft liggen.}
        bel: {titel: Bel iemand, tekst: Vandaag nog.}
      regels:
        als crisis is ja:
          uitkomst: [rust, bel]
          omdat: Er was haast.
          grond: voorstel
        als crisis is niet nee:
          uitkomst: rust
          omdat: Je zei geen nee.
          grond: zwijgt
        anders:
          uitkomst: bel
          omdat: Er is tijd.
          grond: voorstel
"""
TWO = script(STEPS.replace("  wat:\n", MORE + "  wat:\n"))


def test_each_rule_that_counts_is_explained_and_a_price_is_told_once() -> None:
    walk = Walk(TWO)
    walk.does("ja", "4 2", Why())
    [first, second] = explained(walk)
    assert (first[0], first[1]["omdat"], first[1]["nadeel"]) == (
        "voorstel",
        "Er was haast.",
        "Het blijft liggen.",
    )
    assert (second[0], second[1]["omdat"], second[1]["nadeel"]) == ("zwijgt", "Je zei geen nee.", "")


def test_the_advice_that_is_named_is_explained_else_the_last() -> None:
    walk = Walk(TWO)
    walk.does("ja", "4 2", Why("raad"))
    assert because(walk) == "Er is haast."
    walk.does(Why("nog_een"))
    assert because(walk) == "Er was haast."
    walk.does(Why("iets_anders"))
    assert because(walk) == "Er was haast."
