"""Small calls that the poller does not wait for: signs that a press was seen, and leaving groups."""

import asyncio
from collections.abc import Coroutine

from bot.channels.telegram import TelegramChannel
from bot.ports import Journal

GOODBYE = 3.0
"""Seconds that calls get to finish when we stop."""
REMEMBERED = 1000
"""Presses of which we know that they were answered."""


class Errands:
    """Runs them at once, each on its own; none of them raises."""

    def __init__(self, channel: TelegramChannel, journal: Journal) -> None:
        self._channel = channel
        self._journal = journal
        self._running: set[asyncio.Task[None]] = set()
        # A press that comes again must not be answered again: Telegram refuses the second time.
        self._answered: dict[str, None] = {}

    def answer(self, press_id: str) -> None:
        """Let Telegram know that this press was seen."""
        if press_id in self._answered:
            return
        self._answered[press_id] = None
        if len(self._answered) > REMEMBERED:
            del self._answered[next(iter(self._answered))]
        self._go(self._channel.answer_press(press_id, self._journal))

    def leave(self, chat: int) -> None:
        """Go out of this group."""
        self._go(self._channel.leave(chat, self._journal))

    async def finish(self) -> None:
        """Wait a moment for what still runs, then give it up."""
        if not self._running:
            return
        _, late = await asyncio.wait(self._running, timeout=GOODBYE)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    def _go(self, errand: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(errand)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
