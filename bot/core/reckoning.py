"""Numbers worked out from answers (`reken`): sums, and a few figures over several numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

Numbers = Callable[[str], Sequence[float]]
"""The numbers a name stands for: one, several (all items of a step, what was ticked), or none."""


class Figure(StrEnum):
    MEAN = "gemiddelde"
    LOWEST = "laagste"
    HIGHEST = "hoogste"
    COUNT = "aantal"


@dataclass(frozen=True, slots=True)
class Total:
    """`a - b + 2`: each term a sign (1 or -1) and a name or a whole number."""

    terms: tuple[tuple[int, str | int], ...]


@dataclass(frozen=True, slots=True)
class Over:
    """`gemiddelde van a, b`: a figure over all numbers the names stand for."""

    figure: Figure
    names: tuple[str, ...]


Reckoning = Total | Over


def names_in(reckoning: Reckoning) -> tuple[str, ...]:
    """The steps, or items of a step, that are counted with."""
    if isinstance(reckoning, Over):
        return reckoning.names
    return tuple(term for _, term in reckoning.terms if isinstance(term, str))


def worked_out(reckoning: Reckoning, numbers: Numbers) -> float | None:
    """The number, rounded to one decimal: what is compared is what is shown. None where nothing was answered.

    A sum needs each of its terms; a figure takes what there is, and counting nothing gives 0.
    """
    if isinstance(reckoning, Total):
        found = [_term(sign, term, numbers) for sign, term in reckoning.terms]
        known = [number for number in found if number is not None]
        return round(sum(known), 1) if len(known) == len(found) else None
    values = [number for name in reckoning.names for number in numbers(name)]
    if reckoning.figure is Figure.COUNT:
        return float(len(values))
    return _figure(reckoning.figure, values) if values else None


def _term(sign: int, term: str | int, numbers: Numbers) -> float | None:
    if isinstance(term, int):
        return float(sign * term)
    found = numbers(term)
    return sign * found[0] if len(found) == 1 else None


def _figure(figure: Figure, values: list[float]) -> float:
    if figure is Figure.MEAN:
        # Half a tenth goes up, as people round; counted in whole tenths, so that a half is a half.
        tenths = round(sum(values) * 10)
        return (2 * tenths + len(values)) // (2 * len(values)) / 10
    return min(values) if figure is Figure.LOWEST else max(values)


def key_of(number: float) -> str:
    """How a number rests among the keys of an answer: "3", "3.7"."""
    return f"{number:g}"


def say_number(key: str) -> str:
    """A number as people read it: "3", "3,7"."""
    return key.replace(".", ",")
