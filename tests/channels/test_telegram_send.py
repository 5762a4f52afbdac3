"""The Telegram door sends every sort of row so that Telegram takes it, and tells what went wrong by code."""

import logging
import traceback

import pytest

from bot.channels.telegram import TelegramChannel
from bot.core.errors import DeliveryError
from bot.core.text import words
from bot.ports import Button, Outbound, Sort
from tests.telegram_double import BotApiDouble, Person

from .telegram_door import Notes, channel, double, notes, user

__all__ = ["channel", "double", "notes", "user"]
HOUR = 3600
ROWS = ((Button("Ja", "1:1:1:k:ja"), Button("Nee", "1:1:1:k:nee")), (Button("Pauze", "1:1:1:w:pauze"),))
HEART, SECRET = "\N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16}", "kanarie-7731"
NASTY = [
    "<b>vet</b> & <i>",
    "a < b > c && d &amp; &lt;b&gt; &#0; &nbsp;",
    "\"'`*_[]()~|{}\\",
    "</b></b>",
    "מה שלומך \u202eomgekeerd\u202c مرحبا",
    f"{HEART}👩‍👩‍👧‍👦🇳🇱" * 50,
    "regel\n\n\nregel\r\nregel\ttab",
    "a\0b\x07c\x85d",
    "los \ud83d surrogaat \udc00",
    "<" * 4000,
    "&" * 4096,
    "👩" * 4096,
    "  ",
    "\u200b\u2060",
    "\0",
    "\n",
    "\u3164",
    "<a href='tg://x'>",
    "@iemand /stop https://voorbeeld.nl #tag",
]


def row(sort: Sort, said: str = "Hoe gaat het?", target: int | None = None, buttons: bool = True) -> Outbound:
    return Outbound(sort, words(said), ROWS if buttons else (), target=target)


async def failure(channel: TelegramChannel, person: Person, outbound: Outbound) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        await channel.send(str(person.id), outbound)
    return caught.value


@pytest.mark.parametrize("sort", [Sort.TEXT, Sort.QUESTION, Sort.REMINDER])
async def test_what_is_said_gets_a_number_and_its_buttons(
    channel: TelegramChannel, user: Person, sort: Sort
) -> None:
    number = await channel.send(str(user.id), row(sort))
    assert user.transcript()[-1] == ("bot", number, "Hoe gaat het?", ["Ja", "Nee", "Pauze"])
    assert user.newest.markup == {
        "inline_keyboard": [
            [{"text": one.label, "callback_data": one.data} for one in buttons] for buttons in ROWS
        ]
    }


async def test_styles_are_shown_and_words_are_never_read_for_markup(
    channel: TelegramChannel, user: Person
) -> None:
    body = (("b", "Vraag <1>"), ("", " & "), ("i", "jij & ik"))
    await channel.send(str(user.id), Outbound(Sort.TEXT, body))
    assert user.newest.text == "Vraag <1> & jij & ik"
    assert [(one["type"], one["offset"], one["length"]) for one in user.newest.entities] == [
        ("bold", 0, 9),
        ("italic", 12, 8),
    ]


async def test_links_show_no_preview(channel: TelegramChannel, double: BotApiDouble, user: Person) -> None:
    await channel.send(str(user.id), row(Sort.TEXT, "https://voorbeeld.nl"))
    assert '"is_disabled": true' in double.calls[-1].params["link_preview_options"]


async def test_whatever_somebody_wrote_telegram_takes_it(
    channel: TelegramChannel, double: BotApiDouble, user: Person
) -> None:
    for said in NASTY:
        for style in ("", "b", "i"):
            await channel.send(str(user.id), Outbound(Sort.TEXT, ((style, said),)))
    assert len(user.texts()) == len(NASTY) * 3
    assert double.refused == []


async def test_what_somebody_wrote_is_shown_as_it_was(channel: TelegramChannel, user: Person) -> None:
    for said in ("a < b > c && &amp; &#65; \"'", "👩‍👩‍👧 مرحبا", "<b>vet</b>", "x" * 4096):
        await channel.send(str(user.id), row(Sort.TEXT, said))
        assert user.newest.text == said


async def test_characters_that_cannot_be_shown_are_left_out(channel: TelegramChannel, user: Person) -> None:
    for said, shown in [("a\0b\x07c\nd\te", "abc\nd e"), ("los \ud83d!", "los \ufffd!"), ("\u200b", "…")]:
        await channel.send(str(user.id), row(Sort.TEXT, said))
        assert user.newest.text == shown


async def test_a_kept_answer_gets_a_mark_once_however_often_it_is_sent(
    channel: TelegramChannel, double: BotApiDouble, user: Person
) -> None:
    said = user.send("mijn antwoord")
    for _ in range(2):
        assert await channel.send(str(user.id), Outbound(Sort.MARK, target=said)) is None
    assert user.reaction(said) == "✍"
    assert (user.texts(), double.refused) == ([], [])


async def test_other_buttons_leave_the_text_and_change_twice_is_no_failure(
    channel: TelegramChannel, user: Person
) -> None:
    number = await channel.send(str(user.id), row(Sort.QUESTION))
    fewer = Outbound(Sort.CHANGE, rows=ROWS[1:], target=number)
    for _ in range(2):
        assert await channel.send(str(user.id), fewer) is None
    assert user.transcript()[-1] == ("bot", number, "Hoe gaat het?", ["Pauze"])
    await channel.send(str(user.id), row(Sort.CHANGE, target=number, buttons=False))
    assert user.transcript()[-1] == ("bot", number, "Hoe gaat het?", [])


async def test_a_message_is_erased_and_erasing_what_is_gone_is_no_failure(
    channel: TelegramChannel, user: Person
) -> None:
    theirs = user.send("wis dit")
    ours = await channel.send(str(user.id), row(Sort.TEXT))
    for number in (theirs, ours, theirs):
        assert await channel.send(str(user.id), Outbound(Sort.ERASE, target=number)) is None
    assert [line.text for line in user.transcript()] == ["/start"]


async def test_after_48_hours_erasing_is_refused_for_good(
    channel: TelegramChannel, double: BotApiDouble, user: Person
) -> None:
    said = user.send("te oud")
    double.advance(48 * HOUR)
    error = await failure(channel, user, Outbound(Sort.ERASE, target=said))
    assert (error.outcome, error.code) == ("never", "too-old")


async def test_a_question_that_is_gone_cannot_change(channel: TelegramChannel, user: Person) -> None:
    number = await channel.send(str(user.id), row(Sort.QUESTION))
    assert number is not None
    user.delete(number)
    error = await failure(channel, user, row(Sort.CHANGE, target=number, buttons=False))
    assert (error.outcome, error.code) == ("never", "gone")


async def test_an_alarm_is_no_business_of_a_channel(channel: TelegramChannel, user: Person) -> None:
    with pytest.raises(AssertionError):
        await channel.send(str(user.id), Outbound(Sort.TICK))


async def test_a_429_tells_how_long_to_wait(
    channel: TelegramChannel, double: BotApiDouble, user: Person
) -> None:
    double.storm(user.id, calls=1, retry_after=17)
    error = await failure(channel, user, row(Sort.TEXT))
    assert (error.outcome, error.code, error.retry_in) == ("later", "429", 17.0)


async def test_who_shut_us_out_is_blocked(
    channel: TelegramChannel, double: BotApiDouble, user: Person
) -> None:
    user.block()
    gone, stranger = double.user(), double.user()
    gone.start()
    gone.deactivate()
    for person, code in [(user, "403"), (gone, "403"), (stranger, "403")]:
        error = await failure(channel, person, row(Sort.TEXT))
        assert (error.outcome, error.code) == ("blocked", code)
    with pytest.raises(DeliveryError, match="blocked: chat-not-found"):
        await channel.send("123", row(Sort.TEXT))


@pytest.mark.parametrize(
    ("fault", "arrived"), [("drop_request", {0}), ("drop_response", {1}), ("http_502", {0, 1})]
)
async def test_a_line_that_breaks_while_sending_leaves_it_unknown(
    channel: TelegramChannel, double: BotApiDouble, user: Person, fault: str, arrived: set[int]
) -> None:
    double.faults.set("send", **{fault: 1.0})
    error = await failure(channel, user, row(Sort.TEXT))
    assert (error.outcome, error.code) == ("unknown", "network")
    assert len(user.texts()) in arrived
    double.faults.calm()
    assert await channel.send(str(user.id), row(Sort.TEXT)) is not None


async def test_where_nobody_listens_it_is_tried_again_later(double: BotApiDouble) -> None:
    async with BotApiDouble() as closed:
        url = closed.url
    async with TelegramChannel(double.token, url) as channel:
        with pytest.raises(DeliveryError, match="later: connect") as caught:
            await channel.send("1", row(Sort.TEXT))
    assert caught.value.retry_in == 1.0


async def test_a_refused_token_is_tried_again_after_a_minute(double: BotApiDouble) -> None:
    async with TelegramChannel("700000:AAwrong", double.url + "/") as channel:
        with pytest.raises(DeliveryError, match="later: token") as caught:
            await channel.send("1", row(Sort.TEXT))
    assert caught.value.retry_in == 60.0


async def test_a_press_is_answered_and_too_late_is_only_noted(
    channel: TelegramChannel, double: BotApiDouble, user: Person, notes: Notes
) -> None:
    await channel.send(str(user.id), row(Sort.QUESTION))
    press = user.press("Ja")
    await channel.answer_press(press, notes)
    assert notes.lines == []
    await channel.answer_press(press, notes)
    double.faults.set("other", drop_request=1.0)
    await channel.answer_press(user.press("Nee"), notes)
    assert notes.lines == [("press-unanswered", "press-too-old"), ("press-unanswered", "network")]


async def test_no_error_and_no_log_holds_the_token_or_a_text(
    channel: TelegramChannel, double: BotApiDouble, user: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("bot.canary").debug("the log is on")
    errors = []
    for chances in ({"drop_request": 1.0}, {"drop_response": 1.0}, {"http_502": 1.0}):
        double.faults.calm()
        double.faults.set("send", **chances)
        errors.append(await failure(channel, user, row(Sort.TEXT, SECRET)))
    double.faults.calm()
    errors.append(await failure(channel, user, row(Sort.CHANGE, SECRET, target=9999)))
    double.storm(user.id, calls=1, retry_after=1)
    errors.append(await failure(channel, user, row(Sort.TEXT, SECRET)))
    async with TelegramChannel(f"700000:{SECRET}", double.url) as wrong:
        errors.append(await failure(wrong, user, row(Sort.TEXT, SECRET)))
    assert [one.code for one in errors] == ["network", "network", "network", "gone", "429", "token"]
    told = "".join("".join(traceback.format_exception(one)) + repr(one) for one in errors)
    for text in (told, caplog.text, repr(channel)):
        assert SECRET not in text
        assert double.token not in text
    assert [one.__context__ for one in errors] == [None] * len(errors)
    assert "the log is on" in caplog.text


async def test_a_server_that_knows_no_reactions_holds_up_nothing(
    channel: TelegramChannel, double: BotApiDouble, user: Person
) -> None:
    double.forget_method("setMessageReaction")
    error = await failure(channel, user, Outbound(Sort.MARK, target=user.send("mijn antwoord")))
    assert (error.outcome, error.code) == ("never", "not-known")
