"""YAML to plain nodes, every scalar a text; refuses anchors, tags, repeated keys, the too big or too deep."""

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from bot.content.faults import Faults
from bot.content.nodes import Fields, Node, Place, Row, Words
from bot.content.slips import slip
from bot.core.errors import Blemish, ContentError

SIZE_LIMIT = 256 * 1024
"""Bytes of one file."""
DEPTH_LIMIT = 12
NODES_LIMIT = 20_000

LOADER: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def read(file: str, data: bytes) -> Node:
    """The content of a file; raises ContentError. `file` is only used to name the place of a fault."""
    text = _decoded(file, data)
    tree = _Tree(file)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            tree.take(event)
    # The parser without libyaml lets the mistakes of its number conversions through.
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise ContentError([slip(file, text, error)]) from None
    tree.faults.stop()
    if tree.root is None:
        raise ContentError([Blemish(file, 1, "dit bestand is leeg")])
    return tree.root


def _decoded(file: str, data: bytes) -> str:
    if len(data) > SIZE_LIMIT:
        raise ContentError(
            [Blemish(file, 1, f"dit bestand is groter dan {SIZE_LIMIT // 1024} KiB; splits het")]
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ContentError([Blemish(file, line, "dit is geen UTF-8; bewaar het bestand als UTF-8")]) from None
    if found := _UNREADABLE.search(text):
        line = len(_LINE_END.findall(text, 0, found.start())) + 1
        raise ContentError([Blemish(file, line, _unreadable(found[0]))])
    return text


def _unreadable(sign: str) -> str:
    return f"hier staat een onzichtbaar teken (U+{ord(sign):04X}); haal het weg"


@dataclass
class _Open:
    """A list or map that is not closed yet."""

    place: Place
    keyed: bool
    items: list[Node] = field(default_factory=list)
    values: dict[str, Node] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    key: Words | None = None

    def closed(self) -> Node:
        if self.keyed:
            return Fields(self.values, self.places, self.place)
        return Row(tuple(self.items), self.place)


class _Tree:
    """Built from the parser's events, so that it can refuse before anything large exists."""

    def __init__(self, file: str) -> None:
        self.faults = Faults()
        self.root: Node | None = None
        self._file = file
        self._open: list[_Open] = []
        self._count = 0

    def take(self, event: yaml.Event) -> None:
        assert event.start_mark is not None, "the parser knows where it is"
        place = Place(self._file, event.start_mark.line + 1)
        self._refuse(event, place)
        match event:
            case yaml.ScalarEvent():
                self._add(self._words(event.value, place))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._begin(_Open(place, isinstance(event, yaml.MappingStartEvent)))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._add(self._open.pop().closed())
            case _:
                pass

    def _refuse(self, event: yaml.Event, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            self._give_up(
                place, "een tekst kan hier niet met * of & beginnen; zet de tekst op een nieuwe regel na |"
            )
        if getattr(event, "tag", None) is not None:
            self._give_up(
                place, "een tekst kan hier niet met ! beginnen; zet de tekst op een nieuwe regel na |"
            )
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._give_up(place, "hier begint een tweede document; haal de regel met --- weg")

    def _begin(self, new: _Open) -> None:
        self._open.append(new)
        if len(self._open) > DEPTH_LIMIT:
            self._give_up(new.place, f"dit zit dieper dan {DEPTH_LIMIT} lagen in elkaar")

    def _words(self, text: str, place: Place) -> Words:
        if found := _UNREADABLE.search(text):
            self._give_up(place, _unreadable(found[0]))
        return Words(text, place)

    def _add(self, node: Node) -> None:
        self._count += 1
        if self._count > NODES_LIMIT:
            self._give_up(node.place, f"dit bestand heeft meer dan {NODES_LIMIT} onderdelen; splits het")
        if not self._open:
            self.root = node
            return
        around = self._open[-1]
        if not around.keyed:
            around.items.append(node)
        elif around.key is None:
            around.key = self._key(node)
        else:
            self._put(around, around.key, node)
            around.key = None

    def _key(self, node: Node) -> Words:
        if not isinstance(node, Words):
            self._give_up(node.place, "vóór de dubbele punt hoort één woord of regel te staan")
        return node

    def _put(self, around: _Open, key: Words, node: Node) -> None:
        if key.text in around.values:
            earlier = around.places[key.text].line
            self.faults.must(key.place, f"'{key.text}' staat er al, op regel {earlier}; houd er één")
            return
        around.values[key.text] = node
        around.places[key.text] = key.place

    def _give_up(self, place: Place, text: str) -> NoReturn:
        self.faults.must(place, text)
        self.faults.stop()
        raise AssertionError("a fault that must be mended stops")
