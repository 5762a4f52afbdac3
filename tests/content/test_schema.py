"""The schema for editors: it says what the reader says, and raises no false alarm over a good file."""

import re
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from bot.content.keys import Where, keys_in
from bot.content.rules_names import AUDIENCE
from bot.content.schema import schema, schema_text
from bot.content.sketch import sketch
from tests.content.writing import HEAD, ROOT, STEPS, TRIALS, written

SCHEMA: Any = schema()
VALIDATOR = Draft202012Validator(SCHEMA)
DIALOGUES = sorted((ROOT / "dialogues").glob("*/*.yaml"))
NULL, YES, INT, FLOAT = (f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float"))


def loader(**resolvers: list[tuple[str, re.Pattern[str]]]) -> Any:
    """A loader of PyYAML with only these resolvers: by first sign, the tag of what matches."""
    above: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    return type("Loader", (above,), {"yaml_implicit_resolvers": resolvers})


MODERN = loader()
"""Reads as an editor does by itself: YAML 1.2, in which a day is a text."""
MODERN.add_implicit_resolver(NULL, re.compile(r"(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
MODERN.add_implicit_resolver(YES, re.compile(r"(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
MODERN.add_implicit_resolver(INT, re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
MODERN.add_implicit_resolver(FLOAT, re.compile(r"[-+]?[0-9]+\.[0-9]*$"), list("-+0123456789"))
OLD = loader(
    **{
        sign: [(tag, pattern) for tag, pattern in found if not tag.endswith("timestamp")]
        for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
)
"""Reads as an editor that was told to read YAML 1.1: `12:30` is a number, `on` is true."""
LOADERS = {"1.2": MODERN, "1.1": OLD, "texts": loader()}


def faults(text: str, editor: str = "1.2") -> list[str]:
    """What an editor underlines: for each fault the path to it."""
    found = VALIDATOR.iter_errors(yaml.load(text, LOADERS[editor]))  # noqa: S506  # all of them are safe
    return [error.json_path for error in found]


def test_it_is_a_schema_and_the_file_beside_the_dialogues_holds_it() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert (ROOT / "dialogues/schema.json").read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("editor", LOADERS)
@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
def test_our_dialogues_raise_no_alarm(path: Any, editor: str) -> None:
    assert faults(path.read_text(encoding="utf-8"), editor) == []


@pytest.mark.parametrize("editor", LOADERS)
def test_nor_does_a_new_one(editor: str) -> None:
    assert faults(sketch("nieuwe-dialoog", "Nieuwe dialoog"), editor) == []


def test_every_word_explains_itself_where_it_may_stand() -> None:
    maps = {SCHEMA["title"]: SCHEMA} | {part["title"]: part for part in SCHEMA["$defs"].values()}
    for where in Where:
        known = {word: key.explains for word, key in keys_in(where).items()}
        found = maps[where.value]["properties"]
        assert {word: form["description"] for word, form in found.items()} == known
        assert not maps[where.value]["additionalProperties"]


def test_so_do_the_lines_and_names_an_author_makes() -> None:
    def walk(node: Any) -> None:
        if isinstance(node, dict):
            for form in node.get("patternProperties", {}).values():
                assert form["description"]
            for below in node.values():
                walk(below)
        if isinstance(node, list):
            for below in node:
                walk(below)

    walk(SCHEMA)


ADVICE = """\
stappen:
  weging:
    advies:
      kies: {kies}
      uitkomsten:
        rust: {{titel: Rust, tekst: Rust uit.}}
      regels:
        {lines}
"""
RULE = "{uitkomst: rust, omdat: Zo is het., grond: voorstel}"

BROKEN = {
    "a word that is none": STEPS.replace("vraag", "vraagt"),
    "a word of elsewhere": STEPS + "    duur: 5 minuten\n",
    "no text": "stappen:\n  begin:\n    vraag:\n",
    "a list for a text": "stappen:\n  begin:\n    vraag: [Hoe, Wat]\n",
    "a name that is none": "stappen:\n  Met wie:\n    vraag: Met wie?\n",
    "a step named einde": "stappen:\n  einde:\n    zeg: Dag.\n",
    "a step that is a text": "stappen:\n  begin: Hoe gaat het?\n",
    "a scale that is one number": STEPS + "    schaal: 5\n",
    "a scale with a dash": STEPS + "    schaal: 1-10\n",
    "a kind of date that is none": STEPS + "    datum: morgen\n",
    "a check that is none": STEPS + "    toets: open vraag\n",
    "yes in English": STEPS + "    verplicht: true\n",
    "two ways to answer": STEPS + "    keuze: {a: Appel, b: Beer}\n    datum: ja\n",
    "a question that waits": STEPS + "    wacht: 1 dag na nu\n",
    "a choice without a question": "stappen:\n  begin:\n    zeg: Dag.\n    keuze: {a: Appel, b: Beer}\n",
    "a choice with a bad key": STEPS + "    keuze: {Appel: Appel, b: Beer}\n",
    "a check of a choice": STEPS + "    keuze: {a: Appel, b: Beer}\n    toets: oordeel\n",
    "asking on without als": STEPS + "    doorvraag: Vertel eens meer.\n",
    "a wait that is none": STEPS + "  b:\n    wacht: een week\n",
    "a lapse in hours": STEPS + "  b:\n    wacht: 1 dag na nu\n    verval: 3 uur\n",
    "no anders": STEPS + "    daarna:\n      als begin is overgeslagen: einde\n",
    "a line that is neither": STEPS + "    daarna:\n      indien begin is ja: einde\n      anders: einde\n",
    "a sum that is none": STEPS + "    schaal: 1 tot 5\n  b:\n    reken: som van begin\n",
    "a picture that is none": STEPS + "    schaal: 1 tot 5\n  b:\n    beeld: taart van begin\n",
    "a way to choose that is none": ADVICE.format(kies="beste", lines=f"anders: {RULE}"),
    "a ground that is none": ADVICE.format(
        kies="eerste", lines=f"anders: {RULE}".replace("voorstel", "gevoel")
    ),
    "a rule without a reason": ADVICE.format(kies="alle", lines="anders: {uitkomst: rust, grond: voorstel}"),
    "advice that is never closed": ADVICE.format(kies="alle", lines=f"als a is b: {RULE}"),
}
BROKEN_TRIALS = {
    "trials that are a list": "proeven: [het loopt door]\n",
    "a trial that is empty": "proeven:\n  het loopt door:\n",
    "a trial with another word": "proeven:\n  het loopt door: {pad: [begin]}\n",
    "steps that are no list": "proeven:\n  het loopt door: {langs: begin}\n",
    "a time that is none": "proeven:\n  het loopt door: {wacht_tot: morgen}\n",
}
BROKEN_HEADS = {
    "no title": HEAD.replace("titel: Proefstuk\n", ""),
    "a title that is empty": HEAD.replace("Proefstuk", ""),
    "an identity with capitals": HEAD.replace("dialoog: proefstuk", "dialoog: Proefstuk"),
    "somebody it is not for": HEAD.replace("[leider]", "[leerling]"),
    "a text for a list": HEAD.replace("[leider]", "leider"),
    "a source without a place": HEAD.replace(", plek: hoofdstuk 1", ""),
}
WHOLE = {
    **{name: HEAD + steps + TRIALS for name, steps in BROKEN.items()},
    **{name: HEAD + STEPS + trials for name, trials in BROKEN_TRIALS.items()},
    **{name: head + STEPS + TRIALS for name, head in BROKEN_HEADS.items()},
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_what_the_reader_refuses_is_underlined(text: str) -> None:
    assert any(blemish.must for blemish in written(text)[1])
    assert faults(text)


GOOD = {
    "numbers and days": """\
stappen:
  begin:
    titel: 1
    vraag: 2026
    hulp: 3.5
    schaal: 1 tot 10
    van: 0
    tot: 12:30
  dag:
    vraag: Wanneer?
    datum: ja
    daarna:
      als dag is overgeslagen: einde
      anders: slot
  slot:
    zeg: true
proeven:
  2026-11-20: {}
  het loopt door:
    antwoorden: {begin: 3, dag: 2026-11-24}
    langs: [begin, dag, slot]
    zegt: [2026, true]
  zonder dag:
    antwoorden: {dag: [overgeslagen]}
""",
    "a line behind which nothing is said": """\
stappen:
  begin:
    vraag: Hoe begon het?
  slot:
    zeg:
      als begin is overgeslagen:
      anders: |
        Dag.
    daarna: |
      einde
proeven:
  het loopt door: {}
""",
    "several scales, counted and drawn": """\
stappen:
  hoe:
    vraag: Hoe vaak?
    schaal: 1 tot 5
    schalen: {een: Het een., twee: Het ander.}
  som:
    reken: gemiddelde   van hoe.een, hoe.twee
  verschil:
    reken: hoe.een - hoe.twee + 2
  beeld:
    beeld: balken van hoe.een en som
proeven:
  het loopt door: {antwoorden: {hoe: {een: 3, twee: overgeslagen}}}
  nog eens: {antwoorden: {hoe: 4}}
""",
    "several choices, with other words": """\
stappen:
  wat:
    vraag: Wat?
    meerkeuze: {ja: Ja, nee: Nee}
    ook: {ja: [zeker, 1], nee: nooit}
proeven:
  het loopt door: {antwoorden: {wat: [ja, nee]}}
  twee keer: {antwoorden: {wat: [[ja], [nee]]}}
""",
}


@pytest.mark.parametrize("editor", LOADERS)
@pytest.mark.parametrize("steps", GOOD.values(), ids=GOOD)
def test_what_the_reader_takes_raises_no_alarm(steps: str, editor: str) -> None:
    assert [blemish.text for blemish in written(HEAD + steps)[1] if blemish.must] == []
    assert faults(HEAD + steps, editor) == []


@pytest.mark.parametrize("reader", AUDIENCE)
def test_the_readers_are_those_of_the_rules(reader: str) -> None:
    text = HEAD.replace("leider", reader) + STEPS + TRIALS
    assert written(text)[1] == []
    assert faults(text) == []
