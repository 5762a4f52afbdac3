"""What a person gave at one visit of one question, to and from JSON."""

from dataclasses import dataclass, field
from typing import Any

Visit = tuple[str, int]
"""(step name, how many times this step has been come to, from 1)."""

TEXT_LIMIT = 32_000
"""Code points one answer can hold, over all the messages it came in."""

PARTS_LIMIT = 100
"""Messages one answer can come in."""


@dataclass(frozen=True, slots=True)
class Part:
    """One message of an answer; `ref` is the channel's number of that message, if it has one."""

    text: str
    ref: int | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: words, keys of choices (a number or a moment is a key too), skipped, or only had.

    `n` is its place in the log of the session, for ever. `had` marks an ephemeral answer: given and gone.
    """

    n: int
    parts: tuple[Part, ...] = ()
    keys: tuple[str, ...] = field(default=())
    skipped: bool = False
    had: bool = False

    @property
    def text(self) -> str:
        return "\n".join(part.text for part in self.parts)

    @property
    def empty(self) -> bool:
        return not (self.parts or self.keys or self.skipped or self.had)

    def to_json(self) -> dict[str, Any]:
        """Only what is filled: {"n", "parts": [[text, ref]], "keys", "skipped", "had"}."""
        filled: dict[str, Any] = {"n": self.n}
        if self.parts:
            filled["parts"] = [[part.text, part.ref] for part in self.parts]
        if self.keys:
            filled["keys"] = list(self.keys)
        if self.skipped:
            filled["skipped"] = True
        if self.had:
            filled["had"] = True
        return filled

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Given":
        return cls(
            n=data["n"],
            parts=tuple(Part(text, ref) for text, ref in data.get("parts", ())),
            keys=tuple(data.get("keys", ())),
            skipped=data.get("skipped", False),
            had=data.get("had", False),
        )
