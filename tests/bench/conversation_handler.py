"""A peer: ConversationHandler of python-telegram-bot, with every update written to SQLite before its reply.

Its updates are taken in one at a time, as ConversationHandler asks (concurrent updates off); the same turns
are also measured with one commit for a whole batch, which somebody could build by hand.
"""

import json
import time
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes, ConversationHandler

from tests.bench.arrivals import batch, opened, pressed
from tests.bench.persistence import RowPersistence
from tests.bench.script import KEYS, NAME, QUESTION
from tests.bench.stub import TOKEN, Nowhere
from tests.bench.subject import QUESTIONS, Kept, Subject

App = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Custom:
    """How it is used: replies `sent` or only committed; `flight` updates in a batch; one commit for all."""

    name: str
    sent: bool = False
    flight: int = 1
    together: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot answers to one update."""

    chat: int
    text: str
    keyboard: InlineKeyboardMarkup | None


class ConversationPeer(Subject):
    """One question a state; the answers so far are in the user data, each also in the log."""

    def __init__(self, custom: Custom, rows: RowPersistence, nowhere: Nowhere, groups: int) -> None:
        super().__init__(custom.name, groups)
        self._custom = custom
        self._rows = rows
        self._keys = count(1)
        self._bodies: list[bytes] = []
        self._replies: list[Reply] = []
        self.app = _application(self, rows, nowhere)

    # — the bot —

    async def start(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        assert context.user_data is not None
        context.user_data.clear()
        self._answer(update, 1)
        return 1

    async def chosen(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        assert update.effective_user is not None
        assert update.callback_query is not None
        assert context.user_data is not None
        choice = (update.callback_query.data or "").rpartition(":")[2]
        step = len(context.user_data) + 1
        context.user_data[f"vraag_{step}"] = choice
        answer = json.dumps({"step": f"vraag_{step}", "visit": 1, "n": step, "keys": [choice]})
        self._rows.log(update.effective_user.id, int(time.time()), answer)
        self._answer(update, step + 1)
        return step + 1 if step < QUESTIONS else ConversationHandler.END

    def _answer(self, update: Update, step: int) -> None:
        assert update.effective_chat is not None
        self._rows.first_seen(update.update_id, int(time.time()))
        reply = Reply(update.effective_chat.id, QUESTION, _keyboard(step))
        body = {"text": reply.text, "keyboard": reply.keyboard.to_dict() if reply.keyboard else None}
        self._rows.reply(reply.chat, json.dumps(body))
        self._replies.append(reply)

    # — the measurement —

    async def begin(self) -> None:
        await self._take(batch(opened(next(self._keys), person, NAME) for person in self.everybody))

    def prepare(self, people: list[int]) -> None:
        updates = [
            pressed(next(self._keys), person, person, turn)
            for turn in range(1, QUESTIONS + 1)
            for person in people
        ]
        flight = self._custom.flight
        self._bodies = [batch(updates[at : at + flight]) for at in range(0, len(updates), flight)]

    async def run(self) -> None:
        for body in self._bodies:
            await self._take(body)

    async def _take(self, body: bytes) -> None:
        for raw in json.loads(body)["result"]:
            await self.app.process_update(Update.de_json(raw, self.app.bot))
            if not self._custom.together:
                await self._finish()
        if self._custom.together:
            await self._finish()

    async def _finish(self) -> None:
        await self.app.update_persistence()
        self._rows.commit()
        replies, self._replies = self._replies, []
        if self._custom.sent:
            for reply in replies:
                await self.app.bot.send_message(reply.chat, reply.text, reply_markup=reply.keyboard)

    def kept(self) -> Kept:
        return self._rows.kept()

    def syncs(self) -> tuple[int, int]:
        return self._rows.syncs()


def _keyboard(step: int) -> InlineKeyboardMarkup:
    buttons = ((key.capitalize(), f"{step}:k:{key}") for key in KEYS)
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data)] for label, data in buttons]
    )


def _application(peer: ConversationPeer, rows: RowPersistence, nowhere: Nowhere) -> App:
    builder = Application.builder().token(TOKEN).request(nowhere).get_updates_request(nowhere)
    app: App = builder.persistence(rows).updater(None).job_queue(None).build()
    states: dict[object, Any] = {
        step: [CallbackQueryHandler(peer.chosen)] for step in range(1, QUESTIONS + 1)
    }
    with warnings.catch_warnings():
        # It says that a press is not tied to one message, which is how we want it here.
        warnings.simplefilter("ignore")
        handler: ConversationHandler[ContextTypes.DEFAULT_TYPE] = ConversationHandler(
            [CommandHandler("start", peer.start)], states, [], name=NAME, persistent=True, allow_reentry=True
        )
    app.add_handler(handler)
    return app


@asynccontextmanager
async def conversation_peer(folder: Path, custom: Custom, groups: int) -> AsyncIterator[ConversationPeer]:
    """The bot over an empty folder, as it is after `initialize`."""
    rows = RowPersistence(folder / "peer.db")
    try:
        peer = ConversationPeer(custom, rows, Nowhere(), groups)
        async with peer.app:
            yield peer
    finally:
        rows.close()
