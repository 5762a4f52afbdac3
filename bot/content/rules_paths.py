"""Rules about where a dialogue can go."""

from bot.content.faults import meant, nearest
from bot.content.nodes import Words
from bot.content.page import Page
from bot.content.values import ASKS_NOTHING, Nature, names_of, nothing_there, was_told
from bot.core.dialogue import END, Step

NOWHERE = "hier hoort de naam van een stap, of 'einde'"


def targets_exist(page: Page) -> None:
    known = [*(name for name in page.dialogue.by_name if not name.endswith(f".{END}")), END]
    for step in page.steps:
        places = page.case_places(step, "daarna")
        for at, target in enumerate(page.leaving(step).onward.values()):
            if target in known or (target and was_told(page.dialogue, target)):
                continue
            if target or _is_empty(page, step, at):
                page.must(places[min(at, len(places) - 1)], _unknown(target, known))


def every_step_is_reached(page: Page) -> None:
    """Told of the first of a row that nobody comes to; not where a way leads to a step that is not there."""
    graph = page.graph
    if graph.reached & graph.astray:
        return
    lost = [step for step in page.steps if step.name not in {*graph.reached, END}]
    told: set[str] = set()
    for step in lost:
        if not any(
            step.name in graph.beyond[one.name] for one in lost if one.name not in graph.beyond[step.name]
        ):
            if step.name not in told:
                page.must(
                    page.step_place(step),
                    f"niemand komt bij '{step.name}'; verwijs ernaar met 'daarna' of haal de stap weg",
                )
            told |= graph.beyond[step.name]


def every_step_can_end(page: Page) -> None:
    """Told once, of the last step that does not come to an end: there an onward way is missing."""
    graph = page.graph
    shut = [step for step in page.steps if END not in graph.beyond[step.name]]
    if shut and not any(graph.astray & (graph.beyond[step.name] | {step.name}) for step in shut):
        page.must(
            page.step_place(shut[-1], "daarna"),
            f"vanaf '{shut[-1].name}' komt er geen einde; laat een 'daarna' naar 'einde' gaan",
        )


def loops_ask_something(page: Page) -> None:
    """Told of the first step of each round."""
    told: set[str] = set()
    for step in page.steps:
        if step.name in page.graph.mute_loops and step.name not in told:
            page.must(
                page.step_place(step),
                f"'{step.name}' draait rond zonder iets te vragen; zet een vraag in de ronde",
            )
            told |= page.graph.beyond[step.name]


def loops_ask_something_by_the_short_way(page: Page) -> None:
    loops = page.graph.brief_loops - page.graph.mute_loops if page.dialogue.brief else ()
    told: set[str] = set()
    for step in page.steps:
        if step.name in loops and step.name not in told:
            told |= page.graph.beyond[step.name]
            page.must(
                page.step_place(step),
                f"op het korte pad draait '{step.name}' rond zonder iets te vragen; "
                "zet een vraag van de ronde in 'kort', of ga verder als die is overgeslagen",
            )


def waits_follow_a_date(page: Page) -> None:
    for step in page.steps:
        if step.wait is None or not step.wait.after:
            continue
        name, place = step.wait.after, page.step_place(step, "wacht")
        about, dates = page.value(name), names_of(page.dialogue, Nature.DATE)
        if about is None:
            if nothing := nothing_there(page.dialogue, name, [*dates, "nu"]):
                instead = "; noem een stap met 'datum'" if nothing == ASKS_NOTHING else ""
                page.must(place, f"'{name}' {nothing}{instead}")
        elif about.ephemeral:
            page.must(
                place, f"'{name}' is vluchtig en wordt niet bewaard; wacht op een andere dag of 'na nu'"
            )
        elif name not in dates:
            page.must(place, f"'{name}' is geen stap met 'datum'{meant(name, [*dates, 'nu'])}")
        elif not page.comes_before(about.step, step):
            page.must(place, f"'{name}' komt pas na dit wachten; wacht op een eerdere stap of 'na nu'")
        elif name not in page.graph.answered[step.name]:
            page.may(
                place,
                f"'{name}' kan overgeslagen zijn; dan telt het wachten vanaf nu, "
                "dus stuur wie overslaat met 'daarna' langs een andere weg",
            )


def _unknown(target: str, known: list[str]) -> str:
    if not target:
        return NOWHERE
    alone = " " in target and not nearest(target, known)
    return (
        f"'{target}' is geen stap{'; schrijf alleen de naam van een stap' if alone else meant(target, known)}"
    )


def _is_empty(page: Page, step: Step, at: int) -> bool:
    """Whether nothing stands behind a line of `daarna`; what else is no name was told already."""
    lines = page.lines(step, "daarna")
    node = page.node("stappen", step.name, "daarna", *lines[at : at + 1])
    return isinstance(node, Words)


RULES = (
    targets_exist,
    every_step_is_reached,
    every_step_can_end,
    loops_ask_something,
    loops_ask_something_by_the_short_way,
    waits_follow_a_date,
)
