"""Rules about questions: choices that are told apart, several scales, and what is left by the short way."""

from bot.content.faults import meant
from bot.content.nodes import Place, texts_in
from bot.content.page import Page
from bot.content.rules_names import folded, named
from bot.content.values import NAME, was_told
from bot.core.dialogue import Choice, Kind, Step

KEY_LIMIT = 30
CHOICES_LIMIT = 20
LABEL_LIMIT = 30
ITEM_LIMIT = 200
LONG = 8
"""Questions from which somebody with three minutes needs a shorter way."""
QUOTED = "zet een label met een komma erin tussen aanhalingstekens"
RESERVED = ("overgeslagen", "niet")


def choices_are_told_apart(page: Page) -> None:
    for step in page.steps:
        if step.question is not None and step.question.kind in (Kind.CHOICE, Kind.MULTI):
            _check_choices(page, step, _word(step))


def labels_fit_on_a_button(page: Page) -> None:
    for step in page.steps:
        if step.question is None or step.question.kind not in (Kind.CHOICE, Kind.MULTI):
            continue
        lines = [page.step_place(step, _word(step), choice.key).line for choice in step.question.choices]
        for choice in step.question.choices:
            place = page.step_place(step, _word(step), choice.key)
            if not choice.label and lines.count(place.line) > 1:
                page.must(place, f"tussen {{ en }} scheidt een komma twee keuzes; {QUOTED}")
            elif not choice.label:
                page.must(place, f"na '{choice.key}' hoort het label: wat mensen op de knop lezen")
            elif len(choice.label) > LABEL_LIMIT:
                page.must(
                    place, f"dit label heeft {len(choice.label)} tekens; houd het op hooguit {LABEL_LIMIT}"
                )


def other_words_are_for_choices(page: Page) -> None:
    for step in page.steps:
        if page.node("stappen", step.name, "ook") is None or step.question is None:
            continue
        if step.question.kind not in (Kind.CHOICE, Kind.MULTI):
            page.must(
                page.step_place(step, "ook"),
                "'ook' hoort bij 'keuze' of 'meerkeuze'; haal de regel weg of maak er een keuze van",
            )


def several_scales_are_told_apart(page: Page) -> None:
    for step in page.steps:
        if step.question is None or step.question.kind is not Kind.SCALES:
            continue
        items = step.question.items
        if len(items) == 1:
            page.must(
                page.step_place(step, "schalen"),
                "bij 'schalen' horen minstens twee onderdelen; is er één, gebruik dan alleen 'schaal'",
            )
        if len(items) > CHOICES_LIMIT:
            page.must(
                page.step_place(step, "schalen"),
                f"meer dan {CHOICES_LIMIT} onderdelen vult niemand in; kies er minder, of splits de vraag",
            )
        for item in items:
            _check_item(page, page.step_place(step, "schalen", item.key), item)


def short_way_names_questions(page: Page) -> None:
    steps = {step.name: step for step in page.steps}
    known = [step.name for step in page.steps if step.question is not None or step.does]
    for words in page.texts("kort"):
        name = words.text.strip()
        if name not in steps and not was_told(page.dialogue, name):
            page.must(words.place, f"'{name}' is geen stap{meant(name, known)}")
        elif name not in known and not was_told(page.dialogue, name):
            page.must(words.place, f"'{name}' vraagt niets, en in 'kort' staan alleen vragen; haal hem weg")


def short_way_asks_what_is_required(page: Page) -> None:
    if not page.texts("kort"):
        return
    for step in page.steps:
        if step.question is not None and step.question.required and step.name not in page.dialogue.brief:
            page.must(
                page.step_place(step, "verplicht"),
                f"'{step.name}' is verplicht en komt dus ook op het korte pad; zet hem bij 'kort'",
            )


def long_dialogues_have_a_short_way(page: Page) -> None:
    """The shortest way counts, so a dialogue that asks itself how much time there is has one."""
    if not page.dialogue.brief and page.graph.shortest > LONG:
        page.may(
            page.place("stappen"),
            f"dit zijn minstens {page.graph.shortest} vragen; zet boven 'stappen' een regel 'kort: [...]' "
            "met de vragen voor wie drie minuten heeft",
        )


RULES = (
    choices_are_told_apart,
    labels_fit_on_a_button,
    other_words_are_for_choices,
    several_scales_are_told_apart,
    short_way_names_questions,
    short_way_asks_what_is_required,
    long_dialogues_have_a_short_way,
)


def _word(step: Step) -> str:
    return "keuze" if step.question and step.question.kind is Kind.CHOICE else "meerkeuze"


def _check_choices(page: Page, step: Step, word: str) -> None:
    choices = step.question.choices if step.question else ()
    if len(choices) == 1:
        page.must(page.step_place(step, word), "bij kiezen horen minstens twee mogelijkheden; zet er een bij")
    if len(choices) > CHOICES_LIMIT:
        page.must(
            page.step_place(step, word),
            f"meer dan {CHOICES_LIMIT} mogelijkheden leest niemand; kies er minder",
        )
    named: dict[str, str] = {}
    for number, choice in enumerate(choices, 1):
        place = page.step_place(step, word, choice.key)
        if choice.label:  # without one it may be half of the label before it
            check_key(page, place, choice.key)
        _check_label(page, place, number, choice.label)
        for name, at in _names(page, step, choice, place).items():
            other = named.setdefault(name, choice.key)
            if other != choice.key:
                page.must(at, f"'{name}' past ook bij '{other}'; maak sleutels, labels en 'ook' verschillend")


def _names(page: Page, step: Step, choice: Choice, place: Place) -> dict[str, Place]:
    """All that stands for a choice when somebody types it, folded, and where that is written."""
    also = texts_in(page.node("stappen", step.name, "ook", choice.key))
    known = dict.fromkeys(map(folded, choice.synonyms), place)
    own = {folded(words.text): words.place for words in also}
    return {**known, **own, folded(choice.key): place, folded(choice.label): place}


def _check_label(page: Page, place: Place, number: int, label: str) -> None:
    name = folded(label)
    if name.isdecimal() and name != str(number):
        page.must(place, f"'{label}' lijkt op het nummer van een andere keuze; schrijf het in letters")
    if name in page.house.commands:
        page.must(place, f"'{label}' is ook een woord dat altijd werkt; kies een ander label")


def _check_item(page: Page, place: Place, item: Choice) -> None:
    check_key(page, place, item.key)
    if not item.label:
        page.must(place, f"na '{item.key}' hoort waarover het gaat: wat mensen lezen")
    elif len(item.label) > ITEM_LIMIT:
        page.must(place, f"dit onderdeel heeft {len(item.label)} tekens; houd het op hooguit {ITEM_LIMIT}")


def check_key(page: Page, place: Place, key: str) -> None:
    """A key of a choice, an item or an outcome can stand in a condition."""
    if key in RESERVED:
        page.must(place, f"'{key}' heeft in voorwaarden al een betekenis; kies een andere sleutel")
    elif not NAME.fullmatch(key):
        page.must(place, f"'{key}' kan geen sleutel zijn; {named(key)}")
    elif len(key.encode()) > KEY_LIMIT:
        page.must(place, f"deze sleutel is langer dan {KEY_LIMIT} tekens; kort hem in")
