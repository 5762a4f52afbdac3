"""Sending: in order, again where that does no harm, and never twice where it would."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.errors import DeliveryError
from bot.ports import Came, CannotOpen, Outbound, Sort
from bot.service.line import StoreTrouble
from tests.home import Chat, Clock, Home, home

FOUR = "vier-woorden-voor-gesprek"
BACK = "gesprek-terugblikken"


@pytest.fixture
async def someone(tmp_path: Path) -> AsyncIterator[Home]:
    async with home(tmp_path, memory=False) as one:
        yield one


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The waits between tries are as short as can be; their order stays."""
    monkeypatch.setattr("bot.service.deliver.RETRIES", (0.001,))


async def test_a_send_that_must_wait_is_sent_later_and_in_order(someone: Home) -> None:
    someone.chat.fails = [DeliveryError("later", "429", 0.01)]
    texts = await someone.comes(FOUR)
    assert len(texts) == 2
    assert "Met wie" in texts[-1]


async def test_a_text_whose_fate_is_unknown_is_sent_again(someone: Home) -> None:
    someone.chat.fails = [DeliveryError("unknown", "timeout"), DeliveryError("unknown", "timeout")]
    texts = await someone.comes(FOUR)
    assert "Met wie" in texts[-1]


async def test_a_text_that_can_never_be_sent_does_not_hold_up_the_rest(someone: Home) -> None:
    someone.chat.fails = [DeliveryError("never", "bad-request")]
    texts = await someone.comes(FOUR)
    assert [("Met wie" in text) for text in texts] == [True]


async def test_who_cannot_be_reached_is_not_tried_again_until_they_come_back(someone: Home) -> None:
    someone.chat.fails = [DeliveryError("blocked", "blocked")]
    assert await someone.comes(FOUR) == []
    reader = someone.store.reader
    row = reader.person_at("chat", someone.app.desk.vault.address_hash("chat", someone.person))
    assert row is not None
    assert not row.reachable
    assert reader.unsent(10) == []
    assert "Met wie" in (await someone.comes())[-1]


async def asleep(someone: Home) -> None:
    await someone.comes(BACK)
    await someone.says("kort")
    await someone.answers("teamleider K")
    await someone.says("gisteren")
    await someone.answers("ze begon zelf te vertellen over haar klas", "ze is moe", "langslopen")
    await someone.says("graag")


async def test_a_reminder_whose_fate_is_unknown_goes_once_more_after_a_minute(someone: Home) -> None:
    await asleep(someone)
    someone.chat.fails = [DeliveryError("unknown", "timeout")]
    waking = asyncio.ensure_future(someone.waits(days=28, hours=7))
    await asyncio.sleep(0.1)
    assert not waking.done()
    someone.clock.go(seconds=61)
    someone.app.deliverer.news.set()
    assert "Op je gesprek" in "".join(await asyncio.wait_for(waking, 65))


async def test_a_reminder_that_was_answered_meanwhile_is_not_repeated(tmp_path: Path) -> None:
    clock, chat = Clock(), Chat()
    async with home(tmp_path, memory=False, clock=clock, chat=chat) as someone:
        await asleep(someone)
        clock.go(days=28, hours=7)
        chat.fails = [DeliveryError("unknown", "timeout")] * 2
        task = asyncio.ensure_future(someone.app.deliverer.drain())
        await asyncio.sleep(0.1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        chat.fails = []
        await someone.app.intake.receive([someone.inbound(Came.TEXT, "we groeten elkaar weer")])
        sent = len(chat.sent)
        clock.go(minutes=5)
        await someone.app.deliverer.drain()
        assert not any("Op je gesprek" in text for text in someone.texts(sent))


async def test_after_a_restart_what_was_unsent_is_sent_and_answered_only_once(tmp_path: Path) -> None:
    clock = Clock()
    async with home(tmp_path, memory=False, clock=clock) as someone:
        await someone.comes(FOUR)
        await someone.app.intake.receive([someone.inbound(Came.TEXT, "rector P")])
        await someone.app.intake.receive([someone.inbound(Came.TEXT, "klaar")])
    clock.go(seconds=5)
    again = Chat(numbers=500)
    async with home(tmp_path, memory=False, clock=clock, chat=again) as someone:
        await someone.app.deliverer.drain()
        assert "Beleven." in someone.texts()[-1]
        # The first copy may have arrived before the end: an answer with a lower number still is an answer.
        clock.go(seconds=5)
        await someone.receives(someone.inbound(Came.TEXT, "hij legde zijn telefoon op tafel", ref=450))
        assert "beleven" in someone.log()


async def test_every_sort_of_row_is_sent_as_what_it_is(someone: Home) -> None:
    await someone.comes(BACK)
    await someone.says("ruim")
    await someone.answers("teamleider K")
    await someone.says("gisteren")
    await someone.answers("ze begon zelf te vertellen over haar klas", "veel", "inzicht", "de leerlingen")
    await someone.presses("7")
    await someone.presses("Nee")
    await someone.answers("niets")
    await someone.presses("Laten rusten")
    changes = [outbound for _, outbound in someone.chat.sent if outbound.sort is Sort.CHANGE]
    assert changes
    assert changes[-1].target is not None
    assert any(button.label.startswith("✓") for row in changes[-1].rows for button in row)


async def test_a_damaged_row_is_told_and_others_go_on(tmp_path: Path) -> None:
    async with home(tmp_path) as someone:
        other = Home(someone.app, someone.chat, someone.clock, person="7002")
        await someone.comes(FOUR)
        await someone.answers("rector P")
        await other.comes(FOUR)
        session = someone.sessions()[0]
        with someone.store.transaction() as work:
            row = work.answers(session.id)[0]
            work.keep(type(row)(row.session, row.n, row.person, row.at, bytes(len(row.sealed))))
        await someone.answers("hij legde zijn telefoon midden op de tafel neer")
        assert someone.sessions()[0].here == ("uitleven", 1)  # nobody had to look at the damaged one
        with pytest.raises(CannotOpen):
            someone.log()
        assert "kan ik niet openen" in (await someone.says("wijzig"))[0]
        assert "Waar wil je" in (await someone.says("menu"))[-1]
        await other.answers("teamleider K")
        assert other.log()["met_wie"][0].text == "teamleider K"


async def test_a_store_in_trouble_is_told_once_nothing_is_acknowledged_and_it_goes_on_by_itself(
    someone: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    await someone.comes(FOUR)
    inbound = someone.inbound(Came.TEXT, "rector P")
    trouble = someone.store.troubles[0]

    def full() -> None:
        someone.store.rollback()
        raise trouble("database or disk is full")

    with monkeypatch.context() as disk:
        disk.setattr(someone.store, "commit", full)
        for _ in range(2):
            with pytest.raises(StoreTrouble):
                await someone.app.intake.receive([inbound])
    told = [text for text in someone.texts() if "niets bewaren" in text]
    assert len(told) == 1
    await someone.receives(inbound)
    assert someone.log()["met_wie"][0].text == "rector P"


async def test_an_inbound_that_cannot_be_handled_is_set_aside_and_asked_for_again(
    someone: Home, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await someone.comes(FOUR)

    def broken(*_: object) -> None:
        raise RuntimeError("geheime woorden")

    with monkeypatch.context() as bug, caplog.at_level("DEBUG"):
        bug.setattr("bot.service.commands.take_turn", broken)
        texts = await someone.says("rector P")
    assert "Stuur het nog een keer" in texts[0]
    assert "geheime" not in caplog.text
    assert "RuntimeError" in caplog.text
    await someone.answers("rector P")
    assert someone.log()["met_wie"][0].text == "rector P"


async def test_a_mistake_of_ours_in_sending_holds_up_nobody_and_is_not_repeated(
    someone: Home, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tries = 0

    async def broken(address: str, outbound: object) -> int:
        nonlocal tries
        tries += 1
        raise AssertionError("geheime woorden")

    with monkeypatch.context() as bug, caplog.at_level("DEBUG"):
        bug.setattr(someone.chat, "send", broken)
        await someone.comes(FOUR)
    assert tries == 2
    assert "geheime" not in caplog.text
    assert "Met wie" in (await someone.comes())[-1]


async def test_two_messages_to_one_chat_keep_their_distance_and_two_chats_need_not(tmp_path: Path) -> None:
    moments: list[tuple[str, float]] = []

    class Slow(Chat):
        async def send(self, address: str, outbound: Outbound) -> int | None:
            moments.append((address, asyncio.get_running_loop().time()))
            return await super().send(address, outbound)

    async with home(tmp_path, chat=Slow(pace=0.2)) as someone:
        other = Home(someone.app, someone.chat, someone.clock, person="7002")
        await someone.receives(someone.inbound(Came.OPEN, FOUR), other.inbound(Came.OPEN, FOUR))
    mine = [moment for address, moment in moments if address == someone.person]
    assert len(mine) == 2
    assert mine[1] - mine[0] >= 0.2
    assert {address for address, moment in moments if moment < mine[1]} == {"7001", "7002"}


async def test_a_mark_that_keeps_failing_does_not_hold_up_the_next_question(someone: Home) -> None:
    await someone.comes(FOUR)
    someone.chat.fails = [DeliveryError("unknown", "network")] * 6
    texts = await someone.answers("rector P")
    assert "Beleven." in texts[-1]
    assert someone.chat.fails == []
