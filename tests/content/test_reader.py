"""The reader: text stays text, and every slip is told in Dutch at its line."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.content import reader
from bot.content.nodes import Fields, Node, Row, Words, node_at, place_at
from bot.content.reader import DEPTH_LIMIT, NODES_LIMIT, SIZE_LIMIT, read
from bot.core.errors import Blemish, ContentError


def words(node: Node | None) -> str:
    assert isinstance(node, Words)
    return node.text


def refused(data: bytes | str) -> list[tuple[int, str]]:
    with pytest.raises(ContentError) as caught:
        read("proef.yaml", data.encode() if isinstance(data, str) else data)
    return [(blemish.line, blemish.text) for blemish in caught.value.blemishes]


@pytest.fixture(params=["c", "python"])
def either_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LOADER", yaml.CBaseLoader if request.param == "c" else yaml.BaseLoader)


@pytest.mark.parametrize(
    "text", ["12:30", "nee", "no", "2026-11-24", "0x10", "~", "1_000", "1e3", ".inf", "null"]
)
def test_what_looks_like_something_else_stays_text(text: str) -> None:
    assert words(node_at(read("a", f"a: {text}".encode()), "a")) == text


def test_nothing_after_a_key_is_an_empty_text() -> None:
    assert words(node_at(read("a", b"a:\nb: c"), "a")) == ""


def test_every_part_knows_its_line() -> None:
    root = read("a", b"a: b\nc:\n  - d\n  - e: |\n      f\n")
    assert isinstance(root, Fields)
    assert isinstance(root.values["c"], Row)
    assert place_at(root, "c").line == 2
    assert place_at(root, "c", 1).line == 4
    assert place_at(root, "c", 1, "e").line == 4
    assert words(node_at(root, "c", 1, "e")) == "f\n"


def test_a_place_that_is_not_there_is_that_of_what_is_around_it() -> None:
    assert place_at(read("a", b"a: b\nc:\n  d: e\n"), "c", "f", "g").line == 2


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert words(node_at(read("a", b"\xef\xbb\xbfa: b"), "a")) == "b"


SLIPS = [
    ("a:\n  vraag: Wat nu: dit of dat\n", 2, "dubbele punt in je zin; zet de tekst op een nieuwe regel na |"),
    ("zeg: een zin\n  en hier: nog iets\n", 2, "dubbele punt in je zin"),
    ("a:\n\tb: c\n", 2, "een tab"),
    ("a:\n  b: c\n\td: e\n", 3, "een tab"),
    ("a: 'open\nb: c\nd: e\n", 1, "gaat open en niet meer dicht"),
    ('a: "x\\q"\n', 1, "een \\ kan hier niet"),
    ("a: 'Arrogant' is je conclusie\n", 1, "na het tweede aanhalingsteken staat nog iets"),
    ("a: **Voor** op zak\n", 1, "niet met * of &"),
    ("a: *heel\n", 1, "niet met * of &"),
    ("a: &b c\n", 1, "niet met * of &"),
    ("a: &x [1]\nb: *x\n", 1, "niet met * of &"),
    ("a: !x y\n", 1, "niet met ! beginnen"),
    ("a: !!int 3\n", 1, "niet met ! beginnen"),
    ("a: @x\n", 1, "niet met @ beginnen"),
    ("a:\n  b: c\n d: e\n", 3, "de inspringing klopt niet"),
    ("a: [b, c\nd: e\n", 1, "een lijst met ["),
    ("a: {b: c\nd: e\n", 1, "een lijst met {"),
    ("a: | tekst\n", 1, "na | hoort niets meer"),
    ("a: b\nlosse regel\nc: d\n", 2, "ontbreekt een dubbele punt"),
    ("a: b\n---\nc: d\n", 2, "tweede bestand"),
    ("a: b\n...\nc: d\n", 2, "de regel met ... weg"),
    ("a:b\nc: d\n", 1, "ontbreekt een spatie"),
    ("a: b\nc:d\n", 2, "ontbreekt een spatie"),
    ("a: b\n  c: d\n", 2, "verder naar rechts dan die erboven"),
    ("a:\n  b: c\n d: e\n  f: g\n", 3, "de inspringing klopt niet"),
    ("a:\n    b: c\n  d: e\n    f: g\n", 3, "de inspringing klopt niet"),
    ("a: |\n    b: c\n  d en e: f\n    g: h\n", 3, "verder naar links dan de tekst erboven"),
    ("a:\n**b**\n", 2, "zet achter de dubbele punt erboven een |"),
    ("a: |\n**b**\n", 2, "zet er twee spaties meer voor"),
    ("a: 'b\nc: d'\ne: 'f'\n'g\n", 4, "gaat open en niet meer dicht"),
    ("a: 'b\nc: 'd'\n", 1, "pas op regel 2 weer dicht"),
    ("a: - b\n", 1, "niet met - beginnen"),
    ("a: [b] c\n", 1, "niet met [ beginnen"),
    ("- a: b\nc: d\n", 2, "hier houdt de lijst op"),
    ("stappen:\n  - a:\n    b: c\n  d: e\n", 2, "haal dit streepje weg"),
    ("a: b\nc: d: e:\n", 2, "twee dubbele punten"),
    ("a: b\n  'c\u200bd'\n", 2, "onzichtbaar teken (U+200B)"),
    ("a:\n  \u00a0b: c\n", 2, "een harde spatie"),
    ("[a]: b\n", 1, "vóór de dubbele punt"),
    ("", 1, "leeg"),
    ("# alleen uitleg\n", 1, "leeg"),
    ("a: b\nc: d\x07\n", 2, "onzichtbaar teken (U+0007)"),
    ('a: b\nc: "\\0"\n', 2, "onzichtbaar teken (U+0000)"),
    ("a: b\nc: d\na: e\n", 3, "'a' staat er al, op regel 1"),
]


@pytest.mark.usefixtures("either_loader")
@pytest.mark.parametrize(("text", "line", "told"), SLIPS)
def test_a_slip_is_told_at_its_line(text: str, line: int, told: str) -> None:
    ((at, found),) = refused(text)
    assert at == line
    assert told in found


@pytest.mark.usefixtures("either_loader")
@pytest.mark.parametrize("text", ['a: "\\uD800"', 'a: "\\U00110000"'])
def test_an_escape_that_is_no_character_is_refused(text: str) -> None:
    assert refused(text)


def test_text_that_is_not_utf8_is_told_at_its_line() -> None:
    assert refused(b"a: b\nc: caf\xe9\n") == [
        (2, "een teken op deze regel is niet te lezen; bewaar het bestand met de codering UTF-8")
    ]


def test_all_repeated_keys_are_told_at_once() -> None:
    assert [line for line, _ in refused("a: b\na: c\nd: {e: f, e: g}\n")] == [2, 3]


def test_a_file_that_is_too_big_is_refused_unread() -> None:
    ((_, told),) = refused(b"a: " + b"x" * 300 * 1024)
    assert "groter dan 256 kB" in told
    assert words(node_at(read("a", b"a: " + b"x" * (SIZE_LIMIT - 3)), "a"))


@pytest.mark.usefixtures("either_loader")
@pytest.mark.parametrize("text", ["[" * 100 + "]" * 100, "- " * 100 + "a", "{a: " * 100 + "b" + "}" * 100])
def test_what_is_nested_too_deep_is_refused(text: str) -> None:
    ((_, told),) = refused(text)
    assert f"dieper dan {DEPTH_LIMIT} lagen" in told


def test_the_deepest_that_is_allowed_is_read() -> None:
    assert read("a", ("[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT).encode())


def test_too_many_parts_are_refused() -> None:
    ((_, told),) = refused("[" + "a," * (NODES_LIMIT + 1) + "]")
    assert "onderdelen" in told


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    assert [line for line, _ in refused(bomb)] == [1]


def only_content_errors(data: bytes) -> None:
    told: list[Blemish] = []
    try:
        read("proef.yaml", data)
    except ContentError as error:
        told = error.blemishes
    assert all(blemish.line >= 1 and blemish.text for blemish in told)


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_but_a_content_error(data: bytes) -> None:
    only_content_errors(data)


@given(st.text(alphabet=st.sampled_from("ab:-?[]{}&*!|>'\"%@`#,\\ \n\t\r0éU\u2028\x85"), max_size=60))
def test_no_signs_of_yaml_raise_anything_but_a_content_error(text: str) -> None:
    for loader in (yaml.CBaseLoader, yaml.BaseLoader):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reader, "LOADER", loader)
            only_content_errors(text.encode())


@given(st.text(max_size=200))
def test_no_text_raises_anything_but_a_content_error(text: str) -> None:
    only_content_errors(text.encode("utf-8", "surrogatepass"))
