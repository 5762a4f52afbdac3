"""`python -m tests.bench [--quick] [--imports]`: the table of speed, all of it measured in this run."""

import argparse
import asyncio
import os
import platform
import sqlite3
import tempfile
from contextlib import AsyncExitStack
from importlib.metadata import version
from pathlib import Path

from tests.bench import starts
from tests.bench.conversation_handler import Custom, conversation_peer
from tests.bench.house import House, Way, house
from tests.bench.raw import raw
from tests.bench.rounds import Measured, Spread, measure
from tests.bench.script import library
from tests.bench.subject import FLIGHT, QUESTIONS, Subject
from tests.bench.table import Goal, Line, markdown
from tests.bench.walking import Replay

GROUPS = 20
"""Times FLIGHT people are known; a multiple of the sets of a round."""
FULL, QUICK = (15, 5, 15), (7, 2, 7)
"""Rounds, sets a round, and starts of a process."""
RAW = "raw SQLite, one commit a turn"
WAYS = (
    ENGINE := Way("engine and store, alone", reads=False),
    ALONE := Way("full path, alone"),
    TOGETHER := Way(f"full path, {FLIGHT} in flight", flight=FLIGHT),
    ALONE_SENT := Way("full path, sent, alone", sent=True),
    TOGETHER_SENT := Way(f"full path, sent, {FLIGHT} in flight", sent=True, flight=FLIGHT),
)
CUSTOMS = (
    PEER := Custom("ConversationHandler + SQLite, alone"),
    PEER_TOGETHER := Custom(f"ConversationHandler + SQLite, {FLIGHT} in flight", flight=FLIGHT),
    PEER_BY_HAND := Custom(
        f"ConversationHandler + SQLite, {FLIGHT} in a commit by hand", flight=FLIGHT, together=True
    ),
    PEER_SENT := Custom("ConversationHandler + SQLite, sent, alone", sent=True),
    PEER_TOGETHER_SENT := Custom(f"ConversationHandler + SQLite, sent, {FLIGHT} in flight", True, FLIGHT),
)
RATIOS = (
    (ENGINE.name, RAW, Goal(0.80)),
    (ALONE.name, RAW, Goal(0.60)),
    (TOGETHER.name, RAW, Goal(1.8)),
    (ALONE.name, PEER.name, Goal(1.2)),
    (TOGETHER.name, PEER_TOGETHER.name, Goal(4.0)),
    (TOGETHER.name, PEER_BY_HAND.name, None),
    (ALONE_SENT.name, PEER_SENT.name, None),
    (TOGETHER_SENT.name, PEER_TOGETHER_SENT.name, None),
)
NOT_SHOWN = (
    "What this does not show: a network (the Bot API is answered in the process), another disk, "
    "the pace Telegram asks for, waiting times under a load that varies, and growth. Sealing is on in ours; "
    "the limit writes as many bytes unsealed, the peer writes plain text and fewer of them. A turn is a "
    "press on a button; the question that follows is its reply: committed, and where the name says so sent."
)


async def turns(folder: Path, rounds: int, sets: int) -> dict[str, Measured]:
    """All subjects over empty folders, in rounds."""
    content = library(folder / "content", QUESTIONS + 1)
    async with AsyncExitStack() as stack:
        houses: list[House] = []
        for number, way in enumerate(WAYS):
            houses.append(
                await stack.enter_async_context(house(folder / f"house-{number}", content, way, GROUPS))
            )
        peers: list[Subject] = []
        for number, custom in enumerate(CUSTOMS):
            place = folder / f"peer-{number}"
            peers.append(await stack.enter_async_context(conversation_peer(place, custom, GROUPS)))
        await houses[0].ready()
        await houses[0].run()
        limit = stack.enter_context(raw(folder, houses[0].sizes(), GROUPS))
        return await measure([limit, *houses, *peers], rounds, sets)


def lines_of_turns(measured: dict[str, Measured]) -> list[Line]:
    lines = [
        Line(name, Spread.of(one.rates), " turns/s", busy=Spread.of(one.busy))
        for name, one in measured.items()
    ]
    for name, beside, goal in RATIOS:
        pairs = zip(measured[name].rates, measured[beside].rates, strict=True)
        lines.append(Line(f"{name} ÷ {beside}", Spread.of([a / b for a, b in pairs]), " ×", 2, goal))
    grouped = measured[TOGETHER.name]
    for what, figure, goal in (
        ("commits", grouped.commits, None),
        ("syncs", grouped.syncs, Goal(0.10, least=False)),
    ):
        each = figure / grouped.turns
        lines.append(Line(f"{TOGETHER.name}: {what} a turn", Spread(each, each, each), "", 3, goal))
    return lines


def lines_of_starts(folder: Path, times: int) -> list[Line]:
    question = starts.first_question()
    replay = Replay(library(folder / "replayed", QUESTIONS))
    words, kept = starts.forty_dialogues(folder / "forty"), folder / "kept"
    starts.content_ms(words, kept)
    figures: dict[str, list[float]] = {}
    for _ in range(times):
        figures.setdefault("`ruggespraak --help`", []).append(starts.help_ms())
        figures.setdefault("first question of `ruggespraak chat`", []).append(
            starts.first_question_ms(folder, question)
        )
        figures.setdefault("40 dialogues, read and checked", []).append(starts.content_ms(words))
        figures.setdefault("40 dialogues, as kept from before", []).append(starts.content_ms(words, kept))
        figures.setdefault("replay of 40 answers", []).append(replay.ms())
    bounds = (120, 300, 1000, 100, 1)
    return [
        Line(what, Spread.of(taken), " ms", 2 if "replay" in what else 0, Goal(bound, least=False))
        for (what, taken), bound in zip(figures.items(), bounds, strict=True)
    ]


def versions() -> str:
    names = ("python-telegram-bot", "transitions", "cryptography", "sqlite-utils")
    found = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    found += [f"{name} {version(name)}" for name in names]
    cores, load = os.cpu_count(), os.getloadavg()[0]
    return ", ".join(found) + f"; {platform.system()} {platform.machine()}, {cores} cores, load {load:.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, two minutes at most")
    parser.add_argument("--imports", action="store_true", help="also what takes longest to import")
    wanted = parser.parse_args()
    rounds, sets, times = QUICK if wanted.quick else FULL
    # Not in the folder for temporary files: that may be in memory, where forcing to the disk costs nothing.
    place = Path("build")
    place.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place) as name:
        folder = Path(name).resolve()
        lines = lines_of_turns(asyncio.run(turns(folder, rounds, sets)))
        lines += lines_of_starts(folder, times)
    print(markdown(lines), versions(), NOT_SHOWN, sep="\n\n")
    if wanted.imports:
        for arguments in (("--help",), ("chat", "--map", str(folder / "data"))):
            five = (f"{name} {taken:.0f} ms" for taken, name in starts.imports(*arguments))
            print(f"\nimports of `{arguments[0]}`: " + ", ".join(five))


if __name__ == "__main__":
    main()
