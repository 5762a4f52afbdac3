"""The terminal: a screen gets style and a prompt, a pipe gets plain text."""

import io
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.channels.terminal import TerminalChannel, cleaned, typed_lines
from bot.ports import Outbound, Sort

NOTE = (("b", "Voor op zak"), ("", "\nBegin met: "), ("i", "hoe was dat?"))


async def shown(outbound: Outbound) -> str:
    out = io.StringIO()
    assert await TerminalChannel(out).send("hier", outbound) is None
    return out.getvalue()


async def test_a_pipe_gets_the_words_and_nothing_else() -> None:
    assert await shown(Outbound(Sort.TEXT, NOTE)) == "Voor op zak\nBegin met: hoe was dat?\n\n"


async def test_choices_are_numbered() -> None:
    outbound = Outbound(Sort.QUESTION, (("", "Ga je?"),), numbered=("Ja, graag", "Nee"))
    assert await shown(outbound) == "Ga je?\n  1. Ja, graag\n  2. Nee\n\n"


@pytest.mark.parametrize("sort", [Sort.MARK, Sort.ERASE, Sort.CHANGE])
async def test_what_only_makes_sense_in_a_chat_is_not_shown(sort: Sort) -> None:
    assert await shown(Outbound(sort, NOTE, target=1)) == ""


@pytest.mark.parametrize("text", ["a\0b", "\ud800x", "gewoon", "é🙂"])
def test_what_is_typed_can_always_be_kept_as_text(text: str) -> None:
    assert "\0" not in cleaned(text)
    cleaned(text).encode()


def test_lines_of_a_pipe_come_one_by_one_without_their_ends() -> None:
    source = io.TextIOWrapper(io.BytesIO(b"een\r\ntwee\ndrie"))
    assert list(typed_lines(source)) == ["een", "twee", "drie"]


def test_a_screen_gets_style_and_a_prompt_and_ctrl_d_ends(tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    program = [sys.executable, "-m", "bot", "chat", "--map", str(tmp_path)]
    child = subprocess.Popen(program, stdin=follower, stdout=follower, stderr=follower,
                             env=os.environ | {"TERM": "xterm", "NO_COLOR": ""})  # fmt: skip
    os.close(follower)
    screen = _read_until(leader, "› ")
    assert "\x1b[3muitleven" in screen
    os.write(leader, b"rector P\n")
    screen = _read_until(leader, "› ")
    assert "\x1b[1mBeleven." in screen
    os.write(leader, b"\x04")
    assert child.wait(timeout=10) == 0
    os.close(leader)


def _read_until(leader: int, wanted: str) -> str:
    read, deadline = b"", time.monotonic() + 20
    while wanted not in (text := read.decode("utf-8", "replace")):
        assert time.monotonic() < deadline, text
        read += os.read(leader, 4096)
    return text
