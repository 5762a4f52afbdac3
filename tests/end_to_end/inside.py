"""The bot inside the test's own process and event loop: all rooms real, only shorter waits between tries."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app import App, opened
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_poll import poll
from bot.core.session import Session
from tests.channels.telegram_door import Notes
from tests.home import config
from tests.scripts import library
from tests.telegram_double import BotApiDouble

from . import books

LONGEST_PAUSE = 0.1
"""Seconds the poller waits after trouble, whatever it asks for."""


@dataclass
class Inside:
    """A bot that is serving; `notes` is what its poller noted."""

    app: App
    double: BotApiDouble
    clock: "MovingClock"
    notes: Notes = field(default_factory=Notes)

    def go(self, seconds: float) -> None:
        """Move the clocks of the bot and of Telegram forward together."""
        self.clock.ahead += timedelta(seconds=seconds)
        self.double.advance(seconds)
        self.app.deliverer.news.set()

    def sessions(self, chat: int) -> list[Session]:
        """All sessions of whoever is in this chat, the most recent first."""
        return books.sessions(self.app, chat)

    def log(self, chat: int) -> books.Log:
        """The logbook of whoever is in this chat."""
        return books.log_of(self.sessions(chat))


class MovingClock:
    """Real time plus what a test has moved it by."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@contextlib.asynccontextmanager
async def inside(folder: Path, double: BotApiDouble) -> AsyncIterator[Inside]:
    """Serve the double from this data folder."""
    clock = MovingClock()
    channel = TelegramChannel(double.token, double.url)
    channel.pace = 0.0
    with opened(config(folder), library(), {channel.name: channel}, clock=clock) as app:
        await app.deliverer.recover()
        async with channel:
            house = Inside(app, double, clock)
            polling = poll(channel, app.intake.receive, house.notes, failpoint=_nowhere, pause=_shortly)
            tasks = [asyncio.create_task(polling), asyncio.create_task(app.deliverer.run())]
            try:
                yield house
            finally:
                for task in tasks:
                    task.cancel()
                endings = await asyncio.gather(*tasks, return_exceptions=True)
                await app.deliverer.stop()
    assert all(isinstance(one, asyncio.CancelledError) for one in endings), endings


def _nowhere(name: str) -> None:
    """The failpoint of a bot that is left alive."""


async def _shortly(seconds: float) -> None:
    await asyncio.sleep(min(seconds, LONGEST_PAUSE))
