"""What authors wrote, read from a folder at once: every dialogue, and the sentences of the house."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.content import compiled
from bot.content.aids import Aids
from bot.content.checks import read_checks
from bot.content.dialogues import Script, read_script
from bot.content.faults import Faults
from bot.content.joining import joined, unbundled
from bot.content.lint import broken, lint
from bot.content.manual import MANUAL, read_manual
from bot.content.nodes import Node
from bot.content.page import House
from bot.content.reader import read
from bot.content.shelf import Shelf
from bot.content.sources import read_works
from bot.content.texts import Texts, read_texts
from bot.core.dialogue import Check, Dialogue
from bot.core.errors import Blemish, ContentError
from bot.core.folding import fold
from bot.core.text import Template

TEXTS = "dialogues/_teksten.yaml"
CHECKS = "dialogues/_toetsen.yaml"
WORKS = "knowledge/bronnen.yaml"
SNAPSHOT = "momentopname"
"""The name of a snapshot in a fault: it has no file any more."""

T = TypeVar("T")


@dataclass(frozen=True)
class Read:
    """What was read and checked. `data`: the hash of each dialogue → what a snapshot of it keeps."""

    dialogues: tuple[Dialogue, ...]
    data: Mapping[str, bytes]
    texts: Texts
    checks: Mapping[str, Check]
    works: Mapping[str, str]
    remarks: tuple[Blemish, ...]


class FileLibrary:
    """The library of ports, from files.

    `remarks`: what could be better. `scripts`: the dialogues with the lines they stand on, for authors'
    tools; not there when everything came from what was kept.
    """

    def __init__(self, read: Read, scripts: tuple[Script, ...] = ()) -> None:
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
            return cls._fresh(shelf)
        mark, of = compiled.fingerprint(shelf.everything()), str(shelf.root)
        parts = compiled.take(kept, of, mark)
        if parts is not None:
            return cls(Read(*parts))
        library = cls._fresh(shelf)
        compiled.keep(kept, of, mark, tuple(vars(library._read).values()))
        return library

    @classmethod
    def _fresh(cls, shelf: Shelf) -> "FileLibrary":
        faults = Faults()
        texts = _part(shelf, TEXTS, read_texts, Texts(), faults)
        checks: Mapping[str, Check] = _part(shelf, CHECKS, read_checks, {}, faults)
        if shelf.holds(MANUAL):  # an organisation's own words need not bring it
            _part(shelf, MANUAL, _manual, "", faults)
        works: Mapping[str, str] = _part(shelf, WORKS, read_works, {}, faults)
        aids = Aids(checks, texts.synonyms, faults, texts.nothing, works)
        listed = not any(blemish.file == WORKS and blemish.must for blemish in faults.found)
        found = {name: _script(shelf, name, aids) for name in _names(shelf, faults)}
        unread = frozenset(Path(name).stem for name, script in found.items() if script is None)
        scripts = joined([script for script in found.values() if script is not None], aids, unread)
        commands = frozenset(fold(word) for word in texts.commands) - {""}
        faults.take(lint(scripts, House(tuple(works), commands, listed)))
        faults.stop()
        read = Read(
            dialogues=tuple(script.dialogue for script in scripts),
            data={script.dialogue.hash: script.text for script in scripts},
            texts=texts,
            checks=checks,
            works=works,
            remarks=tuple(dict.fromkeys(sorted(faults.found))),
        )
        return cls(read, tuple(scripts))

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
        texts = self._read.texts
        aids = Aids(self._read.checks, texts.synonyms, Faults(), texts.nothing, self._read.works)
        script = _whole(unbundled(text), aids)
        if script is not None:
            aids.faults.take(broken(script))
        aids.faults.stop()
        if script is None:
            raise ContentError([Blemish(SNAPSHOT, 1, "hier staan geen stappen")])
        self._snapshots[text] = script.dialogue
        return script.dialogue

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


def _part(shelf: Shelf, name: str, use: Callable[[Node, Faults], T], otherwise: T, faults: Faults) -> T:
    try:
        return use(read(name, shelf.read(name)), faults)
    except ContentError as error:
        faults.take(error.blemishes)
        return otherwise


def _manual(root: Node, faults: Faults) -> str:
    read_manual(root)
    return ""


def _names(shelf: Shelf, faults: Faults) -> list[str]:
    names = shelf.scripts()
    if not names:
        faults.take([Blemish("dialogues", 0, "hier staat nog geen dialoog; maak er een .yaml-bestand voor")])
    for name in names:
        if name.endswith(".yml"):
            faults.take([Blemish(name, 0, "noem dit bestand .yaml, dan heten ze allemaal gelijk")])
    return names


def _whole(texts: Mapping[str, bytes], aids: Aids) -> Script | None:
    """The script of a snapshot, with what it holds; None without steps."""
    scripts = [read_script(SNAPSHOT, text, aids) for text in texts.values()]
    found = [script for script in scripts if script is not None]
    return joined(found, aids)[0] if scripts[0] is not None else None


def _script(shelf: Shelf, name: str, aids: Aids) -> Script | None:
    try:
        return read_script(name, shelf.read(name), aids)
    except ContentError as error:
        aids.faults.take(error.blemishes)
        return None
