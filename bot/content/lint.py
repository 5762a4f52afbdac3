"""All the rules a script is held against; what must change and what could be better, each at its line."""

from bot.content import (
    rules_conditions,
    rules_names,
    rules_numbers,
    rules_paths,
    rules_questions,
    rules_reading,
    rules_texts,
    rules_trials,
    rules_weighings,
)
from bot.content.dialogues import Script
from bot.content.page import House, Page
from bot.core.errors import Blemish

RULES = (
    *rules_names.RULES,
    *rules_questions.RULES,
    *rules_paths.RULES,
    *rules_conditions.RULES,
    *rules_weighings.RULES,
    *rules_numbers.RULES,
    *rules_texts.RULES,
    *rules_reading.RULES,
    *rules_trials.RULES,
)
TOGETHER = (rules_names.dialogues_are_told_apart, rules_names.calls_are_told_apart)


def lint(scripts: list[Script], house: House) -> list[Blemish]:
    """What the rules find in these scripts, each by itself and all together, by file and line."""
    pages = [Page(script, house) for script in scripts]
    for page in pages:
        for rule in RULES:
            rule(page)
    for together in TOGETHER:
        together(pages)
    return sorted(blemish for page in pages for blemish in page.faults.found)


def broken(script: Script) -> list[Blemish]:
    """Only what keeps a script from being played at all: for scripts that were accepted once."""
    page = Page(script, House((), frozenset()))
    rules_paths.targets_exist(page)
    rules_paths.loops_ask_something(page)
    return page.faults.found
