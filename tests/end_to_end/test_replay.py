"""However the line behaves, the same conversation leaves the same logbook."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.telegram_double import BotApiDouble

from . import books
from .fairness import refused, repeated
from .inside import inside
from .talking import EXPECTED, FIVE_WEEKS, GONE, PATIENCE, to_the_end, unasked, until_it_sleeps

SHARE = 0.2
"""The part of all requests that goes wrong."""


async def held(folder: Path, double: BotApiDouble) -> None:
    """The scripted conversation, and what must hold of it."""
    async with double, inside(folder, double) as house:
        person = double.user()
        await until_it_sleeps(person)
        await double.drained(PATIENCE)
        house.go(FIVE_WEEKS)
        await to_the_end(person)
        await double.drained(PATIENCE)
        assert house.log(person.id) == EXPECTED
        assert unasked(person) == []
        assert refused(double) == []
        assert [one for one in double.violations if one.kind == "retry_after_ignored"] == []
    assert GONE not in books.everything(folder)


async def test_an_undisturbed_line(tmp_path: Path) -> None:
    double = BotApiDouble(flood="off")
    await held(tmp_path, double)
    assert double.doubled() == 0
    assert repeated(double) == []
    assert double.unanswered_callbacks() == []


async def test_every_update_comes_twice(tmp_path: Path) -> None:
    double = BotApiDouble(flood="off")
    double.faults.redeliver = 1.0
    await held(tmp_path, double)
    assert double.doubled() == 0
    assert repeated(double) == []


@pytest.mark.parametrize(
    "cut",
    [
        lambda double: double.faults.set(drop_request=SHARE),
        lambda double: double.faults.set(drop_response=SHARE),
        lambda double: double.faults.set(http_502=SHARE),
    ],
    ids=["cut before it is done", "cut after it was done", "bad gateway"],
)
async def test_one_request_in_five_goes_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: Callable[[BotApiDouble], None]
) -> None:
    monkeypatch.setattr("bot.service.deliver.RETRIES", (0.05,))
    monkeypatch.setattr("bot.service.outbox.REMINDER_AGE", 0.2)
    double = BotApiDouble(flood="off")
    cut(double)
    await held(tmp_path, double)
    assert double.faults.struck > 0


async def test_storms_of_429(tmp_path: Path) -> None:
    double = BotApiDouble(flood="enforce", burst=20)
    person = double.user()

    double.storm(person.id, calls=2, retry_after=1)
    asyncio.get_running_loop().call_later(4, double.storm, person.id, 2, 1)
    await held(tmp_path, double)
    assert any(call.outcome.startswith("429") for call in double.calls)
