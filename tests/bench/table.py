"""The table: figures beside the goals they were given beforehand, ready for Markdown."""

from dataclasses import dataclass

from tests.bench.rounds import Spread


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound on the median: at least so much, or at most."""

    bound: float
    least: bool = True

    def reached(self, spread: Spread) -> bool:
        return spread.median >= self.bound if self.least else spread.median <= self.bound


@dataclass(frozen=True, slots=True)
class Line:
    """One row; `unit` stands behind every figure, `digits` after the comma; `busy`: µs of processor."""

    what: str
    spread: Spread
    unit: str = ""
    digits: int = 0
    goal: Goal | None = None
    busy: Spread | None = None

    def cells(self) -> tuple[str, ...]:
        low, median, high = (
            self._figure(one) for one in (self.spread.low, self.spread.median, self.spread.high)
        )
        busy = f"{self.busy.median:.0f} µs" if self.busy else ""
        wanted = mark = ""
        if self.goal is not None:
            wanted = f"{'≥' if self.goal.least else '≤'} {self._figure(self.goal.bound)}{self.unit}"
            mark = "✓" if self.goal.reached(self.spread) else "–"
        return self.what, median + self.unit, f"{low}–{high}", busy, wanted, mark

    def _figure(self, figure: float) -> str:
        return f"{figure:,.{self.digits}f}"


def markdown(lines: list[Line]) -> str:
    """All lines as one table."""
    head = ("what", "median", "quartiles", "processor", "goal", "")
    rows = [head, ("---", "---:", "---:", "---:", "---:", "---"), *(line.cells() for line in lines)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)
