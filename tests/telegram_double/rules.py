"""What Telegram refuses in texts, commands, profile lines, reactions and webhooks: pure functions."""

import re
from typing import Any
from urllib.parse import urlsplit

from .entities import cleaned, parse_html, trimmed
from .refusal import Tree, bad

MAX_TEXT = 4096
MAX_RAW_BYTES = 32_768
MAX_AGE_TO_DELETE = 48 * 3600
SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat",
    "chat_administrators", "chat_member",
}  # fmt: skip
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
_EMOJI = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 "
    "🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 "
    "🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡 "
)
REACTIONS = frozenset(_EMOJI.split())
INVISIBLE = re.compile(r"[\s\u00ad\u180e\u200b-\u200f\u2060\u2800\u3164\ufe0e\ufe0f\ufeff\ufffc]*")


def formatted(raw: str, parse_mode: str = "", entities: Any = None) -> tuple[str, list[Tree]]:
    """The text and entities Telegram keeps of `raw`; refuses the empty, the too long and the unparsable."""
    if not raw:
        raise bad("message text is empty")
    if len(raw.encode()) > MAX_RAW_BYTES:
        raise bad("text is too long")
    if parse_mode and parse_mode.lower() != "html":
        # Telegram knows Markdown too; this bot must not use it, so the double does not learn it.
        raise bad("unsupported parse_mode")
    plain, found = parse_html(raw) if parse_mode else (cleaned(raw), list(entities or []))
    text, kept = trimmed(plain, found)
    if INVISIBLE.fullmatch(text):
        raise bad("message text is empty")
    if len(text) > MAX_TEXT:
        raise bad("message is too long")
    return text, kept


def check_language(code: str) -> None:
    """Refuse a language code that is neither empty nor two lower case letters."""
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad("invalid language code specified")


def check_scope(scope: Any) -> Tree:
    """The scope of a command list, the default one if None."""
    if scope is None:
        return {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad("can't parse BotCommandScope: unsupported type specified")
    return scope


def check_commands(commands: Any) -> list[Tree]:
    """The command list, or the refusal: at most 100, names 1-32 of a-z0-9_, descriptions 1-256."""
    if not isinstance(commands, list):
        raise bad("can't parse commands JSON array")
    if len(commands) > 100:
        raise bad("there are too many commands in the list")
    return [_checked_command(command) for command in commands]


def _checked_command(command: Any) -> Tree:
    name = command.get("command") if isinstance(command, dict) else None
    about = command.get("description") if isinstance(command, dict) else None
    if not isinstance(name, str) or not isinstance(about, str):
        raise bad("can't parse BotCommand: field must be of type String")
    if not name:
        raise bad("command can't be empty")
    if len(name) > 32:
        raise bad("command length must not exceed 32")
    if not re.fullmatch(r"[a-z0-9_]+", name):
        raise bad("BOT_COMMAND_INVALID")
    if not about.strip():
        raise bad("command description can't be empty")
    if len(about) > 256:
        raise bad("command description length must not exceed 256")
    return {"command": name, "description": about.strip()}


def check_length(what: str, text: str, most: int) -> str:
    """`text` if it has at most `most` code points, else the refusal that names `what`."""
    if len(text) > most:
        raise bad(f"{what} is too long")
    return text


def check_menu_button(button: Any) -> Tree:
    """A menu button of type default, commands or web_app; None means default."""
    if button is None:
        return {"type": "default"}
    kind = button.get("type") if isinstance(button, dict) else None
    if kind not in {"default", "commands", "web_app"}:
        raise bad("can't parse MenuButton: unsupported type specified")
    app = button.get("web_app") or {}
    if kind == "web_app" and not (button.get("text") and str(app.get("url", "")).startswith("https://")):
        raise bad("BUTTON_URL_INVALID")
    return dict(button)


def check_reaction(reaction: Any) -> str:
    """The single emoji of a bot's reaction, empty to remove it."""
    if not reaction:
        return ""
    if not isinstance(reaction, list) or not isinstance(reaction[0], dict):
        raise bad("can't parse reaction types JSON object")
    if len(reaction) > 1:
        raise bad("REACTIONS_TOO_MANY")
    emoji = str(reaction[0].get("emoji", "")).replace("\ufe0f", "")
    if reaction[0].get("type") != "emoji" or emoji not in REACTIONS:
        raise bad("REACTION_INVALID")
    return emoji


def check_action(action: str) -> None:
    """Refuse an unknown chat action."""
    if action not in ACTIONS:
        raise bad("wrong parameter action in request")


def check_webhook(url: str, secret: str) -> None:
    """Refuse a webhook that Telegram would not call; an empty url removes the webhook."""
    if not url:
        return
    parts = urlsplit(url)
    if parts.scheme != "https":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in {80, 88, 443, 8443}:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if len(secret) > 256:
        raise bad("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad("secret token contains unallowed characters")
