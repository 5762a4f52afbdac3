"""YAML to plain nodes, every scalar a text; refuses anchors, tags, repeated keys, the too big or too deep."""

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from bot.content.faults import Faults
from bot.content.nodes import Fields, Node, Place, Row, Words
from bot.content.slips import begun, slip
from bot.core.errors import Blemish, ContentError

SIZE_LIMIT = 256 * 1024
"""Bytes of one file."""
DEPTH_LIMIT = 12
NODES_LIMIT = 20_000
NAMED = 2
"""Levels where every line is a name of its own; below those only the first word that is repeated is told."""

LOADER: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
"""What YAML refuses, and what nobody sees although it makes one word differ from another."""
_HARD_SPACE = re.compile(r"^ *(?:\xa0|als\xa0|[^\s:]+:\xa0)", re.MULTILINE)
"""Where a space means something: before a line, behind `als` and behind the colon of a word."""
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def read(file: str, data: bytes) -> Node:
    """The content of a file; raises ContentError. `file` is only used to name the place of a fault."""
    text = _decoded(file, data)
    tree, event = _Tree(file, text.splitlines()), None
    try:
        for event in yaml.parse(text, Loader=LOADER):
            tree.take(event)
    # The parser without libyaml lets the mistakes of its number conversions through.
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise ContentError([slip(file, text, error, event)]) from None
    tree.faults.stop()
    if tree.root is None:
        raise ContentError([Blemish(file, 1, "dit bestand is leeg; schrijf er iets in, of haal het weg")])
    return tree.root


def _decoded(file: str, data: bytes) -> str:
    if len(data) > SIZE_LIMIT:
        large = f"dit bestand is groter dan {SIZE_LIMIT // 1024} kB; splits het"
        raise ContentError([Blemish(file, 1, large)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        strange = "een teken op deze regel is niet te lezen; bewaar het bestand met de codering UTF-8"
        raise ContentError([Blemish(file, line, strange)]) from None
    for signs, told in ((_UNREADABLE, _unreadable), (_HARD_SPACE, _hard_space)):
        if found := signs.search(text):
            line = len(_LINE_END.findall(text, 0, found.end() - 1)) + 1
            raise ContentError([Blemish(file, line, told(found[0]))])
    return text


def _unreadable(sign: str) -> str:
    return f"hier staat een onzichtbaar teken (U+{ord(sign):04X}); typ deze regel opnieuw"


def _hard_space(_: str) -> str:
    return "hier staat een harde spatie, zoals uit een tekstverwerker; typ daar een gewone spatie"


@dataclass
class _Open:
    """A list or map that is not closed yet."""

    place: Place
    keyed: bool
    items: list[Node] = field(default_factory=list)
    values: dict[str, Node] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    key: Words | None = None
    doubled: bool = False

    def closed(self) -> Node:
        if self.keyed:
            return Fields(self.values, self.places, self.place)
        return Row(tuple(self.items), self.place)


class _Tree:
    """Built from the parser's events, so that it can refuse before anything large exists."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.faults = Faults()
        self.root: Node | None = None
        self._file = file
        self._lines = lines
        self._open: list[_Open] = []
        self._count = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                place = self._place(event)
                self._add(self._words(event, place))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._begin(_Open(self._place(event), isinstance(event, yaml.MappingStartEvent)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._add(self._open.pop().closed())
            case yaml.DocumentStartEvent() | yaml.AliasEvent():
                self._place(event)
            case _:
                pass

    def _place(self, event: yaml.Event) -> Place:
        """Where it stands; refuses what no script may have."""
        assert event.start_mark is not None, "the parser knows where it is"
        place = Place(self._file, event.start_mark.line + 1)
        self._refuse(event, place)
        return place

    def _refuse(self, event: yaml.Event, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            self._give_up(place, begun(self._lines, place.line, "* of &"))
        if getattr(event, "tag", None) is not None:
            self._give_up(place, begun(self._lines, place.line, "!"))
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._give_up(place, "hier begint een tweede bestand; haal de regel met --- weg")

    def _begin(self, new: _Open) -> None:
        self._open.append(new)
        if len(self._open) > DEPTH_LIMIT:
            self._give_up(
                new.place, f"dit zit dieper dan {DEPTH_LIMIT} lagen in elkaar; maak het eenvoudiger"
            )

    def _words(self, event: yaml.ScalarEvent, place: Place) -> Words:
        # The file was looked through as a whole; only an escape between quotes makes something out of it.
        if event.style == '"' and (found := _UNREADABLE.search(event.value)):
            self._give_up(place, _unreadable(found[0]))
        return Words(event.value, place, event.style == "|")

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
            self._give_up(node.place, "vóór de dubbele punt hoort een woord te staan; zet daar geen [ of {")
        return node

    def _put(self, around: _Open, key: Words, node: Node) -> None:
        if key.text in around.values:
            self._tell_twice(around, key)
            return
        around.values[key.text] = node
        around.places[key.text] = key.place

    def _tell_twice(self, around: _Open, key: Words) -> None:
        if around.doubled and len(self._open) > NAMED:
            return  # most likely the line with the name above them is missing
        around.doubled = True
        earlier = around.places[key.text].line
        between = (name for name, place in around.places.items() if place.line > earlier)
        bare = next((name for name in between if _empty(around.values[name])), None)
        if bare is not None:
            # The words below it were meant for that one: told once.
            told = f"'{bare}' staat te ver naar rechts, of de regels eronder te ver naar links"
            self.faults.must(around.places[bare], f"{told}; zet gelijke dingen even ver naar rechts")
            return
        self.faults.must(
            key.place,
            f"'{key.text}' staat er al, op regel {earlier}; haal er één weg of kies een andere naam",
        )

    def _give_up(self, place: Place, text: str) -> NoReturn:
        self.faults.must(place, text)
        self.faults.stop()
        raise AssertionError("a fault that must be mended stops")


def _empty(node: Node) -> bool:
    return isinstance(node, Words) and not node.text
