"""What may be done with a row of the outbox, and what became of it: the rules of delivery."""

from dataclasses import dataclass, replace
from typing import Literal

from bot.ports import OutboxRow, Sort, Work

Ended = Literal["sent", "failed"]

REMINDER_AGE = 60.0
"""Seconds a reminder must be old before it may go a second time."""
REMINDER_TRIES = 2
PAGE = 500


@dataclass(frozen=True, slots=True)
class Prepared:
    """A row as it is just before sending: drop it, wait (seconds), or send it."""

    row: OutboxRow
    wait: float = 0.0
    drop: bool = False


def recover(work: Work) -> None:
    """At the start: what is unsent may have gone out just before the last process ended."""
    above = 0
    while rows := work.unsent(PAGE, above=above):
        above = rows[-1].id
        for row in rows:
            if row.sort is not Sort.REMINDER and row.sent == "waiting":
                work.mark(row.id, "trying", tries=row.tries + 1)


def prepare(work: Work, row: OutboxRow, now: float) -> Prepared:
    """A row that may be stale, just before it is sent.

    A question that may have gone out is not repeated once a later one is open. A reminder is written down as
    being tried, and not tried too often.
    """
    if row.sort is Sort.QUESTION:
        session = work.session(row.session) if row.session is not None else None
        return Prepared(row, drop=session is None or (session.question or 0) > row.id)
    age = now - row.due
    if row.sent == "trying":
        stale = row.tries >= REMINDER_TRIES or _answered(work, row)
        if stale or age < REMINDER_AGE:
            return Prepared(row, wait=max(0.0, REMINDER_AGE - age), drop=stale)
    elif age >= REMINDER_AGE and _answered(work, row):
        return Prepared(row, drop=True)
    trying = replace(row, sent="trying", tries=row.tries + 1)
    work.mark(row.id, "trying", tries=trying.tries)
    return Prepared(trying)


def tried(row: OutboxRow) -> OutboxRow:
    """The row after a try whose outcome is unknown; a reminder was counted before it went."""
    return replace(row, sent="trying", tries=row.tries + (row.sort is not Sort.REMINDER))


def _answered(work: Work, row: OutboxRow) -> bool:
    session = work.session(row.session) if row.session is not None else None
    return session is None or session.turn != row.turn


def under_way(work: Work, row: OutboxRow) -> None:
    """It is being sent: from here on it may be in the chat, although nobody has said so yet."""
    work.mark(row.id, "trying", tries=row.tries + 1)


def sent(work: Work, row: OutboxRow, target: int | None) -> None:
    """It went out as message `target`; with more than one try it may have gone out before as another."""
    work.mark(row.id, "sent", tries=row.tries + (row.sort is not Sort.REMINDER), target=target)


def unreachable(work: Work, person: bytes) -> None:
    """This person shut us out: nothing more is tried until they come back."""
    row = work.person(person)
    if row is not None:
        work.save_person(replace(row, reachable=False))
    work.give_up(person)
