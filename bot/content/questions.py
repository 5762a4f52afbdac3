"""A step's question: its text, how it is answered, and what belongs to asking it."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.content.aids import Aids
from bot.content.branches import ELSE, case_lines, read_cases
from bot.content.conditions import UNREADABLE
from bot.content.faults import meant
from bot.content.keys import KEYS, text_of
from bot.content.nodes import Fields, Node, Row, Words, texts_in
from bot.content.values import NAME, named_as
from bot.core.checks import CHECKS
from bot.core.conditions import Condition, Shorter
from bot.core.dialogue import Check, Choice, Kind, Question
from bot.core.text import Template, template

SPANS: Mapping[str, str] = {"vandaag of later": "future", "vandaag of eerder": "past", "ja": ""}
SCALE_LIMIT = 100
_SCALE = re.compile(r"(\d{1,6}) tot (\d{1,6})")


def read_question(name: str, fields: Fields, aids: Aids) -> Question | None:
    """The question of a step that asks something, also where its text is missing."""
    if not asks(fields):
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
    """The parts of a Question that say how it is answered: those of the first word that says so."""
    found = [word for word in fields.places if word in ANSWERS]
    if "schalen" in found and "schaal" in found:
        found = list(dict.fromkeys("schalen" if word == "schaal" else word for word in found))
    for word in found[1:]:
        aids.faults.must(
            fields.places[word],
            f"deze vraag heeft al '{found[0]}'; haal er één weg, of maak er twee stappen van",
        )
    for word in ("doorvraag", "toets"):
        if word in fields.values and (fault := _unread(fields, word, typed=not found)):
            aids.faults.must(fields.places[word], fault)
    if not found and fields.places.keys() & {"van", "tot"}:
        return {"kind": Kind.SCALE}
    return ANSWERS[found[0]](fields, fields.values.get(found[0]), aids) if found else {}


def _unread(fields: Fields, word: str, *, typed: bool) -> str:
    """Why nothing reads along with the answer, or ""; `typed`: whether people write it themselves."""
    if not typed:
        return f"'{word}' kan alleen bij een vraag waar mensen zelf op schrijven; haal de regel weg"
    if text_of(fields, "vluchtig") == "ja":
        return (
            f"'{word}' leest het antwoord, en een vluchtig antwoord wordt niet bewaard; "
            f"haal '{word}' of 'vluchtig' weg"
        )
    return ""


def _choices(fields: Fields, node: Node | None, aids: Aids) -> tuple[Choice, ...]:
    """Empty where they could not be read."""
    labels = node.values if isinstance(node, Fields) else {}
    also = _also(fields, labels, aids)
    return tuple(
        Choice(key, label.text.strip() if isinstance(label, Words) else "", also[key])
        for key, label in labels.items()
    )


def _also(fields: Fields, labels: Mapping[str, Node], aids: Aids) -> dict[str, tuple[str, ...]]:
    """What people type for each choice: the words the house knows for its key, and those of `ook`."""
    node = fields.values.get("ook")
    own = node.values if isinstance(node, Fields) else {}
    for key, value in own.items():
        if labels and key not in labels and not _misnamed(key, labels):
            aids.faults.must(value.place, f"'{key}' onder 'ook' is geen keuze{meant(key, labels)}")
        if isinstance(value, Fields) or (isinstance(value, Row) and len(texts_in(value)) < len(value.items)):
            aids.faults.must(
                value.place, f"na '{key}' horen woorden, zoals '{key}: [een, twee]', zonder dubbele punt erin"
            )
    return {
        key: (*aids.synonyms.get(key, ()), *(words.text.strip() for words in texts_in(own.get(key))))
        for key in labels
    }


def _misnamed(key: str, labels: Mapping[str, Node]) -> bool:
    """Whether a choice has this key, in a way that no key can be written, as is told there."""
    return any(named_as(one) == named_as(key) for one in labels if not NAME.fullmatch(one))


def _choice(fields: Fields, node: Node | None, aids: Aids) -> dict[str, Any]:
    return {"kind": Kind.CHOICE, "choices": _choices(fields, node, aids)}


def _multi(fields: Fields, node: Node | None, aids: Aids) -> dict[str, Any]:
    return {"kind": Kind.MULTI, "choices": _choices(fields, node, aids)}


def _scale(fields: Fields, node: Node | None, aids: Aids) -> dict[str, Any]:
    """Without numbers where they could not be read."""
    found = _SCALE.fullmatch(node.text.strip()) if isinstance(node, Words) else None
    low, high = (int(found[1]), int(found[2])) if found else (0, 0)
    if isinstance(node, Words) and (fault := _no_scale(low, high)):
        aids.faults.must(fields.places["schaal"], fault)
        return {"kind": Kind.SCALE}
    numbers = map(str, range(low, high + 1)) if found else ()
    return {"kind": Kind.SCALE, "choices": tuple(Choice(number, number) for number in numbers)}


def _no_scale(low: int, high: int) -> str:
    if high > SCALE_LIMIT:
        return f"een schaal gaat tot hooguit {SCALE_LIMIT}; kies een lager getal"
    return "" if low < high else "een schaal schrijf je als '1 tot 10', het laagste getal eerst"


def _scales(fields: Fields, node: Node | None, aids: Aids) -> dict[str, Any]:
    items = node.values if isinstance(node, Fields) else {}
    scale = _scale(fields, fields.values.get("schaal"), aids)
    named = tuple(
        Choice(key, label.text.strip() if isinstance(label, Words) else "") for key, label in items.items()
    )
    return {**scale, "kind": Kind.SCALES, "items": named}


def _date(fields: Fields, node: Node | None, aids: Aids) -> dict[str, Any]:
    words = node.text.strip() if isinstance(node, Words) else ""
    if words and words not in SPANS:
        aids.faults.must(fields.places["datum"], f"'{words}' is geen soort datum{meant(words, SPANS)}")
    return {"kind": Kind.DATE, "span": SPANS.get(words, "")}


ANSWERS: Mapping[str, Callable[[Fields, Node | None, Aids], dict[str, Any]]] = {
    "schalen": _scales,
    "keuze": _choice,
    "meerkeuze": _multi,
    "schaal": _scale,
    "datum": _date,
}
"""The words that say how a question is answered; without one it is open."""

ASKED = frozenset({"vraag", *ANSWERS})
BESIDE = frozenset(key.word for key in KEYS if key.beside == "vraag")


def asks(fields: Fields) -> bool:
    """Whether a step asks something, or was meant to: of its words the one that asks may be missing."""
    if "zeg" in fields.places or "vraag" in fields.places:
        return bool(fields.places.keys() & ASKED)
    return bool(fields.places.keys() & (ASKED | BESIDE))


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
            node.places[ELSE],
            "onder 'doorvraag' hoort geen 'anders': zonder reden vraagt niemand door; haal de regel weg",
        )
    cases = read_cases(node, "doorvraag", aids.faults, template, own=name)
    places = [node.places[line] for line in case_lines(node)]
    for (condition, _), place in zip(cases, places, strict=True):
        if condition != UNREADABLE and not (isinstance(condition, Shorter) and condition.step == name):
            aids.faults.must(
                place,
                "doorvragen gaat over het antwoord op deze vraag zelf; schrijf 'als korter dan 8 woorden'",
            )
    return cases


def _check(fields: Fields, aids: Aids) -> Check | None:
    name = text_of(fields, "toets")
    if name and name not in CHECKS:
        aids.faults.must(fields.places["toets"], f"'{name}' is geen toets{meant(name, CHECKS)}")
    return aids.checks.get(name)
