"""What a check may say: the key of one kind sentence, and the words that gave it away."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.phrases import Phrases, Sentence

Lexicon = Mapping[str, tuple[str, ...]]
"""List name to words or phrases, as they stand under `woorden` of one check."""

LONGEST = 40
"""The most characters of somebody's own words that a remark repeats."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One remark: the key of its sentence, and the words that gave it away as typed (or "")."""

    reason: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A typed text beside the word lists of one check."""

    text: str
    words: Lexicon

    def named(self, name: str) -> Phrases:
        """The words of one list; a list that is not there is empty."""
        return self.words.get(name, ())

    def advice(self, reason: str, sentence: Sentence, first: int, after: int) -> Advice | None:
        """Advice that names these words, or None when there is no word short enough to repeat."""
        word = sentence.typed(self.text, first, after, LONGEST)
        return Advice(reason, word) if word else None
