"""What every store promises. A test module of a store gives the fixtures `store` and `clock`."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest

from bot.ports import AddressRow, Conflict, PersonRow, Store, Work
from tests.store.contract_outbox import OutboxContract, TidyContract
from tests.store.rows import PERSON_A, PERSON_B, add, begin, entry, ids, queue, session


class Broken(Exception):
    """Something went wrong in the middle of a piece of work."""


def go_wrong(part: AbstractContextManager[Work], *steps: Callable[[Work], object]) -> None:
    """Take these steps, and then fail."""
    with part as work:
        for step in steps:
            step(work)
        raise Broken


class TransactionContract:
    """Transactions, and the parts within one."""

    def test_what_was_committed_is_there_in_the_next_transaction(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
        with store.transaction() as work:
            assert work.person(PERSON_A) == PersonRow(PERSON_A, "Europe/Amsterdam", None, True)

    def test_an_exception_undoes_the_whole_transaction_and_goes_on_to_the_caller(self, store: Store) -> None:
        with pytest.raises(Broken):
            go_wrong(store.transaction(), lambda work: add(work, PERSON_A))
        with store.transaction() as work:
            assert work.person(PERSON_A) is None

    def test_work_that_raises_leaves_nothing_and_its_siblings_stay(self, store: Store) -> None:
        store.begin()
        with store.work() as work:
            add(work, PERSON_A)
        with pytest.raises(Broken):
            go_wrong(
                store.work(),
                lambda work: add(work, PERSON_B),
                lambda work: begin(work, PERSON_A),
                lambda work: work.first_seen("chat", 1, 0),
            )
        with store.work() as work:
            last = queue(work)
        store.commit()
        with store.transaction() as work:
            assert work.person(PERSON_A) is not None
            assert work.person(PERSON_B) is None
            assert work.sessions(PERSON_A) == []
            assert work.first_seen("chat", 1, 0)
            assert ids(work.unsent(10)) == [last]

    def test_work_sees_what_its_siblings_in_the_same_transaction_did(self, store: Store) -> None:
        store.begin()
        with store.work() as work:
            add(work, PERSON_A)
        with store.work() as work:
            assert work.person(PERSON_A) is not None
        store.commit()

    def test_rollback_undoes_every_part(self, store: Store) -> None:
        store.begin()
        with store.work() as work:
            add(work, PERSON_A)
        store.rollback()
        with store.transaction() as work:
            assert work.person(PERSON_A) is None

    def test_rollback_without_a_transaction_does_nothing(self, store: Store) -> None:
        store.rollback()
        with store.transaction() as work:
            add(work, PERSON_A)
            assert work.person(PERSON_A) is not None

    def test_work_inside_work_can_fail_alone(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
            with pytest.raises(Broken):
                go_wrong(store.work(), lambda inner: add(inner, PERSON_B))
        with store.transaction() as work:
            assert work.person(PERSON_A) is not None
            assert work.person(PERSON_B) is None

    def test_the_reader_sees_what_was_committed_and_nothing_that_was_undone(self, store: Store) -> None:
        with pytest.raises(Broken):
            go_wrong(store.transaction(), lambda work: add(work, PERSON_B))
        with store.transaction() as work:
            add(work, PERSON_A)
        assert store.reader.person(PERSON_A) == PersonRow(PERSON_A, "Europe/Amsterdam")
        assert store.reader.person(PERSON_B) is None


class PeopleContract:
    """Keys seen, people and their addresses."""

    def test_a_key_is_new_only_once_on_its_channel(self, store: Store) -> None:
        with store.transaction() as work:
            assert work.first_seen("chat", 7, 0)
            assert not work.first_seen("chat", 7, 5)
            assert work.first_seen("terminal", 7, 0)
        with store.transaction() as work:
            assert not work.first_seen("chat", 7, 0)

    def test_a_person_is_found_by_id_and_at_their_address(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
            row = PersonRow(PERSON_A, "Europe/Amsterdam")
            assert work.person(PERSON_A) == work.person_at("chat", b"hash of " + PERSON_A) == row
            address = AddressRow("chat", b"hash of " + PERSON_A, PERSON_A, b"sealed address")
            assert work.address(PERSON_A) == address

    def test_a_stranger_is_not_found(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
            assert work.person(PERSON_B) is None
            assert work.address(PERSON_B) is None
            assert work.person_at("chat", b"hash of " + PERSON_B) is None
            assert work.person_at("terminal", b"hash of " + PERSON_A) is None

    def test_a_saved_person_is_replaced_and_others_are_not(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
            add(work, PERSON_B)
            changed = PersonRow(PERSON_A, "America/Curacao", foreground=begin(work), reachable=False)
            work.save_person(changed)
            assert work.person(PERSON_A) == changed
            assert work.person(PERSON_B) == PersonRow(PERSON_B, "Europe/Amsterdam")

    def test_a_person_or_an_address_that_is_there_already_is_a_conflict(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
        with pytest.raises(Conflict), store.transaction() as work:
            work.add_person(PersonRow(PERSON_A, "UTC"), AddressRow("terminal", b"other", PERSON_A, b"x"))
        with pytest.raises(Conflict), store.transaction() as work:
            work.add_person(
                PersonRow(PERSON_B, "UTC"), AddressRow("chat", b"hash of " + PERSON_A, PERSON_B, b"x")
            )
        with store.transaction() as work:
            assert work.person(PERSON_B) is None
            assert work.person(PERSON_A) == PersonRow(PERSON_A, "Europe/Amsterdam")


class SessionContract:
    """Sessions, their entries and the scripts they began with."""

    def test_ids_of_sessions_grow(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
            first, second, unused = begin(work), begin(work), work.new_session_id()
            assert 0 < first < second < unused < begin(work)

    def test_a_session_is_stored_as_it_was_given(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
            row = replace(session(work.new_session_id(), live=False, at=12), question=3)
            work.add_session(row)
            assert work.session(row.id) == row
            assert work.session(row.id + 1) is None

    def test_a_later_turn_replaces_the_session(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
            id_ = begin(work)
            later = replace(
                session(id_, turn=2, live=False, at=9), script="newer", question=4, sealed=b"further"
            )
            work.save_session(later)
            assert work.session(id_) == later

    @pytest.mark.parametrize("turn", [0, 1])
    def test_a_turn_that_was_taken_already_is_a_conflict(self, store: Store, turn: int) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
            id_ = begin(work)
        with pytest.raises(Conflict):
            go_wrong(
                store.transaction(),
                lambda work: work.keep(entry(id_, 1)),
                lambda work: work.save_session(session(id_, turn=turn, at=5)),
            )
        with store.transaction() as work:
            assert work.session(id_) == session(id_)
            assert work.answers(id_) == []

    def test_a_session_that_is_not_there_or_is_somebody_elses_is_a_conflict(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
            add(work, PERSON_B)
            id_ = begin(work, PERSON_A)
        with pytest.raises(Conflict), store.transaction() as work:
            work.save_session(session(id_ + 1, turn=2))
        with pytest.raises(Conflict), store.transaction() as work:
            work.save_session(session(id_, PERSON_B, turn=2))

    def test_the_sessions_of_a_person_come_the_most_recent_first(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
            add(work, PERSON_B)
            old, new, same = begin(work, at=10), begin(work, at=30), begin(work, at=30)
            ended = begin(work, at=20, live=False)
            begin(work, PERSON_B, at=40)
            found = [row.id for row in work.sessions(PERSON_A)]
            assert found == [same, new, ended, old]
            assert [row.id for row in work.sessions(PERSON_A, since=20)] == [same, new, ended]
            assert [row.id for row in work.sessions(PERSON_A, live=True, since=11)] == [same, new]
            assert [row.id for row in work.sessions(PERSON_A, live=False)] == [ended]

    def test_everybodys_sessions_that_go_on_come_in_order(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
            add(work, PERSON_B)
            first, ended, second = begin(work), begin(work, live=False), begin(work, PERSON_B)
            assert [row.id for row in work.live_sessions()] == [first, second]
            assert ended not in {row.id for row in work.live_sessions()}

    def test_entries_come_in_order_and_are_replaced_in_place(self, store: Store) -> None:
        with store.transaction() as work:
            add(work, PERSON_A)
            mine, other = begin(work), begin(work)
            for n in (2, 10, 1):
                work.keep(entry(mine, n))
            work.keep(entry(other, 1))
            better = replace(entry(mine, 2, b"better"), at=99)
            work.keep(better)
            assert work.answers(mine) == [entry(mine, 1), better, entry(mine, 10)]
            assert work.answers(other) == [entry(other, 1)]
            assert work.answers(other + 1) == []

    def test_a_snapshot_is_kept_once(self, store: Store) -> None:
        with store.transaction() as work:
            work.keep_snapshot("hash", "gesprek/voorbereiden", b"the script")
            work.keep_snapshot("hash", "gesprek/voorbereiden", b"something else")
            assert work.snapshot("hash") == b"the script"
            assert work.snapshot("other") is None


class StoreContract(TransactionContract, PeopleContract, SessionContract, OutboxContract, TidyContract):
    """All of it."""
