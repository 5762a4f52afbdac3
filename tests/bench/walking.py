"""Replay: finding where somebody stands from forty answers."""

import time

from bot.content.library import FileLibrary
from bot.core.given import Given
from bot.core.replay import replay
from bot.core.session import Session
from tests.bench.script import KEYS, script

ANSWERS = 40
_TIMES = 50


class Replay:
    """A session with forty answers to a dialogue of one question more."""

    def __init__(self, library: FileLibrary) -> None:
        self.dialogue = library.read_snapshot(script(ANSWERS + 1).encode())
        given = {
            (step.name, 1): Given(n, keys=(KEYS[0],))
            for n, step in enumerate(self.dialogue.steps[:ANSWERS], 1)
        }
        self.session = Session(1, self.dialogue.id, self.dialogue.hash, given=given)

    def ms(self) -> float:
        """One walk from the first step, as the average of some."""
        start = time.perf_counter()
        for _ in range(_TIMES):
            walk = replay(self.dialogue, self.session)
        taken = (time.perf_counter() - start) * 1000
        assert len(walk.path) == ANSWERS + 1
        return taken / _TIMES
