"""The works that content may lean on (knowledge/bronnen.yaml), and where in them something stands."""

from collections.abc import Mapping

from bot.content.accepting import accepted
from bot.content.aids import Aids
from bot.content.faults import Faults
from bot.content.keys import Where, text_of
from bot.content.nodes import Fields, Node, Row, Words, texts_in
from bot.core.sources import Citation

WORK_KEYS = ("id", "titel", "auteurs", "soort", "let_op")


def read_works(node: Node, faults: Faults) -> Mapping[str, str]:
    """The id of each work → how a text calls it; one that is incomplete or listed twice becomes a fault."""
    works = node.values.get("werken") if isinstance(node, Fields) else None
    if not isinstance(works, Row):
        faults.must(node.place, "hier hoort 'werken:' te staan, met daaronder '- id: …' voor elk werk")
        return {}
    found: dict[str, str] = {}
    for work in works.items:
        identity = work.values.get("id") if isinstance(work, Fields) else None
        if not isinstance(work, Fields) or not isinstance(identity, Words) or not identity.text:
            faults.must(work.place, "bij dit werk ontbreekt 'id'; zet erbij 'id: een-korte-naam'")
            continue
        for key in WORK_KEYS:
            if key not in work.values:
                faults.must(work.place, f"bij '{identity.text}' ontbreekt '{key}'; zet erbij '{key}: …'")
        if identity.text in found:
            faults.must(identity.place, f"'{identity.text}' staat al in de lijst; haal er één weg")
        found[identity.text] = _called(work)
    return found


def _called(work: Fields) -> str:
    """Its authors and title; where nobody is named, what kind of work it is."""
    authors = ", ".join(words.text.strip() for words in texts_in(work.values.get("auteurs")))
    title, kind = text_of(work, "titel"), text_of(work, "soort")
    return f"{authors}, {title}" if authors else f"{title} ({kind})"


def read_citation(node: Node | None, aids: Aids) -> Citation | None:
    """A work and a place in it; None where nothing is written."""
    if node is None:
        return None
    fields = accepted(node, Where.SOURCE, aids.faults)
    work = text_of(fields, "werk")
    return Citation(work, text_of(fields, "plek"), aids.works.get(work, ""))
