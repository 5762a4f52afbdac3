"""Telegram's HTML read as its server reads it: plain text and entities, or the refusal."""

import re
from typing import NamedTuple

from .refusal import RefusalError, Tree, bad

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-f]{1,8})|#([0-9]{1,8})|([a-z]+));?", re.ASCII | re.IGNORECASE)
START = re.compile(r"<([^\s>]*)", re.ASCII)
END = re.compile(r"</([^\s>]*)\s*(>?)", re.ASCII)
ATTRIBUTE = re.compile(
    r"""\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.\-]+)(?=[\s>])))?""", re.ASCII
)
CLOSE = re.compile(r"\s*>", re.ASCII)
LINK = re.compile(r"(?:https?://)?[^/\s:]+\.[^/\s]+|(?:tg|mailto|tel):\S+", re.IGNORECASE)


class _Open(NamedTuple):
    name: str
    argument: str
    offset: int


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, the measure of entity offsets."""
    return len(text.encode("utf-16-le")) // 2


def cleaned(text: str) -> str:
    """Text without CR and direction marks, other control characters as spaces."""
    kept = (char for char in text if char != "\r" and not "\u2028" <= char <= "\u202e")
    return "".join(" " if char < " " and char != "\n" else char for char in kept)


def parse_html(raw: str) -> tuple[str, list[Tree]]:
    """Plain text and entities of `raw`; raises RefusalError for what Telegram cannot parse."""
    return _Reader(raw).read()


def decoded(text: str) -> str:
    """Text with the four named and the numeric references decoded, all others left as they are."""
    return REFERENCE.sub(lambda found: _character(found) or found[0], text)


def trimmed(text: str, entities: list[Tree]) -> tuple[str, list[Tree]]:
    """Text without white space at both ends, entities moved and cut along."""
    start = utf16_length(text) - utf16_length(text.lstrip())
    plain = text.strip()
    whole = utf16_length(plain)
    moved = []
    for entity in entities:
        first = max(entity["offset"] - start, 0)
        last = min(entity["offset"] - start + entity["length"], whole)
        if first < last:
            moved.append(entity | {"offset": first, "length": last - first})
    return plain, sorted(moved, key=lambda one: (one["offset"], -one["length"]))


def _character(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return REFERENCES.get(name, "")
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code < 0xE000 else ""


class _Reader:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.at = 0
        self.plain = ""
        self.open: list[_Open] = []
        self.found: list[Tree] = []

    def read(self) -> tuple[str, list[Tree]]:
        steps = {"<": self._tag, "&": self._reference}
        while self.at < len(self.raw):
            steps.get(self.raw[self.at], self._literal)()
        if self.open:
            raise _unparsed(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return self.plain, self.found

    def _literal(self) -> None:
        found = re.compile(r"[^<&]+|&").match(self.raw, self.at)
        assert found
        self.plain += cleaned(found[0])
        self.at = found.end()

    def _reference(self) -> None:
        found = REFERENCE.match(self.raw, self.at)
        char = _character(found) if found else ""
        if not found or not char:
            self._literal()
            return
        self.plain += cleaned(char)
        self.at = found.end()

    def _tag(self) -> None:
        if self.raw.startswith("</", self.at):
            self._end_tag()
        else:
            self._start_tag()

    def _start_tag(self) -> None:
        found = START.match(self.raw, self.at)
        assert found
        name, where = found[1].lower(), self._where()
        if found.end() == len(self.raw):
            raise _unparsed(f"Unclosed start tag {where}")
        if name not in KINDS:
            raise _unparsed(f'Unsupported start tag "{name}" {where}')
        self.at = found.end()
        argument = self._attributes(name, where)
        if name == "span" and argument != "tg-spoiler":
            raise _unparsed(f'Tag "span" must have class "tg-spoiler" {where}')
        self.open.append(_Open(name, argument, utf16_length(self.plain)))

    def _attributes(self, name: str, where: str) -> str:
        argument = ""
        while not (close := CLOSE.match(self.raw, self.at)):
            found = ATTRIBUTE.match(self.raw, self.at)
            if not found and not self.raw[self.at :].strip():
                raise _unparsed(f"Unclosed start tag {where}")
            if not found or self.raw[found.end() : found.end() + 1] == "=":
                raise _unparsed(f'Empty attribute name in the tag "{name}" {where}')
            self.at = found.end()
            value = decoded(found[2] or found[3] or found[4] or "")
            if (name, found[1]) in {("a", "href"), ("span", "class"), ("tg-emoji", "emoji-id")}:
                argument = value
            elif (name, found[1]) == ("blockquote", "expandable"):
                argument = "expandable"
        self.at = close.end()
        return argument

    def _end_tag(self) -> None:
        found = END.match(self.raw, self.at)
        assert found
        where, name = self._where(), found[1].lower()
        if not self.open:
            raise _unparsed(f"Unexpected end tag {where}")
        if not found[2]:
            raise _unparsed(f"Unclosed end tag {where}")
        expected = self.open.pop()
        if name not in ("", expected.name):
            raise _unparsed(f'Unmatched end tag {where}, expected "</{expected.name}>", found "</{name}>"')
        self.at = found.end()
        self._add(expected)

    def _add(self, opened: _Open) -> None:
        entity: Tree = {"type": KINDS[opened.name], "offset": opened.offset}
        entity["length"] = utf16_length(self.plain) - opened.offset
        fixed = any(KINDS[one.name] in ("code", "pre") for one in self.open)
        nested = opened.name == "blockquote" and any(one.name == "blockquote" for one in self.open)
        if not entity["length"] or fixed or nested or opened.name == "tg-time":
            return
        if opened.name == "a":
            if not LINK.match(opened.argument):
                return
            entity["url"] = opened.argument
        if opened.name == "tg-emoji":
            entity["custom_emoji_id"] = opened.argument
        if opened.argument == "expandable":
            entity["type"] = "expandable_blockquote"
        self.found.append(entity)

    def _where(self) -> str:
        return f"at byte offset {len(self.raw[: self.at].encode())}"


def _unparsed(reason: str) -> RefusalError:
    return bad(f"can't parse entities: {reason}")
