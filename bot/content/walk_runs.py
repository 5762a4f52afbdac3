"""Runs: one person going through a dialogue, from the first step to the end.

Worked out with the conditions and the machine of the core; walk_plays.py plays it with the engine.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.content.trial import Reply
from bot.content.walk_search import Line, Mark, Roads, Search, trace
from bot.core.conditions import holds
from bot.core.dialogue import END, Step
from bot.core.given import Given, Visit
from bot.core.known import Known
from bot.core.machine import next_step


@dataclass(frozen=True)
class Run:
    """`path`: the steps in order; `answers`: for each question the replies at its visits.

    `lines`: the lines of branches it takes; `ended`: False where no answer leads to the end any more.
    """

    path: tuple[str, ...]
    answers: Mapping[str, tuple[Reply, ...]]
    lines: frozenset[Line]
    ended: bool


def run_to(roads: Roads, mark: Mark, number: int) -> Run | None:
    """Somebody who comes to that place, and from there to the end; None if looking for the end took too long.

    `number`: where an answer makes no difference they take turns with this number, skipping among them.
    """

    def pick(mask: int) -> int:
        for _ in range(number % mask.bit_count()):
            mask &= mask - 1
        return (mask & -mask).bit_length() - 1

    going = _Going(roads)
    ended = going.on(trace(mark, pick))
    if not ended:
        search = Search(roads)
        search.to_end(going.step, going.box())
        if search.out is None and not search.whole:
            return None
        ended = search.out is not None and going.on(trace(search.out, pick))
    if not ended:
        going.path.append(going.step)
    answers = {step: tuple(replies) for step, replies in going.answers.items()}
    return Run(tuple(going.path), answers, frozenset(going.lines), ended)


class _Going:
    """A run in the making."""

    def __init__(self, roads: Roads) -> None:
        self.step = roads.first.name
        self.path: list[str] = []
        self.answers: dict[str, list[Reply]] = {}
        self.lines: set[Line] = set()
        self._roads = roads
        self._counts: Counter[str] = Counter()
        self._given: dict[Visit, Given] = {}
        self._bits: dict[str, int] = {}
        self._known = Known(roads.dialogue, self._given)

    def on(self, plan: list[tuple[str, int]]) -> bool:
        """Walk on with these replies, to the end (True) or to the first question that has none.

        Also stops where a dialogue goes round without asking anything.
        """
        waiting, silent = iter(plan), 0
        reply = next(waiting, None)
        while self.step != END:
            step = self._roads.dialogue.by_name[self.step]
            silent = 0 if step.question else silent + 1
            if (step.question and reply is None) or silent > len(self._roads.targets):
                return False
            if step.question and reply is not None:
                assert reply[0] == step.name, "a plan follows the conditions of the dialogue"
                self._pass(step, reply[1])
                reply = next(waiting, None)
            else:
                self._pass(step, 1)
            self.step = next_step(self._roads.dialogue, step.name, self._known)
        return True

    def box(self) -> Mapping[str, int]:
        """What is still looked at from here on."""
        return {name: 1 << self._bits.get(name, 0) for name in self._roads.live[self.step]}

    def _pass(self, step: Step, bit: int) -> None:
        self.path.append(step.name)
        self._take(step, before=True)
        self._counts[step.name] += 1
        self._bits[step.name] = bit
        here = (step.name, self._counts[step.name])
        if step.question is not None:
            replies = self._roads.space.replies[step.name]
            self._given[here] = replies.given[bit]
            self.answers.setdefault(step.name, []).append(replies.replies[bit])
        self._known.passes(here)
        self._take(step, before=False)

    def _take(self, step: Step, *, before: bool) -> None:
        """Note which lines count: of what is said before there is an answer, of the rest after."""
        for fork in self._roads.forks[step.name]:
            if (fork.word == "zeg") is before:
                held = [at for at, (case, _) in enumerate(fork.branch.cases) if holds(case, self._known)]
                counting = held if fork.all else held[:1]
                self.lines |= {fork.lines[at] for at in counting or [-1]}
