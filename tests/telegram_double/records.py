"""What happened: calls, violations and the journal file that outlives a killed bot."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Literal

from .clock import Clock
from .refusal import Tree


@dataclass
class Call:
    """One call of the bot: its parameters without the token, the outcome, the double's time."""

    method: str
    params: Tree
    outcome: str
    time: float

    @property
    def refused(self) -> bool:
        """True for what can never succeed as asked: 400 and 404."""
        return self.outcome.startswith(("400", "404"))


@dataclass
class Violation:
    """A rule broken without a refusal: a too fast call or an ignored retry_after."""

    kind: Literal["too_fast", "retry_after_ignored"]
    chat_id: int
    method: str
    time: float


@dataclass
class Records:
    """Everything a test asserts on; with a journal path every event is also one JSON line on disk."""

    clock: Clock
    journal: Path | None = None
    calls: list[Call] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)
    _sent: "Counter[tuple[int, str, str]]" = field(default_factory=Counter)
    _file: IO[str] | None = None

    def call(self, method: str, params: Tree, outcome: str) -> None:
        """Note one call; a refused one goes into the journal as well."""
        call = Call(method, params, outcome, self.clock.now())
        self.calls.append(call)
        if call.refused:
            self.note("refused", method=method, description=outcome)

    def violation(self, kind: Literal["too_fast", "retry_after_ignored"], chat_id: int, method: str) -> None:
        """Note one broken rule."""
        self.violations.append(Violation(kind, chat_id, method, self.clock.now()))
        self.note(kind, chat=chat_id, method=method)

    def sent(self, chat_id: int, message_id: int, text: str, markup: Tree | None) -> None:
        """Note one message that reached a chat."""
        self._sent[chat_id, text, json.dumps(markup, sort_keys=True)] += 1
        self.note("bot_sent", chat=chat_id, message_id=message_id, text=text)

    def refused(self) -> list[Call]:
        """Calls that Telegram would never accept."""
        return [call for call in self.calls if call.refused]

    def doubled(self) -> int:
        """How many messages repeated an earlier one: same chat, same text, same keyboard."""
        return sum(count - 1 for count in self._sent.values())

    def note(self, event: str, **fields: object) -> None:
        """One journal line, flushed before anything else happens."""
        if self.journal is None:
            return
        if self._file is None:
            self._file = self.journal.open("a", encoding="utf-8")
        line = {"event": event, "time": self.clock.now()} | fields
        self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._file.flush()

    def close(self) -> None:
        """Close the journal."""
        if self._file is not None:
            self._file.close()
            self._file = None
