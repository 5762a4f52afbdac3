"""The house itself, over a data folder of its own: from what came in to a reply committed, or sent."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bot.app import App
from bot.app import opened as opened_house
from bot.channels.telegram_inbound import CHANNEL, Poison, Pressed, read
from bot.content.library import FileLibrary
from bot.ports import Channel, Inbound
from tests.bench import disk
from tests.bench.arrivals import batch, opened, pressed
from tests.bench.script import NAME
from tests.bench.stub import Nowhere, UnpacedChannel
from tests.bench.subject import QUESTIONS, Kept, Subject
from tests.home import config

ANSWERS = "SELECT count(*) FROM answers"
REPLIES = "SELECT max(id) FROM outbox"
SEEN = "SELECT count(*) FROM seen"
PATIENCE = 60.0
"""Seconds after which what was not sent will not be."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes of what is sealed in a turn."""

    session: int
    answer: int
    reply: int


@dataclass(frozen=True, slots=True)
class Way:
    """What belongs to a turn: `reads` JSON before it, is `sent` after it; `flight` people at once."""

    name: str
    reads: bool = True
    sent: bool = False
    flight: int = 1


class Commits:
    """Counts commits at the failpoint just behind them."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, failpoint: str) -> None:
        self.count += failpoint == "store.commit.after"


class House(Subject):
    """A house that is asked nothing but what is measured."""

    def __init__(
        self, way: Way, app: App, path: Path, nowhere: Nowhere, commits: Commits, groups: int
    ) -> None:
        super().__init__(way.name, groups)
        self._way = way
        self._app = app
        self._path = path
        self._nowhere = nowhere
        self._keys = count(1)
        self._sessions: dict[int, int] = {}
        self._bodies: list[bytes] = []
        self._inbounds: list[list[Inbound]] = []
        self._commits = commits

    @property
    def sent(self) -> int:
        return self._nowhere.sent

    async def begin(self) -> None:
        last = QUESTIONS + 1
        if self._sessions:
            await self._receive(pressed(next(self._keys), p, self._sessions[p], last) for p in self.everybody)
        await self._receive(opened(next(self._keys), person, NAME) for person in self.everybody)
        if self._way.sent:
            async with asyncio.timeout(PATIENCE):
                await self._nowhere.until(disk.count(self._path, REPLIES))
        self._sessions = {person: self._session(person) for person in self.everybody}

    async def _receive(self, updates: Iterator[dict[str, object]]) -> None:
        await self._app.intake.receive(arrived(batch(updates)))

    def _session(self, person: int) -> int:
        hash_ = self._app.desk.vault.address_hash(CHANNEL, str(person))
        row = self._app.line.store.reader.person_at(CHANNEL, hash_)
        assert row is not None
        assert row.foreground is not None
        return row.foreground

    def prepare(self, people: list[int]) -> None:
        updates = [
            pressed(next(self._keys), person, self._sessions[person], turn)
            for turn in range(1, QUESTIONS + 1)
            for person in people
        ]
        flight = self._way.flight
        self._bodies = [batch(updates[at : at + flight]) for at in range(0, len(updates), flight)]
        self._inbounds = [] if self._way.reads else [arrived(body) for body in self._bodies]
        self._expected = self.sent

    async def run(self) -> None:
        async with asyncio.timeout(PATIENCE):
            for inbounds in self._inbounds:
                await self._app.intake.receive(inbounds)
            for body in self._bodies if self._way.reads else ():
                await self._app.intake.receive(arrived(body))
                if self._way.sent:
                    self._expected += self._way.flight
                    await self._nowhere.until(self._expected)

    def kept(self) -> Kept:
        return Kept(*(disk.count(self._path, query) for query in (ANSWERS, REPLIES, SEEN)))

    def syncs(self) -> tuple[int, int]:
        return self._commits.count, disk.syncs(self._path, self._commits.count)

    def sizes(self) -> Sizes:
        """What is usual in this house by now."""
        usual = "SELECT length(sealed) FROM {} WHERE sealed NOT NULL GROUP BY 1 ORDER BY count(*) DESC"
        tables = ("sessions", "answers", "outbox")
        return Sizes(*(disk.count(self._path, usual.format(table)) for table in tables))


def arrived(body: bytes) -> list[Inbound]:
    """The inbounds in an answer to getUpdates, read as the poller reads them."""
    read_in = [read(update) for update in json.loads(body)["result"]]
    assert not any(isinstance(one, Poison) for one in read_in)
    said = [one.inbound if isinstance(one, Pressed) else one for one in read_in]
    return [one for one in said if isinstance(one, Inbound)]


@asynccontextmanager
async def house(folder: Path, library: FileLibrary, way: Way, groups: int) -> AsyncIterator[House]:
    """A house in an empty folder; where replies are sent, the deliverer runs."""
    settings, nowhere, commits = config(folder), Nowhere(), Commits()
    assert settings.store is not None
    channels: Mapping[str, Channel] = {CHANNEL: UnpacedChannel(nowhere)}
    with opened_house(settings, library, channels, failpoint=commits) as app:
        running = [asyncio.create_task(app.deliverer.run())] if way.sent else []
        try:
            yield House(way, app, settings.store, nowhere, commits, groups)
        finally:
            for task in running:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
            await app.deliverer.stop()
