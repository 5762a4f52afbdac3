"""What people see, in Telegram's HTML: every word is escaped, and what Telegram refuses is left out."""

import html
import re
import unicodedata

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.core.text import Rich
from bot.ports import Button

NOTHING = "…"
"""Stands for a text without anything to see: Telegram refuses one, and then the person would get silence."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_BLANK = frozenset("\u034f\u115f\u1160\u2800\u3164\ufe0e\ufe0f\uffa0\ufffc")
_BLANK_KINDS = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})


def whole(text: str) -> str:
    """The text with every lone surrogate replaced, so that it can be encoded."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def as_html(body: Rich) -> str:
    """The body in the HTML of the Bot API; as many code points to see as went in, or fewer."""
    spans = [(style, _shown(words)) for style, words in body]
    if not any(_visible(char) for _, words in spans for char in words):
        return NOTHING
    return "".join(_span(style, words) for style, words in spans if words)


def keyboard(rows: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    """The buttons under a text; None for none, which takes the ones away that were there."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(_shown(one.label), callback_data=one.data) for one in row] for row in rows]
    )


def _span(style: str, words: str) -> str:
    safe = html.escape(words, quote=False)
    return f"<{style}>{safe}</{style}>" if style else safe


def _shown(words: str) -> str:
    return _CONTROL.sub("", whole(words).replace("\t", " "))


def _visible(char: str) -> bool:
    return char not in _BLANK and unicodedata.category(char) not in _BLANK_KINDS
