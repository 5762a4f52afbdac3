"""Asking on about an answer: a check that advises, or a follow-up question. Once, never as a condition."""

from collections.abc import Callable

from bot.core.checks import CHECKS
from bot.core.conditions import holds
from bot.core.dialogue import Check, Step
from bot.core.given import Given
from bot.core.session import Hold
from bot.core.text import Rich, Template, fill


def nudge(step: Step, given: Given, filled: Callable[[Template], Rich]) -> tuple[Hold, Rich] | None:
    """What to say about this answer of this step, and how it stays open for it; None for nothing.

    A check goes before the follow-up questions; `filled` fills in what was answered before.
    """
    question = step.question
    if question is None or not given.parts:
        return None
    if question.check is not None and (advice := _advice(question.check, given)):
        return Hold.CHECK, advice
    for condition, text in question.probes:
        if holds(condition, {step.name: given}):
            return Hold.PROBE, filled(text)
    return None


def _advice(check: Check, given: Given) -> Rich | None:
    advice = CHECKS[check.name](given.text, check.words)
    return fill(check.reasons[advice.reason], {"woord": advice.word}) if advice else None
