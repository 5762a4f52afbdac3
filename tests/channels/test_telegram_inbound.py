"""Raw updates become what somebody did; all else is left alone, set aside or left, and never raised."""

import copy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_inbound import ALLOWED, Leave, Poison, Pressed, key_of, read
from bot.ports import Came, Inbound
from tests.telegram_double import BotApiDouble, kinds

from .telegram_door import double

__all__ = ["double"]
Tree = dict[str, Any]
KEY, PERSON, GROUP = 100_000_001, 700_000_001, -4_000_000_001
LETTER = {"type": "channel", "chat": {"id": -100, "type": "channel"}, "message_id": 1, "date": 1}


def message(**content: object) -> Tree:
    sender: Tree = {"id": PERSON, "is_bot": False, "first_name": "L."}
    chat: Tree = {"id": PERSON, "type": "private", "first_name": "L."}
    return {"message_id": 7, "date": 1_700_000_000, "chat": chat, "from": sender} | content


def update(kind: str, body: Tree) -> Tree:
    return {"update_id": KEY, kind: body}


def member(status: str, chat: Tree) -> Tree:
    return update("my_chat_member", {"chat": chat, "date": 1, "new_chat_member": {"status": status}})


def pressed(**changes: object) -> Tree:
    body = {"id": "4001", "from": message()["from"], "message": message(text="Vraag"), "data": "1:1:1:k:ja"}
    return update("callback_query", body | changes)


def inbound(came: Came, text: str = "") -> Inbound:
    return Inbound("telegram", KEY, str(PERSON), came, text=text, ref=7, sent=1_700_000_000)


def test_typed_words_come_with_their_number_and_moment() -> None:
    assert read(update("message", message(text="Hoi <b>& dag"))) == inbound(Came.TEXT, "Hoi <b>& dag")


@pytest.mark.parametrize(
    ("typed", "payload"),
    [
        ("/start", ""),
        ("/start@ruggespraak_bot", ""),
        ("/start bord_7-K", "bord_7-K"),
        ("/start@ruggespraak_bot bord_7-K", "bord_7-K"),
        ("/start " + "a" * 64, "a" * 64),
        ("/start " + "a" * 65, ""),
        ("/start twee woorden", ""),
        ("/start ../..", ""),
        ("/start é", ""),
        ("/start a\n", ""),
    ],
)
def test_start_opens_the_door_and_a_strange_payload_is_none(typed: str, payload: str) -> None:
    assert read(update("message", message(text=typed))) == inbound(Came.OPEN, payload)


@pytest.mark.parametrize("typed", ["/starten", "/ start", "start", "ik /start", "/hulp"])
def test_other_words_that_look_like_start_are_words(typed: str) -> None:
    assert read(update("message", message(text=typed))) == inbound(Came.TEXT, typed)


def test_characters_that_cannot_be_stored_are_mended() -> None:
    read_text = read(update("message", message(text="a\0b\ud83dc\nd")))
    assert read_text == inbound(Came.TEXT, "ab\ufffdc\nd")


def test_an_edit_names_the_message_it_is_about() -> None:
    body = message(text="beter", edit_date=1_700_000_050)
    assert read(update("edited_message", body)) == inbound(Came.EDIT, "beter")
    assert read(update("edited_message", message(caption="beter", **kinds.PHOTO))) is None


@pytest.mark.parametrize(
    "content",
    [
        kinds.VOICE, kinds.PHOTO, kinds.DOCUMENT, kinds.STICKER, kinds.LOCATION, kinds.POLL,
        {"contact": {"phone_number": "1"}}, kinds.PHOTO | {"caption": "geheim"}, {"nieuw_in_2031": {}}, {},
        {"text": "\0"},
    ],
)  # fmt: skip
def test_anything_but_words_only_says_that_it_came(content: Tree) -> None:
    assert read(update("message", message(**content))) == inbound(Came.OTHER)


@pytest.mark.parametrize("name", ["pinned_message", "message_auto_delete_timer_changed", "users_shared"])
def test_what_telegram_says_itself_is_nothing_somebody_said(name: str) -> None:
    assert read(update("message", message(**{name: {}}))) is None


def test_other_bots_are_left_alone() -> None:
    robot = {"id": 5, "is_bot": True, "first_name": "R."}
    for kind in ("message", "edited_message"):
        assert read(update(kind, message(text="hoi", **{"from": robot}))) is None


def test_a_post_passed_on_from_a_channel_is_not_somebodys_own_words() -> None:
    arrived = read(update("message", message(text="nieuws", forward_origin=LETTER)))
    assert isinstance(arrived, Inbound)
    assert (arrived.came, arrived.text) == (Came.OTHER, "")
    assert read(update("edited_message", message(text="nieuws", forward_origin=LETTER))) is None


def test_a_press_keeps_its_id_apart() -> None:
    plain = Inbound("telegram", KEY, str(PERSON), Came.PRESS, data="1:1:1:k:ja")
    gone = {"chat": message()["chat"], "message_id": 7, "date": 0}
    assert read(pressed()) == Pressed(replace(plain, ref=7), "4001")
    assert read(pressed(message=gone)) == Pressed(plain, "4001")
    without = pressed()
    del without["callback_query"]["message"]
    assert read(without) == Pressed(plain, "4001")
    del without["callback_query"]["data"]
    assert read(without) is None


def test_blocking_and_unblocking_are_told() -> None:
    private = message()["chat"]
    for status, came in [("kicked", Came.BLOCKED), ("member", Came.UNBLOCKED)]:
        assert read(member(status, private)) == Inbound("telegram", KEY, str(PERSON), came)
    assert read(member("restricted", private)) is None


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_groups_and_channels_are_left_and_nothing_in_them_is_read(kind: str) -> None:
    chat = {"id": GROUP, "type": kind, "title": "Directieoverleg"}
    there = message(text="/start", chat=chat)
    for raw in (update("message", there), update("edited_message", there), pressed(message=there)):
        assert read(raw) == Leave(GROUP)
    for status in ("member", "administrator"):
        assert read(member(status, chat)) == Leave(GROUP)
    for status in ("left", "kicked"):
        assert read(member(status, chat)) is None


def test_kinds_we_did_not_ask_for_are_left_alone() -> None:
    assert read(update("poll", {})) is None
    assert read(update("message_reaction", {})) is None
    assert read(update("message", message(text="hoi", chat={"id": 1, "type": "nieuw"}))) is None


@pytest.mark.parametrize(
    "raw", [None, 5, "x", [], {}, {"update_id": "5"}, {"update_id": True}, {"update_id": -1}]
)
def test_an_update_without_a_number_is_poison_without_one(raw: object) -> None:
    assert read(raw) == Poison(None)
    assert key_of(raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        update("message", message(text=5)),
        update("message", message(text=None)),
        update("message", message(text="hoi", date="gisteren")),
        update("message", message(text="hoi", message_id=True)),
        update("message", message(text="hoi", message_id=10**30)),
        update("message", message(text="hoi", chat=[])),
        update("message", message(text="hoi", chat={"id": 1.5, "type": "private"})),
        update("message", message(text="hoi", **{"from": "ik"})),
        update("message", message(text="hoi", forward_origin=7)),
        pressed(data=b"x"),
        pressed(id=4001),
        pressed(message=None),
        member("member", {"type": "private"}),
        {"update_id": KEY, "message": None},
        {"update_id": KEY, "edited_message": []},
    ],
)
def test_a_field_of_the_wrong_type_makes_an_update_poison(raw: Tree) -> None:
    assert read(raw) == Poison(KEY)


async def test_every_update_of_the_double_is_understood(double: BotApiDouble) -> None:
    person = double.user()
    person.start("bord_7")
    person.edit(person.send("een"), "twee")
    for send in (person.voice, person.photo, person.document, person.sticker, person.poll, person.location):
        send()
    person.block()
    person.unblock()
    came = [one.came for one in map(read, double.pending()) if isinstance(one, Inbound)]
    others = [Came.OTHER] * 6
    assert came == [Came.OPEN, Came.TEXT, Came.EDIT, *others, Came.BLOCKED, Came.UNBLOCKED]


ANY_TEXT = st.text(st.characters(exclude_categories=()))
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
)
GOOD = [
    update("message", message(text="/start bord_7")),
    update("message", message(**kinds.VOICE)),
    update("message", message(text="nieuws", forward_origin=LETTER)),
    update("edited_message", message(text="beter")),
    update("message", message(text="hoi", chat={"id": GROUP, "type": "group"})),
    pressed(),
    member("kicked", message()["chat"]),
]


def paths(tree: object, here: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    below = tree.items() if isinstance(tree, dict) else ()
    return [here, *(path for name, inner in below for path in paths(inner, (*here, name)))]


@st.composite
def damaged(draw: st.DrawFn) -> object:
    """A good update in which some places hold anything."""
    raw: Any = copy.deepcopy(draw(st.sampled_from(GOOD)))
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from(paths(raw)[1:]))
        spot = raw
        for name in way:
            spot = spot[name]
        spot[last] = draw(ANY_JSON)
    return raw


def check_harmless(raw: object) -> None:
    arrived = read(raw)
    plain = arrived.inbound if isinstance(arrived, Pressed) else arrived
    if isinstance(plain, Inbound):
        assert plain.key == key_of(raw)
        assert all(0 <= number < 2**63 for number in (plain.key, plain.ref or 0, plain.sent))
        for text in (plain.text, plain.data, plain.address):
            assert "\0" not in text
            text.encode()
    else:
        assert plain is None or isinstance(plain, Leave | Poison)


@given(ANY_JSON)
def test_no_json_whatever_raises(raw: object) -> None:
    check_harmless(raw)


@given(st.sampled_from(ALLOWED), st.integers(0, 2**40), ANY_JSON)
def test_no_body_whatever_raises(kind: str, key: int, body: object) -> None:
    check_harmless({"update_id": key, kind: body})


@given(damaged())
def test_no_damage_to_a_good_update_raises(raw: object) -> None:
    check_harmless(raw)


def test_no_words_show_in_a_repr() -> None:
    assert "geheim" not in repr(read(update("message", message(text="geheim"))))
    assert "geheim" not in repr(read(pressed(data="geheim")))
