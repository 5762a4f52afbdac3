"""The Bot API double refuses in a chat what Telegram refuses, with its codes and descriptions."""

import json
from typing import Any

import aiohttp
import pytest
from telegram import Bot, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardRemove
from telegram.constants import ReactionEmoji
from telegram.error import BadRequest, Forbidden, InvalidToken
from telegram.request import HTTPXRequest

from tests.telegram_double import BotApiDouble, Person

from .telegram_line import bot, double, refusal, user

__all__ = ["bot", "double", "user"]
HOUR = 3600


def one_button(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Verder"} | button]]}


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (one_button(callback_data="x" * 65), "BUTTON_DATA_INVALID"),
        (one_button(callback_data="é" * 33), "BUTTON_DATA_INVALID"),
        (one_button(callback_data=""), "BUTTON_DATA_INVALID"),
        (
            one_button(),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            one_button(callback_data="x", url="https://a.nl"),
            "can't parse inline keyboard button: exactly one action expected",
        ),
        (
            one_button(text=" ", callback_data="x"),
            'can\'t parse inline keyboard button: field "text" must be a non-empty String',
        ),
        (one_button(url="nergens"), "BUTTON_URL_INVALID"),
        (one_button(web_app={"url": "http://a.nl"}), "BUTTON_URL_INVALID"),
        (one_button(copy_text={"text": "x" * 257}), "BUTTON_COPY_TEXT_INVALID"),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 9]}, "reply markup is too long"),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "a"}]] * 101}, "reply markup is too long"),
        ({"keyboard": [["x" * 10_000]]}, "reply markup is too long"),
        ({"keyboard": [["a"]], "input_field_placeholder": "x" * 65},
         "input field placeholder must have 1 to 64 characters"),
        ({"inline_keyboard": "x"},
         'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array'),
        ({"inline_keyboard": ["x"]},
         'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
        (["x"], "object expected as reply markup"),
        ("{", "can't parse reply markup JSON object"),
    ],
)  # fmt: skip
async def test_an_impossible_keyboard_is_refused(
    double: BotApiDouble, user: Person, markup: Any, reason: str
) -> None:
    answer = await refusal(double, "sendMessage", chat_id=user.id, text="x", reply_markup=markup)
    assert answer == f"400 Bad Request: {reason}"
    assert [call.outcome for call in double.refused] == [answer]


async def test_a_button_of_64_bytes_on_a_keyboard_of_a_hundred_is_fine(bot: Bot, user: Person) -> None:
    long, short = (
        InlineKeyboardButton("a", callback_data="é" * 32),
        InlineKeyboardButton("b", callback_data="b"),
    )
    await bot.send_message(user.id, "x", reply_markup=InlineKeyboardMarkup([[long], *[[short] * 3] * 33]))
    assert user.newest.buttons == ["a", *["b"] * 99]


async def test_the_same_content_again_is_not_modified(bot: Bot, user: Person) -> None:
    sent = await bot.send_message(user.id, "<b>x</b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text(" <b>x</b> ", user.id, sent.message_id, parse_mode="HTML")
    await bot.edit_message_text("x", user.id, sent.message_id)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(user.id, sent.message_id)


async def test_an_edit_without_keyboard_removes_the_keyboard(bot: Bot, user: Person) -> None:
    keyboard = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Verder", callback_data="v"))
    sent = await bot.send_message(user.id, "x", reply_markup=keyboard)
    assert user.newest.buttons == ["Verder"]
    await bot.edit_message_text("y", user.id, sent.message_id)
    assert user.newest.buttons == []
    await bot.edit_message_reply_markup(user.id, sent.message_id, reply_markup=keyboard)
    assert user.transcript()[-1] == ("bot", sent.message_id, "y", ["Verder"])


async def test_only_own_messages_without_reply_keyboard_can_be_edited(bot: Bot, user: Person) -> None:
    mine = [
        await bot.send_message(user.id, "x", reply_markup=ReplyKeyboardRemove()),
        await bot.send_message(user.id, "x", reply_markup=ForceReply()),
    ]
    for message_id in [user.send("van mij"), *(sent.message_id for sent in mine)]:
        with pytest.raises(BadRequest, match="Message can't be edited"):
            await bot.edit_message_text("y", user.id, message_id)


async def test_an_edit_takes_no_reply_keyboard(bot: Bot, double: BotApiDouble, user: Person) -> None:
    sent = await bot.send_message(user.id, "x")
    markup = {"keyboard": [["Ja"]]}
    given = {"chat_id": user.id, "message_id": sent.message_id, "text": "y", "reply_markup": markup}
    assert await refusal(double, "editMessageText", **given) == "400 Bad Request: inline keyboard expected"


async def test_a_deleted_message_cannot_be_edited_or_deleted(bot: Bot, user: Person) -> None:
    sent = await bot.send_message(user.id, "x")
    user.delete(sent.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("y", user.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(user.id, sent.message_id)


async def test_both_sides_can_be_deleted_for_48_hours(bot: Bot, double: BotApiDouble, user: Person) -> None:
    old = user.send("oud")
    double.advance(47 * HOUR)
    young = [user.send("jong"), (await bot.send_message(user.id, "jong")).message_id]
    double.advance(2 * HOUR)
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_message(user.id, old)
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_messages(user.id, [old, *young])
    assert len(user.transcript()) == 4
    assert await bot.delete_messages(user.id, [*young, 999])
    assert [line.text for line in user.transcript()] == ["/start", "oud"]


@pytest.mark.parametrize(
    ("ids", "reason"),
    [
        ([], "message identifiers are not specified"),
        (list(range(1, 102)), "too many message identifiers specified"),
    ],
)
async def test_a_bulk_deletion_takes_1_to_100_ids(
    double: BotApiDouble, user: Person, ids: list[int], reason: str
) -> None:
    answer = await refusal(double, "deleteMessages", chat_id=user.id, message_ids=ids)
    assert answer == f"400 Bad Request: {reason}"


async def test_a_press_is_answered_once_and_in_time(bot: Bot, double: BotApiDouble, user: Person) -> None:
    keyboard = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Verder", callback_data="v"))
    await bot.send_message(user.id, "x", reply_markup=keyboard)
    first, late, long = user.press("Verder"), user.press("Ver"), user.press("Verder")
    assert await bot.answer_callback_query(first, text="Goed")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(long, text="x" * 201)
    too_late = "timeout expired or query id is invalid"
    for callback_id in (first, "123"):
        with pytest.raises(BadRequest, match=too_late):
            await bot.answer_callback_query(callback_id)
    double.advance(61)
    with pytest.raises(BadRequest, match=too_late):
        await bot.answer_callback_query(late)
    assert user.toasts == ["Goed"]


async def test_the_allowed_reactions_are_those_of_the_client_library() -> None:
    from tests.telegram_double.rules import REACTIONS

    assert {one.value.replace("\ufe0f", "") for one in ReactionEmoji} == REACTIONS


async def test_a_reaction_is_one_allowed_emoji(bot: Bot, double: BotApiDouble, user: Person) -> None:
    said = user.send("mijn antwoord")
    await bot.set_message_reaction(user.id, said, "✍")
    assert user.reaction(said) == "✍"
    await bot.set_message_reaction(user.id, said, [])
    assert user.reaction(said) == ""
    emoji, other = {"type": "emoji", "emoji": "👀"}, {"type": "emoji", "emoji": "🪴"}
    for reaction, reason in [([other], "REACTION_INVALID"), ([emoji] * 2, "REACTIONS_TOO_MANY")]:
        given = {"chat_id": user.id, "message_id": said, "reaction": reaction}
        assert await refusal(double, "setMessageReaction", **given) == f"400 Bad Request: {reason}"
    with pytest.raises(BadRequest, match="Message to react not found"):
        await bot.set_message_reaction(user.id, 999, "👀")


async def test_an_unknown_chat_is_not_found(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(999, "x")


async def test_who_never_started_blocked_or_left_cannot_be_reached(bot: Bot, double: BotApiDouble) -> None:
    user = double.user()
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(user.id, "x")
    user.start()
    user.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(user.id, "x")
    user.unblock()
    await bot.send_message(user.id, "x")
    user.deactivate()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(user.id, "x")
    assert double.refused == []


async def test_a_wrong_token_is_unauthorized_and_an_unknown_method_unknown(double: BotApiDouble) -> None:
    url = f"{double.url}/bot1:wrong/getMe"
    async with aiohttp.ClientSession() as client, client.get(url) as answer:
        assert answer.status == 401
        assert await answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    async with HTTPXRequest() as request:
        with pytest.raises(InvalidToken):
            await Bot("1:wrong", base_url=f"{double.url}/bot", request=request).get_me()
    assert await refusal(double, "sendPigeon") == "404 Not Found: method not found"


async def test_get_form_and_multipart_mean_the_same_as_json(double: BotApiDouble, user: Person) -> None:
    url = f"{double.url}/bot{double.token}/sendMessage"
    given = {"chat_id": str(user.id), "text": "x", "reply_markup": json.dumps(one_button(callback_data="v"))}
    async with aiohttp.ClientSession() as client:
        with aiohttp.MultipartWriter("form-data") as parts:
            for name, value in given.items():
                parts.append(value).set_content_disposition("form-data", name=name)
        for request in (
            client.get(url, params=given), client.post(url, data=given), client.post(url, data=parts)
        ):  # fmt: skip
            async with request as answer:
                assert answer.status == 200
    assert [line.buttons for line in user.transcript()[1:]] == [["Verder"]] * 3
    assert double.doubled() == 2
