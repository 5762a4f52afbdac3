"""The example environment: exactly what the program reads, and acceptable to it."""

import ast
import re

from bot import config
from bot.config import read_config
from tests.deploy.manual import DEPLOY, TOP

EXAMPLE = (DEPLOY / "env.example").read_text()
SETTING = re.compile(r"^(#?)([A-Z_]+)=(.*)$", re.MULTILINE)


def named() -> dict[str, str]:
    return {name: value for _, name, value in SETTING.findall(EXAMPLE)}


def read_by_the_program() -> set[str]:
    """Every string in the configuration that has the shape of one of our variables."""
    tree = ast.parse((TOP / "bot" / "config.py").read_text())
    strings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return {text for text in strings if isinstance(text, str) and re.fullmatch(r"[A-Z]+(_[A-Z]+)+", text)}


def test_it_names_every_variable_the_program_reads_and_no_other() -> None:
    assert set(named()) == read_by_the_program()


def test_only_the_token_has_to_be_filled_in() -> None:
    assert [name for hash_, name, _ in SETTING.findall(EXAMPLE) if not hash_] == ["TELEGRAM_BOT_TOKEN"]


def test_with_a_token_and_every_line_switched_on_the_program_accepts_it() -> None:
    read = read_config(named() | {"TELEGRAM_BOT_TOKEN": "1:a"}, token=True)
    assert str(read.key_file) == "/etc/ruggespraak/sleutel"
    assert (read.api_url, read.log_level) == (config.PUBLIC_API, "INFO")


def test_no_value_is_quoted_because_one_of_its_two_readers_would_keep_the_quotes() -> None:
    assert not [value for value in named().values() if set(value) & set("'\" ")]
