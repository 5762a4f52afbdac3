"""Text that is shown to people: styled spans, and templates with room for what somebody answered.

What a person wrote enters as plain spans only; it is never read for markup.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

Span = tuple[str, str]
"""(style, text); style is "" (plain), "b" (bold) or "i" (italic)."""
Rich = tuple[Span, ...]

QUOTE_LIMIT = 1000
"""Code points of one answer that a text repeats; the log keeps all of it."""

_SLOT = re.compile(r"<([a-z][a-z0-9_.]*)(?: of ([^<>\n]*))?>")
_STYLE = re.compile(r"\*\*([^*\n]+)\*\*|\*([^*\n]+)\*")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for an answer: `<name>` or `<name of fallback>`."""

    name: str
    fallback: str
    style: str


Line = tuple[Span | Slot, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """Paragraphs of lines; a line whose slot stays empty disappears, and so does a paragraph left without."""

    paragraphs: tuple[tuple[Line, ...], ...]

    def slots(self) -> Iterator[Slot]:
        for paragraph in self.paragraphs:
            for line in paragraph:
                yield from (piece for piece in line if isinstance(piece, Slot))

    def __bool__(self) -> bool:
        return bool(self.paragraphs)


@lru_cache(maxsize=8192)
def template(source: str) -> Template:
    """Read the markup of scripts: **bold**, *italic*, <name>, <name of fallback>, paragraphs."""
    paragraphs = re.split(r"\n[ \t]*\n", source.strip())
    return Template(
        tuple(
            tuple(tuple(_pieces(line.strip())) for line in paragraph.splitlines())
            for paragraph in paragraphs
            if paragraph.strip()
        )
    )


def _pieces(line: str) -> Iterator[Span | Slot]:
    at = 0
    for found in _STYLE.finditer(line):
        yield from _slots(line[at : found.start()], "")
        yield from _slots(found[1] or found[2], "b" if found[1] else "i")
        at = found.end()
    yield from _slots(line[at:], "")


def _slots(text: str, style: str) -> Iterator[Span | Slot]:
    at = 0
    for found in _SLOT.finditer(text):
        if found.start() > at:
            yield (style, text[at : found.start()])
        yield Slot(found[1], found[2] or "", style)
        at = found.end()
    if at < len(text):
        yield (style, text[at:])


def fill(source: Template, values: Mapping[str, str]) -> Rich:
    """The template with its slots filled; `values` maps a slot's name to the plain words to repeat."""
    paragraphs = [_paragraph(paragraph, values) for paragraph in source.paragraphs]
    return join([paragraph for paragraph in paragraphs if paragraph], "\n\n")


def _paragraph(paragraph: tuple[Line, ...], values: Mapping[str, str]) -> Rich:
    lines = [_line(line, values) for line in paragraph]
    had_slots = any(isinstance(piece, Slot) for line in paragraph for piece in line)
    kept_slots = any(
        filled is not None and any(isinstance(piece, Slot) for piece in line)
        for line, filled in zip(paragraph, lines, strict=True)
    )
    if had_slots and not kept_slots:
        # A heading above lines that all vanished would promise something that does not come.
        return ()
    return join([line for line in lines if line is not None], "\n")


def _line(line: Line, values: Mapping[str, str]) -> Rich | None:
    spans: list[Span] = []
    for piece in line:
        if isinstance(piece, Slot):
            words = clip(values.get(piece.name, "").strip()) or piece.fallback
            if not words:
                return None
            if len(line) > 1:
                # Several messages in the middle of a sentence read as one.
                words = ", ".join(part.strip() for part in words.splitlines() if part.strip())
            spans.append((piece.style, words))
        else:
            spans.append(piece)
    return tuple(spans)


def clip(words: str, limit: int = QUOTE_LIMIT) -> str:
    """At most `limit` code points, closed by an ellipsis where something was left out."""
    return words if len(words) <= limit else words[: limit - 2].rstrip() + " …"


def plain(text: Rich) -> str:
    return "".join(words for _, words in text)


def join(texts: list[Rich], between: str) -> Rich:
    """One text of several, with `between` as a plain span after each but the last."""
    spans: list[Span] = []
    for text in texts:
        if spans and text:
            spans.append(("", between))
        spans.extend(text)
    return tuple(spans)


def words(text: str) -> Rich:
    """A plain text as it stands."""
    return (("", text),) if text else ()


def split(text: Rich, limit: int) -> list[Rich]:
    """Pieces of at most `limit` code points, cut at a paragraph, a line, a space, or hard."""
    pieces: list[Rich] = []
    room, current = limit, list[Span]()
    for style, rest in text:
        while rest:
            if len(rest) <= room:
                current.append((style, rest))
                room -= len(rest)
                break
            cut = _cut(rest, room, bool(current))
            if rest[:cut].strip():
                current.append((style, rest[:cut].rstrip()))
            rest = rest[cut:].lstrip() if cut else rest
            pieces.append(tuple(current))
            room, current = limit, []
    if current:
        pieces.append(tuple(current))
    return [piece for piece in pieces if plain(piece).strip()]


def _cut(rest: str, room: int, started: bool) -> int:
    for mark in ("\n\n", "\n", " "):
        at = rest.rfind(mark, 0, room)
        if at > 0:
            return at
    return 0 if started else room
