"""Advice (`advies`): the outcomes, and the rules that lead to them with their ground and source."""

from bot.content.accepting import accepted
from bot.content.aids import Aids
from bot.content.branches import closed, closing, conditions_in
from bot.content.faults import Faults, meant, nearest
from bot.content.keys import Where, text_of
from bot.content.levels import moved_in
from bot.content.nodes import Fields, Words, texts_in
from bot.content.sources import read_citation
from bot.core.conditions import Branch
from bot.core.text import Template, template
from bot.core.weighing import Ground, Outcome, Rule, Weighing

FIRST, ALL = "eerste", "alle"
PARTS = (("uitkomsten", Where.OUTCOME), ("regels", Where.RULE))
"""The words of an advice below which every name has a map of its own."""
NO_RULE = Rule((), Template(()), Ground.SILENT, None)
"""Stands where the rule that closes is not there."""


def with_parts(node: Fields, faults: Faults) -> Fields:
    """The map of an advice with its outcomes and rules as they were meant."""
    parts = accepted(node, Where.WEIGHING, faults)
    values = dict(parts.values)
    for word, where in PARTS:
        inside = values.get(word)
        if isinstance(inside, Fields):
            parted = moved_in(inside, where, faults)
            read = {key: accepted(value, where, faults) for key, value in parted.values.items()}
            values[word] = Fields(read, {key: inside.places[key] for key in read}, inside.place)
    return Fields(values, parts.places, parts.place)


def read_weighing(_: str, fields: Fields, aids: Aids) -> Weighing | None:
    """The advice of a step that has `advies`, `with_parts`."""
    parts = fields.values.get("advies")
    if not isinstance(parts, Fields):
        return None
    how = text_of(parts, "kies")
    if how and how not in (FIRST, ALL):
        aids.faults.must(parts.places["kies"], f"'{how}' kan niet achter 'kies'{meant(how, (FIRST, ALL))}")
    first_only = nearest(how, (FIRST, ALL)) != ALL
    return Weighing(first_only, _outcomes(parts), _rules(parts, aids))


def _outcomes(parts: Fields) -> tuple[Outcome, ...]:
    return tuple(_outcome(key, outcome) for key, outcome in _maps(parts, "uitkomsten").items())


def _maps(parts: Fields, word: str) -> dict[str, Fields]:
    """The maps below a word."""
    node = parts.values.get(word)
    values = node.values if isinstance(node, Fields) else {}
    return {key: value for key, value in values.items() if isinstance(value, Fields)}


def _outcome(key: str, fields: Fields) -> Outcome:
    drawback = text_of(fields, "nadeel")
    return Outcome(
        key=key,
        title=text_of(fields, "titel"),
        text=template(text_of(fields, "tekst")),
        drawback=template(drawback) if drawback else None,
    )


def _rules(parts: Fields, aids: Aids) -> Branch[Rule]:
    node, rules = parts.values.get("regels"), _maps(parts, "regels")
    if not isinstance(node, Fields):
        return Branch((), NO_RULE)
    cases = tuple(
        (condition, _rule(rules[line], aids))
        for condition, line in conditions_in(node, "regels", aids.faults)
    )
    if not closed(node, "regels", aids.faults):
        return Branch(cases, NO_RULE)
    return Branch(cases, _rule(rules[closing(node)], aids))


def _rule(fields: Fields, aids: Aids) -> Rule:
    ground, own = text_of(fields, "grond"), text_of(fields, "eigen_grens")
    grounds = [one.value for one in Ground]
    if ground and ground not in grounds:
        aids.faults.must(fields.places["grond"], f"'{ground}' is geen grond{meant(ground, grounds)}")
    return Rule(
        outcomes=tuple(words.text.strip() for words in _names(fields)),
        because=template(text_of(fields, "omdat")),
        ground=Ground(ground) if ground in grounds else Ground.SILENT,
        source=read_citation(fields.values.get("bron"), aids),
        own=template(own) if own else None,
        second=text_of(fields, "tweede"),
    )


def _names(fields: Fields) -> tuple[Words, ...]:
    return texts_in(fields.values.get("uitkomst"))
