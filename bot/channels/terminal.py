"""The terminal as a door: one line is one answer; choices are numbered, and there are no buttons."""

import itertools
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from bot.core.text import Rich, plain
from bot.ports import Came, Inbound, Outbound, Sort

if TYPE_CHECKING:  # rich is read in only where there is a screen
    from rich.console import Console

NAME = "terminal"
ADDRESS = "hier"
PROMPT = "› "
WIDTH = 76
SHOWN = (Sort.TEXT, Sort.QUESTION, Sort.REMINDER)
_STYLES = {"b": "bold", "i": "italic"}


class TerminalChannel:
    """Writes to a stream: styled and wrapped on a screen, plain text without escape codes anywhere else."""

    pace = 0.0

    def __init__(self, out: TextIO, name: str = NAME) -> None:
        self.name = name
        self._out = out
        self.gone = False
        """Whether nobody reads along any more (a closed pipe)."""
        self._console = _console(out) if out.isatty() else None

    async def send(self, address: str, outbound: Outbound) -> int | None:
        """Show it; what only makes sense in a chat (a reaction, other buttons) is not shown here."""
        if outbound.sort in SHOWN and not self.gone:
            try:
                self._show(outbound.body)
                for number, label in enumerate(outbound.numbered, 1):
                    self._show((("", f"  {number}. {label}"),))
                self._out.write("\n")
                self._out.flush()
            except BrokenPipeError:
                self.gone = True
        return None

    def until_gone(self, lines: Iterable[str]) -> Iterator[str]:
        """The lines, for as long as somebody reads along."""
        return itertools.takewhile(lambda _: not self.gone, lines)

    def _show(self, body: Rich) -> None:
        if self._console is None:
            self._out.write(plain(body) + "\n")
            return
        from rich.text import Text

        text = Text()
        for style, words in body:
            text.append(words, style=_STYLES.get(style, ""))
        self._console.print(text)


def _console(out: TextIO) -> "Console":
    from rich.console import Console

    return Console(file=out, highlight=False, width=min(WIDTH, Console(file=out).width))


def typed_lines(source: TextIO) -> Iterator[str]:
    """What is typed, line by line until the end; on a screen with a prompt and without a history."""
    if source.isatty():
        yield from _prompted()
        return
    for raw in source.buffer:
        yield cleaned(raw.decode("utf-8", "replace").rstrip("\r\n"))


def _prompted() -> Iterator[str]:
    _without_history()
    while True:
        try:
            line = input(PROMPT)
        except EOFError:
            return
        sys.stdout.write("\n")
        yield cleaned(line)


def _without_history() -> None:
    """What was typed must not come back with the arrow keys; without readline there is nothing to prevent."""
    try:
        import readline
    except ImportError:
        return
    readline.set_auto_history(False)  # type: ignore[attr-defined, unused-ignore]  # not in every build


def cleaned(text: str) -> str:
    """Without what cannot be kept as text: NUL and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def inbound(key: int, came: Came, text: str = "", data: str = "", name: str = NAME) -> Inbound:
    return Inbound(name, key, ADDRESS, came, text=text, data=data)
