"""Marked words in every field, and nothing of them in the clear: not in the data, not in what is printed."""

import base64
import itertools
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.vault.master import make_key_file
from tests.scripts import library
from tests.telegram_double import BotApiDouble, Person

from . import books
from .running import AS_DEPLOYED, Running, eventually
from .talking import (
    BACK,
    FIVE_WEEKS,
    FOUR,
    PATIENCE,
    Reply,
    answer,
    phrase,
    question,
    talk,
)

TOKEN = "123456:KANARIEtokenQ7xZ9vLmW2"
USER = 730_518_264
MARK = "KANARIE"
"""In every word that may not be found; `marked` makes another one every time."""
_numbers = itertools.count(1000)


def marked() -> str:
    """A word that stands nowhere else."""
    return f"{MARK}{next(_numbers)}veertje"


def forms(secret: str) -> Iterator[bytes]:
    """The ways in which a secret may stand somewhere without looking like itself."""
    for raw in (secret.encode(), secret.encode("utf-16-le"), secret.encode("utf-16-be")):
        yield raw
        yield raw.hex().encode()
        yield raw.hex().upper().encode()
        for shift in range(3):
            # Of what stands in the middle of something longer, the first and last letters differ.
            encoded = base64.b64encode(b"\0" * shift + raw)[4:-4]
            yield encoded
            yield encoded.translate(bytes.maketrans(b"+/", b"-_"))


def found_in(files: list[Path], secrets: list[str]) -> list[tuple[str, str]]:
    """(file, secret) wherever a secret stands in any form."""
    bodies = {file: file.read_bytes() for file in files}
    return [
        (file.name, secret)
        for file, body in bodies.items()
        for secret in secrets
        if any(form in body for form in forms(secret))
    ]


def files_of(bot: Running) -> list[Path]:
    """Everything in the data folder, and what was printed."""
    return [*files_in(bot.data), bot.output]


def files_in(folder: Path) -> list[Path]:
    """All files under a folder."""
    return [file for file in folder.rglob("*") if file.is_file()]


SECRETS = [MARK, "veertje", TOKEN, TOKEN.partition(":")[2], str(USER)]


def full_names(person: Person) -> None:
    """Give somebody a marked name, as Telegram sends it along with everything they do."""
    names = {"first_name": marked(), "last_name": marked(), "username": marked()}
    person.user.update(names)
    person.chat.face.update(names)


def sentences() -> tuple[str, ...]:
    return (f"Ze legde de {marked()} op tafel,", f"en zei toen dat het {marked()} genoeg was.")


def replies(dialogue: str, *steps: str, **presses: tuple[str, ...]) -> list[Reply]:
    """Marked words at open questions, these buttons at the others."""
    return [
        Reply(step, presses=presses[step]) if step in presses else Reply(step, sentences(), ("klaar",))
        for step in steps
    ]


BEFORE = (
    "met_wie", "beleven", "uitleven", "heftigheid", "adempauze", "inleven", "niet_weten", "voorleven",
)  # fmt: skip
LATER = (
    "tijd", "met_wie", "gesprek_op", "anders_dan_gedacht", "ander_liet_zien", "inzicht", "allebei",
    "voorbeeld_gegeven", "over_het_praten", "schuurt_nog", "hoe_verder", "vervolgstap", "wanneer_stap",
    "mag_ik",
)  # fmt: skip

KEPT = 31
"""Marked words in the logbook, at least: two at each of fifteen open questions, one in an unknown command."""


async def say_everything(person: Person, double: BotApiDouble, bot: Running) -> None:
    """A full conversation with a canary in whatever can hold one."""
    before = replies(FOUR, *BEFORE, heftigheid=("9",))
    await talk(person, FOUR, before)
    await person.until(question(FOUR, "beginvraag"), PATIENCE)
    own = next(line for line in person.transcript() if line.text == before[0].types[0])
    person.edit(own.message_id, f"toch {marked()}")
    await person.until(phrase("verbeterd"), PATIENCE)
    person.send(f"/{marked().lower()} en {marked()}")
    person.press(force_data=f"1:1:1:k:{marked()}")
    person.press(force_data=f"1:0:0:w:begin {marked()}")
    person.press(force_data=marked())
    person.voice()
    double.raw_update({"message": {"text": marked(), "chat": marked(), "from": {"id": USER}}})
    for plausible in ({"date": 2**52, "message_id": 2**52}, {"date": 0, "message_id": 0}):
        chat = {"id": USER, "type": "private", "first_name": marked()}
        double.raw_update({"message": {"text": f"\ud800{marked()}\0", "chat": chat, **plausible}})
        double.raw_update({"edited_message": {"text": marked(), "chat": chat, **plausible}})
    await double.drained(PATIENCE)
    person.send("/stop")
    rest = replies(
        BACK, *LATER, tijd=("ruim",), gesprek_op=("overslaan",), voorbeeld_gegeven=("7",), mag_ik=("ja",),
        over_het_praten=("te_spannend",), hoe_verder=("verbreden", "klaar"), wanneer_stap=("overslaan",),
    )  # fmt: skip
    await talk(person, BACK, rest)
    await person.until(phrase("slaapt_tot"), PATIENCE)
    await double.drained(PATIENCE)
    bot.go(FIVE_WEEKS)
    for reply in replies(BACK, "veranderd", "met_collegas"):
        await answer(person, BACK, reply)
    await person.until(phrase("klaar"), PATIENCE)
    await double.drained(PATIENCE)


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    return tmp_path / "copies"


def test_the_search_finds_a_secret_in_every_form(tmp_path: Path) -> None:
    word = marked()
    raw = word.encode()
    hidden = [
        raw, raw.hex().encode(), word.encode("utf-16-le"), word.encode("utf-16-be"),
        base64.b64encode(raw), base64.b64encode(b"x" + raw), base64.urlsafe_b64encode(b"xy" + raw + b"z"),
    ]  # fmt: skip
    for number, body in enumerate(hidden):
        (tmp_path / f"{number}").write_bytes(b"voor" + body + b"na")
    assert len(found_in(sorted(tmp_path.iterdir()), [word])) == len(hidden)


async def test_a_full_conversation_leaves_nothing_in_the_clear(tmp_path: Path, copies: Path) -> None:
    async with (
        BotApiDouble(TOKEN, flood="off") as double,
        Running(double, tmp_path, level="DEBUG") as bot,
    ):
        person = double.user(USER)
        full_names(person)
        await bot.start()
        await say_everything(person, double, bot)
        shutil.copytree(bot.data, copies)
        assert any(file.name.endswith("-wal") for file in files_in(copies))
        assert found_in([*files_in(copies), bot.output], SECRETS) == []
        person.send(f"/menu {marked()}")
        person.press(force_data=marked())
        await bot.kill()
        assert found_in(files_of(bot), SECRETS) == []
        await bot.start()
        await double.drained(PATIENCE)
        person.send(marked())
        assert await bot.stop() == 0
    assert found_in(files_of(bot), SECRETS) == []
    assert "event=poison-update" in bot.said()
    assert "event=sent" in bot.said()
    with books.house(bot.data) as app:
        kept = [given for session in books.sessions(app, USER) for given in session.given.values()]
    assert sum(given.text.count(MARK) for given in kept) >= KEPT
    assert found_in(files_of(bot), SECRETS) == []


async def begun(double: BotApiDouble, bot: Running) -> Person:
    """Somebody with a marked name who has given one marked answer."""
    person = double.user(USER)
    full_names(person)
    await bot.start()
    await talk(person, FOUR, replies(FOUR, "met_wie"))
    await person.until(question(FOUR, "beleven"), PATIENCE)
    return person


async def test_a_wrong_key_file_is_refused_without_a_word_of_what_is_there(tmp_path: Path) -> None:
    async with BotApiDouble(TOKEN, flood="off") as double, Running(double, tmp_path, level="DEBUG") as bot:
        await begun(double, bot)
        assert await bot.stop() == 0
        (bot.data / "sleutel").unlink()
        make_key_file(bot.data / "sleutel")
        await bot.start(program=AS_DEPLOYED)
        assert await bot.ended() == os.EX_CONFIG
    assert "RUGGESPRAAK_KEY_FILE" in bot.said()
    assert found_in(files_of(bot), SECRETS) == []


async def test_trouble_on_the_line_does_not_print_the_token(tmp_path: Path) -> None:
    async with BotApiDouble(TOKEN, flood="off") as double, Running(double, tmp_path, level="DEBUG") as bot:
        double.faults.set(drop_request=0.2, drop_response=0.1, http_502=0.1)
        person = double.user(USER)
        full_names(person)
        person.start(FOUR)
        await bot.start(program=AS_DEPLOYED)
        await person.until(question(FOUR, "met_wie"), PATIENCE)
        person.send(marked())
        person.press(library().labels["hulp"])
        double.faults.calm()
        await double.drained(PATIENCE)
        bot.environment["TELEGRAM_API_URL"] = "http://127.0.0.1:9"
        assert await bot.stop() == 0
        await bot.start(program=AS_DEPLOYED)
        await eventually(lambda: "outcome=connect" in bot.said())
        assert await bot.stop() == 0
    assert "event=poll-trouble" in bot.said()
    assert found_in(files_of(bot), SECRETS) == []


async def test_a_token_that_is_refused_is_not_repeated(tmp_path: Path) -> None:
    async with BotApiDouble(flood="off") as double, Running(double, tmp_path, level="DEBUG") as bot:
        bot.environment["TELEGRAM_BOT_TOKEN"] = TOKEN
        await bot.start(program=AS_DEPLOYED)
        assert await bot.ended() == os.EX_CONFIG
    assert "TELEGRAM_BOT_TOKEN" in bot.said()
    assert found_in(files_of(bot), SECRETS) == []


@pytest.mark.parametrize(
    ("file", "damage"),
    [
        ("ruggespraak.db", "DROP TABLE seen"),
        ("ruggespraak.db", "UPDATE people SET zone = 'Nergens/Huizen'"),
        ("ruggespraak.db", "UPDATE sessions SET sealed = x'00'"),
        ("sleutels.db", "DELETE FROM keys WHERE person <> zeroblob(16)"),
    ],
    ids=["a table is gone", "a row makes no sense", "a session does not open", "a key is gone"],
)
async def test_whatever_breaks_while_it_runs_words_stay_out_of_the_log(
    tmp_path: Path, file: str, damage: str
) -> None:
    async with BotApiDouble(TOKEN, flood="off") as double, Running(double, tmp_path, level="DEBUG") as bot:
        person = await begun(double, bot)
        await bot.kill()
        with sqlite3.connect(bot.data / file) as db:
            assert db.execute(damage).rowcount
        db.close()
        for text in (marked(), f"/{marked()}"):
            person.send(text)
        person.press(force_data=f"1:1:1:k:{marked()}")
        await bot.start(program=AS_DEPLOYED)
        await eventually(lambda: any(f"event={code}" in bot.said() for code in TROUBLES))
        assert await bot.stop() == 0, bot.said()
    assert found_in(files_of(bot), SECRETS) == []


TROUBLES = ("store-trouble", "not-handled", "cannot-open", "crashed")
