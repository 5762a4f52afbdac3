"""How long somebody waits for the command: from the start of the process to the help, or a question."""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bot.content.library import FileLibrary
from bot.core.text import fill, plain
from bot.talk import USUAL

COMMAND = (sys.executable, "-m", "bot")
FORTY = 40
_CONTENT = """
import sys, time
from pathlib import Path
from bot.content.library import FileLibrary
start = time.perf_counter()
FileLibrary.open(Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2:] else None)
print((time.perf_counter() - start) * 1000)
"""


def help_ms() -> float:
    """Until the help was written and the process has ended."""
    start = time.perf_counter()
    done = subprocess.run((*COMMAND, "--help"), check=True, capture_output=True)
    assert b"chat" in done.stdout
    return (time.perf_counter() - start) * 1000


def first_question_ms(folder: Path, question: bytes) -> float:
    """Until the first question of `chat` can be read, in a data folder that is not there yet."""
    with tempfile.TemporaryDirectory(dir=folder) as fresh:
        start = time.perf_counter()
        with subprocess.Popen(
            (*COMMAND, "chat", "--map", f"{fresh}/data"), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stdin is not None
            assert any(question in line for line in process.stdout), "the first question did not come"
            waited = (time.perf_counter() - start) * 1000
            process.stdin.close()
            process.stdout.read()
        assert process.returncode == 0
    return waited


def forty_dialogues(folder: Path) -> Path:
    """A content folder with as many dialogues as there will be: ours, again and again under other names."""
    root = Path(__file__).parents[2]
    for room in ("dialogues", "knowledge"):
        shutil.copytree(root / room, folder / room)
    ours = [file for file in (folder / "dialogues").rglob("*.yaml") if not file.name.startswith("_")]
    for number in range(FORTY - len(ours)):
        file = ours[number % len(ours)]
        again = file.with_stem(f"{file.stem}-{number}")
        text = file.read_text().replace(f"dialoog: {file.stem}", f"dialoog: {again.stem}", 1)
        again.write_text(re.sub(r"(?m)^roep:.*\n(?:  - .*\n)*", "", text))
    return folder


def content_ms(folder: Path, kept: Path | None = None) -> float:
    """Reading and checking a content folder in a new process, its imports left out; `kept`: from there."""
    arguments = [str(folder), *([str(kept)] if kept else [])]
    done = subprocess.run((sys.executable, "-c", _CONTENT, *arguments), check=True, capture_output=True)
    return float(done.stdout)


def first_question() -> bytes:
    """The words of the first question of `chat`, as they stand in the terminal."""
    dialogue = FileLibrary.open().dialogue(USUAL)
    assert dialogue is not None
    question = dialogue.steps[0].question
    assert question is not None
    return plain(fill(question.text, {})).encode()


def imports(*arguments: str) -> list[tuple[float, str]]:
    """The five packages whose own modules take longest to import, in ms, with nothing on standard input."""
    done = subprocess.run(
        (sys.executable, "-X", "importtime", *COMMAND[1:], *arguments),
        check=True, capture_output=True, stdin=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    taken: Counter[str] = Counter()
    for line in done.stderr.splitlines():
        own, _, name = line.removeprefix("import time:").split("|")
        if own.strip().isdecimal():
            taken[name.strip().partition(".")[0]] += int(own)
    return [(micros / 1000, name) for name, micros in taken.most_common(5)]
