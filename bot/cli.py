"""The command `ruggespraak`: one function per command; the only file that prints or exits.

Its sentences are in dialogues/_opdrachten.yaml and dialogues/_teksten.yaml.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from bot import __version__
from bot.content.manual import command_texts
from bot.content.shelf import Shelf
from bot.core.errors import ConfigError, ContentError

if TYPE_CHECKING:  # read in by the command that needs it: `--help` should be there at once
    from bot.content.library import FileLibrary


def _manual() -> Mapping[str, str]:
    """What `--help` says; where that cannot be read it says nothing, and `dialoog controleer` says why."""
    try:
        return defaultdict(str, command_texts(Shelf.find()))
    except ContentError:
        return defaultdict(str)


HELP = _manual()


MISCONFIGURED = 78
"""The exit code of sysexits.h for a configuration that must be mended first: starting again is of no use."""
FolderPath = click.Path(file_okay=False, path_type=Path)


@click.group(help=HELP["ruggespraak"], context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(version)s")
@click.option("--content", "folder", type=FolderPath, help=HELP["--content"])
@click.pass_context
def main(context: click.Context, folder: Path | None) -> None:
    context.obj = folder


@main.command(help=HELP["chat"])
@click.option("--dialoog", "wanted", metavar="ID", default="", help=HELP["chat --dialoog"])
@click.option("--map", "data_dir", type=FolderPath, help=HELP["chat --map"])
@click.pass_obj
def chat(folder: Path | None, wanted: str, data_dir: Path | None) -> None:
    with _told(folder) as library:
        if wanted and library.dialogue(wanted) is None:
            _stop(_text(library, "onbekende_dialoog", naam=wanted, namen=_names(library)))
        import asyncio

        from bot import app
        from bot.channels import terminal
        from bot.config import read_config

        config = read_config(os.environ, folder=data_dir.absolute() if data_dir else None)
        lines = terminal.typed_lines(sys.stdin) if sys.stdin else iter(())
        out = sys.stdout or open(os.devnull, "w")  # noqa: SIM115 - lives as long as the process
        try:
            asyncio.run(app.chat(config, library, lines, out, wanted))
        except KeyboardInterrupt:
            click.echo()
        finally:
            _let_go_of_stdout()


@main.command(help=HELP["start"])
@click.pass_obj
def start(folder: Path | None) -> None:
    with _told(folder) as library:
        import asyncio

        from bot import app
        from bot.config import read_config

        config = read_config(os.environ, token=True)
        asyncio.run(app.serve(config, library))


@main.group(help=HELP["dialoog"])
def dialoog() -> None:
    pass


@dialoog.command(help=HELP["dialoog controleer"])
@click.pass_obj
def controleer(folder: Path | None) -> None:
    with _told(folder) as library:
        for blemish in library.remarks:
            click.echo(str(blemish))
        click.echo(_text(library, "dialogen_goed", aantal=str(len(library.dialogues()))))


@dialoog.command(help=HELP["dialoog proef"])
@click.pass_obj
def proef(folder: Path | None) -> None:
    from bot.content.trials import try_out

    with _told(folder) as library:
        found = {script.dialogue: try_out(script) for script in library.scripts}
        for script in library.scripts:
            for blemish in found[script.dialogue]:
                click.echo(str(blemish))
            if not found[script.dialogue]:
                numbers = {"proeven": str(len(script.trials)), "stappen": str(len(script.dialogue.steps))}
                click.echo(_text(library, "proef_goed", dialoog=script.dialogue.id, **numbers))
        if any(found.values()):
            sys.exit(1)


@contextmanager
def _told(folder: Path | None) -> "Iterator[FileLibrary]":
    """The library; every fault that somebody can mend is told in Dutch, all at once, and ends the command."""
    from bot.content.library import FileLibrary

    try:
        library = FileLibrary.open(folder)
    except ContentError as fault:
        _stop(str(fault))
    try:
        yield library
    except ConfigError as fault:
        told = "\n".join(f"{name}: {_text(library, f'fout_{code}')}" for name, code in fault.faults)
        _stop(told, MISCONFIGURED)


def _let_go_of_stdout() -> None:
    """Python flushes once more at its end; where nobody reads any more, that must not become an error."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _text(library: "FileLibrary", key: str, **values: str) -> str:
    from bot.core.text import fill, plain

    return plain(fill(library.texts[key], values))


def _names(library: "FileLibrary") -> str:
    return ", ".join(dialogue.id for dialogue in library.dialogues())


def _stop(text: str, code: int = 1) -> NoReturn:
    click.echo(text, err=True)
    sys.exit(code)
