"""Rules about conditions: the step they look at, what they compare it with, and what if it was skipped."""

from collections.abc import Iterator
from typing import Any

from bot.content.faults import meant
from bot.content.graph import after_asking, answered_if, answered_unless, known_at_cases
from bot.content.nodes import Place
from bot.content.page import Page
from bot.core.conditions import Branch, Compare, Condition, Contains, Every, Is, Shorter, Skipped, Some
from bot.core.dialogue import Kind, Question, Step

Simple = Is | Skipped | Contains | Compare | Shorter


def conditions_are_about_answers(page: Page) -> None:
    for step, word, condition, place in _conditions(page):
        for part in _parts(condition):
            _check_part(page, step, word, part, place)


def what_can_be_skipped_has_its_own_line(page: Page) -> None:
    for step in page.dialogue.steps:
        before = page.graph.answered[step.name]
        for word, branch, known in (
            ("zeg", step.say, before),
            ("daarna", step.onward, after_asking(step, before)),
        ):
            if branch is not None and step.name in page.graph.reached:
                _check_skipped(page, step, word, branch, known)


RULES = (conditions_are_about_answers, what_can_be_skipped_has_its_own_line)


def _conditions(page: Page) -> Iterator[tuple[Step, str, Condition, Place]]:
    for step in page.dialogue.steps:
        for word, branch in (("zeg", step.say), ("daarna", step.onward)):
            cases = branch.cases if branch is not None else ()
            for (condition, _), place in zip(cases, page.case_places(step, word), strict=False):
                yield step, word, condition, place


def _parts(condition: Condition) -> Iterator[Simple]:
    if isinstance(condition, Every | Some):
        for part in condition.parts:
            yield from _parts(part)
    else:
        yield condition


def _check_part(page: Page, step: Step, word: str, part: Simple, place: Place) -> None:
    known = [other.name for other in page.dialogue.steps if other.question]
    about = page.dialogue.by_name.get(part.step)
    if about is None:
        page.must(place, f"'{part.step}' is geen stap{meant(part.step, known)}")
    elif about.question is None:
        page.must(place, f"'{part.step}' vraagt niets; een voorwaarde gaat over een stap met een vraag")
    elif about.question.ephemeral:
        page.must(
            place, f"'{part.step}' is vluchtig en wordt niet bewaard; een voorwaarde kan er niet over gaan"
        )
    elif not comes_before(page, about, step) and not (word == "daarna" and about is step):
        page.must(place, f"'{part.step}' is hier nog niet gevraagd; gebruik een eerdere stap")
    elif fault := _misfit(part, about.question):
        page.must(place, fault)


def comes_before(page: Page, earlier: Step, later: Step) -> bool:
    """Whether some path passes `earlier` before it comes to `later`."""
    return later.name in page.graph.beyond[earlier.name] or later.name not in page.graph.reached


def _misfit(part: Simple, question: Question) -> str:
    """Why this question cannot be compared in this way, or ""."""
    match part:
        case Is() | Contains() if question.kind not in (Kind.CHOICE, Kind.MULTI):
            return f"'{part.step}' heeft geen sleutels{_fitting(question)}"
        case Is() if question.kind is Kind.MULTI:
            return f"bij '{part.step}' kan meer dan één antwoord; schrijf '{part.step} bevat {part.key}'"
        case Contains() if question.kind is Kind.CHOICE:
            return f"bij '{part.step}' is er één antwoord; schrijf '{part.step} is {part.key}'"
        case Is() | Contains():
            keys = [choice.key for choice in question.choices]
            return (
                ""
                if part.key in keys
                else f"'{part.key}' is geen sleutel van '{part.step}'{meant(part.key, keys)}"
            )
        case Compare():
            return _outside(part, question)
        case Shorter() if question.kind is not Kind.OPEN:
            return f"'{part.step}' is geen open vraag{_fitting(question)}"
        case _:
            return ""


def _outside(part: Compare, question: Question) -> str:
    if question.kind is not Kind.SCALE:
        return f"'{part.step}' is geen schaal{_fitting(question)}"
    low, high = question.choices[0].key, question.choices[-1].key
    inside = int(low) <= part.number <= int(high)
    return "" if inside else f"{part.number} valt buiten de schaal van '{part.step}' ({low} tot {high})"


def _fitting(question: Question) -> str:
    instead = {
        Kind.OPEN: "'korter dan 8 woorden'",
        Kind.CHOICE: "'is' met een sleutel",
        Kind.MULTI: "'bevat' met een sleutel",
        Kind.SCALE: "'>=', '<=', '>' of '<'",
        Kind.DATE: "'is overgeslagen'",
    }
    return f"; gebruik hier {instead[question.kind]}"


def _check_skipped(page: Page, step: Step, word: str, branch: Branch[Any], before: frozenset[str]) -> None:
    known = known_at_cases(branch, before)
    for (condition, _), certain, place in zip(
        branch.cases, known, page.case_places(step, word), strict=False
    ):
        # A line that itself says "or skipped" has thought of it.
        for name in sorted(_compared(condition) - certain - answered_unless(condition)):
            about = page.dialogue.by_name.get(name)
            if about is not None and about.question is not None and not about.question.ephemeral:
                page.must(
                    place,
                    f"'{name}' kan overgeslagen zijn; zet erboven een regel 'als {name} is overgeslagen: …'",
                )


def _compared(condition: Condition) -> frozenset[str]:
    return frozenset[str]().union(*(answered_if(part) for part in _parts(condition)))
