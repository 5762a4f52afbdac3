"""Whether a text draws a conclusion where an observation was asked; it may miss, it never scolds.

It leaves alone what somebody literally said (between quotation marks), what is reported ("hij zei dat …") and
what the person says about themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.advice import Advice, Lexicon, Reading
from bot.core.phrases import Sentence, sentences

_REASONS = ("etiket", "bedoeling", "iedereen", "algemeen")
_NEAR = 9
_QUOTED = re.compile(
    r"\"[^\"]*(?:\"|$)|“[^”“]*(?:[”“]|$)|„[^”“\"]*(?:[”“\"]|$)|«[^»]*(?:»|$)|‘[^\n‘]{0,500}?[’'](?!\w)"
    r"|(?<!\w)['’](?=\S)[^\n]{0,500}?(?<=\S)['’](?!\w)"
)


def judgement(text: str, words: Lexicon) -> Advice | None:
    """Advice on a conclusion in a text of any length, or None; a label goes before a generalisation."""
    read = _Account(text, words)
    # A line break of the same length keeps every other word in its place.
    spoken = sentences(_QUOTED.sub(lambda quote: "\n" * len(quote.group()), text), read.named("tikfouten"))
    for reason in _REASONS:
        for sentence in spoken:
            if found := next(read.conclusions(reason, sentence), None):
                return found
    return None


@dataclass(frozen=True, slots=True)
class _Account(Reading):
    """What somebody wrote about a moment, beside its word lists."""

    def conclusions(self, reason: str, sentence: Sentence) -> Iterator[Advice]:
        """Each conclusion of this kind that is the person's own."""
        harmless = self._harmless(sentence)
        for first, after in sentence.spans(self.named(reason)):
            own = harmless.isdisjoint(range(first, after)) and not self._about_self(reason, sentence, first)
            if own and (advice := self.advice(reason, sentence, first, after)):
                yield advice

    def _harmless(self, sentence: Sentence) -> set[int]:
        spans = list(sentence.spans(self.named("uitzonderingen")))
        return {at for span in spans for at in range(*span)} | self._reported(sentence)

    def _reported(self, sentence: Sentence) -> set[int]:
        """Words after a verb of saying, up to a turn (", maar"); the first of them tells how it was said."""
        places: set[int] = set()
        reporting = False
        for at, word in enumerate(sentence.words):
            if word.fresh and sentence.has(at, self.named("wending")):
                reporting = False
            if reporting:
                places.add(at)
            said = sentence.has(at - 1, self.named("zegwoorden"))
            if said and not sentence.has(at, self.named("zwijgwoorden")):
                reporting = True
                if word.fresh or sentence.has(at, self.named("gezegd")):
                    places.add(at)
        return places

    def _about_self(self, reason: str, sentence: Sentence, first: int) -> bool:
        """Whether the nearest person before it is the writer; for a label with a verb of being."""
        for at in range(first - 1, max(first - _NEAR, -1), -1):
            if sentence.has(at, self.named("ander")):
                return False
            if sentence.has(at, self.named("ikzelf")):
                near = range(max(at - 1, 0), first)
                return reason != "etiket" or any(sentence.has(i, self.named("zijn")) for i in near)
        return False
