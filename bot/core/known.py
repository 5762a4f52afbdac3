"""What conditions and texts may look at: the latest answers on a path, and what is worked out from them.

Numbers (`reken`) and outcomes (`advies`) are never kept: they are worked out when somebody looks, so they
always agree with the answers. A name with a dot is one item of a step with several scales.
"""

from collections.abc import Container, Iterable, Iterator, Mapping

from bot.core.dialogue import Dialogue, Step
from bot.core.given import Given, Visit
from bot.core.rating import item_given
from bot.core.reckoning import key_of, worked_out
from bot.core.weighing import Weighed, weigh


class Known(Mapping[str, Given]):
    """Name → latest answer, looked up when it is asked for: most turns need one or two."""

    def __init__(
        self,
        dialogue: Dialogue,
        given: Mapping[Visit, Given],
        path: Iterable[Visit] = (),
        unasked: Container[Visit] = (),
    ) -> None:
        self._dialogue = dialogue
        self._given = given
        self._visits: dict[str, Visit] = {}
        self._derived: dict[str, Step] = {}
        for visit in path:
            self.passes(visit, unasked=visit in unasked)

    def passes(self, visit: Visit, *, unasked: bool = False) -> None:
        """Come by a visit; one passed unasked counts as skipped, whatever was answered the time before."""
        step = self._dialogue.by_name.get(visit[0])
        if visit in self._given:
            self._visits[visit[0]] = visit
        elif unasked:
            self._visits.pop(visit[0], None)
        elif step is not None and (step.reckoning or step.weighing):
            self._derived[visit[0]] = step

    def __getitem__(self, name: str) -> Given:
        if name in self._visits:
            return self._given[self._visits[name]]
        if name in self._derived:
            return self._worked_out(self._derived[name])
        step, _, item = name.rpartition(".")
        return item_given(self._given[self._visits[step]], item)

    def __contains__(self, name: object) -> bool:
        # Whether it is there is known without opening it.
        return name in self._visits or name in self._derived or self._is_item(name)

    def _is_item(self, name: object) -> bool:
        step, _, item = name.rpartition(".") if isinstance(name, str) else ("", "", "")
        return step in self._visits and item in self._items(step)

    def _items(self, step: str) -> tuple[str, ...]:
        found = self._dialogue.by_name.get(step)
        question = found.question if found is not None else None
        return tuple(choice.key for choice in question.items) if question is not None else ()

    def __iter__(self) -> Iterator[str]:
        yield from self._visits
        yield from self._derived

    def __len__(self) -> int:
        return len(self._visits) + len(self._derived)

    def weighed(self, step: Step) -> Weighed:
        """What comes of the advice of a step for these answers."""
        assert step.weighing is not None, "only advice is weighed"
        return weigh(step.weighing, self)

    def numbers(self, name: str) -> list[float]:
        """The numbers of a scale, of all items of a step with several, of a sum; of choices one for each."""
        if name not in self:
            return []
        items = self._items(name)
        if items:
            return [number for item in items for number in self.numbers(f"{name}.{item}")]
        keys = self[name].keys
        return [float(key) if key.replace(".", "").lstrip("-").isdecimal() else 1.0 for key in keys]

    def _worked_out(self, step: Step) -> Given:
        if step.weighing is not None:
            return Given(0, keys=tuple(outcome.key for outcome in self.weighed(step).outcomes))
        assert step.reckoning is not None, "what is derived is weighed or reckoned"
        number = worked_out(step.reckoning, self.numbers)
        return Given(0, skipped=True) if number is None else Given(0, keys=(key_of(number),))
