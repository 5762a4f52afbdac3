"""The lines of a script as an outline: every entry with what stands above it and the lines of its own value.

It goes by indentation and signs, so that it takes any lines, valid YAML or not. It knows no more of YAML than
scripts need: whoever changes an outline has to look whether the file still says the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from bot.content.branches import ELSE, IF
from bot.content.keys import KEYS
from bot.content.nodes import Node
from bot.content.reader import read
from bot.core.errors import ContentError

WORDS = frozenset({ELSE, *(key.word for key in KEYS)})
LEVEL = 2
"""Spaces a level."""
OPENERS = ("'", '"', "[", "{")
"""What begins a value that goes on until it is closed."""
REACH = 30
"""Lines to look further for that. Who writes a longer list indents it."""

_DASH = re.compile(r"-(?:[ \t]+|$)")
_QUOTED = r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\""""
_PLAIN = r"""(?:[^ \t#,\[\]{}&*!|>'"%@`?:-]|[?:-](?=[^ \t]))(?:[^:#]|:(?=[^ \t])|(?<![ \t])#)*"""
_WORD = re.compile(rf"((?:{_QUOTED})[ \t]*|{_PLAIN}):(?=[ \t]|$)")
_GLUED = re.compile(rf"({'|'.join(sorted(WORDS))}|{IF}[^:]*[^:\d])[ \t]*:(?=[^ \t:/\d])")
_BLOCK = re.compile(r"[|>](?:[+-]?([1-9])?|([1-9])[+-])(?:[ \t]+#.*)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """A `word: value`, a list item, or comments that close a level.

    `above`: the comments and blank lines above it. `column`: where its line begins, with `dashes` and then
    `body`. `own`: the further lines of its value, as they stand; they are its own by standing right of the
    column `outer`. `depth`: how many levels there are around it; each dash adds one.
    """

    above: tuple[str, ...]
    column: int
    depth: int
    dashes: str = ""
    body: str = ""
    own: tuple[str, ...] = ()
    outer: int = 0

    @property
    def comments(self) -> bool:
        """Whether it is no more than the comments above it."""
        return not self.dashes and not self.body

    @property
    def word(self) -> str:
        """What stands before the colon, or "" without one."""
        found = _word(self.body)
        return found[1].rstrip(" \t") if found else ""

    @property
    def value(self) -> str:
        """The rest of its line, with the comment behind it."""
        found = _word(self.body)
        return self.body[found.end() :].strip() if found else self.body

    @property
    def glued(self) -> bool:
        """Whether the space between a word of the language and its value is missing."""
        return _GLUED.match(self.body) is not None

    @property
    def inner(self) -> int:
        """How many levels there are around its word."""
        return self.depth + self.dashes.count("-")

    @property
    def holds(self) -> bool:
        """Whether it has no value of its own, so that what is below can be part of it."""
        return not self.own and is_aside(self.value)

    @property
    def block(self) -> re.Match[str] | None:
        """The | or > that its text comes after; group 1 or 2 is the indentation where it is told."""
        return _BLOCK.fullmatch(self.value)


def outline(lines: Sequence[str]) -> list[Entry]:
    """All the lines as entries, in their order."""
    found: list[Entry] = []
    levels: list[int] = []
    above: list[str] = []
    at = 0
    while at < len(lines):
        if is_aside(lines[at]):
            above.append(lines[at])
            at += 1
            continue
        entry = _entry(lines, at)
        ranks = _ranks(entry)
        depth = sum(level < ranks[0] for level in levels)
        closing, above = _closing(above, levels, found[-1:], depth)
        found += [*closing, replace(entry, above=tuple(above), depth=depth)]
        levels = [*levels[:depth], *ranks]
        at += 1 + len(entry.own)
        above = []
    return [*found, *_closing(above, levels, found[-1:], -1)[0]]


def written(entries: Sequence[Entry], *, straight: bool) -> str:
    """The text of an outline; `straight` with two spaces a level, else every line where it stood."""
    lines = [line for entry in entries for line in (_straight(entry) if straight else _as_it_stood(entry))]
    return "".join(f"{line}\n" for line in lines)


def alone(value: str, own: Sequence[str]) -> Node | None:
    """What a value reads as when nothing else is in the file; None where it cannot be read."""
    try:
        return read("", "\n".join([f"a: {value}", *own]).encode("utf-8", "surrogatepass"))
    except ContentError:
        return None


def is_aside(line: str) -> bool:
    """Whether a line says nothing to the reader: a comment, or blank."""
    return not line.strip() or line.lstrip().startswith("#")


def indent(line: str) -> int:
    """The spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def _opens(line: str) -> bool:
    """Whether a line begins an item, or a word with its value."""
    return bool(_DASH.match(line.lstrip(" ")) or _word(line.lstrip(" ")))


def _word(body: str) -> re.Match[str] | None:
    return _GLUED.match(body) or _WORD.match(body)


def _entry(lines: Sequence[str], at: int) -> Entry:
    """The entry that begins on a line; its depth and what is above it are not known yet."""
    line = lines[at]
    column = start = outer = indent(line)
    while found := _DASH.match(line, start):
        start, outer = found.end(), start
    entry = Entry((), column, 0, line[column:start], line[start:], outer=outer)
    if entry.word:
        entry = replace(entry, outer=start)
    return replace(entry, own=_own(lines, at + 1, entry))


def _ranks(entry: Entry) -> list[int]:
    """The levels it opens, outer first. A dash may stand right below its word; hence the odd numbers."""
    dashes = [2 * (entry.column + found.start()) + 1 for found in re.finditer("-", entry.dashes)]
    return [*dashes, 2 * entry.outer] if entry.word or not dashes else dashes


def _own(lines: Sequence[str], start: int, entry: Entry) -> tuple[str, ...]:
    """The lines its value goes on with."""
    below = next((lines[at] for at in range(start, len(lines)) if lines[at].strip()), "")
    if told := entry.block:
        digit = told[1] or told[2]
        column = entry.outer + int(digit) if digit else indent(below)
        return _deeper(lines, start, column) if column > entry.outer else ()
    if entry.holds and _opens(below):
        return ()
    own = _deeper(lines, start, entry.outer + 1)
    if (entry.value or below.lstrip(" ")).startswith(OPENERS):
        whole = _closed(lines, start + len(own), entry.value, own)
        if whole is not None:
            return whole
    return _filled(tuple(takewhile(lambda line: not _ends(line), own)))


def _ends(line: str) -> bool:
    """Whether a text cannot go on with this line: a comment, or a word of the language with its value."""
    found = _word(line.lstrip(" "))
    word = found[1].rstrip(" \t") if found else ""
    return line.lstrip().startswith("#") or word in WORDS or word.startswith(IF)


def _closed(lines: Sequence[str], start: int, value: str, own: tuple[str, ...]) -> tuple[str, ...] | None:
    """The lines up to where a value closes, also those that stand too far left; None if it never does."""
    for line in (*lines[start : start + REACH], ""):
        if alone(value, own) is not None:
            return own
        if is_aside(line) or _opens(line):
            return None
        own = (*own, line)
    return None


def _deeper(lines: Sequence[str], start: int, column: int) -> tuple[str, ...]:
    end = start
    while end < len(lines) and (not lines[end].strip() or indent(lines[end]) >= column):
        end += 1
    return _filled(lines[start:end])


def _filled(lines: Sequence[str]) -> tuple[str, ...]:
    """Without the blank lines at the end."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return tuple(lines[:end])


def _closing(
    above: list[str], levels: list[int], last: list[Entry], depth: int
) -> tuple[list[Entry], list[str]]:
    """The comments that stand deeper than the entry below them, as entries of their own, and what is left."""
    deepest = sum(entry.inner + entry.holds for entry in last)
    closing: list[Entry] = []
    start = 0
    for at, line in enumerate(above):
        around = min(sum(level < 2 * indent(line) for level in levels), deepest)
        if line.strip() and around <= depth:
            break
        if line.strip():
            closing.append(Entry(tuple(above[start : at + 1]), indent(line), around))
            start = at + 1
    return closing, above[start:]


def _as_it_stood(entry: Entry) -> Iterator[str]:
    yield from entry.above
    if not entry.comments:
        yield " " * entry.column + entry.dashes + entry.body
    yield from entry.own


def _straight(entry: Entry) -> Iterator[str]:
    pad = " " * (LEVEL * entry.depth)
    yield from (pad + line.strip() if line.strip() else "" for line in entry.above)
    if not entry.comments:
        yield (pad + "- " * entry.dashes.count("-") + entry.body).rstrip(" ")
    yield from _own_straight(entry)


def _own_straight(entry: Entry) -> Iterator[str]:
    """The lines of a value, moved together to one level right of what they belong to."""
    outer = LEVEL * (entry.inner if entry.word or not entry.dashes else entry.inner - 1)
    digit = (entry.block[1] or entry.block[2]) if entry.block else None
    told = int(digit) if digit else LEVEL
    columns = [indent(line) for line in entry.own if line.strip() and indent(line) > entry.outer]
    column = entry.outer + told if digit else min(columns, default=entry.outer + 1)
    for line in entry.own:
        if line.strip() and indent(line) < column:
            closing = line.lstrip(" ").startswith(("]", "}"))
            yield " " * (outer if closing else outer + told) + line.lstrip(" ")
        else:
            yield (" " * (outer + told) + line[column:]) if line[column:] else ""
