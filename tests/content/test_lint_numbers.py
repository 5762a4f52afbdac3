"""Numbers: what can be reckoned with, drawn and compared, and when they are certain to be there."""

import pytest

from tests.content.writing import FILE, HEAD, TRIALS, clean, marked, written

ASKED = """\
stappen:
  a:
    vraag: Hoeveel rust?
    schaal: 1 tot 5
  b:
    vraag: Hoeveel ruimte?
    schaal: 1 tot 5
  hier:
    vraag: Hoe is het hier?
    schaal: 1 tot 5
    schalen:
      sfeer: De sfeer is goed.
      tijd: Er is tijd.
  wat:
    vraag: Wat helpt?
    meerkeuze: {rust: Rust, ruimte: Ruimte}
  open:
    vraag: Wat valt op?
  kwijt:
    vraag: Hoe boos ben je?
    schaal: 1 tot 5
    vluchtig: ja
"""
LATER = """\
  later:
    vraag: Hoeveel nu?
    schaal: 1 tot 5
"""

RIGHT = [
    "reken: a - b",
    "reken: a + 2",
    "reken: hier.sfeer - hier.tijd",
    "reken: gemiddelde van a, b en hier",
    "reken: laagste van hier",
    "reken: aantal van wat",
    "beeld: profiel van hier",
    "beeld: balken van a, hier.sfeer, hier",
    "beeld: kwadrant van a, b",
]


@pytest.mark.parametrize("line", RIGHT)
def test_what_counts_numbers_is_left_alone(line: str) -> None:
    assert clean(ASKED + f"  iets:\n    {line}\n").file == FILE


FAULTS = {
    "an unknown step": ("reken: aa - b", "'aa' is geen stap"),
    "an unknown item": (
        "reken: hier.sfer + 1",
        "'hier.sfer' is geen onderdeel van 'hier'; bedoel je 'hier.sfeer'?",
    ),
    "an item without its step": ("reken: sfeer + 1", "'sfeer' is geen stap; bedoel je 'hier.sfeer'?"),
    "words": ("reken: open + 1", "'open' is geen getal"),
    "choices that are not counted": ("reken: hoogste van wat", "'aantal van wat'"),
    "several scales at once": ("reken: hier - a", "schrijf 'gemiddelde van hier' of 'hier.sfeer'"),
    "what is not kept": ("reken: kwijt + 1", "'kwijt' is vluchtig"),
    "what comes later": ("reken: later + 1", "'later' is hier nog niet gevraagd"),
    "itself": ("reken: iets + 1", "'iets' is hier nog niet uitgerekend"),
    "no step at all": ("reken: 3 + 2", "in deze som staat geen stap"),
    "no sum at all": ("reken: a keer b", "'a keer b' is geen som"),
    "a picture of words": ("beeld: balken van open", "'open' is geen getal"),
    "a picture of choices": ("beeld: balken van wat", "'aantal van wat'"),
    "a picture of what comes later": ("beeld: balken van later", "'later' is hier nog niet gevraagd"),
    "a profile of one number": ("beeld: profiel van a", "een profiel is van één stap met 'schalen'"),
    "a profile of two things": ("beeld: profiel van hier, a", "een profiel is van één stap"),
    "a quadrant of one number": ("beeld: kwadrant van a", "precies twee getallen"),
    "a quadrant of several scales": ("beeld: kwadrant van a, hier", "precies twee getallen"),
}


@pytest.mark.parametrize(("line", "told"), FAULTS.values(), ids=FAULTS)
def test_what_counts_no_numbers_is_told_at_its_line(line: str, told: str) -> None:
    text = HEAD + ASKED + f"  iets:\n    {line} #!\n" + LATER + TRIALS
    (blemish,) = written(text)[1]
    assert told in blemish.text
    assert [blemish.line] == marked(text)


COMPARED = {
    "an item on its scale": ("als hier.tijd is overgeslagen of hier.tijd >= 4", ""),
    "an item off its scale": ("als hier.tijd is overgeslagen of hier.tijd >= 6", "6 valt buiten de schaal"),
    "half a point": ("als a is overgeslagen of a >= 3,5", ""),
    "a number of any size": ("als som is overgeslagen of som < -20,5", ""),
    "a key for a number": (
        "als som is overgeslagen of som is drie",
        "'som' heeft geen sleutels; gebruik hier '>='",
    ),
    "all scales at once": (
        "als hier is overgeslagen of hier >= 3",
        "'hier' is geen schaal; gebruik hier 'is overgeslagen', of één onderdeel: 'hier.sfeer >= 5'",
    ),
    "an unknown item": ("als hier.tjd is overgeslagen", "bedoel je 'hier.tijd'?"),
    "an item without its step": ("als tijd is overgeslagen", "bedoel je 'hier.tijd'?"),
}


@pytest.mark.parametrize(("condition", "told"), COMPARED.values(), ids=COMPARED)
def test_numbers_are_compared_as_numbers(condition: str, told: str) -> None:
    steps = (
        ASKED + f"  som:\n    reken: a - b\n  slot:\n    zeg:\n      {condition}: Goed.\n      anders: Dag.\n"
    )
    found = [blemish.text for blemish in written(HEAD + steps + TRIALS)[1]]
    assert [told in text for text in found] == ([True] if told else [])


CERTAIN = {
    "a sum of what cannot be skipped": ("reken: x - y", "som >= 1", True),
    "a sum with what can be skipped": ("reken: x - a", "som >= 1", False),
    "a mean with one that cannot be skipped": ("reken: gemiddelde van x, a", "som >= 1", True),
    "a mean of what can be skipped": ("reken: gemiddelde van a, b", "som >= 1", False),
    "a count of what can be skipped": ("reken: aantal van wat", "som >= 1", True),
    "an item of what cannot be skipped": ("reken: x + 1", "elk.een >= 4", True),
    "an item of what can be skipped": ("reken: x + 1", "hier.tijd >= 4", False),
    "a figure over scales that cannot be skipped": ("reken: laagste van elk", "som >= 1", True),
}
REQUIRED = """\
  x:
    vraag: Hoeveel licht?
    schaal: 1 tot 5
    verplicht: ja
  y:
    vraag: Hoeveel lucht?
    schaal: 1 tot 5
    verplicht: ja
  elk:
    vraag: Hoe is dit?
    schaal: 1 tot 5
    schalen: {een: Dit ene., twee: Dit andere.}
    verplicht: ja
"""


@pytest.mark.parametrize(("line", "condition", "certain"), CERTAIN.values(), ids=CERTAIN)
def test_a_number_is_as_certain_as_what_it_is_made_of(line: str, condition: str, certain: bool) -> None:
    steps = f"  som:\n    {line}\n    daarna:\n      als {condition}: einde\n      anders: einde\n"
    found = [blemish.text for blemish in written(HEAD + ASKED + REQUIRED + steps + TRIALS)[1] if blemish.must]
    assert ["kan overgeslagen zijn" in text for text in found] == ([] if certain else [True])


def _onward(*lines: str) -> str:
    return "".join(f"      {line}\n" for line in ("daarna:", *lines)).replace("      daarna", "    daarna")


FOLLOWS = {
    "its own line for skipped": ("som", "als som is overgeslagen: einde", "als som > 3: einde"),
    "a line for what it is made of": (
        "som",
        "als a is overgeslagen of b is overgeslagen: einde",
        "als som > 3: einde",
    ),
    "what it is made of, once it is there": ("som", "als som is overgeslagen: einde", "als a > 3: einde"),
    "one item makes a mean": ("mean", "als hier.tijd is overgeslagen: einde", "als mean > 3: einde"),
    "a mean that is there": ("mean", "als mean is overgeslagen: einde", "als mean > 3: einde"),
    "in one line": ("mean", "als hier is overgeslagen of mean > 3: einde"),
}


@pytest.mark.parametrize("lines", FOLLOWS.values(), ids=FOLLOWS)
def test_what_follows_from_an_answer_is_certain(lines: tuple[str, ...]) -> None:
    sums = "  som:\n    reken: a - b\n  mean:\n    reken: gemiddelde van hier\n  kies:\n    zeg: Dag.\n"
    assert clean(ASKED + sums + _onward(*lines[1:], "anders: einde"))


def test_a_number_is_unsure_again_once_its_question_is_asked_again() -> None:
    steps = """\
stappen:
  begin:
    vraag: Hoe begint het?
  som:
    reken: a + 1
    daarna:
      als som is overgeslagen: einde
      anders: a
  a:
    vraag: Hoeveel rust?
    schaal: 1 tot 5
  keer:
    zeg:
      als som > 3: Veel. #!
      anders: Weinig.
    vraag: Nog eens?
    daarna:
      als keer is overgeslagen: einde
      anders: som
"""
    text = HEAD + steps + TRIALS
    (blemish,) = written(text)[1]
    assert "'som' kan overgeslagen zijn" in blemish.text
    assert [blemish.line] == marked(text)
    assert clean(steps.replace("schaal: 1 tot 5", "schaal: 1 tot 5\n    verplicht: ja"))


def test_a_number_in_a_loop_is_not_made_from_itself() -> None:
    steps = """\
stappen:
  begin:
    vraag: Hoeveel?
    schaal: 1 tot 5
  een:
    reken: begin + twee #!
  twee:
    reken: een + 1 #!
  nog:
    vraag: Nog een keer?
    keuze: {ja: Ja, nee: Nee}
    daarna:
      als nog is overgeslagen: einde
      als nog is ja: begin
      anders: einde
"""
    text = HEAD + steps + TRIALS
    found = written(text)[1]
    assert [blemish.line for blemish in found] == marked(text)
    assert all("wordt gemaakt uit zichzelf" in blemish.text for blemish in found)


def test_a_text_repeats_numbers_items_and_all_scales() -> None:
    steps = ASKED + "  som:\n    reken: a - b\n  slot:\n    zeg: Dat is <som>, met <hier.tijd> uit <hier>.\n"
    assert clean(steps)


SLOTS = {
    "a number that is not there yet": ("som", "<som> is hier nog niet uitgerekend"),
    "an unknown item": ("hier.tjd", "bedoel je 'hier.tijd'?"),
}


@pytest.mark.parametrize(("name", "told"), SLOTS.values(), ids=SLOTS)
def test_a_text_repeats_only_what_is_there(name: str, told: str) -> None:
    steps = ASKED + f"  tekst:\n    zeg: Dat is <{name}>.\n  som:\n    reken: a - b\n"
    (blemish,) = written(HEAD + steps + TRIALS)[1]
    assert told in blemish.text
