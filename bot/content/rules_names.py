"""Rules about names: of the dialogue, its steps and choices, its sources, and what people call it by."""

import re
from collections import defaultdict
from pathlib import PurePosixPath

from bot.content.faults import meant
from bot.content.nodes import Place
from bot.content.page import Page
from bot.core.dialogue import END, Kind, Step
from bot.core.typed import fold

NAME = re.compile(r"[a-z][a-z0-9_]*")
IDENTITY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
AUDIENCE = ("leider", "bestuurder", "trainer")
KEY_LIMIT = 30
CHOICES_LIMIT = 20
RESERVED = ("overgeslagen", "niet")
_NAMED = "kleine letters, cijfers en _, met een letter voorop"


def dialogue_is_named_as_its_file(page: Page) -> None:
    identity, stem = page.dialogue.id, PurePosixPath(page.script.file).stem
    if identity and not IDENTITY.fullmatch(identity):
        page.must(page.place("dialoog"), "een dialoog heet met kleine letters, cijfers en streepjes")
    elif identity and identity != stem:
        page.must(
            page.place("dialoog"), f"de dialoog heet '{identity}' en het bestand '{stem}'; maak ze gelijk"
        )


def audience_is_known(page: Page) -> None:
    for words in page.texts("voor"):
        if words.text.strip() not in AUDIENCE:
            page.must(words.place, f"'{words.text}' kan niet achter 'voor'{meant(words.text, AUDIENCE)}")


def steps_have_good_names(page: Page) -> None:
    for step in page.dialogue.steps:
        if step.name == END:
            page.must(page.step_place(step), "'einde' sluit een dialoog af; geef de stap een andere naam")
        elif not NAME.fullmatch(step.name):
            page.must(page.step_place(step), f"'{step.name}' kan geen naam zijn; gebruik {_NAMED}")


def renamed_steps_exist(page: Page) -> None:
    for old, new in page.dialogue.renamed.items():
        place = page.place("hernoemd", old)
        if new not in page.dialogue.by_name:
            page.must(place, f"'{new}' is geen stap{meant(new, page.dialogue.by_name)}")
        if old in page.dialogue.by_name:
            page.must(place, f"'{old}' is nog een stap; haal deze regel weg of geef die stap een andere naam")


def choices_are_told_apart(page: Page) -> None:
    for step in page.dialogue.steps:
        if step.question is not None and step.question.kind in (Kind.CHOICE, Kind.MULTI):
            _check_choices(page, step, "keuze" if step.question.kind is Kind.CHOICE else "meerkeuze")


def _check_choices(page: Page, step: Step, word: str) -> None:
    choices = step.question.choices if step.question else ()
    if len(choices) < 2:
        page.must(page.step_place(step, word), "bij kiezen horen minstens twee mogelijkheden")
    if len(choices) > CHOICES_LIMIT:
        page.must(
            page.step_place(step, word),
            f"meer dan {CHOICES_LIMIT} mogelijkheden leest niemand; maak het korter",
        )
    named: dict[str, str] = {}
    for number, choice in enumerate(choices, 1):
        place = page.step_place(step, word, choice.key)
        _check_key(page, place, choice.key)
        label = fold(choice.label)
        if label.isdecimal() and label != str(number):
            page.must(
                place, f"'{choice.label}' lijkt op het nummer van een andere keuze; schrijf het in letters"
            )
        if label in page.house.commands:
            page.must(place, f"'{choice.label}' is ook een woord dat altijd werkt; kies een ander label")
        for name in {fold(choice.key), label, *map(fold, choice.synonyms)}:
            other = named.setdefault(name, choice.key)
            if other != choice.key:
                page.must(place, f"'{name}' past ook bij '{other}'; maak sleutels en labels verschillend")


def _check_key(page: Page, place: Place, key: str) -> None:
    if key in RESERVED:
        page.must(place, f"'{key}' heeft in voorwaarden al een betekenis; kies een andere sleutel")
    elif not NAME.fullmatch(key):
        page.must(place, f"'{key}' kan geen sleutel zijn; gebruik {_NAMED}")
    elif len(key.encode()) > KEY_LIMIT:
        page.must(place, f"deze sleutel is langer dan {KEY_LIMIT} tekens; kort hem in")


def sources_are_listed(page: Page) -> None:
    for at, source in enumerate(page.dialogue.sources):
        if source.work and source.work not in page.house.works:
            place = page.place("bron", at, "werk")
            page.must(
                place,
                f"'{source.work}' staat niet in knowledge/bronnen.yaml{meant(source.work, page.house.works)}",
            )


RULES = (
    dialogue_is_named_as_its_file,
    audience_is_known,
    steps_have_good_names,
    renamed_steps_exist,
    choices_are_told_apart,
    sources_are_listed,
)


def dialogues_are_told_apart(pages: list[Page]) -> None:
    """No two dialogues with one identity."""
    files: dict[str, str] = {}
    for page in pages:
        first = files.setdefault(page.dialogue.id, page.script.file)
        if first != page.script.file:
            page.must(page.place("dialoog"), f"'{page.dialogue.id}' bestaat al, in {first}")


def calls_are_told_apart(pages: list[Page]) -> None:
    """What people type for a dialogue means nothing else: no command, no choice, no other dialogue."""
    choices = _choice_names(pages)
    heard: dict[str, str] = {}
    for page in pages:
        for words in page.texts("roep"):
            call = fold(words.text)
            first = heard.setdefault(call, page.dialogue.id)
            if not call:
                page.must(words.place, "achter 'roep' horen woorden")
            elif call in page.house.commands:
                page.must(words.place, f"'{words.text}' is een woord dat altijd werkt; kies iets anders")
            elif call in choices:
                where = ", ".join(sorted(choices[call]))
                page.must(words.place, f"'{words.text}' is ook een antwoord ({where}); kies iets anders")
            elif first != page.dialogue.id:
                page.must(words.place, f"'{words.text}' roept al '{first}'; kies iets anders")


def _choice_names(pages: list[Page]) -> dict[str, set[str]]:
    names: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        for step in page.dialogue.steps:
            for choice in step.question.choices if step.question else ():
                for name in (choice.key, choice.label):
                    names[fold(name)].add(f"{page.dialogue.id}, {step.name}")
    return names
