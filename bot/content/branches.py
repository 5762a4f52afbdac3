"""The one conditional form: ordered `als …:` lines closed by `anders:`, or a text that always counts."""

from collections.abc import Callable
from typing import TypeVar

from bot.content.conditions import UNREADABLE, read_condition
from bot.content.faults import Faults, nearest
from bot.content.nodes import Fields, Node, Place, Words
from bot.core.conditions import Branch, Condition

T = TypeVar("T")
IF = "als "
ELSE = "anders"
IFS = ("als", "indien", "wanneer", "if", "bij", "wel")
"""What authors write for `als`."""
ELSES = ("else", "overig", "overige", "in andere gevallen", "zo niet", "rest")
PROBE = "doorvraag"
"""The word below which no line closes."""


def read_branch(node: Node, word: str, faults: Faults, value: Callable[[str], T]) -> Branch[T]:
    """A branch whose outcomes are made by `value`; `word` is the key it stands after, to name in a fault."""
    if not isinstance(node, Fields):
        return Branch((), value(node.text if isinstance(node, Words) else ""))
    cases = read_cases(node, word, faults, value)
    closed(node, word, faults)
    return Branch(cases, value(outcome(node, closing(node), word, faults)))


def read_cases(
    node: Fields, word: str, faults: Faults, value: Callable[[str], T], own: str = ""
) -> tuple[tuple[Condition, T], ...]:
    """The `als` lines with a text behind them, in order; `own` as in `read_condition`."""
    return tuple(
        (condition, value(outcome(node, line, word, faults)))
        for condition, line in conditions_in(node, word, faults, own)
    )


def case_lines(node: Fields) -> list[str]:
    """The lines with a condition, in order."""
    last = closing(node)
    return [line for line in node.places if line != last]


def closing(node: Fields) -> str:
    """The line that is to close it: `anders`, or what must have been meant as that; else ""."""
    if ELSE in node.values:
        return ELSE
    lines = (line for line in node.places if not line.startswith(IF))
    return next((one for one in lines if one.casefold() in ELSES or nearest(one, [ELSE])), "")


def conditions_in(node: Fields, word: str, faults: Faults, own: str = "") -> list[tuple[Condition, str]]:
    """The condition of each line but the closing one, and the line; what is no `als` line is a fault."""
    last = closing(node)
    if last and last != ELSE:
        faults.must(node.places[last], f"'{last}' kan hier niet; bedoel je '{ELSE}'?")
    return [(_condition(line, node.places[line], word, faults, own), line) for line in case_lines(node)]


def _condition(line: str, place: Place, word: str, faults: Faults, own: str) -> Condition:
    if line.startswith(IF):
        return read_condition(line.removeprefix(IF), place, faults, own)
    first, _, rest = line.partition(" ")
    asked = rest if first.casefold() in IFS else line
    if not asked:
        faults.must(place, f"na '{line}' hoort een voorwaarde, zoals '{IF}stap is sleutel: …'")
        return UNREADABLE
    trying = Faults()
    found = read_condition(asked, place, trying, own)
    lines = "'als …:'" if word == PROBE else "'als …:' of 'anders:'"
    unclear = trying.found or found == UNREADABLE
    instead = "; maak daar zo'n regel van" if unclear else f"; schrijf 'als {asked}: …'"
    faults.must(place, f"onder '{word}' begint een regel met {lines}{instead}")
    return found


def closed(node: Fields, word: str, faults: Faults) -> bool:
    """Whether it ends with `anders`; a fault where it does not."""
    last, lines = closing(node), list(node.values)
    if not last:
        faults.must(node.places[lines[-1]], f"'{word}' eindigt zonder 'anders: …'; zet die regel onderaan")
    elif lines[-1] != last:
        faults.must(node.places[last], "'anders' hoort onderaan: wat eronder staat, komt nooit aan de beurt")
    return bool(last)


def outcome(node: Fields, line: str, word: str, faults: Faults) -> str:
    """The text on a line of a branch; anything but a text is a fault."""
    value = node.values.get(line)
    if value is None or isinstance(value, Words):
        return value.text if value else ""
    belongs = "de naam van een stap" if word == "daarna" else "een tekst"
    nested = isinstance(value, Fields) and any(one.startswith(IF) for one in value.values)
    instead = "; schrijf de voorwaarden op één regel, met 'en' ertussen" if nested else ""
    faults.must(node.places[line], f"na '{line}:' hoort {belongs}{instead}")
    return ""
