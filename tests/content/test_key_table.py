"""The tables of the language are the table of keys, read by people."""

import pytest

from bot.content.key_table import key_table
from bot.content.keys import KEYS, Key, Takes, Where


def tables() -> dict[str, list[list[str]]]:
    """The cells of each table by its heading."""
    found: dict[str, list[list[str]]] = {}
    for block in key_table().split("### ")[1:]:
        heading, _, head, rule, *rows = block.rstrip("\n").splitlines()
        assert (head, rule) == ("| woord | wat erna komt | waarvoor |", "|---|---|---|")
        found[heading] = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return found


def test_there_is_a_table_for_each_kind_of_map_with_all_its_words() -> None:
    assert {heading: [row[0] for row in rows] for heading, rows in tables().items()} == {
        f"In {where.value}": [f"`{key.word}`" for key in KEYS if key.where is where] for where in Where
    }


def test_each_row_says_what_follows_and_what_for() -> None:
    rows = {(heading, row[0]): row[1:] for heading, table in tables().items() for row in table}
    assert all(len(row) == 2 for row in rows.values())
    assert rows["In een stap", "`hulp`"] == [
        "een tekst",
        "een duwtje voor wie om hulp vraagt; alleen naast `vraag`",
    ]
    assert rows["In een dialoog", "`titel`"] == [
        "een tekst",
        "hoe de dialoog heet voor wie hem doet; moet er staan",
    ]
    assert rows["In een stap", "`titel`"] == ["een tekst", "hoe de stap heet in een overzicht"]


def test_a_bar_in_an_explanation_stays_in_its_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    key = Key("zeg", Where.STEP, Takes.TEXT, "zet een lange tekst na |")
    monkeypatch.setattr(
        "bot.content.key_table.keys_in", lambda where: {key.word: key} if where is key.where else {}
    )
    assert "| `zeg` | een tekst | zet een lange tekst na &#124; |" in key_table()


def test_it_ends_without_a_line_end_so_that_cog_can_add_its_own() -> None:
    assert key_table().endswith(" |")
