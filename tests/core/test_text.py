"""Texts with room for answers: what is filled in, what disappears, and where a long text is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.text import QUOTE_LIMIT, clip, fill, join, plain, split, template, words


def filled(source: str, **values: str) -> str:
    return plain(fill(template(source), values))


def test_markup_becomes_style_and_what_a_person_wrote_is_never_read_for_markup() -> None:
    text = fill(template("**Let op**, *dit* is <woord>."), {"woord": "**vet** <b> *x*"})
    assert text == (
        ("b", "Let op"),
        ("", ", "),
        ("i", "dit"),
        ("", " is "),
        ("", "**vet** <b> *x*"),
        ("", "."),
    )


@pytest.mark.parametrize(
    ("source", "values", "shown"),
    [
        ("Dag <naam>.", {"naam": "P"}, "Dag P."),
        ("Dag <naam of jij daar>.", {}, "Dag jij daar."),
        ("Dag <naam>.\n\nTot ziens.", {}, "Tot ziens."),
        ("Kop\nEen: <een>\nTwee: <twee>", {"twee": "b"}, "Kop\nTwee: b"),
        ("**Kop**\nEen: <een>\nTwee: <twee>", {}, ""),
        ("Je schreef:\n*<een>*\nDank.", {"een": "a\nb"}, "Je schreef:\na\nb\nDank."),
        ("Laat zien: <een>", {"een": "rustig\nniet wegkijken"}, "Laat zien: rustig, niet wegkijken"),
        ("Spaties <een>", {"een": "   "}, ""),
    ],
)
def test_a_slot_is_filled_falls_back_or_takes_its_line_along(
    source: str, values: dict[str, str], shown: str
) -> None:
    assert filled(source, **values) == shown


def test_a_long_answer_is_repeated_in_part() -> None:
    shown = filled("<een>", een="woord " * 1000)
    assert len(shown) <= QUOTE_LIMIT
    assert shown.endswith(" …")
    assert clip("kort") == "kort"


@given(st.lists(st.text("ab \n", max_size=400), max_size=6), st.integers(5, 200))
def test_pieces_fit_and_nothing_but_white_space_is_lost(texts: list[str], limit: int) -> None:
    whole = join([words(text) for text in texts], "\n\n")
    pieces = split(whole, limit)
    assert all(0 < len(plain(piece)) <= limit for piece in pieces)
    assert "".join("".join(plain(piece).split()) for piece in pieces) == "".join(plain(whole).split())


@given(st.text(max_size=300))
def test_any_source_is_a_template_and_any_answer_fits_in_it(source: str) -> None:
    plain(fill(template(source), {}))
    assert (
        source.strip() in filled("Zo: <een>", een=source)
        or len(source.splitlines()) > 1
        or not source.strip()
    )
