"""Questions: several scales, what people type instead of a choice, and the short way."""

import pytest

from tests.content.writing import FILE, HEAD, TRIALS, clean, marked, written

FAULTS = {
    "one scale among several": (
        "    schaal: 1 tot 5\n    schalen: {een: Het ene.} #!\n",
        "minstens twee onderdelen",
    ),
    "an item key that is none": (
        "    schaal: 1 tot 5\n    schalen:\n      Een: Het ene. #!\n      twee: Het andere.\n",
        "'Een' kan geen sleutel zijn",
    ),
    "an item without words": (
        "    schaal: 1 tot 5\n    schalen:\n      een: #!\n      twee: Het andere.\n",
        "na 'een' hoort waarover het gaat",
    ),
    "an item that is too long": (
        f"    schaal: 1 tot 5\n    schalen:\n      een: {'woord ' * 34}#!\n      twee: Het andere.\n",
        "houd het op hooguit 200",
    ),
    "an item that repeats": (
        "    schaal: 1 tot 5\n    schalen:\n      een: Het <begin>. #!\n      twee: Het andere.\n",
        "<begin> kan hier niet",
    ),
    "a loud item": (
        "    schaal: 1 tot 5\n    schalen:\n      een: Het ene! #!\n      twee: Het andere.\n",
        "een uitroepteken klinkt hard",
    ),
    "several scales without a scale": (
        "    schalen: {een: Het ene., twee: Het andere.} #!\n",
        "'schalen' kan alleen naast 'schaal'",
    ),
    "other words for a scale": (
        "    schaal: 1 tot 5\n    ook: {'1': [weinig]} #!\n",
        "'ook' hoort bij 'keuze' of 'meerkeuze'",
    ),
    "other words for an open question": (
        "    ook: {een: [weinig]} #!\n",
        "'ook' hoort bij 'keuze' of 'meerkeuze'",
    ),
    "other words for no choice": (
        "    keuze: {a: Appel, b: Beer}\n    ook: {c: [koe]} #!\n",
        "'c' onder 'ook' is geen keuze",
    ),
    "other words that are another label": (
        "    keuze: {a: Appel, b: Beer}\n    ook:\n      a: [fruit]\n      b: [dier, appel] #!\n",
        "'appel' past ook bij 'a'",
    ),
    "other words twice": (
        "    keuze: {a: Appel, b: Beer}\n    ook:\n      a: [Rood, fruit]\n      b: [rood] #!\n",
        "'rood' past ook bij 'a'",
    ),
}


@pytest.mark.parametrize(("lines", "told"), FAULTS.values(), ids=FAULTS)
def test_a_fault_in_a_question_is_told_at_its_line(lines: str, told: str) -> None:
    text = HEAD + f"stappen:\n  begin:\n    vraag: Hoe?\n  dan:\n    vraag: Wat?\n{lines}" + TRIALS
    found = written(text)[1]
    assert [blemish.line for blemish in found if told in blemish.text] == marked(text), found
    assert {blemish.line for blemish in found} == {*marked(text)}


def test_other_words_of_its_own_are_left_alone() -> None:
    steps = """\
stappen:
  begin:
    vraag: Hoe?
    meerkeuze: {a: Appel, b: Beer}
    ook: {a: [appel, rood], b: [bruin]}
"""
    assert clean(steps).file == FILE


STEPS = """\
stappen:
  begin:
    vraag: Hoe begon het?
  dag:
    zeg: Dag.
  daarna:
    vraag: En daarna?
  moet:
    vraag: Kan het?
    keuze: {ja: Ja, nee: Nee}
    verplicht: ja
"""
SHORT = {
    "a step that is not there": ("kort: [begni, moet] #!\n", "'begni' is geen stap; bedoel je 'begin'?"),
    "a step that asks nothing": ("kort: [dag, moet] #!\n", "'dag' vraagt niets"),
}


@pytest.mark.parametrize(("line", "told"), SHORT.values(), ids=SHORT)
def test_the_short_way_names_questions(line: str, told: str) -> None:
    text = HEAD + line + STEPS + TRIALS
    (blemish,) = written(text)[1]
    assert told in blemish.text
    assert [blemish.line] == marked(text)


def test_the_short_way_passes_nothing_that_is_required() -> None:
    text = HEAD + "kort: [begin]\n" + STEPS.replace("verplicht: ja", "verplicht: ja #!") + TRIALS
    (blemish,) = written(text)[1]
    assert "'moet' is verplicht en komt dus ook op het korte pad" in blemish.text
    assert [blemish.line] == marked(text)


def _asking(count: int) -> str:
    return "stappen:\n" + "".join(f"  s{number}:\n    vraag: Hoe?\n" for number in range(count))


def test_a_long_dialogue_could_have_a_short_way() -> None:
    (blemish,) = written(HEAD + _asking(9) + TRIALS)[1]
    assert "dit zijn minstens 9 vragen" in blemish.text
    assert not blemish.must
    assert clean(_asking(8))
    assert written(HEAD + "kort: [s1]\n" + _asking(9) + TRIALS)[1] == []


def test_a_dialogue_that_asks_how_much_time_there_is_has_its_own_short_way() -> None:
    first = """\
  tijd:
    vraag: Hoeveel tijd heb je?
    keuze: {kort: Weinig, ruim: Genoeg}
    daarna:
      als tijd is overgeslagen: s0
      als tijd is kort: s8
      anders: s0
"""
    assert clean(_asking(9).replace("stappen:\n", "stappen:\n" + first))


LOOP = """\
stappen:
  eerst:
    vraag: Wat ging eraan vooraf?
  begin:
    vraag: Hoe begon het?
  nog:
    vraag: Nog iets?
    keuze: {ja: Ja, nee: Nee}
    daarna:
      als nog is overgeslagen: SKIPPED
      als nog is ja: begin
      anders: einde
"""
ROUND = {
    "a question of the round is asked": ("kort: [begin]", "begin", 0),
    "who skips goes on": ("kort: [eerst]", "einde", 0),
    "nothing of the round is asked": ("kort: [eerst]", "begin", 1),
}


@pytest.mark.parametrize(("line", "skipped", "faults"), ROUND.values(), ids=ROUND)
def test_by_the_short_way_nobody_goes_round_unasked(line: str, skipped: str, faults: int) -> None:
    found = written(HEAD + line + "\n" + LOOP.replace("SKIPPED", skipped) + TRIALS)[1]
    assert ["op het korte pad draait" in blemish.text for blemish in found] == [True] * faults
