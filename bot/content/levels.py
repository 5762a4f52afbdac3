"""Lines that stand a level too far to the left: put where they belong, and told once."""

from collections.abc import Mapping

from bot.content.branches import ELSE, IF
from bot.content.faults import Faults, nearest
from bot.content.keys import Key, Takes, Where, keys_in
from bot.content.nodes import Fields, Node, Words

DEEPER = "zet er twee spaties meer voor"


def under_their_word(node: Fields, where: Where, faults: Faults) -> Fields:
    """The map, with what nobody knows put below the word above it, where it can be a line of that."""
    known, above = keys_in(where), ""
    values: dict[str, Node] = {}
    told = set[str]()
    for word, value in node.values.items():
        if word in known:
            above = word if _takes_lines(known[word], value) else ""
            values[word] = value
        elif above and _belongs(known[above], values[above], word, value, known):
            if above not in told:
                faults.must(node.places[word], _instead(word, above, values[above], where))
            told.add(above)
            values[above] = _with(values[above], word, node)
        else:
            above = ""
            values[word] = value
    return Fields(values, {word: node.places[word] for word in values}, node.place)


def moved_in(node: Fields, where: Where, faults: Faults) -> Fields:
    """A map of maps of this kind, where a word of that kind among the names is put into the map above it."""
    found: dict[str, Node] = {}
    told = set[str]()
    for name, value in node.values.items():
        above = next(reversed(found), "")
        around = found.get(above)
        if not _is_word(name, value, where) or not (isinstance(around, Fields) or _is_empty(around)):
            found[name] = value
            continue
        if above not in told:
            lines = f"de regels onder '{above}' staan" if _is_empty(around) else f"'{name}' staat"
            faults.must(node.places[name], f"{lines} te ver naar links; {DEEPER}")
        told.add(above)
        found[above] = _with(around, name, node)
    return Fields(found, node.places, node.place)


def apart(node: Fields, name: str) -> tuple[Fields, Node]:
    """The map up to a name; and what belongs to that name: what is below it, else all that follows."""
    names = [*node.values]
    at, own = names.index(name), node.values[name]
    if not isinstance(own, Fields):
        own = Fields({one: node.values[one] for one in names[at + 1 :]}, node.places, node.places[name])
    return Fields({one: node.values[one] for one in names[:at]}, node.places, node.place), own


def is_line(word: str) -> bool:
    """Whether it is a line of a branch."""
    return word.startswith(IF) or word == ELSE


def _takes_lines(key: Key, value: Node) -> bool:
    """Whether more lines can stand below it: nothing does yet, or only lines with a text."""
    if Fields not in key.takes.nodes:
        return False
    return _is_empty(value) or (
        isinstance(value, Fields) and all(isinstance(one, Words) for one in value.values.values())
    )


def _belongs(key: Key, below: Node, line: str, value: Node, known: Mapping[str, Key]) -> bool:
    if key.takes is Takes.BRANCH or key.word in ("regels", "doorvraag"):
        return is_line(line)
    return not nearest(line, known) and not is_line(line) and (_is_empty(below) or isinstance(value, Words))


def _instead(word: str, above: str, below: Node, where: Where) -> str:
    if _is_empty(below):
        return f"de regels onder '{above}' staan te ver naar links; {DEEPER}"
    if is_line(word):
        return f"'{word}' hoort onder '{above}'; {DEEPER}"
    told = f"'{word}' is geen woord van {where.value}; hoort het onder '{above}'"
    return f"{told}, zet er dan twee spaties meer voor"


def _is_word(name: str, value: Node, where: Where) -> bool:
    """Whether it is a word of this kind with what belongs to it, and no name of the author's own."""
    known = keys_in(where)
    if name not in known:
        return False
    return not isinstance(value, Fields) or not value.values.keys() & known.keys()


def _is_empty(node: Node | None) -> bool:
    return isinstance(node, Words) and not node.text


def _with(node: Node | None, line: str, around: Fields) -> Fields:
    """The map with one more line of the map around it."""
    own = node if isinstance(node, Fields) else Fields({}, {}, around.places[line])
    values = (
        {line: around.values[line], **own.values}
        if line in own.values
        else {**own.values, line: around.values[line]}
    )
    return Fields(values, {**own.places, line: around.places[line]}, own.place)
