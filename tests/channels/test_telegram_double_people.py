"""The Bot API double plays people, groups and, in a process of its own, survives a killed bot."""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden

from tests.telegram_double import BotApiDouble, ControlledDouble, Person

from .telegram_line import ask, bot, double, user

__all__ = ["bot", "double", "user"]
VERDER = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Verder", callback_data="v"))


async def texts(bot: Bot, offset: int | None = None) -> list[str | None]:
    return [
        update.effective_message.text for update in await bot.get_updates(offset) if update.effective_message
    ]


async def test_every_kind_of_message_can_be_read_by_the_client(bot: Bot, user: Person) -> None:
    for act in (user.voice, user.photo, user.document, user.sticker, user.poll, user.location):
        act()
    kinds = [update.message for update in await bot.get_updates()][1:]
    assert all(message and message.text is None for message in kinds)
    assert [line.text for line in user.transcript()][1:] == [
        "[voice]", "[photo]", "[document]", "[sticker]", "[poll]", "[location]"
    ]  # fmt: skip


async def test_a_long_text_arrives_in_pieces_of_4096(bot: Bot, user: Person) -> None:
    user.send("x" * 5000)
    assert [len(text or "") for text in await texts(bot)] == [6, 4096, 904]


async def test_blocking_tells_the_bot_and_start_unblocks(bot: Bot, user: Person) -> None:
    user.block()
    user.start("lijst-7")
    updates = await bot.get_updates()
    changes = [update.my_chat_member.new_chat_member.status for update in updates if update.my_chat_member]
    assert changes == ["kicked", "member"]
    assert updates[-1].message is not None
    assert updates[-1].message.text == "/start lijst-7"


async def test_a_malformed_update_waits_in_line_like_any_other(bot: Bot, double: BotApiDouble) -> None:
    update_id = double.raw_update({"message": {"message_id": "geen getal"}})
    _, body = await ask(double, "getUpdates")
    assert body["result"] == [{"update_id": update_id, "message": {"message_id": "geen getal"}}]
    await ask(double, "getUpdates", offset=update_id + 1)
    await double.drained()


async def test_presses_reach_old_and_deleted_messages_and_can_be_forged(
    bot: Bot, double: BotApiDouble, user: Person
) -> None:
    old = await bot.send_message(user.id, "oud", reply_markup=VERDER)
    await bot.send_message(user.id, "nieuw", reply_markup=VERDER)
    await bot.get_updates(-1)
    user.press("Ver")
    user.press("Verder", message=old.message_id)
    user.press(force_data="vervalst")
    user.delete(old.message_id)
    user.press("Verder", message=old.message_id)
    queries = [update.callback_query for update in await bot.get_updates() if update.callback_query]
    assert [query.data for query in queries] == ["v", "v", "vervalst", "v"]
    assert [query.message and query.message.is_accessible for query in queries] == [True, True, True, False]
    assert len(double.unanswered_callbacks()) == 4
    await bot.answer_callback_query(queries[0].id)
    assert double.unanswered_callbacks() == [query.id for query in queries[1:]]
    with pytest.raises(AssertionError, match="no button 'Terug' anywhere"):
        user.press("Terug")


async def test_until_waits_for_what_is_new_and_shows_the_transcript_otherwise(bot: Bot, user: Person) -> None:
    waiting = asyncio.create_task(user.until("vraag"))
    await asyncio.sleep(0)
    sent = await bot.send_message(user.id, "een vraag")
    assert (await waiting).message_id == sent.message_id
    with pytest.raises(AssertionError, match="bot   2: een vraag"):
        await user.until("vraag", seconds=0.01)
    await bot.edit_message_text("een andere vraag", user.id, sent.message_id)
    assert user.expect(lambda post: post.text.startswith("een andere")).message_id == 2
    assert user.texts() == ["een andere vraag"]


async def test_in_a_group_the_bot_hears_commands_and_may_leave(bot: Bot, double: BotApiDouble) -> None:
    group, user = double.group(), double.user()
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(group.id, "x")
    group.add_bot(user)
    group.send(user, "onder ons")
    group.send(user, "/start@ruggespraak_bot")
    await bot.send_message(group.id, "Dag")
    assert await bot.leave_chat(group.id)
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(group.id, "x")
    updates = await bot.get_updates()
    assert [update.message.text for update in updates if update.message] == [None, "/start@ruggespraak_bot"]
    assert [update.my_chat_member.new_chat_member.status for update in updates if update.my_chat_member] == [
        "member", "left"
    ]  # fmt: skip


async def test_the_double_in_its_own_process_outlives_a_killed_bot(tmp_path: Path) -> None:
    async with ControlledDouble(tmp_path / "journal.jsonl") as double:
        await double.start(7)
        url = f"{double.url}/bot{double.token}"
        body = f"import urllib.request as r; r.urlopen('{url}/getUpdates?offset=100000002&timeout=30').read()"
        killed = await asyncio.create_subprocess_exec(sys.executable, "-c", body)
        await double.noted("confirmed")
        os.kill(killed.pid, signal.SIGKILL)
        await killed.wait()
        said = await double.send(7, "na de klap")
        async with Bot(double.token, base_url=f"{double.url}/bot") as bot:
            (update,) = await bot.get_updates(100_000_002)
            await bot.send_message(7, "gehoord", reply_markup=VERDER)
        assert update.message is not None
        assert update.message.message_id == said
        await _play_on(double)
        assert [line["update_id"] for line in double.journal("confirmed")] == [100_000_001]


async def _play_on(double: ControlledDouble) -> None:
    await double.until(7, "gehoord")
    await double.press(7, "Verder")
    with pytest.raises(AssertionError, match="no button"):
        await double.press(7, "Terug")
    await double.edit(7, 2, "na de klap, verbeterd")
    await double.faults(getUpdates={"slow": 0.0}, redeliver=0.5, storm={"chat_id": 7, "calls": 1})
    await double.advance(60)
    lines = await double.transcript(7)
    assert [line.text for line in lines] == ["/start", "na de klap, verbeterd", "gehoord"]
    stats = await double.stats()
    assert (stats["sent"], stats["pending"], stats["refused"], stats["doubled"]) == (1, 3, [], 0)
    assert [line["text"] for line in double.journal("bot_sent")] == ["gehoord"]


async def test_the_journal_is_written_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    async with BotApiDouble(journal=path) as double:
        double.user().start()
        await ask(double, "sendMessage", chat_id=999, text="x")
        lines: list[dict[str, Any]] = [json.loads(line) for line in path.read_text().splitlines()]
    assert [line["event"] for line in lines] == ["user_sent", "refused"]
    assert lines[0]["update_id"] == 100_000_001
