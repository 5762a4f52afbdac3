"""A line to Telegram that goes nowhere: every call is answered at once, as Telegram would."""

import asyncio
import json

from telegram import Bot
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram import TelegramChannel
from tests.bench.arrivals import BOT, message

TOKEN = "5000001:" + "m" * 35
_ME = json.dumps({"ok": True, "result": BOT}).encode()
_SAID = json.dumps({"ok": True, "result": message(1, 1, "Vraag", ["a", "b", "c"]) | {"from": BOT}}).encode()


class Nowhere(BaseRequest):
    """Counts the messages that were sent."""

    def __init__(self) -> None:
        self.sent = 0
        self._more = asyncio.Event()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    @property
    def read_timeout(self) -> float | None:
        return None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Encode what would go out, and answer."""
        if url.endswith("/getMe"):
            return 200, _ME
        assert url.endswith("/sendMessage"), "nothing else is sent here"
        assert request_data is not None, "a message has words"
        assert request_data.json_payload, "and they are encoded"
        self.sent += 1
        self._more.set()
        return 200, _SAID

    async def until(self, number: int) -> None:
        """Wait until so many messages were sent."""
        while self.sent < number:
            self._more.clear()
            await self._more.wait()


class UnpacedChannel(TelegramChannel):
    """The Telegram door of the house without the pace Telegram asks for, over a line that goes nowhere."""

    pace = 0.0

    def __init__(self, nowhere: Nowhere) -> None:
        super().__init__(TOKEN, "http://127.0.0.1:9")
        self.bot = Bot(TOKEN, request=nowhere, get_updates_request=nowhere)
