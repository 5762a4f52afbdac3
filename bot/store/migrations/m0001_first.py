"""The first tables: as few pages to write a turn as the questions asked of them allow."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    # The highest number that was ever taken away, so that it does not return. AUTOINCREMENT would write a
    # page more every turn, and a number is needed before its row: what is sealed is bound to its number.
    "CREATE TABLE ids (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "INSERT INTO ids VALUES ('sessions', 0), ('outbox', 0)",
    """CREATE TABLE people (
        id BLOB PRIMARY KEY,
        zone TEXT NOT NULL,
        foreground INTEGER,
        reachable INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE addresses (
        channel TEXT NOT NULL,
        hash BLOB NOT NULL,
        person BLOB NOT NULL REFERENCES people (id),
        sealed BLOB NOT NULL,
        PRIMARY KEY (channel, hash)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX addresses_person ON addresses (person)",
    """CREATE TABLE seen (
        channel TEXT NOT NULL,
        key INTEGER NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (channel, key)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE sessions (
        id INTEGER PRIMARY KEY,
        person BLOB NOT NULL REFERENCES people (id),
        dialogue TEXT NOT NULL,
        script TEXT NOT NULL,
        turn INTEGER NOT NULL,
        live INTEGER NOT NULL,
        at INTEGER NOT NULL,
        question INTEGER,
        sealed BLOB NOT NULL
    ) STRICT""",
    # Without `at`, which changes with every turn: one person has few sessions to sort.
    "CREATE INDEX sessions_person ON sessions (person)",
    """CREATE TRIGGER sessions_last AFTER DELETE ON sessions
        WHEN old.id > coalesce((SELECT max(id) FROM sessions), 0)
        BEGIN UPDATE ids SET last = max(last, old.id) WHERE name = 'sessions'; END""",
    """CREATE TABLE answers (
        session INTEGER NOT NULL REFERENCES sessions (id),
        n INTEGER NOT NULL,
        person BLOB NOT NULL,
        at INTEGER NOT NULL,
        sealed BLOB NOT NULL,
        PRIMARY KEY (session, n)
    ) STRICT, WITHOUT ROWID""",
    # `done` is the minute a row was sent or given up. It has no index: tidying may read the whole table now
    # and then, but every send would have to write one page more.
    """CREATE TABLE outbox (
        id INTEGER PRIMARY KEY,
        person BLOB NOT NULL,
        session INTEGER,
        turn INTEGER NOT NULL,
        sort TEXT NOT NULL,
        due REAL NOT NULL,
        sent TEXT NOT NULL,
        tries INTEGER NOT NULL,
        target INTEGER,
        sealed BLOB,
        done INTEGER
    ) STRICT""",
    """CREATE INDEX outbox_unsent ON outbox (id)
        WHERE sent IN ('waiting', 'trying') AND sort <> 'tick'""",
    """CREATE INDEX outbox_ticks ON outbox (due)
        WHERE sent IN ('waiting', 'trying') AND sort = 'tick'""",
    "CREATE INDEX outbox_ticks_of ON outbox (session) WHERE sort = 'tick'",
    """CREATE TRIGGER outbox_last AFTER DELETE ON outbox
        WHEN old.id > coalesce((SELECT max(id) FROM outbox), 0)
        BEGIN UPDATE ids SET last = max(last, old.id) WHERE name = 'outbox'; END""",
    """CREATE TABLE scripts (
        hash TEXT PRIMARY KEY NOT NULL,
        dialogue TEXT NOT NULL,
        text BLOB NOT NULL
    ) STRICT""",
)


def apply(db: "Database") -> None:
    """Make the tables in a file that has none."""
    for statement in _STATEMENTS:
        db.execute(statement)
