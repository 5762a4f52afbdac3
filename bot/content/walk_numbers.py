"""What a name comes to when its questions get certain replies: an answer, an item of one, a number.

The same as core.known gives, without a session: a walk (walks.py) asks it thousands of times. Advice is not
worked out here; walk_boxes.py takes its rules apart.
"""

from collections.abc import Iterator, Mapping

from bot.content.trial import SKIPPED
from bot.content.walk_answers import Replies
from bot.core.conditions import leaves
from bot.core.dialogue import Dialogue, Kind, Step
from bot.core.given import Given
from bot.core.rating import item_given
from bot.core.reckoning import key_of, names_in, worked_out

Bits = Mapping[str, int]
"""For each question which of its replies; for each number 1 when it was come by, else 0."""


class Numbers:
    """The names of a dialogue, with the replies that are tried to each question."""

    def __init__(self, dialogue: Dialogue, replies: Mapping[str, Replies]) -> None:
        self._dialogue = dialogue
        self._replies = replies
        self._parts: dict[str, tuple[str, ...]] = {}
        self._known: dict[tuple[str, tuple[int, ...]], list[float]] = {}
        self._alike: dict[tuple[str, str], list[int]] = {}

    def step_of(self, name: str) -> Step | None:
        """The step of this name, or that this is an item of."""
        return self._dialogue.by_name.get(name) or self._dialogue.by_name.get(name.rpartition(".")[0])

    def parts(self, name: str) -> tuple[str, ...]:
        """What it depends on: the numbers and advice on the way (and itself), then the questions."""
        if name not in self._parts:
            found = dict.fromkeys(self._made_of(name, frozenset()))
            self._parts[name] = tuple(sorted(found, key=lambda one: one in self._replies))
        return self._parts[name]

    def questions(self, name: str) -> tuple[str, ...]:
        """The questions it depends on."""
        return tuple(part for part in self.parts(name) if part in self._replies)

    def _made_of(self, name: str, above: frozenset[str]) -> Iterator[str]:
        step = self.step_of(name)
        if step is None or step.name in above:
            return
        if step.question or step.reckoning or step.weighing:
            yield step.name
        cases = step.weighing.rules.cases if step.weighing else ()
        below = names_in(step.reckoning) if step.reckoning else ()
        for one in (*below, *(leaf.step for case, _ in cases for leaf in leaves(case))):
            yield from self._made_of(one, above | {step.name})

    def given(self, name: str, at: Bits) -> Given:
        """The answer it stands for."""
        step = self.step_of(name)
        if step is not None and step.question is not None:
            given = self._replies[step.name].given[at[step.name]]
            return given if name == step.name else item_given(given, name.rpartition(".")[2])
        numbers = self.numbers(name, at)
        return Given(0, keys=(key_of(numbers[0]),)) if numbers else Given(0, skipped=True)

    def numbers(self, name: str, at: Bits) -> list[float]:
        """The numbers of a scale, of all items of a step, of a sum; of choices one for each."""
        key = name, tuple(at.get(part, 0) for part in self.parts(name))
        if key not in self._known:
            self._known[key] = self._worked_out(name, at)
        return self._known[key]

    def _worked_out(self, name: str, at: Bits) -> list[float]:
        step = self.step_of(name)
        if step is None or not at.get(step.name):  # bit 0 is no answer
            return []
        if step.question is not None:
            reply = self._replies[step.name].replies[at[step.name]]
            asked = [f"{step.name}.{item.key}" for item in step.question.items]
            rated = (
                [one for item, one in zip(asked, reply, strict=True) if name in (step.name, item)]
                if asked
                else reply
            )
            return [
                1.0 if step.question.kind is Kind.MULTI else float(one) for one in rated if one != SKIPPED
            ]
        number = worked_out(step.reckoning, lambda one: self.numbers(one, at)) if step.reckoning else None
        return [] if number is None else [float(key_of(number))]

    def alike(self, name: str, question: str) -> list[int]:
        """The replies to one question of a sum, as masks of those that give it the same numbers."""
        if (name, question) not in self._alike:
            counted = [one for one in self._counted(name) if question in self.parts(one)]
            found: dict[tuple[tuple[float, ...], ...], int] = {}
            for bit in range(len(self._replies[question].replies)):
                numbers = tuple(tuple(self.numbers(one, {question: bit})) for one in counted)
                found[numbers] = found.get(numbers, 0) | 1 << bit
            self._alike[name, question] = list(found.values())
        return self._alike[name, question]

    def _counted(self, name: str) -> Iterator[str]:
        """The names of answers a number is worked out from."""
        step = self.step_of(name)
        if step is None or step.reckoning is None:
            yield name
            return
        for one in names_in(step.reckoning):
            yield from self._counted(one)
