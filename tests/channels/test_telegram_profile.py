"""The bot shows its commands and its promise in Telegram, and sets them only when they differ."""

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_profile import introduce
from tests.telegram_double import BotApiDouble

from .telegram_door import Notes, channel, double, notes
from .telegram_line import ask

__all__ = ["channel", "double", "notes"]
COMMANDS = [("menu", "Kies een gesprek"), ("privacy", "Wat er met je woorden gebeurt")]


def settings(double: BotApiDouble) -> list[str]:
    return [call.method for call in double.calls if call.method.startswith("set")]


async def test_commands_and_descriptions_are_set_in_dutch_and_for_everybody(
    channel: TelegramChannel, double: BotApiDouble, notes: Notes
) -> None:
    await introduce(channel, COMMANDS, "Een lange uitleg", "Kort", notes)
    shown = [{"command": name, "description": text} for name, text in COMMANDS]
    for language in ({}, {"language_code": "nl"}):
        for method, wanted in [
            ("getMyCommands", shown),
            ("getMyDescription", {"description": "Een lange uitleg"}),
            ("getMyShortDescription", {"short_description": "Kort"}),
        ]:
            _, body = await ask(double, method, **language)
            assert body["result"] == wanted
    assert notes.lines == []
    assert double.refused == []


async def test_the_second_time_nothing_is_set(
    channel: TelegramChannel, double: BotApiDouble, notes: Notes
) -> None:
    await introduce(channel, COMMANDS, "Uitleg", "Kort", notes)
    before = settings(double)
    await introduce(channel, COMMANDS, "Uitleg", "Kort", notes)
    assert settings(double) == before
    await introduce(channel, COMMANDS[:1], "Uitleg", "Korter", notes)
    assert settings(double)[len(before) :] == ["setMyCommands", "setMyShortDescription"] * 2


async def test_the_menu_button_becomes_the_list_of_commands(
    channel: TelegramChannel, double: BotApiDouble, notes: Notes
) -> None:
    await ask(double, "setChatMenuButton", menu_button={"type": "default"})
    await introduce(channel, COMMANDS, "", "", notes)
    _, body = await ask(double, "getChatMenuButton")
    assert body["result"] == {"type": "commands"}


async def test_what_is_refused_is_noted_and_the_rest_is_set(
    channel: TelegramChannel, double: BotApiDouble, notes: Notes
) -> None:
    await introduce(channel, [("Geen Commando", "x")], "Uitleg", "x" * 121, notes)
    assert notes.lines == [("profile-trouble", "400"), ("profile-trouble", "too-long")] * 2
    _, body = await ask(double, "getMyDescription", language_code="nl")
    assert body["result"] == {"description": "Uitleg"}


async def test_without_a_line_it_gives_up_at_once(
    channel: TelegramChannel, double: BotApiDouble, notes: Notes
) -> None:
    double.faults.set("other", drop_request=1.0)
    await introduce(channel, COMMANDS, "Uitleg", "Kort", notes)
    assert notes.lines == [("profile-trouble", "network")]
