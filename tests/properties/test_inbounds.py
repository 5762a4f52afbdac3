"""Whatever comes in, in whatever order and however often: no crash, and nothing kept twice."""

import asyncio
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ports import Came, Inbound
from tests.home import Chat, home

WORDS = st.sampled_from(
    [
        "rector P", "ja", "klaar", "terug", "overslaan", "wijzig 1", "stop", "pauze", "verder",
        "opnieuw", "/menu", "/privacy", "1", "7", "morgen half 3", "hij deed weer arrogant", "zo laten",
        "x" * 5000, "<b>", "\u202e",
    ]
) | st.text(max_size=30)  # fmt: skip
BUTTONS = st.builds(
    "1:{}:{}:{}".format,
    st.integers(0, 4),
    st.integers(0, 30),
    st.sampled_from(["k:ja", "k:7", "k:kort", "w:klaar", "w:hulp", "w:verder", "w:opnieuw", "w:begin 1"]),
)
INBOUNDS = st.builds(
    Inbound,
    st.just("chat"),
    st.integers(1, 60),
    st.sampled_from(["7001", "7002"]),
    st.sampled_from(Came),
    WORDS,
    st.one_of(st.just(""), BUTTONS, st.just("gesprek-terugblikken")),
    st.integers(1, 200),
    st.integers(1_795_000_000, 1_796_000_000),
)


async def lived(inbounds: list[Inbound], jumps: list[float]) -> None:
    """Live through it, with a clock that jumps."""
    with tempfile.TemporaryDirectory() as folder:
        async with home(Path(folder), chat=Chat()) as someone:
            for at, inbound in enumerate(inbounds):
                someone.person = inbound.address
                await someone.receives(inbound)
                someone.clock.go(seconds=jumps[at % len(jumps)] if jumps else 1)
                sessions = someone.sessions()
                assert sum(session.status == "asking" for session in sessions) <= 1
                for session in sessions:
                    numbers = [given.n for given in session.given.values()]
                    assert numbers == list(range(1, len(numbers) + 1))
                    passed = session.path[:-1] if session.status.live else ()
                    assert not any(session.given[visit].empty for visit in passed if visit in session.given)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(inbounds=st.lists(INBOUNDS, max_size=30), jumps=st.lists(st.floats(-90_000, 900_000), max_size=5))
def test_nothing_that_comes_in_is_beyond_us(
    caplog: pytest.LogCaptureFixture, inbounds: list[Inbound], jumps: list[float]
) -> None:
    caplog.clear()
    with caplog.at_level("INFO", logger="ruggespraak"):
        asyncio.run(lived(inbounds, jumps))
    assert "not-handled" not in caplog.text
    assert "cannot-open" not in caplog.text
    assert "store-trouble" not in caplog.text


@settings(max_examples=30, deadline=None)
@given(order=st.permutations(range(8)), twice=st.sets(st.integers(0, 7)))
def test_a_conversation_delivered_in_any_order_and_twice_keeps_every_text_at_most_once(
    order: list[int], twice: set[int]
) -> None:
    asyncio.run(_shuffled([*order, *twice]))


async def _shuffled(order: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with home(Path(folder), chat=Chat()) as someone:
            await someone.comes("gesprek-terugblikken")
            texts = [f"woorden nummer {at}" for at in range(8)]
            inbounds = [someone.inbound(Came.TEXT, text) for text in texts]
            await someone.says("ruim")
            for at in order:
                await someone.receives(inbounds[at])
            kept = "\n".join(given.text for entries in someone.log().values() for given in entries)
            assert all(kept.count(text) <= 1 for text in texts)
