"""The queue of updates: numbering, filtering, confirmation, expiry and repeated delivery."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .clock import Bell, Clock
from .records import Records
from .refusal import Tree

FIRST_ID = 100_000_001
KEPT_SECONDS = 24 * 3600
PRESS_KEPT_SECONDS = 150
OFFSET_SLACK = 10
ONLY_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass
class Arrival:
    """One update as it waits; `due` is the moment it expires on the double's clock."""

    update_id: int
    kind: str
    body: Tree
    due: float
    facts: Tree


class Arrivals:
    """Updates in one order; a confirmed one is gone unless `again` decides that it comes once more."""

    def __init__(self, clock: Clock, records: Records, again: Callable[[], bool]) -> None:
        self.bell = Bell()
        self.handed: set[int] = set()
        self._clock = clock
        self._records = records
        self._again = again
        self._next_id = FIRST_ID
        self._allowed: frozenset[str] = frozenset()
        self._waiting: list[Arrival] = []
        self._repeated: list[Arrival] = []

    def allow(self, kinds: Iterable[str]) -> None:
        """Keep only these kinds from now on; none means the default set."""
        self._allowed = frozenset(kinds)

    def put(self, kind: str, body: Tree, **facts: object) -> int | None:
        """Queue an update; returns its id, or None if the bot does not want this kind."""
        wanted = kind in self._allowed if self._allowed else kind not in ONLY_ON_REQUEST
        return self._queue(kind, {kind: body}, facts) if wanted else None

    def put_raw(self, body: Tree) -> int:
        """Queue an arbitrary update under the next id, which `body` itself may overrule."""
        return self._queue("raw", body, {})

    def confirm(self, offset: int) -> None:
        """Forget everything below `offset`; negative keeps the last ones, far above is ignored."""
        self._expire()
        if offset < 0:
            self._drop("forgotten", self._waiting[:offset])
        elif offset <= self._next_id - 1 + OFFSET_SLACK:
            gone = [one for one in self._waiting if one.update_id < offset]
            self._repeated += [one for one in gone if self._again()]
            self._drop("confirmed", gone)

    def forget_all(self) -> None:
        """Drop what waits, as drop_pending_updates does."""
        self._drop("forgotten", list(self._waiting))

    def batch(self, limit: int) -> list[Tree]:
        """Repeated updates first, then at most `limit` of those that wait."""
        self._expire()
        repeated, self._repeated = self._repeated, []
        ready = repeated + self._waiting[:limit]
        self.handed.update(one.update_id for one in ready)
        return [{"update_id": one.update_id} | one.body for one in ready]

    def waiting(self) -> list[Tree]:
        """What waits now, without handing it over."""
        self._expire()
        return [{"update_id": one.update_id} | one.body for one in self._waiting]

    def jump(self, to: int) -> None:
        """Continue numbering at `to`, as Telegram does at random after a quiet week."""
        self._next_id = to

    def _queue(self, kind: str, body: Tree, facts: Tree) -> int:
        kept = PRESS_KEPT_SECONDS if kind == "callback_query" else KEPT_SECONDS
        arrival = Arrival(self._next_id, kind, body, self._clock.now() + kept, facts)
        self._next_id += 1
        self._waiting.append(arrival)
        self.bell.ring()
        return arrival.update_id

    def _expire(self) -> None:
        now = self._clock.now()
        self._drop("expired", [one for one in self._waiting if one.due <= now])

    def _drop(self, reason: str, gone: list[Arrival]) -> None:
        ids = {one.update_id for one in gone}
        self._waiting = [one for one in self._waiting if one.update_id not in ids]
        for one in gone:
            self._records.note(reason, update_id=one.update_id, kind=one.kind, **one.facts)
        if gone:
            self.bell.ring()
