"""Numbers that are worked out (`reken`) and drawn (`beeld`)."""

import re

from bot.content.aids import Aids
from bot.content.faults import meant, nearest
from bot.content.keys import text_of
from bot.content.nodes import Fields
from bot.core.dialogue import Picture, View
from bot.core.reckoning import Figure, Over, Reckoning, Total

_NAME = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s+en\s+){_NAME})*"
_OVER = re.compile(rf"(\w+) van ({_NAMES})")
_TERM = rf"(?:{_NAME}|\d{{1,4}})"
_TOTAL = re.compile(rf"{_TERM}(?:\s+[+-]\s+{_TERM})*")
_HOW = (
    "schrijf 'a - b', 'a + 2' of 'gemiddelde van a, b' (ook laagste, hoogste, aantal), met spaties om - en +"
)


def read_reckoning(_: str, fields: Fields, aids: Aids) -> Reckoning | None:
    """The sum of a step that has `reken`."""
    text = " ".join(text_of(fields, "reken").split())
    if not text:
        return None
    if found := _OVER.fullmatch(text):
        figures = [figure.value for figure in Figure]
        if found[1] in figures:
            return Over(Figure(found[1]), _names(found[2]))
        aids.faults.must(
            fields.places["reken"], f"'{found[1]}' kan ik niet uitrekenen{meant(found[1], figures)}"
        )
    elif _TOTAL.fullmatch(text):
        return Total(tuple(_term(sign, term) for sign, term in _terms(text)))
    else:
        aids.faults.must(fields.places["reken"], f"'{text}' is geen som; {_HOW}")
    return Total(((1, 0),))


def _names(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"\s*,\s*|\s+en\s+", text))


def _terms(text: str) -> list[tuple[str, str]]:
    pieces = f"+ {text}".split()
    return list(zip(pieces[::2], pieces[1::2], strict=True))


def _term(sign: str, term: str) -> tuple[int, str | int]:
    return (-1 if sign == "-" else 1), (int(term) if term.isdecimal() else term)


def read_picture(_: str, fields: Fields, aids: Aids) -> Picture | None:
    """The picture of a step that has `beeld`."""
    text = " ".join(text_of(fields, "beeld").split())
    if not text:
        return None
    found = _OVER.fullmatch(text)
    views = [view.value for view in View]
    if found and found[1] in views:
        return Picture(View(found[1]), _names(found[2]))
    near = nearest(found[1], views) if found else ""
    instead = (
        f"bedoel je '{near}'?"
        if near
        else "schrijf 'profiel van a', 'balken van a, b' of 'kwadrant van a, b'"
    )
    aids.faults.must(fields.places["beeld"], f"'{found[1] if found else text}' is geen beeld; {instead}")
    return Picture(View.BARS, ())
