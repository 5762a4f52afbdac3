"""Proeven about what is new: several scales, outcomes, the short way, the case of a source."""

import pytest

from tests.content.writing import HEAD, marked, written

STEPS = """\
stappen:
  hier:
    vraag: Hoe is het hier?
    schaal: 1 tot 5
    schalen: {sfeer: De sfeer is goed., tijd: Er is tijd.}
  midden:
    reken: gemiddelde van hier
  raad:
    advies:
      kies: eerste
      uitkomsten:
        doen: {titel: Doen, tekst: Begin.}
        laten: {titel: Laten, tekst: Wacht.}
      regels:
        als hier is overgeslagen:
          uitkomst: laten
          omdat: Er is nog geen getal.
          grond: voorstel
        anders:
          uitkomst: doen
          omdat: Er is een getal.
          grond: voorstel
"""
RIGHT = [
    "antwoorden: {hier: 3}",
    "antwoorden: {hier: overgeslagen}",
    "antwoorden: {hier: {sfeer: 4}}",
    "antwoorden: {hier: [4, 2]}",
    "antwoorden: {hier: [{sfeer: 4, tijd: 2}, 3]}",
    "uitkomst: {raad: doen}",
    "uitkomst: {raad: [doen, laten]}",
    "bron: {werk: boek, plek: hoofdstuk 3}",
]
WRONG = {
    "a number off the scale": ("antwoorden: {hier: 6} #!", "'6' valt buiten de schaal van 'hier' (1 tot 5)"),
    "an item off the scale": ("antwoorden: {hier: {sfeer: 0}} #!", "'0' valt buiten de schaal"),
    "an unknown item": ("antwoorden: {hier: {sfer: 3}} #!", "bedoel je 'sfeer'?"),
    "too few numbers": ("antwoorden: {hier: [3]} #!", "'hier' heeft 2 onderdelen"),
    "an item as a step": ("antwoorden: {hier.tijd: 3} #!", "schrijf 'hier: {tijd: 5}'"),
    "an answer to a number": ("antwoorden: {midden: 3} #!", "wordt uitgerekend en niet gevraagd"),
    "an answer to advice": ("antwoorden: {raad: doen} #!", "zet het onder 'uitkomst'"),
    "an outcome that is none": (
        "uitkomst: {raad: dn} #!",
        "'dn' is geen uitkomst van 'raad'; bedoel je 'doen'?",
    ),
    "an outcome of a question": ("uitkomst: {hier: doen} #!", "'hier' is geen stap met 'advies'"),
    "an outcome of nothing": ("uitkomst: {rad: doen} #!", "bedoel je 'raad'?"),
    "a short way that is not there": ("kort: ja #!", "deze dialoog heeft geen kort pad"),
    "a source that is not listed": ("bron: {werk: boekje, plek: a} #!", "bedoel je 'boek'?"),
}


@pytest.mark.parametrize("line", RIGHT)
def test_a_good_trial_is_left_alone(line: str) -> None:
    assert written(HEAD + STEPS + f"proeven:\n  een proef:\n    {line}\n")[1] == []


@pytest.mark.parametrize(("line", "told"), WRONG.values(), ids=WRONG)
def test_a_fault_in_a_trial_is_told_at_its_line(line: str, told: str) -> None:
    text = HEAD + STEPS + f"proeven:\n  een proef:\n    {line}\n"
    (blemish,) = written(text)[1]
    assert told in blemish.text
    assert [blemish.line] == marked(text)


def test_a_trial_takes_the_short_way_that_is_there() -> None:
    assert written(HEAD + "kort: [hier]\n" + STEPS + "proeven:\n  een proef:\n    kort: ja\n")[1] == []


def test_scales_that_are_required_cannot_be_skipped() -> None:
    steps = STEPS.replace("schaal: 1 tot 5", "schaal: 1 tot 5\n    verplicht: ja")
    (blemish,) = written(HEAD + steps + "proeven:\n  een proef:\n    antwoorden: {hier: overgeslagen}\n")[1]
    assert "'hier' is verplicht" in blemish.text
