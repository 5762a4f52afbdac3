"""Takes in what a channel received: all of it committed, or the channel must offer it again."""

import asyncio
from collections.abc import Mapping, Sequence
from functools import partial

from bot.core.errors import DeliveryError
from bot.ports import Channel, Clock, Inbound, Outbound, Sort, Work
from bot.service.deliver import Deliverer
from bot.service.desk import Desk, open_case, where
from bot.service.handle import handle
from bot.service.line import Line, StoreTrouble
from bot.service.perform import say


class Intake:
    """`receive` returns when everything is kept; then, and only then, may a channel call it received."""

    def __init__(
        self,
        desk: Desk,
        line: Line,
        deliverer: Deliverer,
        channels: Mapping[str, Channel],
        clock: Clock,
    ) -> None:
        self._desk = desk
        self._line = line
        self._deliverer = deliverer
        self._channels = channels
        self._clock = clock
        self._told: set[tuple[str, int]] = set()

    async def receive(self, inbounds: Sequence[Inbound]) -> None:
        """Handle them in order, in as few commits as can be; raises StoreTrouble when the store is not well.

        An inbound that cannot be handled is set aside, and its sender is asked to send it again.
        """
        jobs = [self._line.join(partial(self._handle, inbound)) for inbound in inbounds]
        faults = [await _fault(job) for job in jobs]
        if trouble := next((fault for fault in faults if isinstance(fault, StoreTrouble)), None):
            self._desk.journal.note("store-trouble", outcome=str(trouble))
            await self._tell(inbounds)
            raise trouble
        self._told.clear()
        for inbound, fault in zip(inbounds, faults, strict=True):
            if fault is not None:
                await self._set_aside(inbound, fault)
        self._deliverer.news.set()

    def _handle(self, inbound: Inbound, work: Work) -> None:
        handle(self._desk, work, inbound, self._clock())

    async def _set_aside(self, inbound: Inbound, fault: Exception) -> None:
        self._desk.journal.note("not-handled", outcome=where(fault))
        try:
            await self._line.join(partial(self._ask_again, inbound))
        except StoreTrouble:
            raise
        except Exception as untold:
            # Whose key is gone cannot be written to either; the others must not wait for that.
            self._desk.journal.note("not-told", outcome=where(untold))

    def _ask_again(self, inbound: Inbound, work: Work) -> None:
        now = self._clock()
        if work.first_seen(inbound.channel, inbound.key, int(now.timestamp()) // 60):
            case, _ = open_case(self._desk, work, inbound, now)
            say(case, "stuur_opnieuw")

    async def _tell(self, inbounds: Sequence[Inbound]) -> None:
        """Nothing can be queued now, so say it directly; once for each message."""
        for inbound in inbounds:
            if (inbound.channel, inbound.key) in self._told:
                continue
            self._told.add((inbound.channel, inbound.key))
            outbound = Outbound(Sort.TEXT, self._desk.phrase("opslag_vol", inbound.channel))
            try:
                await self._channels[inbound.channel].send(inbound.address, outbound)
            except DeliveryError as undelivered:
                self._desk.journal.note("not-told", outcome=undelivered.code)


async def _fault(job: "asyncio.Future[None]") -> Exception | None:
    try:
        await job
    except Exception as fault:
        return fault
    return None
