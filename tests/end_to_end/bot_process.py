"""The bot as a process that can be made to die at a named point, and whose clock can be moved while it runs.

    KILL_AT=store.commit.after:3   SIGKILL itself at the third passing of this point
    POINTS=/path                   append the name of every point it passes
    CLOCK=/path                    seconds by which its clock is ahead, read anew at every look
    PACE=0                         seconds between two messages to one chat, instead of the usual one

All else is the environment of `ruggespraak start`.
"""

import asyncio
import os
import signal
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import app
from bot.channels.telegram import TelegramChannel
from bot.config import read_config
from bot.content.library import FileLibrary


class Points:
    """The failpoint: notes every name in `file`, and ends the process where it was told to."""

    def __init__(self, file: str, kill_at: str) -> None:
        self._file = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._name, _, times = kill_at.partition(":")
        self._times = int(times or 1)
        self._passed: Counter[str] = Counter()

    def __call__(self, name: str) -> None:
        os.write(self._file, f"{name}\n".encode())
        self._passed[name] += 1
        if name == self._name and self._passed[name] == self._times:
            os.kill(os.getpid(), signal.SIGKILL)


def clock(file: Path) -> datetime:
    """Now, as many seconds ahead as the file says."""
    return datetime.now(UTC) + timedelta(seconds=float(file.read_text()))


def main() -> None:
    """Serve until a signal, or until the point where it was told to die."""
    if pace := os.environ.get("PACE"):
        TelegramChannel.pace = float(pace)
    moved = Path(os.environ["CLOCK"])
    asyncio.run(
        app.serve(
            read_config(os.environ, token=True),
            FileLibrary.open(None),
            clock=lambda: clock(moved),
            failpoint=Points(os.environ["POINTS"], os.environ.get("KILL_AT", "")),
        )
    )


if __name__ == "__main__":
    main()
