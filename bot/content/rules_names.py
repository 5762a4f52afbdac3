"""Rules about names: of the dialogue and its steps, of its sources, and what people call it by."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from bot.content.faults import meant
from bot.content.nodes import Place
from bot.content.page import Page
from bot.content.values import NAME, named_as, was_told
from bot.core.dialogue import END
from bot.core.folding import fold
from bot.core.sources import Citation

folded = lru_cache(maxsize=8192)(fold)
"""The words of authors, which come back in many places; never those of people who answer."""

IDENTITY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
AUDIENCE = ("leider", "bestuurder", "trainer")
NAMED = "kleine letters, cijfers en _, met een letter voorop"


def dialogue_is_named_as_its_file(page: Page) -> None:
    identity, stem = page.dialogue.id, PurePosixPath(page.script.file).stem
    if identity and not IDENTITY.fullmatch(identity):
        instead = named_as(identity).replace("_", "-")
        page.must(
            page.place("dialoog"),
            f"de naam van een dialoog heeft kleine letters, cijfers en streepjes; schrijf '{instead}'",
        )
    elif identity and identity != stem:
        page.must(
            page.place("dialoog"), f"de dialoog heet '{identity}' en het bestand '{stem}'; maak ze gelijk"
        )


def audience_is_known(page: Page) -> None:
    for words in page.texts("voor"):
        if words.text.strip() not in AUDIENCE:
            page.must(words.place, f"'{words.text}' kan niet achter 'voor'{meant(words.text, AUDIENCE)}")


def steps_have_good_names(page: Page) -> None:
    for step in page.steps:
        if step.name == END:
            page.must(page.step_place(step), "'einde' sluit een dialoog af; geef de stap een andere naam")
        elif not NAME.fullmatch(step.name):
            page.must(page.step_place(step), f"'{step.name}' kan geen naam zijn; {named(step.name)}")


def named(wrong: str) -> str:
    """What to write instead of a name or key that cannot be one."""
    right = named_as(wrong)
    return f"schrijf '{right}'" if NAME.fullmatch(right) else f"gebruik {NAMED}"


def renamed_steps_exist(page: Page) -> None:
    for old, new in page.dialogue.renamed.items():
        place = page.place("hernoemd", old)
        if old in page.dialogue.by_name and new and new not in page.dialogue.by_name:
            page.must(place, f"eerst de oude naam, dan de nieuwe; schrijf '{new}: {old}'")
        elif new and new not in page.dialogue.by_name and not was_told(page.dialogue, new):
            page.must(place, f"'{new}' is geen stap{meant(new, page.dialogue.by_name)}")
        elif old in page.dialogue.by_name:
            page.must(place, f"'{old}' is nog een stap; haal deze regel weg of geef die stap een andere naam")


def sources_are_listed(page: Page) -> None:
    for place, source in _sources(page):
        if page.house.listed and source is not None and source.work and source.work not in page.house.works:
            page.must(
                place,
                f"'{source.work}' staat niet in knowledge/bronnen.yaml{meant(source.work, page.house.works)}",
            )


def _sources(page: Page) -> Iterator[tuple[Place, Citation | None]]:
    """All that is cited: by the dialogue, by the rules of its advice and by its proeven."""
    for at, source in enumerate(page.dialogue.sources):
        yield page.place("bron", at, "werk"), source
    for step in page.steps:
        rules = step.weighing.rules.values() if step.weighing is not None else ()
        for line, rule in zip(page.lines(step, "advies", "regels"), rules, strict=False):
            yield page.step_place(step, "advies", "regels", line, "bron", "werk"), rule.source
    for trial in page.script.trials:
        yield page.place("proeven", trial.name, "bron", "werk"), trial.source


RULES = (
    dialogue_is_named_as_its_file,
    audience_is_known,
    steps_have_good_names,
    renamed_steps_exist,
    sources_are_listed,
)


def dialogues_are_told_apart(pages: list[Page]) -> None:
    """No two dialogues with one identity."""
    files: dict[str, str] = {}
    for page in pages:
        first = files.setdefault(page.dialogue.id, page.script.file)
        if first != page.script.file:
            page.must(
                page.place("dialoog"), f"'{page.dialogue.id}' bestaat al, in {first}; kies een andere naam"
            )


def calls_are_told_apart(pages: list[Page]) -> None:
    """What people type for a dialogue means nothing else: no command, no choice, no other dialogue."""
    choices = _choice_names(pages)
    heard: dict[str, str] = {}
    for page in pages:
        for words in page.texts("roep"):
            call = folded(words.text)
            first = heard.setdefault(call, page.dialogue.id)
            if not call:
                page.must(words.place, "achter 'roep' horen woorden, geen losse tekens")
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
        for step in page.steps:
            for choice in step.question.choices if step.question else ():
                for name in (choice.key, choice.label):
                    names[folded(name)].add(f"{page.dialogue.id}, {step.name}")
    return names
