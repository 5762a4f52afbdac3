"""What Telegram refuses in keyboards; stricter where Telegram silently cuts buttons away."""

import json
import re
from typing import Any

from .refusal import RefusalError, Tree, bad

MAX_PER_ROW = 8
MAX_BUTTONS = 100
MAX_BYTES = 10_000
KEYBOARDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
BUTTON_ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text", "pay",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game",
}  # fmt: skip


def check_markup(markup: Any) -> tuple[Tree | None, Tree | None]:
    """The markup as (inline keyboard, other keyboard), None for what is absent; refuses the invalid."""
    if markup is None:
        return None, None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    kind = next((name for name in KEYBOARDS if name in markup), "")
    if not kind:
        return None, None
    if len(json.dumps(markup, ensure_ascii=False).encode()) > MAX_BYTES:
        raise bad("reply markup is too long")
    if kind == "inline_keyboard":
        rows = _checked_rows(markup[kind], "InlineKeyboardMarkup", kind)
        for button in (button for row in rows for button in row):
            _check_inline(button)
        return ({"inline_keyboard": rows} if rows else None), None
    return None, _checked_other(kind, markup)


def check_inline(markup: Any) -> Tree | None:
    """The inline keyboard of an edit; any other keyboard is refused."""
    inline, other = check_markup(markup)
    if other is not None:
        raise bad("inline keyboard expected")
    return inline


def labels(markup: Tree | None) -> list[str]:
    """The button texts of an inline or reply keyboard, in reading order."""
    rows = (markup or {}).get("inline_keyboard") or (markup or {}).get("keyboard") or []
    return [button if isinstance(button, str) else button["text"] for row in rows for button in row]


def _checked_other(kind: str, markup: Tree) -> Tree:
    if kind == "keyboard":
        rows = _checked_rows(markup[kind], "ReplyKeyboardMarkup", kind)
        for label in labels({kind: rows}):
            if not label.strip():
                raise bad("keyboard button text must be non-empty")
    elif markup[kind] is not True:
        raise bad(f'field "{kind}" must be true')
    hint = markup.get("input_field_placeholder")
    if hint is not None and not 1 <= len(hint) <= 64:
        raise bad("input field placeholder must have 1 to 64 characters")
    return markup


def _checked_rows(rows: Any, name: str, field: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad(f'field "{field}" of the {name} must be an Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{field}" of the {name} must be an Array of Arrays')
    # Telegram cuts rows at 12 and the whole at 300 without a word; a button that vanishes is a defect.
    if any(len(row) > MAX_PER_ROW for row in rows) or sum(map(len, rows)) > MAX_BUTTONS:
        raise bad("reply markup is too long")
    return [row for row in rows if row]


def _check_inline(button: Any) -> None:
    if not isinstance(button, dict):
        raise _unparsed("expected an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise _unparsed('field "text" must be a non-empty String')
    actions = BUTTON_ACTIONS & button.keys()
    if not actions:
        raise _unparsed("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unparsed("exactly one action expected")
    _check_action(actions.pop(), button)


def _check_action(action: str, button: Tree) -> None:
    value = button[action]
    if action == "callback_data" and not (isinstance(value, str) and 1 <= len(value.encode()) <= 64):
        raise bad("BUTTON_DATA_INVALID")
    if action == "url" and not re.fullmatch(r"(?:https?://)?[^/\s:]+\.\S+|(?:tg|tel):\S+", str(value)):
        raise bad("BUTTON_URL_INVALID")
    if action == "web_app" and not str((value or {}).get("url", "")).startswith("https://"):
        raise bad("BUTTON_URL_INVALID")
    if action == "copy_text" and not 1 <= len((value or {}).get("text", "")) <= 256:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def _unparsed(reason: str) -> RefusalError:
    return bad(f"can't parse inline keyboard button: {reason}")
