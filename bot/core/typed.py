"""What a typed answer means for a question: keys, or why it was not understood."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.dialogue import Choice, Kind, Question
from bot.core.folding import fold
from bot.core.moment_meant import moment_meant


@dataclass(frozen=True, slots=True)
class Miss:
    """Not understood; `reason` is a key of the texts."""

    reason: str


DENIALS = frozenset({"niet", "geen", "nooit"})
TURNS = frozenset({"maar", "behalve", "tenzij", "mits", "idee"})
"""Words after the name of a choice that make it something else ("ja, behalve …", "geen idee")."""
YES, NO = "ja", "nee"
SHORT_REPLY, LONG_REPLY = 4, 12
"""Words of an answer that begins with the name of a choice; with yes or no people go on for longer."""
LONG_NAME = 5
"""Letters from which a name inside an answer is no coincidence."""
NUMBERS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(
        [
            "nul",
            "een",
            "twee",
            "drie",
            "vier",
            "vijf",
            "zes",
            "zeven",
            "acht",
            "negen",
            "tien",
            "elf",
            "twaalf",
        ]
    )
}


def keys_of(question: Question, text: str, now: datetime) -> tuple[str, ...] | Miss:
    """The keys a typed answer stands for; an open question has none."""
    match question.kind:
        case Kind.OPEN:
            return ()
        case Kind.CHOICE:
            return _one(question.choices, text) or Miss("mis_keuze")
        case Kind.MULTI:
            return _several(question.choices, text) or Miss("mis_meerkeuze")
        case Kind.SCALE:
            return _number(question.choices, text) or Miss("mis_schaal")
        case Kind.SCALES:
            return Miss("mis_schaal")  # its numbers belong to items, see numbers_in
        case Kind.DATE:
            found = moment_meant(question.span, text, now)
            return Miss(found) if isinstance(found, str) else (found.key(),)


def _one(choices: tuple[Choice, ...], text: str) -> tuple[str, ...]:
    # Who begins with yes or no has said it, whatever comes behind.
    first = fold(text).split()[:1] in ([YES], [NO])
    return _named(choices, text, (_exact, _opening, _within) if first else (_exact, _within, _opening))


def _named(
    choices: tuple[Choice, ...], text: str, ways: tuple[Callable[[Choice, int, str], bool], ...]
) -> tuple[str, ...]:
    """The one choice a text names, by the first of these ways that finds one alone."""
    said = fold(text)
    for names in ways:
        found = [choice.key for number, choice in enumerate(choices, 1) if names(choice, number, said)]
        if len(found) == 1:
            return (found[0],)
    return ()


def _exact(choice: Choice, number: int, said: str) -> bool:
    return said in {fold(choice.key), fold(choice.label), str(number), *map(fold, choice.synonyms)}


def _within(choice: Choice, number: int, said: str) -> bool:
    """A name of some length within a few words ("ik denk de ander"); not where something is denied."""
    spoken = set(said.split())
    names = {fold(choice.label), *map(fold, choice.synonyms)}
    named = [name for name in names if len(name) >= LONG_NAME and f" {name} " in f" {said} "]
    return len(said.split()) <= 7 and any(not DENIALS & (spoken - set(name.split())) for name in named)


def _opening(choice: Choice, number: int, said: str) -> bool:
    """The beginning of the label, or an answer of some words that begins with a synonym ("ja hoor").

    Not where what follows takes it back ("zeker niet", "ja behalve het budget").
    """
    if _begins_label(choice, number, said):
        return True
    names = {fold(choice.key), *map(fold, choice.synonyms)} - DENIALS
    opening = max((name for name in names if name and said.startswith(f"{name} ")), key=len, default="")
    rest = set(said.removeprefix(opening).split())
    taken_back = TURNS | {YES} if choice.key == NO else TURNS | DENIALS | {NO}
    limit = LONG_REPLY if choice.key in (YES, NO) else SHORT_REPLY
    return bool(opening) and len(said.split()) <= limit and not rest & taken_back


def _begins_label(choice: Choice, number: int, said: str) -> bool:
    return len(said) >= 3 and fold(choice.label).startswith(said)


def _several(choices: tuple[Choice, ...], text: str) -> tuple[str, ...]:
    """The choices a text names: one whole name, else what its pieces name, else what it hints at."""
    whole = _named(choices, text, (_exact,))
    ticked = {key for piece in _pieces(text) for key in _one(choices, piece)}
    return whole or tuple(choice.key for choice in choices if choice.key in ticked) or _one(choices, text)


def _pieces(text: str) -> list[str]:
    pieces = [piece for piece in re.split(r",|;|\+|&|\n|\ben\b", text.casefold()) if piece.strip()]
    if len(pieces) == 1 and re.fullmatch(r"[\d\s]+", pieces[0]):
        return pieces[0].split()
    return pieces


def literal(question: Question, text: str, keys: tuple[str, ...]) -> bool:
    """Whether a typed answer names these choices by number, key, (begin of a) label or synonym, no more."""
    ways = (_exact, _begins_label)
    if _named(question.choices, text, ways) == keys or tuple(fold(text).split()[:1]) == keys:
        return True
    pieces = _pieces(text) if question.kind is Kind.MULTI else []
    named = [_named(question.choices, piece, ways) for piece in pieces]
    return bool(named) and all(named) and {key for found in named for key in found} == set(keys)


def _number(choices: tuple[Choice, ...], text: str) -> tuple[str, ...]:
    """A whole number on the scale: "7", "zeven", "een 7", "7/10"."""
    said = re.sub(r"^een (?=\S)", "", text.casefold().strip().strip(".!"))
    found = re.fullmatch(r"(\d{1,3})(?:\s*(?:/|van de|op de)\s*(\d{1,3}))?", said)
    word = fold(said)
    # "Een zesje", "een viertje".
    number = int(found[1]) if found else NUMBERS.get(word, NUMBERS.get(re.sub(r"t?je$", "", word)))
    if number is None or (found and found[2] and found[2] != choices[-1].key):
        return ()
    return (str(number),) if any(choice.key == str(number) for choice in choices) else ()


def numbers_in(question: Question, text: str) -> tuple[str, ...]:
    """The numbers of a scale in "4", "een 4" or "4, 3 5 2"; empty when anything else is in it ("3,5")."""
    if re.fullmatch(r"\d,\d", text.strip()):
        return ()
    whole = _number(question.choices, text)
    if whole:
        return whole
    bare = re.sub(r"\been (?=\d)", "", text.casefold())  # "een 4, een 3" holds two numbers
    found = [_number(question.choices, piece) for piece in re.split(r"[\s,;]+", bare) if piece]
    return tuple(one[0] for one in found) if found and all(found) else ()
