"""The faults found so far, at their file and line, and the word an author probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from bot.content.nodes import Place
from bot.core.errors import Blemish, ContentError

OPTIONS_LIMIT = 300
"""Words to look among: comparing is slow, and a file full of mistakes should still be refused quickly."""


class Faults:
    """Gathers what is wrong, so that an author hears everything in one go."""

    def __init__(self) -> None:
        self.found: list[Blemish] = []

    def must(self, place: Place, text: str) -> None:
        """This has to change before the content can be used."""
        self.found.append(Blemish(place.file, place.line, text))

    def may(self, place: Place, text: str) -> None:
        """This could be better; the content works as it is."""
        self.found.append(Blemish(place.file, place.line, text, must=False))

    def take(self, blemishes: Iterable[Blemish]) -> None:
        self.found.extend(blemishes)

    def stop(self) -> None:
        """Raise ContentError with everything found if any of it has to change."""
        if any(blemish.must for blemish in self.found):
            raise ContentError(list(dict.fromkeys(self.found)))


def meant(word: str, known: Iterable[str]) -> str:
    """What to write instead: the nearest known word, else all of them when they are few, else nothing."""
    options = list(known)[:OPTIONS_LIMIT]
    near = get_close_matches(word, options, n=1)
    if near:
        return f"; bedoel je '{near[0]}'?"
    if 0 < len(options) <= 8:
        return "; kies uit: " + ", ".join(options)
    return ""
