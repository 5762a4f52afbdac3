"""Reads raw updates of the Bot API: what somebody did becomes an Inbound; what is malformed raises nothing.

It takes texts, presses, edits and blocks from private chats; of a voice note, a photo or a file only that it
came. Groups are for leaving, and captions, names and phone numbers are not looked at.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.channels.telegram_text import whole
from bot.ports import Came, Inbound

CHANNEL = "telegram"
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates we ask for, and read."""

_START = re.compile(r"/start(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LARGEST = 2**53
_GROUPS = frozenset({"group", "supergroup", "channel"})
_IN_GROUP = frozenset({"member", "administrator", "restricted"})
_SERVICE = {
    "chat_background_set", "chat_shared", "checklist_tasks_added", "checklist_tasks_done",
    "connected_website", "forum_topic_closed", "forum_topic_created", "forum_topic_edited",
    "forum_topic_reopened", "gift", "gift_upgrade_sent", "managed_bot_created",
    "message_auto_delete_timer_changed", "paid_message_price_changed", "passport_data",
    "pinned_message", "poll_option_added", "poll_option_deleted", "refunded_payment",
    "successful_payment", "unique_gift", "users_shared", "web_app_data", "write_access_allowed",
}  # fmt: skip
"""What Telegram itself puts in a private chat; nobody said anything."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A press, and the id under which Telegram waits for a sign that it was seen."""

    inbound: Inbound
    press_id: str


@dataclass(frozen=True, slots=True)
class Leave:
    """We are in a group or channel, where nothing personal may be said."""

    chat: int


@dataclass(frozen=True, slots=True)
class Poison:
    """An update that cannot be read; `key` is its number if it has one."""

    key: int | None


Arrived = Inbound | Pressed | Leave | Poison | None
_Tree = dict[str, object]


class _WrongType(Exception):
    """A field is missing or has the wrong type; says nothing about what was in it."""


def key_of(raw: object) -> int | None:
    """The number of an update, if it has one."""
    try:
        return _number(_is_tree(raw), "update_id")
    except _WrongType:
        return None


def read(raw: object) -> Arrived:
    """What an update says; None for what we need not know. Never raises."""
    key = key_of(raw)
    if key is None:
        return Poison(None)
    try:
        update = _is_tree(raw)
        kind = next((kind for kind in ALLOWED if kind in update), None)
        return _READERS[kind](key, _tree(update, kind)) if kind else None
    except _WrongType:
        return Poison(key)


def _message(key: int, message: _Tree) -> Arrived:
    chat = _tree(message, "chat")
    if not _is_private(chat):
        return _leave(chat)
    if _is_a_bot(message) or not _SERVICE.isdisjoint(message):
        return None
    text = _clean(message, "text") if "text" in message and not _is_a_post(message) else ""
    opened = _START.fullmatch(text)
    if opened:
        payload = opened[1] or ""
        return _said(key, message, Came.OPEN, payload if _PAYLOAD.fullmatch(payload) else "")
    return _said(key, message, Came.TEXT if text else Came.OTHER, text)


def _edited(key: int, message: _Tree) -> Arrived:
    chat = _tree(message, "chat")
    if not _is_private(chat):
        return _leave(chat)
    if _is_a_bot(message) or _is_a_post(message) or "text" not in message:
        return None
    return _said(key, message, Came.EDIT, _clean(message, "text"))


def _press(key: int, query: _Tree) -> Arrived:
    person, press_id = _tree(query, "from"), _words(query, "id")
    if "data" not in query:
        return None  # the button of a game, which we never send
    message = _tree(query, "message") if "message" in query else {}
    chat = _tree(message, "chat") if message else person | {"type": "private"}
    if not _is_private(chat):
        return _leave(chat)
    # A date of 0 is a message that is too old to be changed.
    ref = _number(message, "message_id") if message.get("date") else None
    return Pressed(
        Inbound(CHANNEL, key, _address(chat), Came.PRESS, data=_clean(query, "data"), ref=ref), press_id
    )


def _membership(key: int, change: _Tree) -> Arrived:
    chat = _tree(change, "chat")
    status = _words(_tree(change, "new_chat_member"), "status")
    if not _is_private(chat):
        return _leave(chat) if status in _IN_GROUP else None
    came = {"kicked": Came.BLOCKED, "member": Came.UNBLOCKED}.get(status)
    return Inbound(CHANNEL, key, _address(chat), came) if came else None


_READERS: dict[str, Callable[[int, _Tree], Arrived]] = {
    "message": _message,
    "edited_message": _edited,
    "callback_query": _press,
    "my_chat_member": _membership,
}


def _said(key: int, message: _Tree, came: Came, text: str) -> Inbound:
    address, ref = _address(_tree(message, "chat")), _number(message, "message_id")
    return Inbound(CHANNEL, key, address, came, text=text, ref=ref, sent=_number(message, "date"))


def _is_private(chat: _Tree) -> bool:
    return _words(chat, "type") == "private"


def _leave(chat: _Tree) -> Leave | None:
    return Leave(_number(chat, "id", below_zero=True)) if _words(chat, "type") in _GROUPS else None


def _address(chat: _Tree) -> str:
    return str(_number(chat, "id"))


def _is_a_bot(message: _Tree) -> bool:
    sender = _tree(message, "from") if "from" in message else {}
    return sender.get("is_bot") is True


def _is_a_post(message: _Tree) -> bool:
    """Passed on from a channel: not the person's own words."""
    origin = _tree(message, "forward_origin") if "forward_origin" in message else {}
    return origin.get("type") == "channel"


def _clean(tree: _Tree, name: str) -> str:
    return whole(_words(tree, name)).replace("\0", "")


def _words(tree: _Tree, name: str) -> str:
    value = tree.get(name)
    if not isinstance(value, str):
        raise _WrongType
    return value


def _number(tree: _Tree, name: str, *, below_zero: bool = False) -> int:
    value = tree.get(name)
    # True is an int in Python, and a number over 53 bits is no id of Telegram and would not fit the store.
    if type(value) is not int or not (-_LARGEST if below_zero else 0) <= value < _LARGEST:
        raise _WrongType
    return value


def _tree(tree: _Tree, name: str) -> _Tree:
    return _is_tree(tree.get(name))


def _is_tree(value: object) -> _Tree:
    if not isinstance(value, dict):
        raise _WrongType
    return value
