"""What the errors of the YAML parser mean for somebody who does not know YAML, and what to write instead."""

import re

from bot.core.errors import Blemish

_BLOCK = "zet de tekst op een nieuwe regel na |"
_SLIPS: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", f"dubbele punt in je zin; {_BLOCK}"),
    ("scanning a quoted scalar", f"een aanhalingsteken gaat open en niet meer dicht; sluit het, of {_BLOCK}"),
    ("unknown escape|escape code|escape sequence", f"een \\ kan hier niet tussen aanhalingstekens; {_BLOCK}"),
    (
        "scanning an alias|scanning an anchor|undefined alias",
        f"een tekst kan hier niet met * of & beginnen; {_BLOCK}",
    ),
    (
        "scanning a tag|parsing a node, found undefined tag",
        f"een tekst kan hier niet met ! beginnen; {_BLOCK}",
    ),
    (
        "block scalar",
        "na | hoort niets meer op dezelfde regel; begin de tekst op de volgende regel, ingesprongen",
    ),
    ("flow sequence", "een lijst met [ is niet goed gesloten; zet komma's tussen de delen en sluit met ]"),
    ("flow mapping", "een lijst met { is niet goed gesloten; zet komma's tussen de delen en sluit met }"),
    ("cannot start any token", f"een tekst kan niet met dit teken beginnen; {_BLOCK}"),
    (
        "simple key|expected ':'",
        "hier ontbreekt een dubbele punt, of de regel hoort bij de tekst erboven: spring dan in",
    ),
    (
        "block mapping|block collection|block end|not allowed in this context|not allowed here",
        "de inspringing klopt niet: gelijke dingen beginnen even ver naar rechts, met twee spaties per stap; "
        f"begint je zin met een aanhalingsteken, {_BLOCK}",
    ),
    ("document start", f"deze regel hoort nergens bij; schrijf 'woord: tekst', of {_BLOCK}"),
)


def slip(file: str, text: str, error: Exception) -> Blemish:
    """The fault at its own line; a tab is looked for in the text, as the parsers each name it differently."""
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    line = _line(error, said)
    lines = text.splitlines()
    for near in (line, line - 1):
        if "\t" in _indent("".join(lines[near - 1 : near])):
            return Blemish(file, near, "een tab aan het begin van de regel; gebruik spaties")
    return Blemish(file, line, _meaning(said))


def _line(error: Exception, said: str) -> int:
    """Where the author has to look: for what was opened and never closed, that is where it began."""
    begun = "quoted scalar" in said or "simple key" in said
    marks = ("context_mark", "problem_mark") if begun else ("problem_mark", "context_mark")
    found = [mark for name in marks if (mark := getattr(error, name, None)) is not None]
    return int(found[0].line) + 1 if found else 1


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _meaning(said: str) -> str:
    for sign, meaning in _SLIPS:
        if re.search(sign, said):
            return meaning
    return "dit is geen geldige YAML; vergelijk de regel met een dialoog die het doet"
