"""The flood rule: a short burst, then one message a second to one chat, on real time."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from .records import Records
from .refusal import flooded

FloodMode = Literal["off", "report", "enforce"]
# A bot that paces exactly one second apart may arrive a little early through the network.
TOLERANCE = 0.05


@dataclass
class _Bucket:
    tokens: float
    filled: float
    closed_until: float = 0.0
    told: bool = False
    storm: list[int] = field(default_factory=list)


class Flood:
    """Counts sends and edits per chat; refuses with 429 (enforce), only notes it (report) or neither."""

    def __init__(
        self,
        records: Records,
        mode: FloodMode = "report",
        burst: int = 3,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.mode = mode
        self.burst = burst
        self._records = records
        self._now = now
        self._buckets: dict[int, _Bucket] = {}

    def storm(self, chat_id: int, calls: int, retry_after: int) -> None:
        """Refuse the next `calls` calls to this chat with 429, whatever the mode."""
        self._bucket(chat_id).storm += [retry_after] * calls

    def check(self, chat_id: int, method: str) -> None:
        """Raise the 429 this call deserves and note a call that came before retry_after was over."""
        bucket, now = self._bucket(chat_id), self._now()
        if now < bucket.closed_until - TOLERANCE:
            if bucket.told:
                self._records.violation("retry_after_ignored", chat_id, method)
            bucket.told = True
            raise flooded(math.ceil(bucket.closed_until - now))
        if bucket.storm:
            self._close(bucket, bucket.storm.pop(0))
        if self.mode != "off":
            self._spend(bucket, chat_id, method)

    def untold(self, chat_id: int) -> None:
        """The last 429 was lost on the line, so nobody can be blamed for not heeding it."""
        self._bucket(chat_id).told = False

    def _spend(self, bucket: _Bucket, chat_id: int, method: str) -> None:
        now = self._now()
        bucket.tokens = min(bucket.tokens + now - bucket.filled, float(self.burst))
        bucket.filled = now
        if bucket.tokens + TOLERANCE >= 1:
            bucket.tokens = max(bucket.tokens - 1, 0.0)
        elif self.mode == "report":
            self._records.violation("too_fast", chat_id, method)
        else:
            self._close(bucket, math.ceil(1 - bucket.tokens))

    def _close(self, bucket: _Bucket, seconds: int) -> None:
        bucket.closed_until, bucket.told = self._now() + seconds, True
        raise flooded(seconds)

    def _bucket(self, chat_id: int) -> _Bucket:
        return self._buckets.setdefault(chat_id, _Bucket(float(self.burst), self._now()))
