"""The books of a house that is closed: what the real vault and store say was kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.app import App, opened
from bot.core.given import Given
from bot.core.session import Session
from bot.service import sealing
from tests.home import Chat, Clock, Home, config
from tests.scripts import library

Log = dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]]
"""(dialogue, step) → (words, keys) of every visit, in order; skipped and had are keys in brackets."""


@contextmanager
def house(data: Path) -> Iterator[App]:
    """The house over a data folder, with nobody at the door."""
    with opened(config(data), library(), {}) as app:
        yield app


def sessions(app: App, chat: int) -> list[Session]:
    """All sessions of whoever is in this chat, the most recent first."""
    return Home(app, Chat(name="telegram"), Clock(), person=str(chat)).sessions()


def log_of(found: list[Session]) -> Log:
    """What these sessions hold, as plain values that can be compared."""
    kept: Log = {}
    for session in reversed(found):
        for (step, _), given in session.given.items():
            kept.setdefault((session.dialogue, step), []).append(_plain(given))
    return kept


def logbook(data: Path, chat: int) -> Log:
    """The logbook of whoever is in this chat."""
    with house(data) as app:
        return log_of(sessions(app, chat))


def everything(data: Path) -> str:
    """All that is sealed in the data file, opened: answers, sessions and what waits to be sent."""
    with house(data) as app, sqlite3.connect(data / "ruggespraak.db") as db:
        reader, vault = app.line.store.reader, app.desk.vault
        found: list[object] = []
        for (person,) in db.execute("SELECT id FROM people").fetchall():
            for row in reader.sessions(person):
                session = sealing.open_session(vault, row, reader.answers(row.id))
                assert len(session.given) == len(reader.answers(row.id)), "an entry nobody knows of"
                found.append((session, dict(session.given)))
        for (number,) in db.execute("SELECT id FROM outbox WHERE sort <> 'tick'").fetchall():
            waiting = reader.queued(number)
            assert waiting is not None, "it was there a moment ago"
            found.append(sealing.open_outbound(vault, waiting).body)
    db.close()
    return repr(found)


def _plain(given: Given) -> tuple[str, tuple[str, ...]]:
    return given.text, (*given.keys, *["(skipped)"] * given.skipped, *["(had)"] * given.had)
