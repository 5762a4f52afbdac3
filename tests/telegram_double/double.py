"""The double itself: starts and stops the server, hands out people and shows the records."""

import asyncio
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from .control import Control
from .faults import Faults
from .flood import FloodMode
from .people import Group, Person
from .records import Call, Violation
from .refusal import Tree
from .server import Server
from .world import World

TOKEN = "700000:AAtest-token-of-the-double"
FIRST_USER = 700_000_001
FIRST_GROUP = -4_000_000_001


class BotApiDouble:
    """A strict Bot API on 127.0.0.1; `press_seconds` is how long a press may wait for its answer."""

    def __init__(
        self,
        token: str = TOKEN,
        *,
        flood: FloodMode = "report",
        burst: int = 3,
        seed: int = 1,
        journal: Path | None = None,
        port: int = 0,
        press_seconds: float = 60,
    ) -> None:
        self.token = token
        self.url = ""
        self.world = World(token, flood, burst, seed, journal, press_seconds)
        self._port = port
        self._server = Server(self.world)
        self._people: dict[int, Person] = {}
        self._groups: list[Group] = []
        app = web.Application()
        self._server.add_routes(app)
        Control(self).add_routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.polling.close()
        await self._runner.cleanup()
        self.world.records.close()

    def user(self, user_id: int | None = None, language: str = "nl") -> Person:
        """A person, new unless `user_id` is already known; has not started the bot yet."""
        number = user_id or max([FIRST_USER - 1, *self._people]) + 1
        if number not in self._people:
            self._people[number] = Person(self.world, number, language)
        return self._people[number]

    def group(self) -> Group:
        """A new group without the bot."""
        self._groups.append(Group(self.world, FIRST_GROUP - len(self._groups)))
        return self._groups[-1]

    def raw_update(self, body: Tree) -> int:
        """Queue an arbitrary, possibly malformed update; returns the id it waits under."""
        return self.world.arrivals.put_raw(body)

    def jump_update_ids(self, to: int) -> None:
        """Continue update ids at `to`, as happens at random after a quiet week."""
        self.world.arrivals.jump(to)

    def advance(self, seconds: float) -> None:
        """Move the double's clock forward."""
        self.world.clock.advance(seconds)

    def storm(self, chat_id: int, calls: int = 3, retry_after: int = 1) -> None:
        """Answer the next `calls` sends and edits in this chat with 429."""
        self.world.flood.storm(chat_id, calls, retry_after)

    def forget_method(self, name: str) -> None:
        """Answer this method as a server that does not know it yet."""
        self.world.unknown_methods.add(name)

    @property
    def faults(self) -> Faults:
        """The faults in force."""
        return self.world.faults

    @property
    def calls(self) -> list[Call]:
        """Every call with the right token, in order."""
        return self.world.records.calls

    @property
    def refused(self) -> list[Call]:
        """Calls answered with 400 or 404."""
        return self.world.records.refused()

    @property
    def violations(self) -> list[Violation]:
        """Too fast calls and ignored retry_after."""
        return self.world.records.violations

    def unanswered_callbacks(self) -> list[str]:
        """Presses the bot received and never tried to answer."""
        return self.world.unanswered()

    def doubled(self) -> int:
        """How many sent messages repeated an earlier one in the same chat, text and keyboard alike."""
        return self.world.records.doubled()

    def pending(self) -> list[Tree]:
        """Updates that wait for confirmation, for tests that deliver them over a webhook themselves."""
        return self.world.arrivals.waiting()

    async def idle(self, seconds: float = 10) -> None:
        """Wait until a long poll hangs on the line; raises AssertionError if none does."""
        clock, polling = asyncio.get_running_loop().time, self._server.polling
        deadline = clock() + seconds
        while not polling.waiting:
            assert clock() < deadline, "nobody polls"
            await polling.settled.wait(deadline - clock())

    async def drained(self, seconds: float = 10) -> None:
        """Wait until the bot has confirmed every update; raises AssertionError if it does not."""
        clock = asyncio.get_running_loop().time
        deadline = clock() + seconds
        while waiting := len(self.pending()):
            assert clock() < deadline, f"{waiting} updates were not confirmed"
            await self.world.arrivals.bell.wait(deadline - clock())
