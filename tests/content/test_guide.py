"""The author's guide (dialogues/README.md) says what the tools say: examples, messages, output and limits."""

import re
import shlex
from dataclasses import dataclass
from datetime import time
from pathlib import Path

import click
import pytest

from bot.cli_authors import dialoog
from bot.content import (
    joining,
    questions,
    reader,
    rules_questions,
    rules_reading,
    rules_texts,
    rules_weighings,
    waits,
    walks,
)
from bot.content.conditions import read_condition
from bot.content.dialogues import Script
from bot.content.faults import Faults
from bot.content.key_table import key_table
from bot.content.keys import KEYS
from bot.content.library import FileLibrary
from bot.content.nodes import Place, Words, node_at
from bot.content.rules_names import AUDIENCE
from bot.content.shelf import Shelf
from bot.content.tidy import tidied
from bot.content.trial import START
from bot.content.trials import run as play
from bot.content.trials import try_out
from bot.content.walks import findings, walk
from bot.core import given, replay
from bot.core import text as core_text
from bot.core.checks import CHECKS
from bot.core.dialogue import View
from bot.core.errors import ContentError
from bot.core.reckoning import Figure
from bot.core.schedule import QuietHours
from bot.core.weighing import Ground
from tests.content.writing import ROOT
from tests.test_cli import run

GUIDE = (ROOT / "dialogues/README.md").read_text(encoding="utf-8")
FILE = "boze-mail.yaml"
HEAD = """\
dialoog: proefstuk-gids
titel: Terug op een overleg
voor: [leider]
wanneer: Je komt uit een overleg.
duur: 5 minuten
bron: [{werk: schoolleider-in-verandering, plek: hoofdstuk 9}]
"""
"""What stands above the snippets of the fourth chapter."""
ASKED = "vraag: Hoe gespannen ben je nu?"
TYPED = ["Er belt nooit iemand terug, schrijft ze", "8", "hoe hebben jullie deze week beleefd?", "graag"]
PITFALLS_IN_WORDS = {
    "`vraag` twee keer in één stap": f"    {ASKED}\n    {ASKED}",
    "een tab voor `vraag`": f"\t{ASKED}",
    "een spatie te veel voor `vraag`": f"     {ASKED}",
}
"""Mistakes that a table cannot show, as they stand in a file."""
LIMITS: dict[str, tuple[int, ...]] = {
    "tekens in een tekst": (rules_texts.TEXT_LIMIT, rules_texts.BUBBLE_LIMIT),
    "woorden in een zin, gemiddeld": (rules_reading.SENTENCE_LIMIT, rules_reading.AVERAGE_LIMIT),
    "letters in een woord, tenzij een vakterm tussen \\*sterretjes\\*": (rules_reading.WORD_LIMIT,),
    "tekens in een label, een sleutel": (rules_questions.LABEL_LIMIT, rules_questions.KEY_LIMIT),
    "keuzes, of onderdelen van `schalen`": (rules_questions.CHOICES_LIMIT,),
    "tekens in een onderdeel van `schalen`": (rules_questions.ITEM_LIMIT,),
    "hoogste getal van een schaal": (questions.SCALE_LIMIT,),
    "tekens in de titel van een uitkomst": (rules_weighings.TITLE_LIMIT,),
    "vragen in een dialoog zonder `kort`": (rules_questions.LONG,),
    "stappen, met wat `doe` meebrengt": (joining.STEPS_LIMIT,),
    "dialogen in elkaar met `doe`": (joining.DEPTH_LIMIT,),
    "bezoeken aan één stap": (replay.VISITS_LIMIT,),
    "dagen in `wacht` en `verval`": (waits.DAYS_LIMIT,),
    "tekens in een antwoord, en wat `<naam>` ervan herhaalt": (given.TEXT_LIMIT, core_text.QUOTE_LIMIT),
    "bestand, lagen diep, onderdelen": (
        reader.SIZE_LIMIT // 1024,
        reader.DEPTH_LIMIT,
        reader.NODES_LIMIT,
    ),
}


@dataclass(frozen=True)
class Block:
    """A fenced block: what stands behind the fence, the comment above it, and its text."""

    info: str
    mark: str
    text: str


FENCE = re.compile(r"(?:^<!-- ([\w-]+) -->\n)?^```(\S[^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [Block(info, mark, text) for mark, info, text in FENCE.findall(GUIDE)]
PROSE = re.sub(r"<!--.*?-->", "", FENCE.sub("", GUIDE[: GUIDE.index("<!-- [[[cog")]), flags=re.DOTALL)
"""The guide without its blocks, its comments and the table of all words."""


def marked(mark: str) -> str:
    (found,) = [block.text for block in BLOCKS if block.mark == mark]
    return found


def table(mark: str) -> list[list[str]]:
    """The cells of the rows of a marked table."""
    found = re.search(rf"<!-- {mark} -->\n(.*?)<!-- einde -->", GUIDE, re.DOTALL)
    assert found is not None
    rows = [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in found[1].splitlines()
        if line
    ]
    return rows[2:]


def code(cell: str) -> str:
    """What stands between backticks."""
    found = re.fullmatch(r"`([^`]*)`", cell)
    return found[1] if found else ""


def message(cell: str) -> str:
    """A message as the tools say it: without what Markdown asks for."""
    return re.sub(r"\\([|*<>_@!`\[{])", r"\1", cell)


EXAMPLE = marked("voorbeeld")
SHELF = Path("mijn-map/dialogues/mail")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with the content folder `mijn-map`, which holds the example and no other dialogue."""
    (tmp_path / SHELF).mkdir(parents=True)
    for name in ("dialogues/_teksten.yaml", "dialogues/_toetsen.yaml", "knowledge/bronnen.yaml"):
        (tmp_path / "mijn-map" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "mijn-map" / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / SHELF / FILE).write_text(EXAMPLE)
    return tmp_path


def found_in(shelf: Path, text: str) -> list[str]:
    """What `controleer` finds in this text, without its place: `moet: …` and `mag: …`."""
    (shelf / SHELF / FILE).write_text(text)
    try:
        blemishes = FileLibrary.open(shelf / "mijn-map").remarks
    except ContentError as error:
        blemishes = tuple(error.blemishes)
    return [str(blemish).split(": ", 1)[1] for blemish in blemishes]


# — the worked example —


def drafted(tmp_path: Path, name: str, text: str) -> tuple[FileLibrary, Script]:
    """A text as a draft among all that is shipped."""
    (tmp_path / name).write_text(text)
    library = FileLibrary.open(None, None, tmp_path / name)
    (script,) = [one for one in library.scripts if one.dialogue.id == Path(name).stem]
    return library, script


def test_nothing_is_wrong_with_the_example_and_nothing_could_be_better(tmp_path: Path) -> None:
    library, script = drafted(tmp_path, FILE, EXAMPLE)
    assert [blemish for blemish in library.remarks if blemish.file == script.file] == []
    assert try_out(script) == []
    assert findings(walk(script.dialogue), script) == []
    assert tidied(EXAMPLE) == EXAMPLE


def test_the_beginning_grows_into_the_example(tmp_path: Path) -> None:
    begun = marked("begin").splitlines()
    kept = [line for line in begun if line.strip() and line in EXAMPLE.splitlines()]
    assert len(kept) >= len(begun) - 3


@pytest.mark.parametrize(
    "block", [one for one in BLOCKS if one.text.startswith("$ ")], ids=lambda one: one.text.split("\n")[0]
)
def test_what_a_command_shows_is_what_it_says(shelf: Path, block: Block) -> None:
    assert block.text == shown(shelf, block)


def shown(shelf: Path, block: Block) -> str:
    """The command of a block with what it really says, in the folder as it is at that point of the guide."""
    command = block.text.splitlines()[0]
    at = GUIDE.index(f"\n{block.text}")
    if " nieuw " not in command:
        (shelf / FILE).write_text(EXAMPLE if at > GUIDE.index(EXAMPLE) else marked("begin"))
    told = run(*shlex.split(command)[2:], cwd=shelf, RUGGESPRAAK_DATA_DIR=str(shelf / "gegevens"))
    return f"{command}\n{told.stderr}{told.stdout}"


def test_the_conversation_is_one_that_was_held(shelf: Path) -> None:
    assert marked("gesprek") in conversation(shelf)


def conversation(shelf: Path) -> str:
    (shelf / FILE).write_text(EXAMPLE)
    run("dialoog", "speel", FILE, "--bewaar", "gesprek.txt", typed="\n".join(TYPED), cwd=shelf)
    lines = (shelf / "gesprek.txt").read_text().splitlines(keepends=True)
    return "".join(line.rstrip() + "\n" for line in lines)


def test_a_proef_that_breaks_says_this(shelf: Path) -> None:
    assert marked("gebroken") == broken(shelf)


def broken(shelf: Path) -> str:
    """What `proef` says once the second proef expects something else."""
    (shelf / FILE).write_text(EXAMPLE.replace("uitkomst: {raad: bellen}", "uitkomst: {raad: wachten}"))
    told = run("dialoog", "proef", FILE, cwd=shelf)
    assert told.returncode == 1
    return "".join(line for line in told.stdout.splitlines(keepends=True) if "moet:" in line)


def test_the_drawing_is_what_is_drawn(shelf: Path) -> None:
    (drawn,) = [block.text for block in BLOCKS if block.info == "mermaid"]
    assert drawn == drawing(shelf)


def drawing(shelf: Path) -> str:
    (shelf / FILE).write_text(EXAMPLE)
    return run("dialoog", "teken", FILE, cwd=shelf).stdout


def test_who_is_under_way_is_told_of_as_it_happens(shelf: Path) -> None:
    assert marked("onderweg") == under_way(shelf)


def under_way(shelf: Path) -> str:
    """What `publiceer` says of somebody at a step that was renamed, without and with `hernoemd`."""
    folder = ("--content", "mijn-map")
    run(*folder, "chat", "--dialoog", "boze-mail", "--map", "gegevens", typed=f"{TYPED[0]}\n", cwd=shelf)
    renamed = re.sub(r"\bspanning(?=:|,| is| >=)", "druk", EXAMPLE)
    said = ""
    for text in (renamed, renamed.replace("\nstappen:", "\nhernoemd: {spanning: druk}\nstappen:", 1)):
        (shelf / SHELF / FILE).write_text(text)
        told = run(*folder, "dialoog", "publiceer", "--map", "gegevens", cwd=shelf)
        assert told.returncode == 0, told.stdout
        said += "".join(line for line in told.stdout.splitlines(keepends=True) if line.startswith("  "))
    return said


def test_netjes_mends_a_colon_and_keeps_remarks() -> None:
    found = re.search(r"`(vraag: Eén ding[^`]*)` zet het zelf na", " ".join(PROSE.split()))
    assert found is not None
    after = tidied(EXAMPLE.replace(ASKED, f"{found[1]}  # let op", 1))
    assert f"    vraag: |  # let op\n      {found[1].removeprefix('vraag: ')}\n" in after


# — the language —


def test_the_snippets_are_one_dialogue_that_holds(tmp_path: Path) -> None:
    snippets = [block.text for block in BLOCKS if block.info == "yaml" and not block.mark]
    heads = [text for text in snippets if not text.startswith((" ", "stappen:", "proeven:"))]
    (first,) = [text for text in snippets if text.startswith("stappen:")]
    (trials,) = [text for text in snippets if text.startswith("proeven:")]
    steps = [text for text in snippets if text.startswith("  ")]
    assert len(heads) + len(steps) + 2 == len(snippets)
    library, script = drafted(tmp_path, "proefstuk-gids.yaml", "".join([HEAD, *heads, first, *steps, trials]))
    assert [blemish for blemish in library.remarks if blemish.file == script.file] == []
    assert [fault for trial in script.trials for fault in play(script.dialogue, trial).faults] == []
    assert findings(walk(script.dialogue), script) == []


def test_every_block_of_yaml_is_looked_at() -> None:
    kinds = {(block.info, block.mark) for block in BLOCKS if block.info.startswith("yaml")}
    assert kinds == {("yaml", ""), ("yaml", "voorbeeld"), ("yaml fout", "begin")}
    assert all(block.text.strip() for block in BLOCKS)


def test_every_condition_shown_is_one() -> None:
    faults = Faults()
    rows = re.findall(r"^\| (`[^|]*`) \| [^|]*\|$", GUIDE[GUIDE.index("| voorwaarde |") :], re.MULTILINE)
    shown = [words for row in rows[:5] for words in re.findall("`([^`]*)`", row)]
    assert len(shown) == 7
    for words in shown:
        read_condition(words, Place("gids", 1), faults)
    assert faults.found == []


def test_every_word_of_the_language_is_told_of_outside_the_table() -> None:
    told = GUIDE[: GUIDE.index("<!-- [[[cog")]
    missing = [key.word for key in KEYS if f"`{key.word}" not in PROSE and f"  {key.word}:" not in told]
    assert missing == []


def test_every_word_of_a_closed_list_is_told_of() -> None:
    chapters = GUIDE[: GUIDE.index("<!-- [[[cog")]
    for word in (*Ground, *Figure, *View, *CHECKS, *AUDIENCE, *questions.SPANS):
        assert str(word) in chapters, word


def test_the_table_of_all_words_is_fresh() -> None:
    assert f"]]] -->\n{key_table()}\n<!-- [[[end]]] -->" in GUIDE


def test_every_command_for_authors_is_there_and_no_other() -> None:
    assert isinstance(dialoog, click.Group)
    named = set(re.findall(r"ruggespraak (?:--content \S+ )?dialoog (\w+)", GUIDE))
    assert named == set(dialoog.commands)


# — messages and limits —


@pytest.mark.parametrize(("old", "new", "told"), table("meldingen"))
def test_a_mistake_gets_the_message_beside_it(shelf: Path, old: str, new: str, told: str) -> None:
    assert code(old) in EXAMPLE
    assert message(told) in found_in(shelf, EXAMPLE.replace(code(old), code(new), 1))


@pytest.mark.parametrize(("wrote", "told"), table("valkuilen"))
def test_a_pitfall_gets_the_message_beside_it(shelf: Path, wrote: str, told: str) -> None:
    assert f"moet: {message(told)}" in found_in(shelf, fallen(wrote))


def fallen(wrote: str) -> str:
    """The example with this mistake in it."""
    return EXAMPLE.replace(f"    {ASKED}", PITFALLS_IN_WORDS.get(wrote) or f"    {code(wrote)}", 1)


def test_two_pitfalls_are_silent_and_quotes_help() -> None:
    cut = reader.read("gids", b"vraag: Hoe gaat het # met groep 3?\n")
    listed = reader.read("gids", b"a: [eerst dit, dan dat]\nb: ['eerst dit, dan dat']\nc: nee\nd: 12:30\n")
    assert node_at(cut, "vraag") == Words("Hoe gaat het", Place("gids", 1))
    assert node_at(listed, "a", 1) == Words("dan dat", Place("gids", 1))
    assert node_at(listed, "b", 0) == Words("eerst dit, dan dat", Place("gids", 2))
    assert (node_at(listed, "c"), node_at(listed, "d")) == (
        Words("nee", Place("gids", 3)),
        Words("12:30", Place("gids", 4)),
    )


def test_the_limits_are_those_of_the_code() -> None:
    told = {what: tuple(map(int, re.findall(r"\d+", limit))) for what, limit in table("grenzen")}
    assert told == LIMITS
    assert walks.TEXT_LIMIT == rules_texts.TEXT_LIMIT


def test_the_clock_is_that_of_the_code() -> None:
    assert QuietHours() == QuietHours(time(19, 0), time(7, 30), weekends=True)
    prose = " ".join(PROSE.split())
    assert "in het weekend of tussen 19.00 en 7.30 uur" in prose
    assert START.strftime("%A %d %m %Y %H:%M") == "Friday 20 11 2026 09:00"
    assert "vrijdag 20 november 2026 om 9.00 uur" in prose


# — the guide itself —


def test_the_guide_is_no_dialogue() -> None:
    assert not any("README" in name for name in Shelf.find().scripts())


def test_the_guide_does_not_shout() -> None:
    assert "!" not in re.sub("`[^`]*`", "", "".join(PROSE.split("<!--")))
    assert not re.search(r"/(home|work|root|tmp)/", GUIDE)
