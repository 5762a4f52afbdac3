"""What was played held against what a proef says; each difference with what to write instead."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.content.trial import Trial

At = tuple[str | int, ...]
"""The words of a trial a difference is about, as a path in the file."""
LITERALLY = "neem de tekst over zoals hij te lezen is, of pas 'antwoorden' aan"


@dataclass(frozen=True, slots=True)
class Seen:
    """What there was to see of a trial: the steps it passed, what was said, and what came of it.

    `explain`: what somebody reads who asks why they see this. `outcomes`: of each advice the trial names;
    `woken`: when the first sleep was over.
    """

    path: tuple[str, ...]
    texts: tuple[str, ...]
    explain: Callable[[], str]
    outcomes: Mapping[str, tuple[str, ...]]
    woken: datetime | None


def differences(trial: Trial, seen: Seen) -> list[tuple[At, str]]:
    """What is not as written. From another way than was meant the rest follows, and is not told."""
    lost = list(_ways(trial, seen))
    return lost or [*_sayings(trial, seen), *_outcomes(trial, seen), *_waking(trial, seen)]


def _ways(trial: Trial, seen: Seen) -> Iterator[tuple[At, str]]:
    left = iter(seen.path)
    missed = [step for step in trial.passes if step not in left]
    if missed:
        told = f"komt niet langs '{missed[0]}' (of niet in deze volgorde), maar: {', '.join(seen.path)}"
        yield ("langs", trial.passes.index(missed[0])), f"{told}; pas 'langs' of 'antwoorden' aan"
    for at, step in enumerate(trial.avoids):
        if step in seen.path:
            yield ("niet_langs", at), f"komt toch langs '{step}'; pas 'niet_langs' of 'antwoorden' aan"


def _sayings(trial: Trial, seen: Seen) -> Iterator[tuple[At, str]]:
    for at, text in enumerate(trial.says):
        if not _said(seen, text):
            yield ("zegt", at), f"'{text}' wordt niet gezegd; {LITERALLY}"
    for at, text in enumerate(trial.says_not):
        if _said(seen, text):
            yield ("zegt_niet", at), f"'{text}' wordt toch gezegd; pas 'zegt_niet' of 'antwoorden' aan"
    explanation = seen.explain() if trial.why else ""
    for at, text in enumerate(trial.why):
        if " ".join(text.split()) not in explanation:
            yield ("waarom", at), f"'{text}' staat niet in de uitleg bij het advies; {LITERALLY}"


def _outcomes(trial: Trial, seen: Seen) -> Iterator[tuple[At, str]]:
    for step, wanted in trial.outcomes.items():
        came = seen.outcomes[step]
        if set(came) != set(wanted):
            told = f"bij '{step}' komt niet {', '.join(wanted)} maar {', '.join(came) or 'niets'}"
            yield ("uitkomst", step), f"{told}; pas 'uitkomst' of 'antwoorden' aan"


def _waking(trial: Trial, seen: Seen) -> Iterator[tuple[At, str]]:
    if trial.wakes is None:
        return
    if seen.woken is None:
        yield ("wacht_tot",), "er wordt nergens gewacht; haal 'wacht_tot' weg, of pas 'antwoorden' aan"
    elif seen.woken.replace(tzinfo=None) != trial.wakes:
        told = f"wacht tot {trial.wakes:%Y-%m-%d %H:%M} klopt niet; het wordt {seen.woken:%Y-%m-%d %H:%M}"
        yield ("wacht_tot",), f"{told}, schrijf die tijd achter 'wacht_tot'"


def _said(seen: Seen, text: str) -> bool:
    wanted = " ".join(text.split())
    return any(wanted in shown for shown in seen.texts)
