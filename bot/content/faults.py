"""The faults found so far, at their file and line, and the word an author probably meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise

from bot.content.nodes import Place
from bot.core.errors import Blemish, ContentError

OPTIONS_LIMIT = 300
"""Words to look among: comparing is slow, and a file full of mistakes should still be refused quickly."""
FEW = 8
"""Options that can all be named."""
LOOKED_AT = 12
"""Options that are compared letter by letter."""
LONGEST = 80
NEAR = 0.66
BEGUN = 3
"""Letters at the beginning that make two words more alike: `proef` is nearer to `proeven` than to `roep`."""
BONUS = 0.04


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
    """What to write instead, as the rest of a sentence: the nearest word, else all when they are few."""
    options = list(known)[:OPTIONS_LIMIT]
    if near := nearest(word, options):
        return f"; bedoel je '{near}'?"
    if 0 < len(options) <= FEW:
        return "; kies uit: " + ", ".join(options)
    return "; kijk na hoe het heet" if options else "; haal het weg"


def nearest(word: str, options: Iterable[str]) -> str:
    """The option that looks most like the word, or "" where none does; capitals make no difference."""
    plain = _plain(word)
    if len(plain) > LONGEST:
        return ""
    pairs = _pairs(plain)
    alike = nlargest(LOOKED_AT, options, key=lambda option: len(pairs & _pairs(_plain(option))))
    likeness = {option: _likeness(plain, _plain(option)) for option in alike}
    best = max(likeness, key=likeness.__getitem__, default="")
    return best if best and likeness[best] >= NEAR else ""


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    return word.casefold().replace(" ", "_").replace("-", "_")


@lru_cache(maxsize=4096)
def _pairs(word: str) -> frozenset[str]:
    """Its letters two by two, and its first: quick to compare."""
    return frozenset((word[:1], *map("".join, pairwise(word))))


def _likeness(word: str, option: str) -> float:
    alike = SequenceMatcher(None, option, word)
    if alike.quick_ratio() + BONUS < NEAR:
        return 0.0
    return alike.ratio() + (BONUS if word[:BEGUN] == option[:BEGUN] else 0.0)
