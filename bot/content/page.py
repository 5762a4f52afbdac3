"""What the rules look at: one script, its graph, the house around it, and the faults they add."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from bot.content.branches import ELSE, case_lines, closing
from bot.content.dialogues import Script
from bot.content.faults import Faults
from bot.content.graph import Graph
from bot.content.joining import LAST
from bot.content.nodes import Fields, Node, Place, Words, node_at, place_at, texts_in
from bot.content.values import Value, names_of, value_of
from bot.core.dialogue import Dialogue, Step
from bot.core.text import Template, template

WRITTEN = (
    "titel",
    "zeg",
    "vraag",
    "hulp",
    "voorbeeld",
    "van",
    "tot",
    "keuze",
    "meerkeuze",
    "schalen",
    "doorvraag",
)
"""The words of a step whose texts somebody gets to read."""
WEIGHED = {"uitkomsten": ("titel", "tekst", "nadeel"), "regels": ("omdat", "eigen_grens")}
"""The same for its advice: under each outcome, and under each rule."""


@dataclass(frozen=True, slots=True)
class House:
    """`works`: the ids of knowledge/bronnen.yaml; `commands`: all that people type for a command, folded.

    `listed`: whether the list of works could be read as a whole.
    """

    works: tuple[str, ...]
    commands: frozenset[str]
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """A text of a step: the word it stands after, and its line; `read`: with its markup read."""

    step: Step
    word: str
    words: Words
    place: Place
    read: Template

    @property
    def text(self) -> str:
        return self.words.text.strip()

    def at(self, *pieces: str) -> Place:
        """The line with the first of these pieces that is in it."""
        piece = next((piece for piece in pieces if piece in self.words.text), "")
        return self.words.line_of(piece) if piece and self.words.below else self.place


@dataclass(frozen=True)
class Page:
    """One script, ready to be looked at."""

    script: Script
    house: House
    faults: Faults = field(default_factory=Faults)

    @property
    def dialogue(self) -> Dialogue:
        """The script with the dialogues it holds in place."""
        return self.script.dialogue

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps of this file; those of a dialogue it holds are looked at in their own file."""
        return self.script.own_steps

    @cached_property
    def graph(self) -> Graph:
        return Graph(self.dialogue)

    @cached_property
    def names(self) -> list[str]:
        """All that stands for something that is kept."""
        return names_of(self.dialogue)

    def value(self, name: str) -> Value | None:
        return value_of(self.dialogue, name)

    def comes_before(self, earlier: Step, later: Step) -> bool:
        """Whether some path passes `earlier` before it comes to `later`."""
        return later.name in self.graph.beyond[earlier.name] or later.name not in self.graph.reached

    def leaving(self, step: Step) -> Step:
        """The step that goes on as `daarna` of this one says: where a dialogue it holds comes out."""
        return self.dialogue.by_name.get(f"{step.name}.{LAST}", step) if step.does else step

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

    def lines(self, step: Step, *path: str) -> list[str]:
        """The `als` lines of a branch, in its order, then `anders`; none where it is a single text."""
        node = self.node("stappen", step.name, *path)
        if not isinstance(node, Fields):
            return []
        return [*case_lines(node), closing(node) or ELSE]

    def case_places(self, step: Step, *path: str) -> list[Place]:
        """Where the cases of a branch stand, in its order, then its `anders`."""
        key = (step.name, *path)
        if key not in self._placed:
            places = [self.step_place(step, *path, line) for line in self.lines(step, *path)]
            self._placed[key] = places or [self.step_place(step, *path)]
        return self._placed[key]

    @cached_property
    def _placed(self) -> dict[tuple[str, ...], list[Place]]:
        return {}

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """Every text of every step, word by word."""
        return tuple(written for step in self.steps for written in self._written(step))

    def _written(self, step: Step) -> Iterator[Written]:
        around = self.node("stappen", step.name)
        fields = around if isinstance(around, Fields) else Fields({}, {}, self.step_place(step))
        for word in WRITTEN:
            node = fields.values.get(word)
            for key, words in node.values.items() if isinstance(node, Fields) else ((word, node),):
                around_it = node if isinstance(node, Fields) else fields
                if isinstance(words, Words):
                    yield _text(step, word, words, around_it.places[key])
        if step.weighing is not None:
            yield from self._weighed(step)

    def _weighed(self, step: Step) -> Iterator[Written]:
        for part, found in WEIGHED.items():
            node = self.node("stappen", step.name, "advies", part)
            below = node if isinstance(node, Fields) else Fields({}, {}, self.step_place(step))
            for key, word in product(below.values, found):
                for words in texts_in(node_at(below, key, word)):
                    yield _text(step, word, words, place_at(below, key, word))

    def texts(self, word: str) -> tuple[Words, ...]:
        """The texts after a word of the dialogue itself."""
        return texts_in(self.node(word))


def _text(step: Step, word: str, words: Words, place: Place) -> Written:
    return Written(step, word, words, place, template(words.text.strip()))
