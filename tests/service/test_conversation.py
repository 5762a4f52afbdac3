"""What somebody meets in a chat: coming in, going on, old buttons, corrections, reflections side by side."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.content.library import FileLibrary
from bot.ports import Came, Sort
from tests.home import Chat, Clock, Home, home

FOUR = "vier-woorden-voor-gesprek"
BACK = "gesprek-terugblikken"


@pytest.fixture
async def someone(tmp_path: Path) -> AsyncIterator[Home]:
    async with home(tmp_path) as one:
        yield one


async def test_first_contact_tells_what_this_is_before_the_first_question(someone: Home) -> None:
    texts = await someone.comes(FOUR)
    assert "versleuteld met een sleutel die alleen bij jou hoort" in texts[0]
    assert "Met wie ga je praten?" in texts[-1]
    assert not any("versleuteld" in text for text in await someone.comes())


async def test_who_comes_for_nothing_gets_the_menu_and_chooses_by_button_number_or_word(
    someone: Home,
) -> None:
    assert "Waar wil je bij stilstaan?" in (await someone.comes())[-1]
    assert "Met wie ga je praten?" in (await someone.presses("Vier woorden vooraf"))[-1]
    await someone.says("stop")
    assert "Hoeveel tijd heb je nu?" in (await someone.says("2"))[-1]
    await someone.says("stop")
    assert "Met wie ga je praten?" in (await someone.says("ik heb zo een lastig gesprek met iemand"))[-1]


async def test_words_we_do_not_know_are_said_to_be_unknown_with_the_menu(someone: Home) -> None:
    texts = await someone.says("blablabla")
    assert "ken ik niet" in texts[-2]
    assert "Vier woorden vooraf" in texts[-1]


async def test_an_answer_in_three_messages_is_one_answer(someone: Home) -> None:
    await someone.comes(FOUR)
    assert await someone.says("rector", "P", "van de overkant") == []
    assert "Beleven." in (await someone.waits(seconds=9))[0]
    assert [given.text for given in someone.log()["met_wie"]] == ["rector\nP\nvan de overkant"]


async def test_a_kept_message_is_marked_and_a_message_to_let_off_steam_is_erased(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P", "hij legde zijn telefoon midden op de tafel neer")
    await someone.answers("wat een eikel is het toch")
    sorts = [outbound.sort for _, outbound in someone.chat.sent]
    assert sorts.count(Sort.MARK) == 2
    assert sorts.count(Sort.ERASE) == 1
    assert "eikel" not in repr(someone.log())


async def test_coming_back_offers_to_go_on_begin_again_or_leave_it(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P")
    assert (await someone.comes())[
        -1
    ] == "Vier woorden vooraf ligt nog open.\nJe was bij beleven. Verder, opnieuw of laten?"
    assert "Beleven." in (await someone.says("verder"))[-1]
    await someone.comes()
    assert "Met wie ga je praten?" in (await someone.presses("Opnieuw"))[-1]
    assert len(someone.sessions()) == 2
    await someone.answers("teamleider K")
    await someone.comes()
    assert "laat ik liggen" in (await someone.presses("Laten"))[0]
    assert "Beleven." in (await someone.says("verder"))[-1]


async def test_coming_back_before_the_first_answer_simply_asks_again(someone: Home) -> None:
    await someone.comes(FOUR)
    assert "Met wie ga je praten?" in (await someone.comes())[-1]


async def test_several_reflections_wait_side_by_side_and_one_has_the_floor(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P")
    await someone.says("/menu")
    await someone.presses("Terugkijken op een gesprek")
    await someone.says("kort")
    assert [session.status for session in someone.sessions()] == ["asking", "paused"]
    await someone.says("stop")
    assert "Beleven." in (await someone.says("verder"))[-1]


async def test_buttons_of_an_earlier_question_are_answered_kindly(someone: Home) -> None:
    await someone.comes(BACK)
    old = someone.button("Drie minuten")
    await someone.presses("Wat langer")
    texts = await someone.receives(someone.inbound(Came.PRESS, data=old))
    assert "eerdere vraag" in texts[0]
    assert someone.log()["tijd"][0].keys == ("ruim",)


@pytest.mark.parametrize(
    "data",
    ["", "rommel", "1:1:1:k:", "1:999:1:k:kort", "1:1:99999:k:kort", "9:1:1:k:kort", "1:1:1:w:stop;drop"],
)  # fmt: skip
async def test_forged_buttons_change_nothing(someone: Home, data: str) -> None:
    await someone.comes(BACK)
    before = someone.log()
    assert await someone.receives(someone.inbound(Came.PRESS, data=data))
    assert someone.log() == before
    assert someone.sessions()[0].status == "asking"


async def test_a_button_of_somebody_else_does_nothing_to_them(someone: Home) -> None:
    await someone.comes(BACK)
    stolen = someone.button("Wat langer")
    thief = Home(someone.app, someone.chat, someone.clock, person="7002")
    await thief.receives(thief.inbound(Came.PRESS, data=stolen))
    assert someone.log() == {}
    assert "Drie minuten" in (await someone.comes())[-1]


async def test_an_edit_corrects_the_answer_it_belongs_to(someone: Home) -> None:
    await someone.comes(FOUR)
    inbound = someone.inbound(Came.TEXT, "rector P")
    await someone.receives(inbound)
    await someone.says("klaar")
    assert inbound.ref is not None
    assert "Aangepast bij Met wie." in (await someone.edits(inbound.ref, "teamleider K"))[0]
    assert someone.log()["met_wie"][0].text == "teamleider K"
    assert "geen antwoord" in (await someone.edits(3, "iets anders"))[0]


async def test_something_that_is_no_text_leaves_the_question_open(someone: Home) -> None:
    await someone.comes(FOUR)
    assert await someone.receives(someone.inbound(Came.OTHER)) == [
        "Ik kan alleen tekst lezen. Wil je het typen?"
    ]
    await someone.answers("rector P")
    assert someone.log()["met_wie"][0].text == "rector P"


async def test_a_follow_up_waits_while_somebody_is_busy_with_another_reflection(someone: Home) -> None:
    await someone.comes(BACK)
    await someone.says("kort")
    await someone.answers("teamleider K")
    await someone.says("gisteren")
    await someone.answers("ze begon zelf te vertellen over haar klas", "ze is moe", "langslopen")
    await someone.says("graag")
    assert someone.sessions()[0].status == "asleep"
    await someone.waits(days=28, hours=6, minutes=40)
    await someone.comes(FOUR)
    await someone.answers("rector P")
    assert await someone.waits(minutes=25) == []
    texts = await someone.waits(minutes=40)
    assert "Op je gesprek met teamleider K" in "".join(texts)
    assert [session.status for session in someone.sessions()] == ["paused", "asking"]


async def test_a_message_sent_before_the_question_arrived_belongs_to_the_answer_before(
    tmp_path: Path,
) -> None:
    async with home(tmp_path, chat=Chat()) as someone:
        await someone.comes(FOUR)
        first, second = someone.inbound(Came.TEXT, "rector P"), someone.inbound(Came.TEXT, "van de overkant")
        await someone.receives(first, someone.inbound(Came.TEXT, "klaar"))
        await someone.receives(second)
        assert someone.log()["met_wie"][0].text == "rector P\nvan de overkant"
        assert "beleven" not in someone.log()


async def test_the_same_inbound_twice_is_done_once(someone: Home) -> None:
    await someone.comes(FOUR)
    inbound = someone.inbound(Came.TEXT, "rector P")
    await someone.receives(inbound, inbound)
    await someone.receives(inbound)
    assert someone.log()["met_wie"][0].text == "rector P"


async def test_who_blocked_us_is_left_alone_and_is_welcome_back(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.receives(someone.inbound(Came.BLOCKED))
    await someone.receives(someone.inbound(Came.UNBLOCKED))
    assert "Met wie ga je praten?" in (await someone.comes())[-1]


def reworded(folder: Path, *words_of: str) -> FileLibrary:
    """Our own content, with other words in the script of the four words: old, new, old, new …"""
    words = folder / "woorden"
    for room in ("dialogues", "knowledge"):
        shutil.copytree(Path(__file__).parents[2] / room, words / room, dirs_exist_ok=True)
    script = words / "dialogues" / "gesprek" / f"{FOUR}.yaml"
    text = script.read_text()
    for old, new in zip(words_of[::2], words_of[1::2], strict=True):
        assert old in text
        text = text.replace(old, new)
    script.write_text(text)
    return FileLibrary.open(words)


async def test_other_words_reach_who_is_under_way(tmp_path: Path) -> None:
    clock, chat = Clock(), Chat()
    async with home(tmp_path / "data", memory=False, clock=clock, chat=chat) as someone:
        await someone.comes(FOUR)
        await someone.answers("rector P")
    changed = reworded(tmp_path, "**Uitleven.**", "**Heel anders.**")
    async with home(tmp_path / "data", memory=False, clock=clock, chat=chat, content=changed) as someone:
        fact = "hij legde zijn telefoon midden op de tafel neer"
        assert (await someone.answers(fact))[-1].startswith("Heel anders.")
        assert someone.sessions()[0].script == changed.dialogue(FOUR).hash  # type: ignore[union-attr]


async def test_a_new_question_waits_for_who_comes_after(tmp_path: Path) -> None:
    """It was put before the question that is open: that stays, and going back does not meet it either."""
    clock, chat = Clock(), Chat()
    async with home(tmp_path / "data", memory=False, clock=clock, chat=chat) as someone:
        await someone.comes(FOUR)
        await someone.answers("rector P")
    asked = "stappen:\n\n  aanleiding:\n    vraag: Wat is de aanleiding?\n"
    changed = reworded(tmp_path, "stappen:\n", asked)
    async with home(tmp_path / "data", memory=False, clock=clock, chat=chat, content=changed) as someone:
        assert "Met wie ga je praten?" in (await someone.says("terug"))[-1]
        other = Home(someone.app, chat, clock, person="7002")
        assert "Wat is de aanleiding?" in (await other.comes(FOUR))[-1]


async def test_who_stands_where_the_new_script_cannot_follow_finishes_it_as_it_was(tmp_path: Path) -> None:
    clock, chat = Clock(), Chat()
    async with home(tmp_path / "data", memory=False, clock=clock, chat=chat) as someone:
        await someone.comes(FOUR)
        await someone.answers("rector P")
    must = "stappen:\n\n  aanleiding:\n    vraag: Wat is de aanleiding?\n    verplicht: ja\n"
    brief = ("kort: [met_wie", "kort: [aanleiding, met_wie")
    content = reworded(tmp_path, *brief, "stappen:\n", must, "**Uitleven.**", "**Heel anders.**")
    async with home(tmp_path / "data", memory=False, clock=clock, chat=chat, content=content) as someone:
        fact = "hij legde zijn telefoon midden op de tafel neer"
        assert (await someone.answers(fact))[-1].startswith("Uitleven.")
        assert someone.sessions()[0].declined == content.dialogue(FOUR).hash  # type: ignore[union-attr]
        other = Home(someone.app, chat, clock, person="7002")
        assert "Wat is de aanleiding?" in (await other.comes(FOUR))[-1]


async def test_privacy_is_told_in_the_middle_of_a_question_and_the_question_stays(someone: Home) -> None:
    await someone.comes(FOUR)
    assert "Wat je schrijft, is van jou" in (await someone.says("/privacy"))[0]
    await someone.answers("rector P")
    assert someone.log()["met_wie"][0].text == "rector P"


async def test_free_words_never_interrupt_an_open_question_that_is_under_way(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P", "menu")
    assert someone.log()["beleven"][0].text == "menu"


async def test_words_of_the_house_are_meant_where_they_can_be_no_answer(someone: Home) -> None:
    await someone.comes(FOUR)
    assert "Waar wil je" in (await someone.says("menu"))[-1]
    await someone.comes(BACK)
    assert "Wat je schrijft, is van jou" in (await someone.says("privacy"))[0]
    assert "tijd" not in someone.log()


async def test_what_sleeps_is_told_when_somebody_comes_back_and_can_be_gone_on_with_sooner(
    tmp_path: Path,
) -> None:
    async with home(tmp_path, typed=True) as someone:
        await someone.comes(BACK)
        await someone.says("kort", "teamleider K", "gisteren", "ze begon zelf te vertellen over haar klas")
        await someone.says("ze is moe", "langslopen", "graag")
        texts = await someone.comes("", otherwise=FOUR)
        assert "gaat vrijdag 18 december om 16.00 uur verder" in texts[0]
        assert "Met wie" in texts[-1]
        assert "Op je gesprek met teamleider K" in (await someone.says("verder"))[-1]


async def test_after_the_list_of_answers_a_number_is_one_of_those(tmp_path: Path) -> None:
    async with home(tmp_path, typed=True) as someone:
        await someone.comes(FOUR)
        await someone.says("rector P", "wijzig")
        assert "Met wie" in (await someone.says("1"))[-1]
        await someone.says("teamleider K")
        assert someone.log()["met_wie"][0].text == "teamleider K"
        assert "beleven" not in someone.log()


async def test_two_people_have_two_keys_two_logs_and_no_ears(someone: Home) -> None:
    other = Home(someone.app, someone.chat, someone.clock, person="7002")
    await someone.comes(FOUR)
    await other.comes(FOUR)
    await someone.answers("rector P")
    await other.answers("teamleider K")
    assert someone.log()["met_wie"][0].text == "rector P"
    assert other.log()["met_wie"][0].text == "teamleider K"
    assert "teamleider K" not in "".join(someone.texts())


@pytest.mark.parametrize("typed", [True, False])
@pytest.mark.parametrize("text", ["x" * 40_000, "🙂" * 9_000, "\0\ud800", "<b>&amp;</b>", "אבג\u202e", " "])
async def test_any_text_gets_an_answer_or_is_kept(tmp_path: Path, typed: bool, text: str) -> None:
    async with home(tmp_path, typed=typed, clock=Clock()) as someone:
        await someone.comes(FOUR)
        texts = await someone.says(text)
        kept = someone.log().get("met_wie", [])
        assert texts or kept
        assert all(len(one) <= 4096 for one in someone.texts())


async def test_a_message_of_more_than_two_days_ago_can_no_longer_be_corrected(someone: Home) -> None:
    await someone.comes(FOUR)
    inbound = someone.inbound(Came.TEXT, "rector P")
    await someone.receives(inbound)
    await someone.says("klaar", "/pauze")
    someone.clock.go(hours=49)
    assert inbound.ref is not None
    assert "geen antwoord" in (await someone.edits(inbound.ref, "teamleider K"))[0]
    assert someone.log()["met_wie"][0].text == "rector P"


async def test_a_follow_up_that_comes_late_waits_for_a_decent_hour(someone: Home) -> None:
    await someone.comes(BACK)
    await someone.says("kort")
    await someone.answers("teamleider K")
    await someone.says("gisteren")
    await someone.answers("ze begon zelf te vertellen over haar klas", "ze is moe", "langslopen")
    await someone.says("graag")
    assert await someone.waits(days=28, hours=14) == []  # we stood still until Friday evening at eleven
    assert "wacht op je" in (await someone.says("/menu"))[0]
    assert await someone.waits(hours=48) == []
    assert "Op je gesprek met teamleider K" in "".join(await someone.waits(hours=8, minutes=31))


async def test_a_command_we_do_not_know_is_no_answer(someone: Home) -> None:
    await someone.comes(FOUR)
    texts = await someone.says("/wis")
    assert "opdracht ken ik niet" in texts[0]
    assert "Met wie" in texts[-1]
    assert someone.log() == {}
    await someone.answers("/rector P")
    assert someone.log()["met_wie"][0].text == "/rector P"
