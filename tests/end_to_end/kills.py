"""Kill the bot again and again while people talk to it, and count what became of their answers.

    python -m tests.end_to_end.kills --kills 300 [--seed 1] [--json figures.json]

An answer that Telegram never saw confirmed comes again by itself, so only confirmed answers can be lost.
"""

import argparse
import asyncio
import json
import logging
import random
import tempfile
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bot.core.session import Session
from tests.telegram_double import BotApiDouble, Person

from . import books
from .fairness import refused
from .running import Running
from .talking import FOUR, PATIENCE, Reply, answer, label, let_off, phrase

PEOPLE = 8
LET_OFF = "uitleven"
"""The step whose words may rest nowhere."""
SOONEST, LATEST = 0.2, 1.5
"""Seconds after the bot began to speak with Telegram between which it is killed."""


@dataclass(frozen=True)
class Figures:
    """What became of everything people said."""

    seed: int
    kills: int
    conversations: int
    confirmed: int
    lost: int
    stored_twice: int
    under_another_question: int
    let_off_and_kept: int
    questions_missing: int
    messages: int
    doubled: int
    refused: int

    def line(self) -> str:
        """All figures on one line."""
        return "  ".join(f"{name.replace('_', ' ')}: {value}" for name, value in asdict(self).items())


@dataclass
class Said:
    """One message with words that nobody else used, at the question of a step."""

    chat: int
    step: str
    text: str
    number: int


@dataclass
class Crowd:
    """Everybody who talks, and all they said."""

    double: BotApiDouble
    dice: random.Random
    conversations: int = 0
    said: list[Said] = field(default_factory=list)
    missing: int = 0
    done: bool = False

    async def keep_talking(self) -> None:
        """One conversation after the other, each as somebody new, until it is enough."""
        while not self.done:
            self.conversations += 1
            person = self.double.user()
            person.start(FOUR)
            try:
                await self._converse(person)
            except AssertionError:
                self.missing += 1

    async def _converse(self, person: Person) -> None:
        for reply in self._replies():
            if self.done:
                return
            await answer(person, FOUR, Reply(reply.step))
            await self._says(person, reply)
        await person.until(phrase("klaar"), PATIENCE)

    async def _says(self, person: Person, reply: Reply) -> None:
        for text in reply.types:
            ephemeral = reply.step == LET_OFF
            numbers = await let_off(person, text) if ephemeral else [person.send(text)]
            self.said += [Said(person.id, reply.step, text, number) for number in numbers]
        for key in reply.presses:
            person.press(label(FOUR, reply.step, key))

    def _replies(self) -> list[Reply]:
        return [
            Reply("met_wie", self._words("collega {}"), ("klaar",)),
            Reply("beleven", self._words("Zij legde {} neer en zei luid", "dat het {} was."), ("klaar",)),
            Reply(LET_OFF, self._words("Laat me toch met rust {}"), ("klaar",)),
            Reply("heftigheid", presses=("3",)),
            Reply("inleven", self._words("Misschien dacht zij dat {} voor niets was geweest."), ("klaar",)),
            Reply("niet_weten", self._words("Wat haar hier bracht {}", "en wat haar houdt {}"), ("klaar",)),
            Reply("voorleven", self._words("Ik laat haar rustig uitpraten {}"), ("klaar",)),
            Reply("beginvraag", self._words("Hoe ben jij hier ooit begonnen, {}?"), ("klaar",)),
            Reply("verhouding", presses=("gelijk",)),
            Reply("moment", presses=("overslaan",)),
        ]  # fmt: skip

    def _words(self, *texts: str) -> tuple[str, ...]:
        return tuple(text.format(f"w{self.dice.getrandbits(64):016x}") for text in texts)

    def confirmed(self) -> list[Said]:
        """What Telegram saw confirmed."""
        waiting = {
            (update["message"]["chat"]["id"], update["message"]["message_id"])
            for update in self.double.pending()
            if "message" in update
        }
        return [one for one in self.said if (one.chat, one.number) not in waiting]


async def hold(folder: Path, kills: int, seed: int) -> Figures:
    """Let people talk while the bot is killed so many times; the figures."""
    dice = random.Random(seed)
    async with BotApiDouble(flood="off") as double, Running(double, folder, pace=None) as bot:
        crowd = Crowd(double, dice)
        await bot.start()
        people = [asyncio.create_task(crowd.keep_talking()) for _ in range(PEOPLE)]
        for _ in range(kills):
            await bot.speaks()
            await asyncio.sleep(dice.uniform(SOONEST, LATEST))
            await bot.kill()
            await bot.start()
        crowd.done = True
        await asyncio.gather(*people)
        await double.drained(PATIENCE)
        await bot.speaks()
        assert await bot.stop() == 0, bot.said()
        return figures(seed, kills, crowd, bot.data)


def figures(seed: int, kills: int, crowd: Crowd, data: Path) -> Figures:
    """Look everything up in the closed books."""
    confirmed = crowd.confirmed()
    off = [one for one in confirmed if one.step == LET_OFF]
    kept = [one for one in confirmed if one.step != LET_OFF]
    with books.house(data) as app:
        found = {chat: _places(books.sessions(app, chat)) for chat in {one.chat for one in kept}}
    places = [found[one.chat].get(one.text, Counter[str]()) for one in kept]
    sealed = books.everything(data)
    return Figures(
        seed=seed,
        kills=kills,
        conversations=crowd.conversations,
        confirmed=len(kept),
        lost=sum(not place for place in places),
        stored_twice=sum(place.total() > 1 for place in places),
        under_another_question=sum(
            bool(place) and one.step not in place for one, place in zip(kept, places, strict=True)
        ),
        let_off_and_kept=sum(one.text in sealed for one in off),
        questions_missing=crowd.missing,
        messages=sum(call.method == "sendMessage" for call in crowd.double.calls),
        doubled=crowd.double.doubled(),
        refused=len(refused(crowd.double)),
    )


def _places(sessions: list[Session]) -> dict[str, Counter[str]]:
    places: dict[str, Counter[str]] = {}
    for session in sessions:
        for (step, _), given in session.given.items():
            for part in given.parts:
                places.setdefault(part.text, Counter())[step] += 1
    return places


def write(found: Figures, file: Path) -> None:
    """Write the figures as JSON."""
    file.write_text(json.dumps(asdict(found), indent=1) + "\n")


def main() -> None:
    """Print the figures as one line."""
    parser = argparse.ArgumentParser(prog="python -m tests.end_to_end.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    # It reports every request that a kill cut off.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(hold(Path(folder), given.kills, given.seed))
    print(found.line())
    if given.json:
        write(found, given.json)


if __name__ == "__main__":
    main()
