"""A dialogue file put in order as far as a machine can: signs, layout, and the texts that YAML cannot read.

Every change is held against the file before it: what could be read says the same afterwards, and no comment
is lost. A change that does not keep to that is not made; at worst something stays as it was.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import dropwhile, groupby
from operator import itemgetter
from textwrap import dedent

from bot.content.branches import ELSE, IF
from bot.content.keys import KEYS, Takes, Where, keys_in
from bot.content.nodes import Fields, Node, Row, Words
from bot.content.reader import read
from bot.content.tidy_lines import LEVEL, OPENERS, Entry, alone, outline, written
from bot.core.errors import ContentError

ROUNDS = 5
"""One is enough as a rule. A file that still changes after so many is left as it was."""
STEPS = "stappen"
SECTIONS = (STEPS, "proeven")
LABELS = ("keuze", "meerkeuze", "schalen", "antwoorden")
"""Words with short texts below them, each behind a name of the author's own."""
TEXTS = frozenset(key.word for key in KEYS if key.takes in (Takes.TEXT, Takes.BRANCH))
LISTS = frozenset(key.word for key in KEYS if key.takes is Takes.TEXTS)
ORDER = {word: at for at, word in enumerate(keys_in(Where.STEP))} | {"daarna": len(KEYS)}
"""The place of a word in a step: where a step goes on to is always its last line."""
HARD_SPACE = "\u00a0"
SPACES = f" \t{HARD_SPACE}"

_LINE_END = re.compile("\r\n?")
_INDENT = re.compile(r"^[ \t\u00a0]+", re.MULTILINE)
_BEHIND = re.compile(r"^( *(?:als|[^\s:#]+:))\u00a0+", re.MULTILINE)
_COMMENT = re.compile(r"[ \t](#(?:[ \t].*)?)$")
"""A comment behind a text that cannot be read, most likely; the # of `groep #3` is part of the text."""
_CUT_OFF = re.compile(r"[ \t]#[^ \t]")
_BEGUN = re.compile(r"\|[+-]?[ \t]+")
"""A text that begins behind the | instead of below it."""


def tidied(text: str) -> str:
    """A dialogue file put in order. Any text will do; what was tidied before stays as it is."""
    now = text
    for _ in range(ROUNDS):
        before = now
        for change in CHANGES:
            now = _kept(now, change(now))
        if now == before:
            return now
    return text


def _kept(before: str, after: str) -> str:
    """What comes of a change: `after`, unless it lost a comment or says something else than `before`."""
    if after == before or _comments(before) - _comments(after):
        return before
    said = _said(before)
    return after if said is None or _said(after) == said else before


def _comments(text: str) -> Counter[str]:
    lines = (line.strip() for line in _signs(text).split("\n"))
    return Counter(line for line in lines if line.startswith("#"))


@lru_cache(maxsize=4)
def _said(text: str) -> object:
    """What a file says, apart from where it says so and spaces at line ends; None where it cannot be read."""
    try:
        return _content(read("", text.encode("utf-8", "surrogatepass")))
    except ContentError:
        return None


def _content(node: Node, *around: str) -> object:
    """`around`: the words it stands under. The words of a step mean the same in another order."""
    match node:
        case Words(text):
            return _line_ends(text).rstrip()
        case Row(items):
            return [_content(item, *around, "-") for item in items]
        case Fields(values):
            content = [(word, _content(value, *around, word)) for word, value in values.items()]
            return tuple(sorted(content, key=itemgetter(0)) if _is_step(around) else content)


def _is_step(around: Sequence[str]) -> bool:
    return len(around) == 2 and around[0] == STEPS


def _signs(text: str) -> str:
    """Without byte order marks, and with one kind of line end."""
    text = _LINE_END.sub("\n", text.replace("\ufeff", ""))
    return text if not text or text.endswith("\n") else text + "\n"


def _indents(text: str) -> str:
    """With plain spaces where they mean something: before a line, behind `als` and behind a colon."""
    text = _INDENT.sub(lambda found: found[0].replace("\t", " " * LEVEL).replace(HARD_SPACE, " "), text)
    return _BEHIND.sub(r"\1 ", text)


def _line_ends(text: str) -> str:
    """Without spaces at the end of a line."""
    return "\n".join(line.rstrip(SPACES) for line in text.split("\n"))


def _mended(text: str) -> str:
    """With the texts that cannot be read put where they can: after | or between quotes."""
    if _said(text) is not None:
        return text
    around: dict[int, str] = {}
    entries: list[Entry] = []
    for entry in _outlined(text):
        around[entry.inner] = entry.word
        entries.append(_legible(entry, around.get(entry.depth - 1, "")))
    return written(entries, straight=False)


def _legible(entry: Entry, parent: str) -> Entry:
    """The entry in a form that can be read, where it holds a text; `parent` is the word it stands under."""
    word, value = entry.word, entry.value
    if entry.dashes and parent in LISTS:
        word, value = "", entry.body
    elif entry.glued:
        entry = replace(entry, body=f"{word}: {value}")
    label = parent in (LABELS if word else LISTS)
    sentence = word in TEXTS or word.startswith(IF) or word == ELSE
    if not (label or sentence) or not _garbled(value, entry.own):
        return entry
    lines, comment = _meant(value, entry.own)
    short = label and len(lines) == 1
    below = () if short else tuple(" " * (entry.outer + LEVEL) + line if line else "" for line in lines)
    start = (f"{word}: " if word else "") + (_quoted(lines[0]) if short else "|")
    mended = replace(entry, body=start + comment, own=below)
    return entry if alone(mended.value, mended.own) is None else mended


def _garbled(value: str, own: Sequence[str]) -> bool:
    """Whether a text cannot be read, or only up to a # in it."""
    if alone(value, own) is None:
        return True
    return not value.startswith((*OPENERS, "#", "|", ">")) and bool(_CUT_OFF.search(value))


def _meant(value: str, own: Sequence[str]) -> tuple[list[str], str]:
    """The lines of a text as its author will have meant it, and the comment behind it."""
    *lines, last = (value, *own)
    comment = _COMMENT.search(last)
    lines.append(last[: comment.start()] if comment else last)
    begun = _BEGUN.match(lines[0])
    meant = [lines[0][begun.end() :], *dedent("\n".join(lines[1:])).splitlines()] if begun else _folded(lines)
    return meant, f"  {comment[1]}" if comment else ""


def _folded(lines: Sequence[str]) -> list[str]:
    """One line for each paragraph: outside a block YAML makes one text of lines that follow each other."""
    text = "\n".join(line.strip() for line in lines).strip()
    paragraphs = [paragraph.replace("\n", " ") for paragraph in re.split("\n\n+", text)]
    return _unquoted("\n\n".join(paragraphs)).split("\n")


def _unquoted(text: str) -> str:
    """Without the quotes around it, if all inside are apostrophes: 'Jan's doel', but not 'ja' of 'nee'."""
    sign, inside = text[:1], text[1:-1]
    if sign not in ("'", '"') or len(text) < 3 or not text.endswith(sign):
        return text
    return text if re.search(rf"(?<!\w){sign}|{sign}(?!\w)", inside) else inside


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _spaced(text: str) -> str:
    """With a blank line between steps and between proeven, nowhere more than one, and none at the end."""
    return written(list(_apart(_outlined(text))), straight=False)


def _apart(entries: Sequence[Entry]) -> Iterator[Entry]:
    section, first = "", True
    for at, entry in enumerate(entries):
        above = [line for blank, lines in groupby(entry.above, _blank) for line in ([""] if blank else lines)]
        apart = entry.depth == 1 and section in SECTIONS and not first and not entry.comments
        if entry.depth == 0:
            section, apart = entry.word, entry.word in SECTIONS
        if apart or at == 0:
            above = [""] * (at > 0) + list(dropwhile(_blank, above))
        first = entry.depth == 0
        yield replace(entry, above=tuple(above))


def _blank(line: str) -> bool:
    return not line.strip()


def _straightened(text: str) -> str:
    """With two spaces for each level, where the levels are sure."""
    return text if _said(text) is None else written(_outlined(text), straight=True)


def _in_order(text: str) -> str:
    """With the words of each step in the order of the language, and its comments still above each word."""
    return text if _said(text) is None else written(list(_ordered(_outlined(text))), straight=True)


def _ordered(entries: Sequence[Entry]) -> Iterator[Entry]:
    section = ""
    for head, *below in _parts(entries, 1):
        section = head.word if head.depth == 0 else section
        yield head
        parts = _parts(below, 2)
        yield from (entry for part in (_sorted(parts) if section == STEPS else parts) for entry in part)


def _parts(entries: Sequence[Entry], depth: int) -> list[list[Entry]]:
    """The entries in parts that each begin at this depth, or less deep."""
    parts: list[list[Entry]] = []
    for entry in entries:
        if not parts or entry.depth <= depth:
            parts.append([])
        parts[-1].append(entry)
    return parts


def _sorted(parts: list[list[Entry]]) -> list[list[Entry]]:
    """In the order of their first words; what is no word of a step stays behind the word it stood behind."""
    ranks: list[int] = []
    for first, *_ in parts:
        rank = len(KEYS) + 1 if first.comments else ORDER.get(first.word, ranks[-1] if ranks else -1)
        ranks.append(rank)
    return [parts[at] for at in sorted(range(len(parts)), key=ranks.__getitem__)]


@lru_cache(maxsize=4)
def _outlined(text: str) -> tuple[Entry, ...]:
    return tuple(outline(text.split("\n")))


CHANGES: tuple[Callable[[str], str], ...] = (
    _signs,
    _indents,
    _line_ends,
    _mended,
    _spaced,
    _straightened,
    _in_order,
)
"""The changes in the order they are made; the later ones count on the earlier."""
