"""A conversation in the terminal: somebody's own, or an author's who tries a dialogue."""

import contextlib
import tempfile
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import TextIO

from bot.app import App, now, opened, tidy
from bot.channels import terminal
from bot.channels.transcript import Transcript
from bot.config import Config
from bot.core.moments import Moment, say_moment
from bot.journal import open_log
from bot.ports import Came, CannotOpen, Channel, Library, Outbound, Sort, Work
from bot.service.desk import Case
from bot.service.line import StoreTrouble
from bot.service.understand import command

PLAYING = "speel"
"""The name of the terminal while an author plays a dialogue."""
USUAL = "vier-woorden-voor-gesprek"
"""The reflection a terminal begins with when nothing else is asked for."""


async def chat(config: Config, library: Library, lines: Iterable[str], out: TextIO, wanted: str) -> None:
    """Hold a conversation in the terminal until the lines end, or the person stops at rest."""
    open_log("ERROR")
    channel = terminal.TerminalChannel(out)
    with opened(config, library, {channel.name: channel}) as app:
        await tidy(app, now)
        await _show(app, channel, "terminal_begin", map=str(config.data_dir))
        if not await _woke(app, channel) or wanted:
            await _open_door(app, channel, wanted, USUAL)
        await _talk(app, channel, channel.until_gone(lines))


async def play(
    library: Library, lines: Iterable[str], out: TextIO, wanted: str, record: TextIO | None = None
) -> None:
    """Play one dialogue in the terminal, on the Friday of the proeven; nothing is kept but the record."""
    open_log("ERROR")
    from bot.content.trial import START

    screen = terminal.TerminalChannel(out, PLAYING)
    transcript = Transcript(screen, record) if record is not None else None
    channel: Channel = transcript or screen
    with tempfile.TemporaryDirectory() as folder:
        config = Config(Path(folder), Path(folder, "sleutel"), None, "ERROR", "")
        with opened(config, library, {channel.name: channel}, clock=lambda: START) as app:
            moment = say_moment(Moment(START.date(), START.time()), START - timedelta(days=30))
            await _show(app, screen, "speel_begin" if record is None else "speel_bewaart", moment=moment)
            await _open_door(app, channel, wanted, wanted)
            typed = screen.until_gone(lines)
            await _talk(app, channel, transcript.heard(typed) if transcript else typed)


async def _open_door(app: App, channel: Channel, wanted: str, otherwise: str) -> None:
    await app.intake.receive([terminal.inbound(_key(), Came.OPEN, wanted, otherwise, channel.name)])
    await app.deliverer.drain()


async def _talk(app: App, channel: Channel, lines: Iterable[str]) -> None:
    for line in lines:
        if not line.strip():
            continue
        if _stops(app, line) and await _asking(app, channel) is None:
            await _show(app, channel, "klaar")
            break
        before = await _asking(app, channel)
        with contextlib.suppress(StoreTrouble):
            await app.intake.receive([terminal.inbound(_key(), Came.TEXT, line, name=channel.name)])
            await app.deliverer.drain()
        if before is None or await _asking(app, channel) is not None or await _is_live(app, before):
            continue
        if channel.name == PLAYING:
            break
        await _show(app, channel, "terminal_rust")


async def _woke(app: App, channel: Channel) -> bool:
    """Send what was left and what fell due; whether a reflection woke that now has a question open."""
    before = await _asking(app, channel)
    await app.deliverer.recover()
    await app.deliverer.drain()
    after = await _asking(app, channel)
    return after is not None and after != before


async def _asking(app: App, channel: Channel) -> int | None:
    """The session whose question is open in the terminal."""
    hash_ = app.desk.vault.address_hash(channel.name, terminal.ADDRESS)

    def look(work: Work) -> int | None:
        person = work.person_at(channel.name, hash_)
        session = None if person is None else Case(app.desk, work, person, now(), channel.name).asking()
        return None if session is None else session.id

    try:
        return await app.line.look(look)
    except CannotOpen:  # told where it is handled
        return None


async def _is_live(app: App, session: int) -> bool:
    row = await app.line.look(lambda work: work.session(session))
    return row is not None and row.live


def _stops(app: App, line: str) -> bool:
    found = command(app.desk.library, line)
    return found is not None and found.word == "stop"


async def _show(app: App, channel: Channel, key: str, **values: str) -> None:
    await channel.send(terminal.ADDRESS, Outbound(Sort.TEXT, app.desk.phrase(key, **values)))


def _key() -> int:
    """A key for a line: microseconds, so that no two lines of one terminal share it."""
    return int(now().timestamp() * 1_000_000)
