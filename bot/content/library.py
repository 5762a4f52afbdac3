"""What authors wrote, read from a folder at once: every dialogue, and the sentences of the house."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from bot.content.aids import Aids
from bot.content.checks import read_checks
from bot.content.dialogues import Script, read_script
from bot.content.faults import Faults
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
from bot.core.text import Template
from bot.core.typed import fold

TEXTS = "dialogues/_teksten.yaml"
CHECKS = "dialogues/_toetsen.yaml"
WORKS = "knowledge/bronnen.yaml"
SNAPSHOT = "momentopname"
"""The name of a snapshot in a fault: it has no file any more."""

T = TypeVar("T")


class FileLibrary:
    """The library of ports, from files. `remarks`: what could be better, for authors' tools."""

    def __init__(
        self,
        scripts: list[Script],
        texts: Texts,
        checks: Mapping[str, Check],
        remarks: tuple[Blemish, ...] = (),
    ) -> None:
        self.scripts = tuple(scripts)
        self.remarks = remarks
        self._texts = texts
        self._checks = checks
        self._by_id = {script.dialogue.id: script.dialogue for script in scripts}
        self._data = {script.dialogue.hash: script.data for script in scripts}
        self._snapshots: dict[bytes, Dialogue] = {}

    @classmethod
    def open(cls, folder: Path | None = None) -> "FileLibrary":
        """Everything in the folder (as in `Shelf.find`); ContentError holds all faults of all files."""
        shelf, faults = Shelf.find(folder), Faults()
        texts = _part(shelf, TEXTS, read_texts, Texts(), faults)
        checks: Mapping[str, Check] = _part(shelf, CHECKS, read_checks, {}, faults)
        if shelf.holds(MANUAL):  # an organisation's own words need not bring it
            _part(shelf, MANUAL, _manual, "", faults)
        works = _part(shelf, WORKS, read_works, frozenset[str](), faults)
        aids = Aids(checks, texts.synonyms, faults, texts.nothing)
        found = [_script(shelf, name, aids) for name in _names(shelf, faults)]
        scripts = [script for script in found if script is not None]
        commands = frozenset(fold(word) for word in texts.commands) - {""}
        faults.take(lint(scripts, House(works, commands)))
        faults.stop()
        return cls(scripts, texts, checks, tuple(dict.fromkeys(sorted(faults.found))))

    def dialogue(self, id_: str) -> Dialogue | None:
        return self._by_id.get(id_)

    def dialogues(self) -> tuple[Dialogue, ...]:
        """All of them, in the order of their files."""
        return tuple(script.dialogue for script in self.scripts)

    def text_of(self, dialogue: Dialogue) -> bytes:
        """The bytes of the file a dialogue of this library was read from."""
        return self._data[dialogue.hash]

    def read_snapshot(self, text: bytes) -> Dialogue:
        """A script as it once was, with the checks and synonyms of now; raises ContentError.

        It was accepted once, so only what keeps it from being played is looked at.
        """
        if text in self._snapshots:
            return self._snapshots[text]
        aids = Aids(self._checks, self._texts.synonyms, Faults(), self._texts.nothing)
        script = read_script(SNAPSHOT, text, aids)
        if script is not None:
            aids.faults.take(broken(script))
        aids.faults.stop()
        if script is None:
            raise ContentError([Blemish(SNAPSHOT, 1, "hier staan geen stappen")])
        self._snapshots[text] = script.dialogue
        return script.dialogue

    @property
    def texts(self) -> Mapping[str, Template]:
        return self._texts.sentences

    @property
    def labels(self) -> Mapping[str, str]:
        return self._texts.labels

    @property
    def commands(self) -> Mapping[str, str]:
        """Typed words, in lower case with single spaces (a slash stays) → the command word."""
        return self._texts.commands


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
        faults.take([Blemish("dialogues", 0, "hier staat nog geen dialoog")])
    for name in names:
        if name.endswith(".yml"):
            faults.take([Blemish(name, 0, "noem dit bestand .yaml, dan heten ze allemaal gelijk")])
    return names


def _script(shelf: Shelf, name: str, aids: Aids) -> Script | None:
    try:
        return read_script(name, shelf.read(name), aids)
    except ContentError as error:
        aids.faults.take(error.blemishes)
        return None
