"""Going through a reflection in any way somebody could: what they may do, and what holds at every turn."""

from random import Random

from hypothesis import strategies as st

from bot.core import inputs
from bot.core.dialogue import Dialogue, Kind
from bot.core.inputs import Input
from bot.core.machine import Status
from bot.core.replay import VISITS_LIMIT, replay
from bot.core.session import Hold, Session

ONWARD = "onward"
"""Whatever takes the open question, or the wait, a step further."""
ALARM = "alarm"
"""The tick of the alarm the session has, or a sign of life where it has none."""
Does = Input | str
"""An input, or one of these, which depend on where somebody is."""
# Seeded once: every draw from hypothesis itself would leave less room for the rest of a long life.
RANDOM = st.randoms(use_true_random=True)


def lives(given: st.SearchStrategy[Input]) -> st.SearchStrategy[list[Does]]:
    """Some way into a reflection, and then anything."""
    anything = st.one_of(st.sampled_from([ONWARD, ONWARD, ALARM]), given)
    way_in = st.integers(0, 25).map(lambda turns: [ONWARD] * turns)
    return st.tuples(way_in, st.lists(anything, max_size=25)).map(lambda parts: [*parts[0], *parts[1]])


def given_by(does: Does, dialogue: Dialogue, session: Session, random: Random) -> Input:
    """The input that this is for somebody who is there."""
    if does == ONWARD:
        return _onward(dialogue, session, random)
    if isinstance(does, str):
        return inputs.Tick(session.alarm.kind, session.alarm.turn) if session.alarm else inputs.Resume()
    return does


def _onward(dialogue: Dialogue, session: Session, random: Random) -> Input:
    question = dialogue.by_name[session.here[0]].question
    if session.status is not Status.ASKING or question is None:
        return inputs.Resume()
    if session.hold is Hold.GATHER:
        return inputs.Done()
    if session.hold is not None:
        return inputs.Leave()
    if not question.required and random.random() < 0.4:
        return inputs.Skip()
    ref = random.choice([None, *range(1, 20)])
    if question.kind is Kind.OPEN:
        return inputs.Answer("dat is wat ik daar zag", ref)
    if question.kind is Kind.DATE:
        return inputs.Answer("vandaag", ref)
    if question.kind is Kind.MULTI:
        return inputs.Answer(random.choice(question.choices).label, ref)
    if random.random() < 0.5:
        return inputs.Answer(random.choice(question.choices).key, ref)
    return inputs.Choose(random.choice(question.choices).key, ref)


def stands_where_the_answers_say(dialogue: Dialogue, session: Session) -> None:
    """Also that an open question is one, that a wait is one, and that no alarm goes off in a rest."""
    step = dialogue.by_name[session.here[0]]
    if session.status in (Status.ASKING, Status.ASLEEP):
        held = session.here if session.hold else None
        assert replay(dialogue, session, held=held).path == session.path
    assert session.status is not Status.ASKING or step.question is not None
    assert session.status is not Status.ASLEEP or step.wait is not None
    assert session.alarm is None or session.status in (Status.ASKING, Status.ASLEEP)


def turns_enough(dialogue: Dialogue) -> int:
    """More turns than anybody who answers or skips what is asked can need."""
    return VISITS_LIMIT * sum(len(s.question.items) + 2 if s.question else 1 for s in dialogue.steps)
