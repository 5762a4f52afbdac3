"""What `--help` says about each command (dialogues/_opdrachten.yaml)."""

from collections.abc import Mapping

from bot.content.nodes import Fields, Node, Words
from bot.content.reader import read
from bot.content.shelf import Shelf

MANUAL = "dialogues/_opdrachten.yaml"


def command_texts(shelf: Shelf) -> Mapping[str, str]:
    """A command, or a command and its option → one sentence; raises ContentError."""
    return read_manual(read(MANUAL, shelf.read(MANUAL)))


def read_manual(root: Node) -> Mapping[str, str]:
    values = root.values if isinstance(root, Fields) else {}
    return {name: value.text for name, value in values.items() if isinstance(value, Words)}
