"""Rounds: every subject has its turn in each, in another order every time, so that drift hits all alike."""

import gc
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.bench.subject import TURNS, Kept, Subject


@dataclass(frozen=True, slots=True)
class Spread:
    """Figures of several rounds by their median and quartiles."""

    low: float
    median: float
    high: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> "Spread":
        """Needs two figures or more."""
        return cls(*statistics.quantiles(figures, n=4, method="inclusive"))


@dataclass
class Measured:
    """Of one subject: for each round turns a second and µs of processor a turn; over all, the disk."""

    rates: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    turns: int = 0
    commits: int = 0
    syncs: int = 0


async def measure(subjects: Sequence[Subject], rounds: int, sets: int) -> dict[str, Measured]:
    """Figures by name; a subject that kept anything else than one row of each sort a turn is an error."""
    measured = {subject.name: Measured() for subject in subjects}
    for number in range(rounds + 1):
        turned = number % len(subjects)
        for subject in (*subjects[turned:], *subjects[:turned]):
            # The first round warms up.
            await _round(subject, sets, measured[subject.name] if number else Measured())
    return measured


async def _round(subject: Subject, sets: int, measured: Measured) -> None:
    seconds = busy = 0.0
    for _ in range(sets):
        await subject.ready()
        before, syncs_before = subject.kept(), subject.syncs()
        gc.collect()
        start, busy_start = time.perf_counter(), time.process_time()
        await subject.run()
        seconds += time.perf_counter() - start
        busy += time.process_time() - busy_start
        assert subject.kept() - before == Kept(TURNS, TURNS, TURNS), (
            f"{subject.name} did other work than asked"
        )
        commits, syncs = (now - then for now, then in zip(subject.syncs(), syncs_before, strict=True))
        measured.turns += TURNS
        measured.commits += commits
        measured.syncs += syncs
    measured.rates.append(sets * TURNS / seconds)
    measured.busy.append(busy / (sets * TURNS) * 1e6)
