"""Somebody on Telegram: a whole reflection, and everything people do in between."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.given import TEXT_LIMIT
from tests.channels.telegram_line import ask
from tests.scripts import library
from tests.telegram_double import BotApiDouble, Person

from .inside import Inside, inside
from .running import AS_DEPLOYED, Running, eventually
from .talking import (
    BACK,
    EXPECTED,
    FIVE_WEEKS,
    FOUR,
    LET_OFF,
    PATIENCE,
    Reply,
    answer,
    label,
    phrase,
    question,
    talk,
    to_the_end,
    until_it_sleeps,
)

FIRST, SECOND = question(FOUR, "met_wie"), question(FOUR, "beleven")
MENU = phrase("menu")


@pytest.fixture
async def double() -> AsyncIterator[BotApiDouble]:
    async with BotApiDouble(flood="off") as running:
        yield running
        assert running.refused == []
        assert running.unanswered_callbacks() == []


@pytest.fixture
async def house(double: BotApiDouble, tmp_path: Path) -> AsyncIterator[Inside]:
    async with inside(tmp_path, double) as serving:
        yield serving


@pytest.fixture
async def person(double: BotApiDouble, house: Inside) -> Person:
    """Somebody who was asked the first question."""
    someone = double.user()
    someone.start(FOUR)
    await someone.until(FIRST)
    return someone


async def gives(person: Person, text: str, then: str) -> int:
    """Answer the open question, close it by button, and wait for what comes; the number of the message."""
    number = person.send(text)
    person.press(library().labels["klaar"])
    await person.until(then, PATIENCE)
    return number


async def test_a_whole_reflection_with_buttons_and_typed_words(double: BotApiDouble, house: Inside) -> None:
    someone = double.user()
    await until_it_sleeps(someone)
    await double.drained()
    house.go(FIVE_WEEKS)
    await to_the_end(someone)
    await double.drained()
    assert house.log(someone.id) == EXPECTED
    assert [session.status for session in house.sessions(someone.id)] == ["done", "stopped"]
    assert double.doubled() == 0


async def test_kept_answers_are_marked_and_what_was_let_off_is_gone_from_the_chat(
    double: BotApiDouble, house: Inside
) -> None:
    someone = double.user()
    await talk(someone, FOUR, LET_OFF)
    await double.drained()
    own = {line.text: line.message_id for line in someone.transcript() if line.sender == "user"}
    assert someone.reaction(own["rector P"]) == "✍"
    assert LET_OFF[2].types[0] not in own


async def test_starting_again_offers_to_go_on_begin_again_or_leave_it(person: Person, house: Inside) -> None:
    await gives(person, "rector P", SECOND)
    person.start()
    offered = await person.until(phrase("waar_was_je"))
    labels = library().labels
    assert offered.buttons == [labels["verder"], labels["opnieuw"], labels["laten"]]
    person.press(labels["verder"])
    await person.until(SECOND)
    assert [session.status for session in house.sessions(person.id)] == ["asking"]


async def test_a_voice_note_gets_a_kind_line_and_the_question_stays(person: Person, house: Inside) -> None:
    person.voice()
    await person.until(phrase("geen_tekst"))
    await gives(person, "rector P", SECOND)
    assert house.log(person.id)[FOUR, "met_wie"] == [("rector P", ())]


async def test_a_group_is_left_without_a_word(double: BotApiDouble, person: Person) -> None:
    group = double.group()
    group.add_bot(person)
    await eventually(lambda: not group.chat.member)
    await double.drained()
    assert group.texts() == []


async def test_who_blocked_us_is_not_written_to_and_is_welcome_back(
    double: BotApiDouble, person: Person, house: Inside
) -> None:
    await gives(person, "rector P", SECOND)
    person.block()
    await double.drained()
    before = len(double.calls)
    house.go(60)
    person.unblock()
    await double.drained()
    assert [call for call in double.calls[before:] if call.method == "sendMessage"] == []
    person.start()
    await person.until(phrase("waar_was_je"))


@pytest.mark.parametrize(
    "data", ["", "rommel", "1:1:1:k:", "1:999:1:k:kort", "1:1:99999:w:klaar", "1:0:0:w:wis"]
)
async def test_a_forged_button_is_answered_and_changes_nothing(
    person: Person, house: Inside, data: str
) -> None:
    person.press(force_data=data)
    await person.until(FIRST)
    assert house.log(person.id) == {}
    await gives(person, "rector P", SECOND)


async def test_a_stale_button_brings_the_question_that_is_open_now(person: Person, house: Inside) -> None:
    old = person.newest.message_id
    await gives(person, "rector P", SECOND)
    person.press(library().labels["overslaan"], old)
    await person.until(phrase("oude_knop"))
    assert house.log(person.id) == {(FOUR, "met_wie"): [("rector P", ())]}


async def test_an_edit_corrects_the_answer_it_belongs_to(person: Person, house: Inside) -> None:
    number = await gives(person, "rector P", SECOND)
    person.edit(number, "teamleider K")
    await person.until(phrase("verbeterd"))
    assert house.log(person.id)[FOUR, "met_wie"] == [("teamleider K", ())]


async def test_an_answer_in_several_messages_closes_after_a_silence(person: Person, house: Inside) -> None:
    person.send("rector P")
    person.send("van de overkant")
    await person.until(SECOND, PATIENCE)
    assert house.log(person.id)[FOUR, "met_wie"] == [("rector P\nvan de overkant", ())]


async def test_two_people_do_not_hear_each_other(double: BotApiDouble, person: Person, house: Inside) -> None:
    other = double.user()
    other.start(FOUR)
    await other.until(FIRST)
    await asyncio.gather(gives(person, "rector P", SECOND), gives(other, "teamleider K", SECOND))
    await asyncio.gather(
        gives(person, "Hij zei dat hij het niet zou gaan doen.", question(FOUR, "uitleven")),
        gives(other, "Ze stond op en liep het lokaal uit zonder iets te zeggen.", question(FOUR, "uitleven")),
    )
    assert "teamleider K" not in person.screen
    assert "rector P" not in other.screen
    assert house.log(person.id)[FOUR, "met_wie"] == [("rector P", ())]
    assert house.log(other.id)[FOUR, "met_wie"] == [("teamleider K", ())]


async def test_of_forty_thousand_characters_all_is_kept_but_the_pieces_that_no_longer_fit(
    person: Person, house: Inside
) -> None:
    pieces = [
        "".join(f"{number:07} " for number in range(first, first + 512)) for first in range(0, 5120, 512)
    ]
    person.send("".join(pieces)[:40_000])
    await person.until(phrase("te_lang"), PATIENCE)
    await person.until(phrase("te_lang"), PATIENCE)
    person.press(library().labels["klaar"])
    await person.until(SECOND, PATIENCE)
    ((kept, _),) = house.log(person.id)[FOUR, "met_wie"]
    fitting = [*pieces[:7], pieces[9][: 40_000 - 9 * 4096]]
    assert kept.replace(" \n", "\n").split() == " ".join(fitting).split()
    assert len(kept) <= TEXT_LIMIT


@pytest.mark.parametrize("payload", ["bestaat-niet", "<b>&", "x" * 64, "gesprek-terugblikken; rm", "é", "-"])
async def test_coming_in_by_a_link_that_means_nothing_brings_the_menu(
    double: BotApiDouble, house: Inside, payload: str
) -> None:
    someone = double.user()
    someone.start(payload)
    await someone.until(MENU)
    assert house.sessions(someone.id) == []


async def test_another_poller_takes_nothing_away(double: BotApiDouble, person: Person, house: Inside) -> None:
    status, _ = await ask(double, "getUpdates")
    assert status == 200
    await gives(person, "rector P", SECOND)
    assert ("second-poller", "") in house.notes.lines
    assert house.log(person.id)[FOUR, "met_wie"] == [("rector P", ())]


def damage_sessions(folder: Path) -> None:
    """Flip one bit of every sealed session."""
    with sqlite3.connect(folder / "ruggespraak.db") as db:
        for number, sealed in db.execute("SELECT id, sealed FROM sessions").fetchall():
            flipped = sealed[:-1] + bytes([sealed[-1] ^ 1])
            db.execute("UPDATE sessions SET sealed = ? WHERE id = ?", (flipped, number))
    db.close()


async def test_somebody_whose_session_was_damaged_is_told_and_begins_anew_and_others_go_on(
    double: BotApiDouble, person: Person, house: Inside, tmp_path: Path
) -> None:
    await gives(person, "rector P", SECOND)
    await double.drained()
    damage_sessions(tmp_path)
    other = double.user()
    other.start(FOUR)
    person.send("Hij zei dat hij het niet zou gaan doen.")
    await person.until(phrase("beschadigd"))
    await other.until(FIRST)
    person.send("/menu")
    await person.until(MENU)
    person.press("Terugkijken")
    await answer(person, BACK, Reply("tijd", presses=("kort",)))
    await person.until(question(BACK, "met_wie"))
    await gives(other, "teamleider K", SECOND)


async def test_somebody_whose_key_is_gone_does_not_hold_up_the_others(
    double: BotApiDouble, tmp_path: Path
) -> None:
    async with inside(tmp_path, double):
        someone = double.user()
        someone.start(FOUR)
        await someone.until(FIRST)
        await double.drained()
    with sqlite3.connect(tmp_path / "sleutels.db") as keys:
        assert keys.execute("DELETE FROM keys WHERE person <> zeroblob(16)").rowcount == 1
    keys.close()
    async with inside(tmp_path, double) as house:
        other = double.user()
        someone.send("rector P")
        other.start(FOUR)
        await other.until(FIRST)
        await double.drained()
        assert house.log(other.id) == {}


async def test_the_bot_introduces_itself_in_dutch_and_to_everybody_once(tmp_path: Path) -> None:
    async with BotApiDouble(flood="off") as double, Running(double, tmp_path) as bot:
        await bot.start()
        profile = double.world.profile
        await eventually(lambda: len(profile.texts) == 4)
        await double.idle(PATIENCE)
        await bot.stop()
        for language in ("", "nl"):
            commands = profile.commands['{"type": "default"}', language]
            assert {"command": "start", "description": phrase("opdracht_start")} in commands
            assert profile.texts["description", language].startswith(phrase("beschrijving"))
            assert profile.texts["short_description", language].startswith(phrase("korte_beschrijving"))
        set_once = [call.method for call in double.calls if call.method.startswith("set")]
        await bot.start()
        await bot.speaks()
        await double.idle(PATIENCE)
        await bot.stop()
        assert [call.method for call in double.calls if call.method.startswith("set")] == set_once


async def test_a_second_bot_over_the_same_data_does_not_start(tmp_path: Path) -> None:
    async with (
        BotApiDouble(flood="off") as double,
        Running(double, tmp_path) as bot,
        Running(double, tmp_path) as second,
    ):
        await bot.start()
        await bot.speaks()
        await second.start(program=AS_DEPLOYED)
        assert await second.ended() == os.EX_CONFIG
        assert "RUGGESPRAAK_DATA_DIR" in second.said()
        assert await bot.stop() == 0


DECISION = "teambesluit-toetsen"
EXPLAINED = phrase("waarom_expliciet")


async def test_advice_is_explained_by_its_button_also_when_everything_is_over(
    double: BotApiDouble, house: Inside
) -> None:
    someone, why = double.user(), library().labels["waarom"]
    someone.start(DECISION)
    await someone.until(question(DECISION, "besluit"))
    await gives(someone, "een leesuur op vrijdag", question(DECISION, "visie"))
    for step, after in (("visie", "ander_team"), ("ander_team", "budget"), ("budget", "wet")):
        someone.press(label(DECISION, step, "ja"))
        await someone.until(question(DECISION, after))
    someone.send("ja hoor")
    await someone.until(question(DECISION, "ontwikkeling"))
    someone.press(label(DECISION, "ontwikkeling", "ja"))
    await someone.until(phrase("grond_expliciet"))
    someone.press(why)
    assert "hoofdstuk 9" in (await someone.until(EXPLAINED)).text
    someone.send("waarom zie ik dit?")
    await someone.until(EXPLAINED)
    someone.send("stop")
    await someone.until("We stoppen met")
    someone.press(why)
    await someone.until(EXPLAINED)


async def test_items_on_one_scale_come_one_by_one_or_all_in_one_message(
    double: BotApiDouble, house: Inside
) -> None:
    scan = "lerende-organisatie-scan"
    someone = double.user()
    someone.start(scan)
    await someone.until("1 van 6")
    someone.press("4")
    await someone.until("2 van 6")
    someone.send("3")
    await someone.until("3 van 6")
    someone.send("terug")
    await someone.until("2 van 6")
    someone.send("2 2 5 4 3")
    await someone.until("●●○○○ 2")
    await double.drained()
    keys = house.log(someone.id)[scan, "voorwaarden"]
    assert "klimaat=4" in str(keys)
    assert "structuur=3" in str(keys)
