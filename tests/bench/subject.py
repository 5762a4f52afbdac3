"""What is measured: the same durable turns, a set at a time, by something that proves that it did them.

A set is FLIGHT people who each answer QUESTIONS questions. The people of one set are spread over all who are
known, so that their rows do not lie side by side.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass

FLIGHT = 16
QUESTIONS = 12
TURNS = FLIGHT * QUESTIONS
"""Turns in a set."""
_FIRST = 700_001


@dataclass(frozen=True, slots=True)
class Kept:
    """What is in the store: answers, replies and names of updates. One of each a turn."""

    answers: int
    replies: int
    seen: int

    def __sub__(self, before: "Kept") -> "Kept":
        return Kept(self.answers - before.answers, self.replies - before.replies, self.seen - before.seen)


class Subject(ABC):
    """Call `ready`, which is not timed, before every `run`, which is."""

    def __init__(self, name: str, groups: int) -> None:
        self.name = name
        self._groups = groups
        self._group = groups

    @property
    def everybody(self) -> list[int]:
        return list(range(_FIRST, _FIRST + FLIGHT * self._groups))

    async def ready(self) -> None:
        """Prepare the next set; when everybody has answered everything, all begin again."""
        if self._group == self._groups:
            await self.begin()
            self._group = 0
        self.prepare(self.everybody[self._group :: self._groups])
        self._group += 1

    @abstractmethod
    async def begin(self) -> None:
        """Bring everybody to the first question of a new conversation."""

    @abstractmethod
    def prepare(self, people: list[int]) -> None:
        """Make what these people will send in the next `run`."""

    @abstractmethod
    async def run(self) -> None:
        """Do TURNS turns; a turn is done when its reply is committed, or sent where the name says so."""

    @abstractmethod
    def kept(self) -> Kept: ...

    @abstractmethod
    def syncs(self) -> tuple[int, int]:
        """Commits so far, and how often something was forced to the disk."""
