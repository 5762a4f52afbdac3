"""A conversation written down as it is held: `ik> …` for what is typed, `bot> …` for what comes back."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from bot.core.text import plain
from bot.ports import Channel, Outbound, Sort

SHOWN = (Sort.TEXT, Sort.QUESTION, Sort.REMINDER)
ME, BOT = "ik> ", "bot> "


class Transcript:
    """A channel that shows everything through another one and writes it down as well."""

    def __init__(self, channel: Channel, file: TextIO) -> None:
        self.name = channel.name
        self.pace = channel.pace
        self._channel = channel
        self._file = file

    async def send(self, address: str, outbound: Outbound) -> int | None:
        if outbound.sort in SHOWN:
            numbered = (f"{number}. {label}" for number, label in enumerate(outbound.numbered, 1))
            self._write(BOT, "\n".join([plain(outbound.body), *numbered]))
        return await self._channel.send(address, outbound)

    def heard(self, lines: Iterable[str]) -> Iterator[str]:
        """The lines that are typed, each written down when it is taken."""
        for line in lines:
            if line.strip():
                self._write(ME, line)
            yield line

    def _write(self, mark: str, text: str) -> None:
        self._file.write(spoken(mark, text) + "\n")


def spoken(mark: str, text: str) -> str:
    """A text behind its mark, its further lines indented."""
    return mark + ("\n" + " " * len(mark)).join(text.splitlines()).rstrip()
