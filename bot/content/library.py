"""What authors wrote, read from a folder at once: every dialogue, and the sentences of the house."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.content import compiled
from bot.content.read import Read
from bot.content.shelf import Shelf
from bot.core.dialogue import Dialogue
from bot.core.text import Template

if TYPE_CHECKING:
    from bot.content.dialogues import Script


class FileLibrary:
    """The library of ports, from files.

    `remarks`: what could be better. `scripts`: the dialogues with the lines they stand on, for authors'
    tools; not there when everything came from what was kept.
    """

    def __init__(self, read: Read, scripts: "tuple[Script, ...]" = ()) -> None:
        self.remarks = read.remarks
        self.scripts = scripts
        self._read = read
        self._by_id = {dialogue.id: dialogue for dialogue in read.dialogues}
        self._snapshots: dict[bytes, Dialogue] = {}

    @classmethod
    def open(
        cls, folder: Path | None = None, kept: Path | None = None, draft: Path | None = None
    ) -> "FileLibrary":
        """Everything in the folder (as in `Shelf.find`); ContentError holds all faults of all files.

        `draft`: a script that lies elsewhere, read as if it lay there.
        `kept`: the folder where what was read and checked is kept for the next time (compiled.py).
        """
        with _undisturbed():
            return cls._opened(Shelf.find(folder, draft), kept)

    @classmethod
    def _opened(cls, shelf: Shelf, kept: Path | None) -> "FileLibrary":
        if kept is None:
            return cls(*_read_anew(shelf))
        mark, of = compiled.fingerprint(shelf.everything()), str(shelf.root)
        parts = compiled.take(kept, of, mark)
        if parts is not None:
            return cls(Read(*parts))
        read, scripts = _read_anew(shelf)
        compiled.keep(kept, of, mark, tuple(vars(read).values()))
        return cls(read, scripts)

    def dialogue(self, id_: str) -> Dialogue | None:
        return self._by_id.get(id_)

    def dialogues(self) -> tuple[Dialogue, ...]:
        """All of them, in the order of their files."""
        return self._read.dialogues

    def text_of(self, dialogue: Dialogue) -> bytes:
        """The file a dialogue of this library was read from, with those of the dialogues it holds."""
        return self._read.data[dialogue.hash]

    def read_snapshot(self, text: bytes) -> Dialogue:
        """A script as it once was, with the checks and synonyms of now; raises ContentError.

        It was accepted once, so only what keeps it from being played is looked at.
        """
        if text in self._snapshots:
            return self._snapshots[text]
        from bot.content import reading

        self._snapshots[text] = reading.read_snapshot(text, self._read)
        return self._snapshots[text]

    @property
    def texts(self) -> Mapping[str, Template]:
        return self._read.texts.sentences

    @property
    def labels(self) -> Mapping[str, str]:
        return self._read.texts.labels

    @property
    def commands(self) -> Mapping[str, str]:
        """Typed words, in lower case with single spaces (a slash stays) → the command word."""
        return self._read.texts.commands


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without looking for garbage meanwhile: nearly everything that is made here stays."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _read_anew(shelf: Shelf) -> "tuple[Read, tuple[Script, ...]]":
    # Read in only here: somebody who starts a conversation need not wait for the rules of authors.
    from bot.content.reading import read_everything

    return read_everything(shelf)
