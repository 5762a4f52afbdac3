"""Conditions as authors write them (`heftigheid >= 8`) to conditions of the core."""

import re

from bot.content.condition_slips import hint, joined_well, mended
from bot.content.faults import Faults
from bot.content.nodes import Place
from bot.core.conditions import Compare, Condition, Contains, Every, Is, Shorter, Skipped, Some

UNREADABLE: Condition = Some(())
"""Stands where a condition could not be read, so that what follows it can still be checked; never holds."""

_NAME = r"([^\s<>=≥≤≠!()'\"]+)"
_SKIPPED = re.compile(rf"{_NAME} is overgeslagen")
_IS = re.compile(rf"{_NAME} is (niet )?([^\s'\"<>=]+)")
_CONTAINS = re.compile(rf"{_NAME} bevat ([^\s'\",]+)")
_COMPARE = re.compile(rf"{_NAME} ?(>=|<=|>|<) ?(-?\d{{1,4}}(?:[.,]\d)?)")
_SHORTER = re.compile(rf"(?:{_NAME} )?korter dan (\d{{1,4}}) woord(?:en)?")


def read_condition(words: str, place: Place, faults: Faults, own: str = "") -> Condition:
    """The condition that stands after `als`; UNREADABLE, and a fault, when there is none.

    `own`: the step a condition without a name is about (`korter dan 8 woorden`).
    """
    said = " ".join(words.split())
    joined = joined_well(said)
    if joined != said:
        faults.must(place, f"'en' en 'of' schrijf je voluit; schrijf 'als {joined}: …'")
    pieces = re.split(r"\s+(en|of)\s+", joined)
    joins = set(pieces[1::2])
    if len(joins) > 1:
        faults.must(place, "'en' en 'of' kunnen niet in één regel; maak er twee regels met 'als' van")
        return UNREADABLE
    befores = ["", *(" ".join(piece.split()[:2]) for piece in pieces[:-2:2])]
    parts = tuple(
        _simple(piece, before, place, faults, own) for piece, before in zip(pieces[::2], befores, strict=True)
    )
    if UNREADABLE in parts:
        return UNREADABLE
    if not joins:
        return parts[0]
    return Every(parts) if joins == {"en"} else Some(parts)


def _simple(words: str, before: str, place: Place, faults: Faults, own: str) -> Condition:
    """The condition that is written, else the one that must have been meant, else UNREADABLE; told."""
    if (found := _read(words, own)) is not None:
        return found
    meant = mended(words, before)
    parts = [_read(piece, own) for piece in meant.split(" en ")] if meant else [None]
    whole = tuple(part for part in parts if part is not None)
    readable = len(whole) == len(parts)
    faults.must(
        place, f"'{words}' is geen voorwaarde" + (f"; schrijf '{meant}'" if readable else hint(words))
    )
    if not readable:
        return UNREADABLE
    return whole[0] if len(whole) == 1 else Every(whole)


def _read(words: str, own: str) -> Condition | None:
    if found := _SKIPPED.fullmatch(words):
        return Skipped(found[1])
    if (found := _IS.fullmatch(words)) and found[3] not in ("niet", "overgeslagen"):
        return Is(found[1], found[3], negated=bool(found[2]))
    if (found := _CONTAINS.fullmatch(words)) and found[2] != "niet":
        return Contains(found[1], found[2])
    if found := _COMPARE.fullmatch(words):
        return Compare(found[1], found[2], number(found[3]))
    if (found := _SHORTER.fullmatch(words)) and (found[1] or own):
        return Shorter(found[1] or own, int(found[2]))
    return None


def number(text: str) -> float:
    """A number as authors write it: "8", "3,5"."""
    return float(text.replace(",", "."))
