"""What a content file holds once it is read: texts, lists and maps that remember their file and line."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A line (from 1) of a file; the file as a path inside the content folder."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Words:
    """A text exactly as written: no numbers, dates or yes-and-no hide in it.

    `below`: its lines stand below `place`, line by line (a text after |).
    """

    text: str
    place: Place
    below: bool = False

    def line_of(self, piece: str) -> Place:
        """Where the first line with this piece of it stands, as near as can be told."""
        at = self.text.find(piece)
        if not self.below or at < 0:
            return self.place
        return Place(self.place.file, self.place.line + 1 + self.text.count("\n", 0, at))


@dataclass(frozen=True, slots=True)
class Row:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Fields:
    """A map in the order of the file; `places` says on which line each key stands."""

    values: Mapping[str, "Node"]
    places: Mapping[str, Place]
    place: Place


Node = Words | Row | Fields


def node_at(node: Node, *path: str | int) -> Node | None:
    """The node at the end of a path of keys and indexes (from 0), or None where there is none."""
    for part in path:
        if isinstance(node, Fields) and isinstance(part, str) and part in node.values:
            node = node.values[part]
        elif isinstance(node, Row) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            return None
    return node


def place_at(node: Node, *path: str | int) -> Place:
    """The line of the key (or item) at the end of a path, or of the last part of the path that is there."""
    place = node.place
    for part in path:
        below = node_at(node, part)
        if below is None:
            break
        place = node.places[part] if isinstance(node, Fields) and isinstance(part, str) else below.place
        node = below
    return place


def texts_in(node: Node | None) -> tuple[Words, ...]:
    """The texts directly in it: itself, the items of a list or the values of a map."""
    match node:
        case Words():
            return (node,)
        case Row(items):
            return tuple(item for item in items if isinstance(item, Words))
        case Fields(values):
            return tuple(value for value in values.values() if isinstance(value, Words))
        case None:
            return ()
