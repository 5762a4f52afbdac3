"""Persistence for python-telegram-bot that writes conversations, user data, log and replies to SQLite.

Nothing of an update is kept before `commit`, and then all of it.
"""

import json
from pathlib import Path
from typing import Any

from telegram.ext import BasePersistence, PersistenceInput

from tests.bench import disk
from tests.bench.subject import Kept

_TABLES = (
    "CREATE TABLE conversations (name TEXT, key TEXT, state INTEGER, PRIMARY KEY (name, key)) WITHOUT ROWID",
    "CREATE TABLE user_data (id INTEGER PRIMARY KEY, data TEXT NOT NULL)",
    "CREATE TABLE seen (key INTEGER PRIMARY KEY, at INTEGER NOT NULL)",
    "CREATE TABLE log (id INTEGER PRIMARY KEY, person INTEGER NOT NULL, at INTEGER NOT NULL, data TEXT)",
    "CREATE TABLE replies (id INTEGER PRIMARY KEY, person INTEGER NOT NULL, data TEXT NOT NULL)",
)
_STATE = "INSERT OR REPLACE INTO conversations VALUES (?, ?, ?)"
_DATA = "INSERT OR REPLACE INTO user_data VALUES (?, ?)"
_COUNTS = ("SELECT count(*) FROM log", "SELECT count(*) FROM replies", "SELECT count(*) FROM seen")
UserData = dict[Any, Any]


class RowPersistence(BasePersistence[UserData, UserData, UserData]):
    """In the same file, with the same pragmas as the house; `note` adds what the library does not know of."""

    def __init__(self, path: Path) -> None:
        super().__init__(store_data=PersistenceInput(bot_data=False, chat_data=False, callback_data=False))
        path.parent.mkdir(exist_ok=True)
        self._path = path
        self._db = disk.connected(path)
        for statement in _TABLES:
            self._db.execute(statement)
        self.commits = 0

    def _execute(self, statement: str, values: tuple[object, ...]) -> int:
        if not self._db.in_transaction:
            self._db.execute("BEGIN IMMEDIATE")
        return self._db.execute(statement, values).rowcount

    def first_seen(self, key: int, at: int) -> bool:
        return self._execute("INSERT INTO seen VALUES (?, ?) ON CONFLICT DO NOTHING", (key, at)) == 1

    def log(self, person: int, at: int, answer: str) -> None:
        self._execute("INSERT INTO log (person, at, data) VALUES (?, ?, ?)", (person, at, answer))

    def reply(self, person: int, reply: str) -> None:
        self._execute("INSERT INTO replies (person, data) VALUES (?, ?)", (person, reply))

    def commit(self) -> None:
        self._db.execute("COMMIT")
        self.commits += 1

    def close(self) -> None:
        self._db.close()

    def kept(self) -> Kept:
        return Kept(*(disk.count(self._path, query) for query in _COUNTS))

    def syncs(self) -> tuple[int, int]:
        return self.commits, disk.syncs(self._path, self.commits)

    async def get_user_data(self) -> dict[int, UserData]:
        return {}

    async def get_conversations(self, name: str) -> dict[tuple[int | str, ...], object]:
        return {}

    async def update_conversation(
        self, name: str, key: tuple[int | str, ...], new_state: object | None
    ) -> None:
        self._execute(_STATE, (name, json.dumps(key), new_state))

    async def update_user_data(self, user_id: int, data: UserData) -> None:
        self._execute(_DATA, (user_id, json.dumps(data)))

    async def get_chat_data(self) -> dict[int, UserData]:
        return {}

    async def get_bot_data(self) -> UserData:
        return {}

    async def get_callback_data(self) -> None:
        return None

    async def update_chat_data(self, chat_id: int, data: UserData) -> None:
        """Not stored, by what `store_data` says; so are those below."""

    async def update_bot_data(self, data: UserData) -> None: ...
    async def update_callback_data(self, data: object) -> None: ...
    async def drop_chat_data(self, chat_id: int) -> None: ...
    async def drop_user_data(self, user_id: int) -> None: ...
    async def refresh_user_data(self, user_id: int, user_data: UserData) -> None: ...
    async def refresh_chat_data(self, chat_id: int, chat_data: UserData) -> None: ...
    async def refresh_bot_data(self, bot_data: UserData) -> None: ...
    async def flush(self) -> None: ...
