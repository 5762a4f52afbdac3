"""The Bot API methods about the bot itself: who it is, commands, profile texts, menu button, webhook."""

import json
from typing import Any

from . import rules
from .methods import Method, chat_of
from .params import Params
from .refusal import RefusalError, Tree
from .world import World

TEXTS = {
    "name": ("Name", 64),
    "description": ("Description", 512),
    "short_description": ("ShortDescription", 120),
}


def get_me(world: World, params: Params) -> Tree:
    """getMe."""
    abilities: Tree = {"can_join_groups": False, "can_read_all_group_messages": False}
    return world.me | abilities | {"supports_inline_queries": False}


def set_my_commands(world: World, params: Params) -> bool:
    """setMyCommands; an empty list is the same as deleting."""
    key = _command_key(params)
    world.profile.commands[key] = rules.check_commands(params.tree("commands"))
    return True


def get_my_commands(world: World, params: Params) -> list[Tree]:
    """getMyCommands for exactly this scope and language."""
    return world.profile.commands.get(_command_key(params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    """deleteMyCommands."""
    world.profile.commands.pop(_command_key(params), None)
    return True


def set_chat_menu_button(world: World, params: Params) -> bool:
    """setChatMenuButton of one private chat, or of all if no chat is named."""
    chat_id = chat_of(world, params).id if "chat_id" in params else 0
    world.profile.menus[chat_id] = rules.check_menu_button(params.tree("menu_button"))
    return True


def get_chat_menu_button(world: World, params: Params) -> Tree:
    """getChatMenuButton; a chat without its own has the general one."""
    chat_id = chat_of(world, params).id if "chat_id" in params else 0
    menus = world.profile.menus
    return menus.get(chat_id) or menus.get(0) or {"type": "commands"}


def set_webhook(world: World, params: Params) -> bool:
    """setWebhook; the double only remembers it, so that getUpdates is refused."""
    url = params.text("url")
    rules.check_webhook(url, params.text("secret_token"))
    _allow(world, params)
    if params.flag("drop_pending_updates"):
        world.arrivals.forget_all()
    world.profile.webhook = url
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """deleteWebhook."""
    if params.flag("drop_pending_updates"):
        world.arrivals.forget_all()
    world.profile.webhook = ""
    return True


def get_webhook_info(world: World, params: Params) -> Tree:
    """getWebhookInfo."""
    waiting = len(world.arrivals.waiting())
    return {"url": world.profile.webhook, "has_custom_certificate": False, "pending_update_count": waiting}


def _allow(world: World, params: Params) -> None:
    kinds = params.tree("allowed_updates")
    if kinds is not None:
        world.arrivals.allow(kinds)


def _command_key(params: Params) -> tuple[str, str]:
    language = params.text("language_code")
    rules.check_language(language)
    return json.dumps(rules.check_scope(params.tree("scope")), sort_keys=True), language


def _setter(field: str, most: int) -> Method:
    def set_text(world: World, params: Params) -> bool:
        language = params.text("language_code")
        rules.check_language(language)
        world.profile.texts[field, language] = rules.check_length(
            field.replace("_", " "), params.text(field), most
        )
        return True

    return set_text


def _getter(field: str) -> Method:
    def get_text(world: World, params: Params) -> dict[str, Any]:
        language = params.text("language_code")
        rules.check_language(language)
        given = world.me["first_name"] if field == "name" else ""
        return {field: world.profile.texts.get((field, language)) or given}

    return get_text


def check_polling(world: World) -> None:
    """Refuse getUpdates while a webhook is set."""
    if world.profile.webhook:
        reason = "can't use getUpdates method while webhook is active"
        raise RefusalError(409, f"Conflict: {reason}; use deleteWebhook to delete the webhook first")


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    **{f"setMy{name}": _setter(field, most) for field, (name, most) in TEXTS.items()},
    **{f"getMy{name}": _getter(field) for field, (name, _) in TEXTS.items()},
}
