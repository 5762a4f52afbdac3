"""Golden transcripts: whole conversations as text, held again through the whole house.

`ik>` is what somebody types in the terminal, `bot>` what comes back, `klok>` sets the clock. Between every
two lines the session goes to sealed JSON and back. To add one: write the `ik>` lines in a file beside the
others, run `pytest tests/transcripts --update`, and read aloud what it wrote.
"""

import asyncio
from datetime import datetime
from pathlib import Path

import pytest

from bot.channels.transcript import spoken
from tests.home import Clock, Home, home
from tests.scripts import AMSTERDAM, library

HERE = Path(__file__).parent
TRANSCRIPTS = sorted(HERE.rglob("*.txt"))
MARKS = ("ik> ", "bot> ", "klok> ")


def lines(file: Path) -> list[tuple[str, str]]:
    """(mark, text) of what is given; what the bot said is compared as a whole."""
    found: list[tuple[str, str]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith(("ik>", "klok>")):
            mark, _, text = line.partition("> ")
            found.append((mark.rstrip(">"), text))
    return found


async def held(file: Path, folder: Path) -> str:
    """The conversation as it goes now."""
    async with home(folder, typed=True, clock=Clock()) as someone:
        return await _held(file, someone)


async def _held(file: Path, someone: Home) -> str:
    dialogue = file.name.split(".")[0]
    written = [spoken("bot> ", text) for text in await someone.comes(dialogue)]
    for mark, text in lines(file):
        written.append(f"{mark}> {text}".rstrip())
        if mark == "klok":
            now = datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)
            texts = await someone.waits(seconds=(now - someone.clock()).total_seconds())
        else:
            texts = await someone.says(text)
        written.extend(spoken("bot> ", one) for one in texts)
    return "\n".join(written) + "\n"


@pytest.mark.parametrize("file", TRANSCRIPTS, ids=lambda file: file.stem)
def test_the_conversation_goes_as_written(file: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    now = asyncio.run(held(file, tmp_path))
    if request.config.getoption("--update"):
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8")


def test_every_dialogue_has_a_transcript_and_every_transcript_a_dialogue() -> None:
    assert {file.name.split(".")[0] for file in TRANSCRIPTS} == {one.id for one in library().dialogues()}
