"""Group commit: the first job of a loop iteration opens a transaction, others join it, one commit serves all.

A job is synchronous and runs in a part of the transaction of its own: when it raises, only its own work is
undone. Nobody hears that a job succeeded before the commit is done; a failed commit fails every job of it.
"""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from bot.ports import Store, Work

T = TypeVar("T")


class StoreTrouble(Exception):
    """The store could not commit (a full disk, a lock) and kept nothing. Names the kind of fault only."""


class Marks:
    """What was sent and is still to be written: it goes along in the next transaction, whoever opens that."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[Work], None]] = []
        self._written = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, mark: Callable[[Work], None]) -> None:
        self._waiting.append(mark)

    @property
    def new(self) -> bool:
        """Whether there is one that the open transaction does not hold yet."""
        return len(self._waiting) > self._written

    def write(self, work: Work) -> None:
        for mark in self._waiting[self._written :]:
            mark(work)
        self._written = len(self._waiting)

    def settle(self, *, committed: bool) -> None:
        if committed:
            del self._waiting[: self._written]
        self._written = 0


class Line:
    """The one way into the store while the loop runs."""

    def __init__(self, store: Store, marks: Marks) -> None:
        self.store = store
        self._marks = marks
        self._joined: list[tuple[asyncio.Future[Any], Any]] = []
        self._open = False

    def join(self, job: Callable[[Work], T]) -> "asyncio.Future[T]":
        """Run `job` now; the future is done when its result is committed.

        The future raises what the job raised, or StoreTrouble.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        try:
            self._begin(loop)
            if self._marks.new:
                # Before the job: it may ask whether somebody had seen their question.
                with self.store.work() as work:
                    self._marks.write(work)
            with self.store.work() as work:
                result = job(work)
        except self.store.troubles as fault:
            future.set_exception(StoreTrouble(type(fault).__name__))
        except Exception as fault:
            future.set_exception(fault)
        else:
            self._joined.append((future, result))
        return future

    async def look(self, job: Callable[[Work], T]) -> T:
        """What `job` reads of what is committed; it may not write. Raises StoreTrouble."""
        while self._open:
            await self.join(lambda work: None)
        try:
            return job(self.store.reader)
        except self.store.troubles as fault:
            raise StoreTrouble(type(fault).__name__) from None

    async def flush(self) -> None:
        """Write down what was sent, if anything waits for that."""
        if len(self._marks):
            await self.join(lambda work: None)

    def _begin(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._open:
            return
        self.store.begin()
        self._open = True
        loop.call_soon(self._commit)

    def _commit(self) -> None:
        self._open = False
        joined, self._joined = self._joined, []
        try:
            self.store.commit()
        except Exception as fault:
            # Whatever it was, whoever waits must hear that nothing of it was kept.
            self._marks.settle(committed=False)
            for future, _ in joined:
                if not future.done():
                    future.set_exception(StoreTrouble(type(fault).__name__))
        else:
            self._marks.settle(committed=True)
            for future, result in joined:
                if not future.done():
                    future.set_result(result)
