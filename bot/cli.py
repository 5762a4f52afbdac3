"""The command `ruggespraak`: one function per command. Only the cli files print or exit.

Its sentences are in dialogues/_opdrachten.yaml and dialogues/_teksten.yaml.
"""

import os
import sys
from pathlib import Path

import click

from bot import __version__
from bot.cli_authors import dialoog
from bot.cli_telling import HELP, FolderPath, names, stop, text, told


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
    with told(folder, kept=_kept()) as library:
        if wanted and library.dialogue(wanted) is None:
            stop(text(library, "onbekende_dialoog", naam=wanted, namen=names(library)))
        import asyncio

        from bot import talk
        from bot.channels import terminal
        from bot.config import read_config

        config = read_config(os.environ, folder=data_dir.absolute() if data_dir else None)
        lines = terminal.typed_lines(sys.stdin) if sys.stdin else iter(())
        out = sys.stdout or open(os.devnull, "w")  # noqa: SIM115 - lives as long as the process
        try:
            asyncio.run(talk.chat(config, library, lines, out, wanted))
        except KeyboardInterrupt:
            click.echo()
        finally:
            _let_go_of_stdout()


@main.command(help=HELP["start"])
@click.pass_obj
def start(folder: Path | None) -> None:
    with told(folder, kept=_kept()) as library:
        import asyncio

        from bot import app
        from bot.config import read_config

        config = read_config(os.environ, token=True)
        asyncio.run(app.serve(config, library))


main.add_command(dialoog)


def _kept() -> Path:
    """Where what was read and checked is kept for the next start."""
    from platformdirs import user_cache_path

    return user_cache_path("ruggespraak")


def _let_go_of_stdout() -> None:
    """Python flushes once more at its end; where nobody reads any more, that must not become an error."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
