"""Killed at every point it passes, the bot loses nothing and says little twice."""

import asyncio
import signal
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.telegram_double import BotApiDouble

from . import books
from .fairness import refused, repeated
from .running import Running
from .talking import EXPECTED, FIVE_WEEKS, GONE, PATIENCE, to_the_end, unasked, until_it_sleeps

POINTS = {
    "poll.received", "poll.confirmed",
    "store.commit.before", "store.commit.after",
    "send.text.before", "send.text.after",
    "send.question.before", "send.question.after",
    "send.reminder.before", "send.reminder.after",
    "send.mark.before", "send.mark.after",
    "send.change.before", "send.change.after",
    "send.erase.before", "send.erase.after",
}  # fmt: skip
REMINDER_AGE = 61.0
"""Seconds after which a reminder that may have been sent goes once more."""
MOST_DOUBLED = 3
"""Messages that one kill may double: those that were sent and not yet written down as sent."""


@dataclass(frozen=True)
class Outcome:
    """What became of one conversation."""

    log: books.Log
    unasked: list[str]
    refused: list[str]
    repeated: list[str]
    doubled: int
    sealed: str
    points: list[str]
    code: int


async def held(folder: Path, kill_at: str = "") -> Outcome:
    """The scripted conversation, with a bot that is killed at this point and started again."""
    async with BotApiDouble(flood="off") as double, Running(double, folder) as bot:
        person = double.user()
        await bot.start(kill_at)
        mended = asyncio.create_task(mend(bot, kill_at))
        await until_it_sleeps(person)
        await double.drained(PATIENCE)
        bot.go(FIVE_WEEKS)
        await to_the_end(person)
        await double.drained(PATIENCE)
        await asyncio.wait_for(mended, PATIENCE)
        await bot.speaks()
        code = await bot.stop()
        found = (unasked(person), refused(double), repeated(double), double.doubled())
    log = books.logbook(bot.data, person.id)
    return Outcome(log, *found, books.everything(bot.data), bot.points(), code)


async def mend(bot: Running, kill_at: str) -> None:
    """Start the bot again when it was killed, which must happen."""
    if not kill_at:
        return
    assert await bot.ended() == -signal.SIGKILL, bot.said()
    if "reminder" in kill_at:
        bot.go(REMINDER_AGE)
    await bot.start()


def check(outcome: Outcome) -> None:
    """What must hold of every conversation."""
    assert outcome.log == EXPECTED
    assert outcome.unasked == []
    assert outcome.refused == []
    assert outcome.doubled <= MOST_DOUBLED
    assert GONE not in outcome.sealed
    assert "rector P" in outcome.sealed
    assert outcome.code == 0


async def test_an_undisturbed_conversation_passes_every_point_and_says_nothing_twice(tmp_path: Path) -> None:
    outcome = await held(tmp_path)
    check(outcome)
    assert set(outcome.points) == POINTS
    assert outcome.doubled == 0
    assert outcome.repeated == []


@pytest.mark.parametrize(
    "points",
    [
        ("poll.received:1", "poll.received:7", "poll.confirmed:1", "poll.confirmed:7"),
        ("store.commit.before:1", "store.commit.before:4", "store.commit.before:9", "store.commit.before:15"),
        ("store.commit.after:1", "store.commit.after:4", "store.commit.after:9", "store.commit.after:15"),
        ("send.text.before:1", "send.text.after:1"),
        (
            "send.question.before:1",
            "send.question.after:1",
            "send.question.before:6",
            "send.question.after:6",
        ),
        ("send.reminder.before:1", "send.reminder.after:1"),
        ("send.mark.before:2", "send.mark.after:2"),
    ],
    ids=lambda points: " ".join(points),
)
async def test_killed_there_it_loses_nothing_and_goes_on(tmp_path: Path, points: tuple[str, ...]) -> None:
    """Points of one sort side by side, because most of the time goes into starting."""
    outcomes = await asyncio.gather(*(held(tmp_path / str(n), point) for n, point in enumerate(points)))
    for point, outcome in zip(points, outcomes, strict=True):
        print(point, outcome.doubled, outcome.repeated)
        check(outcome)


@pytest.mark.parametrize(
    ("sort", "method"), [("change", "editMessageReplyMarkup"), ("erase", "deleteMessage")]
)
async def test_killed_around_what_may_be_done_twice_it_does_it_again(
    tmp_path: Path, sort: str, method: str
) -> None:
    before, after = await asyncio.gather(
        held(tmp_path / "before", f"send.{sort}.before:1"), held(tmp_path / "after", f"send.{sort}.after:1")
    )
    check(before)
    check(after)
    assert method not in before.repeated
    assert method in after.repeated
