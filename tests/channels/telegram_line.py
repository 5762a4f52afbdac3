"""Fixtures and plain calls for tests that talk to the Bot API double; no flood rule unless they ask."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from telegram import Bot

from tests.telegram_double import BotApiDouble, Person

__all__ = ["ask", "bot", "double", "refusal", "user"]


@pytest.fixture
async def double() -> AsyncIterator[BotApiDouble]:
    async with BotApiDouble(flood="off") as running:
        yield running


@pytest.fixture
async def bot(double: BotApiDouble) -> AsyncIterator[Bot]:
    async with Bot(double.token, base_url=f"{double.url}/bot") as client:
        yield client


@pytest.fixture
def user(double: BotApiDouble) -> Person:
    person = double.user()
    person.start()
    return person


async def ask(double: BotApiDouble, method: str, **params: Any) -> tuple[int, Any]:
    """One plain JSON call: HTTP status and body."""
    url = f"{double.url}/bot{double.token}/{method}"
    async with aiohttp.ClientSession() as client, client.post(url, json=params) as answer:
        return answer.status, await answer.json()


async def refusal(double: BotApiDouble, method: str, **params: Any) -> str:
    """Code and description of a call that must fail."""
    status, body = await ask(double, method, **params)
    assert body["ok"] is False
    assert body["error_code"] == status
    return f"{status} {body['description']}"
