"""Rules about proeven as they are written; whether they hold is for playing them (trials.py)."""

from bot.content.faults import meant
from bot.content.page import Page
from bot.content.trial import SKIPPED, Reply, Trial
from bot.core.dialogue import Kind, Question


def there_are_trials(page: Page) -> None:
    if not page.script.trials:
        page.must(page.place("proeven"), "'proeven' ontbreekt; zonder proef wordt een dialoog niet gebruikt")


def trials_name_what_exists(page: Page) -> None:
    for trial in page.script.trials:
        for word, names in (("langs", trial.passes), ("niet_langs", trial.avoids)):
            for at, name in enumerate(names):
                if name not in page.dialogue.by_name:
                    place = page.place("proeven", trial.name, word, at)
                    page.must(place, f"'{name}' is geen stap{meant(name, page.dialogue.by_name)}")
        for name, replies in trial.answers.items():
            _check_answer(page, trial, name, replies)


def _check_answer(page: Page, trial: Trial, name: str, replies: tuple[Reply, ...]) -> None:
    place = page.place("proeven", trial.name, "antwoorden", name)
    step = page.dialogue.by_name.get(name)
    if step is None:
        page.must(place, f"'{name}' is geen stap{meant(name, page.dialogue.by_name)}")
    elif step.question is None:
        page.must(place, f"'{name}' vraagt niets; haal de regel weg")
    else:
        for reply in replies:
            if fault := _unfit(step.question, name, reply):
                page.must(place, fault)


def _unfit(question: Question, name: str, reply: Reply) -> str:
    if not reply or not all(reply):
        return f"na '{name}' hoort een antwoord, of 'overgeslagen'"
    if reply == (SKIPPED,):
        return f"'{name}' is verplicht en kan niet overgeslagen worden" if question.required else ""
    if question.kind in (Kind.OPEN, Kind.DATE):
        return ""
    keys = [choice.key for choice in question.choices]
    unknown = [key for key in reply if key not in keys]
    return f"'{unknown[0]}' is geen sleutel van '{name}'{meant(unknown[0], keys)}" if unknown else ""


RULES = (there_are_trials, trials_name_what_exists)
