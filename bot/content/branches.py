"""The one conditional form: ordered `als …:` lines closed by `anders:`, or a text that always counts."""

from collections.abc import Callable
from typing import TypeVar

from bot.content.conditions import read_condition
from bot.content.faults import Faults
from bot.content.nodes import Fields, Node, Words
from bot.core.conditions import Branch, Condition

T = TypeVar("T")
IF = "als "
ELSE = "anders"


def read_branch(node: Node, word: str, faults: Faults, value: Callable[[str], T]) -> Branch[T]:
    """A branch whose outcomes are made by `value`; `word` is the key it stands after, to name in a fault."""
    if not isinstance(node, Fields):
        return Branch((), value(node.text if isinstance(node, Words) else ""))
    cases = read_cases(node, word, faults, value)
    if ELSE not in node.values:
        faults.must(node.place, f"'{word}' eindigt zonder 'anders: …'; zet die regel onderaan")
    elif list(node.values)[-1] != ELSE:
        faults.must(node.places[ELSE], "'anders' hoort onderaan: wat eronder staat, komt nooit aan de beurt")
    return Branch(cases, value(outcome(node, ELSE, faults)))


def read_cases(
    node: Fields, word: str, faults: Faults, value: Callable[[str], T], own: str = ""
) -> tuple[tuple[Condition, T], ...]:
    """The `als` lines, in order; `own` as in `read_condition`."""
    cases: list[tuple[Condition, T]] = []
    for line, place in node.places.items():
        if line == ELSE:
            continue
        if not line.startswith(IF):
            faults.must(place, f"onder '{word}' begint een regel met 'als …:' of 'anders:'")
        condition = read_condition(line.removeprefix(IF), place, faults, own) if line.startswith(IF) else None
        if condition is not None:
            cases.append((condition, value(outcome(node, line, faults))))
    return tuple(cases)


def outcome(node: Fields, line: str, faults: Faults) -> str:
    """The text on a line of a branch; anything but a text is a fault."""
    value = node.values.get(line)
    if value is None or isinstance(value, Words):
        return value.text if value else ""
    faults.must(node.places[line], f"na '{line}:' hoort een tekst")
    return ""
