"""Fixtures for tests of the Telegram door against the Bot API double, and the journal they look into."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram import TelegramChannel
from tests.telegram_double import BotApiDouble

from .telegram_line import double, user

__all__ = ["Notes", "channel", "double", "notes", "user"]


class Notes:
    """A journal that keeps (event, outcome)."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []

    def note(self, event: str, *, person: bytes | None = None, ms: float = 0.0, outcome: str = "") -> None:
        self.lines.append((event, outcome))

    @property
    def events(self) -> list[str]:
        return [event for event, _ in self.lines]


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
async def channel(double: BotApiDouble) -> AsyncIterator[TelegramChannel]:
    async with TelegramChannel(double.token, double.url) as door:
        yield door
