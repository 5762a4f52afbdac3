"""Where somebody stands, derived from what they answered: path = f(dialogue, answers).

Going back, changing, correcting and resuming all come down to this. Answers the path no longer passes
are set aside: they stay, unseen, and count again when the path comes by.
"""

from collections import Counter
from dataclasses import dataclass

from bot.core.dialogue import END, Dialogue, Step
from bot.core.errors import Blemish, ContentError
from bot.core.given import Visit
from bot.core.machine import next_step
from bot.core.session import Session

STEPS_LIMIT = 1000
"""Steps a path may have; only a script that goes round without asking comes near."""


@dataclass(frozen=True, slots=True)
class Walk:
    """The path up to where it stops, and whether it stops because the dialogue has ended."""

    path: tuple[Visit, ...]
    ended: bool


def replay(
    dialogue: Dialogue, session: Session, start: tuple[Visit, ...] = (), held: Visit | None = None
) -> Walk:
    """Walk as far as the answers reach, from the first step or on from the path `start`.

    `held` stops the walk at that visit although it has an answer. Walking on from a path whose answers did
    not change gives the same as walking from the first step.
    """
    path = list(start) or [(dialogue.steps[0].name, 1)]
    counts = Counter(step for step, _ in path)
    latest = session.latest(path)
    while len(path) <= STEPS_LIMIT:
        here = path[-1]
        step = dialogue.by_name[here[0]]
        if here == held or _stops(step, here, session):
            return Walk(tuple(path), ended=False)
        latest.passes(here)
        target = next_step(dialogue, here[0], latest)
        if target == END:
            return Walk(tuple(path), ended=True)
        counts[target] += 1
        path.append((target, counts[target]))
    raise ContentError([Blemish(dialogue.id, 0, "deze dialoog draait rond zonder iets te vragen")])


def _stops(step: Step, here: Visit, session: Session) -> bool:
    if step.question is not None:
        return here not in session.given or session.given[here].empty
    if step.wait is not None:
        return here not in session.waits or not session.waits[here].over
    return False


def answered(dialogue: Dialogue, session: Session) -> list[Visit]:
    """The visits of questions on the path that have an answer, in the order of the path."""
    return [
        visit
        for visit in session.path
        if visit in session.given and dialogue.by_name[visit[0]].question is not None
    ]
