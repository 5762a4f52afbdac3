"""Proeven are played as somebody would live them, and say what came out otherwise."""

import pytest

from bot.content.dialogues import Script
from bot.content.trials import run, try_out
from tests.content.writing import HEAD, clean, written

STEPS = """\
stappen:
  wie:
    vraag: Met wie?
  hoe:
    vraag: Hoe heftig is het met <wie of de ander>?
    schaal: 1 tot 10
    daarna:
      als hoe is overgeslagen: dag
      als hoe >= 8: adem
      anders: dag
  adem:
    zeg: |
      Adem
      **rustig** uit.
  dag:
    vraag: Welke dag?
    datum: vandaag of later
    daarna:
      als dag is overgeslagen: slot
      anders: slaap
  slaap:
    wacht: 1 dag na dag om 16:00
  ging:
    vraag: Ging het door?
    keuze: {ja: Ja hoor, verzet: Het is verzet}
    daarna:
      als ging is overgeslagen: slot
      als ging is verzet: dag
      anders: wat
  wat:
    vraag: Wat hielp?
    meerkeuze: {rust: Rust, tijd: Tijd, niets: Niets}
  slot:
    zeg: "Wat hielp: <wat>"
"""


def faults(trial: str, steps: str = STEPS) -> list[str]:
    """What the one trial of this script says went otherwise."""
    script = clean(steps, f"proeven:\n  een proef:\n{trial}")
    (outcome,) = [run(script.dialogue, trial) for trial in script.trials]
    return list(outcome.faults)


@pytest.mark.parametrize(
    "trial",
    [
        # a usual answer is the middle of a scale, tomorrow, the first choice
        "    langs: [wie, hoe, dag, slaap, ging, wat, slot]\n    zegt: ['Wat hielp: Rust']\n",
        "    antwoorden: {hoe: 8}\n    langs: [adem]\n    zegt: [Adem rustig uit.]\n",
        "    antwoorden: {wie: overgeslagen}\n    zegt: [met de ander]\n    niet_langs: [adem]\n",
        "    antwoorden: {wat: [rust, niets]}\n    zegt: ['Wat hielp: Rust, Niets']\n",
        "    antwoorden: {wat: [[rust, niets]]}\n    zegt: ['Wat hielp: Rust, Niets']\n",
        "    antwoorden: {ging: [verzet, ja]}\n    langs: [dag, ging, dag, ging]\n",
        "    antwoorden: {ging: [verzet, ja], dag: [2026-11-24, 2026-12-01]}\n    langs: [ging, ging]\n",
        "    antwoorden: {dag: 2026-11-24 10:00}\n    wacht_tot: 2026-11-25 16:00\n",
        "    antwoorden: {dag: 2026-11-27}\n    wacht_tot: 2026-11-30 16:00\n",
    ],
)
def test_a_trial_that_holds_says_nothing(trial: str) -> None:
    assert faults(trial) == []


@pytest.mark.parametrize(
    ("trial", "told"),
    [
        ("    langs: [adem]\n", "komt niet langs 'adem'"),
        ("    langs: [hoe, wie]\n", "komt niet langs 'wie' (of niet in deze volgorde)"),
        ("    niet_langs: [slot]\n", "komt toch langs 'slot'"),
        ("    zegt: [Adem]\n", "'Adem' wordt niet gezegd"),
        ("    zegt_niet: [Met wie]\n", "'Met wie' wordt toch gezegd"),
        ("    wacht_tot: 2026-11-30 16:00\n", "klopt niet; het wordt 2026-11-23 16:00"),
        (
            "    antwoorden: {dag: overgeslagen}\n    wacht_tot: 2026-11-30 16:00\n",
            "er wordt nergens gewacht",
        ),
        ("    antwoorden: {dag: ergens}\n", "het antwoord bij 'dag' wordt niet begrepen"),
        ("    antwoorden: {dag: 2026-11-19}\n", "het antwoord bij 'dag' wordt niet begrepen"),
        ("    antwoorden: {ging: verzet}\n", "komt niet tot een einde"),
    ],
)
def test_a_trial_that_does_not_hold_says_why(trial: str, told: str) -> None:
    (fault,) = faults(trial)
    assert told in fault


def test_the_house_does_not_count_as_said_by_the_script() -> None:
    steps = "stappen:\n  a:\n    vraag: Hoe?\n  b:\n    wacht: 1 dag na nu\n"
    (fault,) = faults("    zegt: [23 november]\n", steps)
    assert fault.startswith("'23 november' wordt niet gezegd")


def test_a_check_or_a_probe_is_left_as_it_is() -> None:
    steps = (
        "stappen:\n  a:\n    vraag: Wat vraag je?\n    toets: open-vraag\n"
        "    doorvraag:\n      als korter dan 9 woorden: Hoe begin je?\n  b:\n    zeg: Je vraagt <a>\n"
    )
    trial = "    antwoorden: {a: Vind je dat nou goed?}\n    zegt: ['Je vraagt Vind je dat nou goed?']\n"
    assert faults(trial, steps) == []


def test_an_opening_question_is_answered_with_an_open_question() -> None:
    steps = "stappen:\n  a:\n    vraag: Wat vraag je?\n    toets: open-vraag\n  b:\n    zeg: Je vraagt <a>\n"
    assert faults("    zegt: [Je vraagt Hoe kijk jij daarop terug?]\n", steps) == []


def script(trials: str, steps: str = STEPS) -> Script:
    found, _ = written(HEAD + steps + trials)
    assert found is not None
    return found


def test_a_failing_trial_is_told_at_its_line() -> None:
    trials = "proeven:\n  een:\n    zegt: [Hoera]\n  twee:\n    antwoorden: {hoe: 9}\n"
    (blemish,) = try_out(script(trials))
    assert blemish.line == (HEAD + STEPS).count("\n") + 3
    assert blemish.text.startswith("proef 'een': 'Hoera' wordt niet gezegd")


def test_a_step_that_no_trial_comes_by_is_told_at_its_line() -> None:
    (blemish,) = try_out(script("proeven:\n  een: {}\n"))
    line = HEAD.count("\n") + STEPS.splitlines().index("  adem:") + 1
    assert (blemish.line, blemish.text) == (line, "geen proef komt langs 'adem'; schrijf er een")


def test_trials_that_come_by_everything_say_nothing() -> None:
    assert try_out(script("proeven:\n  een: {}\n  twee: {antwoorden: {hoe: 10}}\n")) == []


def test_a_script_that_goes_round_without_asking_is_told_and_does_not_hang() -> None:
    steps = "stappen:\n  a:\n    zeg: Dag.\n    daarna: b\n  b:\n    zeg: Dag.\n    daarna: a\n"
    found = try_out(script("proeven:\n  een: {}\n", steps))
    assert any("draait rond" in blemish.text for blemish in found)
