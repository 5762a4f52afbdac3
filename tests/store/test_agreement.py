"""The two stores do the same whatever is done with them: any sequence, with work that fails in between."""

import sqlite3
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ports import AddressRow, AnswerRow, Conflict, OutboxRow, PersonRow, SessionRow, Sort, Store, Work
from bot.store.memory import MemoryStore
from bot.store.sqlite import SqliteStore
from tests.store.rows import PERSON_A, PERSON_B, SetClock

Step = Callable[[Work], object]


class GivenUp(Exception):
    """The caller changed its mind in the middle of its work."""


def door(
    name: str, *arguments: st.SearchStrategy[Any], **named: st.SearchStrategy[Any]
) -> st.SearchStrategy[Step]:
    """Going through one door of Work with drawn arguments."""

    def go(values: tuple[Any, ...], names: dict[str, Any], work: Work) -> object:
        return getattr(work, name)(*values, **names)

    return st.tuples(st.tuples(*arguments), st.fixed_dictionaries(named)).map(
        lambda drawn: partial(go, *drawn)
    )


def begin(person: bytes, live: bool, at: int) -> Step:
    def step(work: Work) -> object:
        id_ = work.new_session_id()
        work.add_session(SessionRow(id_, person, "d", "s", 1, live, at, None, b"position"))
        return id_

    return step


def put(person: bytes, session: int | None, sort: Sort, due: float) -> Step:
    def step(work: Work) -> object:
        id_ = work.new_outbox_id()
        work.queue(OutboxRow(id_, person, session, 1, sort, due, "waiting", 0, None, b"body"))
        return id_

    return step


people = st.sampled_from([PERSON_A, PERSON_B])
few = st.integers(1, 5)
maybe = st.none() | few
words = st.binary(max_size=4)
minutes = st.sampled_from([0, 1, 2880, 2881, 5761, 5762])
dues = st.sampled_from([0.0, 0.5, 1.0, 60.0, 1e9])
person_rows = st.builds(PersonRow, people, st.sampled_from(["UTC", "Europe/Amsterdam"]), maybe, st.booleans())
addresses = st.builds(AddressRow, st.just("chat"), words, people, words)
sessions = st.builds(
    SessionRow, few, people, st.just("d"), st.just("s"), few, st.booleans(), minutes, maybe, words
)
marks = st.sampled_from(["waiting", "trying", "sent", "failed"])

steps: st.SearchStrategy[Step] = st.one_of(
    door("first_seen", st.sampled_from(["chat", "terminal"]), few, minutes),
    door("add_person", person_rows, addresses),
    door("save_person", person_rows),
    st.builds(begin, people, st.booleans(), minutes),
    door("save_session", sessions),
    door("keep", st.builds(AnswerRow, few, few, people, minutes, words)),
    st.builds(put, people, maybe, st.sampled_from(Sort), dues),
    st.builds(put, people, maybe, st.just(Sort.TICK), dues),
    door("mark", few, marks, tries=maybe, target=maybe),
    door("postpone", few, dues),
    door("drop", few),
    door("drop_ticks", few),
    door("keep_snapshot", st.sampled_from("hk"), st.just("d"), words),
    door("tidy", minutes),
    door("new_outbox_id"),
    door("new_session_id"),
)
works = st.tuples(st.lists(steps, max_size=6), st.booleans())
"""The steps of one piece of work, and whether it is given up after them."""
transactions = st.tuples(st.lists(works, max_size=4), st.sampled_from([True, True, True, False]))
"""The works of one transaction, and whether it is committed."""


def everything(work: Work) -> list[object]:
    """All that can be asked."""
    whole: list[object] = [work.person_at("chat", bytes([n])) for n in range(3)]
    for person in (PERSON_A, PERSON_B):
        whole += [work.person(person), work.sessions(person), work.sessions(person, live=True, since=2880)]
    for n in range(12):
        whole += [work.session(n), work.answers(n), work.queued(n)]
    whole += [work.unsent(99), work.unsent(2, above=2), work.ticks(60.0, 99), work.ticks(1e9, 2)]
    return [*whole, work.next_tick(), work.snapshot("h"), work.snapshot("k")]


def outcome(store: Store, steps: list[Step], given_up: bool) -> list[object]:
    """What every step of a piece of work returned, and how it ended."""
    said: list[object] = []
    try:
        with store.work() as work:
            said.extend(step(work) for step in steps)
            said.extend(everything(work))
            if given_up:
                raise GivenUp
    except GivenUp:
        said.append("given up")
    except Conflict:
        said.append("conflict")
    except (AssertionError, sqlite3.IntegrityError):
        said.append("a mistake")
    return said


def run(store: Store, works: list[tuple[list[Step], bool]], committed: bool) -> list[object]:
    """What every piece of work of a transaction came to, and what is left after it."""
    store.begin()
    said: list[object] = [outcome(store, *work) for work in works]
    if committed:
        store.commit()
    else:
        store.rollback()
    with store.transaction() as work:
        return [*said, everything(work)]


@settings(deadline=None, max_examples=150)
@given(st.lists(transactions, max_size=6), st.booleans())
def test_both_stores_say_the_same(
    history: list[tuple[list[tuple[list[Step], bool]], bool]], both_known: bool
) -> None:
    clock = SetClock()
    clock.minute = 2880
    with tempfile.TemporaryDirectory() as folder:
        stores: list[Store] = [MemoryStore(clock=clock), SqliteStore(Path(folder) / "data.db", clock=clock)]
        for store in stores:
            with store.transaction() as work:
                for person in (PERSON_A, PERSON_B) if both_known else (PERSON_A,):
                    work.add_person(PersonRow(person, "UTC"), AddressRow("chat", person, person, b""))
        for transaction in history:
            memory, sqlite = (run(store, *transaction) for store in stores)
            assert sqlite == memory
            clock.minute += 1
        for store in stores:
            store.close()
