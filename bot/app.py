"""The composition root: Config → App. The only file that knows every room."""

import asyncio
import contextlib
import fcntl
import os
import signal
from collections.abc import Coroutine, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.config import Config
from bot.content.texts import LISTED
from bot.core.errors import ConfigError
from bot.core.text import plain
from bot.journal import LogJournal, open_log
from bot.ports import Channel, Clock, Failpoint, Library, Store
from bot.service.deliver import Deliverer
from bot.service.desk import Desk
from bot.service.intake import Intake
from bot.service.line import Line, Marks, StoreTrouble
from bot.service.publishing import Report, report
from bot.store.memory import MemoryStore
from bot.store.sqlite import SqliteStore, StoreFault
from bot.vault.keys import KeyFault, Vault


@dataclass(frozen=True, slots=True)
class App:
    """A running house: what comes in goes to `intake`, what goes out leaves through `deliverer`."""

    desk: Desk
    line: Line
    deliverer: Deliverer
    intake: Intake


def now() -> datetime:
    return datetime.now(UTC)


def _nowhere(name: str) -> None:
    """The failpoint of a house that is not being tested."""


@contextlib.contextmanager
def opened(
    config: Config,
    library: Library,
    channels: Mapping[str, Channel],
    *,
    clock: Clock = now,
    failpoint: Failpoint = _nowhere,
) -> Iterator[App]:
    """A house over the data folder, which is made at first use; nobody else may have it open meanwhile.

    Raises ConfigError for a folder, store or key file that cannot be used.
    """
    with contextlib.ExitStack() as open_things:
        open_things.enter_context(_alone(config))
        first = config.store is None or not _holds_something(config.store)
        vault = _vault(config, create=first)
        open_things.callback(vault.close)
        if config.store is not None and first and vault.knows_somebody():
            # Somebody's key without anybody's data: a lost file must not be taken for a new beginning.
            raise ConfigError([("RUGGESPRAAK_STORE", "opslag_verdwenen")])
        store = _store(config, clock, failpoint)
        open_things.callback(store.close)
        journal = LogJournal(vault.log_id)
        desk = Desk(vault, library, journal, os.urandom)
        marks = Marks()
        line = Line(store, marks)
        deliverer = Deliverer(desk, line, marks, channels, clock, failpoint)
        yield App(desk, line, deliverer, Intake(desk, line, deliverer, channels, clock))


def look_ahead(config: Config, library: Library) -> list[Report]:
    """What these scripts would mean for the reflections in the data folder, which may be in use meanwhile.

    An empty data folder gives a report without reflections; raises ConfigError as `opened` does.
    """
    if config.store is None or not _holds_something(config.store):
        return [Report(dialogue.id, dialogue.title, {}, ()) for dialogue in library.dialogues()]
    with contextlib.ExitStack() as open_things:
        vault = _vault(config, create=False)
        open_things.callback(vault.close)
        store = _store(config, now, _nowhere)
        open_things.callback(store.close)
        return report(vault, library, store.reader)


def _holds_something(file: Path) -> bool:
    return file.exists() and file.stat().st_size > 0


@contextlib.contextmanager
def _alone(config: Config) -> Iterator[None]:
    """Hold the lock of the data folder: one process at a time polls, sends and writes."""
    try:
        config.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(config.data_dir / "slot", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except OSError:
        raise ConfigError([("RUGGESPRAAK_DATA_DIR", "onbruikbaar")]) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise ConfigError([("RUGGESPRAAK_DATA_DIR", "in_gebruik")]) from None
    finally:
        os.close(lock)


def _vault(config: Config, *, create: bool) -> Vault:
    try:
        return Vault.open(config.key_file, config.keys_db, create=create)
    except KeyFault as fault:
        raise ConfigError([("RUGGESPRAAK_KEY_FILE", f"sleutel_{fault.code}")]) from None
    except OSError:
        raise ConfigError([("RUGGESPRAAK_KEY_FILE", "sleutel_onbruikbaar")]) from None


def _store(config: Config, clock: Clock, failpoint: Failpoint) -> Store:
    if config.store is None:
        return MemoryStore(clock=clock)
    try:
        return SqliteStore(config.store, clock=clock, failpoint=failpoint)
    except StoreFault as fault:
        raise ConfigError([("RUGGESPRAAK_STORE", f"opslag_{fault.code}")]) from None
    except OSError:
        raise ConfigError([("RUGGESPRAAK_STORE", "opslag_onbruikbaar")]) from None


async def serve(
    config: Config, library: Library, *, clock: Clock = now, failpoint: Failpoint = _nowhere
) -> None:
    """Serve Telegram by long polling until SIGTERM or SIGINT; what was taken in is kept, whatever happens."""
    from bot.channels.telegram import TelegramChannel
    from bot.channels.telegram_poll import poll
    from bot.channels.telegram_profile import introduce

    open_log(config.log_level)
    channel = TelegramChannel(config.token, config.api_url)
    with opened(config, library, {channel.name: channel}, clock=clock, failpoint=failpoint) as app:
        journal = app.desk.journal
        journal.note("started")
        await app.deliverer.recover()
        async with channel:
            tasks = (
                poll(channel, app.intake.receive, journal, failpoint=failpoint),
                app.deliverer.run(),
                _tidy_hourly(app, clock),
                introduce(channel, *_profile(app.desk), journal),
            )
            await _until_stopped(*tasks)
            await app.deliverer.stop()
        journal.note("stopped")


async def _until_stopped(*tasks: Coroutine[None, None, None]) -> None:
    """Run together until a signal; when one of them ends in an error, so do all, and the error goes on."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    running = [asyncio.create_task(task) for task in tasks]
    stopping = asyncio.create_task(stop.wait())
    try:
        while not stop.is_set():
            live = [task for task in running if not task.done()]
            done, _ = await asyncio.wait([*live, stopping], return_when=asyncio.FIRST_COMPLETED)
            for task in done - {stopping}:
                task.result()
    finally:
        for task in (*running, stopping):
            task.cancel()
        await asyncio.gather(*running, stopping, return_exceptions=True)


async def _tidy_hourly(app: App, clock: Clock) -> None:
    while True:
        await tidy(app, clock)
        await asyncio.sleep(3600)


async def tidy(app: App, clock: Clock) -> None:
    """Forget what need not be remembered any more."""
    with contextlib.suppress(StoreTrouble):
        await app.line.join(lambda work: work.tidy(int(clock().timestamp()) // 60))


def _profile(desk: Desk) -> tuple[list[tuple[str, str]], str, str]:
    """What Telegram shows of the bot: the commands, the description and the short one."""
    commands = [(word, plain(desk.phrase(f"opdracht_{word}"))) for word in LISTED]
    return commands, plain(desk.phrase("beschrijving")), plain(desk.phrase("korte_beschrijving"))
