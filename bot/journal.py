"""The log: an allow-list of event codes and figures. What is not on the list cannot be written down.

A line is: time, event, short keyed id of the person, milliseconds, outcome, build. Records of other libraries
are cut down to their name and level, because they may hold a token or what somebody wrote.
"""

import logging
import re
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from bot import __version__

ROUTINE = frozenset({"started", "stopped", "sent", "seen-before", "webhook-removed"})
"""Events that say that all is well; the others are warnings."""
EVENTS = ROUTINE | {
    "crashed", "not-sent", "not-told", "not-handled", "cannot-open", "store-trouble", "receive-trouble",
    "poll-trouble", "poison-update", "second-poller", "bad-token", "press-unanswered", "group-not-left",
    "profile-trouble", "webhook-stays",
}  # fmt: skip
_OUTCOME = re.compile(r"[A-Za-z0-9_.:@-]{0,100}")
_LOG = logging.getLogger("ruggespraak")


class LogJournal:
    """Writes events to the log; `short_id` turns a person into a short keyed id."""

    def __init__(self, short_id: Callable[[bytes], str]) -> None:
        self._short_id = short_id

    def note(self, event: str, *, person: bytes | None = None, ms: float = 0.0, outcome: str = "") -> None:
        """Write one line; AssertionError for what is not on the list."""
        assert event in EVENTS, "an event that is not on the list"
        assert _OUTCOME.fullmatch(outcome), "an outcome is a code"
        who = self._short_id(person) if person is not None else "-"
        level = logging.INFO if event in ROUTINE else logging.WARNING
        _LOG.log(level, "%s person=%s ms=%.1f outcome=%s", event, who, ms, outcome or "-")


class _Lines(logging.Formatter):
    """Own records as they are, those of others without their words."""

    def format(self, record: logging.LogRecord) -> str:
        words = f"foreign name={record.name} level={record.levelname}"
        if record.name == _LOG.name:
            words = record.getMessage()
        return f"{self.formatTime(record, '%Y-%m-%dT%H:%M:%S%z')} event={words} build={__version__}"


def open_log(level: str) -> None:
    """Send all logging of the process through the allow-list, to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    logging.basicConfig(
        handlers=[handler], level=max(logging.WARNING, logging.getLevelName(level)), force=True
    )
    _LOG.setLevel(level)
    logging.captureWarnings(capture=True)
    sys.excepthook = _without_words


def _without_words(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """The last words of a crash: what kind, and which lines; never the text of the error."""
    if issubclass(kind, KeyboardInterrupt):
        return
    places = "<".join(f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(trace)[:-5:-1])
    _LOG.critical("crashed person=- ms=0.0 outcome=%s", f"{kind.__qualname__}@{places}")
