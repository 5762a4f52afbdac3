"""The list of works that content may lean on (knowledge/bronnen.yaml)."""

from bot.content.faults import Faults
from bot.content.nodes import Fields, Node, Row, Words

WORK_KEYS = ("id", "titel", "auteurs", "soort", "let_op")


def read_works(node: Node, faults: Faults) -> frozenset[str]:
    """The ids of the works; one that is incomplete or listed twice becomes a fault."""
    works = node.values.get("werken") if isinstance(node, Fields) else None
    if not isinstance(works, Row):
        faults.must(node.place, "hier hoort 'werken:' met een lijst te staan")
        return frozenset()
    found: set[str] = set()
    for work in works.items:
        identity = work.values.get("id") if isinstance(work, Fields) else None
        if not isinstance(work, Fields) or not isinstance(identity, Words) or not identity.text:
            faults.must(work.place, "bij dit werk ontbreekt 'id'")
            continue
        for key in WORK_KEYS:
            if key not in work.values:
                faults.must(work.place, f"bij '{identity.text}' ontbreekt '{key}'")
        if identity.text in found:
            faults.must(identity.place, f"'{identity.text}' staat al in de lijst; houd er één")
        found.add(identity.text)
    return frozenset(found)
