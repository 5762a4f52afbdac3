"""Advice: which outcomes come of which answers, and what comes second."""

import pytest

from bot.core.effects import Phrase, Say
from bot.core.inputs import Change, Input, Skip
from bot.core.known import Known
from bot.core.weighing import Weighed
from tests.scripts import Walk, script

QUESTIONS = """
  crisis:
    vraag: Is er haast?
    keuze: {ja: Ja, nee: Nee}
  team:
    vraag: Hoe goed kan het team dit?
    schaal: 1 tot 10
"""
OUTCOMES = """
      uitkomsten:
        macht: {titel: Beslis zelf, tekst: Zeg wat er gebeurt., nadeel: Je staat alleen.}
        planmatig: {titel: Maak een plan, tekst: Stap voor stap., nadeel: Het duurt lang.}
        samen: {titel: Zoek het samen uit, tekst: Vraag rond., nadeel: Je geeft het uit handen.}
"""
FIRST = script(
    QUESTIONS
    + """
  raad:
    advies:
      kies: eerste
"""
    + OUTCOMES
    + """
      regels:
        als crisis is ja:
          uitkomst: macht
          omdat: Er is haast.
          grond: expliciet
          bron: {werk: schoolleider-in-verandering, plek: hoofdstuk 5}
          tweede: planmatig
        als team >= 7:
          uitkomst: samen
          omdat: Het team kan dit.
          grond: afgeleid
          bron: {werk: schoolleider-in-verandering, plek: hoofdstuk 5}
          eigen_grens: De grens van 7 kozen wij.
        als crisis is nee en team < 7:
          uitkomst: planmatig
          omdat: Er is tijd om het te leren.
          grond: voorstel
          eigen_grens: De grens van 7 kozen wij.
        anders:
          uitkomst: planmatig
          omdat: Er is nog weinig bekend.
          grond: zwijgt
    daarna:
      als raad is macht: kort_en_goed
      anders: slot
  kort_en_goed:
    zeg: Houd het kort.
  slot:
    zeg: Het werd <raad>.
    vraag: Wat neem je mee?
"""
)
ALL = script(
    QUESTIONS
    + """
  raad:
    advies:
      kies: alle
"""
    + OUTCOMES
    + """
      regels:
        als team >= 7:
          uitkomst: samen
          omdat: Het team kan dit.
          grond: voorstel
          eigen_grens: De grens kozen wij.
        als crisis is ja:
          uitkomst: [macht, planmatig]
          omdat: Er is haast.
          grond: voorstel
        anders:
          uitkomst: planmatig
          omdat: Er is nog weinig bekend.
          grond: zwijgt
    daarna:
      als raad bevat samen: samen_dan
      anders: slot
  samen_dan:
    zeg: Nodig iemand uit.
  slot:
    zeg: Het werd <raad>.
    vraag: Wat neem je mee?
"""
)


def told(walk: Walk, key: str) -> list[str]:
    """The titles in these sentences of the last turn."""
    bodies = [effect.body for effect in walk.turn.effects if isinstance(effect, Say)]
    return [body.values["titel"] for body in bodies if isinstance(body, Phrase) and body.key == key]


def grounds(walk: Walk) -> list[str]:
    bodies = [effect.body for effect in walk.turn.effects if isinstance(effect, Say)]
    keys = [body.key for body in bodies if isinstance(body, Phrase)]
    return [key.removeprefix("grond_") for key in keys if key.startswith("grond_")]


def weighed(walk: Walk) -> Weighed:
    known = Known(walk.dialogue, walk.session.given, walk.session.path)
    return known.weighed(walk.dialogue.by_name["raad"])


# — the first rule that holds —


@pytest.mark.parametrize(
    ("answers", "outcome", "second", "ground"),
    [
        (["ja", "8"], "Beslis zelf", "Zoek het samen uit", "expliciet"),  # a later rule holds as well
        (
            ["ja", "3"],
            "Beslis zelf",
            "Maak een plan",
            "expliciet",
        ),  # none does: the second of the rule itself
        (["nee", "8"], "Zoek het samen uit", None, "afgeleid"),
        (["nee", "3"], "Maak een plan", None, "voorstel"),
        (["ja", Skip()], "Beslis zelf", "Maak een plan", "expliciet"),
        ([Skip(), "8"], "Zoek het samen uit", None, "afgeleid"),
        (["nee", Skip()], "Maak een plan", None, "zwijgt"),
        ([Skip(), Skip()], "Maak een plan", None, "zwijgt"),
    ],
)
def test_the_first_rule_that_holds_gives_the_outcome_and_the_next_that_holds_comes_second(
    answers: list[Input | str], outcome: str, second: str | None, ground: str
) -> None:
    walk = Walk(FIRST)
    walk.does(*answers)
    assert told(walk, "advies_uitkomst") == [outcome]
    assert told(walk, "advies_tweede") == ([second] if second else [])
    assert grounds(walk) == [ground]


def test_what_is_shown_is_the_text_with_its_price_and_a_button_that_explains() -> None:
    walk = Walk(FIRST)
    walk.does("nee", "8")
    says = [effect for effect in walk.turn.effects if isinstance(effect, Say)]
    assert says[0].body == Phrase(
        "advies_uitkomst",
        {"titel": "Zoek het samen uit", "tekst": "Vraag rond.", "nadeel": "Je geeft het uit handen."},
    )
    assert [effect.words for effect in says if effect.words] == [("waarom raad",)]


def test_the_way_and_the_texts_after_it_follow_the_outcome() -> None:
    assert Walk(FIRST).does("ja", "8")[-3:] == ["Houd het kort.", "Het werd Beslis zelf.", "Wat neem je mee?"]
    assert Walk(FIRST).does("nee", "8")[-2:] == ["Het werd Zoek het samen uit.", "Wat neem je mee?"]


def test_nothing_of_it_is_kept() -> None:
    walk = Walk(FIRST)
    walk.does("ja", "8")
    assert list(walk.session.given) == [("crisis", 1), ("team", 1)]


def test_a_changed_answer_is_weighed_anew_and_the_advice_is_shown_again() -> None:
    walk = Walk(FIRST)
    walk.does("ja", "8")
    assert ("kort_en_goed", 1) in walk.session.path
    walk.does(Change("crisis"), "nee")
    assert told(walk, "advies_uitkomst") == ["Zoek het samen uit"]
    assert ("kort_en_goed", 1) not in walk.session.path


# — all rules that hold —


@pytest.mark.parametrize(
    ("answers", "outcomes", "ground"),
    [
        (["ja", "8"], ["Beslis zelf", "Maak een plan", "Zoek het samen uit"], "voorstel"),
        (["ja", "3"], ["Beslis zelf", "Maak een plan"], "voorstel"),
        (["nee", "8"], ["Zoek het samen uit"], "voorstel"),
        (["nee", "3"], ["Maak een plan"], "zwijgt"),
        ([Skip(), Skip()], ["Maak een plan"], "zwijgt"),
    ],
)
def test_all_rules_that_hold_give_their_outcomes_together_in_the_order_of_the_script(
    answers: list[Input | str], outcomes: list[str], ground: str
) -> None:
    walk = Walk(ALL)
    walk.does(*answers)
    assert told(walk, "advies_uitkomst") == outcomes
    assert told(walk, "advies_tweede") == []
    assert grounds(walk) == [ground]
    assert len(weighed(walk).hits) == (2 if answers == ["ja", "8"] else 1)


def test_one_of_several_outcomes_can_decide_the_way() -> None:
    assert "Nodig iemand uit." in Walk(ALL).does("ja", "8")
    assert "Nodig iemand uit." not in Walk(ALL).does("ja", "3")
    assert Walk(ALL).does("ja", "3")[-2] == "Het werd Beslis zelf, Maak een plan."


def test_rules_on_different_grounds_are_not_lumped_together() -> None:
    mixed = """
  crisis:
    vraag: Is er haast?
    keuze: {ja: Ja, nee: Nee}
  raad:
    advies:
      kies: alle
      uitkomsten:
        a: {titel: A, tekst: Eerst dit.}
        b: {titel: B, tekst: Dan dat.}
      regels:
        als crisis is ja:
          uitkomst: a
          omdat: Er is haast.
          grond: voorstel
        als crisis is niet nee:
          uitkomst: b
          omdat: Je zei geen nee.
          grond: zwijgt
        anders:
          uitkomst: [a, b]
          omdat: Er is weinig bekend.
          grond: zwijgt
"""
    walk = Walk(script(mixed))
    walk.does("ja")
    assert grounds(walk) == ["gemengd"]


# — what comes second —

SECOND = """
  haast:
    vraag: Is er haast?
    keuze: {ja: Ja, nee: Nee}
  raad:
    advies:
      kies: eerste
      uitkomsten:
        a: {titel: A, tekst: Dit.}
        b: {titel: B, tekst: Dat.}
      regels:
        als haast is ja:
          uitkomst: a
          omdat: Er is haast.
          grond: voorstel
          TWEEDE
        als haast is niet nee:
          uitkomst: LATER
          omdat: Je zei geen nee.
          grond: GROND
        anders:
          uitkomst: b
          omdat: Er is tijd.
          grond: voorstel
"""


@pytest.mark.parametrize(
    ("own", "later", "ground", "second"),
    [
        ("", "b", "voorstel", ["B"]),
        ("", "a", "voorstel", []),  # the same outcome is no second
        ("", "[a, b]", "voorstel", ["B"]),
        ("", "b", "zwijgt", []),  # a rule without a verdict brings none
        ("tweede: b", "b", "zwijgt", ["B"]),
        ("tweede: b", "a", "voorstel", ["B"]),
    ],
)
def test_what_comes_second_is_another_outcome_that_somebody_stands_for(
    own: str, later: str, ground: str, second: list[str]
) -> None:
    steps = SECOND.replace("TWEEDE", own).replace("LATER", later).replace("GROND", ground)
    walk = Walk(script(steps))
    walk.does("ja")
    assert told(walk, "advies_tweede") == second
