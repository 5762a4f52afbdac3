"""The log: what is not on the list cannot be written down."""

import logging
import sys
import warnings
from collections.abc import Iterator

import pytest

from bot.journal import EVENTS, LogJournal, open_log


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """What a test opens, it does not leave behind."""
    hook, root = sys.excepthook, logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)
    sys.excepthook = hook


def journal() -> LogJournal:
    return LogJournal(lambda person: person.hex()[:8])


def test_a_line_is_event_short_id_latency_outcome_and_build(capsys: pytest.CaptureFixture[str]) -> None:
    open_log("INFO")
    journal().note("sent", person=b"\xab\xcd\xef\x01\x02", ms=3.25, outcome="text")
    assert "event=sent person=abcdef01 ms=3.2 outcome=text build=" in capsys.readouterr().err


def test_who_asks_for_warnings_only_still_hears_of_trouble(capsys: pytest.CaptureFixture[str]) -> None:
    open_log("WARNING")
    journal().note("sent")
    journal().note("store-trouble")
    written = capsys.readouterr().err
    assert "event=store-trouble" in written
    assert "event=sent" not in written


@pytest.mark.parametrize("outcome", ["Het was een rotdag", "a\nb", "x" * 101, "naam@school nl", "é"])
def test_words_are_no_outcome(outcome: str) -> None:
    with pytest.raises(AssertionError) as refused:
        journal().note("sent", outcome=outcome)
    assert outcome not in str(refused.value)


def test_an_event_that_is_not_on_the_list_is_refused() -> None:
    assert "gelezen" not in EVENTS
    with pytest.raises(AssertionError):
        journal().note("gelezen")


@pytest.mark.filterwarnings("default")
def test_records_of_other_libraries_lose_their_words(capsys: pytest.CaptureFixture[str]) -> None:
    open_log("DEBUG")
    logging.getLogger("httpx").warning("GET https://x/bot%s/getMe", "123:geheim")
    try:
        raise KeyError("wat iemand schreef")
    except KeyError:
        logging.getLogger("asyncio").exception("it went wrong with %s", "wat iemand schreef")
    warnings.warn("wat iemand schreef", stacklevel=1)
    written = capsys.readouterr().err
    assert "geheim" not in written
    assert "schreef" not in written
    assert "event=foreign name=asyncio level=ERROR" in written
    assert "event=foreign name=py.warnings level=WARNING" in written


def test_the_last_words_of_a_crash_are_a_kind_and_places(capsys: pytest.CaptureFixture[str]) -> None:
    open_log("INFO")
    try:
        raise ValueError("wat iemand schreef")
    except ValueError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)
    written = capsys.readouterr().err
    assert "schreef" not in written
    assert "event=crashed person=- ms=0.0 outcome=ValueError@" in written
    assert "test_the_last_words_of_a_crash" in written
