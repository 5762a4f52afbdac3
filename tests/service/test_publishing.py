"""What new scripts mean for who is under way, told beforehand: and it comes out as told."""

import shutil
from pathlib import Path

import pytest

from bot.app import look_ahead
from bot.content.library import FileLibrary
from bot.service.publishing import Fate, Report
from tests.home import Chat, Clock, Home, config, home

FOUR = "vier-woorden-voor-gesprek"
ROOT = Path(__file__).parents[2]
EDITS: dict[Fate, tuple[str, str]] = {
    Fate.SAME: ("dialoog: ", "dialoog: "),
    Fate.TEXT: ("**Uitleven.**", "**Heel anders.**"),
    Fate.MOVES: ("stappen:\n", "stappen:\n\n  aanleiding:\n    vraag: Wat is de aanleiding?\n"),
    Fate.STAYS: (
        "kort: [met_wie, beleven, voorleven, beginvraag, moment, mag_ik]\n\nstappen:\n",
        "stappen:\n\n  aanleiding:\n    vraag: Wat is de aanleiding?\n    verplicht: ja\n",
    ),
}


def changed(folder: Path, old: str, new: str, file: str = f"gesprek/{FOUR}.yaml") -> FileLibrary:
    for room in ("dialogues", "knowledge"):
        shutil.copytree(ROOT / room, folder / room)
    script = folder / "dialogues" / file
    text = script.read_text()
    assert old in text
    if "kort: [" in old:
        text = text.replace("    kort: ja\n", "")  # the proef of the short way, which is gone with it
    script.write_text(text.replace(old, new, 1))
    return FileLibrary.open(folder)


async def under_way(folder: Path, clock: Clock, chat: Chat) -> None:
    """One person has answered two questions of one dialogue, another has begun with another."""
    async with home(folder, memory=False, clock=clock, chat=chat) as someone:
        await someone.comes(FOUR)
        await someone.answers("rector P", "hij legde zijn telefoon midden op de tafel neer")
        await Home(someone.app, someone.chat, clock, person="7003").comes("korte-adempauze")


def of(reports: list[Report], id_: str) -> Report:
    return next(report for report in reports if report.dialogue == id_)


@pytest.mark.parametrize("fate", EDITS, ids=lambda fate: fate.value)
async def test_it_comes_out_as_told(tmp_path: Path, fate: Fate) -> None:
    clock, chat = Clock(), Chat()
    await under_way(tmp_path / "data", clock, chat)
    library = changed(tmp_path / "woorden", *EDITS[fate])
    told = look_ahead(config(tmp_path / "data"), library)
    assert of(told, FOUR).fates == {fate: 1}
    assert of(told, "korte-adempauze").fates == {Fate.SAME: 1}
    async with home(tmp_path / "data", memory=False, clock=clock, chat=chat, content=library) as someone:
        await someone.says("overslaan")
        session, now = someone.sessions()[0], library.dialogue(FOUR)
        assert now is not None
        assert (session.script == now.hash) == (fate is not Fate.STAYS)
        assert session.here[0] == "heftigheid"


async def test_looking_ahead_changes_nothing_and_may_be_done_beside_a_running_service(tmp_path: Path) -> None:
    clock = Clock()
    library = changed(tmp_path / "woorden", *EDITS[Fate.MOVES])
    async with home(tmp_path / "data", memory=False, clock=clock, chat=Chat()) as someone:
        await someone.comes(FOUR)
        await someone.answers("rector P")
        before = someone.sessions()
        assert of(look_ahead(config(tmp_path / "data"), library), FOUR).fates == {Fate.MOVES: 1}
        assert someone.sessions() == before
        assert "Uitleven." in (await someone.answers("hij legde zijn telefoon midden op de tafel neer"))[-1]


async def test_a_step_that_vanished_is_named(tmp_path: Path) -> None:
    await under_way(tmp_path / "data", Clock(), Chat())
    for room in ("dialogues", "knowledge"):
        shutil.copytree(ROOT / room, tmp_path / "woorden" / room)
    script = tmp_path / "woorden" / "dialogues" / "gesprek" / "korte-adempauze.yaml"
    script.write_text(script.read_text().replace("waar", "waar_ergens"))
    reports = look_ahead(config(tmp_path / "data"), FileLibrary.open(tmp_path / "woorden"))
    assert of(reports, "korte-adempauze").lost == ("waar",)


async def test_a_dialogue_that_is_gone_is_told_and_goes_on(tmp_path: Path) -> None:
    await under_way(tmp_path / "data", Clock(), Chat())
    for room in ("dialogues", "knowledge"):
        shutil.copytree(ROOT / room, tmp_path / "woorden" / room)
    (tmp_path / "woorden" / "dialogues" / "gesprek" / "korte-adempauze.yaml").unlink()
    library = FileLibrary.open(tmp_path / "woorden")
    assert of(look_ahead(config(tmp_path / "data"), library), "korte-adempauze").fates == {Fate.GONE: 1}


def test_an_empty_house_has_nobody_under_way(tmp_path: Path) -> None:
    library = FileLibrary.open()
    reports = look_ahead(config(tmp_path), library)
    assert [report.dialogue for report in reports] == [dialogue.id for dialogue in library.dialogues()]
    assert all(not report.fates for report in reports)
    assert list(tmp_path.iterdir()) == []
