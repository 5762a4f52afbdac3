"""The Bot API double hands out updates as Telegram does, over a line that may fail."""

import asyncio

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import Conflict, NetworkError, RetryAfter

from tests.telegram_double import BotApiDouble, Person
from tests.telegram_double.clock import Clock
from tests.telegram_double.faults import Faults
from tests.telegram_double.flood import Flood
from tests.telegram_double.records import Records
from tests.telegram_double.refusal import RefusalError

from .telegram_line import ask, bot, double, user

__all__ = ["bot", "double", "user"]
HOUR = 3600
VERDER = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Verder", callback_data="v"))


def ids(updates: tuple[Update, ...]) -> list[int]:
    return [update.update_id for update in updates]


async def texts(bot: Bot, offset: int | None = None) -> list[str | None]:
    return [
        update.effective_message.text for update in await bot.get_updates(offset) if update.effective_message
    ]


async def test_an_offset_confirms_everything_below_it(bot: Bot, user: Person) -> None:
    user.send("a")
    user.send("b")
    first, *_ = ids(await bot.get_updates())
    assert ids(await bot.get_updates(limit=2)) == [first, first + 1]
    assert ids(await bot.get_updates(first + 1)) == [first + 1, first + 2]
    assert await texts(bot, first + 3) == []
    assert await texts(bot) == []


async def test_a_negative_offset_keeps_the_last_ones(bot: Bot, user: Person) -> None:
    user.send("a")
    user.send("b")
    assert await texts(bot, -1) == ["b"]
    assert await texts(bot) == ["b"]


async def test_an_offset_far_above_the_newest_is_ignored(
    bot: Bot, double: BotApiDouble, user: Person
) -> None:
    await bot.get_updates(-1)
    await bot.get_updates(100_000_002)
    double.jump_update_ids(500)
    user.send("na de stille week")
    for far in (100_000_002, 511):
        assert await texts(bot, far) == ["na de stille week"]
    assert await texts(bot, 510) == []


async def test_a_limit_out_of_range_means_a_hundred(double: BotApiDouble, user: Person) -> None:
    for number in range(120):
        user.send(str(number))
    for limit in (0, 101):
        _, body = await ask(double, "getUpdates", limit=limit)
        assert len(body["result"]) == 100


async def test_a_long_poll_waits_for_an_update(bot: Bot, double: BotApiDouble, user: Person) -> None:
    (seen,) = ids(await bot.get_updates())
    poll = asyncio.create_task(bot.get_updates(seen + 1, timeout=30))
    await double.idle()
    assert not poll.done()
    user.send("eindelijk")
    (update,) = await poll
    assert update.message is not None
    assert update.message.text == "eindelijk"


async def test_a_second_poller_ends_the_first(bot: Bot, double: BotApiDouble, user: Person) -> None:
    (seen,) = ids(await bot.get_updates())
    older = asyncio.create_task(bot.get_updates(seen + 1, timeout=30))
    await double.idle()
    newer = asyncio.create_task(ask(double, "getUpdates", offset=seen + 1, timeout=30))
    with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one bot"):
        await older
    user.send("voor de nieuwe")
    _, body = await newer
    assert body["result"][0]["message"]["text"] == "voor de nieuwe"


async def test_polling_with_a_webhook_set_is_a_conflict(bot: Bot, double: BotApiDouble, user: Person) -> None:
    await bot.set_webhook("https://a.nl/hook")
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("https://a.nl/hook", 1)
    assert [update["message"]["text"] for update in double.pending()] == ["/start"]
    await bot.delete_webhook()
    assert await texts(bot) == ["/start"]


async def test_allowed_updates_stick_and_filter_when_the_update_is_made(bot: Bot, user: Person) -> None:
    said = user.send("a")
    await bot.get_updates(-1, allowed_updates=["message"])
    user.edit(said, "b")
    await bot.get_updates()
    user.edit(said, "c")
    await bot.get_updates(allowed_updates=[])
    user.edit(said, "d")
    assert await texts(bot) == ["a", "d"]


async def test_presses_expire_after_150_seconds_and_texts_after_a_day(
    bot: Bot, double: BotApiDouble, user: Person
) -> None:
    await bot.send_message(user.id, "x", reply_markup=VERDER)
    user.press("Verder")
    double.advance(149)
    assert len(await bot.get_updates()) == 2
    double.advance(2)
    assert await texts(bot) == ["/start"]
    double.advance(24 * HOUR)
    assert await texts(bot) == []


async def test_with_redeliver_every_confirmed_update_comes_once_more(
    bot: Bot, double: BotApiDouble, user: Person
) -> None:
    double.faults.redeliver = 1.0
    (seen,) = ids(await bot.get_updates())
    assert ids(await bot.get_updates(seen + 1)) == [seen]
    assert ids(await bot.get_updates(seen + 1)) == []
    assert user.texts() == []


async def test_cut_and_gateway_faults_hit_before_or_after_the_work(
    bot: Bot, double: BotApiDouble, user: Person
) -> None:
    for chances, shown in [
        ({"drop_request": 1.0}, 0), ({"drop_response": 1.0}, 1)
    ]:  # fmt: skip
        double.faults.calm()
        double.faults.set("send", **chances)
        with pytest.raises(NetworkError):
            await bot.send_message(user.id, "x")
        assert len(user.texts()) == shown
    double.faults.calm()
    double.faults.set("send", http_502=1.0)
    for _ in range(20):
        with pytest.raises(NetworkError):
            await bot.send_message(user.id, "x")
    outcomes = [call.outcome for call in double.calls]
    assert len(user.texts()) == 1 + outcomes.count("ok http_502_after")
    assert {"drop_request", "ok drop_response", "http_502_before", "ok http_502_after"} < {*outcomes}
    await bot.get_updates()


def test_the_same_seed_gives_the_same_faults() -> None:
    def strokes(seed: int) -> list[str]:
        faults = Faults(seed)
        faults.set("send", drop_request=0.2, drop_response=0.2, http_502=0.2)
        return [faults.stroke("send") for _ in range(50)]

    assert strokes(1) == strokes(1) != strokes(2)
    assert set(strokes(1)) == {"", "drop_request", "drop_response", "http_502_before", "http_502_after"}


async def test_a_slow_line_is_late_but_whole(bot: Bot, double: BotApiDouble, user: Person) -> None:
    double.faults.set("send", slow=1.0, slow_seconds=0.01)
    assert (await bot.send_message(user.id, "x")).text == "x"


async def test_a_storm_refuses_one_chat_and_notes_impatience(
    bot: Bot, double: BotApiDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else the client library warns about its own old unit
    first, other = double.user(), double.user()
    first.start()
    other.start()
    double.storm(first.id, calls=1, retry_after=30)
    status, body = await ask(double, "sendMessage", chat_id=first.id, text="x")
    assert (status, body["parameters"]) == (429, {"retry_after": 30})
    await bot.send_message(other.id, "x")
    assert double.violations == []
    with pytest.raises(RetryAfter):
        await bot.send_message(first.id, "x")
    assert [one.kind for one in double.violations] == ["retry_after_ignored"]


async def test_a_refusal_for_flood_carries_the_retry_after_header() -> None:
    async with BotApiDouble(flood="enforce", burst=1) as double, aiohttp.ClientSession() as client:
        user = double.user()
        user.start()
        url = f"{double.url}/bot{double.token}/sendMessage"
        for status, header in ((200, None), (429, "1")):
            async with client.post(url, json={"chat_id": user.id, "text": "x"}) as answer:
                assert (answer.status, answer.headers.get("Retry-After")) == (status, header)


def test_a_burst_of_three_may_pass_then_one_a_second() -> None:
    seconds = [0.0]
    records = Records(Clock())
    flood = Flood(records, "enforce", now=lambda: seconds[0])
    for moment in (0.0, 0.0, 0.0, 1.0, 2.0):
        seconds[0] = moment
        flood.check(1, "sendMessage")
    with pytest.raises(RefusalError, match="429 Too Many Requests: retry after 1"):
        flood.check(1, "sendMessage")
    flood.check(2, "sendMessage")
    seconds[0] = 3.0
    flood.check(1, "sendMessage")
    assert records.violations == []


def test_in_report_mode_haste_is_noted_and_passes() -> None:
    records = Records(Clock())
    flood = Flood(records, "report", burst=1, now=lambda: 0.0)
    flood.check(1, "sendMessage")
    flood.check(1, "sendMessage")
    assert [(one.kind, one.chat_id) for one in records.violations] == [("too_fast", 1)]


async def test_nobody_is_blamed_for_a_429_that_was_lost_on_the_line(
    bot: Bot, double: BotApiDouble, user: Person
) -> None:
    double.storm(user.id, calls=1, retry_after=30)
    double.faults.set("send", drop_response=1.0)
    with pytest.raises(NetworkError):
        await bot.send_message(user.id, "x")
    double.faults.calm()
    for violations in (0, 1):
        status, _ = await ask(double, "sendMessage", chat_id=user.id, text="x")
        assert (status, len(double.violations)) == (429, violations)
