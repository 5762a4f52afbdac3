"""What new scripts would mean for reflections that are under way; looked at, nothing is changed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.core.dialogue import Dialogue
from bot.core.errors import ContentError
from bot.core.upgrade import moved, same_structure
from bot.ports import CannotOpen, Library, SessionRow, Vault, Work
from bot.service.desk import script_of
from bot.service.sealing import open_session


class Fate(StrEnum):
    """What becomes of a reflection that is under way."""

    SAME = "zelfde"  # its script did not change
    TEXT = "tekst"  # only texts changed: it gets the new ones
    MOVES = "mee"  # the structure changed: it goes on in the new script where it was
    STAYS = "blijft"  # the structure changed: it ends in the script it began with
    GONE = "weg"  # the script is no longer there: it ends in the one it began with
    UNREADABLE = "onleesbaar"  # it does not open, or its script is not read any more


@dataclass(frozen=True, slots=True)
class Report:
    """One dialogue. `lost`: steps of scripts that are under way, gone now under any name."""

    dialogue: str
    title: str
    fates: Mapping[Fate, int]
    lost: tuple[str, ...]


def report(vault: Vault, library: Library, work: Work) -> list[Report]:
    """A report on each dialogue of the library, in its order, then on those only sessions know."""
    rows = list(work.live_sessions())
    current = {dialogue.id: dialogue for dialogue in library.dialogues()}
    gone = sorted({row.dialogue for row in rows} - current.keys())
    return [_one(id_, current.get(id_), rows, vault, library, work) for id_ in [*current, *gone]]


def _one(
    id_: str, current: Dialogue | None, rows: list[SessionRow], vault: Vault, library: Library, work: Work
) -> Report:
    fates: Counter[Fate] = Counter()
    lost: dict[str, None] = {}
    for row in rows:
        if row.dialogue != id_:
            continue
        try:
            old = script_of(library, work, row.dialogue, row.script)
            fates[_fate(row, old, current, vault, work)] += 1
        except (CannotOpen, ContentError):
            fates[Fate.UNREADABLE] += 1
            continue
        if current is not None:
            lost |= dict.fromkeys(_lost(old, current))
    return Report(id_, current.title if current is not None else id_, fates, tuple(lost))


def _fate(row: SessionRow, old: Dialogue, current: Dialogue | None, vault: Vault, work: Work) -> Fate:
    if current is None:
        return Fate.GONE
    if current.hash == old.hash:
        return Fate.SAME
    if same_structure(old, current):
        return Fate.TEXT
    session = open_session(vault, row, work.answers(row.id))
    return Fate.MOVES if moved(old, current, session).script == current.hash else Fate.STAYS


def _lost(old: Dialogue, new: Dialogue) -> list[str]:
    """Steps with a question or a wait that the new script does not know, under no name."""
    names = [step.name for step in old.steps if step.question is not None or step.wait is not None]
    return [name for name in names if name not in new.by_name and name not in new.renamed]
