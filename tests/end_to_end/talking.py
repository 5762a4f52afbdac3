"""A person who talks as people do: waits for the next question, answers it once, and goes on."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.core.text import Slot, Template
from tests.scripts import AMSTERDAM, library, real
from tests.telegram_double import Person

from .books import Log
from .running import eventually

FOUR = "vier-woorden-voor-gesprek"
BACK = "gesprek-terugblikken"
PATIENCE = 60.0
"""Seconds somebody waits for a question before it counts as missing."""
READING = 0.05
"""Seconds somebody needs at least to read a question."""
GONE = "Wat een uilskuiken met zijn uitgestreken gezicht."
"""Said to let off steam; may rest nowhere."""
DAY = datetime.now(UTC).date() - timedelta(days=30)
"""The day of the conversation that is looked back on."""
_NOW = datetime.now(AMSTERDAM)
_LATER = (_NOW + timedelta(days=35 + (1 - _NOW.weekday()) % 7)).replace(hour=10)
FIVE_WEEKS = (_LATER - _NOW).total_seconds()
"""Seconds to a Tuesday morning on which a wait of four weeks is over: a decent hour, whenever this runs."""


@dataclass(frozen=True)
class Reply:
    """What somebody does at the question of a step: first type these texts, then press these buttons.

    Buttons go by the key of the choice or by the command word: labels are for authors to change.
    """

    step: str
    types: tuple[str, ...] = ()
    presses: tuple[str, ...] = ()


def known_by(text: Template) -> str:
    """How a person knows a text: its first words, up to where something is filled in."""
    words = ""
    for piece in text.paragraphs[0][0]:
        if isinstance(piece, Slot):
            break
        words += piece[1]
    return words.strip()


def phrase(key: str) -> str:
    """How a person knows a sentence of the house."""
    return known_by(library().texts[key])


def question(dialogue: str, step: str) -> str:
    """How a person knows the question of a step."""
    asked = real(dialogue).by_name[step].question
    assert asked is not None, "this step asks nothing"
    return known_by(asked.text)


def label(dialogue: str, step: str, key: str) -> str:
    """What stands on the button of a choice, or of a command word."""
    asked = real(dialogue).by_name[step].question
    assert asked is not None, "this step asks nothing"
    return next((one.label for one in asked.choices if one.key == key), "") or library().labels[key]


async def answer(person: Person, dialogue: str, reply: Reply) -> None:
    """Wait for the question of this step, and answer it."""
    await person.until(question(dialogue, reply.step), PATIENCE)
    asked = real(dialogue).by_name[reply.step].question
    assert asked is not None, "this step asks nothing"
    for text in reply.types:
        await let_off(person, text) if asked.ephemeral else person.send(text)
    for key in reply.presses:
        person.press(label(dialogue, reply.step, key))


async def let_off(person: Person, text: str) -> list[int]:
    """Type what is not to be kept, until it is gone from the chat; the numbers of the messages.

    While it is not sure whether the question was seen, the bot takes no words for such, and asks again.
    """
    numbers: list[int] = []
    while not numbers or not person.chat.posts[numbers[-1]].deleted:
        await asyncio.sleep(READING)
        numbers.append(await _try_to_let_off(person, text))
    return numbers


async def _try_to_let_off(person: Person, text: str) -> int:
    before, number = len(person.chat.shown), person.send(text)
    post, early = person.chat.posts[number], phrase("te_vroeg")
    await eventually(
        lambda: post.deleted or any(early in sight.text for sight in person.chat.shown[before:]), PATIENCE
    )
    return number


async def talk(person: Person, dialogue: str, replies: Iterable[Reply]) -> None:
    """Come in for a dialogue, and answer its questions one after the other."""
    person.start(dialogue)
    for reply in replies:
        await answer(person, dialogue, reply)


LET_OFF = [
    Reply("met_wie", ("rector P",), ("klaar",)),
    Reply("beleven", ("Hij legde zijn telefoon neer.", "Hij keek naar buiten en zei niets."), ("klaar",)),
    Reply("uitleven", (GONE,), ("klaar",)),
    Reply("heftigheid", ("stop",)),
]  # fmt: skip
LOOK_BACK = [
    Reply("tijd", presses=("ruim",)),
    Reply("met_wie", ("teamleider K",), ("klaar",)),
    Reply("gesprek_op", (f"{DAY:%d-%m-%Y}",)),
    Reply("anders_dan_gedacht", ("Ik begon met een vraag over haar klas.", "Ze ging zitten."), ("klaar",)),
    Reply("ander_liet_zien", ("Dat ze al weken aan het rooster zit.",), ("klaar",)),
    Reply("inzicht", ("Onwil was zorg.",), ("klaar",)),
    Reply("allebei", ("Dat geen leerling wegvalt.",), ("klaar",)),
    Reply("voorbeeld_gegeven", presses=("7",)),
    Reply("over_het_praten", ("ja",)),
    Reply("schuurt_nog", presses=("overslaan",)),
    Reply("hoe_verder", presses=("tweede_gesprek", "vastleggen", "klaar")),
    Reply("vervolgstap", ("Ik loop donderdag bij haar binnen.",), ("klaar",)),
    Reply("wanneer_stap", presses=("overslaan",)),
    Reply("mag_ik", presses=("ja",)),
]
AFTERWARDS = [Reply("veranderd", ("We groeten elkaar weer.",), ("klaar",))]

EXPECTED: Log = {
    (FOUR, "met_wie"): [("rector P", ())],
    (FOUR, "beleven"): [("Hij legde zijn telefoon neer.\nHij keek naar buiten en zei niets.", ())],
    (FOUR, "uitleven"): [("", ("(had)",))],
    (BACK, "tijd"): [("", ("ruim",))],
    (BACK, "met_wie"): [("teamleider K", ())],
    (BACK, "gesprek_op"): [(f"{DAY:%d-%m-%Y}", (DAY.isoformat(),))],
    (BACK, "anders_dan_gedacht"): [("Ik begon met een vraag over haar klas.\nZe ging zitten.", ())],
    (BACK, "ander_liet_zien"): [("Dat ze al weken aan het rooster zit.", ())],
    (BACK, "inzicht"): [("Onwil was zorg.", ())],
    (BACK, "allebei"): [("Dat geen leerling wegvalt.", ())],
    (BACK, "voorbeeld_gegeven"): [("", ("7",))],
    (BACK, "over_het_praten"): [("ja", ("ja",))],
    (BACK, "schuurt_nog"): [("", ("(skipped)",))],
    (BACK, "hoe_verder"): [("", ("tweede_gesprek", "vastleggen"))],
    (BACK, "vervolgstap"): [("Ik loop donderdag bij haar binnen.", ())],
    (BACK, "wanneer_stap"): [("", ("(skipped)",))],
    (BACK, "mag_ik"): [("", ("ja",))],
    (BACK, "veranderd"): [("We groeten elkaar weer.", ())],
}
"""What the logbook holds after LET_OFF, LOOK_BACK and AFTERWARDS, whatever happened on the way."""


async def until_it_sleeps(person: Person) -> None:
    """Hold the scripted conversation up to where it waits four weeks."""
    await talk(person, FOUR, LET_OFF)
    await talk(person, BACK, LOOK_BACK)
    await person.until(phrase("slaapt_tot"), PATIENCE)


async def to_the_end(person: Person) -> None:
    """Hold the rest of it, when the four weeks are over."""
    for reply in AFTERWARDS:
        await answer(person, BACK, reply)
    await person.until(phrase("klaar"), PATIENCE)


def unasked(person: Person) -> list[str]:
    """Questions of the scripted conversation that do not stand in the chat."""
    parts = [(FOUR, LET_OFF), (BACK, LOOK_BACK), (BACK, AFTERWARDS)]
    wanted = [question(dialogue, reply.step) for dialogue, replies in parts for reply in replies]
    return [one for one in wanted if not any(one in text for text in person.texts())]
