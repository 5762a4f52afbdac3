"""How texts read: the length of sentences and words, and what is left of a question without its answers."""

import pytest

from tests.content.writing import HEAD, TRIALS, clean, written

LONG = "Dit is een zin die maar door blijft gaan en gaan, " * 2 + "en dan nog wat langer wordt gemaakt."
SENTENCE = "Deze zin heeft achttien woorden, en dat is op zich nog niet zo heel erg lang te noemen."
AVERAGE = " ".join([SENTENCE] * 4)


def _told(text: str) -> list[str]:
    steps = f"stappen:\n  begin:\n    vraag: Hoe?\n  tekst:\n    zeg: |\n      {text}\n"
    found = written(HEAD + steps + TRIALS)[1]
    assert not any(blemish.must for blemish in found)
    return [blemish.text for blemish in found]


READ = {
    "a long sentence": (LONG, "een zin van"),
    "sentences that are all rather long": (AVERAGE, "zinnen van gemiddeld 18 woorden"),
    "a long word": ("Het gaat om leiderschapsontwikkeling.", "'leiderschapsontwikkeling' is een lang woord"),
    "a long word that opens a sentence in bold": ("**Onderwijsverbeteringsplan.** Zo.", "is een lang woord"),
}


@pytest.mark.parametrize(("text", "told"), READ.values(), ids=READ)
def test_what_reads_hard_is_told(text: str, told: str) -> None:
    assert [told in one for one in _told(text)] == [True]


EASY = {
    "three long sentences": " ".join([SENTENCE] * 3),
    "a term that is set apart": "Dit heet *leiderschapsontwikkeling*.",
    "many short sentences": "Dit is kort. " * 20,
    "a note line by line": "Dit neem je mee: <begin>\n      " * 6,
}


@pytest.mark.parametrize("text", EASY.values(), ids=EASY)
def test_what_reads_well_is_left_alone(text: str) -> None:
    assert _told(text) == []


def test_a_long_word_on_a_button_is_left_alone() -> None:
    assert clean(
        "stappen:\n  a:\n    vraag: Welk?\n    keuze: {a: Onderhandelingsstrategie, b: Iets anders}\n"
    )


WHO = """\
stappen:
  wie:
    vraag: Met wie?
  keer:
    vraag: Hoe vaak?
    schaal: 1 tot 5
"""
VANISH = {
    "a question with an open answer": ("Hoe was het voor <wie>?", True),
    "a question with a number that can be skipped": ("Waarom een <keer>?", True),
    "a question in one paragraph with it": ("|\n      Je noemde <wie>.\n      Hoe was dat?", True),
    "a fallback": ("Hoe was het voor <wie of de ander>?", False),
    "a paragraph of its own": ("|\n      Je noemde <wie>.\n\n      Hoe was dat?", False),
}


@pytest.mark.parametrize(("question", "told"), VANISH.values(), ids=VANISH)
def test_a_question_stays_when_an_answer_is_missing(question: str, told: bool) -> None:
    steps = WHO + f"  dan:\n    vraag: {question}\n"
    found = written(HEAD + steps + TRIALS)[1]
    assert ["valt deze vraag weg" in blemish.text for blemish in found] == ([True] if told else [])
    assert not any(blemish.must for blemish in found)


def test_a_number_that_cannot_be_skipped_may_stand_in_a_question() -> None:
    steps = WHO.replace("schaal: 1 tot 5", "schaal: 1 tot 5\n    verplicht: ja")
    assert clean(steps + "  dan:\n    vraag: Waarom een <keer>?\n")


def test_a_question_fits_with_long_answers_in_it() -> None:
    asked = "stappen:\n" + "".join(f"  s{at}:\n    vraag: Hoe?\n" for at in range(5))
    lines = "".join(f"      Eerst <s{at} of niets>.\n" for at in range(5))
    found = written(HEAD + asked + "  dan:\n    vraag: |\n" + lines + TRIALS)[1]
    assert ["met lange antwoorden erin" in blemish.text for blemish in found] == [True]
    assert written(HEAD + asked + "  dan:\n    zeg: |\n" + lines + TRIALS)[1] == []
