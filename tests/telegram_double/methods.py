"""The Bot API methods that act in a chat: send, edit, delete, react, answer a press, leave."""

import json
import re
from collections.abc import Callable
from typing import Any

from . import rules
from .chats import Chat, Post
from .keyboards import check_inline, check_markup
from .params import Params
from .refusal import Tree, bad, forbidden
from .world import World

Method = Callable[[World, Params], Any]


def chat_of(world: World, params: Params) -> Chat:
    """The chat that is meant, or 400 if the bot never met it."""
    name = params.text("chat_id").strip()
    if not name:
        raise bad("chat_id is empty")
    chat = world.chats.get(int(name)) if re.fullmatch("-?[0-9]+", name) else None
    if chat is None or not chat.known:
        raise bad("chat not found")
    return chat


def open_chat(world: World, params: Params) -> Chat:
    """The chat that is meant if the bot may write in it, else 400 or 403."""
    chat = chat_of(world, params)
    if chat.kind == "group" and not chat.member:
        raise forbidden("bot is not a member of the group chat")
    if chat.kind == "private" and chat.deactivated:
        raise forbidden("user is deactivated")
    if chat.kind == "private" and not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    return chat


def send_message(world: World, params: Params) -> Tree:
    """sendMessage."""
    text, entities = _text_of(params)
    inline, keyboard = check_markup(params.tree("reply_markup"))
    chat = open_chat(world, params)
    replied = _replied(chat, params)
    post = chat.write("bot", world.me, world.clock.now(), text)
    post.entities, post.markup, post.keyboard = entities, inline, keyboard
    if params.flag("protect_content"):
        post.extra["has_protected_content"] = True
    world.records.sent(chat.id, post.message_id, text, inline or keyboard)
    chat.show(post)
    return post.as_json() | ({"reply_to_message": replied.as_json()} if replied else {})


def edit_message_text(world: World, params: Params) -> Tree:
    """editMessageText; without reply_markup the keyboard goes."""
    text, entities = _text_of(params)
    return _edit(world, params, text, entities)


def edit_message_reply_markup(world: World, params: Params) -> Tree:
    """editMessageReplyMarkup; without reply_markup the keyboard goes."""
    return _edit(world, params)


def delete_message(world: World, params: Params) -> bool:
    """deleteMessage: under 48 hours, both sides' messages in a private chat."""
    chat = chat_of(world, params)
    post = chat.find(params.number("message_id"))
    if post is None:
        raise bad("message to delete not found")
    _check_deletable(world, post)
    _delete(world, post)
    return True


def delete_messages(world: World, params: Params) -> bool:
    """deleteMessages: unknown ids are skipped, one that is too old fails the whole call."""
    chat, ids = chat_of(world, params), params.tree("message_ids")
    if not isinstance(ids, list) or not ids or not all(isinstance(one, int) for one in ids):
        raise bad("message identifiers are not specified")
    if len(ids) > 100:
        raise bad("too many message identifiers specified")
    posts = [post for post in map(chat.find, ids) if post]
    for post in posts:
        _check_deletable(world, post)
    for post in posts:
        _delete(world, post)
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    """answerCallbackQuery: once, in time, at most 200 characters."""
    text = params.text("text")
    if len(text) > 200:
        raise bad("MESSAGE_TOO_LONG")
    press = world.presses.get(params.text("callback_query_id"))
    tries = press.tries if press else 0
    if press:
        press.tries += 1
    if press is None or tries or world.clock.now() - press.made > world.press_seconds:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if text:
        press.chat.toasts.append(text)
    return True


def set_message_reaction(world: World, params: Params) -> bool:
    """setMessageReaction: one allowed emoji, or none, on an existing message."""
    emoji = rules.check_reaction(params.tree("reaction"))
    post = open_chat(world, params).find(params.number("message_id"))
    if post is None:
        raise bad("message to react not found")
    post.reaction = emoji
    world.records.note("reaction", chat=post.chat.id, message_id=post.message_id, emoji=emoji)
    post.chat.bell.ring()
    return True


def send_chat_action(world: World, params: Params) -> bool:
    """sendChatAction."""
    rules.check_action(params.text("action"))
    open_chat(world, params)
    return True


def leave_chat(world: World, params: Params) -> bool:
    """leaveChat: groups only; the bot hears of its own departure."""
    chat = open_chat(world, params)
    if chat.kind == "private":
        raise bad("chat member status can't be changed in private chats")
    chat.member = False
    change: Tree = {"chat": chat.as_json(), "from": world.me, "date": int(world.clock.now())}
    change["old_chat_member"] = {"status": "member", "user": world.me}
    change["new_chat_member"] = {"status": "left", "user": world.me}
    world.arrivals.put("my_chat_member", change, chat=chat.id)
    return True


def get_chat(world: World, params: Params) -> Tree:
    """getChat."""
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    full: Tree = {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    return chat_of(world, params).as_json() | full


def _text_of(params: Params) -> tuple[str, list[Tree]]:
    return rules.formatted(params.text("text"), params.text("parse_mode"), params.tree("entities"))


def _replied(chat: Chat, params: Params) -> Post | None:
    reply = params.tree("reply_parameters") or {}
    message_id = reply.get("message_id") or params.number("reply_to_message_id")
    post = chat.find(message_id)
    allowed = reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply")
    if message_id and post is None and not allowed:
        raise bad("message to be replied not found")
    return post


def _edit(world: World, params: Params, text: str | None = None, entities: list[Tree] | None = None) -> Tree:
    inline = check_inline(params.tree("reply_markup"))
    chat = open_chat(world, params)
    post = chat.find(params.number("message_id"))
    if post is None:
        raise bad("message to edit not found")
    if post.sender == "user" or post.keyboard:
        raise bad("message can't be edited")
    fresh = (post.text, post.entities) if text is None else (text, entities or [])
    if _content(*fresh, inline) == _content(post.text, post.entities, post.markup):
        reason = "specified new message content and reply markup are exactly the same"
        raise bad(f"message is not modified: {reason} as a current content and reply markup of the message")
    (post.text, post.entities), post.markup, post.edit_date = fresh, inline, world.clock.now()
    world.records.note("bot_edited", chat=chat.id, message_id=post.message_id, text=post.text)
    chat.show(post)
    return post.as_json()


def _content(text: str, entities: list[Tree], markup: Tree | None) -> str:
    return json.dumps([text, entities, markup], sort_keys=True)


def _check_deletable(world: World, post: Post) -> None:
    if post.sender == "user" and post.chat.kind == "group":
        raise bad("message can't be deleted")
    if world.clock.now() - post.date >= rules.MAX_AGE_TO_DELETE:
        raise bad("message can't be deleted for everyone")


def _delete(world: World, post: Post) -> None:
    post.deleted = True
    world.records.note("bot_deleted", chat=post.chat.id, message_id=post.message_id)
    post.chat.bell.ring()


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "answerCallbackQuery": answer_callback_query,
    "setMessageReaction": set_message_reaction,
    "sendChatAction": send_chat_action,
    "leaveChat": leave_chat,
    "getChat": get_chat,
}
