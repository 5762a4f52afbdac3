"""The store in memory keeps the contract."""

import pytest

from bot.store.memory import MemoryStore
from tests.store.contract import StoreContract
from tests.store.rows import PERSON_A, SetClock, add


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(clock: SetClock) -> MemoryStore:
    return MemoryStore(clock=clock)


class TestMemoryStore(StoreContract):
    """Everything in the contract."""


def test_work_outside_a_transaction_is_a_mistake(store: MemoryStore) -> None:
    with pytest.raises(AssertionError), store.work() as work:
        add(work, PERSON_A)


def test_a_second_transaction_inside_one_is_a_mistake(store: MemoryStore) -> None:
    store.begin()
    with pytest.raises(AssertionError):
        store.begin()


def test_closing_forgets_what_was_not_committed(store: MemoryStore) -> None:
    store.begin()
    with store.work() as work:
        add(work, PERSON_A)
    store.close()
    with store.transaction() as work:
        assert work.person(PERSON_A) is None
