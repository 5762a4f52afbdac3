"""The errors of the house, told by who can mend them.

HouseError
├── ContentError      the author: a script or text is wrong; every fault with its file and line, in Dutch
├── ConfigError       the operator: the environment is wrong; all faults at once, before anything starts
└── DeliveryError     the world: a send that failed; later(seconds), never or unknown

Mistakes of the programmer are assertions. Nothing a person wrote may stand in any of them.
"""

from dataclasses import dataclass
from typing import Literal


class HouseError(Exception):
    """The root of all errors that somebody outside the code can mend."""


@dataclass(frozen=True, slots=True, order=True)
class Blemish:
    """One fault in the content: where it is, what is wrong and what to write instead (Dutch)."""

    file: str
    line: int
    text: str
    must: bool = True

    def __str__(self) -> str:
        level = "moet" if self.must else "mag"
        return f"{self.file}:{self.line}: {level}: {self.text}"


class ContentError(HouseError):
    """Scripts or texts that cannot be used; `blemishes` holds every fault of every file."""

    def __init__(self, blemishes: list[Blemish]) -> None:
        self.blemishes = sorted(blemishes)
        super().__init__("\n".join(str(blemish) for blemish in self.blemishes))


class ConfigError(HouseError):
    """An environment that cannot be used; `faults` holds (name, code) of every fault, never a value."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        self.faults = faults
        super().__init__("; ".join(f"{name}: {code}" for name, code in faults))


class DeliveryError(HouseError):
    """A send that did not succeed.

    `outcome` is what the sender may do about it: "later" (try again in `retry_in` seconds), "never"
    (permanent), "blocked" (this person cannot be reached) or "unknown" (it may have arrived).
    """

    def __init__(
        self, outcome: Literal["later", "never", "blocked", "unknown"], code: str, retry_in: float = 0.0
    ) -> None:
        self.outcome = outcome
        self.code = code
        self.retry_in = retry_in
        super().__init__(f"{outcome}: {code}")
