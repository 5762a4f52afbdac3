"""Words that could land in the wrong place: sent too early, about another reflection, by another."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.inputs import Seen
from bot.ports import Came, OutboxRow, Sort
from bot.service.understand import seen
from tests.home import Chat, Clock, Home, home
from tests.scripts import library

FOUR = "vier-woorden-voor-gesprek"
BACK = "gesprek-terugblikken"
FACT = "hij legde zijn telefoon midden op de tafel neer"


@pytest.fixture
async def someone(tmp_path: Path) -> AsyncIterator[Home]:
    async with home(tmp_path) as one:
        yield one


async def together(someone: Home, *texts: str) -> list[str]:
    """Several messages that come in at once, before any reply can go out."""
    return await someone.receives(*(someone.inbound(Came.TEXT, text) for text in texts))


async def test_help_in_between_does_not_make_words_late(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P", FACT)
    await together(someone, "hulp", "GEHEIM woord", "klaar")
    assert "GEHEIM" not in repr(someone.log())
    assert someone.log()["uitleven"][0].had
    assert any(outbound.sort is Sort.ERASE for _, outbound in someone.chat.sent)


async def test_a_second_try_at_a_number_is_for_the_number(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P", FACT, "weg ermee")
    await together(someone, "best wel hoog", "8")
    assert someone.log()["heftigheid"][0].keys == ("8",)


async def test_words_around_help_stay_one_answer(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P")
    await together(someone, "hij keek weg", "hulp", "en zei niets meer tegen mij")
    assert someone.log()["beleven"][0].text == "hij keek weg\nen zei niets meer tegen mij"


async def test_a_question_that_was_not_seen_is_not_skipped(someone: Home) -> None:
    await someone.comes(FOUR)
    await together(someone, "overslaan", "overslaan", "klaar")
    assert "beleven" not in someone.log()
    assert someone.sessions()[0].here == ("beleven", 1)


async def test_typed_words_after_an_offer_are_about_what_was_offered(tmp_path: Path) -> None:
    async with home(tmp_path, typed=True) as someone:
        await someone.comes(FOUR)
        await someone.says("rector P")
        await someone.comes(BACK)
        await someone.says("kort", "teamleider K")
        texts = await someone.comes(FOUR)
        assert "Vier woorden vooraf ligt nog open" in texts[-1]
        assert "Beleven." in (await someone.says("verder"))[-1]
        await someone.comes(FOUR)
        await someone.says("opnieuw")
        states = {session.dialogue: session.status for session in reversed(someone.sessions())}
        assert states == {FOUR: "asking", BACK: "paused"}


async def test_leaving_it_closes_the_question_for_now(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P")
    await someone.says("/laten")
    await someone.says("2")
    assert "beleven" not in someone.log()


async def test_a_sentence_that_begins_with_a_command_word_is_an_answer(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P", "Wijzigen van toon valt me zwaar als hij zucht en wegkijkt")
    assert someone.log()["beleven"][0].text.startswith("Wijzigen van toon")


async def test_a_correction_that_wakes_one_reflection_rests_the_other(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P", FACT, "weg ermee")
    number = someone.inbound(Came.TEXT, "6")
    await someone.receives(number)
    await someone.answers("hij had het vast druk met zijn eigen school", "waarom", "rust en nog meer rust")
    await someone.answers("hoe kijk jij daarop terug?")
    await someone.says("ik", "morgen", "graag")
    assert someone.sessions()[0].status == "asleep"
    await someone.comes(BACK)
    await someone.says("kort", "teamleider K")
    assert number.ref is not None
    assert "nodig" in (await someone.edits(number.ref, "9"))[-1]
    assert sorted(session.status for session in someone.sessions()) == ["asking", "paused"]
    await someone.waits(seconds=20)
    assert someone.sessions()[-1].status == "asking"


async def test_the_button_under_a_pause_goes_on(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P")
    await someone.says("pauze")
    assert "Beleven." in (await someone.presses("Verder"))[-1]


async def test_an_old_offer_no_longer_counts(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P")
    await someone.comes()
    old = someone.button("Opnieuw")
    await someone.says("verder")
    texts = await someone.receives(someone.inbound(Came.PRESS, data=old))
    assert "eerdere vraag" in texts[0]
    assert len(someone.sessions()) == 1


async def test_nobody_goes_on_with_the_session_of_somebody_else(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P")
    await someone.says("pauze")
    session = someone.sessions()[0]
    thief = Home(someone.app, someone.chat, someone.clock, person="7002")
    await thief.comes()
    for word in ("verder", "opnieuw", "laten"):
        data = f"1:{session.id}:{session.turn}:w:{word}"
        texts = await thief.receives(thief.inbound(Came.PRESS, data=data))
        assert "eerdere vraag" in texts[0]
        assert "Beleven" not in "".join(thief.texts())
    assert someone.sessions()[0] == session


async def test_a_reflection_whose_file_is_gone_is_finished_as_it_began_but_not_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with home(tmp_path) as someone:
        await someone.comes(FOUR)
        await someone.answers("rector P")
        monkeypatch.setitem(library()._by_id, FOUR, None)
        await someone.answers(FACT)
        assert someone.log()["beleven"][0].text == FACT
        await someone.says("pauze")
        texts = await someone.says("opnieuw")
        assert "Waar wil je bij stilstaan?" in texts[-1]
        assert someone.sessions()[0].status == "paused"


async def test_a_script_we_can_no_longer_read_locks_nobody_out(tmp_path: Path) -> None:
    async with home(tmp_path) as someone:
        await someone.comes(FOUR)
        await someone.answers("rector P")
        session = someone.sessions()[0]
        with someone.store.transaction() as work:
            row = work.session(session.id)
            assert row is not None
            head = replace(session, script="0" * 64, turn=session.turn + 1)
            from bot.service import sealing

            sealed = sealing.seal_session(someone.app.desk.vault, row.person, head)
            work.save_session(replace(row, turn=head.turn, sealed=sealed))
        assert "kan ik niet openen" in (await someone.says("hij zuchtte"))[0]
        assert "Hoeveel tijd heb je nu?" in (await someone.comes(BACK))[-1]


async def test_a_question_that_could_not_be_delivered_is_asked_again_before_words_are_taken(
    tmp_path: Path,
) -> None:
    from bot.core.errors import DeliveryError

    async with home(tmp_path, chat=Chat(), clock=Clock()) as someone:
        await someone.comes(FOUR)
        await someone.says("rector P")
        someone.chat.fails = [DeliveryError("never", "400")]
        await someone.says("klaar")
        texts = await someone.says("van de overkant")
        assert "Beleven." in texts[-1]
        assert "beleven" not in someone.log()
        await someone.answers(FACT)
        assert someone.log()["beleven"][0].text == FACT


async def test_who_comes_back_after_shutting_us_out_is_asked_the_open_question_again(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.says("een leraar")
    await someone.receives(someone.inbound(Came.BLOCKED))
    assert await someone.waits(seconds=30) == []
    texts = await someone.receives(someone.inbound(Came.UNBLOCKED))
    assert len(texts) == 1
    assert "Beleven." in texts[0]
    await someone.answers("hij zuchtte", "nog eens en keek weg")
    assert someone.log()["met_wie"][0].text == "een leraar"
    assert someone.log()["beleven"][0].text == "hij zuchtte\nnog eens en keek weg"


async def test_a_damaged_answer_ends_its_own_reflection_and_no_other(tmp_path: Path) -> None:
    async with home(tmp_path) as someone:
        await someone.comes(FOUR)
        first, second = someone.inbound(Came.TEXT, "rector P"), someone.inbound(Came.TEXT, FACT)
        await someone.receives(first)
        await someone.says("klaar")
        await someone.receives(second)
        await someone.says("klaar", "pauze")
        damaged = someone.sessions()[0]
        with someone.store.transaction() as work:
            row = work.answers(damaged.id)[0]
            work.keep(replace(row, sealed=bytes(len(row.sealed))))
        await someone.comes(BACK)
        await someone.says("ruim")
        assert second.ref is not None
        assert "geen antwoord" in (await someone.edits(second.ref, "iets anders"))[0]
        assert someone.sessions()[0].dialogue == BACK
        await someone.answers("teamleider K")
        assert someone.sessions()[0].here == ("gesprek_op", 1)


async def test_a_double_tap_leaves_the_question_on_the_screen(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P")
    await someone.says("pauze")
    data = someone.button("Verder")
    press = [someone.inbound(Came.PRESS, data=data) for _ in range(2)]
    texts = await someone.receives(*press)
    assert "Beleven." in texts[-1]
    assert not any("Waar wil je" in text for text in texts)


async def test_opnieuw_is_about_the_reflection_that_is_open(someone: Home) -> None:
    await someone.comes(FOUR)
    await someone.answers("rector P")
    await someone.comes(BACK)
    await someone.says("opnieuw")
    states = [(session.dialogue, session.status) for session in someone.sessions()]
    assert (FOUR, "paused") in states
    assert (BACK, "asking") in states


async def test_verder_with_a_name_goes_on_with_that_one(tmp_path: Path) -> None:
    async with home(tmp_path, typed=True) as someone:
        await someone.comes(BACK)
        await someone.says("kort", "teamleider K", "gisteren", "ze begon zelf te vertellen over haar klas")
        await someone.says("ze is moe", "langslopen", "graag")
        await someone.comes(FOUR)
        await someone.says("rector P", "pauze")
        assert "Op je gesprek" in (await someone.says("verder terugkijken op een gesprek"))[-1]
        await someone.says("pauze")
        assert "Beleven." in (await someone.says("verder vier woorden"))[-1]


async def test_ticked_and_unticked_is_no_answer(someone: Home) -> None:
    await someone.comes(BACK)
    await someone.says("ruim")
    await someone.answers("teamleider K")
    await someone.says("gisteren")
    await someone.answers("ze begon zelf te vertellen over haar klas", "veel", "inzicht", "de leerlingen")
    await someone.presses("7")
    await someone.presses("Nee")
    await someone.answers("of hij het durft")
    await someone.presses("Laten rusten")
    await someone.presses("Laten rusten")
    await someone.says("pauze", "verder")
    assert someone.sessions()[0].here == ("hoe_verder", 1)
    await someone.presses("Laten rusten")
    assert "ook een keuze" in "".join(await someone.presses("Klaar"))


QUESTION = OutboxRow(1, b"p", 1, 1, Sort.QUESTION, 1000.5, "sent", 1, 50, None)


@pytest.mark.parametrize(
    ("row", "ref", "sent", "expected"),
    [
        (QUESTION, 51, 0, Seen.YES),
        (QUESTION, 49, 2000, Seen.NOT_YET),
        (replace(QUESTION, sent="waiting", target=None, tries=0), 51, 2000, Seen.NOT_YET),
        (replace(QUESTION, sent="failed"), 51, 2000, Seen.NEVER),
        (replace(QUESTION, sent="trying", target=None), 51, 999, Seen.NOT_YET),
        (replace(QUESTION, sent="trying", target=None), 51, 1000, Seen.UNSURE),
        (replace(QUESTION, tries=2), 49, 1000, Seen.YES),
        (replace(QUESTION, tries=2), 51, 999, Seen.NOT_YET),
        (None, 51, 0, Seen.YES),
    ],
)
async def test_what_had_been_seen_follows_from_numbers_and_after_a_crash_from_the_clock(
    someone: Home, row: OutboxRow | None, ref: int, sent: int, expected: Seen
) -> None:
    assert seen(row, someone.inbound(Came.TEXT, "woorden", ref=ref, sent=sent)) is expected


async def test_in_a_terminal_a_line_is_always_about_what_is_on_the_screen(tmp_path: Path) -> None:
    async with home(tmp_path, typed=True) as someone:
        row = replace(QUESTION, sent="waiting", target=None)
        assert seen(row, someone.inbound(Came.TEXT, "woorden")) is Seen.YES
