"""Rules about what people read: how long it is, what it repeats, and its tone."""

import re

from bot.content.faults import meant
from bot.content.nodes import Place
from bot.content.page import Page, Written
from bot.content.rules_conditions import comes_before
from bot.core.text import Slot, Template, template

LABEL_LIMIT = 30
TEXT_LIMIT = 4000
BUBBLE_LIMIT = 400
_STRAY = re.compile(r"<[^<>\n]*>")


def texts_are_not_too_long(page: Page) -> None:
    for written in page.written():
        if len(written.text) > TEXT_LIMIT:
            page.must(
                written.place,
                f"deze tekst heeft {len(written.text)} tekens en past niet; houd hem onder {TEXT_LIMIT}",
            )
        elif len(written.text) > BUBBLE_LIMIT:
            page.may(
                written.place,
                f"deze tekst heeft {len(written.text)} tekens; onder {BUBBLE_LIMIT} leest prettiger",
            )


def labels_fit_on_a_button(page: Page) -> None:
    for step in page.dialogue.steps:
        choices = step.question.choices if step.question else ()
        for choice in choices:
            place = page.step_place(
                step, "keuze" if page.node("stappen", step.name, "keuze") else "meerkeuze", choice.key
            )
            if not choice.label:
                page.must(place, f"na '{choice.key}' hoort het label: wat mensen op de knop lezen")
            elif len(choice.label) > LABEL_LIMIT:
                page.must(
                    place, f"dit label heeft {len(choice.label)} tekens; houd het op hooguit {LABEL_LIMIT}"
                )


def repeated_answers_are_there(page: Page) -> None:
    for written in page.written():
        read = template(written.text)
        for slot in read.slots():
            _check_slot(page, written, slot.name)
        for stray in _STRAY.findall(_outside_slots(read)):
            page.must(
                written.place,
                f"in {stray} hoort de naam van een stap, zoals <met_wie> of <met_wie of de ander>",
            )


def _outside_slots(read: Template) -> str:
    lines = (line for paragraph in read.paragraphs for line in paragraph)
    return "\n".join("".join("" if isinstance(piece, Slot) else piece[1] for piece in line) for line in lines)


def _check_slot(page: Page, written: Written, name: str) -> None:
    about, place = page.dialogue.by_name.get(name), written.place
    asked = [step.name for step in page.dialogue.steps if step.question and not step.question.ephemeral]
    if written.word in ("keuze", "meerkeuze", "titel", "van", "tot"):
        page.must(place, f"<{name}> kan hier niet; een antwoord herhalen kan in 'zeg' en 'vraag'")
    elif about is None:
        page.must(place, f"<{name}> is geen stap{meant(name, asked)}")
    elif about.question is None:
        page.must(place, f"<{name}> vraagt niets, dus er is niets te herhalen{meant(name, asked)}")
    elif about.question.ephemeral:
        page.must(place, f"<{name}> is vluchtig en wordt niet bewaard; haal het uit de tekst")
    elif not comes_before(page, about, written.step) and not (
        written.word == "doorvraag" and about is written.step
    ):
        page.must(place, f"<{name}> is hier nog niet gevraagd; herhaal een eerdere stap")


def tone_is_calm(page: Page) -> None:
    whole = ((page.place(word), text) for word in ("titel", "wanneer") for text in page.texts(word))
    for place, text in [*whole]:
        _calm(page, place, text.text)
    for written in page.written():
        _calm(page, written.place, written.text)


def _calm(page: Page, place: Place, text: str) -> None:
    if "!" in text:
        page.may(place, "een uitroepteken klinkt hard; zet een punt")


RULES = (texts_are_not_too_long, labels_fit_on_a_button, repeated_answers_are_there, tone_is_calm)
