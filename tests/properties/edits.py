"""What an author may do to a script between two versions: edits of its YAML, read again as lint reads it."""

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from random import Random
from typing import Any

import yaml

from bot.content import (
    rules_conditions,
    rules_names,
    rules_numbers,
    rules_paths,
    rules_questions,
    rules_texts,
    rules_weighings,
)
from bot.content.aids import Aids
from bot.content.dialogues import Script, read_script
from bot.content.faults import Faults
from bot.content.joining import joined
from bot.content.page import House, Page
from bot.core.dialogue import END, Dialogue
from bot.core.errors import ContentError
from tests.content.writing import checks

Fields = dict[str, Any]
Edit = Callable[[Fields, Random], None]

RULES = [
    rule
    for module in (
        rules_names,
        rules_questions,
        rules_paths,
        rules_conditions,
        rules_weighings,
        rules_numbers,
        rules_texts,
    )
    for rule in module.RULES
    if rule is not rules_names.sources_are_listed
]
"""What decides whether a script can be played; not how it reads, nor what its trials say."""
HOUSE = House((), frozenset())
ASKED = ("keuze", "meerkeuze", "schaal", "schalen", "van", "tot", "datum", "ook", "doorvraag", "toets")
"""The words of a step that say how its question is answered."""


def parsed(text: str) -> Fields:
    """A script as maps, lists and texts, without its trials; it is read without types, as the house does."""
    fields = yaml.load(text, yaml.BaseLoader)  # noqa: S506
    assert isinstance(fields, dict)
    fields.pop("proeven", None)
    return fields


def read(fields: Fields, held: Mapping[str, str]) -> Dialogue | None:
    """The dialogue in these fields, with what it holds (id → text); None where the rules refuse it."""
    aids = Aids(checks(), {"ja": ("graag",), "nee": ("liever niet",)}, Faults())
    texts = {fields["dialoog"]: yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), **held}
    try:
        found = [read_script(f"{id_}.yaml", text.encode(), aids) for id_, text in texts.items()]
        whole = joined([script for script in found if script is not None], aids)[0]
    except ContentError:
        return None
    return None if _refused(whole, aids) else whole.dialogue


def _refused(script: Script, aids: Aids) -> bool:
    if any(blemish.must for blemish in aids.faults.found):
        return True
    page = Page(script, HOUSE)
    for rule in RULES:
        rule(page)
    return any(blemish.must for blemish in page.faults.found)


def edited(
    fields: Fields, held: Mapping[str, str], edits: list[Edit], random: Random
) -> tuple[Fields, Dialogue]:
    """The script after those of the edits that leave a script the rules accept."""
    now = read(fields, held)
    assert now is not None, "what is edited is a script the rules accept"
    for edit in edits:
        changed = deepcopy(fields)
        edit(changed, random)
        if (found := read(changed, held)) is not None:
            fields, now = changed, found
    return fields, now


# — texts only —


def reword(fields: Fields, random: Random) -> None:
    step = _step(fields, random)
    word = random.choice(["zeg", "vraag", "titel", "hulp", "voorbeeld"])
    if isinstance(step.get(word), str):
        step[word] = f"{step[word]} Of anders."


def relabel(fields: Fields, random: Random) -> None:
    step = _step(fields, random)
    labels = step.get(random.choice(["keuze", "meerkeuze", "schalen"]))
    if labels:
        labels[random.choice(list(labels))] = f"Label {random.randrange(100)}"


def reason(fields: Fields, random: Random) -> None:
    for step in fields["stappen"].values():
        for rule in step.get("advies", {}).get("regels", {}).values():
            rule["omdat"] = f"Om reden {random.randrange(100)}."


# — steps —


def rename(fields: Fields, random: Random, *, told: bool = True) -> None:
    steps = fields["stappen"]
    old, new = random.choice(list(steps)), f"nieuw_{random.randrange(1000)}"
    if new in steps:
        return
    fields["stappen"] = {
        new if name == old else name: _renamed(step, old, new) for name, step in steps.items()
    }
    _shorten(fields, [new if name == old else name for name in _short(fields)])
    if told:
        fields["hernoemd"] = _now(fields, {old: new}) | {old: new}
    else:
        _forget(fields, old)


def rename_untold(fields: Fields, random: Random) -> None:
    rename(fields, random, told=False)


def _renamed(node: Any, old: str, new: str) -> Any:
    """The same with another name wherever the step is meant: in conditions, sums, slots and as a target."""
    name = rf"(?<![\w.-]){old}(?![\w-])"
    if isinstance(node, list):
        return [_renamed(item, old, new) for item in node]
    if not isinstance(node, dict):
        return re.sub(rf"(?<=<){old}(?=[ .>])", new, node)
    found = {}
    for word, value in node.items():
        line = re.sub(name, new, word) if word.startswith("als ") else word
        if isinstance(value, str) and word in ("reken", "beeld", "wacht"):
            found[line] = re.sub(name, new, value)
        elif word == "daarna":
            found[line] = _retargeted(value, lambda target: new if target == old else target, name, new)
        else:
            found[line] = _renamed(value, old, new)
    return found


def _retargeted(onward: Any, change: Callable[[str], str], name: str = "$^", new: str = "") -> Any:
    if isinstance(onward, str):
        return change(onward)
    return {re.sub(name, new, line): change(target) for line, target in onward.items()}


def insert(fields: Fields, random: Random) -> None:
    made: list[Fields] = [
        {"zeg": "Even dit."},
        {"vraag": "En nog iets?"},
        {"vraag": "Moet dit?", "verplicht": "ja"},
        {"vraag": "Wat kies je?", "keuze": {"ja": "Ja", "nee": "Nee"}},
        {"vraag": "Hoe erg?", "schaal": "1 tot 5"},
        {"vraag": "Hoe vaak?", "schaal": "1 tot 5", "schalen": {"x": "Iets", "y": "Iets anders"}},
        {"wacht": "3 dagen na nu"},
        {"doe": "adem"},
    ]
    items = list(fields["stappen"].items())
    items.insert(random.randrange(len(items) + 1), (f"tussen_{random.randrange(1000)}", random.choice(made)))
    fields["stappen"] = dict(items)


def remove(fields: Fields, random: Random) -> None:
    """A step, and every line about it; who went to it goes to the step after it."""
    names = list(fields["stappen"])
    at = random.randrange(len(names))
    after = names[at + 1] if at + 1 < len(names) else END
    del fields["stappen"][names[at]]
    fields["stappen"] = _without(fields["stappen"], names[at])
    _shorten(fields, [name for name in _short(fields) if name != names[at]])
    _forget(fields, names[at])
    for step in fields["stappen"].values():
        if "daarna" in step:
            step["daarna"] = _retargeted(
                step["daarna"], lambda target: after if target == names[at] else target
            )


def _without(node: Any, name: str) -> Any:
    if isinstance(node, str):
        return re.sub(rf"<{name}(\.\w+)*( of [^<>]*)?>", "iets", node)
    if not isinstance(node, dict):
        return node
    about = re.compile(rf"als .*\b{name}\b")
    return {line: _without(value, name) for line, value in node.items() if not about.match(line)}


def move(fields: Fields, random: Random) -> None:
    items = list(fields["stappen"].items())
    moved = items.pop(random.randrange(len(items)))
    items.insert(random.randrange(len(items) + 1), moved)
    fields["stappen"] = dict(items)


# — what a step is —


def offer(fields: Fields, random: Random) -> None:
    """One choice or item more, one less, or another order."""
    step = _step(fields, random)
    word = random.choice(["keuze", "meerkeuze", "schalen"])
    if word not in step:
        return
    items = list(step[word].items())
    match random.choice(["more", "less", "order"]):
        case "more":
            items.insert(random.randrange(len(items) + 1), (f"extra_{random.randrange(9)}", "Iets meer"))
        case "less":
            items.pop(random.randrange(len(items)))
        case _:
            random.shuffle(items)
    step[word] = dict(items)


def condition(fields: Fields, random: Random) -> None:
    """Other numbers, signs and keys in the lines of one step."""
    step = _step(fields, random)
    for word in ("daarna", "zeg"):
        if isinstance(step.get(word), dict):
            step[word] = {_otherwise(line, random): value for line, value in step[word].items()}
    rules = step.get("advies", {})
    if rules:
        rules["regels"] = {_otherwise(line, random): rule for line, rule in rules["regels"].items()}


def _otherwise(line: str, random: Random) -> str:
    line = re.sub(r"(?<= )\d+", lambda _: str(random.randrange(1, 6)), line)
    line = re.sub(r">=|<=|>|<", lambda _: random.choice([">=", "<=", ">", "<"]), line)
    return re.sub(r"is (ja|nee)$", lambda _: random.choice(["is ja", "is nee", "is niet ja"]), line)


def target(fields: Fields, random: Random) -> None:
    step = _step(fields, random)
    to = random.choice([*fields["stappen"], END])
    if isinstance(step.get("daarna"), dict):
        step["daarna"][random.choice(list(step["daarna"]))] = to
    else:
        step["daarna"] = to


def toggle(fields: Fields, random: Random) -> None:
    """Required or not, kept or not, on the short way or not."""
    name = random.choice(list(fields["stappen"]))
    step, word = fields["stappen"][name], random.choice(["verplicht", "vluchtig", "kort"])
    if word == "kort":
        short = _short(fields)
        _shorten(fields, [one for one in short if one != name] if name in short else [*short, name])
    elif "vraag" in step:
        step[word] = "nee" if step.get(word) == "ja" else "ja"


def unshorten(fields: Fields, random: Random) -> None:
    """No short way any more."""
    _shorten(fields, [])


def kind(fields: Fields, random: Random) -> None:
    step = _step(fields, random)
    if "vraag" not in step:
        return
    for word in ASKED:
        step.pop(word, None)
    step.update(
        random.choice(
            [
                {},
                {"keuze": {"ja": "Ja", "nee": "Nee"}},
                {"meerkeuze": {"ja": "Ja", "nee": "Nee"}},
                {"schaal": "1 tot 5"},
                {"schaal": "1 tot 10"},
                {"datum": "ja"},
            ]
        )
    )


def hold(fields: Fields, random: Random) -> None:
    """A step becomes another dialogue, or another dialogue a question."""
    step = _step(fields, random)
    onward = {"daarna": step["daarna"]} if "daarna" in step else {}
    asks = {"vraag": "En wat nu?"} if "doe" in step else {"doe": "adem"}
    step.clear()
    step.update(asks | onward)


def _short(fields: Fields) -> list[str]:
    return list(fields.get("kort", ()))


def _shorten(fields: Fields, names: list[str]) -> None:
    fields["kort"] = names
    if not names:
        del fields["kort"]


def _now(fields: Fields, new: Mapping[str, str]) -> dict[str, str]:
    """What was renamed so far, to what it is called now."""
    return {before: new.get(after, after) for before, after in fields.get("hernoemd", {}).items()}


def _forget(fields: Fields, name: str) -> None:
    """There is no step of that name any more."""
    kept = {before: after for before, after in _now(fields, {}).items() if after != name}
    fields["hernoemd"] = kept
    if not kept:
        del fields["hernoemd"]


def _step(fields: Fields, random: Random) -> Fields:
    step = random.choice(list(fields["stappen"].values()))
    assert isinstance(step, dict)
    return step


TEXTS: tuple[Edit, ...] = (reword, relabel, reason)
EDITS: tuple[Edit, ...] = (
    *TEXTS, rename, rename_untold, insert, remove, move,
    offer, condition, target, toggle, unshorten, kind, hold,
)  # fmt: skip
