"""Killed at random moments while people talk to it, the bot loses nothing they were told it had."""

import os
from pathlib import Path

import pytest

from .kills import hold, write

KILLS = int(os.environ.get("RUGGESPRAAK_TEST_KILLS", "8"))
SEED = int(os.environ.get("RUGGESPRAAK_TEST_SEED", "1"))
FIGURES = os.environ.get("RUGGESPRAAK_TEST_FIGURES", "")
"""A file for the figures, if somebody wants them."""
DOUBLED_PER_KILL = 8
"""Messages that one kill may double: about one to everybody who is talking."""


@pytest.mark.slow
async def test_under_load_nothing_that_was_confirmed_is_lost(tmp_path: Path) -> None:
    figures = await hold(tmp_path, KILLS, SEED)
    print(figures.line())
    if FIGURES:
        write(figures, Path(FIGURES))
    assert figures.confirmed > KILLS
    assert figures.lost == 0
    assert figures.stored_twice == 0
    assert figures.under_another_question == 0
    assert figures.let_off_and_kept == 0
    assert figures.questions_missing == 0
    assert figures.refused == 0
    assert figures.doubled <= DOUBLED_PER_KILL * KILLS
