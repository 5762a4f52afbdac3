"""The rules of delivery: what may be sent again, and what a process leaves behind for the next."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.ports import OutboxRow, Sort, Work
from bot.service import outbox
from bot.service.line import Marks
from bot.store.memory import MemoryStore
from tests.store.rows import PERSON_A, add, begin, outgoing


@pytest.fixture
def work() -> Iterator[Work]:
    with MemoryStore().transaction() as opened:
        yield opened


def queued(work: Work, sort: Sort, *, due: float = 1000.0) -> OutboxRow:
    id_ = work.new_outbox_id()
    work.queue(outgoing(id_, sort, due=due))
    return found(work, id_)


def found(work: Work, id_: int) -> OutboxRow:
    row = work.queued(id_)
    assert row is not None
    return row


def test_what_was_left_unsent_counts_as_tried_but_a_reminder_only_when_it_was(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "PAGE", 2)
    rows = [queued(work, sort) for sort in (Sort.TEXT, Sort.QUESTION, Sort.REMINDER, Sort.MARK, Sort.ERASE)]
    outbox.recover(work)
    states = [(found(work, row.id).sent, found(work, row.id).tries) for row in rows]
    assert states == [("trying", 1), ("trying", 1), ("waiting", 0), ("trying", 1), ("trying", 1)]


def test_a_reminder_is_counted_before_it_goes_and_goes_twice_at_most(work: Work) -> None:
    row = queued(work, Sort.REMINDER)
    first = outbox.prepare(work, row, 1000.0)
    assert (first.row.sent, first.row.tries, first.drop) == ("trying", 1, False)
    assert found(work, row.id).tries == 1
    assert outbox.tried(first.row).tries == 1
    again = outbox.prepare(work, first.row, 1030.0)
    assert again.drop  # its session is not there any more, so nobody waits for it
    assert outbox.prepare(work, replace(first.row, tries=2), 2000.0).drop


def test_a_text_that_went_after_an_unknown_try_was_tried_twice(work: Work) -> None:
    row = queued(work, Sort.QUESTION)
    outbox.sent(work, outbox.tried(row), 50)
    after = found(work, row.id)
    assert (after.sent, after.tries, after.target, after.sealed) == ("sent", 2, 50, None)


def test_who_shut_us_out_is_marked_and_what_waited_is_given_up(work: Work) -> None:
    add(work, PERSON_A)
    rows = [queued(work, Sort.TEXT), queued(work, Sort.QUESTION)]
    outbox.unreachable(work, PERSON_A)
    person = work.person(PERSON_A)
    assert person is not None
    assert not person.reachable
    assert [found(work, row.id).sent for row in rows] == ["failed", "failed"]


def test_a_mark_made_while_the_transaction_runs_waits_for_the_next(work: Work) -> None:
    marks, row = Marks(), queued(work, Sort.TEXT)
    marks.add(lambda during: during.mark(row.id, "trying"))
    marks.write(work)
    marks.add(lambda during: during.mark(row.id, "sent"))
    marks.settle(committed=True)
    assert len(marks) == 1
    marks.write(work)
    marks.settle(committed=False)
    assert len(marks) == 1
    assert found(work, row.id).sent == "sent"


def test_a_question_that_may_have_gone_out_is_not_repeated_once_a_later_one_is_open(work: Work) -> None:
    add(work, PERSON_A)
    id_ = begin(work)
    first, again, later = (queued(work, Sort.QUESTION) for _ in range(3))
    row = work.session(id_)
    assert row is not None
    assert id_ == first.session
    work.save_session(replace(row, turn=2, question=first.id))
    assert not outbox.prepare(work, outbox.tried(first), 0.0).drop
    assert not outbox.prepare(work, outbox.tried(again), 0.0).drop
    work.save_session(replace(row, turn=3, question=later.id))
    assert outbox.prepare(work, outbox.tried(first), 0.0).drop
    assert not outbox.prepare(work, outbox.tried(later), 0.0).drop
