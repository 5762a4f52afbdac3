"""Conditions as authors write them (`heftigheid >= 8`) to conditions of the core."""

import re

from bot.content.faults import Faults, meant
from bot.content.nodes import Place
from bot.core.conditions import Compare, Condition, Contains, Every, Is, Shorter, Skipped, Some

UNREADABLE: Condition = Some(())
"""Stands where a condition could not be read, so that what follows it can still be checked; never holds."""

_NAME = r"([^\s<>=]+)"
_SKIPPED = re.compile(rf"{_NAME} is overgeslagen")
_IS = re.compile(rf"{_NAME} is (niet )?(\S+)")
_CONTAINS = re.compile(rf"{_NAME} bevat (\S+)")
_COMPARE = re.compile(rf"{_NAME} ?(>=|<=|>|<) ?(\d{{1,4}})")
_SHORTER = re.compile(rf"(?:{_NAME} )?korter dan (\d{{1,4}}) woord(?:en)?")
_ALLOWED = (
    "'stap is sleutel', 'stap is niet sleutel', 'stap is overgeslagen', 'stap bevat sleutel', 'stap >= 8' "
    "(ook <= > <) of 'stap korter dan 8 woorden'"
)


def read_condition(words: str, place: Place, faults: Faults, own: str = "") -> Condition:
    """The condition that stands after `als`; UNREADABLE, and a fault, when there is none.

    `own`: the step a condition without a name is about (`korter dan 8 woorden`).
    """
    pieces = re.split(r"\s+(en|of)\s+", " ".join(words.split()))
    joins = set(pieces[1::2])
    if len(joins) > 1:
        faults.must(place, "'en' en 'of' kunnen niet in één regel; maak er twee regels met 'als' van")
        return UNREADABLE
    parts = tuple(_simple(piece, place, faults, own) for piece in pieces[::2])
    if UNREADABLE in parts:
        return UNREADABLE
    if not joins:
        return parts[0]
    return Every(parts) if joins == {"en"} else Some(parts)


def _simple(words: str, place: Place, faults: Faults, own: str) -> Condition:
    if found := _SKIPPED.fullmatch(words):
        return Skipped(found[1])
    if (found := _IS.fullmatch(words)) and found[3] not in ("niet", "overgeslagen"):
        return Is(found[1], found[3], negated=bool(found[2]))
    if (found := _CONTAINS.fullmatch(words)) and found[2] != "niet":
        return Contains(found[1], found[2])
    if found := _COMPARE.fullmatch(words):
        return Compare(found[1], found[2], int(found[3]))
    if (found := _SHORTER.fullmatch(words)) and (found[1] or own):
        return Shorter(found[1] or own, int(found[2]))
    faults.must(place, f"'{words}' is geen voorwaarde{_instead(words)}")
    return UNREADABLE


def _instead(words: str) -> str:
    if words.endswith("is niet overgeslagen"):
        return "; zet eerst 'als … is overgeslagen: …' en daaronder 'anders: …'"
    if " " not in words:
        return f"; herhaal de naam van de stap, zoals 'stap is {words}' of 'stap bevat {words}'"
    name, sign = words.split()[:2]
    if sign in ("=", "==", "≥", "≤", "=>", "=<", "!="):
        return "; schrijf 'is', '>=', '<=', '>' of '<'"
    if sign not in ("is", "bevat", "korter") and "bedoel" in (near := meant(sign, ["is", "bevat", "korter"])):
        return f" over {name}{near}"
    return f"; schrijf {_ALLOWED}"
