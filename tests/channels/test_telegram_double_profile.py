"""The Bot API double keeps the bot's profile and refuses profile lines that Telegram refuses."""

from typing import Any

import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, MenuButtonCommands
from telegram.error import BadRequest

from tests.telegram_double import BotApiDouble, Person

from .telegram_line import bot, double, refusal, user

__all__ = ["bot", "double", "user"]


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ([{"command": "a", "description": "x"}] * 101, "there are too many commands in the list"),
        ([{"command": "", "description": "x"}], "command can't be empty"),
        ([{"command": "a" * 33, "description": "x"}], "command length must not exceed 32"),
        ([{"command": "Stop", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "mijn-naam", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a", "description": " "}], "command description can't be empty"),
        ([{"command": "a", "description": "x" * 257}], "command description length must not exceed 256"),
        ([{"command": "a"}], "can't parse BotCommand: field must be of type String"),
        ("stop", "can't parse commands JSON object"),
        ({"command": "a"}, "can't parse commands JSON array"),
    ],
)
async def test_impossible_commands_are_refused(double: BotApiDouble, commands: Any, reason: str) -> None:
    assert await refusal(double, "setMyCommands", commands=commands) == f"400 Bad Request: {reason}"


async def test_a_language_is_two_letters_or_empty(double: BotApiDouble) -> None:
    for method in ("setMyCommands", "setMyDescription", "getMyName"):
        answer = await refusal(double, method, commands=[], language_code="nl-NL")
        assert answer == "400 Bad Request: invalid language code specified"


async def test_an_unknown_scope_is_refused(double: BotApiDouble) -> None:
    answer = await refusal(double, "getMyCommands", scope={"type": "everybody"})
    assert answer == "400 Bad Request: can't parse BotCommandScope: unsupported type specified"


async def test_commands_are_kept_per_scope_and_language(bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("stop", "Stoppen")], language_code="nl")
    assert await bot.get_my_commands(language_code="nl") == (BotCommand("stop", "Stoppen"),)
    assert await bot.get_my_commands() == ()
    assert await bot.get_my_commands(BotCommandScopeAllPrivateChats(), "nl") == ()
    await bot.delete_my_commands(language_code="nl")
    assert await bot.get_my_commands(language_code="nl") == ()


async def test_profile_texts_have_their_lengths(bot: Bot) -> None:
    await bot.set_my_description("x" * 512, "nl")
    await bot.set_my_short_description("y" * 120)
    await bot.set_my_name("z" * 64)
    assert (await bot.get_my_description("nl")).description == "x" * 512
    assert (await bot.get_my_short_description()).short_description == "y" * 120
    assert (await bot.get_my_name()).name == "z" * 64
    for call in (
        bot.set_my_description("x" * 513), bot.set_my_short_description("y" * 121), bot.set_my_name("z" * 65)
    ):  # fmt: skip
        with pytest.raises(BadRequest, match="is too long"):
            await call


async def test_the_menu_button_is_kept_per_chat_with_a_general_one(bot: Bot, user: Person) -> None:
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert await bot.get_chat_menu_button(user.id) == MenuButtonCommands()


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"type": "rocket"}, "can't parse MenuButton: unsupported type specified"),
        ({"type": "web_app", "text": "x", "web_app": {"url": "http://a.nl"}}, "BUTTON_URL_INVALID"),
    ],
)
async def test_an_impossible_menu_button_is_refused(double: BotApiDouble, button: Any, reason: str) -> None:
    assert await refusal(double, "setChatMenuButton", menu_button=button) == f"400 Bad Request: {reason}"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"url": "http://a.nl/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://a.nl:8080/hook"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "https://a.nl", "secret_token": "é"}, "secret token contains unallowed characters"),
        ({"url": "https://a.nl", "secret_token": "x" * 257}, "secret token is too long"),
    ],
)
async def test_a_webhook_telegram_would_not_call_is_refused(
    double: BotApiDouble, given: Any, reason: str
) -> None:
    assert await refusal(double, "setWebhook", **given) == f"400 Bad Request: {reason}"


async def test_the_bot_knows_itself_and_its_chats(bot: Bot, double: BotApiDouble, user: Person) -> None:
    assert (await bot.get_me()).id == int(double.token.split(":")[0])
    assert (await bot.get_chat(user.id)).type == "private"
    assert await bot.send_chat_action(user.id, "typing")
    with pytest.raises(BadRequest, match="Wrong parameter action"):
        await bot.send_chat_action(user.id, "dancing")
    with pytest.raises(BadRequest, match="can't be changed in private chats"):
        await bot.leave_chat(user.id)
