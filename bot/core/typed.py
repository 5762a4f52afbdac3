"""What a typed answer means for a question: keys, or why it was not understood."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.dialogue import Choice, Kind, Question
from bot.core.moments import read_moment


@dataclass(frozen=True, slots=True)
class Miss:
    """Not understood; `reason` is a key of the texts."""

    reason: str


DENIALS = frozenset({"niet", "geen", "nooit"})
DAYS = 5 * 365
"""How far a day may lie from today; further is a slip of the finger."""
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
        case Kind.DATE:
            return _moment(question.span, text, now)


def fold(text: str) -> str:
    """Lower case, without accents, punctuation and doubled spaces."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w\s]|_", " ", kept).split())


def _one(choices: tuple[Choice, ...], text: str) -> tuple[str, ...]:
    said = fold(text)
    for names in (_exact, _within, _opening):
        found = [choice.key for number, choice in enumerate(choices, 1) if names(choice, number, said)]
        if len(found) == 1:
            return (found[0],)
    return ()


def _exact(choice: Choice, number: int, said: str) -> bool:
    return said in {fold(choice.key), fold(choice.label), str(number), *map(fold, choice.synonyms)}


def _within(choice: Choice, number: int, said: str) -> bool:
    """A name of some length within a few words ("ik denk de ander"); not where something is denied."""
    spoken = said.split()
    if len(spoken) > 7 or DENIALS & set(spoken):
        return False
    names = {fold(choice.label), *map(fold, choice.synonyms)}
    return any(len(name) >= LONG_NAME and f" {name} " in f" {said} " for name in names)


def _opening(choice: Choice, number: int, said: str) -> bool:
    """The beginning of the label, or an answer of a few words that begins with a synonym ("ja hoor")."""
    if len(said) >= 3 and fold(choice.label).startswith(said):
        return True
    names = {fold(choice.key), *map(fold, choice.synonyms)}
    return len(said.split()) <= 4 and any(said.startswith(f"{name} ") for name in names)


def _several(choices: tuple[Choice, ...], text: str) -> tuple[str, ...]:
    whole = _one(choices, text)
    if whole:
        return whole
    pieces = [piece for piece in re.split(r",|;|\+|&|\n|\ben\b", text.casefold()) if piece.strip()]
    if len(pieces) == 1 and re.fullmatch(r"[\d\s]+", pieces[0]):
        pieces = pieces[0].split()
    found = [_one(choices, piece) for piece in pieces]
    if not all(found):
        return ()
    ticked = {keys[0] for keys in found}
    return tuple(choice.key for choice in choices if choice.key in ticked)


def _number(choices: tuple[Choice, ...], text: str) -> tuple[str, ...]:
    """A whole number on the scale: "7", "zeven", "een 7", "7/10"."""
    said = re.sub(r"^een (?=\S)", "", text.casefold().strip().strip(".!"))
    found = re.fullmatch(r"(\d{1,3})(?:\s*(?:/|van de|op de)\s*(\d{1,3}))?", said)
    number = int(found[1]) if found else NUMBERS.get(fold(said))
    if number is None or (found and found[2] and found[2] != choices[-1].key):
        return ()
    return (str(number),) if any(choice.key == str(number) for choice in choices) else ()


def _moment(span: str, text: str, now: datetime) -> tuple[str, ...] | Miss:
    moment = read_moment(text, now)
    if moment is None or abs((moment.day - now.date()).days) > DAYS:
        return Miss("mis_datum")
    minute = now.time().replace(second=0, microsecond=0)
    today = moment.day == now.date()
    past = moment.day < now.date() or (today and moment.time is not None and moment.time < minute)
    if span == "future" and past:
        return Miss("mis_datum_voorbij")
    if span == "past" and moment.day > now.date():
        return Miss("mis_datum_later")
    return (moment.key(),)
