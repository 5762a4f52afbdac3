"""Every error of the Bot API client means one thing for a send, and says nothing of what was sent."""

from datetime import timedelta

import pytest
from telegram import error as library
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.channels.telegram_errors import delivery_error, refusal, seconds

SECRET = "700000:AA-geheim <b>over J.</b>"


class ConnectError(Exception):
    """Stands for the HTTP client's error of the same name."""


class ConnectTimeout(ConnectError):
    """The same, after waiting."""


class PoolTimeout(ConnectError):
    """No free line to wait for."""


class ReadTimeout(ConnectError):
    """Sent, and no answer."""


EVERY = {
    "BadRequest": (library.BadRequest(SECRET), "never", "400", 0),
    "ChatMigrated": (library.ChatMigrated(-100), "never", "migrated", 0),
    "Conflict": (library.Conflict(SECRET), "later", "409", 5),
    "EndPointNotFound": (library.EndPointNotFound(SECRET), "later", "token", 60),
    "Forbidden": (library.Forbidden(SECRET), "blocked", "403", 0),
    "InvalidToken": (library.InvalidToken(SECRET), "later", "token", 60),
    "NetworkError": (library.NetworkError(SECRET), "unknown", "network", 0),
    "PassportDecryptionError": (library.PassportDecryptionError(SECRET), "unknown", "other", 0),
    "TelegramError": (library.TelegramError(SECRET), "unknown", "other", 0),
    "TimedOut": (library.TimedOut(SECRET), "unknown", "timeout", 0),
}


@pytest.fixture(autouse=True)
def _new_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


def caused(error: NetworkError, cause: Exception) -> NetworkError:
    error.__cause__ = cause
    return error


def test_every_error_class_of_the_library_is_mapped() -> None:
    assert {*EVERY, "RetryAfter"} == set(library.__all__)


@pytest.mark.parametrize("name", EVERY)
def test_an_error_becomes_a_code_and_a_wait(name: str) -> None:
    given, outcome, code, wait = EVERY[name]
    found = delivery_error(given)
    assert (found.outcome, found.code, found.retry_in) == (outcome, code, wait)
    assert str(found) == f"{outcome}: {code}"


def test_a_429_says_how_long_to_wait_in_both_units_of_the_library() -> None:
    found = delivery_error(library.RetryAfter(timedelta(seconds=7)))
    assert (found.outcome, found.code, found.retry_in) == ("later", "429", 7.0)
    assert (seconds(7), seconds(timedelta(seconds=1.5))) == (7.0, 1.5)


@pytest.mark.parametrize("cause", [ConnectError(), ConnectTimeout(), PoolTimeout()])
@pytest.mark.parametrize("error", [TimedOut(), NetworkError(SECRET)])
def test_what_never_left_is_tried_again_soon(error: NetworkError, cause: Exception) -> None:
    found = delivery_error(caused(error, cause))
    assert (found.outcome, found.code, found.retry_in) == ("later", "connect", 1.0)


def test_what_may_have_arrived_is_unknown() -> None:
    assert delivery_error(caused(TimedOut(), ReadTimeout())).outcome == "unknown"
    assert delivery_error(caused(NetworkError(SECRET), ReadTimeout())).outcome == "unknown"
    assert delivery_error(KeyError(SECRET)).outcome == "unknown"


@pytest.mark.parametrize(
    ("said", "outcome", "code"),
    [
        ("Bad Request: chat not found", "blocked", "chat-not-found"),
        ("Bad Request: message can't be deleted for everyone", "never", "too-old"),
        ("Bad Request: message to edit not found", "never", "gone"),
        ("Bad Request: message to react not found", "never", "gone"),
        ("Bad Request: message is too long", "never", "too-long"),
        ("Bad Request: BUTTON_DATA_INVALID", "never", "button"),
        ("Bad Request: REACTION_INVALID", "never", "reaction"),
        (f'Bad Request: can\'t parse entities: unsupported start tag "{SECRET}"', "never", "markup"),
        (f"Bad Request: something new about {SECRET}", "never", "400"),
    ],
)
def test_a_refusal_keeps_a_code_and_no_words(said: str, outcome: str, code: str) -> None:
    found = delivery_error(BadRequest(said))
    assert (found.outcome, found.code) == (outcome, code)
    assert refusal(BadRequest(said)) == code


def test_every_named_class_is_an_error_of_the_library() -> None:
    assert all(issubclass(getattr(library, name), TelegramError) for name in library.__all__)
