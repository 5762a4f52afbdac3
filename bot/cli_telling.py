"""What both command files need: the content, its sentences, and how a command ends."""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from bot.content.manual import command_texts
from bot.content.shelf import Shelf
from bot.core.errors import ConfigError, ContentError

if TYPE_CHECKING:  # read in by the command that needs it: `--help` should be there at once
    from bot.content.library import FileLibrary

MISCONFIGURED = 78
"""The exit code of sysexits.h for a configuration that must be mended first: starting again is of no use."""
FolderPath = click.Path(file_okay=False, path_type=Path)
FilePath = click.Path(dir_okay=False, path_type=Path)


def _manual() -> Mapping[str, str]:
    """What `--help` says; where that cannot be read it says nothing, and `dialoog controleer` says why."""
    try:
        return defaultdict(str, command_texts(Shelf.find()))
    except ContentError:
        return defaultdict(str)


HELP = _manual()


@contextmanager
def told(
    folder: Path | None, *, kept: Path | None = None, draft: Path | None = None
) -> "Iterator[FileLibrary]":
    """The library; every fault that somebody can mend is told in Dutch, all at once, and ends the command.

    `kept` as in FileLibrary.open; `draft`: a script that lies elsewhere and is read with the others.
    """
    from bot.content.library import FileLibrary

    try:
        library = FileLibrary.open(folder, kept, draft)
    except ContentError as fault:
        stop(str(fault))
    try:
        yield library
    except ConfigError as fault:
        told = "\n".join(f"{name}: {text(library, f'fout_{code}')}" for name, code in fault.faults)
        stop(told, MISCONFIGURED)


def text(library: "FileLibrary", key: str, **values: str) -> str:
    from bot.core.text import fill, plain

    return plain(fill(library.texts[key], values))


def names(library: "FileLibrary") -> str:
    return ", ".join(dialogue.id for dialogue in library.dialogues())


def stop(text: str, code: int = 1) -> NoReturn:
    click.echo(text, err=True)
    sys.exit(code)
