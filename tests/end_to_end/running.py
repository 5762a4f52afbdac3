"""A bot process under a test: started over one data folder, again after every kill; ended by its own pid."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.telegram_double import BotApiDouble

ROOT = Path(__file__).resolve().parents[2]
KILLABLE = ("-m", "tests.end_to_end.bot_process")
AS_DEPLOYED = ("-m", "bot", "start")


async def eventually(holds: Callable[[], object], seconds: float = 60) -> None:
    """Wait until something is so that nobody announces; raises AssertionError when it takes too long."""
    clock = asyncio.get_running_loop().time
    deadline = clock() + seconds
    while not holds():
        assert clock() < deadline, "it did not happen"
        await asyncio.sleep(0.01)


class Running:
    """One bot over `folder`/data; what it prints is gathered in `folder`/output."""

    def __init__(
        self, double: BotApiDouble, folder: Path, *, pace: float | None = 0.0, level: str = "INFO"
    ) -> None:
        self.double = double
        folder.mkdir(exist_ok=True)
        self.data = folder / "data"
        self.output = folder / "output"
        self._clock, self._points = folder / "clock", folder / "points"
        self._clock.write_text("0")
        self._ahead = 0.0
        self._calls = 0
        self._process: asyncio.subprocess.Process | None = None
        self.environment = {
            **os.environ,
            "TELEGRAM_BOT_TOKEN": double.token,
            "TELEGRAM_API_URL": double.url,
            "RUGGESPRAAK_DATA_DIR": str(self.data),
            "RUGGESPRAAK_LOG_LEVEL": level,
            "CLOCK": str(self._clock),
            "POINTS": str(self._points),
            "PACE": "" if pace is None else str(pace),
        }

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def start(self, kill_at: str = "", program: tuple[str, ...] = KILLABLE) -> None:
        """Start it; `kill_at` is "point:n"."""
        self._calls = len(self.double.calls)
        with self.output.open("ab") as output:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, *program, cwd=ROOT, stdout=output, stderr=output,
                env=self.environment | {"KILL_AT": kill_at},
            )  # fmt: skip

    async def ended(self) -> int:
        """Wait until it ends; returns its code, minus the signal that ended it."""
        assert self._process is not None, "it was never started"
        return await asyncio.wait_for(self._process.wait(), 60)

    async def speaks(self, seconds: float = 60) -> None:
        """Wait until it has called Telegram since it was started."""
        await eventually(lambda: len(self.double.calls) > self._calls, seconds)

    async def kill(self) -> None:
        """SIGKILL, and wait until it is gone; raises AssertionError if it ended by itself before."""
        assert self._process is not None, "it was never started"
        assert self._process.returncode is None, f"it ended by itself\n{self.said()}"
        self._process.kill()
        assert await self._process.wait() == -signal.SIGKILL

    async def stop(self) -> int:
        """SIGTERM; returns its code."""
        assert self._process is not None, "it was never started"
        self._process.terminate()
        return await asyncio.wait_for(self._process.wait(), 60)

    def go(self, seconds: float) -> None:
        """Move the clocks of the bot and of Telegram forward together."""
        self._ahead += seconds
        beside = self._clock.with_suffix(".new")
        beside.write_text(str(self._ahead))
        beside.replace(self._clock)
        self.double.advance(seconds)

    def points(self) -> list[str]:
        """The names of the points it passed, over all its lives."""
        return self._points.read_text().split() if self._points.exists() else []

    def said(self) -> str:
        """Everything it printed, over all its lives."""
        return self.output.read_text(errors="replace") if self.output.exists() else ""
