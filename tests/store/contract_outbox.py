"""What every store promises about what waits to be sent, and about forgetting it; part of the contract."""

from dataclasses import replace

import pytest

from bot.ports import Sent, Sort, Store
from tests.store.rows import DAY, PERSON_A, PERSON_B, SetClock, ids, outgoing, queue


class OutboxContract:
    """What waits to be sent, and alarms."""

    def test_a_row_is_stored_as_it_was_given(self, store: Store) -> None:
        with store.transaction() as work:
            row = replace(outgoing(work.new_outbox_id(), Sort.CHANGE, due=5.25), target=2**40)
            work.queue(row)
            assert work.queued(row.id) == row
            assert work.queued(row.id + 1) is None

    def test_giving_up_on_somebody_leaves_others_their_rows_and_everybody_their_alarms(
        self, store: Store
    ) -> None:
        with store.transaction() as work:
            mine, alarm, sent = queue(work), queue(work, Sort.TICK), queue(work)
            work.mark(sent, "sent")
            theirs = replace(outgoing(work.new_outbox_id()), person=PERSON_B)
            work.queue(theirs)
            work.give_up(PERSON_A)
            row = work.queued(mine)
            assert row is not None
            assert (row.sent, row.sealed) == ("failed", None)
            assert [one.id for one in work.unsent(10)] == [theirs.id]
            assert [one.id for one in work.ticks(1.0, 10)] == [alarm]

    def test_ids_of_rows_grow_and_never_return_after_a_removal(self, store: Store) -> None:
        with store.transaction() as work:
            first, last = queue(work), queue(work)
            work.drop(last)
        with store.transaction() as work:
            assert queue(work) > last > first > 0

    def test_two_ids_asked_for_together_differ(self, store: Store) -> None:
        with store.transaction() as work:
            first, second = work.new_outbox_id(), work.new_outbox_id()
            work.queue(outgoing(second))
            work.queue(outgoing(first))
            assert ids(work.unsent(10)) == [first, second]
            assert first < second

    def test_unsent_rows_come_in_order_of_id_whatever_is_due(self, store: Store) -> None:
        with store.transaction() as work:
            later, now, third = queue(work, due=9e9), queue(work, due=1.0), queue(work, Sort.ERASE)
            assert ids(work.unsent(10)) == [later, now, third]
            assert ids(work.unsent(2)) == [later, now]
            assert ids(work.unsent(10, above=later)) == [now, third]
            assert ids(work.unsent(1, above=now)) == [third]
            assert work.unsent(10, above=third) == []

    def test_only_rows_that_wait_or_are_tried_are_unsent(self, store: Store) -> None:
        with store.transaction() as work:
            waiting, trying, sent, failed = (queue(work) for _ in range(4))
            queue(work, Sort.TICK)
            work.mark(trying, "trying", tries=1)
            work.mark(sent, "sent")
            work.mark(failed, "failed")
            assert ids(work.unsent(10)) == [waiting, trying]

    @pytest.mark.parametrize("done", ["sent", "failed"])
    def test_a_row_that_is_done_keeps_no_body(self, store: Store, done: Sent) -> None:
        with store.transaction() as work:
            row = queue(work)
            work.mark(row, "trying", tries=3, target=77)
            assert work.queued(row) == replace(outgoing(row), sent="trying", tries=3, target=77)
            work.mark(row, done)
            assert work.queued(row) == replace(outgoing(row), sent=done, tries=3, target=77, sealed=None)

    def test_a_mark_touches_one_row(self, store: Store) -> None:
        with store.transaction() as work:
            first, second = queue(work), queue(work)
            work.mark(first, "sent", tries=1, target=5)
            assert work.queued(second) == outgoing(second)

    def test_a_postponed_row_keeps_the_rest(self, store: Store) -> None:
        with store.transaction() as work:
            row, other = queue(work, due=1.0), queue(work, due=1.0)
            work.postpone(row, 60.5)
            assert work.queued(row) == outgoing(row, due=60.5)
            assert work.queued(other) == outgoing(other, due=1.0)

    def test_a_row_that_is_gone_can_be_marked_postponed_and_dropped_in_vain(self, store: Store) -> None:
        with store.transaction() as work:
            row = queue(work)
            work.drop(row)
            work.drop(row)
            work.mark(row, "sent")
            work.postpone(row, 1.0)
            assert work.queued(row) is None

    def test_alarms_come_in_order_of_due(self, store: Store) -> None:
        with store.transaction() as work:
            assert work.next_tick() is None
            late, early, future = (queue(work, Sort.TICK, due=due) for due in (20.0, 10.5, 30.0))
            queue(work, Sort.REMINDER, due=1.0)
            assert work.next_tick() == 10.5
            assert ids(work.ticks(10.4, 10)) == []
            assert ids(work.ticks(20.0, 10)) == [early, late]
            assert ids(work.ticks(99.0, 10)) == [early, late, future]
            assert ids(work.ticks(99.0, 1)) == [early]
            work.postpone(early, 40.0)
            assert work.next_tick() == 20.0
            assert ids(work.ticks(99.0, 10)) == [late, future, early]

    def test_an_alarm_that_was_given_up_does_not_come_again(self, store: Store) -> None:
        with store.transaction() as work:
            tick = queue(work, Sort.TICK, due=1.0)
            work.mark(tick, "failed")
            assert work.ticks(99.0, 10) == []
            assert work.next_tick() is None

    def test_dropping_alarms_takes_those_of_one_session_and_nothing_else(self, store: Store) -> None:
        with store.transaction() as work:
            for _ in range(2):
                queue(work, Sort.TICK, session_=1)
            question = queue(work, Sort.QUESTION, session_=1)
            other, nobodys = queue(work, Sort.TICK, session_=2), queue(work, Sort.TICK, session_=None)
            work.drop_ticks(1)
            assert ids(work.ticks(99.0, 10)) == [other, nobodys]
            assert ids(work.unsent(10)) == [question]


class TidyContract:
    """Forgetting."""

    def test_keys_seen_are_forgotten_after_48_hours_and_not_before(self, store: Store) -> None:
        with store.transaction() as work:
            work.first_seen("chat", 1, 1000)
            work.tidy(1000 + 2 * DAY)
            assert not work.first_seen("chat", 1, 1000)
            work.tidy(1000 + 2 * DAY + 1)
            assert work.first_seen("chat", 1, 1000)

    @pytest.mark.parametrize("done", ["sent", "failed"])
    def test_rows_are_forgotten_48_hours_after_they_were_sent(
        self, store: Store, clock: SetClock, done: Sent
    ) -> None:
        with store.transaction() as work:
            row = queue(work, due=0.0)
            clock.minute += 5 * DAY
            work.mark(row, done)
            work.tidy(clock.minute + 2 * DAY)
            assert work.queued(row) is not None
            work.tidy(clock.minute + 2 * DAY + 1)
            assert work.queued(row) is None

    def test_rows_that_wait_and_alarms_are_never_forgotten(self, store: Store, clock: SetClock) -> None:
        with store.transaction() as work:
            waiting, trying, again = queue(work), queue(work), queue(work)
            work.mark(trying, "trying")
            work.mark(again, "sent")
            work.mark(again, "waiting")
            alarm, given_up = queue(work, Sort.TICK), queue(work, Sort.TICK)
            work.mark(given_up, "failed")
            work.tidy(clock.minute + 1000 * DAY)
            assert all(work.queued(row) for row in (waiting, trying, again, alarm, given_up))

    def test_a_forgotten_id_does_not_return(self, store: Store, clock: SetClock) -> None:
        with store.transaction() as work:
            row = queue(work)
            work.mark(row, "sent")
            work.tidy(clock.minute + 3 * DAY)
            assert work.queued(row) is None
            assert queue(work) > row
