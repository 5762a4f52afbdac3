"""Where somebody stands, derived from what they answered: path = f(dialogue, answers).

Going back, changing, correcting and resuming all come down to this. Answers the path no longer passes
are set aside: they stay, unseen, and count again when the path comes by.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from bot.core.dialogue import END, Dialogue, Step
from bot.core.errors import Blemish, ContentError
from bot.core.given import Visit
from bot.core.known import Known
from bot.core.machine import next_step
from bot.core.rating import complete
from bot.core.session import Session

MUTE_STEPS_LIMIT = 1000
"""Steps in a row without an answer; only a script that goes round without asking comes near."""
VISITS_LIMIT = 100
"""How often one step can be come to; who goes round that often is let out, with everything kept."""


@dataclass(frozen=True, slots=True)
class Walk:
    """The path up to where it stops, and whether it stops because the dialogue has ended.

    `unasked`: what was passed without asking; `full`: it ended because a step was come to too often.
    """

    path: tuple[Visit, ...]
    ended: bool
    unasked: frozenset[Visit] = frozenset()
    full: bool = False


def replay(
    dialogue: Dialogue,
    session: Session,
    start: tuple[Visit, ...] = (),
    held: Visit | None = None,
    passing: Callable[[Step, Visit], bool] | None = None,
) -> Walk:
    """Walk as far as the answers reach, from the first step or on from the path `start`.

    `held` stops the walk at that visit although it has an answer; `passing` says which visits are passed
    without asking (else: what was passed before, and the long way of who has little time). Walking on from a
    path whose answers did not change gives the same as walking from the first step.
    """
    path = list(start) or [(dialogue.steps[0].name, 1)]
    counts = Counter(step for step, _ in path)
    unasked = set(session.unasked)
    known = Known(dialogue, session.given, path, unasked)
    passes = passing or (lambda step, here: here in unasked or left_out(dialogue, step, session))
    mute = 0
    while mute < MUTE_STEPS_LIMIT:
        here = path[-1]
        step = dialogue.by_name[here[0]]
        if here == held:
            return Walk(tuple(path), ended=False, unasked=frozenset(unasked))
        if _stops(step, here, session):
            if not passes(step, here):
                return Walk(tuple(path), ended=False, unasked=frozenset(unasked))
            unasked.add(here)
        known.passes(here, unasked=here in unasked)
        mute = mute + 1 if step.question is None or here in unasked else 0
        target = next_step(dialogue, here[0], known)
        full = counts[target] >= VISITS_LIMIT and dialogue.by_name[target].question is not None
        if target == END or full:
            return Walk(tuple(path), ended=True, unasked=frozenset(unasked), full=full)
        counts[target] += 1
        path.append((target, counts[target]))
    raise ContentError([Blemish(dialogue.id, 0, "deze dialoog draait rond zonder iets te vragen")])


def left_out(dialogue: Dialogue, step: Step, session: Session) -> bool:
    """Whether the short way passes this step; a script without a short way (any more) asks everything."""
    short, question = session.brief and bool(dialogue.brief), step.question
    return short and question is not None and not question.required and step.name not in dialogue.brief


def _stops(step: Step, here: Visit, session: Session) -> bool:
    if step.question is not None:
        if here not in session.given or session.given[here].empty:
            return True
        return bool(step.question.items) and not complete(step.question, session.given[here])
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
