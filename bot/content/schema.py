"""The JSON Schema of a dialogue file, made from the table of keys, so that an editor completes and explains.

It looks at shape and at closed lists, and leaves the rest to the reader and the rules: a false alarm teaches
people to look away.
"""

import json
import re
from collections.abc import Iterable, Mapping
from itertools import combinations, product
from typing import Any

from bot.content import rules_names, values
from bot.content.branches import ELSE, IF
from bot.content.keys import Key, Takes, Where, keys_in
from bot.content.questions import ANSWERS, SPANS
from bot.content.steps import HAPPENS
from bot.content.weighings import ALL, FIRST
from bot.core.checks import CHECKS
from bot.core.dialogue import END, View
from bot.core.reckoning import Figure
from bot.core.weighing import Ground

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
OPEN_ONLY = ("doorvraag", "toets")
"""Words that read what people wrote themselves, so they stand beside no word that offers answers."""

CONDITION = (
    "geldt als dit klopt: 'stap is sleutel', 'stap is niet sleutel', 'stap is overgeslagen', "
    "'stap bevat sleutel', 'stap >= 3,5' (ook <= > <) of 'stap korter dan 8 woorden'; "
    "meer samen met 'en' of met 'of'"
)
OTHERWISE = "geldt als geen regel erboven klopt; staat onderaan"
NAMED = "een naam: kleine letters, cijfers en _, met een letter voorop"
TRIED = "wat de proef laat zien, in gewone woorden"

# An editor reads these as JavaScript does. Around each there is room for the line ends of a text behind a |.
NAME = values.NAME.pattern
DOTTED = rf"{NAME}(\.{NAME})*"
IDENTITY = rules_names.IDENTITY.pattern
LISTED = rf"{DOTTED}((\s*,\s*|\s+en\s+){DOTTED})*"
TERM = rf"({DOTTED}|\d{{1,4}})"
DAYS = r"\d{1,3} (dag|dagen|week|weken)"
WAIT = r"\d{1,3} (uur|uren|dag|dagen|week|weken) na \S+( om \d{1,2}[:.]\d{2})?"
FILLED = r"\S"

SCALAR: Schema = {"type": ["string", "number", "boolean"]}
"""A text to us; an editor reads `8` as a number and `true` as a boolean."""
TEXT: Schema = {**SCALAR, "pattern": FILLED}
LINE: Schema = {"type": [*SCALAR["type"], "null"]}
"""What may stand behind an `als` line; nothing at all means that nothing is said."""
REPLY: Schema = {
    "type": [*SCALAR["type"], "array", "object"],
    "items": SCALAR,
    "additionalProperties": SCALAR,
}
"""One answer in a trial: a text, several keys, or a number for each item."""


def schema() -> dict[str, object]:
    """The schema of a dialogue file (draft 2020-12), with `errorMessage` for the editors that show it."""
    parts = [where for where in Where if where is not Where.DIALOGUE]
    return {
        "$schema": DRAFT,
        "title": Where.DIALOGUE.value,
        **_map_of(Where.DIALOGUE),
        "$defs": {_called(where): {"title": where.value, **_map_of(where)} for where in parts},
    }


def schema_text() -> str:
    """The schema as the file dialogues/schema.json holds it, in the order of the language."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _map_of(where: Where) -> Schema:
    keys = keys_in(where)
    required = [key.word for key in keys.values() if key.required]
    beside = {key.word: [key.beside] for key in keys.values() if key.beside}
    return {
        "type": "object",
        "properties": {key.word: _explained(key) for key in keys.values()},
        "additionalProperties": False,
        **({"required": required} if required else {}),
        **({"dependentRequired": beside} if beside else {}),
        **({"dependentSchemas": _apart()} if where is Where.STEP else {}),
    }


def _explained(key: Key) -> Schema:
    form = FORMS.get((key.where, key.word)) or BY_KIND[key.takes]
    told = {"errorMessage": f"achter '{key.word}': {key.takes.dutch} ({key.explains})"}
    either = [{**told, **one} for one in form.get("anyOf", ())]
    patterns = [one["pattern"] for one in either or [form] if one.get("pattern", FILLED) != FILLED]
    examples = [
        words
        for words in re.findall(r"'([^']+)'", key.explains)
        if any(re.search(pattern, words) for pattern in patterns)
    ]
    return {
        "description": key.explains,
        **({"examples": examples} if examples else {}),
        **({"anyOf": either} if either else {**told, **form}),
    }


def _apart() -> Schema:
    """The words of a step that do not go together: each with those it shuts out."""
    scales = {"schalen", "schaal"}
    answers = [pair for pair in combinations(ANSWERS, 2) if set(pair) != scales]
    shut: dict[str, list[str]] = {}
    for word, other in [*combinations(HAPPENS, 2), *answers, *product(ANSWERS, OPEN_ONLY)]:
        shut.setdefault(word, []).append(other)
    return {
        word: {
            "properties": dict.fromkeys(others, False),
            "errorMessage": f"dit kan niet naast '{word}'; haal er een weg of maak er twee stappen van",
        }
        for word, others in shut.items()
    }


# — forms —


def _phrase(pattern: str) -> Schema:
    """A text that no editor reads as anything else."""
    return {"type": "string", "pattern": rf"^\s*{pattern}\s*$"}


def _name(pattern: str = DOTTED) -> Schema:
    return {**_phrase(pattern), "errorMessage": f"hier hoort {NAMED}"}


def _word(words: Iterable[str]) -> Schema:
    """One of a closed list."""
    return {"enum": [str(word) for word in words], "errorMessage": f"kies uit: {', '.join(words)}"}


def _of(words: Iterable[str]) -> str:
    return f"({'|'.join(words)})"


def _row(item: Schema) -> Schema:
    return {"type": "array", "items": item, "minItems": 1}


def _either(text: Schema, other: Schema) -> Schema:
    """A text, or a list or map."""
    return {"anyOf": [text, other]}


def _named(value: Schema, name: str = NAME) -> Schema:
    """A map from names the author chose."""
    return {
        "type": "object",
        "patternProperties": {f"^{name}$": {"description": NAMED, **value}},
        "additionalProperties": False,
        "minProperties": 1,
        "errorMessage": f"hier hoort {NAMED}",
    }


def _cases(value: Schema) -> Schema:
    """A map of `als` lines alone."""
    return {
        "type": "object",
        "patternProperties": {f"^{IF}": {"description": CONDITION, **value}},
        "additionalProperties": False,
        "minProperties": 1,
    }


def _branch(value: Schema) -> Schema:
    """A map of `als` lines closed by `anders`."""
    closing = {ELSE: {"description": OTHERWISE, **value}}
    return {**_cases(value), "properties": closing, "required": [ELSE]}


def _called(where: Where) -> str:
    return where.value.replace(" ", "_")


def _part(where: Where) -> Schema:
    return {"$ref": f"#/$defs/{_called(where)}"}


BY_KIND: Mapping[Takes, Schema] = {
    Takes.TEXT: TEXT,
    Takes.YES: _word(("ja", "nee")),
    Takes.TEXTS: _row(SCALAR),
    Takes.NAMES: _either(_name(NAME), _row(_name(NAME))),
    Takes.MAP: {"type": "object", "minProperties": 1},
    Takes.MAPS: _row({"type": "object"}),
    Takes.BRANCH: _either(TEXT, _branch(LINE)),
}
"""What may follow a word of which nothing more is said below."""

FORMS: Mapping[tuple[Where, str], Schema] = {
    (Where.DIALOGUE, "dialoog"): _phrase(IDENTITY),
    (Where.DIALOGUE, "voor"): _row(_word(rules_names.AUDIENCE)),
    (Where.DIALOGUE, "bron"): _row(_part(Where.SOURCE)),
    (Where.DIALOGUE, "kort"): _row(_name(NAME)),
    (Where.DIALOGUE, "hernoemd"): {
        "type": "object",
        "additionalProperties": _name(),
        "minProperties": 1,
    },
    (Where.DIALOGUE, "stappen"): _named(_part(Where.STEP), rf"(?!{END}$){NAME}"),
    (Where.DIALOGUE, "proeven"): {
        "type": "object",
        "additionalProperties": {"description": TRIED, **_part(Where.TRIAL)},
        "minProperties": 1,
    },
    (Where.STEP, "keuze"): _named(TEXT),
    (Where.STEP, "meerkeuze"): _named(TEXT),
    (Where.STEP, "schalen"): _named(TEXT),
    (Where.STEP, "ook"): _named(_either(SCALAR, {"type": "array", "items": SCALAR})),
    (Where.STEP, "schaal"): _phrase(r"\d{1,3} tot \d{1,3}"),
    (Where.STEP, "datum"): _word(SPANS),
    (Where.STEP, "doorvraag"): _cases(LINE),
    (Where.STEP, "toets"): _word(CHECKS),
    (Where.STEP, "wacht"): _phrase(WAIT),
    (Where.STEP, "verval"): _phrase(DAYS),
    (Where.STEP, "daarna"): _either(_name(), _branch(_name())),
    (Where.STEP, "doe"): _phrase(IDENTITY),
    (Where.STEP, "reken"): _phrase(rf"({_of(Figure)}\s+van\s+{LISTED}|{TERM}(\s+[+-]\s+{TERM})*)"),
    (Where.STEP, "beeld"): _phrase(rf"{_of(View)}\s+van\s+{LISTED}"),
    (Where.STEP, "advies"): _part(Where.WEIGHING),
    (Where.WEIGHING, "kies"): _word((FIRST, ALL)),
    (Where.WEIGHING, "uitkomsten"): _named(_part(Where.OUTCOME)),
    (Where.WEIGHING, "regels"): _branch(_part(Where.RULE)),
    (Where.RULE, "grond"): _word(Ground),
    (Where.RULE, "bron"): _part(Where.SOURCE),
    (Where.RULE, "tweede"): _name(NAME),
    (Where.TRIAL, "antwoorden"): _named({**REPLY, "items": REPLY}, DOTTED),
    (Where.TRIAL, "langs"): _row(_name()),
    (Where.TRIAL, "niet_langs"): _row(_name()),
    (Where.TRIAL, "uitkomst"): _named(_either(_name(NAME), {"type": "array", "items": _name(NAME)}), DOTTED),
    (Where.TRIAL, "bron"): _part(Where.SOURCE),
    (Where.TRIAL, "wacht_tot"): _phrase(r"\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{1,2}"),
}
"""What may follow a word that takes a form of its own or one of a closed list."""
