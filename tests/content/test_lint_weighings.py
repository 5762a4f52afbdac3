"""Advice: every rule about it catches its fault at its own line, and leaves alone what is right."""

import pytest

from tests.content.writing import FILE, HEAD, TRIALS, clean, marked, written

ASKED = """\
stappen:
  druk:
    vraag: Is er druk?
    keuze: {hoog: Hoog, laag: Laag}
  zin:
    vraag: Hoeveel zin heb je?
    schaal: 1 tot 5
"""
ADVICE = """\
  raad:
    advies:
      kies: eerste
      uitkomsten:
        doen:
          titel: Doen
          tekst: Begin vandaag.
        laten:
          titel: Laten
          tekst: Wacht nog even.
      regels:
        als druk is hoog:
          uitkomst: laten
          omdat: Bij druk is wachten beter.
          grond: voorstel
          tweede: doen
        anders:
          uitkomst: doen
          omdat: Er is niets dat je tegenhoudt.
          grond: expliciet
          bron: {werk: boek, plek: hoofdstuk 2}
"""
AFTER = """\
  slot:
    zeg:
      als raad is doen: Goed.
      anders: Tot dan.
"""


def test_good_advice_is_left_alone() -> None:
    assert clean(ASKED + ADVICE + AFTER).file == FILE


def test_a_rule_about_what_can_be_skipped_needs_no_line_of_its_own() -> None:
    steps = ADVICE.replace("tweede: doen", "tweede: doen\n          eigen_grens: Die vier kozen wij.")
    assert clean(ASKED + steps.replace("als druk is hoog:", "als druk is hoog en zin >= 4:") + AFTER)


def test_all_rules_together_give_outcomes_that_are_contained() -> None:
    steps = ADVICE.replace("kies: eerste", "kies: alle").replace("          tweede: doen\n", "")
    assert clean(ASKED + steps + AFTER.replace("raad is doen", "raad bevat doen"))


FAULTS = {
    "an outcome that is not there": (
        "          uitkomst: laten\n",
        "          uitkomst: latn #!\n",
        "'latn' is geen uitkomst van dit advies; bedoel je 'laten'?",
    ),
    "one of several outcomes that is not there": (
        "          uitkomst: laten\n",
        "          uitkomst: [laten, don] #!\n",
        "'don' is geen uitkomst van dit advies; bedoel je 'doen'?",
    ),
    "a runner-up that is not there": ("tweede: doen", "tweede: don #!", "bedoel je 'doen'?"),
    "a runner-up that is the outcome": ("tweede: doen", "tweede: laten #!", "is hier al de uitkomst"),
    "an outcome no rule leads to": (
        "      regels:\n",
        "        niets: #!\n          titel: Niets\n          tekst: Niets.\n      regels:\n",
        "geen regel komt uit op 'niets'",
    ),
    "a key that is none": (
        "      regels:\n",
        "        Niets: #!\n          titel: Niets\n          tekst: Niets.\n      regels:\n",
        "'Niets' kan geen sleutel zijn",
    ),
    "a key that means something else": (
        "      regels:\n",
        "        overgeslagen: #!\n          titel: Niets\n          tekst: Niets.\n      regels:\n",
        "heeft in voorwaarden al een betekenis",
    ),
    "a title that is too long": ("titel: Laten", f"titel: {'laten ' * 11}#!", "houd het op hooguit 60"),
    "a title that repeats": ("titel: Laten", "titel: Met <zin> #!", "<zin> kan hier niet"),
    "a number without whose boundary it is": (
        "als druk is hoog:",
        "als druk is hoog en zin >= 4: #!",
        "zeg achter 'eigen_grens' dat je die grens zelf koos",
    ),
    "a ground without a source": (
        "          grond: voorstel\n",
        "          grond: afgeleid #!\n",
        "bij 'grond: afgeleid' hoort 'bron'",
    ),
    "a source that is not listed": ("werk: boek, plek: hoofdstuk 2}", "werk: boekje, plek: a} #!", "'boek'?"),
    "a condition about an unknown step": ("als druk is hoog:", "als drk is hoog: #!", "bedoel je 'druk'?"),
    "a condition about a later step": (
        "als druk is hoog:",
        "als einde_dag is overgeslagen: #!",
        "'einde_dag' is hier nog niet gevraagd",
    ),
    "a condition about the advice itself": (
        "als druk is hoog:",
        "als raad is doen: #!",
        "'raad' is hier nog niet afgewogen",
    ),
    "an answer that comes later": (
        "omdat: Bij druk is wachten beter.",
        "omdat: Op <einde_dag> is wachten beter. #!",
        "<einde_dag> is hier nog niet gevraagd",
    ),
    "a loud drawback": (
        "          tekst: Wacht nog even.\n",
        "          tekst: Wacht nog even.\n          nadeel: Het duurt lang! #!\n",
        "een uitroepteken klinkt hard",
    ),
    "the same rule again": (
        "        anders:\n",
        "        als  druk is hoog: #!\n          uitkomst: doen\n          omdat: Het kan.\n"
        "          grond: voorstel\n        anders:\n",
        "dit is dezelfde voorwaarde als op regel 26",
    ),
}
UNUSED = {
    f"geen regel komt uit op '{key}'; noem hem achter een 'uitkomst' of haal hem weg"
    for key in ("laten", "Niets", "overgeslagen")
}
LATER = "  einde_dag:\n    vraag: Welke dag?\n    datum: ja\n"


@pytest.mark.parametrize(("old", "new", "told"), FAULTS.values(), ids=FAULTS)
def test_a_fault_in_advice_is_told_at_its_line(old: str, new: str, told: str) -> None:
    text = HEAD + ASKED + ADVICE.replace(old, new, 1) + LATER + TRIALS
    found = written(text)[1]
    assert [blemish.line for blemish in found if told in blemish.text] == marked(text), found
    assert {blemish.text for blemish in found if blemish.line not in marked(text)} <= UNUSED


def test_a_runner_up_is_for_where_the_first_rule_counts() -> None:
    (blemish,) = written(HEAD + ASKED + ADVICE.replace("kies: eerste", "kies: alle") + TRIALS)[1]
    assert "'tweede' kan alleen bij 'kies: eerste'" in blemish.text


def test_parts_in_another_order_are_the_same_rule() -> None:
    steps = ADVICE.replace("als druk is hoog:", "als druk is hoog en zin is overgeslagen:").replace(
        "        anders:\n",
        "        als zin is overgeslagen en druk is hoog:\n          uitkomst: doen\n"
        "          omdat: Het kan.\n          grond: voorstel\n        anders:\n",
    )
    (blemish,) = written(HEAD + ASKED + steps + AFTER + TRIALS)[1]
    assert "komt niemand" in blemish.text or "dezelfde voorwaarde" in blemish.text


def test_where_all_rules_count_the_same_condition_may_stand_twice() -> None:
    steps = (
        ADVICE.replace("kies: eerste", "kies: alle")
        .replace("          tweede: doen\n", "")
        .replace(
            "        anders:\n",
            "        als  druk is hoog:\n          uitkomst: doen\n          omdat: Het kan.\n"
            "          grond: zwijgt\n        anders:\n",
        )
    )
    assert clean(ASKED + steps)


def test_nothing_to_weigh_is_told() -> None:
    at = ADVICE.index("        als druk is hoog:")
    steps = ADVICE[:at] + ADVICE[ADVICE.index("        anders:") :]
    texts = [blemish.text for blemish in written(HEAD + ASKED + steps + TRIALS)[1]]
    assert any("hier valt niets te wegen" in text for text in texts)


COMPARED = {
    "an outcome that is none": ("raad is dn", "'dn' is geen sleutel van 'raad'; bedoel je 'doen'?"),
    "bevat where one rule counts": ("raad bevat doen", "schrijf 'raad is doen'"),
    "a number for advice": ("raad >= 3", "'raad' is geen schaal; gebruik hier 'is' met een sleutel"),
    "words for advice": ("raad korter dan 3 woorden", "'raad' is geen open vraag"),
}


@pytest.mark.parametrize(("condition", "told"), COMPARED.values(), ids=COMPARED)
def test_advice_is_compared_as_it_comes(condition: str, told: str) -> None:
    steps = AFTER.replace("raad is doen", condition)
    (blemish,) = written(HEAD + ASKED + ADVICE + steps + TRIALS)[1]
    assert told in blemish.text


@pytest.mark.parametrize(
    ("condition", "told"),
    [("raad is doen", "schrijf 'raad bevat doen'"), ("raad is niet doen", "zet erboven een regel")],
)
def test_several_outcomes_are_contained(condition: str, told: str) -> None:
    steps = ADVICE.replace("kies: eerste", "kies: alle").replace("          tweede: doen\n", "")
    (blemish,) = written(HEAD + ASKED + steps + AFTER.replace("raad is doen", condition) + TRIALS)[1]
    assert told in blemish.text


def test_advice_on_one_of_the_ways_may_not_be_there() -> None:
    steps = """\
  keer:
    vraag: Meteen door?
    keuze: {ja: Ja, nee: Nee}
    verplicht: ja
    daarna:
      als keer is ja: slot
      anders: raad
"""
    (blemish,) = written(HEAD + ASKED + steps + ADVICE + AFTER + TRIALS)[1]
    assert "'raad' kan overgeslagen zijn" in blemish.text


def test_advice_in_a_loop_cannot_look_at_itself() -> None:
    steps = (
        ADVICE.replace("als druk is hoog:", "als raad is doen: #!")
        + """\
  nog:
    vraag: Nog een keer?
    keuze: {ja: Ja, nee: Nee}
    daarna:
      als nog is overgeslagen: einde
      als nog is ja: druk
      anders: einde
"""
    )
    (blemish,) = written(HEAD + ASKED + steps + TRIALS)[1]
    assert "'raad' wordt gemaakt uit zichzelf" in blemish.text
