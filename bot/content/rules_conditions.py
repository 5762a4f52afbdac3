"""Rules about conditions: what they look at, what they compare it with, and what if it was skipped."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.content.conditions import UNREADABLE
from bot.content.faults import meant
from bot.content.graph import NONE, answered_if, answered_unless
from bot.content.nodes import Place, Words
from bot.content.page import Page
from bot.content.rules_names import folded
from bot.content.values import (
    ASKS_NOTHING,
    MORE_KEYS,
    NAME,
    NUMBERS,
    ONE_KEY,
    Nature,
    Value,
    named_as,
    nothing_there,
    was_told,
)
from bot.content.weighings import ALL, FIRST
from bot.core.conditions import Branch, Compare, Condition, Contains, Is, Shorter, Skipped, leaves
from bot.core.dialogue import Step
from bot.core.reckoning import key_of, say_number

EMPTY = ("leeg", "overslaan", "niets", "onbekend")
FILLED = ("ingevuld", "beantwoord", "bekend")
"""What authors write for `overgeslagen`, and for the opposite."""
Simple = Is | Skipped | Contains | Compare | Shorter


@dataclass(frozen=True, slots=True)
class Looked:
    """A branch of a step: the path to it in the file, and the step at whose turn it counts."""

    path: tuple[str, ...]
    branch: Branch[Any]
    at: Step

    @property
    def onward(self) -> bool:
        """Whether it counts after the step itself."""
        return self.path == ("daarna",)


def looks(page: Page, step: Step) -> Iterator[Looked]:
    """The branches of a step of this file."""
    if step.say is not None:
        yield Looked(("zeg",), step.say, step)
    if step.weighing is not None:
        yield Looked(("advies", "regels"), step.weighing.rules, step)
    leaving = page.leaving(step)
    yield Looked(("daarna",), leaving.onward, leaving)


def conditions_are_about_answers(page: Page) -> None:
    """And what can be skipped has its own line, where all lines could be read.

    Not in advice: there a rule about something skipped does not hold, and the person is told so.
    """
    for step in page.steps:
        for look in looks(page, step):
            if not _told(page, step, look) and look.path != ("advies", "regels"):
                _check_skipped(page, step, look)


RULES = (conditions_are_about_answers,)


def _told(page: Page, step: Step, look: Looked) -> bool:
    """Whether something is wrong with one of the conditions, and so with what is known below it."""
    told = False
    for at, (condition, _) in enumerate(look.branch.cases):
        told = told or condition == UNREADABLE
        for part in leaves(condition):
            if page.value(part.step) is None and was_told(page.dialogue, part.step):
                told = True
            elif fault := _fault(page, look, part):
                told = True
                page.must(_place(page, step, look, at), fault)
    return told


def _place(page: Page, step: Step, look: Looked, at: int) -> Place:
    """The line of a case; that of the branch where its lines are not there."""
    places = page.case_places(step, *look.path)
    return places[min(at, len(places) - 1)]


def _fault(page: Page, look: Looked, part: Simple) -> str:
    """What is wrong with one simple condition, or ""."""
    about = page.value(part.step)
    if about is None:
        nothing = nothing_there(page.dialogue, part.step, page.names)
        about_what = "; noem in een voorwaarde een stap met een vraag" if nothing == ASKS_NOTHING else ""
        return f"'{part.step}' {nothing}{about_what}"
    if about.ephemeral:
        return f"'{part.step}' is vluchtig en wordt niet bewaard; maak de voorwaarde over een andere stap"
    if not page.comes_before(about.step, look.at) and not (look.onward and about.step is look.at):
        return f"'{part.step}' is hier nog niet {about.made}; gebruik een eerdere stap"
    return _misfit(page, part, about)


def _misfit(page: Page, part: Simple, about: Value) -> str:
    """Why this cannot be compared in this way, or ""."""
    match part:
        case Is(step, key, negated) if key in (*EMPTY, *FILLED) and key not in about.keys:
            return f"'{key}' is geen sleutel; {_skipping(step, (key in EMPTY) != negated)}"
        case Is(_, key, negated) if about.nature in MORE_KEYS and _chooses(page, about):
            return f"bij '{part.step}' kan meer dan één antwoord; {_containing(part.step, key, negated)}"
        case Contains(_, key) if about.nature in ONE_KEY and _chooses(page, about):
            return f"bij '{part.step}' is er één antwoord; schrijf '{part.step} is {key}'"
        case Is(_, key) | Contains(_, key) if about.nature in (*ONE_KEY, *MORE_KEYS):
            return _unknown_key(part.step, key, about)
        case Is() | Contains():
            return f"'{part.step}' heeft geen sleutels; gebruik hier {fitting(about)}"
        case Compare():
            return _outside(part, about)
        case Shorter() if about.nature is not Nature.OPEN:
            return f"'{part.step}' is geen open vraag; gebruik hier {fitting(about)}"
        case _:
            return ""


def _skipping(step: str, skipped: bool) -> str:
    asked = f"'{step} is overgeslagen'"
    return f"schrijf {asked}" if skipped else f"zet eerst een regel met {asked}, en daaronder 'anders: …'"


def _chooses(page: Page, about: Value) -> bool:
    """Whether it is clear how many can come of it; of an advice without `kies` it is not."""
    if about.step.weighing is None or "." in about.step.name:
        return True
    how = page.node("stappen", about.step.name, "advies", "kies")
    return isinstance(how, Words) and how.text.strip() in (FIRST, ALL)


def _unknown_key(step: str, key: str, about: Value) -> str:
    """What is wrong with a key, or ""; nothing where its own line is wrong, and told."""
    twins = (one for one in about.keys if named_as(one) == named_as(key) and not NAME.fullmatch(one))
    if key in about.keys or not about.keys or next(twins, ""):
        return ""
    label = next((choice.key for choice in about.choices if folded(choice.label) == folded(key)), "")
    meaning = f"; bedoel je '{label}'?" if label else meant(key, about.keys)
    return f"'{key}' is geen sleutel van '{step}'{meaning}"


def _containing(step: str, key: str, negated: bool) -> str:
    holds = f"{step} bevat {key}"
    return f"zet erboven een regel 'als {holds}: …'" if negated else f"schrijf '{holds}'"


def _outside(part: Compare, about: Value) -> str:
    if about.nature not in NUMBERS:
        return f"'{part.step}' is geen schaal; gebruik hier {fitting(about)}"
    if about.nature is Nature.NUMBER or not about.keys:
        return ""
    low, high = about.range
    number = say_number(key_of(part.number))
    inside = low <= part.number <= high
    if inside:
        return ""
    return (
        f"{number} valt buiten de schaal van '{part.step}' ({low} tot {high}); kies een getal dat erop staat"
    )


def fitting(about: Value) -> str:
    """The conditions that can be about this, in Dutch."""
    match about.nature:
        case Nature.OPEN:
            return "'korter dan 8 woorden'"
        case Nature.DATE:
            return "'is overgeslagen'"
        case Nature.SCALES:
            example = f"{about.name}.{about.items[0].key}" if about.items else f"{about.name}.onderdeel"
            return f"'is overgeslagen', of één onderdeel: '{example} >= {(about.keys or ('4',))[-1]}'"
        case nature if nature in ONE_KEY:
            return "'is' met een sleutel"
        case nature if nature in MORE_KEYS:
            return "'bevat' met een sleutel"
        case _:
            return "'>=', '<=', '>' of '<'"


def _check_skipped(page: Page, step: Step, look: Looked) -> None:
    graph = page.graph
    if look.at.name not in graph.reached:
        return
    passed = graph.passed[look.at.name] | ({look.at.name} if look.onward else NONE)
    known = graph.known_at(look.at, look.branch, after=look.onward)
    for at, ((condition, _), certain) in enumerate(zip(look.branch.cases, known, strict=False)):
        # A line that itself says "or skipped" has thought of it.
        thought_of = graph.closed(certain | answered_unless(condition), passed)
        for name in sorted(_compared(condition) - thought_of):
            about = page.value(name)
            if about is not None and not about.ephemeral:
                page.must(
                    _place(page, step, look, at),
                    f"'{name}' kan overgeslagen zijn; zet erboven een regel 'als {name} is overgeslagen: …'",
                )


def _compared(condition: Condition) -> frozenset[str]:
    return NONE.union(*(answered_if(part) for part in leaves(condition)))
