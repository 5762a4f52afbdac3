"""The word lists and sentences of the named checks (dialogues/_toetsen.yaml)."""

from collections.abc import Mapping

from bot.content.accepting import as_meant
from bot.content.faults import Faults
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

PARTS = ("woorden", "redenen")
ADDING = frozenset({"oordeel"})
"""Checks that ask for more: what the person says next comes after the first answer, not in its place."""


def read_checks(node: Node, faults: Faults) -> Mapping[str, Check]:
    """The checks by name; what is missing or unknown becomes a fault."""
    if not isinstance(node, Fields):
        faults.must(node.place, "hier horen de toetsen te staan, elk met 'woorden' en 'redenen'")
        return {}
    node = as_meant(node, CHECKS, lambda name: f"'{name}' is geen toets", faults)
    for name in CHECKS.keys() - node.values.keys():
        faults.must(node.place, f"de toets '{name}' ontbreekt; zet hem erbij, met 'woorden' en 'redenen'")
    return {name: _check(name, value, faults) for name, value in node.values.items()}


def _check(name: str, node: Node, faults: Faults) -> Check:
    parts = as_meant(node, PARTS, lambda word: f"'{word}' is geen deel van een toets", faults).values
    words, reasons = parts.get("woorden"), parts.get("redenen")
    if not isinstance(words, Fields) or not isinstance(reasons, Fields):
        faults.must(node.place, f"de toets '{name}' heeft 'woorden' en 'redenen' nodig; zet ze erbij")
        return Check(name, {}, {}, adds=name in ADDING)
    reasons = _compare_reasons(name, reasons, faults)
    return Check(
        name,
        {key: tuple(word.text for word in texts_in(value)) for key, value in words.values.items()},
        {key: template(value.text) for key, value in reasons.values.items() if isinstance(value, Words)},
        adds=name in ADDING,
    )


def _compare_reasons(name: str, reasons: Fields, faults: Faults) -> Fields:
    """The reasons as they were meant."""
    known = REASONS[name]
    reasons = as_meant(reasons, known, lambda key: f"'{key}' is geen reden van '{name}'", faults)
    for key in known:
        if key not in reasons.values:
            faults.must(reasons.place, f"onder 'redenen' van '{name}' ontbreekt '{key}'; zet die zin erbij")
    for key, value in reasons.values.items():
        if not isinstance(value, Words) or not value.text.strip():
            faults.must(reasons.places[key], f"na '{key}' hoort een tekst; schrijf die erachter")
        elif any(slot.name != "woord" for slot in template(value.text).slots()):
            faults.must(reasons.places[key], "hier kan alleen <woord> staan; haal de rest tussen < en > weg")
    return reasons
