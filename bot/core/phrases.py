"""Typed text as sentences of folded words, and phrases found in them; it knows no grammar and no words.

A phrase is words with two signs: `kun/kan je` (either word) and `zou … niet` (up to three words between).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

Phrases = tuple[str, ...]

_WORD = re.compile(r"[^\W_](?:[\u0300-\u036f]|['’`´](?=[^\W_])|[^\W_])*")
_END = re.compile(r"[?!…\n\r\u2028]|\.\.")
_PAUSE = re.compile(r"[^\s\w'’`´./&+-]|\s[-/]+\s")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: folded to compare, its span in the typed text, and whether a pause (comma, quote) precedes.

    `place` is where it begins in the sentence's `line`.
    """

    folded: str
    start: int
    end: int
    fresh: bool
    place: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """At least one word; `asked` when a question mark closed it.

    `line` is its folded words with single spaces, so that a place in it counts back to a word by the spaces.
    """

    words: tuple[Word, ...]
    asked: bool
    line: str

    def __len__(self) -> int:
        return len(self.words)

    def has(self, at: int, among: Phrases) -> bool:
        """Whether the word at this index exists and is one of these single words."""
        return 0 <= at < len(self.words) and self.words[at].folded in _set(among)

    def spans(self, phrases: Phrases) -> Iterator[tuple[int, int]]:
        """Every phrase found, as (first word, word after the last), from left to right."""
        for match in _compiled(phrases).finditer(self.line):
            yield self.line.count(" ", 0, match.start()), self.line.count(" ", 0, match.end()) + 1

    def starts(self, phrases: Phrases, at: int) -> int | None:
        """The index after the phrase that begins at word `at`, or None."""
        match = _compiled(phrases).match(self.line, self.words[at].place)
        return self.line.count(" ", 0, match.end()) + 1 if match else None

    def typed(self, text: str, first: int, after: int, longest: int) -> str:
        """As many of these words as fit in `longest` characters, as typed; "" if not even one fits."""
        for last in range(min(after, len(self.words)) - 1, first - 1, -1):
            if self.words[last].end - self.words[first].start <= longest:
                return text[self.words[first].start : self.words[last].end]
        return ""


def fold(word: str) -> str:
    """Lower case, without accents, apostrophes and hyphens: `Ongeïnteresseerd` becomes `ongeinteresseerd`."""
    plain = unicodedata.normalize("NFKD", word.upper().casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def sentences(text: str, slips: Phrases = ()) -> list[Sentence]:
    """The sentences of a text; a new line ends one. `slips` are typing errors as `wrong=right`."""
    mended = _mended(slips)
    found: list[Sentence] = []
    words: list[Word] = []
    seen = 0
    for match in _WORD.finditer(text):
        gap, folded, seen = text[seen : match.start()], fold(match.group()), match.end()
        if words and _ends(gap, words[-1]):
            found.append(_sentence(words, "?" in gap))
            words = []
        if folded:
            fresh = not words or _pauses(gap, folded)
            place = words[-1].place + len(words[-1].folded) + 1 if words else 0
            words.append(Word(mended.get(folded, folded), match.start(), match.end(), fresh, place))
    if words:
        found.append(_sentence(words, "?" in text[seen:]))
    return found


def _sentence(words: list[Word], asked: bool) -> Sentence:
    return Sentence(tuple(words), asked, " ".join(word.folded for word in words))


def _ends(gap: str, before: Word) -> bool:
    # An initial ("bij P. weg") or an abbreviation ("o.a.") ends nothing.
    return bool(_END.search(gap)) or ("." in gap and before.end - before.start > 1)


def _pauses(gap: str, following: str) -> bool:
    # An apostrophe before one letter is 't or 's; before a whole word it opens a quotation.
    return bool(_PAUSE.search(gap)) or (any(sign in gap for sign in "'’`´") and len(following) > 1)


@lru_cache(maxsize=16)
def _mended(slips: Phrases) -> dict[str, str]:
    pairs = (slip.partition("=") for slip in slips)
    return {fold(wrong): fold(right) for wrong, _, right in pairs if fold(right)}


@lru_cache(maxsize=128)
def _set(among: Phrases) -> frozenset[str]:
    return frozenset(map(fold, among))


@lru_cache(maxsize=128)
def _compiled(phrases: Phrases) -> re.Pattern[str]:
    if not phrases:
        return _NEVER
    return re.compile(r"(?<!\S)(?:" + "|".join(map(_pattern, phrases)) + r")(?!\S)")


def _pattern(phrase: str) -> str:
    parts: list[str] = []
    for word in phrase.split():
        choices = "|".join(re.escape(fold(choice)) for choice in word.split("/"))
        parts.append(r"(?: \S+){0,3}" if word == "…" else f" (?:{choices})")
    return "".join(parts).removeprefix(" ")
