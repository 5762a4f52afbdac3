"""The double in a process of its own, driven from a test that kills the bot again and again."""

import asyncio
import json
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

from .chats import Line
from .double import TOKEN
from .refusal import Tree

ROOT = Path(__file__).resolve().parents[2]


class ControlledDouble:
    """Starts `python -m tests.telegram_double`, talks to its /_control/ endpoints, ends it by its pid."""

    def __init__(self, journal: Path, token: str = TOKEN, flood: str = "off", seed: int = 1) -> None:
        self.token = token
        self.url = ""
        self._journal = journal
        self._arguments = ["--journal", str(journal), "--token", token, "--flood", flood, "--seed", str(seed)]

    async def __aenter__(self) -> Self:
        command = [sys.executable, "-m", "tests.telegram_double", "--port", "0", *self._arguments]
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=pipe)
        assert self._process.stdout is not None
        self.url = (await self._process.stdout.readline()).decode().strip()
        assert self.url, "the double did not start"
        self._client = aiohttp.ClientSession(self.url)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.close()
        self._process.terminate()
        await self._process.communicate()

    @property
    def pid(self) -> int:
        """The process id of the double."""
        return self._process.pid

    async def start(self, user_id: int, payload: str = "") -> int:
        """The person presses START; returns the message id."""
        return int(await self._act(user_id, "start", payload=payload))

    async def send(self, user_id: int, text: str) -> int:
        """The person types a text; returns the message id."""
        return int(await self._act(user_id, "send", text=text))

    async def edit(self, user_id: int, message_id: int, text: str) -> None:
        """The person changes an own message."""
        await self._act(user_id, "edit", message_id=message_id, text=text)

    async def press(
        self, user_id: int, label: str = "", message: int | None = None, force_data: str | None = None
    ) -> str:
        """The person presses a button; returns the callback id."""
        return str(await self._act(user_id, "press", label=label, message=message, force_data=force_data))

    async def transcript(self, user_id: int) -> list[Line]:
        """The visible messages of one private chat."""
        return [Line(*line) for line in await self._ask("GET", f"/_control/transcript/{user_id}")]

    async def until(self, user_id: int, part: str, seconds: float = 10, times: int = 1) -> list[Line]:
        """Wait until `times` visible messages of the bot show `part`; returns them."""
        clock = asyncio.get_running_loop().time
        deadline = clock() + seconds
        while True:
            lines = await self.transcript(user_id)
            found = [line for line in lines if line.sender == "bot" and part in line.text]
            if len(found) >= times:
                return found
            assert clock() < deadline, f"{len(found)} of {times} messages show {part!r}\n{lines}"
            await asyncio.sleep(0.05)

    async def stats(self) -> Tree:
        """Counts of calls, sent, refused, violations, doubled, pending, unanswered_callbacks, struck."""
        answer: Tree = await self._ask("GET", "/_control/stats")
        return answer

    async def faults(self, **given: Any) -> None:
        """Change faults: a group name with its chances, redeliver, storm or calm."""
        await self._ask("POST", "/_control/faults", given)

    async def advance(self, seconds: float) -> None:
        """Move the double's clock forward."""
        await self._ask("POST", "/_control/advance", {"seconds": seconds})

    def journal(self, event: str = "") -> list[Tree]:
        """The journal so far, only lines of `event` if given."""
        lines = self._journal.read_text(encoding="utf-8").splitlines() if self._journal.exists() else []
        entries: list[Tree] = [json.loads(line) for line in lines]
        return [entry for entry in entries if event in ("", entry["event"])]

    async def noted(self, event: str, seconds: float = 10, times: int = 1) -> list[Tree]:
        """Wait until the journal has `times` lines of `event`; returns them."""
        clock = asyncio.get_running_loop().time
        deadline = clock() + seconds
        while True:
            if len(found := self.journal(event)) >= times:
                return found
            assert clock() < deadline, f"{len(found)} of {times} lines of {event}"
            await asyncio.sleep(0.02)

    async def _act(self, user_id: int, action: str, **given: Any) -> Any:
        return await self._ask("POST", f"/_control/user/{user_id}/{action}", given)

    async def _ask(self, verb: str, path: str, given: Tree | None = None) -> Any:
        async with self._client.request(verb, path, json=given) as answer:
            body = await answer.json()
            assert answer.ok, body["error"]
            return body["result"]
