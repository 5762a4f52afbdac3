"""What the rules look at: one script, its graph, the house around it, and the faults they add."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from bot.content.branches import IF
from bot.content.dialogues import Script
from bot.content.faults import Faults
from bot.content.graph import Graph
from bot.content.nodes import Fields, Node, Place, Words, node_at, place_at, texts_in
from bot.core.dialogue import Dialogue, Step

WRITTEN = ("titel", "zeg", "vraag", "hulp", "voorbeeld", "van", "tot", "keuze", "meerkeuze", "doorvraag")
"""The words of a step whose texts somebody gets to read."""


@dataclass(frozen=True, slots=True)
class House:
    """`works`: the ids of knowledge/bronnen.yaml; `commands`: all that people type for a command, folded."""

    works: frozenset[str]
    commands: frozenset[str]


@dataclass(frozen=True, slots=True)
class Written:
    """A text of a step: the word it stands after, and its line."""

    step: Step
    word: str
    text: str
    place: Place


@dataclass(frozen=True)
class Page:
    """One script, ready to be looked at."""

    script: Script
    house: House
    faults: Faults = field(default_factory=Faults)

    @property
    def dialogue(self) -> Dialogue:
        return self.script.dialogue

    @cached_property
    def graph(self) -> Graph:
        return Graph(self.dialogue)

    def must(self, place: Place, text: str) -> None:
        self.faults.must(place, text)

    def may(self, place: Place, text: str) -> None:
        self.faults.may(place, text)

    def node(self, *path: str | int) -> Node | None:
        return node_at(self.script.root, *path)

    def place(self, *path: str | int) -> Place:
        return place_at(self.script.root, *path)

    def step_place(self, step: Step, *path: str | int) -> Place:
        return self.place("stappen", step.name, *path)

    def case_places(self, step: Step, word: str) -> list[Place]:
        """The lines of the `als` cases after a word, in the order of the branch, then that of `anders`."""
        node = self.node("stappen", step.name, word)
        if not isinstance(node, Fields):
            return [self.step_place(step, word)]
        cases = [place for line, place in node.places.items() if line.startswith(IF)]
        return [*cases, node.places.get("anders", node.place)]

    def written(self) -> Iterator[Written]:
        """Every text of every step, in the order of the file."""
        for step in self.dialogue.steps:
            for word in WRITTEN:
                node = self.node("stappen", step.name, word)
                places = list(node.places.values()) if isinstance(node, Fields) else []
                for at, words in enumerate(texts_in(node)):
                    place = places[at] if places else self.step_place(step, word)
                    yield Written(step, word, words.text.strip(), place)

    def texts(self, word: str) -> tuple[Words, ...]:
        """The texts after a word of the dialogue itself."""
        return texts_in(self.node(word))
