"""The word lists and sentences of the named checks (dialogues/_toetsen.yaml)."""

from collections.abc import Mapping

from bot.content.faults import Faults, meant
from bot.content.nodes import Fields, Node, Words, texts_in
from bot.core.checks import CHECKS
from bot.core.dialogue import Check
from bot.core.text import template

REASONS: Mapping[str, tuple[str, ...]] = {
    "open-vraag": (
        "geen_vraag",
        "gesloten",
        "sturend",
        "verwijt",
        "keuzevraag",
        "meerdere",
        "waarom",
        "feit",
    ),
    "oordeel": ("etiket", "bedoeling", "iedereen", "algemeen"),
}
"""For each check the reasons it can give: each needs its sentence."""

ADDING = frozenset({"oordeel"})
"""Checks that ask for more: what the person says next comes after the first answer, not in its place."""


def read_checks(node: Node, faults: Faults) -> Mapping[str, Check]:
    """The checks by name; what is missing or unknown becomes a fault."""
    if not isinstance(node, Fields):
        faults.must(node.place, "hier horen de toetsen te staan, elk met 'woorden' en 'redenen'")
        return {}
    for name in node.values.keys() - CHECKS.keys():
        faults.must(node.places[name], f"'{name}' is geen toets{meant(name, CHECKS)}")
    for name in CHECKS.keys() - node.values.keys():
        faults.must(node.place, f"de toets '{name}' ontbreekt")
    return {name: _check(name, value, faults) for name, value in node.values.items() if name in CHECKS}


def _check(name: str, node: Node, faults: Faults) -> Check:
    parts = node.values if isinstance(node, Fields) else {}
    known = ("woorden", "redenen")
    for word in parts.keys() - set(known):
        faults.must(parts[word].place, f"'{word}' is geen deel van een toets{meant(word, known)}")
    words, reasons = parts.get("woorden"), parts.get("redenen")
    if not isinstance(words, Fields) or not isinstance(reasons, Fields):
        faults.must(node.place, f"de toets '{name}' heeft 'woorden' en 'redenen' nodig")
        return Check(name, {}, {}, adds=name in ADDING)
    _compare_reasons(name, reasons, faults)
    return Check(
        name,
        {key: tuple(word.text for word in texts_in(value)) for key, value in words.values.items()},
        {key: template(value.text) for key, value in reasons.values.items() if isinstance(value, Words)},
        adds=name in ADDING,
    )


def _compare_reasons(name: str, reasons: Fields, faults: Faults) -> None:
    for key in REASONS[name]:
        if key not in reasons.values:
            faults.must(reasons.place, f"onder 'redenen' van '{name}' ontbreekt '{key}'")
    for key, value in reasons.values.items():
        if key not in REASONS[name]:
            faults.must(reasons.places[key], f"'{key}' is geen reden van '{name}'{meant(key, REASONS[name])}")
        elif not isinstance(value, Words) or not value.text.strip():
            faults.must(reasons.places[key], f"na '{key}' hoort een tekst")
        elif any(slot.name != "woord" for slot in template(value.text).slots()):
            faults.must(reasons.places[key], "hier kan alleen <woord> staan")
