"""Rows to try a store with: two people, and something of every kind."""

from datetime import UTC, datetime

from bot.ports import AddressRow, AnswerRow, OutboxRow, PersonRow, SessionRow, Sort, Work

PERSON_A = b"a" * 16
PERSON_B = b"b" * 16
DAY = 24 * 60


class SetClock:
    """A clock that stands at the `minute` (epoch minutes) it was set to."""

    def __init__(self) -> None:
        self.minute = 30_000_000

    def __call__(self) -> datetime:
        return datetime.fromtimestamp(self.minute * 60, UTC)


def add(work: Work, person: bytes) -> None:
    """Let somebody in, with an address on "chat"."""
    address = AddressRow("chat", b"hash of " + person, person, b"sealed address")
    work.add_person(PersonRow(person, "Europe/Amsterdam"), address)


def session(
    id_: int, person: bytes = PERSON_A, *, turn: int = 1, live: bool = True, at: int = 0
) -> SessionRow:
    return SessionRow(id_, person, "gesprek/voorbereiden", "script", turn, live, at, None, b"position")


def begin(work: Work, person: bytes = PERSON_A, *, live: bool = True, at: int = 0) -> int:
    """Store a new session of a person that is there, and return its id."""
    id_ = work.new_session_id()
    work.add_session(session(id_, person, live=live, at=at))
    return id_


def entry(session_: int, n: int, sealed: bytes = b"entry") -> AnswerRow:
    return AnswerRow(session_, n, PERSON_A, 0, sealed)


def outgoing(id_: int, sort: Sort = Sort.TEXT, *, due: float = 0.0, session_: int | None = 1) -> OutboxRow:
    return OutboxRow(id_, PERSON_A, session_, 1, sort, due, "waiting", 0, None, b"body")


def queue(
    work: Work,
    sort: Sort = Sort.TEXT,
    *,
    due: float = 0.0,
    session_: int | None = 1,
) -> int:
    """Queue a row under the next id, and return that."""
    id_ = work.new_outbox_id()
    work.queue(outgoing(id_, sort, due=due, session_=session_))
    return id_


def ids(rows: list[OutboxRow]) -> list[int]:
    return [row.id for row in rows]
