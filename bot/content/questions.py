"""A step's question: its text, how it is answered, and what belongs to asking it."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.content.aids import Aids
from bot.content.branches import ELSE, IF, read_cases
from bot.content.conditions import UNREADABLE
from bot.content.faults import meant
from bot.content.keys import text_of
from bot.content.nodes import Fields, Node, Words
from bot.core.conditions import Condition, Shorter
from bot.core.dialogue import Check, Choice, Kind, Question
from bot.core.text import Template, template

SPANS: Mapping[str, str] = {"vandaag of later": "future", "vandaag of eerder": "past", "ja": ""}
SCALE_LIMIT = 100
_SCALE = re.compile(r"(\d{1,3}) tot (\d{1,3})")


def read_question(name: str, fields: Fields, aids: Aids) -> Question | None:
    """The question of a step that has `vraag`."""
    if not text_of(fields, "vraag"):
        return None
    return Question(
        text=template(text_of(fields, "vraag")),
        low_label=text_of(fields, "van"),
        high_label=text_of(fields, "tot"),
        required=text_of(fields, "verplicht") == "ja",
        ephemeral=text_of(fields, "vluchtig") == "ja",
        help=_template(fields, "hulp", aids),
        example=_template(fields, "voorbeeld", aids),
        probes=_probes(name, fields, aids),
        check=_check(fields, aids),
        **_answered(fields, aids),
    )


def _answered(fields: Fields, aids: Aids) -> dict[str, Any]:
    """The parts of a Question that say how it is answered: those of the one word that says so."""
    found = [word for word in ANSWERS if word in fields.values]
    for word in found[1:]:
        aids.faults.must(fields.places[word], f"deze vraag heeft al '{found[0]}'; één vraag per stap")
    for word in ("doorvraag", "toets"):
        if found and word in fields.values:
            aids.faults.must(
                fields.places[word], f"'{word}' kan alleen bij een vraag waar mensen zelf op schrijven"
            )
        elif word in fields.values and text_of(fields, "vluchtig") == "ja":
            place = fields.places[word]
            aids.faults.must(
                place, f"'{word}' leest het antwoord, en een vluchtig antwoord wordt niet bewaard"
            )
    return ANSWERS[found[0]](fields, fields.values[found[0]], aids) if found else {}


def _choices(fields: Node, aids: Aids) -> tuple[Choice, ...]:
    labels = fields.values if isinstance(fields, Fields) else {}
    return tuple(
        Choice(key, label.text.strip() if isinstance(label, Words) else "", aids.synonyms.get(key, ()))
        for key, label in labels.items()
    )


def _choice(_: Fields, node: Node, aids: Aids) -> dict[str, Any]:
    return {"kind": Kind.CHOICE, "choices": _choices(node, aids)}


def _multi(_: Fields, node: Node, aids: Aids) -> dict[str, Any]:
    return {"kind": Kind.MULTI, "choices": _choices(node, aids)}


def _scale(fields: Fields, node: Node, aids: Aids) -> dict[str, Any]:
    found = _SCALE.fullmatch(node.text.strip()) if isinstance(node, Words) else None
    low, high = (int(found[1]), int(found[2])) if found else (1, 10)
    if not found or not low < high <= SCALE_LIMIT:
        aids.faults.must(
            fields.places["schaal"], "een schaal schrijf je als '1 tot 10', het laagste getal eerst"
        )
        low, high = 1, 10
    numbers = map(str, range(low, high + 1))
    return {"kind": Kind.SCALE, "choices": tuple(Choice(number, number) for number in numbers)}


def _date(fields: Fields, node: Node, aids: Aids) -> dict[str, Any]:
    words = node.text.strip() if isinstance(node, Words) else ""
    if words not in SPANS:
        aids.faults.must(fields.places["datum"], f"'{words}' is geen soort datum{meant(words, SPANS)}")
    return {"kind": Kind.DATE, "span": SPANS.get(words, "")}


ANSWERS: Mapping[str, Callable[[Fields, Node, Aids], dict[str, Any]]] = {
    "keuze": _choice,
    "meerkeuze": _multi,
    "schaal": _scale,
    "datum": _date,
}
"""The words that say how a question is answered; without one it is open."""


def _template(fields: Fields, word: str, aids: Aids) -> Template | None:
    text = text_of(fields, word)
    if text.startswith("kaart/"):
        aids.faults.must(
            fields.places[word], "een kaart als hulp kent deze versie nog niet; schrijf de hulp zelf uit"
        )
    return template(text) if text else None


def _probes(name: str, fields: Fields, aids: Aids) -> tuple[tuple[Condition, Template], ...]:
    node = fields.values.get("doorvraag")
    if not isinstance(node, Fields):
        return ()
    if ELSE in node.values:
        aids.faults.must(
            node.places[ELSE], "'doorvraag' heeft geen 'anders': zonder reden wordt er niet doorgevraagd"
        )
    cases = read_cases(node, "doorvraag", aids.faults, template, own=name)
    places = [place for line, place in node.places.items() if line.startswith(IF)]
    for (condition, _), place in zip(cases, places, strict=True):
        if condition != UNREADABLE and not (isinstance(condition, Shorter) and condition.step == name):
            aids.faults.must(
                place,
                "doorvragen gaat over het antwoord op deze vraag zelf; schrijf 'als korter dan 8 woorden'",
            )
    return cases


def _check(fields: Fields, aids: Aids) -> Check | None:
    name = text_of(fields, "toets")
    if name and name not in aids.checks:
        aids.faults.must(fields.places["toets"], f"'{name}' is geen toets{meant(name, aids.checks)}")
    return aids.checks.get(name)
