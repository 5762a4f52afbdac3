"""An author's mistake is told once, at its own line, in plain words and with what to write instead."""

import re
from pathlib import Path

import pytest

from bot.core.errors import Blemish
from tests.content.mistakes import (
    conditions,
    house,
    numbers,
    questions,
    signs,
    texts,
    trials,
    ways,
    words,
)
from tests.content.mistakes.mistake import GOOD, Mistake, good, told

TABLES = (signs, words, ways, conditions, texts, questions, numbers, trials, house)
MISTAKES: dict[str, Mistake] = {
    f"{table.__name__.rpartition('.')[2]}: {what}": mistake
    for table in TABLES
    for what, mistake in table.MISTAKES.items()
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return good(tmp_path)


def test_nothing_is_wrong_with_the_good_scripts(path: Path) -> None:
    assert told(path) == []


def test_there_are_many_and_none_is_in_two_tables() -> None:
    assert len(MISTAKES) == sum(len(table.MISTAKES) for table in TABLES) >= 75


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_once_at_its_own_line(path: Path, mistake: Mistake) -> None:
    line = mistake.made(path)
    found = told(path)
    here = [blemish for blemish in found if (blemish.file, blemish.line) == (mistake.name, line)]
    own = [blemish for blemish in here if all(piece in blemish.text for piece in mistake.pieces)]
    assert [blemish.must for blemish in own] == [mistake.must], found
    others = [blemish for blemish in found if blemish.must and blemish not in own]
    assert [blemish for blemish in others if not any(piece in blemish.text for piece in mistake.also)] == []
    assert all(any(piece in blemish.text for blemish in others) for piece in mistake.also), found
    assert [blemish for blemish in found if unclear(blemish)] == []


JARGON = re.compile(
    r"\b(null|none|string|parse\w*|token|index|scalar|mapping|sequence|key|list|dict|array|boolean|true|false|"
    r"syntax|default|error|invalid|expected|found|unknown|missing|exception|document|argument|type)\b",
    re.IGNORECASE,
)
"""What a programmer would say, or somebody who speaks English."""
INSTEAD = re.compile(
    r"\b(bedoel je|begin|bewaar|ga|gebruik|geef|haal|herhaal|hoort|hoorde|horen|houd|kies|kijk|kort|laat|"
    r"maak|neem|noem|pas|reken|schrijf|splits|stuur|tel|typ|vergelijk|verander|vertel|verwijs|wacht|zeg|zet)\b"
)
"""How a message says what to do, or what belongs there."""


def unclear(blemish: Blemish) -> list[str]:
    """What is wrong with the message, apart from what it repeats of the file (between quotes or angles)."""
    said = re.sub(r"'[^']*'|<\w[^>]*>|\{\w[^}]*\}|\w+/\w+\.yaml", "…", blemish.text)
    faults = {
        "it says nothing of what to do": not INSTEAD.search(said),
        "it is no Dutch": JARGON.search(said) is not None,
        "it begins with a capital or ends with a full stop": said[:1].isupper() or said.endswith((".", " ")),
        "it shouts": said.endswith("!"),
        "it has a hole": "  " in said or "''" in blemish.text.replace("'ja''", ""),
    }
    return [fault for fault, holds in faults.items() if holds]


FINE = {
    "a time": ("titel: Voor een gesprek", "titel: 12:30"),
    "a no": ("titel: Voor een gesprek", "titel: no"),
    "a number in another notation": ("titel: Voor een gesprek", "titel: 0x10"),
    "nothing, elsewhere": ("titel: Voor een gesprek", "titel: null"),
    "a colon without a space": ("zeg: Tot na het gesprek.", "zeg: Tot 16:30."),
    "a space before the colon": ("vraag: Hoe heftig is het nu?", "vraag : Hoe heftig is het nu?"),
    "no spaces around a sign": ("als spanning >= 8: rust", "als spanning>=8: rust"),
    "more spaces in a condition": ("als spanning >= 8: rust", "als  spanning   >=  8: rust"),
    "the mark above a document": ("dialoog: gesprek\n", "---\ndialoog: gesprek\n"),
    "line ends of another system": ("dialoog: gesprek\n", "dialoog: gesprek\r\n"),
    "curly quotes": ("zeg: Tot na het gesprek.", "zeg: “Tot na het gesprek.”"),
    "an explanation behind a text": ("zeg: Tot na het gesprek.", "zeg: Tot na het gesprek. # uitleg"),
    "a hard space in a text": ("zeg: Tot na het gesprek.", "zeg: Tot na\u00a0het gesprek."),
    "a day as people write it": ("{moment: [2026-11-24,", "{moment: [24 november,"),
}
"""What looks like a mistake and is none."""


@pytest.mark.parametrize(("old", "new"), FINE.values(), ids=FINE)
def test_what_looks_like_a_mistake_and_is_none_is_left_alone(path: Path, old: str, new: str) -> None:
    assert (GOOD / "gesprek.yaml").read_text().count(old) == 1
    file = path / "dialogues/gesprek.yaml"
    file.write_bytes(file.read_text().replace(old, new).encode())
    assert told(path) == []


def test_a_file_with_another_ending_is_told(path: Path) -> None:
    file = path / "dialogues/gesprek.yaml"
    file.rename(file.with_suffix(".yml"))
    (blemish,) = told(path)
    assert (blemish.file, blemish.line) == ("dialogues/gesprek.yml", 0)
    assert "noem dit bestand .yaml" in blemish.text


@pytest.mark.parametrize(
    "name", ["dialogues/_teksten.yaml", "dialogues/_toetsen.yaml", "knowledge/bronnen.yaml"]
)
def test_a_file_of_the_house_that_is_gone_is_told_once(path: Path, name: str) -> None:
    (path / name).unlink()
    (blemish,) = told(path)
    assert (blemish.file, unclear(blemish)) == (name, [])
    assert "dit bestand is er niet" in blemish.text


HOLDING = """\
dialoog: {name}
titel: Eerst {held}
voor: [leider]
wanneer: Je wilt eerst iets anders doen.
duur: 4 minuten
bron: [{{werk: boek, plek: hoofdstuk 5}}]
roep: [eerst {held}]

stappen:

  eerst:
    doe: {held}

proeven:

  het loopt door: {{}}
"""


def test_dialogues_too_deep_in_each_other_are_told_where_the_first_begins(path: Path) -> None:
    for name, held in (("een", "twee"), ("twee", "drie"), ("drie", "vier"), ("vier", "adem")):
        (path / f"dialogues/{name}.yaml").write_text(HOLDING.format(name=name, held=held))
    (blemish,) = told(path)
    assert (blemish.file, blemish.line) == ("dialogues/een.yaml", 12)
    assert "kies er een waar minder in zit" in blemish.text


def test_mistakes_in_several_files_are_told_together(path: Path) -> None:
    names = ("signs: a colon in a sentence", "numbers: a ground, nearly", "house: a sentence, nearly")
    lines = {(MISTAKES[name].name, MISTAKES[name].made(path)) for name in names}
    assert {(blemish.file, blemish.line) for blemish in told(path)} == lines


def test_mistakes_in_one_file_do_not_hide_each_other(path: Path) -> None:
    names = (
        "words: vraag, nearly",
        "words: a word of a dialogue, nearly",
        "conditions: => for >=",
        "questions: a check, nearly",
        "texts: a step to repeat, nearly",
        "trials: no answer",
    )
    lines = [MISTAKES[name].made(path) for name in names]
    assert [blemish.line for blemish in told(path)] == sorted(lines)
