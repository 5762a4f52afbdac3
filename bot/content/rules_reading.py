"""Rules about how a text reads: the length of its sentences and of its words.

They count and know no grammar: a sentence ends at a full stop or the end of a line, and what people answered
counts as one word.
"""

import re

from bot.content.page import Page
from bot.content.rules_texts import BARE
from bot.core.text import Slot, Template

SENTENCE_LIMIT = 25
AVERAGE_LIMIT = 16
FEW = 3
"""Sentences that have no average worth mentioning."""
WORD_LIMIT = 22
_END = re.compile(r"[.?!…]+(?:['\")]*)(?=\s|$)|\n")
_LONG_WORD = re.compile(rf"[^\W\d_]{{{WORD_LIMIT + 1},}}")


def sentences_are_short(page: Page) -> None:
    for written in page.written:
        if len(written.text.split()) <= SENTENCE_LIMIT:
            continue
        counts = _lengths(written.read)
        longest, average = max(counts), sum(counts) / len(counts)
        if longest > SENTENCE_LIMIT:
            page.may(
                written.place,
                f"een zin van {longest} woorden leest lastig op een telefoon; maak er twee zinnen van",
            )
        if len(counts) > FEW and average > AVERAGE_LIMIT:
            page.may(
                written.place,
                f"zinnen van gemiddeld {average:.0f} woorden lezen zwaar; maak ze korter dan {AVERAGE_LIMIT}",
            )


def words_are_short(page: Page) -> None:
    for written in page.written:
        # In a heading or on a button the stars themselves would show.
        if written.word in BARE or not _LONG_WORD.search(written.text):
            continue
        for word in dict.fromkeys(_LONG_WORD.findall(_own_words(written.read))):
            page.may(
                written.at(word),
                f"'{word}' is een lang woord; zeg het anders, of zet een vakterm tussen *sterretjes*",
            )


RULES = (sentences_are_short, words_are_short)


def _lengths(read: Template) -> list[int]:
    """Words in each sentence."""
    lines = (line for paragraph in read.paragraphs for line in paragraph)
    text = "\n".join("".join("x" if isinstance(one, Slot) else one[1] for one in line) for line in lines)
    counts = (len(sentence.split()) for sentence in _END.split(text))
    return [count for count in counts if count]


def _own_words(read: Template) -> str:
    """What is neither repeated nor set apart as a term."""
    pieces = (piece for paragraph in read.paragraphs for line in paragraph for piece in line)
    return " ".join(piece[1] for piece in pieces if not isinstance(piece, Slot) and piece[0] != "i")
