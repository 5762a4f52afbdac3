"""Walks every way through a dialogue, so that an author knows that no line was forgotten.

It does not go along each of the millions of paths: for every line of a branch it looks whether any answers
lead to it (walk_search.py), and walks one run to each, which the engine plays too. Only for dialogues that
the lint accepts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.content.branches import ELSE, IF
from bot.content.dialogues import Script
from bot.content.faults import Faults
from bot.content.nodes import Fields, Place, Words, node_at, place_at
from bot.content.walk_boxes import Space
from bot.content.walk_plays import play
from bot.content.walk_runs import Run, run_to
from bot.content.walk_search import Line, Mark, Roads, Search
from bot.core.conditions import Skipped, leaves
from bot.core.dialogue import Dialogue
from bot.core.errors import Blemish

RUNS_LIMIT = 300
TEXT_LIMIT = 4000
"""Code points of one text that is shown."""
PATHS = {"zeg": ("zeg",), "regels": ("advies", "regels"), "daarna": ("daarna",)}
"""Where the lines of a branch stand under a step."""


@dataclass(frozen=True)
class Walked:
    """What came of walking a dialogue.

    `steps`: the names that can be come to. `branches`: for each line of this file whether any answers take
    it; `shadowed`: those of which the condition can hold, but then a line above it counts already.
    `stuck`: runs that do not end; `astray`: runs the engine took along other steps. `too_long`: for each step
    where more than TEXT_LIMIT is shown, how long that is. `whole`: False when not everything could be tried.
    """

    walks: tuple[Run, ...]
    steps: frozenset[str]
    branches: Mapping[Line, bool]
    shadowed: frozenset[Line]
    stuck: tuple[Run, ...]
    astray: tuple[Run, ...]
    too_long: Mapping[str, int]
    whole: bool

    @property
    def runs(self) -> int:
        return len(self.walks)

    @property
    def paths(self) -> int:
        """How many different sequences of steps were walked."""
        return len({run.path for run in self.walks})


def walk(dialogue: Dialogue) -> Walked:
    """Try every line of a dialogue; the same dialogue always gives the same."""
    roads = Roads(Space(dialogue))
    search = Search(roads)
    search.everywhere()
    runs, complete = _runs(roads, search)
    lines = [line for forks in roads.forks.values() for fork in forks for line in fork.lines]
    ended = [run for run in runs if run.ended]
    played = [(run, play(dialogue, run)) for run in {run.path: run for run in ended}.values()]
    lengths = [(step, length) for _, one in played for step, length in one.longest.items()]
    return Walked(
        walks=tuple(runs),
        steps=frozenset(search.came),
        branches={line: line in search.marks for line in lines},
        shadowed=frozenset(search.held - search.marks.keys()),
        stuck=tuple(run for run in runs if not run.ended),
        astray=tuple(run for run, one in played if not one.ended or one.path != run.path),
        too_long={step: length for step, length in sorted(lengths) if length > TEXT_LIMIT},
        whole=complete and search.whole and not roads.space.some,
    )


def _runs(roads: Roads, search: Search) -> tuple[list[Run], bool]:
    """A run to every line and step that no other run came by; whether that was all of them."""
    runs, lines, steps, complete = list[Run](), set[Line](), set[str](), True
    for goal, mark in _goals(roads, search):
        if goal in lines or goal in steps:
            continue
        run = run_to(roads, mark, len(runs)) if len(runs) < RUNS_LIMIT else None
        if run is None:
            complete = False
            continue
        runs.append(run)
        lines |= run.lines
        steps |= set(run.path)
    return runs, complete


def _goals(roads: Roads, search: Search) -> Iterator[tuple[Line | str, Mark]]:
    """What to come by, the last of the file first: on the way there one comes by much of the rest."""
    for step in reversed(roads.dialogue.steps):
        for fork in reversed(roads.forks[step.name]):
            yield from ((line, search.marks[line]) for line in fork.lines[::-1] if line in search.marks)
        if step.name in search.came and "." not in step.name:
            first = search.came[step.name]
            yield step.name, Mark(first, first.box, after=False)


# — what an author hears of it —


def findings(walked: Walked, script: Script) -> list[Blemish]:
    """Steps and lines that no answers lead to, and runs that go wrong, at their line in the file.

    Of another dialogue that is held here (`doe`) nothing is said: its own file hears it.
    """
    faults = Faults()
    for run in walked.stuck:
        faults.must(
            _place(script, run.path[-1].partition(".")[0]),
            f"wie hier komt langs {', '.join(run.path[-4:-1]) or 'het begin'}, komt niet meer bij een einde; "
            "laat een 'daarna' naar 'einde' gaan",
        )
    for run in walked.astray:
        faults.must(
            _place(script, run.path[-1].partition(".")[0]),
            f"nagespeeld loopt dit pad anders: {', '.join(run.path)}; vertel dit aan wie de bot maakt",
        )
    for name, length in walked.too_long.items():
        faults.must(
            _place(script, name.partition(".")[0]),
            f"hier staat een tekst van {length} tekens in beeld; houd hem onder {TEXT_LIMIT}",
        )
    _tell_untaken(walked, script, faults)
    return sorted(set(faults.found))


def _tell_untaken(walked: Walked, script: Script, faults: Faults) -> None:
    unseen = [
        (_place(script, step.name), step.name) for step in script.own_steps if step.name not in walked.steps
    ]
    untaken = [
        (_place(script, line.step, *_path(script, line)), line)
        for line, taken in walked.branches.items()
        if not taken and line.step in walked.steps and not _only_guards(script, line)
    ]
    if walked.whole:
        for place, name in unseen:
            faults.must(
                place, f"geen antwoord leidt naar '{name}'; verander een 'daarna', of haal de stap weg"
            )
        for place, line in untaken:
            faults.may(place, _why_untaken(walked, line))
    elif unseen or untaken:
        lines = sorted({place.line for place, _ in (*unseen, *untaken)})
        faults.may(
            _place(script),
            "hier zijn te veel combinaties van antwoorden om ze allemaal te proberen; kijk zelf of er iemand "
            f"komt op regel {', '.join(map(str, lines))}",
        )


def _why_untaken(walked: Walked, line: Line) -> str:
    if line.condition is None:
        return (
            "'anders' komt hier nooit aan de beurt: er klopt altijd al een regel erboven; "
            "maak van de laatste 'als' de 'anders'"
        )
    if line in walked.shadowed:
        return (
            "deze 'als' komt nooit aan de beurt: als hij klopt, klopt er al een regel erboven; "
            "zet hem hoger, of haal hem weg"
        )
    return "deze 'als' klopt nooit voor wie hier komt; verander de voorwaarde, of haal de regel weg"


def _only_guards(script: Script, line: Line) -> bool:
    """A line about skipping that says nothing: the language may ask for it where nobody needs it."""
    if line.condition is None or not all(isinstance(leaf, Skipped) for leaf in leaves(line.condition)):
        return False
    said = node_at(script.root, "stappen", line.step, *_path(script, line))
    return line.word == "daarna" or (isinstance(said, Words) and not said.text.strip())


def _path(script: Script, line: Line) -> tuple[str, ...]:
    """Where a line stands under its step."""
    path = PATHS[line.word]
    node = node_at(script.root, "stappen", line.step, *path)
    lines = [*(one for one in node.values if one.startswith(IF)), ELSE] if isinstance(node, Fields) else []
    return (*path, lines[line.at]) if line.at < len(lines) else path


def _place(script: Script, *path: str) -> Place:
    return place_at(script.root, "stappen", *path)
