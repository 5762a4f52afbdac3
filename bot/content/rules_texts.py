"""Rules about what people read: how long it is, what it repeats, and its tone."""

import re

from bot.content.nodes import Place
from bot.content.page import Page, Written
from bot.content.values import ASKS_NOTHING, Nature, nothing_there
from bot.core.dialogue import Step
from bot.core.text import Slot, Template, fill, plain, template

TEXT_LIMIT = 4000
BUBBLE_LIMIT = 400
BARE = ("titel", "keuze", "meerkeuze", "schalen", "van", "tot")
"""Texts that repeat nothing: they stand on buttons, in lists and in headings."""
BARE_ONLY = "kan hier niet; herhaal een antwoord in 'zeg' of 'vraag'"
_STRAY = re.compile(r"<[^<>\n]*>")
_OPENED = re.compile(r"<[a-z][a-z0-9_.]*(?![^<>\n]*>)")
_BRACES = re.compile(r"([{\[]([a-z][a-z0-9_.]*)[}\]])")


def texts_are_not_too_long(page: Page) -> None:
    for written in page.written:
        if len(written.text) > TEXT_LIMIT:
            page.must(
                written.place,
                f"deze tekst heeft {len(written.text)} tekens en past niet; houd hem onder {TEXT_LIMIT}, "
                "of maak er twee stappen van",
            )
        elif len(written.text) > BUBBLE_LIMIT:
            page.may(
                written.place,
                f"deze tekst heeft {len(written.text)} tekens; onder {BUBBLE_LIMIT} leest prettiger, "
                "dus maak hem korter of maak er twee stappen van",
            )


def texts_fit_when_filled(page: Page) -> None:
    """Not what is only said: the house sends a long note in parts."""
    for written in page.written:
        if written.word in ("zeg", *BARE) or "<" not in written.text:
            continue
        length = _filled_length(page, written)
        if len(written.text) <= TEXT_LIMIT < length:
            page.must(
                written.place,
                f"met lange antwoorden erin heeft deze tekst {length} tekens en past niet; herhaal er minder",
            )


def repeated_answers_are_there(page: Page) -> None:
    for written in page.written:
        if "<" not in written.text:
            continue
        for slot in written.read.slots():
            if fault := _unrepeatable(page, written, slot.name):
                page.must(written.at(f"<{slot.name}>", f"<{slot.name} of "), fault)
        outside = _outside_slots(written.read)
        for stray in _STRAY.findall(outside):
            page.must(
                written.at(stray),
                f"in {stray} hoort de naam van een stap, zoals <met_wie> of <met_wie of de ander>",
            )
        for opened in _OPENED.findall(outside):
            page.must(written.at(opened), f"hier gaat < open en niet meer dicht; schrijf {opened}>")


def answers_are_repeated_between_angles(page: Page) -> None:
    """Not between braces or brackets, as elsewhere; and nowhere where nothing has been answered yet."""
    for written in page.written:
        for whole, name in _BRACES.findall(written.text):
            if page.value(name) is not None:
                page.may(written.at(whole), f"{whole} blijft zo staan; een antwoord herhaal je met <{name}>")
    for word in ("titel", "wanneer", "duur"):
        for text in page.texts(word):
            for slot in template(text.text).slots():
                page.must(text.place, f"<{slot.name}> {BARE_ONLY}")


def questions_stay_when_answers_are_missing(page: Page) -> None:
    for written in page.written:
        if written.word != "vraag":
            continue
        slots = [slot.name for slot in written.read.slots() if not slot.fallback]
        names = [name for name in slots if not _unrepeatable(page, written, name)]
        missing = [name for name in names if _may_be_empty(page, written.step, name)]
        if missing and _vanishes(written.read, missing):
            page.may(
                written.place,
                f"zonder antwoord op '{missing[0]}' valt deze vraag weg; schrijf <{missing[0]} of …> met "
                "woorden die dan passen",
            )


def tone_is_calm(page: Page) -> None:
    for word in ("titel", "wanneer"):
        for text in page.texts(word):
            _calm(page, text.place, text.text)
    for written in page.written:
        _calm(page, written.at("!"), written.text)


RULES = (
    texts_are_not_too_long,
    texts_fit_when_filled,
    repeated_answers_are_there,
    answers_are_repeated_between_angles,
    questions_stay_when_answers_are_missing,
    tone_is_calm,
)


def _filled_length(page: Page, written: Written) -> int:
    """Code points of the text with the longest answers in it."""
    length = len(written.text)
    for slot in written.read.slots():
        about = page.value(slot.name)
        if about is not None:
            length += max(about.longest, len(slot.fallback)) - len(_as_written(slot))
    return length


def _as_written(slot: Slot) -> str:
    return f"<{slot.name} of {slot.fallback}>" if slot.fallback else f"<{slot.name}>"


def _outside_slots(read: Template) -> str:
    lines = (line for paragraph in read.paragraphs for line in paragraph)
    return "\n".join("".join("" if isinstance(piece, Slot) else piece[1] for piece in line) for line in lines)


def _unrepeatable(page: Page, written: Written, name: str) -> str:
    """Why this text cannot repeat what the name stands for, or ""."""
    about = page.value(name)
    if written.word in BARE:
        return f"<{name}> {BARE_ONLY}"
    if about is None:
        nothing = nothing_there(page.dialogue, name, page.names)
        nothing += (
            "; haal het uit de tekst, of noem een stap met een vraag" if nothing == ASKS_NOTHING else ""
        )
        return nothing and f"<{name}> {nothing}"
    if about.ephemeral:
        return f"<{name}> is vluchtig en wordt niet bewaard; haal het uit de tekst"
    own = written.word == "doorvraag" and about.step is written.step
    if not own and not page.comes_before(about.step, written.step):
        return f"<{name}> is hier nog niet {about.made}; herhaal een eerdere stap"
    return ""


def _may_be_empty(page: Page, step: Step, name: str) -> bool:
    """Whether there may be nothing to repeat: skipped, or words that say nothing ("geen idee")."""
    about = page.value(name)
    return about is not None and (about.nature is Nature.OPEN or name not in page.graph.answered[step.name])


def _vanishes(read: Template, missing: list[str]) -> bool:
    """Whether the question itself goes when these answers are missing; a line beside it may."""
    names = {slot.name for slot in read.slots()}
    there = plain(fill(read, dict.fromkeys(names, "x")))
    left = plain(fill(read, dict.fromkeys(names - {*missing}, "x")))
    return not left or left.count("?") < there.count("?")


def _calm(page: Page, place: Place, text: str) -> None:
    if "!" in text:
        page.may(place, "een uitroepteken klinkt hard; zet een punt")
