"""What Telegram shows of the bot before anybody says a word: commands, descriptions and the menu button.

Telegram limits these calls hard, so each is made only where something differs.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial

from telegram import Bot, BotCommand, MenuButtonCommands
from telegram.constants import MenuButtonType

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_errors import delivery_error
from bot.ports import Journal

LANGUAGES = (None, "nl")
"""None is what people with any other language see."""
_Step = Callable[[], Awaitable[None]]


async def introduce(
    channel: TelegramChannel,
    commands: Sequence[tuple[str, str]],
    description: str,
    short: str,
    journal: Journal,
) -> None:
    """Set the commands (name, explanation), the description (512 code points) and the short one (120).

    Raises nothing: what fails is noted by code and stays as it was until the next start.
    """
    for step in _steps(channel.bot, tuple(commands), description, short):
        try:
            await step()
        except Exception as error:  # nothing about the profile is worth a bot that does not start
            failure = delivery_error(error)
            journal.note("profile-trouble", outcome=failure.code)
            if failure.outcome != "never":
                return


def _steps(bot: Bot, commands: tuple[tuple[str, str], ...], description: str, short: str) -> Iterator[_Step]:
    for language in LANGUAGES:
        yield partial(_commands, bot, commands, language)
        yield partial(_description, bot, description, language)
        yield partial(_short_description, bot, short, language)
    yield partial(_menu_button, bot)


async def _commands(bot: Bot, wanted: tuple[tuple[str, str], ...], language: str | None) -> None:
    now = await bot.get_my_commands(language_code=language)
    if tuple((one.command, one.description) for one in now) != wanted:
        await bot.set_my_commands([BotCommand(*one) for one in wanted], language_code=language)


async def _description(bot: Bot, wanted: str, language: str | None) -> None:
    if (await bot.get_my_description(language)).description != wanted:
        await bot.set_my_description(wanted, language)


async def _short_description(bot: Bot, wanted: str, language: str | None) -> None:
    if (await bot.get_my_short_description(language)).short_description != wanted:
        await bot.set_my_short_description(wanted, language)


async def _menu_button(bot: Bot) -> None:
    if (await bot.get_chat_menu_button()).type != MenuButtonType.COMMANDS:
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
