"""The Telegram door: sends what the outbox holds, through the Bot API.

python-telegram-bot is a typed client here and nothing else; its errors may hold texts and the token, so none
of them gets past this room.
"""

import logging
import os
from types import TracebackType
from typing import Self

from telegram import Bot, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, InvalidToken
from telegram.request import HTTPXRequest

from bot.channels.telegram_errors import delivery_error, refusal
from bot.channels.telegram_inbound import CHANNEL
from bot.channels.telegram_raw import RawUpdates
from bot.channels.telegram_text import as_html, keyboard
from bot.core.errors import DeliveryError
from bot.ports import Journal, Outbound, Sort

KEPT = "✍"
"""The reaction on an answer that was kept."""
PACE = 1.0
"""Seconds between two messages to one chat, as Telegram asks."""
CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 10.0
_AT_ONCE = 32
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_EXTRAS = (Sort.MARK, Sort.CHANGE, Sort.ERASE)
_DONE = {Sort.CHANGE: "not-modified", Sort.ERASE: "already-gone"}
"""Refusals that say that what we wanted is already so."""


def quiet() -> None:
    """Keep what people write and the token out of the logs of the libraries we stand on."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # It logs what it cannot read as ERROR and CRITICAL, with the words in it; we get the exception anyway.
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
    # Without it every wait that Telegram asks for brings a deprecation warning.
    os.environ.setdefault("PTB_TIMEDELTA", "1")


class TelegramChannel:
    """The door to one bot; usable between `start` and `stop`, or in an `async with`.

    `root` is the address of the Bot API server, without the token. Starting asks Telegram nothing, so a bot
    can start while Telegram cannot be reached; a token that is refused shows at the first poll.
    """

    name = CHANNEL
    pace = PACE

    def __init__(self, token: str, root: str) -> None:
        quiet()
        self.updates = RawUpdates(1, ANSWER_SECONDS, ANSWER_SECONDS, CONNECT_SECONDS, CONNECT_SECONDS)
        self._line = HTTPXRequest(_AT_ONCE, ANSWER_SECONDS, ANSWER_SECONDS, CONNECT_SECONDS, CONNECT_SECONDS)
        url = f"{root.rstrip('/')}/bot"
        self.bot = Bot(token, url, request=self._line, get_updates_request=self.updates)

    async def start(self) -> None:
        """Open the lines."""
        await self._line.initialize()
        await self.updates.initialize()

    async def stop(self) -> None:
        """Close the lines."""
        await self._line.shutdown()
        await self.updates.shutdown()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def send(self, address: str, outbound: Outbound) -> int | None:
        """Do what the row asks; returns the number of a message that is new. Raises DeliveryError."""
        try:
            return await self._send(address, outbound)
        except BadRequest as error:
            if refusal(error) == _DONE.get(outbound.sort):
                return None
            failure = delivery_error(error)
        except InvalidToken as error:
            # Said of a method too that a Bot API server of some age does not know; that must not hold up the
            # questions, and a token that is really refused shows at the next of those.
            extra = outbound.sort in _EXTRAS
            failure = DeliveryError("never", "not-known") if extra else delivery_error(error)
        except AssertionError:
            raise
        except Exception as error:  # an answer that cannot be read fails in ways the library does not name
            failure = delivery_error(error)
        # Raised out here, the library's error does not hang on it as its context.
        raise failure

    async def answer_press(self, press_id: str, journal: Journal) -> None:
        """Take the waiting sign off a button, if it can still be done."""
        try:
            await self.bot.answer_callback_query(press_id)
        except Exception as error:  # best effort
            journal.note("press-unanswered", outcome=delivery_error(error).code)

    async def leave(self, chat: int, journal: Journal) -> None:
        """Go out of a group or channel without a word, if it can be done."""
        try:
            await self.bot.leave_chat(chat)
        except Exception as error:  # best effort
            journal.note("group-not-left", outcome=delivery_error(error).code)

    async def _send(self, address: str, outbound: Outbound) -> int | None:
        match outbound.sort:
            case Sort.TEXT | Sort.QUESTION | Sort.REMINDER:
                return await self._say(address, outbound)
            case Sort.MARK:
                await self.bot.set_message_reaction(address, _target(outbound), KEPT)
            case Sort.CHANGE:
                await self.bot.edit_message_reply_markup(
                    address, _target(outbound), reply_markup=keyboard(outbound.rows)
                )
            case Sort.ERASE:
                await self.bot.delete_message(address, _target(outbound))
            case Sort.TICK:
                raise AssertionError("an alarm is not for a channel")
        return None

    async def _say(self, address: str, outbound: Outbound) -> int:
        said = await self.bot.send_message(
            address,
            as_html(outbound.body),
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
            reply_markup=keyboard(outbound.rows),
        )
        return said.message_id


def _target(outbound: Outbound) -> int:
    assert outbound.target is not None, "a row about a message must say which"
    return outbound.target
