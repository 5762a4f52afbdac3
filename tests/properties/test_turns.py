"""What holds for every way of going through a reflection."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import engine, inputs
from bot.core.dialogue import Kind
from bot.core.effects import Ask, Keep, Phrase, Say
from bot.core.engine import Turn
from bot.core.given import Given, Visit
from bot.core.inputs import Input
from bot.core.machine import Status
from bot.core.session import AlarmKind
from bot.core.text import plain
from tests.properties.going import (
    ONWARD,
    RANDOM,
    Does,
    given_by,
    lives,
    stands_where_the_answers_say,
    turns_enough,
)
from tests.scripts import FRIDAY, Walk, library, real

IDS = [
    "vier-woorden-voor-gesprek",
    "gesprek-terugblikken",
    "gelijkwaardig-gesprek-voorbereiden",
    "lerende-organisatie-scan",
    "leiderschapsstijl-in-context",
]
DIALOGUES = [real(id_) for id_ in IDS]
WORDS = st.sampled_from(
    [
        "arrogant", "ja", "nee", "verzet", "morgen half 3", "gisteren", "7", "10", "1 en 2", "3 4 5",
        "een 4, een 2", "ik weet het niet", "hoe heb jij dat beleefd?", "vind je niet dat het anders moet?",
        "stop", "", " ", "<b>&", "כן", "🙂" * 40,
    ]
) | st.text(max_size=60)  # fmt: skip
REFS = st.one_of(st.none(), st.integers(1, 40))
KEYS = ["ja", "nee", "ik", "kort", "5", "9", "2", "verbreden", "alleen", "x"]
ADVISING = [step.name for dialogue in DIALOGUES for step in dialogue.steps if step.weighing]
INPUTS: st.SearchStrategy[Input] = st.one_of(
    st.builds(inputs.Answer, WORDS, REFS, st.booleans(), st.sampled_from(inputs.Seen)),
    st.builds(inputs.Answer, WORDS),
    st.builds(inputs.Choose, st.sampled_from(KEYS)),
    st.builds(inputs.Correct, st.integers(1, 40), WORDS),
    st.builds(inputs.Change, st.sampled_from(["", "1", "3", "beleven", "99"])),
    st.builds(inputs.Why, st.sampled_from(["", *ADVISING, "iets"])),
    st.sampled_from(
        [
            inputs.Done(), inputs.Leave(), inputs.Skip(), inputs.Back(), inputs.Help(), inputs.Example(),
            inputs.Unreadable(), inputs.Pause(), inputs.Resume(), inputs.Brief(),
        ]
    ),
    st.builds(inputs.Tick, st.sampled_from(AlarmKind), st.integers(0, 60)),
)  # fmt: skip
STEPS = lives(INPUTS)
PRESSED = st.one_of(st.none(), st.none(), st.integers(0, 40))


def lived(walk: Walk, steps: list[Does], random: Random) -> Iterator[Turn]:
    """The turns of somebody who does all this."""
    yield walk.turn
    for does in steps:
        walk.does(given_by(does, walk.dialogue, walk.session, random))
        walk.now += timedelta(minutes=1)
        yield walk.turn


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(IDS), STEPS, RANDOM)
def test_position_is_what_replay_of_the_answers_gives(id_: str, steps: list[Does], random: Random) -> None:
    walk = Walk(real(id_))
    for _ in lived(walk, steps, random):
        stands_where_the_answers_say(walk.dialogue, walk.session)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(IDS), STEPS, RANDOM)
def test_stop_always_ends_in_one_turn(id_: str, steps: list[Does], random: Random) -> None:
    walk = Walk(real(id_))
    list(lived(walk, steps, random))
    live = walk.session.status.live
    walk.does(inputs.Stop())
    assert not walk.session.status.live
    assert live == (walk.session.status is Status.STOPPED)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(IDS), STEPS, RANDOM)
def test_whoever_answers_or_skips_what_is_asked_comes_to_the_end(
    id_: str, steps: list[Does], random: Random
) -> None:
    walk = Walk(real(id_))
    list(lived(walk, steps, random))
    for _ in range(turns_enough(walk.dialogue)):
        if not walk.session.status.live:
            return
        walk.does(given_by(ONWARD, walk.dialogue, walk.session, random))
    raise AssertionError("this goes on for ever")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(IDS), st.lists(st.tuples(INPUTS, PRESSED), max_size=25))
def test_the_same_inputs_give_the_same_effects(id_: str, steps: list[tuple[Input, int | None]]) -> None:
    first, second = Walk(real(id_)), Walk(real(id_))
    for step, pressed in steps:
        assert first.does(step, pressed=pressed) == second.does(step, pressed=pressed)
        assert first.turn == second.turn


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(IDS), STEPS, RANDOM)
def test_a_question_that_was_asked_is_on_the_screen_and_its_buttons_are_of_this_turn(
    id_: str, steps: list[Does], random: Random
) -> None:
    walk = Walk(real(id_))
    for turn in lived(walk, steps, random):
        asks = [effect for effect in turn.effects if isinstance(effect, Ask)]
        assert all((ask.visit, ask.asked) == (turn.session.here, turn.session.asked) for ask in asks)
        assert len(asks) <= 1
        said = [effect for effect in turn.effects if isinstance(effect, Say | Ask)]
        if said and turn.session.status is Status.ASKING and turn.session.asked == turn.session.turn:
            assert isinstance(said[-1], Ask)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(IDS), STEPS, RANDOM)
def test_every_sentence_of_the_house_gets_what_stands_in_it_and_no_key_is_shown(
    id_: str, steps: list[Does], random: Random
) -> None:
    walk = Walk(real(id_))
    asked = [step.question for step in walk.dialogue.steps if step.question]
    items = {f"{item.key}=" for question in asked for item in question.items}
    for turn in lived(walk, steps, random):
        for body in (effect.body for effect in turn.effects if isinstance(effect, Say | Ask)):
            if isinstance(body, Phrase):
                assert {slot.name for slot in library().texts[body.key].slots()} <= body.values.keys()
            shown = "\n".join(body.values.values()) if isinstance(body, Phrase) else plain(body)
            assert not any(key in shown for key in items)


@settings(max_examples=100, deadline=None)
@given(STEPS, RANDOM, st.text("abcdefgh ", min_size=12, max_size=40))
def test_what_is_written_to_let_off_steam_is_nowhere_after_the_turn(
    steps: list[Does], random: Random, secret: str
) -> None:
    walk = Walk(real("vier-woorden-voor-gesprek"))
    walk.does("rector P", "hij legde zijn telefoon midden op de tafel neer")
    assert walk.step == "uitleven"
    secret = f"zzq{secret}qzz"
    for gather in (False, True):
        turn = engine.turn(walk.dialogue, walk.session, inputs.Answer(secret, 5, gather), FRIDAY)
        assert secret not in repr(turn)
    walk.does(secret)
    list(lived(walk, steps, random))
    assert secret not in repr(walk.turn)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(IDS), STEPS, RANDOM)
def test_words_are_in_the_answers_and_never_in_the_head_of_the_session(
    id_: str, steps: list[Does], random: Random
) -> None:
    walk = Walk(real(id_))
    walk.does("kanarie-woorden van de leider zelf")
    list(lived(walk, steps, random))
    assert "kanarie" not in repr(walk.session.to_json())


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(IDS), STEPS, RANDOM)
def test_every_answer_the_session_holds_was_kept_in_the_log(
    id_: str, steps: list[Does], random: Random
) -> None:
    log: dict[Visit, Given] = {}
    walk = Walk(real(id_))
    for turn in lived(walk, steps, random):
        log.update({keep.visit: keep.given for keep in turn.effects if isinstance(keep, Keep)})
    assert log == dict(walk.session.given)
    assert len({given.n for given in log.values()}) == len(log)


def test_the_kinds_of_question_in_use_are_all_met_by_these_properties() -> None:
    kinds = {step.question.kind for one in DIALOGUES for step in one.steps if step.question}
    assert kinds == set(Kind)
    assert ADVISING
    assert any(step.picture for one in DIALOGUES for step in one.steps)
    assert any(step.wait for one in DIALOGUES for step in one.steps)
    assert any(one.brief for one in DIALOGUES)
