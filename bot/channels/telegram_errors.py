"""What an error of the Bot API means for a send; only codes of our own come out, never Telegram's words."""

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.core.errors import DeliveryError

TOKEN_WAIT = 60.0
"""Seconds until a send is tried again after the token was refused: somebody has to mend it."""
CONFLICT_WAIT = 5.0
CONNECT_WAIT = 1.0

# By name: which HTTP client is used is python-telegram-bot's own business.
_NOT_SENT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout"})
_REFUSALS = (
    ("chat not found", "chat-not-found"),
    ("peer_id_invalid", "chat-not-found"),
    ("message is not modified", "not-modified"),
    ("message to delete not found", "already-gone"),
    ("can't be deleted", "too-old"),
    ("message to edit not found", "gone"),
    ("message to react not found", "gone"),
    ("can't be edited", "not-editable"),
    ("text is empty", "empty"),
    ("too long", "too-long"),
    ("can't parse entities", "markup"),
    ("button", "button"),
    ("reaction", "reaction"),
    ("query is too old", "press-too-old"),
)


def delivery_error(error: Exception) -> DeliveryError:
    """What the sender may do about this error; it holds nothing of the error itself."""
    match error:
        case RetryAfter():
            return DeliveryError("later", "429", seconds(error.retry_after))
        case Forbidden():
            return DeliveryError("blocked", "403")
        case ChatMigrated():
            return DeliveryError("never", "migrated")
        case InvalidToken() | EndPointNotFound():
            return DeliveryError("later", "token", TOKEN_WAIT)
        case Conflict():
            return DeliveryError("later", "409", CONFLICT_WAIT)
        case BadRequest():
            return _refused(refusal(error))
        case NetworkError() if type(error.__cause__).__name__ in _NOT_SENT:
            return DeliveryError("later", "connect", CONNECT_WAIT)
        case TimedOut():
            return DeliveryError("unknown", "timeout")
        case NetworkError():
            return DeliveryError("unknown", "network")
        case _:
            return DeliveryError("unknown", "other")


def refusal(error: BadRequest) -> str:
    """A short code for a refusal; "400" for one we do not know."""
    said = error.message.casefold()
    return next((code for words, code in _REFUSALS if words in said), "400")


def seconds(wait: int | timedelta) -> float:
    """The seconds of retry_after, which is a number or a timedelta by the library's version and settings."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _refused(code: str) -> DeliveryError:
    return DeliveryError("blocked" if code == "chat-not-found" else "never", code)
