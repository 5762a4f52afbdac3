"""That every subject of the measurements does the work it is measured for; how fast is not looked at."""

from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.bench import starts
from tests.bench.__main__ import CUSTOMS, RATIOS, RAW, WAYS
from tests.bench.conversation_handler import Custom, conversation_peer
from tests.bench.house import Sizes, Way, house
from tests.bench.raw import raw
from tests.bench.rounds import Spread, measure
from tests.bench.script import library
from tests.bench.subject import FLIGHT, QUESTIONS, TURNS, Kept, Subject
from tests.bench.table import Goal, Line, markdown
from tests.bench.walking import Replay
from tests.scripts import library as usual


async def does_a_set(subject: Subject) -> tuple[Kept, int]:
    """What one set added to its store, and with how many commits."""
    await subject.ready()
    before, (commits, _) = subject.kept(), subject.syncs()
    await subject.run()
    return subject.kept() - before, subject.syncs()[0] - commits


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
async def test_the_house_keeps_an_answer_and_a_reply_of_every_turn(tmp_path: Path, way: Way) -> None:
    content = library(tmp_path / "content", QUESTIONS + 1)
    async with house(tmp_path / "data", content, way, 1) as subject:
        for _ in range(2):
            added, commits = await does_a_set(subject)
            assert added == Kept(TURNS, TURNS, TURNS)
            assert commits == TURNS / way.flight
        assert subject.sizes().reply > subject.sizes().answer


@pytest.mark.parametrize("custom", CUSTOMS, ids=lambda custom: custom.name)
async def test_the_peer_keeps_an_answer_and_a_reply_of_every_turn(tmp_path: Path, custom: Custom) -> None:
    async with conversation_peer(tmp_path, custom, 1) as subject:
        for _ in range(2):
            added, commits = await does_a_set(subject)
            assert added == Kept(TURNS, TURNS, TURNS)
            assert commits == (TURNS / FLIGHT if custom.together else TURNS)


async def test_the_limit_writes_the_same_rows_with_a_commit_a_turn(tmp_path: Path) -> None:
    with raw(tmp_path, Sizes(288, 96, 1056), 1) as subject:
        for _ in range(2):
            assert await does_a_set(subject) == (Kept(TURNS, TURNS, TURNS), TURNS)


async def test_what_is_sent_went_out_once_a_turn(tmp_path: Path) -> None:
    content = library(tmp_path / "content", QUESTIONS + 1)
    async with AsyncExitStack() as stack:
        for number, way in enumerate(way for way in WAYS if way.sent):
            subject = await stack.enter_async_context(house(tmp_path / str(number), content, way, 1))
            await subject.ready()
            before = subject.sent
            await subject.run()
            assert subject.sent - before == TURNS


async def test_rounds_give_a_figure_of_every_subject_in_every_round(tmp_path: Path) -> None:
    with raw(tmp_path, Sizes(288, 96, 1056), 2) as subject:
        measured = await measure([subject], rounds=2, sets=1)
    assert len(measured[RAW].rates) == 2
    assert measured[RAW].turns == measured[RAW].commits == 2 * TURNS


def test_every_ratio_is_of_subjects_that_are_measured() -> None:
    names = {RAW, *(way.name for way in WAYS), *(custom.name for custom in CUSTOMS)}
    assert {name for pair in RATIOS for name in pair[:2]} <= names


def test_a_goal_that_is_reached_gets_a_mark_and_one_that_is_not_a_dash() -> None:
    lines = [
        Line("a", Spread.of([0.7, 0.8, 0.9]), " ×", 1, Goal(0.8)),
        Line("b", Spread.of([5.0, 5.0]), " ms", 0, Goal(4, least=False)),
        Line("c", Spread.of([5_000.0, 5_000.0]), busy=Spread.of([160.0, 180.0])),
    ]
    assert markdown(lines).splitlines()[2:] == [
        "| a | 0.8 × | 0.8–0.9 |  | ≥ 0.8 × | ✓ |",
        "| b | 5 ms | 5–5 |  | ≤ 4 ms | – |",
        "| c | 5,000 | 5,000–5,000 | 170 µs |  |  |",
    ]


def test_starts_show_the_help_the_first_question_and_what_is_imported(tmp_path: Path) -> None:
    assert starts.help_ms() > 0
    assert starts.first_question_ms(tmp_path, starts.first_question()) > 0
    words, kept = starts.forty_dialogues(tmp_path / "forty"), tmp_path / "kept"
    assert len(list((words / "dialogues").rglob("[a-z]*.yaml"))) == starts.FORTY
    assert starts.content_ms(words, kept) > 0
    assert starts.content_ms(words, kept) > 0
    assert len(starts.imports("--help")) == 5


def test_forty_answers_are_walked_to_the_question_after_them() -> None:
    assert Replay(usual()).ms() > 0
