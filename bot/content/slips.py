"""What the errors of the YAML parser mean for somebody who does not know YAML, and what to write instead.

The parser tells where it lost its way; the mistake is often a line or more above that. Each kind of mistake
is looked for in the text itself, the surest first.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import yaml

from bot.content.keys import KEYS, Takes, Where, keys_in
from bot.core.errors import Blemish

BLOCK = "zet de tekst op een nieuwe regel na |"
NO_SPACE = "achter de dubbele punt ontbreekt een spatie; zet die erbij"
ENDED = "hier houdt het bestand op; haal de regel met ... weg"
BELOW = "begin de tekst op de volgende regel, twee spaties verder"
SPACES = "zet er evenveel spaties voor"
Found = tuple[int, str] | None
"""The line (from 1) of a mistake, and what to tell of it."""

_NAMED = re.compile(r"^\s*(?:- )?[^\s:'\"]+(?: [^:]*)?:(?=[^\s/\d])")
"""A line with a colon, but no space after it."""
_TEXT = re.compile(r"^\s*(?:- )?[^:'\"]+:\s+(?=\S)")
"""What stands before the text of a line."""
_OPENER = re.compile(r":\s+[|>][+-]?\s*$")
_WORD = re.compile(r"\s*(?:- )?(?:[\w-]+|als .+)$")
_MAPS = frozenset(key.word for key in KEYS if key.takes is Takes.MAP)


@dataclass(frozen=True)
class _Trouble:
    """Where the parser stopped. `last`: what it had read by then."""

    lines: list[str]
    error: Exception
    last: yaml.Event | None

    @cached_property
    def said(self) -> str:
        return f"{getattr(self.error, 'context', '')} {getattr(self.error, 'problem', '')}"

    def mark(self, name: str) -> tuple[int, int]:
        """Line (from 1) and column (from 0) of a mark of the error; that of the other where it has none."""
        other = "problem_mark" if name == "context_mark" else "context_mark"
        mark = getattr(self.error, name, None) or getattr(self.error, other, None)
        return (min(mark.line + 1, len(self.lines) or 1), mark.column) if mark is not None else (1, 0)

    @property
    def at(self) -> int:
        return self.mark("problem_mark")[0]

    def line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def above(self, number: int) -> int:
        """The nearest line above that says something; 0 where there is none."""
        return next((at for at in range(number - 1, 0, -1) if _says(self.line(at))), 0)


def slip(file: str, text: str, error: Exception, last: yaml.Event | None = None) -> Blemish:
    """The fault at the line an author has to look at. `last`: the last event before the error."""
    trouble = _Trouble(text.splitlines(), error, last)
    found = next(found for look in LOOKS if (found := look(trouble)) is not None)
    return Blemish(file, *found)


def begun(lines: list[str], number: int, sign: str) -> str:
    """What to tell of a text that begins with a sign that means something else there."""
    trouble = _Trouble(lines, Exception(), None)
    line, above = trouble.line(number), trouble.line(trouble.above(number)).rstrip()
    if line.lstrip().startswith(sign[0]) and _OPENER.search(above):
        return "deze tekst staat te ver naar links; zet er twee spaties meer voor"
    if line.lstrip().startswith(sign[0]) and above.endswith(":"):
        return f"een tekst kan hier niet met {sign} beginnen; zet achter de dubbele punt erboven een |"
    return f"een tekst kan hier niet met {sign} beginnen; {BLOCK}"


# — the looks, the surest first —


def _tab(trouble: _Trouble) -> Found:
    """Looked for in the text, as the parsers each name it differently."""
    first = trouble.mark("context_mark")[0] if "simple key" in trouble.said else trouble.at
    for near in (first, trouble.at, trouble.at - 1):
        if "\t" in _indent(trouble.line(near)):
            return near, "een tab aan het begin van de regel; gebruik spaties"
    return None


def _ended(trouble: _Trouble) -> Found:
    above = trouble.above(trouble.at)
    return (above, ENDED) if trouble.line(above).strip() == "..." else None


def _quote(trouble: _Trouble) -> Found:
    """A quote that goes open, and closes too early or at the next quote of the file."""
    at, _ = trouble.mark("context_mark")
    if "quoted scalar" in trouble.said:
        if "escape" in trouble.said:
            return trouble.at, f"een \\ kan hier niet tussen aanhalingstekens; {BLOCK}"
        return at, f"een aanhalingsteken gaat open en niet meer dicht; sluit het, of {BLOCK}"
    last = trouble.last
    if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"') or last.end_mark is None:
        return None
    begin, end = last.start_mark.line + 1 if last.start_mark else 1, last.end_mark.line + 1
    if end != trouble.at:
        return None
    if begin == end:
        return begin, f"na het tweede aanhalingsteken staat nog iets; {BLOCK}"
    return begin, f"dit aanhalingsteken gaat pas op regel {end} weer dicht; sluit het, of {BLOCK}"


def _sign(trouble: _Trouble) -> Found:
    """A text that begins with a sign of YAML's own."""
    at, column = trouble.mark("problem_mark")
    for said, sign in (("alias|anchor", "* of &"), ("a tag|undefined tag", "!")):
        if re.search(said, trouble.said):
            return at, begun(trouble.lines, at, sign)
    line = trouble.line(at)
    if "block scalar" in trouble.said:
        begin = _TEXT.match(line)
        opener = line[begin.end()] if begin else "|"
        return at, f"na {opener} hoort niets meer op dezelfde regel; {BELOW}"
    alone = "cannot start" in trouble.said or ("not allowed" in trouble.said and _TEXT.match(line))
    if alone and line[column : column + 1] in (*"-?@%`",):
        return at, begun(trouble.lines, at, line[column])
    last = trouble.last
    ended = last.end_mark.line + 1 if isinstance(last, yaml.CollectionEndEvent) and last.end_mark else 0
    if ended == at and "block mapping" in trouble.said:
        begin = _TEXT.match(line)
        if begin and line[begin.end()] in "[{":
            return at, begun(trouble.lines, at, line[begin.end()])
    return None


def _list(trouble: _Trouble) -> Found:
    """A list between brackets that goes on where the next line should have begun."""
    for said, sign, close in (("flow sequence", "[", "]"), ("flow mapping", "{", "}")):
        if said in trouble.said:
            begin, _ = trouble.mark("context_mark")
            outside = len(_indent(trouble.line(trouble.at))) <= len(_indent(trouble.line(begin)))
            told = f"een lijst met {sign} is niet goed gesloten"
            return (
                begin if outside else trouble.at,
                f"{told}; zet komma's tussen de delen en sluit met {close}",
            )
    return None


def _left(trouble: _Trouble) -> Found:
    """A line of a longer text that stands further to the left than the lines around it."""
    for opened in range(trouble.at, 0, -1):
        if not _OPENER.search(trouble.line(opened)):
            continue
        below = [at for at in range(opened + 1, trouble.at + 1) if _says(trouble.line(at))]
        inside = len(_indent(trouble.line(below[0]))) if below else 0
        out = next((at for at in below if len(_indent(trouble.line(at))) < inside), 0)
        back = out == trouble.at or len(_indent(trouble.line(trouble.at))) == inside
        if out and back and not _WORD.match(trouble.line(out).partition(":")[0]):
            return out, f"deze regel staat verder naar links dan de tekst erboven; {SPACES}"
        return None
    return None


def _colon(trouble: _Trouble) -> Found:
    """A colon too many, or a line that the parser took for more of the text above it."""
    if "mapping values are not allowed" not in trouble.said:
        return None
    at, column = trouble.mark("problem_mark")
    before, above = trouble.line(at)[:column], trouble.above(trouble.at)
    if ": " in before and trouble.line(at).rstrip().endswith(":"):
        return at, "twee dubbele punten op één regel; haal de eerste weg"
    if ": " in before or not _WORD.match(before):
        return at, f"dubbele punt in je zin; {BLOCK}"
    if _NAMED.match(trouble.line(above)) and ": " not in trouble.line(above):
        return above, NO_SPACE
    return _deeper(trouble, at) or (
        above,
        "hier ontbreekt een dubbele punt; schrijf het zoals 'vraag: Hoe gaat het?'",
    )


def _no_colon(trouble: _Trouble) -> Found:
    if not re.search("simple key|expected ':'", trouble.said):
        return None
    at, _ = trouble.mark("context_mark")
    line, above = trouble.line(at), trouble.line(trouble.above(at))
    if _NAMED.match(line):
        return at, NO_SPACE
    if above.lstrip().startswith("- ") and _indent(line) == _indent(above):
        return at, "deze regel mist het streepje van de lijst; zet er een streepje met een spatie voor"
    return (
        at,
        "hier ontbreekt een dubbele punt; hoort de regel bij de tekst erboven, "
        "zet er dan evenveel spaties voor",
    )


def _step_at_the_margin(trouble: _Trouble) -> Found:
    """A step that begins at the margin closes the list of steps, and what follows stands nowhere."""
    margin = [at for at in range(1, trouble.at + 1) if re.match(r"\w", trouble.line(at))]
    words = [trouble.line(at).partition(":")[0] for at in margin]
    if words and "stappen" in words[:-1] and words[-1] not in keys_in(Where.DIALOGUE):
        return margin[-1], f"'{words[-1]}' staat te ver naar links; zet er twee spaties voor"
    return None


def _dashes(trouble: _Trouble) -> Found:
    """A dash before something that is no part of a list, or a part of a list without one."""
    if "block collection" not in trouble.said:
        return None
    at, _ = trouble.mark("context_mark")
    if trouble.line(trouble.above(at)).strip().removesuffix(":") in _MAPS:
        return at, "haal dit streepje weg; hier hoort een naam met een dubbele punt"
    return (
        trouble.at,
        "hier houdt de lijst op; zet er een streepje met een spatie voor, of zet de regel verder naar links",
    )


def _deeper(trouble: _Trouble, at: int) -> Found:
    """A line that begins further to the right than the one above, which may itself be the one to mend."""
    above = trouble.above(at)
    here, there, before = (len(_indent(trouble.line(one))) for one in (at, above, trouble.above(above)))
    if here <= there:
        return None
    if before == here:
        return above, f"deze regel staat verder naar links dan de regels eromheen; {SPACES}"
    return at, f"deze regel staat verder naar rechts dan die erboven; {SPACES}"


def _indentation(trouble: _Trouble) -> Found:
    if not re.search("block mapping|block end|not allowed", trouble.said):
        return None
    return _deeper(trouble, trouble.at) or (
        trouble.at,
        "de inspringing klopt niet; zet gelijke dingen even ver naar rechts, met twee spaties per laag",
    )


def _other(trouble: _Trouble) -> Found:
    if "document start" in trouble.said:
        return trouble.at, f"deze regel hoort nergens bij; schrijf 'woord: tekst', of {BLOCK}"
    return trouble.at, "deze regel kan ik niet lezen; vergelijk hem met een dialoog die het doet"


LOOKS: tuple[Callable[[_Trouble], Found], ...] = (
    _tab,
    _ended,
    _quote,
    _sign,
    _list,
    _left,
    _colon,
    _no_colon,
    _step_at_the_margin,
    _dashes,
    _indentation,
    _other,
)


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
