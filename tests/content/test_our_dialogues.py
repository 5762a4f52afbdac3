"""What the project itself says: every script loads clean, and its proeven hold and come by every step."""

import pytest

from bot.content.dialogues import Script
from bot.content.library import FileLibrary
from bot.content.trials import run, try_out
from bot.core.machine import compiled

LIBRARY = FileLibrary.open()
SCRIPTS = {script.dialogue.id: script for script in LIBRARY.scripts}


def test_the_first_dialogues_are_there() -> None:
    assert {"vier-woorden-voor-gesprek", "gesprek-terugblikken"} <= SCRIPTS.keys()


def test_nothing_could_be_better() -> None:
    assert LIBRARY.remarks == ()


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_every_proef_holds_and_together_they_come_by_every_step(script: Script) -> None:
    assert try_out(script) == []
    visited = frozenset[str]().union(*(run(script.dialogue, trial).visited for trial in script.trials))
    assert visited >= {step.name for step in script.own_steps}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_every_dialogue_compiles(script: Script) -> None:
    assert set(script.dialogue.by_name) < set(compiled(script.dialogue).states)


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_a_snapshot_of_ours_is_read_back(script: Script) -> None:
    assert LIBRARY.read_snapshot(LIBRARY.text_of(script.dialogue)).hash == script.dialogue.hash
