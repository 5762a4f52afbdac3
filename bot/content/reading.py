"""Everything in a content folder, read and checked at once; and one script as it once was.

Apart from the library, so that what was kept from before can be used without reading in all of this.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from bot.content.aids import Aids
from bot.content.checks import read_checks
from bot.content.dialogues import Script, read_script
from bot.content.faults import Faults
from bot.content.joining import joined, unbundled
from bot.content.lint import broken, lint
from bot.content.manual import MANUAL, read_manual
from bot.content.nodes import Node
from bot.content.page import House
from bot.content.read import Read
from bot.content.reader import read
from bot.content.shelf import Shelf
from bot.content.sources import read_works
from bot.content.texts import Texts, read_texts
from bot.core.dialogue import Check, Dialogue
from bot.core.errors import Blemish, ContentError
from bot.core.folding import fold

TEXTS = "dialogues/_teksten.yaml"
CHECKS = "dialogues/_toetsen.yaml"
WORKS = "knowledge/bronnen.yaml"
SNAPSHOT = "momentopname"
"""The name of a snapshot in a fault: it has no file any more."""

T = TypeVar("T")


def read_everything(shelf: Shelf) -> tuple[Read, tuple[Script, ...]]:
    """What stands there, and the scripts with their lines; ContentError holds all faults of all files."""
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
    whole = Read(
        dialogues=tuple(script.dialogue for script in scripts),
        data={script.dialogue.hash: script.text for script in scripts},
        texts=texts,
        checks=checks,
        works=works,
        remarks=tuple(dict.fromkeys(sorted(faults.found))),
    )
    return whole, tuple(scripts)


def read_snapshot(text: bytes, now: Read) -> Dialogue:
    """A script as it once was, with the checks and synonyms of now; raises ContentError.

    It was accepted once, so only what keeps it from being played is looked at.
    """
    aids = Aids(now.checks, now.texts.synonyms, Faults(), now.texts.nothing, now.works)
    script = _whole(unbundled(text), aids)
    if script is not None:
        aids.faults.take(broken(script))
    aids.faults.stop()
    if script is None:
        raise ContentError([Blemish(SNAPSHOT, 1, "hier staan geen stappen")])
    return script.dialogue


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
