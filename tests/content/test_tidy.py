"""Tidying: what a machine can mend is mended, what a file says stays, and no comment is lost."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.keys import Where, keys_in
from bot.content.nodes import Fields, Node, Row, Words, node_at
from bot.content.reader import read
from bot.content.tidy import tidied
from bot.core.errors import ContentError
from tests.content.writing import HEAD, ROOT

STEP = "stappen:\n  a:\n"
WORDS = list(keys_in(Where.STEP))


def node(text: str) -> Node:
    return read("proef.yaml", text.encode())


def said(text: str) -> object:
    """What a file says, or None where it cannot be read."""
    try:
        return content(read("proef.yaml", text.encode("utf-8", "surrogatepass")))
    except ContentError:
        return None


def content(part: Node, *around: str) -> object:
    """The order counts everywhere but among the words of a step."""
    match part:
        case Words(text):
            return "\n".join(line.rstrip() for line in text.split("\n")).rstrip()
        case Row(items):
            return [content(item, *around, "") for item in items]
        case Fields(values):
            found = {word: content(value, *around, word) for word, value in values.items()}
            step = len(around) == 2 and around[0] == "stappen"
            return found if step else (list(found), found)


def comments(text: str) -> Counter[str]:
    lines = (line.strip() for line in re.split("\r\n?|\n", text.replace("\ufeff", "")))
    return Counter(line for line in lines if line.startswith("#"))


def promises_hold(text: str) -> None:
    tidy, before = tidied(text), said(text)
    assert tidied(tidy) == tidy
    assert not comments(text) - comments(tidy)
    assert before is None or said(tidy) == before


# — signs —


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("a: b\r\nc: d\r\n", "a: b\nc: d\n"),
        ("a: b\rc: d\r", "a: b\nc: d\n"),
        ("\ufeffa: b\n", "a: b\n"),
        ("\ufeff# uitleg\n\ufeff# meer\ufeff\na: b\n", "# uitleg\n# meer\na: b\n"),
        ("a: b  \nc: d\t\ne: f\u00a0\n", "a: b\nc: d\ne: f\n"),
        ("a:\n\tb:\n\t\tc: d\n", "a:\n  b:\n    c: d\n"),
        ("a:\n\u00a0\u00a0b:\n  \u00a0\u00a0c: d\n", "a:\n  b:\n    c: d\n"),
        ("a:\u00a0b\nzeg:\n  als\u00a0c is d: e\n", "a: b\nzeg:\n  als c is d: e\n"),
        ("a: b", "a: b\n"),
        ("\n\na: b\n\n \n\n", "a: b\n"),
        ("a: b\n\n\n\nc: d\n", "a: b\n\nc: d\n"),
        ("# alleen uitleg\n\n\n", "# alleen uitleg\n"),
        ("", ""),
        ("\n", ""),
        ("a: b\n\ufeffc: d\n", "a: b\nc: d\n"),
    ],
)
def test_signs_nobody_sees_are_put_right(text: str, tidy: str) -> None:
    assert tidied(text) == tidy


# — texts that cannot be read —


@pytest.mark.parametrize(
    "text",
    [
        "Wat nu: dit of dat?",
        "Let op:",
        "*Kijk* eens",
        "**Voor** op zak",
        "@thuis",
        "& dan",
        "&dan dit",
        "! let op",
        "!let op",
        "% van de tijd",
        "`zo`",
        "{naam} kwam",
        "{naam",
        "[naam] kwam",
        "[naam",
        "'t Is goed",
        "'Arrogant' is je conclusie",
        '"Ja" zei ze',
        '"Ja',
        "'ja' of 'nee'",
        "- nou ja",
        "> 5 jaar",
        "Zit: groep #3 hier?",
        "Wat wil je: “rust” of ‘ruimte’?",
    ],
)
def test_a_text_that_cannot_be_read_goes_below_a_bar(text: str) -> None:
    assert said(STEP + f"    vraag: {text}\n") is None
    assert tidied(STEP + f"    vraag: {text}\n") == STEP + f"    vraag: |\n      {text}\n"


@pytest.mark.parametrize(
    ("written", "below"),
    [
        ("| Wat nu", ["Wat nu"]),
        ("| Wat nu\n      en dan", ["Wat nu", "en dan"]),
        ("een zin\n      en hier: nog iets", ["een zin en hier: nog iets"]),
        ("een: zin\n\n      en: nog een", ["een: zin", "", "en: nog een"]),
        ("'Jan's stoel'", ["Jan's stoel"]),
        (r'"een \dag"', [r"een \dag"]),
    ],
)
def test_a_longer_or_quoted_text_is_taken_as_it_was_meant(written: str, below: list[str]) -> None:
    block = "".join(f"      {line}".rstrip() + "\n" for line in below)
    assert tidied(STEP + f"    vraag: {written}\n") == STEP + "    vraag: |\n" + block


def test_a_comment_behind_a_text_goes_behind_the_bar() -> None:
    text = STEP + "    vraag: Wat: nu?  # nog eens nalezen\n"
    assert tidied(text) == STEP + "    vraag: |  # nog eens nalezen\n      Wat: nu?\n"
    text = STEP + "    vraag: | Wat nu?  # nog eens nalezen\n"
    assert tidied(text) == STEP + "    vraag: |  # nog eens nalezen\n      Wat nu?\n"


def test_texts_of_branches_choices_and_lists_can_be_read_too() -> None:
    text = """\
stappen:
  a:
    zeg:
      als b is ja: Let op: dit
      anders: *dat*
    vraag: Wat?
    keuze:
      ja: Ja: graag
      nee: 'Nee' zeg ik
proeven:
  zo:
    antwoorden:
      a: 'k Weet: niets
    zegt:
    - Let op: dit
    - tot:ziens
    - *dat*  # schuin
"""
    tidy = """\
stappen:
  a:
    zeg:
      als b is ja: |
        Let op: dit
      anders: |
        *dat*
    vraag: Wat?
    keuze:
      ja: 'Ja: graag'
      nee: '''Nee'' zeg ik'

proeven:
  zo:
    antwoorden:
      a: '''k Weet: niets'
    zegt:
      - 'Let op: dit'
      - tot:ziens
      - '*dat*'  # schuin
"""
    assert tidied(text) == tidy


@pytest.mark.parametrize("written", ["vraag:Wat nu", "vraag :Wat nu", "vraag:\u00a0Wat nu"])
def test_the_space_behind_a_word_is_put_back(written: str) -> None:
    assert tidied(STEP + f"    {written}\n    titel: A: b\n") == (
        STEP + "    titel: |\n      A: b\n    vraag: Wat nu\n"
    )


def test_the_space_behind_a_condition_is_put_back() -> None:
    text = STEP + "    zeg:\n      als b is ja:Goed.\n      anders: Dan: niet.\n"
    tidy = STEP + "    zeg:\n      als b is ja: Goed.\n      anders: |\n        Dan: niet.\n"
    assert tidied(text) == tidy


def test_a_text_that_is_read_up_to_a_hash_is_only_mended_where_that_changes_nothing() -> None:
    read_now = STEP + "    vraag: Zit groep #3 hier?\n"
    assert tidied(read_now) == read_now
    assert tidied(read_now + "    zeg: A: b # en zo\n") == (
        STEP + "    zeg: |  # en zo\n      A: b\n    vraag: |\n      Zit groep #3 hier?\n"
    )


@pytest.mark.parametrize("opened", ["Ja", "'Ja", "[Ja"])
@pytest.mark.parametrize("word", ["hulp", "als a is b", "anders"])
def test_a_text_does_not_swallow_the_word_below_it(opened: str, word: str) -> None:
    text = STEP + f"    vraag: {opened}\n      {word}: Nee'\n"
    assert tidied(text).endswith(f"      {word}: Nee'\n")


def test_a_quote_that_never_closes_ends_before_the_next_word() -> None:
    text = STEP + "    titel: A: b\n    vraag: 'Ja\n    hulp: Nee'\n"
    assert tidied(text) == STEP + "    titel: |\n      A: b\n    vraag: |\n      'Ja\n    hulp: Nee'\n"


def test_what_no_machine_can_mend_keeps_its_layout() -> None:
    text = "stappen:\n   a:\n      vraag: Wat\n    losse regel\n\n\n   b:\n      vraag: Let: op\n"
    tidy = "stappen:\n   a:\n      vraag: Wat\n    losse regel\n\n   b:\n      vraag: |\n        Let: op\n"
    assert tidied(text) == tidy


# — layout —


@pytest.mark.parametrize(
    "text",
    [
        "a: {b: c, d: [e, f]}\n",
        "a: [b, c,\n  d]\n",
        "a: [\n  b, c\n]\n",
        "a: 'b: c'  # uitleg\n",
        "a: b # geen tekst\n",
        "a: “b” en ‘c’\n",
        "a: |\n  b\n\n\n  c\n    # geen uitleg\n",
        "a: |2\n    b\n  c\n",
        "a: >-\n  b\n  c\n",
        "a: b\n  c\n\n\n  d\n",
        "a:\n  # over b\n  b: c\n  # slot van a\n# slot\n",
        "'a: b': c\n",
        "---\na: b\n",
        "- - a\n  - b\n- c: d\n  e: |\n    f\n",
    ],
)
def test_what_is_in_order_stays_as_it_is(text: str) -> None:
    assert tidied(text) == text


def test_every_level_is_two_spaces_and_steps_stand_apart() -> None:
    text = """\
# over de dialoog
dialoog: x
roep:
- a
- b
bron:
    -   werk: boek
        plek: h1
langs: [a, b,
        c,
d]


# de stappen
stappen:
 # over a
 a:
          zeg: |
               een
                 ingesprongen

               twee
          # slot van a
 # over b


 b:
    zeg:
       tekst
         op meer regels


    vraag: b
proeven:
      p: {}
      q: {}
"""
    tidy = """\
# over de dialoog
dialoog: x
roep:
  - a
  - b
bron:
  - werk: boek
    plek: h1
langs: [a, b,
  c,
  d]

# de stappen
stappen:
  # over a
  a:
    zeg: |
      een
        ingesprongen

      twee
    # slot van a

  # over b

  b:
    zeg:
      tekst
        op meer regels

    vraag: b

proeven:
  p: {}

  q: {}
"""
    assert tidied(text) == tidy


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("a:\n    b: |2\n        c\n      # d\n", "a:\n  b: |2\n      c\n    # d\n"),
        ("a:\n    b: |\n          c\n      # d\n", "a:\n  b: |\n    c\n  # d\n"),
        ("a:\n    # b\nc: d\n", "a:\n  # b\nc: d\n"),
        ("a:\n    b: [\n      c\n    ]\n", "a:\n  b: [\n    c\n  ]\n"),
        (
            "stappen:\n  a: b\n  # slot\nproeven:\n  c: d\n",
            "stappen:\n  a: b\n  # slot\n\nproeven:\n  c: d\n",
        ),
    ],
)
def test_what_belongs_to_a_level_moves_along_with_it(text: str, tidy: str) -> None:
    assert tidied(text) == tidy


def test_the_words_of_a_step_come_in_the_order_of_the_language_with_their_comments() -> None:
    text = """\
stappen:
  a:
    # over daarna
    daarna:
      anders: b
      # slot van daarna
    eigen: woord
    # over vraag
    # en nog iets
    vraag: a

    # over zeg
    zeg: |
      tekst
      # tekst
    titel: A
    # slot van a
"""
    tidy = """\
stappen:
  a:
    titel: A

    # over zeg
    zeg: |
      tekst
      # tekst
    # over vraag
    # en nog iets
    vraag: a
    # over daarna
    daarna:
      anders: b
      # slot van daarna
    eigen: woord
    # slot van a
"""
    assert tidied(text) == tidy


def test_only_words_of_a_step_change_places() -> None:
    text = """\
vraag: b
titel: a
stappen:
  b: {vraag: b, titel: a}

  a:
    keuze:
      vraag: b
      titel: a
proeven:
  vraag:
    vraag: b
    titel: a
"""
    assert tidied(text) == text.replace("titel: a\nstappen", "titel: a\n\nstappen").replace(
        "titel: a\nproeven", "titel: a\n\nproeven"
    )


# — promises —

SIGNS = "ab:-?[]{}&*!|>'\"%@`#,\\ \n\t\r0éU\u2028\x85\u00a0\ufeff\x07"
PIECES = [
    *("stappen:", "proeven:", "a:", "b: c", "vraag: Wat: nu", "zeg: |", "zeg: >-", "zeg: |2+", "titel: A"),
    *("daarna:", "als a is b: c", "anders: *d*", "keuze:", "ja: 'Ja' dan", "- a", "- b: c", "-", "- |"),
    *("[a,", "b]", "{a: b}", "langs: [a", "]", "tekst", "'tekst", 'en"', "# los", "a: b # c", "a: b #c", ""),
    *("vraag:Wat", "? a", ": b", "---", "...", "| tekst", "tekst  ", "\ttekst", "tekst\r", "\u00a0a: b"),
]
LINES = st.tuples(st.integers(0, 6), st.sampled_from(PIECES)).map(lambda line: " " * line[0] + line[1])


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    tidied(text)


def test_half_a_character_is_taken() -> None:
    assert tidied("a: \ud800  \n") == "a: \ud800\n"


@given(st.text(alphabet=st.sampled_from(SIGNS), max_size=60))
def test_the_promises_hold_for_any_signs(text: str) -> None:
    promises_hold(text)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_the_promises_hold_for_any_lines(text: str) -> None:
    promises_hold(text)


@pytest.mark.parametrize("path", sorted((ROOT / "dialogues").rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_promises_hold_for_our_own_files(path: Path) -> None:
    promises_hold(path.read_text("utf-8"))


# — a script as somebody types it, and the same script tidied —

Line = tuple[int, str, bool]
"""How deep it stands, what it says, and whether it is layout: a blank line that may come more than once."""
Both = tuple[list[Line], list[Line]]
"""As it is typed, and tidied."""
PLAIN = st.sampled_from(["Wat nu?", "Om 12:30 begint het.", "'een: twee'", "“Ja”, zei ze.", "{a: b}", "''"])
GARBLED = st.sampled_from(["Wat nu: dit?", "*Kijk*", "@thuis", "'t Is goed", "[naam] kwam", '"Ja" zei ze'])
TEXT_LINES = st.lists(st.sampled_from(["Een regel.", "# geen uitleg", "", "  verder: in"]), max_size=4)


@st.composite
def sentences(draw: st.DrawFn, start: str, depth: int, *, label: bool = False) -> Both:
    """A text behind a word."""
    if not label and draw(st.booleans()):
        below = [(depth + 1, line, False) for line in ["Eerst.", *draw(TEXT_LINES), "Laatst."]]
        return [(depth, f"{start} |", True), *below], [(depth, f"{start} |", True), *below]
    if draw(st.booleans()):
        line = (depth, f"{start} {draw(PLAIN)}", True)
        return [line], [line]
    text = draw(GARBLED)
    if label:
        quoted = text.replace("'", "''")
        return [(depth, f"{start} {text}", True)], [(depth, f"{start} '{quoted}'", True)]
    return [(depth, f"{start} {text}", True)], [(depth, f"{start} |", True), (depth + 1, text, False)]


@st.composite
def steps(draw: st.DrawFn, name: str) -> Both:
    """A step whose words are typed in any order, each with what is above it."""
    parts: dict[str, Both] = {}
    for word in draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5, unique=True)):
        above: list[Line] = [(2, "", True)] * draw(st.integers(0, 1))
        above += [(2, f"# over {word} van {name}", True)] * draw(st.integers(0, 2))
        if word in ("zeg", "daarna", "keuze") and draw(st.booleans()):
            label = word == "keuze"
            below = [draw(sentences(f"{key}:", 3, label=label)) for key in ("als a is b", "anders")]
            typed, tidy = [[line for both in below for line in both[side]] for side in (0, 1)]
            parts[word] = [*above, (2, f"{word}:", True), *typed], [*above, (2, f"{word}:", True), *tidy]
        else:
            typed, tidy = draw(sentences(f"{word}:", 2, label=False)) if word in TEXTS else fixed(word)
            parts[word] = [*above, *typed], [*above, *tidy]
    head: list[Line] = [(1, f"{name}:", True)]
    end: list[Line] = [(2, f"# slot van {name}", True)] * draw(st.integers(0, 1))
    in_order = sorted(parts, key=lambda word: (word == "daarna", WORDS.index(word)))
    return (
        [*head, *(line for word in parts for line in parts[word][0]), *end],
        [*head, *(line for word in in_order for line in parts[word][1]), *end],
    )


TEXTS = ("titel", "zeg", "vraag", "hulp", "voorbeeld", "van", "tot", "daarna")


def fixed(word: str) -> Both:
    return [(2, f"{word}: {{a: b}}", True)], [(2, f"{word}: {{a: b}}", True)]


@st.composite
def scripts(draw: st.DrawFn) -> tuple[str, str]:
    """A script as it is typed, and tidied."""
    typed: list[Line] = [(0, "", True), (0, "# de stappen", True), (0, "stappen:", True), (1, "", True)]
    tidy = list(typed)
    for at in range(draw(st.integers(1, 3))):
        one, other = draw(steps(f"stap_{at}"))
        typed += [(1, "", True)] * draw(st.integers(0, 1)) * (at > 0) + one
        tidy += [(1, "", True)] * (at > 0) + other
    unit = draw(st.sampled_from(["\t", " ", "  ", "   ", "    "]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    text = HEAD.replace("\n", end)
    for depth, line, layout in typed:
        blanks = draw(st.integers(1, 3)) if layout and not line else 1
        text += f"{unit * depth if line else ''}{line}{draw(st.sampled_from(['', '  ']))}{end}" * blanks
    return text, HEAD + "".join(f"{'  ' * depth}{line}".rstrip() + "\n" for depth, line, _ in tidy)


@given(scripts())
def test_however_a_script_is_typed_it_is_tidied_to_the_same(both: tuple[str, str]) -> None:
    typed, tidy = both
    assert said(tidy) is not None
    assert tidied(typed) == tidy


def test_a_colon_in_a_sentence_can_be_read_afterwards() -> None:
    text = HEAD + STEP + "    vraag: Wat zag je: dit of dat?\n"
    found = node_at(node(tidied(text)), "stappen", "a", "vraag")
    assert isinstance(found, Words)
    assert found.text == "Wat zag je: dit of dat?\n"
