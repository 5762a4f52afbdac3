"""Rules about proeven as they are written; whether they hold is for playing them (trials.py)."""

from bot.content.faults import meant
from bot.content.nodes import Place
from bot.content.page import Page
from bot.content.rules_names import folded
from bot.content.trial import SKIPPED, Reply, Trial
from bot.content.values import ASKS_NOTHING, NAME, Nature, named_as, names_of, nothing_there, was_told
from bot.core.dialogue import END, Kind, Question

PASSED = ("overslaan", "sla over", "geen antwoord", "leeg")
"""What authors write for `overgeslagen`."""


def there_are_trials(page: Page) -> None:
    if not page.script.trials and "proeven" not in page.script.root.places:
        page.must(
            page.place("proeven"),
            "'proeven' ontbreekt, en zonder proef wordt een dialoog niet gebruikt; schrijf er minstens een",
        )


def trials_name_what_exists(page: Page) -> None:
    named = [name for name in page.dialogue.by_name if not name.endswith(f".{END}")]
    for trial in page.script.trials:
        for word, names in (("langs", trial.passes), ("niet_langs", trial.avoids)):
            for at, name in enumerate(names):
                if name not in page.dialogue.by_name and not was_told(page.dialogue, name):
                    place = page.place("proeven", trial.name, word, at)
                    page.must(place, f"'{name}' is geen stap{meant(name, named)}")


def trials_answer_questions(page: Page) -> None:
    for trial in page.script.trials:
        for name, replies in trial.answers.items():
            step = page.dialogue.by_name.get(name)
            if step is None or step.question is None:
                why = _unanswerable(page, name)
                faults = [why and f"'{name}' {why}"]
            else:
                faults = [_unfit(step.question, name, reply) for reply in replies]
            for fault in {*faults} - {""}:
                page.must(page.place("proeven", trial.name, "antwoorden", name), fault)


def trials_expect_outcomes(page: Page) -> None:
    advice = names_of(page.dialogue, Nature.OUTCOME, Nature.OUTCOMES)
    for trial in page.script.trials:
        for name, wanted in trial.outcomes.items():
            place, about = page.place("proeven", trial.name, "uitkomst", name), page.value(name)
            if was_told(page.dialogue, name):
                continue
            if about is None or name not in advice:
                page.must(place, f"'{name}' is geen stap met 'advies'{meant(name, advice)}")
                continue
            for key in wanted or ("",):
                if about.keys and key not in about.keys:
                    said = (
                        f"'{key}' is geen uitkomst van '{name}'" if key else f"na '{name}' hoort een uitkomst"
                    )
                    page.must(place, said + meant(key, about.keys))


def trials_take_a_way_there_is(page: Page) -> None:
    for trial in page.script.trials:
        if trial.brief and not page.dialogue.brief and "kort" not in page.script.root.places:
            page.must(
                _at(page, trial, "kort"),
                "deze dialoog heeft geen kort pad; schrijf boven 'stappen' welke vragen 'kort' overhoudt",
            )


def _at(page: Page, trial: Trial, word: str) -> Place:
    return page.place("proeven", trial.name, word)


def _unanswerable(page: Page, name: str) -> str:
    """Why nobody answers this, as the rest of a sentence."""
    about = page.value(name)
    if about is None:
        asked = [one for one in names_of(page.dialogue) if _asks(page, one)]
        nothing = nothing_there(page.dialogue, name, asked)
        return f"{nothing}; haal de regel weg" if nothing == ASKS_NOTHING else nothing
    if about.nature is Nature.ITEM:
        step, _, item = name.rpartition(".")
        return f"is een onderdeel van '{step}'; schrijf '{step}: {{{item}: {(about.keys or ('3',))[-1]}}}'"
    return f"wordt {about.made} en niet gevraagd; zet het onder 'uitkomst' of haal de regel weg"


def _asks(page: Page, name: str) -> bool:
    return name in page.dialogue.by_name and page.dialogue.by_name[name].question is not None


def _unfit(question: Question, name: str, reply: Reply) -> str:
    """Why this is no reply to the question, or ""."""
    if not reply or not all(reply):
        return f"na '{name}' hoort een antwoord, of 'overgeslagen'"
    if set(reply) == {SKIPPED}:
        return (
            f"'{name}' is verplicht en kan niet overgeslagen worden; geef een antwoord"
            if question.required
            else ""
        )
    keys = [choice.key for choice in question.choices]
    if reply[0] in PASSED and reply[0] not in keys:
        return f"'{reply[0]}' geldt hier als een gewoon antwoord; bedoel je '{SKIPPED}'?"
    if question.kind in (Kind.OPEN, Kind.DATE) or not keys:
        return ""
    unknown = [key for key in reply if key not in keys and not (question.items and key == SKIPPED)]
    if unknown:
        return _unknown(question, name, unknown[0], keys)
    if question.items and len(reply) != len(question.items):
        items = ", ".join(item.key for item in question.items)
        return f"'{name}' heeft {len(question.items)} onderdelen; schrijf er een getal bij elk: {items}"
    return ""


def _unknown(question: Question, name: str, key: str, keys: list[str]) -> str:
    """What is wrong with a key; nothing where its own line is wrong, and told."""
    if question.kind in (Kind.SCALE, Kind.SCALES):
        scale = f"de schaal van '{name}' ({keys[0]} tot {keys[-1]})"
        return f"'{key}' valt buiten {scale}; kies een getal dat erop staat"
    if any(named_as(one) == named_as(key) and not NAME.fullmatch(one) for one in keys):
        return ""
    labels = {folded(choice.label): choice.key for choice in question.choices}
    likely = f"; bedoel je '{labels[folded(key)]}'?" if folded(key) in labels else meant(key, keys)
    return f"'{key}' is geen sleutel van '{name}'{likely}"


RULES = (
    there_are_trials,
    trials_name_what_exists,
    trials_answer_questions,
    trials_expect_outcomes,
    trials_take_a_way_there_is,
)
