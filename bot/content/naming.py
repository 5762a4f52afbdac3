"""A step of one dialogue as a step inside another: every name in it gets the outer step's in front."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from bot.core.conditions import Branch, Condition, Every, Some
from bot.core.dialogue import END, Picture, Question, Step, Wait
from bot.core.reckoning import Over, Reckoning, Total
from bot.core.text import Line, Slot, Template
from bot.core.weighing import Outcome, Rule, Weighing

T = TypeVar("T")


def within(outer: str, step: Step, end: str) -> Step:
    """The step as it is called inside the step `outer`; where it ended the dialogue it goes to `end`."""
    names = _Names(outer, end)
    return replace(
        step,
        name=names.name(step.name),
        onward=names.branch(step.onward, names.target),
        say=step.say and names.branch(step.say, names.template),
        question=step.question and names.question(step.question),
        wait=step.wait and names.wait(step.wait),
        reckoning=step.reckoning and names.reckoning(step.reckoning),
        weighing=step.weighing and names.weighing(step.weighing),
        picture=step.picture and names.picture(step.picture),
    )


class _Names:
    def __init__(self, outer: str, end: str) -> None:
        self.outer = outer
        self.end = end

    def name(self, name: str) -> str:
        return f"{self.outer}.{name}"

    def target(self, target: str) -> str:
        return self.end if target == END else self.name(target)

    def branch(self, branch: Branch[T], value: Callable[[T], T]) -> Branch[T]:
        cases = tuple((self.condition(condition), value(one)) for condition, one in branch.cases)
        return Branch(cases, value(branch.otherwise))

    def condition(self, condition: Condition) -> Condition:
        if isinstance(condition, Every | Some):
            return replace(condition, parts=tuple(map(self.condition, condition.parts)))
        return replace(condition, step=self.name(condition.step))

    def template(self, source: Template) -> Template:
        return Template(tuple(tuple(map(self._line, paragraph)) for paragraph in source.paragraphs))

    def _line(self, line: Line) -> Line:
        return tuple(
            replace(piece, name=self.name(piece.name)) if isinstance(piece, Slot) else piece for piece in line
        )

    def question(self, question: Question) -> Question:
        return replace(
            question,
            text=self.template(question.text),
            help=question.help and self.template(question.help),
            example=question.example and self.template(question.example),
            probes=tuple((self.condition(one), self.template(text)) for one, text in question.probes),
        )

    def wait(self, wait: Wait) -> Wait:
        return replace(wait, after=self.name(wait.after)) if wait.after else wait

    def reckoning(self, reckoning: Reckoning) -> Reckoning:
        match reckoning:
            case Over(figure, names):
                return Over(figure, tuple(map(self.name, names)))
            case Total(terms):
                return Total(
                    tuple((sign, self.name(one) if isinstance(one, str) else one) for sign, one in terms)
                )

    def picture(self, picture: Picture) -> Picture:
        return replace(picture, names=tuple(map(self.name, picture.names)))

    def weighing(self, weighing: Weighing) -> Weighing:
        outcomes = tuple(map(self._outcome, weighing.outcomes))
        return Weighing(weighing.first_only, outcomes, self.branch(weighing.rules, self._rule))

    def _outcome(self, outcome: Outcome) -> Outcome:
        drawback = outcome.drawback and self.template(outcome.drawback)
        return replace(outcome, text=self.template(outcome.text), drawback=drawback)

    def _rule(self, rule: Rule) -> Rule:
        own = rule.own and self.template(rule.own)
        return replace(rule, because=self.template(rule.because), own=own)
