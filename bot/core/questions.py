"""Whether a question one person means to ask another is open; it advises, may miss, and never blocks.

Who senses a strategy behind a first question becomes careful (De schoolleider in verandering, hoofdstuk 10).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.advice import Advice, Lexicon, Reading
from bot.core.phrases import Sentence, sentences

_SHORT = 8
_LOADED = ("sturend", "verwijt")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one sentence asks: no advice if it is open; a lead-in ("zullen we beginnen?") does not count.

    `other_half` is the advice when it finishes a closed question before it ("Ging het? Of was het lastig?").
    """

    advice: Advice | None = None
    counts: bool = True
    other_half: Advice | None = None


def open_question(text: str, words: Lexicon) -> Advice | None:
    """Advice on an opening question of any length, or None when it is open or when we cannot tell."""
    read = _Question(text, words)
    spoken = sentences(text, read.named("tikfouten"))
    for reason in _LOADED:
        for sentence in spoken:
            for first, after in sentence.spans(read.named(reason)):
                return read.advice(reason, sentence, first, after)
    asked = [found for sentence in spoken if (found := read.sentence(sentence))]
    if not asked:
        return Advice("geen_vraag") if spoken else None
    return _weigh(asked)


def _weigh(asked: list[_Asked]) -> Advice | None:
    for found in asked:
        if found.advice and found.advice.reason in _LOADED:
            return found.advice
    counted = [found for found in asked if found.counts]
    if len(counted) < 2:
        return (counted or asked)[0].advice
    closed = counted[0].advice is not None and counted[0].advice.reason == "gesloten"
    return (counted[1].other_half if closed else None) or Advice("meerdere")


@dataclass(frozen=True, slots=True)
class _Question(Reading):
    """A typed question beside its word lists."""

    def sentence(self, sentence: Sentence) -> _Asked | None:
        """What this sentence asks, or None for a statement."""
        openings = list(self._openings(sentence))
        for at in openings:
            if found := self._invitation(sentence, at) or self._question_word(sentence, at):
                return found
        if tail := self._tail(sentence):
            return tail
        for at in openings:
            if found := self._verb(sentence, at):
                return found
        return self._run_on(sentence)

    def _openings(self, sentence: Sentence) -> Iterator[int]:
        for at, word in enumerate(sentence.words):
            while word.fresh and sentence.has(at, self.named("aanhef")):
                at += 1
            if word.fresh and at < len(sentence):
                yield at

    def _invitation(self, sentence: Sentence, at: int) -> _Asked | None:
        strong = sentence.starts(self.named("uitnodigingen"), at)
        after = strong or sentence.starts(self.named("inleidingen"), at)
        if after is None:
            return None
        for place in range(after, after + 4):
            if sentence.has(place, self.named("keuzewoorden")) and place < after + 3:
                return _Asked(self.advice("gesloten", sentence, at, place + 1))
            if sentence.has(place, self.named("vraagwoorden")):
                return _Asked(self._by_word(sentence, place))
        return _Asked(counts=False) if strong else None

    def _question_word(self, sentence: Sentence, at: int) -> _Asked | None:
        if sentence.starts(self.named("geen_begin"), at):
            return None
        if sentence.starts(self.named("aanloop"), at) == len(sentence):
            return _Asked(counts=False)
        while sentence.has(at, self.named("voorzetsels")):
            at += 1
        return _Asked(self._by_word(sentence, at)) if sentence.has(at, self.named("vraagwoorden")) else None

    def _by_word(self, sentence: Sentence, at: int) -> Advice | None:
        if any(self._begins_another(sentence, later) for later in range(at + 1, len(sentence))):
            return Advice("meerdere")
        if choice := self._choice(sentence, self._last_pause(sentence, at)):
            return choice
        end = sentence.starts(self.named("waarom"), at)
        if end and not any(sentence.spans(self.named("waarom_mag"))):
            return self.advice("waarom", sentence, at, end)
        end = sentence.starts(self.named("feit"), at)
        if end is None and len(sentence) - at <= _SHORT:
            end = sentence.starts(self.named("feit_kort"), at)
        if end and not any(sentence.spans(self.named("feit_mag"))):
            return self.advice("feit", sentence, at, end)
        return None

    def _begins_another(self, sentence: Sentence, at: int) -> bool:
        joined = sentence.has(at - 1, self.named("voegwoorden"))
        if joined and at == len(sentence) - 1 and sentence.has(at, self.named("waarom")):
            return True
        return (joined or sentence.words[at].fresh) and self._main_clause(sentence, at)

    def _main_clause(self, sentence: Sentence, at: int) -> bool:
        """A question word, what can be a verb, then a subject: `hoe kijk jij`, but not `hoe jij kijkt`."""
        subjects = self.named("onderwerpen")
        verb_fits = not sentence.has(at + 1, subjects + self.named("geen_werkwoord"))
        return sentence.has(at, self.named("vraagwoorden")) and verb_fits and sentence.has(at + 2, subjects)

    def _last_pause(self, sentence: Sentence, at: int) -> int:
        """Where "…, A of B?" begins after a question word; the end of the sentence if nowhere."""
        last = max((i for i, word in enumerate(sentence.words) if word.fresh), default=0)
        other = sentence.has(last, self.named("bijzin_begin")) or len(sentence) - last > _SHORT
        return len(sentence) if last <= at or other else last

    def _choice(self, sentence: Sentence, start: int) -> Advice | None:
        no_choice = {at for span in sentence.spans(self.named("geen_keuze")) for at in range(*span)}
        for at in range(start + 1, len(sentence) - 1):
            if sentence.has(at, self.named("keuzewoorden")) and at not in no_choice:
                return self.advice("keuzevraag", sentence, at - 1, at + 2)
        return None

    def _tail(self, sentence: Sentence) -> _Asked | None:
        for first, after in sentence.spans(self.named("staart")):
            if after == len(sentence) and first > 1:
                return _Asked(self.advice("sturend", sentence, first, after))
        return None

    def _verb(self, sentence: Sentence, at: int) -> _Asked | None:
        known, subject = (
            sentence.has(at, self.named("werkwoorden")),
            sentence.has(at + 1, self.named("onderwerpen")),
        )
        early = at <= 2 or not any(word.fresh for word in sentence.words[1 : at + 1])
        inverted = known and subject and early
        asked = sentence.asked and self._with_mark(sentence, at)
        if not (inverted or asked or sentence.has(at, self.named("aan_elkaar"))):
            return None
        second = sentence.has(0, self.named("keuzewoorden"))
        other_half = self.advice("keuzevraag", sentence, 0, at + 2) if second else None
        proposal = sentence.starts(self.named("voorstel"), at) is not None
        return _Asked(self._closed(sentence, at), counts=not proposal, other_half=other_half)

    def _with_mark(self, sentence: Sentence, at: int) -> bool:
        verbs = sentence.has(at, self.named("werkwoorden") + self.named("werkwoorden_met_teken"))
        return verbs or sentence.has(at + 1, self.named("aangesprokenen"))

    def _closed(self, sentence: Sentence, at: int) -> Advice | None:
        for reason in _LOADED:
            if end := sentence.starts(self.named(f"{reason}_begin"), at):
                return self.advice(reason, sentence, at, end)
        return self._choice(sentence, at + 1) or self.advice("gesloten", sentence, at, at + 2)

    def _run_on(self, sentence: Sentence) -> _Asked | None:
        """A question with no pause before it ("fijn dat je er bent hoe kijk jij"), or "je was boos?"."""
        for at in range(len(sentence)):
            if self._main_clause(sentence, at):
                return _Asked(self._by_word(sentence, at))
            if sentence.has(at - 1, self.named("voegwoorden")) and (found := self._invitation(sentence, at)):
                return found
        if not sentence.asked:
            return None
        for at in range(len(sentence)):
            if sentence.has(at, self.named("werkwoorden")) and sentence.has(
                at + 1, self.named("aangesprokenen")
            ):
                return _Asked(self._closed(sentence, at))
        for at in self._openings(sentence):
            if sentence.has(at, self.named("aangesprokenen")) and len(sentence) - at > 2:
                return _Asked(self.advice("gesloten", sentence, at, at + 2))
        return _Asked(counts=False)
