"""The poller loses nothing: what was not stored comes again, and no trouble on the line ends it."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_poll import Receive, poll
from bot.core.errors import ConfigError
from bot.core.text import words
from bot.ports import Button, Came, Inbound, Journal, Outbound, Sort
from tests.telegram_double import BotApiDouble, Person

from .telegram_door import Notes, channel, double, notes, user
from .telegram_line import ask

__all__ = ["channel", "double", "notes", "user"]
QUESTION = Outbound(Sort.QUESTION, words("Hoe gaat het?"), ((Button("Ja", "1:1:1:k:ja"),),))


class Desk:
    """Takes in what the poller brings, after `refusals` times that it could not; notes every wait."""

    def __init__(self) -> None:
        self.came: list[Inbound] = []
        self.refusals = 0
        self.points: list[str] = []
        self.waits: list[float] = []
        self._changed = asyncio.Event()

    async def receive(self, inbounds: list[Inbound]) -> None:
        if self.refusals:
            self.refusals -= 1
            raise OSError("kanarie: de schijf is vol")
        self.came += inbounds
        self._ring()

    def failpoint(self, name: str) -> None:
        self.points.append(name)

    async def pause(self, wait: float) -> None:
        """As long as it takes for others to do something, not as long as asked."""
        self.waits.append(wait)
        self._ring()
        await asyncio.sleep(0)

    def _ring(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(self, enough: Callable[[], object]) -> None:
        async with asyncio.timeout(20):
            while not enough():
                await self._changed.wait()

    async def heard(self, text: str, times: int = 1) -> None:
        await self.until(lambda: self.texts.count(text) >= times)

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.came]


@pytest.fixture
def desk() -> Desk:
    return Desk()


@asynccontextmanager
async def polling(
    channel: TelegramChannel, desk: Desk, notes: Notes, receive: Receive | None = None
) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(
        poll(channel, receive or desk.receive, notes, failpoint=desk.failpoint, pause=desk.pause)
    )
    try:
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_everything_comes_in_once_and_in_order(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    async with polling(channel, desk, notes):
        user.edit(user.send("een"), "een en een")
        user.voice()
        await double.drained()
        user.send("twee")
        await double.drained()
    assert [(one.came, one.text) for one in desk.came] == [
        (Came.OPEN, ""),
        (Came.TEXT, "een"),
        (Came.EDIT, "een en een"),
        (Came.OTHER, ""),
        (Came.TEXT, "twee"),
    ]
    assert {one.address for one in desk.came} == {str(user.id)}
    assert notes.lines == []


async def test_every_poll_asks_for_the_four_kinds_we_read(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    async with polling(channel, desk, notes):
        await double.drained()
    polls = [call for call in double.calls if call.method == "getUpdates"]
    assert polls
    for call in polls:
        kinds = '["message", "edited_message", "callback_query", "my_chat_member"]'
        assert call.params["allowed_updates"] == kinds
        assert (call.params["timeout"], call.params["limit"]) == ("25", "100")


async def test_the_offset_moves_only_after_everything_was_stored(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    user.send("bewaar mij")
    inside, leave = asyncio.Event(), asyncio.Event()

    async def receive(inbounds: list[Inbound]) -> None:
        inside.set()
        await leave.wait()
        await desk.receive(inbounds)

    async with polling(channel, desk, notes, receive):
        await inside.wait()
        assert (len(double.pending()), desk.points) == (2, ["poll.received"])
        leave.set()
        await double.drained()
    assert desk.points == ["poll.received", "poll.confirmed"]
    assert desk.texts == ["", "bewaar mij"]


async def test_what_could_not_be_stored_is_fetched_again_after_ever_longer_waits(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    desk.refusals = 8
    async with polling(channel, desk, notes):
        await double.drained()
        user.send("later")
        desk.refusals = 1
        await double.drained()
    assert desk.texts == ["", "later"]
    assert desk.waits == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 0.5]
    assert notes.lines == [("receive-trouble", "")] * 9
    assert desk.points.count("poll.confirmed") == 2


async def test_an_update_that_comes_again_is_handed_on_again(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    double.faults.redeliver = 1.0
    async with polling(channel, desk, notes):
        for text in ("een", "twee"):
            user.send(text)
            await desk.heard(text, times=2)
    assert set(desk.texts) == {"", "een", "twee"}
    assert desk.waits == []


async def test_a_line_that_breaks_delays_and_loses_nothing(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    async with polling(channel, desk, notes):
        await double.drained()
        double.faults.set("getUpdates", drop_request=0.2, drop_response=0.2, http_502=0.2)
        for number in range(30):
            user.send(str(number))
            await desk.heard(str(number))
    assert list(dict.fromkeys(desk.texts)) == ["", *map(str, range(30))]
    assert double.faults.struck > 0
    assert set(notes.lines) == {("poll-trouble", "network")}


async def test_waits_double_to_half_a_minute_and_begin_anew(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    double.faults.set("getUpdates", http_502=1.0)
    async with polling(channel, desk, notes):
        await desk.until(lambda: len(desk.waits) >= 8)
        double.faults.calm()
        await double.drained()
        await double.idle()
        before = len(desk.waits)
        double.faults.set("getUpdates", drop_request=1.0)
        user.send("daarna")
        await desk.until(lambda: len(desk.waits) > before)
    assert desk.waits[:8] == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
    assert desk.waits[before] == 0.5


async def test_poison_between_good_updates_is_set_aside(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    user.send("voor")
    double.raw_update({"message": {"message_id": "geen getal", "date": [], "chat": 7, "text": {}}})
    double.raw_update({"callback_query": None})
    double.raw_update({"kind_of_2031": {"x": 1}})
    user.send("na")
    async with polling(channel, desk, notes):
        await double.drained()
    assert desk.texts == ["", "voor", "na"]
    assert notes.lines == [("poison-update", "")] * 2
    assert desk.waits == []


async def test_a_batch_of_poison_alone_is_confirmed_too(
    channel: TelegramChannel, double: BotApiDouble, desk: Desk, notes: Notes
) -> None:
    double.raw_update({"message": 1})
    async with polling(channel, desk, notes):
        await double.drained()
    assert (desk.came, notes.lines) == ([], [("poison-update", "")])


async def test_what_cannot_be_confirmed_is_not_fetched_in_a_mad_circle(
    channel: TelegramChannel, double: BotApiDouble, desk: Desk, notes: Notes
) -> None:
    double.raw_update({"update_id": "geen getal"})
    async with polling(channel, desk, notes):
        await desk.until(lambda: len(desk.waits) >= 3)
    assert set(desk.waits) == {0.5}


async def test_numbers_may_jump_after_a_quiet_week(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    async with polling(channel, desk, notes):
        await double.drained()
        double.jump_update_ids(500)
        user.send("na de stille week")
        await double.drained()
        user.send("en verder")
        await double.drained()
    assert desk.texts == ["", "na de stille week", "en verder"]


async def test_a_press_is_answered_at_once_and_only_once(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    await channel.send(str(user.id), QUESTION)
    double.faults.redeliver = 1.0
    async with polling(channel, desk, notes):
        user.press("Ja")
        await desk.until(lambda: [one.data for one in desk.came].count("1:1:1:k:ja") == 2)
    assert double.unanswered_callbacks() == []
    assert [call.outcome for call in double.calls if call.method == "answerCallbackQuery"] == ["ok"]


async def test_a_press_does_not_wait_for_the_store(
    double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    answered = asyncio.Event()

    class Watched(TelegramChannel):
        async def answer_press(self, press_id: str, journal: Journal) -> None:
            await super().answer_press(press_id, journal)
            answered.set()

    async def receive(inbounds: list[Inbound]) -> None:
        await answered.wait()
        await desk.receive(inbounds)

    async with Watched(double.token, double.url) as channel:
        await channel.send(str(user.id), QUESTION)
        user.press("Ja")
        async with polling(channel, desk, notes, receive):
            await double.drained()
    assert [one.came for one in desk.came] == [Came.OPEN, Came.PRESS]


async def test_a_press_that_cannot_be_answered_still_counts(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    await channel.send(str(user.id), QUESTION)
    user.press("Ja")
    double.faults.set("other", drop_request=1.0)
    async with polling(channel, desk, notes):
        await double.drained()
    assert [one.came for one in desk.came] == [Came.OPEN, Came.PRESS]
    assert notes.lines == [("press-unanswered", "network")]


async def test_a_group_is_left_without_a_word(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    group = double.group()
    async with polling(channel, desk, notes):
        group.add_bot(user)
        await double.drained()
        await double.idle()
        user.send("gewoon verder")
        await double.drained()
    assert not group.chat.member
    assert group.texts() == []
    assert desk.texts == ["", "gewoon verder"]


async def test_two_pollers_report_each_other_and_lose_nothing(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    other_desk, other_notes = Desk(), Notes()
    async with (
        TelegramChannel(double.token, double.url) as other,
        polling(channel, desk, notes),
        polling(other, other_desk, other_notes),
    ):
        for number in range(10):
            user.send(str(number))
            await double.drained()
        await desk.until(lambda: desk.waits)
        await other_desk.until(lambda: other_desk.waits)
    assert {*desk.texts, *other_desk.texts} == {"", *map(str, range(10))}
    assert {*notes.lines, *other_notes.lines} == {("second-poller", "")}


async def test_who_is_shut_off_by_another_poller_waits_and_comes_back(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    async with polling(channel, desk, notes):
        await double.drained()
        await double.idle()
        other = asyncio.create_task(ask(double, "getUpdates", timeout=30))
        await desk.until(lambda: desk.waits)
        user.send("voor wie er is")
        await desk.heard("voor wie er is")
        await other
    assert set(notes.lines) == {("second-poller", "")}
    assert set(desk.waits) == {5.0}


async def test_a_webhook_of_old_is_taken_away_with_nothing_lost(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    await ask(double, "setWebhook", url="https://voorbeeld.nl/hook")
    user.send("kwam via de haak")
    async with polling(channel, desk, notes):
        await double.drained()
        assert notes.lines == [("webhook-removed", "")]
        (removal,) = [call for call in double.calls if call.method == "deleteWebhook"]
        assert "drop_pending_updates" not in removal.params
        await ask(double, "setWebhook", url="https://voorbeeld.nl/hook")
        user.send("nu is de haak van een ander")
        await desk.until(lambda: desk.waits)
    assert desk.texts == ["", "kwam via de haak"]
    assert [call.method for call in double.calls].count("deleteWebhook") == 1
    assert "second-poller" in notes.events


async def test_a_webhook_that_cannot_be_taken_away_yet_is_tried_again(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    await ask(double, "setWebhook", url="https://voorbeeld.nl/hook")
    double.faults.set("other", drop_request=1.0)
    async with polling(channel, desk, notes):
        await desk.until(lambda: desk.waits)
        double.faults.calm()
        await double.drained()
    assert notes.lines[0] == ("webhook-stays", "network")
    assert notes.lines[-1] == ("webhook-removed", "")


async def test_a_refused_token_ends_it_with_a_fault_the_operator_can_mend(
    double: BotApiDouble, desk: Desk, notes: Notes
) -> None:
    async with TelegramChannel("700000:AAkanarie", double.url) as wrong:
        with pytest.raises(ConfigError, match=r"^TELEGRAM_BOT_TOKEN: afgewezen$") as caught:
            await poll(wrong, desk.receive, notes, failpoint=desk.failpoint, pause=desk.pause)
    assert caught.value.faults == [("TELEGRAM_BOT_TOKEN", "afgewezen")]
    assert caught.value.__context__ is None
    assert notes.lines == [("bad-token", "")]


@pytest.mark.parametrize("answer", [b"geheim", b"[]", b'{"ok": true}', b'{"ok": true, "result": "geheim"}'])
def test_an_answer_that_cannot_be_read_is_an_error_without_its_words(
    channel: TelegramChannel, answer: bytes
) -> None:
    with pytest.raises(Exception, match=r"^unreadable answer$"):
        channel.updates.parse_json_payload(answer)
    assert channel.updates.take() == ()


async def test_it_stops_at_once_while_it_waits_for_updates(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    async with polling(channel, desk, notes) as task:
        await double.drained()
        await double.idle()
        task.cancel()
        await asyncio.wait([task], timeout=10)
        assert task.cancelled()
    assert notes.lines == []


async def test_when_it_stops_presses_are_still_answered(
    channel: TelegramChannel, double: BotApiDouble, user: Person, desk: Desk, notes: Notes
) -> None:
    await channel.send(str(user.id), QUESTION)
    user.press("Ja")

    async def receive(inbounds: list[Inbound]) -> None:
        raise asyncio.CancelledError

    with suppress(asyncio.CancelledError):
        await poll(channel, receive, notes, failpoint=desk.failpoint, pause=desk.pause)
    assert double.unanswered_callbacks() == []


async def test_a_press_that_takes_too_long_does_not_keep_it_from_stopping(
    channel: TelegramChannel,
    double: BotApiDouble,
    user: Person,
    desk: Desk,
    notes: Notes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.channels.telegram_errands.GOODBYE", 0.01)
    await channel.send(str(user.id), QUESTION)
    user.press("Ja")
    double.faults.set("other", slow=1.0, slow_seconds=3600)
    async with polling(channel, desk, notes) as task:
        await double.drained()
        task.cancel()
        await asyncio.wait([task], timeout=20)
        assert task.cancelled()


async def test_no_log_and_no_note_holds_the_token_or_a_text(
    channel: TelegramChannel,
    double: BotApiDouble,
    user: Person,
    desk: Desk,
    notes: Notes,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("bot.canary").debug("the log is on")
    desk.refusals = 1
    double.faults.set("getUpdates", drop_response=0.3, http_502=0.3)
    async with polling(channel, desk, notes):
        for number in range(10):
            user.send(f"kanarie-{number}")
            double.raw_update({"message": {"text": "kanarie"}})
            await desk.heard(f"kanarie-{number}")
        double.faults.calm()
        await double.drained()
    for told in (caplog.text, repr(notes.lines), repr(desk.came)):
        assert not re.search(f"kanarie|{double.token}", told)
    assert "the log is on" in caplog.text
    assert "poison-update" in notes.events
