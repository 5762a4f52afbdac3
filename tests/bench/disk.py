"""What a data file says about the work of its disk."""

import sqlite3
from pathlib import Path

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA wal_autocheckpoint = 4000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)
"""Those of the house, for everybody."""
_A_RESTART = 3
"""Syncs that come with a new start of the WAL: the log, the data file, the new head of the log."""


def connected(path: Path) -> sqlite3.Connection:
    """A data file as the house opens it."""
    db = sqlite3.connect(path, isolation_level=None, cached_statements=256)
    for pragma in PRAGMAS:
        db.execute(pragma)
    return db


def syncs(path: Path, commits: int) -> int:
    """How often something was forced to the disk: once a commit, and for every time the WAL began anew.

    The WAL counts its own beginnings in bytes 12 to 16 of its head.
    """
    with path.with_name(path.name + "-wal").open("rb") as wal:
        restarts = int.from_bytes(wal.read(16)[12:], "big")
    return commits + _A_RESTART * restarts


def count(path: Path, query: str) -> int:
    """A number asked of a data file that somebody else has open."""
    db = sqlite3.connect(path)
    try:
        return int(db.execute(query).fetchone()[0] or 0)
    finally:
        db.close()
