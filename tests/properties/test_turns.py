"""What holds for every way of going through a reflection."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import engine, inputs
from bot.core.dialogue import Dialogue, Kind
from bot.core.effects import Keep
from bot.core.inputs import Input
from bot.core.machine import Status
from bot.core.replay import replay
from bot.core.session import AlarmKind, Session
from tests.scripts import FRIDAY, Walk, real

DIALOGUES = [real("vier-woorden-voor-gesprek"), real("gesprek-terugblikken")]
WORDS = st.sampled_from(
    [
        "arrogant", "ja", "nee", "verzet", "morgen half 3", "gisteren", "7", "10", "1 en 2",
        "ik weet het niet", "hoe heb jij dat beleefd?", "vind je niet dat het anders moet?", "stop", "", " ",
        "<b>&", "כן", "🙂" * 40,
    ]
) | st.text(max_size=60)  # fmt: skip
REFS = st.one_of(st.none(), st.integers(1, 40))
INPUTS: st.SearchStrategy[Input] = st.one_of(
    st.builds(inputs.Answer, WORDS, REFS, st.booleans(), st.sampled_from(inputs.Seen)),
    st.builds(inputs.Answer, WORDS),
    st.builds(inputs.Choose, st.sampled_from(["ja", "nee", "ik", "kort", "5", "9", "verbreden", "x"])),
    st.builds(inputs.Correct, st.integers(1, 40), WORDS),
    st.builds(inputs.Change, st.sampled_from(["", "1", "3", "beleven", "99"])),
    st.sampled_from(
        [
            inputs.Done(), inputs.Leave(), inputs.Skip(), inputs.Back(), inputs.Help(), inputs.Example(),
            inputs.Unreadable(), inputs.Pause(), inputs.Resume(),
        ]
    ),
    st.builds(inputs.Tick, st.sampled_from(AlarmKind), st.integers(0, 60)),
)  # fmt: skip


def alarm_of(session: Session) -> Input:
    """The tick of the alarm the session has, or a sign that it has none."""
    return inputs.Tick(session.alarm.kind, session.alarm.turn) if session.alarm else inputs.Resume()


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(DIALOGUES), st.lists(st.one_of(INPUTS, st.just(None)), max_size=40))
def test_position_is_what_replay_of_the_answers_gives(dialogue: Dialogue, steps: list[Input | None]) -> None:
    walk = Walk(dialogue)
    for step in steps:
        walk.does(alarm_of(walk.session) if step is None else step)
        walk.now += timedelta(minutes=1)
        session = walk.session
        if session.status in (Status.ASKING, Status.ASLEEP):
            held = session.here if session.hold else None
            assert replay(dialogue, session, held=held).path == session.path
        if session.status is Status.ASKING:
            assert dialogue.by_name[session.here[0]].question is not None
        assert (session.alarm is None) or session.status in (Status.ASKING, Status.ASLEEP)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(DIALOGUES), st.lists(INPUTS, max_size=25))
def test_stop_always_ends_in_one_turn(dialogue: Dialogue, steps: list[Input]) -> None:
    walk = Walk(dialogue)
    walk.does(*steps)
    live = walk.session.status.live
    walk.does(inputs.Stop())
    assert not walk.session.status.live
    assert live == (walk.session.status is Status.STOPPED)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(DIALOGUES), st.lists(INPUTS, max_size=25))
def test_the_same_inputs_give_the_same_effects(dialogue: Dialogue, steps: list[Input]) -> None:
    first, second = Walk(dialogue), Walk(dialogue)
    for step in steps:
        assert first.does(step) == second.does(step)
        assert first.turn == second.turn


@settings(max_examples=100, deadline=None)
@given(st.lists(INPUTS, max_size=15), st.text("abcdefgh ", min_size=12, max_size=40))
def test_what_is_written_to_let_off_steam_is_nowhere_after_the_turn(steps: list[Input], secret: str) -> None:
    walk = Walk(real("vier-woorden-voor-gesprek"))
    walk.does("rector P", "hij legde zijn telefoon midden op de tafel neer")
    assert walk.step == "uitleven"
    secret = f"zzq{secret}qzz"
    for gather in (False, True):
        turn = engine.turn(walk.dialogue, walk.session, inputs.Answer(secret, 5, gather), FRIDAY)
        assert secret not in repr(turn)
    walk.does(secret, *steps)
    assert secret not in repr(walk.turn)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(DIALOGUES), st.lists(INPUTS, max_size=25))
def test_words_are_in_the_answers_and_never_in_the_head_of_the_session(
    dialogue: Dialogue, steps: list[Input]
) -> None:
    walk = Walk(dialogue)
    walk.does("kanarie-woorden van de leider zelf", *steps)
    assert "kanarie" not in repr(walk.session.to_json())


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(DIALOGUES), st.lists(INPUTS, max_size=25))
def test_every_answer_the_session_holds_was_kept_in_the_log(dialogue: Dialogue, steps: list[Input]) -> None:
    walk, log = Walk(dialogue), {}
    for step in steps:
        walk.does(step)
        log.update({keep.visit: keep.given for keep in walk.turn.effects if isinstance(keep, Keep)})
    assert log == dict(walk.session.given)
    assert len({given.n for given in log.values()}) == len(log)


def test_the_kinds_of_question_in_use_are_all_met_by_these_properties() -> None:
    kinds = {step.question.kind for one in DIALOGUES for step in one.steps if step.question}
    assert kinds == set(Kind)
