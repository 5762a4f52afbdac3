"""Fetches updates by long polling; what was not stored by `receive` is not confirmed, and comes again.

It never drops what waits at Telegram, and never fetches beside another poller without saying so.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_errands import Errands
from bot.channels.telegram_errors import CONFLICT_WAIT, delivery_error, seconds
from bot.channels.telegram_inbound import ALLOWED, Leave, Poison, Pressed, key_of, read
from bot.core.errors import ConfigError
from bot.ports import Failpoint, Inbound, Journal

Receive = Callable[[list[Inbound]], Awaitable[None]]
"""Returns when everything is committed; raises if it could not be."""
Pause = Callable[[float], Awaitable[None]]

LONG_POLL = 25
"""Seconds Telegram keeps a poll open while there is nothing."""
BATCH = 100
FIRST_WAIT = 0.5
LONGEST_WAIT = 30.0


async def poll(
    channel: TelegramChannel,
    receive: Receive,
    journal: Journal,
    *,
    failpoint: Failpoint,
    pause: Pause = asyncio.sleep,
) -> None:
    """Fetch until cancelled; raises ConfigError when Telegram refuses the token.

    The offset moves only after `receive` returned; until then the same updates are fetched again.
    Waits between tries that fail go from half a second to half a minute.
    """
    errands = Errands(channel, journal)
    poller = _Poller(channel, receive, journal, failpoint, pause, errands)
    try:
        while True:
            if updates := await poller.fetched():
                await poller.handle(updates)
    finally:
        await errands.finish()


class _Backoff:
    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        self._next = FIRST_WAIT

    def wait(self) -> float:
        wait, self._next = self._next, min(self._next * 2, LONGEST_WAIT)
        return wait


class _Poller:
    def __init__(
        self,
        channel: TelegramChannel,
        receive: Receive,
        journal: Journal,
        failpoint: Failpoint,
        pause: Pause,
        errands: Errands,
    ) -> None:
        self._channel = channel
        self._receive = receive
        self._journal = journal
        self._failpoint = failpoint
        self._pause = pause
        self._errands = errands
        self._offset: int | None = None
        self._line_trouble, self._store_trouble = _Backoff(), _Backoff()
        self._standing = 0
        self._may_take_webhook = True

    async def fetched(self) -> Sequence[object]:
        """The next raw updates; none after trouble, when it has waited."""
        try:
            await self._channel.bot.get_updates(
                self._offset, timeout=LONG_POLL, limit=BATCH, allowed_updates=ALLOWED
            )
        except Exception as error:  # whatever went wrong on the line, the bot goes on
            trouble = error
        else:
            self._line_trouble.reset()
            return self._channel.updates.take()
        await self._recover(trouble)
        return ()

    async def handle(self, updates: Sequence[object]) -> None:
        """Answer presses, leave groups, have the rest stored, and only then let the offset move."""
        arrived = [read(update) for update in updates]
        for one in arrived:
            if isinstance(one, Pressed):
                self._errands.answer(one.press_id)
        for chat in {one.chat for one in arrived if isinstance(one, Leave)}:
            self._errands.leave(chat)
        said = [one.inbound if isinstance(one, Pressed) else one for one in arrived]
        self._failpoint("poll.received")
        if not await self._stored([one for one in said if isinstance(one, Inbound)]):
            return
        for one in arrived:
            if isinstance(one, Poison):
                self._journal.note("poison-update")
        moved = self._move(updates)
        self._failpoint("poll.confirmed")
        if not moved:
            await self._pause(self._line_trouble.wait())

    async def _stored(self, inbounds: list[Inbound]) -> bool:
        if not inbounds:
            return True
        try:
            await self._receive(inbounds)
        except Exception:  # whatever it was, what is not stored must not be confirmed
            self._journal.note("receive-trouble")
        else:
            self._store_trouble.reset()
            return True
        await self._pause(self._store_trouble.wait())
        return False

    def _move(self, updates: Sequence[object]) -> bool:
        """Move the offset behind the last update; False if it keeps standing and we would turn in a circle.

        Standing once is no circle: Telegram may deliver again what it saw confirmed.
        """
        keys = [key for key in map(key_of, updates) if key is not None]
        before = self._offset
        self._offset = keys[-1] + 1 if keys else before
        self._standing = self._standing + 1 if self._offset == before else 0
        return self._standing < 2

    async def _recover(self, trouble: Exception) -> None:
        match trouble:
            case InvalidToken() | EndPointNotFound():
                self._journal.note("bad-token")
                raise ConfigError([("TELEGRAM_BOT_TOKEN", "afgewezen")])
            case RetryAfter():
                self._journal.note("poll-trouble", outcome="429")
                await self._pause(seconds(trouble.retry_after))
            case Conflict() if self._may_take_webhook and "webhook" in trouble.message:
                await self._take_webhook()
            case Conflict():
                self._journal.note("second-poller")
                await self._pause(CONFLICT_WAIT)
            case _:
                self._journal.note("poll-trouble", outcome=delivery_error(trouble).code)
                await self._pause(self._line_trouble.wait())

    async def _take_webhook(self) -> None:
        """Take an old webhook away, once; what waits for it stays, and comes to us."""
        try:
            await self._channel.bot.delete_webhook()
        except Exception as error:  # tried again when the next poll conflicts
            trouble = delivery_error(error)
        else:
            self._may_take_webhook = False
            self._journal.note("webhook-removed")
            return
        self._journal.note("webhook-stays", outcome=trouble.code)
        await self._pause(self._line_trouble.wait())
