"""Rules about numbers: what is reckoned with (`reken`), and what is drawn (`beeld`)."""

import re
from collections.abc import Mapping

from bot.content.faults import meant
from bot.content.nodes import Words
from bot.content.page import Page
from bot.content.values import ASKS_NOTHING, NUMBERS, Nature, Value, names_of, nothing_there
from bot.core.conditions import leaves
from bot.core.dialogue import Step, View
from bot.core.reckoning import Figure, Over, Reckoning, Total, names_in

ALL_OF = (*NUMBERS, Nature.SCALES)
"""What a figure is taken over, and what is drawn."""


def sums_count_numbers(page: Page) -> None:
    for step in page.steps:
        if step.reckoning is not None:
            _check_sum(page, step, step.reckoning)


def pictures_show_numbers(page: Page) -> None:
    for step in page.steps:
        if step.picture is None:
            continue
        place = page.step_place(step, "beeld")
        fits = True
        for name in step.picture.names:
            if fault := _unfit(page, step, name, ALL_OF):
                fits = False
                page.must(place, fault)
        if fits and (fault := _wrong_shape(page, step.picture.view, step.picture.names)):
            page.must(place, fault)


def nothing_is_made_from_itself(page: Page) -> None:
    """In a loop a number could count with itself, or an advice could look at what is made of it."""
    made = {step.name: _made_from(page, step) for step in page.dialogue.steps}
    for step in page.steps:
        if step.name in _all_from(made, step.name):
            page.must(
                page.step_place(step, "reken" if step.reckoning else "advies"),
                f"'{step.name}' wordt gemaakt uit zichzelf; gebruik alleen antwoorden of eerdere getallen",
            )


RULES = (sums_count_numbers, pictures_show_numbers, nothing_is_made_from_itself)


def _check_sum(page: Page, step: Step, reckoning: Reckoning) -> None:
    place = page.step_place(step, "reken")
    fitting = (*ALL_OF, Nature.MULTI) if _counts(reckoning) else ALL_OF
    for name in dict.fromkeys(names_in(reckoning)):
        if fault := _unfit(page, step, name, fitting) or _several(page, reckoning, name):
            page.must(place, fault)
    written = page.node("stappen", step.name, "reken")
    # A sum that could not be read has its own fault.
    if not names_in(reckoning) and isinstance(written, Words) and not re.search("[a-z]", written.text):
        page.must(
            place,
            "in deze som staat geen stap; schrijf 'a - b', 'a + 2' of 'gemiddelde van a, b'",
        )


def _counts(reckoning: Reckoning) -> bool:
    return isinstance(reckoning, Over) and reckoning.figure is Figure.COUNT


def _unfit(page: Page, step: Step, name: str, fitting: tuple[Nature, ...]) -> str:
    """Why this name is no number here, or ""."""
    about = page.value(name)
    if about is None:
        nothing = nothing_there(page.dialogue, name, names_of(page.dialogue, *fitting))
        nothing += "; noem een stap met een getal" if nothing == ASKS_NOTHING else ""
        return nothing and f"'{name}' {nothing}"
    if about.ephemeral:
        return f"'{name}' is vluchtig en wordt niet bewaard; reken met een ander getal"
    if about.nature not in fitting:
        return f"'{name}' is geen getal{_instead(page, about, fitting)}"
    if not page.comes_before(about.step, step):
        return f"'{name}' is hier nog niet {about.made}; gebruik een eerdere stap"
    return ""


def _instead(page: Page, about: Value, fitting: tuple[Nature, ...]) -> str:
    if about.nature is Nature.MULTI and Nature.MULTI not in fitting:
        return f"; schrijf in een stap met 'reken' 'aantal van {about.name}'"
    return meant(about.name, names_of(page.dialogue, *fitting))


def _several(page: Page, reckoning: Reckoning, name: str) -> str:
    about = page.value(name)
    if not isinstance(reckoning, Total) or about is None or not about.items:
        return ""
    return f"'{name}' heeft meer getallen; schrijf 'gemiddelde van {name}' of '{name}.{about.items[0].key}'"


def _wrong_shape(page: Page, view: View, names: tuple[str, ...]) -> str:
    several = [
        name for name in names if (about := page.value(name)) is not None and about.nature is Nature.SCALES
    ]
    if view is View.PROFILE and not (len(names) == 1 == len(several)):
        return "een profiel is van één stap met 'schalen'; voor losse getallen schrijf je 'balken van a, b'"
    if view is View.QUADRANT and not (len(names) == 2 and not several):
        return "een kwadrant is van precies twee getallen; schrijf 'kwadrant van a, b'"
    return ""


def _made_from(page: Page, step: Step) -> set[str]:
    """The steps a number or an advice is made from, as far as they come before it."""
    names = set(names_in(step.reckoning)) if step.reckoning is not None else set()
    cases = step.weighing.rules.cases if step.weighing is not None else ()
    names |= {leaf.step for condition, _ in cases for leaf in leaves(condition)}
    values = (page.value(name) for name in names)
    return {value.name for value in values if value is not None and page.comes_before(value.step, step)}


def _all_from(made: Mapping[str, set[str]], name: str) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = made.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return found
