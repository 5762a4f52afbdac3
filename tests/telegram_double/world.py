"""Everything the double knows: time, chats, updates, presses, profile, faults and records."""

import itertools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .arrivals import Arrivals
from .chats import Chat, Post
from .clock import Clock
from .faults import Faults
from .flood import Flood, FloodMode
from .records import Records
from .refusal import Tree


@dataclass
class Press:
    """One press of a button that waits for answerCallbackQuery; `tries` counts the answers that came."""

    update_id: int | None
    chat: Chat
    made: float
    tries: int = 0


@dataclass
class Profile:
    """Commands per scope and language, profile texts per kind and language, menu buttons per chat."""

    commands: dict[tuple[str, str], list[Tree]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menus: dict[int, Tree] = field(default_factory=dict)
    webhook: str = ""


class World:
    """The shared state; people, methods and the server all act on one of these."""

    def __init__(
        self, token: str, flood: FloodMode, burst: int, seed: int, journal: Path | None, press_seconds: float
    ) -> None:
        self.token = token
        self.press_seconds = press_seconds
        self.clock = Clock()
        self.records = Records(self.clock, journal)
        self.faults = Faults(seed)
        self.flood = Flood(self.records, flood, burst)
        self.arrivals = Arrivals(self.clock, self.records, self.faults.again)
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.profile = Profile()
        self.unknown_methods: set[str] = set()
        self.me: Tree = {
            "id": int(token.split(":")[0]),
            "is_bot": True,
            "first_name": "Ruggespraak",
            "username": "ruggespraak_bot",
        }
        self._press_ids = itertools.count(4_000_000_000_000_001)

    def arrive(self, kind: str, body: Tree, chat: Chat, message_id: int, text: str = "") -> int | None:
        """Something a person did becomes an update; returns its id, None if the bot does not want it."""
        update_id = self.arrivals.put(kind, body, chat=chat.id, message_id=message_id)
        self.records.note(
            "user_sent", kind=kind, update_id=update_id, chat=chat.id, message_id=message_id, text=text
        )
        return update_id

    def press(self, person: Tree, post: Post, data: str) -> str:
        """A press on a button under `post`; a deleted message is shown as inaccessible. Returns its id."""
        callback_id = str(next(self._press_ids))
        message: Tree = post.as_json()
        if post.deleted:
            message = {"chat": post.chat.as_json(), "message_id": post.message_id, "date": 0}
        body: dict[str, Any] = {"id": callback_id, "from": person, "message": message, "data": data}
        body["chat_instance"] = str(post.chat.id)
        update_id = self.arrive("callback_query", body, post.chat, post.message_id, data)
        self.presses[callback_id] = Press(update_id, post.chat, self.clock.now())
        return callback_id

    def unanswered(self) -> list[str]:
        """Presses that were handed to the bot and for which no answer was tried."""
        return [
            callback_id
            for callback_id, press in self.presses.items()
            if press.update_id in self.arrivals.handed and not press.tries
        ]
