"""getUpdates: the long poll, of which only the newest may wait."""

import time

from .clock import Bell
from .params import Params
from .profile import check_polling
from .refusal import RefusalError, Tree, bad
from .world import World

LONGEST_WAIT = 50
MOST_AT_ONCE = 100


class Polling:
    """Hands out updates; a newer poll ends the older one with 409."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._turn = 0
        self._closed = False
        self.waiting = 0
        self.settled = Bell()

    async def take(self, params: Params) -> list[Tree]:
        """The next batch, waiting at most `timeout` seconds for one."""
        check_polling(self._world)
        arrivals = self._world.arrivals
        self._allow(params)
        self._turn += 1
        turn = self._turn
        arrivals.bell.ring()
        arrivals.confirm(params.number("offset"))
        limit = params.number("limit", MOST_AT_ONCE)
        limit = limit if 1 <= limit <= MOST_AT_ONCE else MOST_AT_ONCE
        deadline = time.monotonic() + min(max(params.number("timeout"), 0), LONGEST_WAIT)
        while not (batch := arrivals.batch(limit)) and not self._closed:
            left = deadline - time.monotonic()
            if left <= 0:
                break
            await self._wait(left)
            self._check_turn(turn)
        return batch

    def close(self) -> None:
        """Let the poll that waits go home."""
        self._closed = True
        self._world.arrivals.bell.ring()

    async def _wait(self, seconds: float) -> None:
        self.waiting += 1
        self.settled.ring()
        await self._world.arrivals.bell.wait(seconds)
        self.waiting -= 1

    def _check_turn(self, turn: int) -> None:
        if turn != self._turn:
            reason = "terminated by other getUpdates request; make sure that only one bot instance is running"
            raise RefusalError(409, f"Conflict: {reason}")
        check_polling(self._world)

    def _allow(self, params: Params) -> None:
        kinds = params.tree("allowed_updates")
        if kinds is None:
            return
        if not isinstance(kinds, list):
            raise bad("can't parse allowed updates JSON array")
        self._world.arrivals.allow(kinds)
