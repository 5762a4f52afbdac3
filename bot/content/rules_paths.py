"""Rules about where a dialogue can go."""

from bot.content.faults import meant
from bot.content.page import Page
from bot.core.dialogue import END


def targets_exist(page: Page) -> None:
    known = [*page.dialogue.by_name, END]
    for step in page.dialogue.steps:
        places = page.case_places(step, "daarna")
        for at, target in enumerate(step.onward.values()):
            if target not in known:
                place = places[min(at, len(places) - 1)]
                page.must(place, f"'{target}' is geen stap{meant(target, known)}")


def every_step_is_reached(page: Page) -> None:
    for step in page.dialogue.steps:
        if step.name not in page.graph.reached:
            page.must(
                page.step_place(step),
                f"niemand komt bij '{step.name}'; verwijs ernaar met 'daarna' of haal de stap weg",
            )


def every_step_can_end(page: Page) -> None:
    for step in page.dialogue.steps:
        if END not in page.graph.beyond[step.name]:
            page.must(
                page.step_place(step),
                f"vanaf '{step.name}' komt er geen einde; laat een 'daarna' naar 'einde' gaan",
            )


def loops_ask_something(page: Page) -> None:
    for step in page.dialogue.steps:
        if step.name in page.graph.mute_loops:
            page.must(
                page.step_place(step),
                f"'{step.name}' draait rond zonder iets te vragen; zet een vraag in de ronde",
            )


def waits_follow_a_date(page: Page) -> None:
    for step in page.dialogue.steps:
        if step.wait is None or not step.wait.after:
            continue
        name, place = step.wait.after, page.step_place(step, "wacht")
        dates = [
            other.name for other in page.dialogue.steps if other.question and other.question.kind == "datum"
        ]
        if name not in dates:
            page.must(place, f"'{name}' is geen stap met 'datum'{meant(name, [*dates, 'nu'])}")
        elif step.name not in page.graph.beyond[name]:
            page.must(place, f"'{name}' komt pas na dit wachten; wacht op een eerdere stap of 'na nu'")
        elif name not in page.graph.answered[step.name]:
            page.may(place, f"'{name}' kan overgeslagen zijn; dan telt het wachten vanaf nu")


RULES = (targets_exist, every_step_is_reached, every_step_can_end, loops_ask_something, waits_follow_a_date)
