"""What the graph calls certain is there on every walk, whatever somebody answers and skips."""

from collections import Counter
from random import Random

import pytest

from bot.content.dialogues import Script
from bot.content.graph import Graph
from bot.content.library import FileLibrary
from bot.core.dialogue import END, Question
from bot.core.given import Given, Part, Visit
from bot.core.known import Known
from bot.core.machine import next_step
from bot.core.rating import SKIPPED_ITEM, all_skipped
from tests.content.writing import clean

STEPS = """\
stappen:
  hier:
    vraag: Hoe is het hier?
    schaal: 1 tot 5
    schalen: {sfeer: De sfeer is goed., tijd: Er is tijd.}
  hoe:
    vraag: Hoe gaat het?
    schaal: 1 tot 5
  midden:
    reken: gemiddelde van hier
  som:
    reken: hoe + midden
    daarna:
      als som is overgeslagen: nog
      als midden >= 3: nog
      anders: raad
  raad:
    advies:
      kies: alle
      uitkomsten:
        doen: {titel: Doen, tekst: Begin.}
        laten: {titel: Laten, tekst: Wacht.}
      regels:
        als hoe >= 3:
          uitkomst: doen
          omdat: Het gaat goed.
          grond: voorstel
          eigen_grens: Die drie kozen wij.
        anders:
          uitkomst: laten
          omdat: Het gaat niet goed.
          grond: voorstel
    daarna:
      als raad bevat doen: nog
      als hier.sfeer is overgeslagen: nog
      als hier.sfeer > 2 of som > 2: nog
      anders: tel
  tel:
    reken: aantal van hier
    daarna:
      als tel > 1: nog
      anders: nog
  nog:
    vraag: Nog een keer?
    keuze: {ja: Ja, nee: Nee, weer: Alleen hoe}
    verplicht: ja
    daarna:
      als nog is ja: hier
      als nog is weer: hoe
      anders: einde
"""


def _answer(question: Question, chance: Random, n: int) -> Given:
    skips = not question.required
    if question.items:
        numbers = [SKIPPED_ITEM] * skips + [choice.key for choice in question.choices]
        keys = tuple(f"{item.key}={chance.choice(numbers)}" for item in question.items)
        given = Given(n, tuple(map(Part, keys)), keys)
        return Given(n, skipped=True) if all_skipped(given) else given
    if skips and chance.random() < 0.4:
        return Given(n, skipped=True)
    if question.choices:
        return Given(n, keys=(chance.choice(question.choices).key,))
    return Given(n, parts=(Part("woord " * chance.randint(1, 12)),), keys=("2026-11-24",))


def _walk(script: Script, graph: Graph, chance: Random) -> None:
    dialogue, given, path, visits = script.dialogue, dict[Visit, Given](), list[Visit](), Counter[str]()
    name = dialogue.steps[0].name
    while name != END and len(path) < 200:
        known = Known(dialogue, given, path)
        assert graph.passed[name] <= {step for step, _ in path}
        assert all(one in known and not known[one].skipped for one in graph.answered[name])
        visits[name] += 1
        path.append((name, visits[name]))
        question = dialogue.by_name[name].question
        if question is not None:
            given[path[-1]] = _answer(question, chance, len(given) + 1)
        name = next_step(dialogue, name, Known(dialogue, given, path))


@pytest.mark.parametrize("seed", range(60))
def test_what_is_certain_is_there_on_every_walk(seed: int) -> None:
    script = clean(STEPS)
    _walk(script, Graph(script.dialogue), Random(seed))


OURS = FileLibrary.open().scripts


@pytest.mark.parametrize("script", OURS, ids=[script.dialogue.id for script in OURS])
def test_what_is_certain_is_there_on_every_walk_of_ours(script: Script) -> None:
    graph = Graph(script.dialogue)
    for seed in range(20):
        _walk(script, graph, Random(seed))
