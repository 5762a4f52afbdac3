"""Rules about advice: what can come of it, on which ground, and that every rule can have its turn."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.conditions import UNREADABLE
from bot.content.faults import meant
from bot.content.nodes import Fields, Place, texts_in
from bot.content.page import Page
from bot.content.rules_questions import check_key
from bot.core.conditions import Compare, Condition, Every, Some, leaves
from bot.core.dialogue import Step
from bot.core.weighing import Ground, Rule, Weighing

TITLE_LIMIT = 60
PROVEN = (Ground.EXPLICIT, Ground.DERIVED)
"""Grounds that lean on a source, so one must be named."""


@dataclass(frozen=True, slots=True)
class Line:
    """A rule of an advice where it stands; no condition for `anders`."""

    step: Step
    weighing: Weighing
    line: str
    condition: Condition | None
    rule: Rule

    def place(self, page: Page, *path: str) -> Place:
        return page.step_place(self.step, "advies", "regels", self.line, *path)

    def has(self, page: Page, word: str) -> bool:
        """Whether the word stands there, also where what is behind it could not be read."""
        node = page.node("stappen", self.step.name, "advies", "regels", self.line)
        return isinstance(node, Fields) and word in node.places


def weighings(page: Page) -> Iterator[tuple[Step, Weighing]]:
    for step in page.steps:
        if step.weighing is not None:
            yield step, step.weighing


def rules(page: Page) -> Iterator[Line]:
    """The rules of every advice of this file."""
    for step, weighing in weighings(page):
        conditions = [*(condition for condition, _ in weighing.rules.cases), None]
        lines = page.lines(step, "advies", "regels")
        for line, condition, rule in zip(lines, conditions, weighing.rules.values(), strict=False):
            yield Line(step, weighing, line, condition, rule)


def outcomes_are_named_well(page: Page) -> None:
    for step, weighing in weighings(page):
        for outcome in weighing.outcomes:
            path = ("advies", "uitkomsten", outcome.key)
            check_key(page, page.step_place(step, *path), outcome.key)
            if len(outcome.title) > TITLE_LIMIT:
                page.must(
                    page.step_place(step, *path, "titel"),
                    f"deze titel heeft {len(outcome.title)} tekens; houd het op hooguit {TITLE_LIMIT}",
                )


def outcomes_come_of_a_rule(page: Page) -> None:
    for step, weighing in weighings(page):
        used = {key for rule in weighing.rules.values() for key in (*rule.outcomes, rule.second)}
        known = {"", *(outcome.key for outcome in weighing.outcomes)}
        if (
            not weighing.rules.cases
            or not used <= known
            or not all(rule.outcomes for rule in weighing.rules.values())
        ):
            continue  # a rule that could not be read may well lead there
        for outcome in weighing.outcomes:
            if outcome.key not in used:
                page.must(
                    page.step_place(step, "advies", "uitkomsten", outcome.key),
                    f"geen regel komt uit op '{outcome.key}'; noem hem achter een 'uitkomst' of haal hem weg",
                )


def rules_lead_to_outcomes(page: Page) -> None:
    for line in rules(page):
        keys = [outcome.key for outcome in line.weighing.outcomes]
        given = texts_in(page.node("stappen", line.step.name, "advies", "regels", line.line, "uitkomst"))
        for words in given:
            if keys and (key := words.text.strip()) not in keys:
                page.must(words.place, f"'{key}' is geen uitkomst van dit advies{meant(key, keys)}")
        second, place = line.rule.second, line.place(page, "tweede")
        if second and not line.weighing.first_only:
            page.must(place, "'tweede' kan alleen bij 'kies: eerste'; zet hem bij 'uitkomst' of haal hem weg")
        elif second and keys and second not in keys:
            page.must(place, f"'{second}' is geen uitkomst van dit advies{meant(second, keys)}")
        elif second in line.rule.outcomes:
            page.must(place, f"'{second}' is hier al de uitkomst; kies een andere of haal de regel weg")


def there_is_something_to_weigh(page: Page) -> None:
    for step, weighing in weighings(page):
        if page.node("stappen", step.name, "advies", "regels") is not None and not weighing.rules.cases:
            page.must(
                page.step_place(step, "advies", "regels"),
                "hier valt niets te wegen; zet minstens één regel 'als …:' boven 'anders'",
            )


def every_rule_can_have_its_turn(page: Page) -> None:
    for step, weighing in weighings(page):
        places = page.case_places(step, "advies", "regels")
        seen: dict[object, int] = {}
        for (condition, _), place in zip(weighing.rules.cases, places, strict=False):
            first = seen.setdefault(_same(condition), place.line)
            if weighing.first_only and first != place.line and condition != UNREADABLE:
                page.must(
                    place,
                    f"dit is dezelfde voorwaarde als op regel {first}, dus hier komt niemand; zet wat hierop "
                    "volgt daar achter 'tweede', of maak de voorwaarde anders",
                )


def _same(condition: Condition) -> object:
    """Alike for conditions that hold together: the order of their parts makes no difference."""
    if isinstance(condition, Every | Some):
        return type(condition), frozenset(condition.parts)
    return condition


def own_boundaries_are_told(page: Page) -> None:
    for line in rules(page):
        parts = leaves(line.condition) if line.condition is not None else ()
        compares = any(isinstance(part, Compare) for part in parts)
        if compares and line.rule.own is None and not line.has(page, "eigen_grens"):
            page.must(
                line.place(page),
                "deze regel vergelijkt met een getal; zeg achter 'eigen_grens' dat je die grens zelf koos",
            )


def grounds_have_a_source(page: Page) -> None:
    for line in rules(page):
        if line.rule.ground in PROVEN and line.rule.source is None and not line.has(page, "bron"):
            page.must(
                line.place(page, "grond"),
                f"bij 'grond: {line.rule.ground.value}' hoort 'bron' met werk en plek; "
                "staat het nergens, schrijf dan 'grond: voorstel'",
            )


RULES = (
    outcomes_are_named_well,
    outcomes_come_of_a_rule,
    rules_lead_to_outcomes,
    there_is_something_to_weigh,
    every_rule_can_have_its_turn,
    own_boundaries_are_told,
    grounds_have_a_source,
)
