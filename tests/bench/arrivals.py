"""What Telegram answers to getUpdates when people press buttons or come in, as it comes over the line."""

import json
from collections.abc import Iterable
from typing import Any

from bot.service.pressing import carried
from tests.bench.script import KEYS, QUESTION

SENT = 1_795_000_000
BOT = {"id": 5_000_001, "is_bot": True, "first_name": "Ruggespraak", "username": "ruggespraak_bot"}
_Tree = dict[str, Any]


def batch(updates: Iterable[_Tree]) -> bytes:
    """The body of one answer."""
    return json.dumps({"ok": True, "result": list(updates)}, ensure_ascii=False).encode()


def pressed(key: int, person: int, session: int, turn: int) -> _Tree:
    """Somebody chooses the second of the choices of the question asked in `turn` of `session`."""
    data = [carried(session, turn, choice=choice) for choice in KEYS]
    return {
        "update_id": key,
        "callback_query": {
            "id": str(4_382_000_000_000_000_000 + key),
            "from": _user(person),
            "message": message(key, person, QUESTION, data) | {"from": BOT},
            "chat_instance": "-3788452034895743209",
            "data": data[1],
        },
    }


def opened(key: int, person: int, payload: str) -> _Tree:
    """Somebody presses Start behind a link with a payload."""
    said = message(key, person, f"/start {payload}") | {"from": _user(person)}
    return {
        "update_id": key,
        "message": said | {"entities": [{"type": "bot_command", "offset": 0, "length": 6}]},
    }


def message(number: int, chat: int, text: str, data: Iterable[str] = ()) -> _Tree:
    """A message in a private chat, with a button for each of `data`."""
    keyboard = [
        [{"text": key.capitalize(), "callback_data": one}] for key, one in zip(KEYS, data, strict=False)
    ]
    more: _Tree = {"reply_markup": {"inline_keyboard": keyboard}} if keyboard else {}
    chat_of = {"id": chat, "first_name": "P.", "type": "private"}
    return {"message_id": number, "chat": chat_of, "date": SENT, "text": text, **more}


def _user(person: int) -> _Tree:
    return {"id": person, "is_bot": False, "first_name": "P.", "language_code": "nl"}
