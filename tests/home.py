"""A whole house for tests: real rooms, a clock set by hand, and a chat that remembers what it was sent."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from bot.app import App, opened
from bot.channels.terminal import cleaned
from bot.config import Config
from bot.content.library import FileLibrary
from bot.core.errors import DeliveryError
from bot.core.given import Given
from bot.core.session import Session
from bot.core.text import plain
from bot.ports import Came, Inbound, Outbound, Sort, Store
from bot.service import sealing
from tests.scripts import FRIDAY, library

KEYS = count(1)
SPOKEN = (Sort.TEXT, Sort.QUESTION, Sort.REMINDER)


@dataclass
class Chat:
    """A channel that shows nothing and remembers everything; `fails` are raised first, one a send."""

    name: str = "chat"
    pace: float = 0.0
    sent: list[tuple[str, Outbound]] = field(default_factory=list)
    fails: list[DeliveryError] = field(default_factory=list)
    numbers: int = 100
    refs: list[int] = field(default_factory=list)

    async def send(self, address: str, outbound: Outbound) -> int | None:
        if self.fails:
            raise self.fails.pop(0)
        self.sent.append((address, outbound))
        self.numbers += 1
        self.refs.append(self.numbers)
        return self.numbers if outbound.sort in SPOKEN else None


class Clock:
    def __init__(self, start: datetime = FRIDAY) -> None:
        self.now = start.astimezone(UTC)

    def __call__(self) -> datetime:
        return self.now

    def go(self, **passed: float) -> None:
        self.now += timedelta(**passed)


def config(folder: Path, store: Path | None = None, *, memory: bool = False) -> Config:
    data = store or folder / "ruggespraak.db"
    return Config(folder, folder / "sleutel", None if memory else data, "INFO", "http://127.0.0.1:9")


class Home:
    """Somebody at home: `says`, `presses`, `edits` return the texts that came back, in order."""

    def __init__(
        self, app: App, chat: Chat, clock: Clock, *, person: str = "7001", typed: bool = False
    ) -> None:
        self.app = app
        self.chat = chat
        self.clock = clock
        self.person = person
        self.typed = typed

    def inbound(self, came: Came, text: str = "", **more: Any) -> Inbound:
        if came in (Came.TEXT, Came.OTHER) and not self.typed and "ref" not in more:
            self.chat.numbers += 1
            more["ref"] = self.chat.numbers
        more.setdefault("sent", int(self.clock().timestamp()))
        return Inbound(self.chat.name, next(KEYS), self.person, came, cleaned(text), **more)

    async def receives(self, *inbounds: Inbound) -> list[str]:
        before = len(self.chat.sent)
        await self.app.intake.receive(inbounds)
        await self.app.deliverer.drain()
        return self.texts(before)

    def texts(self, since: int = 0) -> list[str]:
        return [
            "\n".join(
                [plain(outbound.body), *(f"{n}. {label}" for n, label in enumerate(outbound.numbered, 1))]
            )
            for address, outbound in self.chat.sent[since:]
            if address == self.person and outbound.sort in SPOKEN
        ]

    async def comes(self, about: str = "", otherwise: str = "") -> list[str]:
        return await self.receives(self.inbound(Came.OPEN, about, data=otherwise))

    async def says(self, *texts: str) -> list[str]:
        shown: list[str] = []
        for text in texts:
            shown = await self.receives(self.inbound(Came.TEXT, text))
        return shown

    async def answers(self, *texts: str) -> list[str]:
        """Each text, closed at once."""
        shown: list[str] = []
        for text in texts:
            shown = await self.says(text) + await self.says("klaar")
        return shown

    async def presses(self, label: str) -> list[str]:
        """The newest button with this label."""
        data, ref = self._button(label)
        return await self.receives(self.inbound(Came.PRESS, data=data, ref=ref))

    def button(self, label: str) -> str:
        return self._button(label)[0]

    def _button(self, label: str) -> tuple[str, int]:
        for (_, outbound), ref in zip(reversed(self.chat.sent), reversed(self.chat.refs), strict=True):
            for row in outbound.rows:
                for button in row:
                    if button.label.removeprefix("✓ ") == label:
                        shown = ref if outbound.target is None else outbound.target
                        return button.data, shown
        raise AssertionError(f"no button {label}")

    async def edits(self, ref: int, text: str) -> list[str]:
        return await self.receives(self.inbound(Came.EDIT, text, ref=ref))

    async def waits(self, **passed: float) -> list[str]:
        before = len(self.chat.sent)
        self.clock.go(**passed)
        await self.app.deliverer.drain()
        return self.texts(before)

    def log(self) -> dict[str, list[Given]]:
        """The logbook: for each step all that was given, over all sessions, in order."""
        kept: dict[str, list[Given]] = {}
        for session in reversed(self.sessions()):
            for (step, _), given in session.given.items():
                kept.setdefault(step, []).append(given)
        return kept

    def sessions(self) -> list[Session]:
        desk, store = self.app.desk, self.store
        row = store.reader.person_at(self.chat.name, desk.vault.address_hash(self.chat.name, self.person))
        if row is None:
            return []
        reader = store.reader
        return [
            sealing.open_session(desk.vault, one, reader.answers(one.id)) for one in reader.sessions(row.id)
        ]

    @property
    def store(self) -> Store:
        return self.app.line.store


@contextlib.asynccontextmanager
async def home(
    folder: Path,
    *,
    typed: bool = False,
    memory: bool = True,
    clock: Clock | None = None,
    chat: Chat | None = None,
    content: FileLibrary | None = None,
) -> AsyncIterator[Home]:
    """`typed`: a terminal, where a line is an answer; otherwise a chat with numbered messages."""
    chat, clock = chat or Chat(), clock or Clock()
    with opened(config(folder, memory=memory), content or library(), {chat.name: chat}, clock=clock) as app:
        await app.deliverer.recover()
        yield Home(app, chat, clock, typed=typed)
        await app.deliverer.stop()
