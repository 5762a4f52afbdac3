"""Empties the outbox: rows to their channel, alarms back into the line.

| after a crash or a time-out while sending | what is done |
|---|---|
| text or question of a turn | sent again: a doubled question is harmless, silence is not |
| reminder | again once, if it is unanswered and over a minute old |
| reaction, other buttons, erased message | again: doing it twice changes nothing |

That a row was sent is written in the next transaction, whoever opens it, or after a moment of quiet.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from bot.core.errors import DeliveryError
from bot.ports import CannotOpen, Channel, Clock, Failpoint, Outbound, OutboxRow, Sort, Work
from bot.service import outbox, sealing
from bot.service.desk import Desk, where
from bot.service.handle import handle_tick
from bot.service.line import Line, Marks, StoreTrouble

EVERYWHERE = 0.05
"""Seconds between two sends, whoever they are for: 20 a second."""
QUIET = 1.0
"""Seconds after which it looks up from waiting, and writes down what it sent."""
BATCH = 200
RETRIES = (1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 60.0)
"""Seconds before each new try after an unknown outcome; the last one for ever after."""
EXTRA_TRIES = 5
"""Tries after which a reaction, other buttons or an erasure no longer hold up what there is to say."""
SPOKEN = (Sort.TEXT, Sort.QUESTION, Sort.REMINDER)


@dataclass(slots=True)
class Round:
    """One person's rows in order, where they go, and when the next may go (loop time)."""

    channel: str
    address: str
    rows: deque[OutboxRow]
    free_at: float = 0.0
    sending: "asyncio.Task[None] | None" = None


class Deliverer:
    """Sends what was committed, in order for each person. `news` wakes it when there is more."""

    def __init__(
        self,
        desk: Desk,
        line: Line,
        marks: Marks,
        channels: Mapping[str, Channel],
        clock: Clock,
        failpoint: Failpoint,
    ) -> None:
        self._desk = desk
        self._line = line
        self._marks = marks
        self._channels = channels
        self._clock = clock
        self._failpoint = failpoint
        self._rounds: dict[bytes, Round] = {}
        self._read_to = 0
        self._slot = 0.0
        self.news = asyncio.Event()

    async def recover(self) -> None:
        """What an earlier process left unsent it may have sent: from here on the outcome is unknown."""
        await self._line.join(outbox.recover)

    async def run(self) -> None:
        """Deliver for ever; call `recover` first."""
        while True:
            self.news.clear()
            try:
                await self._pass()
            except StoreTrouble as trouble:
                self._desk.journal.note("store-trouble", outcome=str(trouble))
            await self._rest()

    async def drain(self) -> None:
        """Deliver until nothing is left that could go now, and write down what went."""
        while True:
            self.news.clear()
            await self._pass()
            sending = [one.sending for one in self._rounds.values() if one.sending]
            if sending:
                await asyncio.wait(sending)
            elif not any(one.rows for one in self._rounds.values()):
                break
            else:
                await self._rest()
        await self._line.flush()

    async def stop(self) -> None:
        """Let what is being sent finish, and write down what went."""
        sending = [one.sending for one in self._rounds.values() if one.sending]
        if sending:
            await asyncio.wait(sending, timeout=QUIET * 5)
        with contextlib.suppress(StoreTrouble):
            await self._line.flush()

    async def _pass(self) -> None:
        now = self._clock()
        for row in await self._line.look(lambda work: work.ticks(now.timestamp(), BATCH)):
            await self._tick(row)
        while await self._read():
            pass
        moment = asyncio.get_running_loop().time()
        for person, one in list(self._rounds.items()):
            if one.sending is None and not one.rows:
                if one.free_at < moment:
                    del self._rounds[person]
            elif one.sending is None and one.free_at <= moment:
                one.sending = asyncio.create_task(self._send_first(person, one))

    async def _rest(self) -> None:
        """Until there is news, somebody's turn comes, or an alarm falls due; never longer than QUIET."""
        tick = None
        with contextlib.suppress(StoreTrouble):
            tick = await self._line.look(lambda work: work.next_tick())
        moment = asyncio.get_running_loop().time()
        waits = [one.free_at - moment for one in self._rounds.values() if one.rows and one.sending is None]
        if tick is not None:
            waits.append(tick - self._clock().timestamp())
        try:
            # Not wait_for: up to Python 3.12 that loses a cancellation which comes together with news.
            async with asyncio.timeout(max(0.001, min([QUIET, *waits]))):
                await self.news.wait()
        except TimeoutError:
            with contextlib.suppress(StoreTrouble):
                await self._line.flush()

    async def _tick(self, row: OutboxRow) -> None:
        try:
            await self._line.join(partial(self._handle_tick, row))
        except StoreTrouble:
            raise
        except Exception as fault:
            # An alarm that cannot be handled must not come back for ever, nor keep others waiting.
            self._desk.journal.note("not-handled", person=row.person, outcome=where(fault))
            await self._line.join(lambda work: work.drop(row.id))

    def _handle_tick(self, row: OutboxRow, work: Work) -> None:
        handle_tick(self._desk, work, row, self._clock())

    async def _read(self) -> bool:
        """Take new rows into the rounds; whether there may be more."""
        rows = await self._line.look(lambda work: work.unsent(BATCH, above=self._read_to))
        for row in rows:
            one = self._rounds.get(row.person)
            if one is None:
                one = await self._line.look(partial(self._new_round, row.person))
                if one is None:
                    await self._line.join(partial(self._give_up, row.person))
            if one is not None:
                self._rounds[row.person] = one
                one.rows.append(row)
            self._read_to = row.id
        await asyncio.sleep(0)
        return len(rows) == BATCH

    def _new_round(self, person: bytes, work: Work) -> Round | None:
        """None for somebody who shut us out, or of a channel that is not open in this process."""
        row, address = work.person(person), work.address(person)
        if row is None or not row.reachable or address is None or address.channel not in self._channels:
            return None
        try:
            opened = sealing.open_address(self._desk.vault, person, address.channel, address.sealed)
        except CannotOpen as fault:
            self._desk.journal.note("cannot-open", person=person, outcome=str(fault))
            return None
        return Round(address.channel, opened, deque())

    def _give_up(self, person: bytes, work: Work) -> None:
        """Nothing may wait for somebody who shut us out, and come when it is no longer true."""
        row = work.person(person)
        if row is not None and not row.reachable:
            work.give_up(person)

    async def _send_first(self, person: bytes, one: Round) -> None:
        try:
            await self._deliver(person, one)
        except StoreTrouble:
            one.free_at = asyncio.get_running_loop().time() + QUIET
        finally:
            one.sending = None
            if one.rows:
                self.news.set()

    async def _deliver(self, person: bytes, one: Round) -> None:
        row, loop = one.rows[0], asyncio.get_running_loop()
        prepared = outbox.Prepared(row)
        if row.sort is Sort.REMINDER or (row.sort is Sort.QUESTION and row.sent == "trying"):
            prepared = await self._line.join(partial(outbox.prepare, row=row, now=self._clock().timestamp()))
        if prepared.wait or prepared.drop:
            # Looked at again before long: a clock may jump.
            one.free_at = loop.time() + min(prepared.wait, QUIET)
            if prepared.drop:
                self._done(one, row, "failed")
            return
        try:
            outbound = sealing.open_outbound(self._desk.vault, row)
        except CannotOpen as fault:
            self._desk.journal.note("cannot-open", person=person, outcome=str(fault))
            self._done(one, row, "failed")
            return
        await self._own_slot()
        await self._send(person, one, prepared.row, outbound)

    async def _send(self, person: bytes, one: Round, row: OutboxRow, outbound: Outbound) -> None:
        channel, loop = self._channels[one.channel], asyncio.get_running_loop()
        if row.sort is Sort.QUESTION:
            # Whoever sees it may answer before the channel has told us that it arrived.
            self._marks.add(partial(outbox.under_way, row=row))
        self._failpoint(f"send.{row.sort}.before")
        begun = loop.time()
        try:
            number = await channel.send(one.address, outbound)
        except DeliveryError as fault:
            await self._failed(person, one, row, fault)
            return
        except Exception as fault:
            # A mistake of ours: tried again it would fail again, and hold up the rest.
            self._desk.journal.note("not-handled", person=person, outcome=where(fault))
            self._done(one, row, "failed")
            return
        self._failpoint(f"send.{row.sort}.after")
        self._desk.journal.note("sent", person=person, ms=(loop.time() - begun) * 1000, outcome=row.sort)
        one.free_at = loop.time() + (channel.pace if row.sort in SPOKEN else 0.0)
        target = number if row.sort in SPOKEN else row.target
        one.rows.popleft()
        self._marks.add(partial(outbox.sent, row=row, target=target))

    async def _failed(self, person: bytes, one: Round, row: OutboxRow, fault: DeliveryError) -> None:
        self._desk.journal.note("not-sent", person=person, outcome=f"{fault.outcome}:{fault.code}")
        moment = asyncio.get_running_loop().time()
        match fault.outcome:
            case "later":
                one.free_at = moment + max(fault.retry_in, EVERYWHERE)
            case "unknown" if row.sort not in SPOKEN and row.tries >= EXTRA_TRIES:
                self._done(one, row, "failed")
            case "unknown":
                tried = outbox.tried(row)
                await self._line.join(lambda work: work.mark(row.id, "trying", tries=tried.tries))
                one.rows[0] = tried
                one.free_at = moment + RETRIES[min(row.tries, len(RETRIES) - 1)]
            case "never":
                self._done(one, row, "failed")
            case "blocked":
                await self._line.join(partial(outbox.unreachable, person=person))
                one.rows.clear()

    def _done(self, one: Round, row: OutboxRow, sent: outbox.Ended) -> None:
        one.rows.popleft()
        self._marks.add(lambda work: work.mark(row.id, sent))

    async def _own_slot(self) -> None:
        """Keep the overall pace: each send takes the next slot."""
        loop = asyncio.get_running_loop()
        if all(channel.pace == 0 for channel in self._channels.values()):
            return
        self._slot = max(self._slot + EVERYWHERE, loop.time())
        await asyncio.sleep(max(0.0, self._slot - loop.time()))
