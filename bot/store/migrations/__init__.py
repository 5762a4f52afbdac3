"""The tables of the data file by number; sqlite-utils is loaded only when there is something to do."""

import sqlite3

NEWEST = 1
"""The number of the newest migration: what `PRAGMA user_version` says of a file that needs nothing."""


def migrate(db: sqlite3.Connection) -> None:
    """Bring the tables up to NEWEST, inside the transaction that is open; what was done is not repeated."""
    # Loading these takes longer than opening the file, and nearly every start needs neither.
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    from bot.store.migrations import m0001_first

    migrations = Migrations("ruggespraak")
    migrations(name="0001_first")(m0001_first.apply)
    migrations.apply(Database(db, recursive_triggers=False, execute_plugins=False))
    db.execute(f"PRAGMA user_version = {NEWEST}")
