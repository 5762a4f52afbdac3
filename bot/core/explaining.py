"""What is said of advice: the outcomes with their price, and why they are shown (*waarom zie ik dit?*)."""

from datetime import datetime

from bot.core.conditions import holds, leaves
from bot.core.dialogue import Dialogue, Step
from bot.core.effects import Phrase, Say
from bot.core.known import Known
from bot.core.repeating import quoted, repeated
from bot.core.text import Template, fill, plain
from bot.core.weighing import Hit, Outcome, Weighing

SHORT_NAME = 30
WHY = "waarom"
"""The command word behind the button; the name of the step stands behind it."""


def advice(dialogue: Dialogue, step: Step, known: Known, now: datetime) -> list[Say]:
    """The outcomes, on which ground (with the button that explains), and the runner-up."""
    weighed = known.weighed(step)

    def told(outcome: Outcome) -> dict[str, str]:
        text, drawback = (_said(one, dialogue, known, now) for one in (outcome.text, outcome.drawback))
        return {"titel": outcome.title, "tekst": text, "nadeel": drawback}

    said = [Say(Phrase("advies_uitkomst", told(outcome))) for outcome in weighed.outcomes]
    grounds = {rule.ground for _, rule in weighed.hits}
    key = f"grond_{grounds.pop().value}" if len(grounds) == 1 else "grond_gemengd"
    said.append(Say(Phrase(key), (f"{WHY} {step.name}",)))
    if weighed.second is not None:
        said.append(Say(Phrase("advies_tweede", told(weighed.second))))
    return said


def why(dialogue: Dialogue, step: Step, known: Known, now: datetime) -> list[Say]:
    """For each rule that counts: the answers that matched, its ground and source, what speaks against it."""
    assert step.weighing is not None, "only advice is explained"
    weighed = known.weighed(step)
    # An outcome two rules lead to has one price, which need not be told twice.
    told: set[str] = set()
    said = []
    for hit in weighed.hits:
        fresh = [outcome for outcome in weighed.outcomes if outcome.key in set(hit[1].outcomes) - told]
        told |= set(hit[1].outcomes)
        said.append(Say(_because(dialogue, step.weighing, hit, fresh, known, now)))
    return said


def _because(
    dialogue: Dialogue, weighing: Weighing, hit: Hit, outcomes: list[Outcome], known: Known, now: datetime
) -> Phrase:
    condition, rule = hit
    matched = (
        looked_at(weighing)
        if condition is None
        else [leaf.step for leaf in leaves(condition) if holds(leaf, known)]
    )
    shown = [line for name in dict.fromkeys(matched) if (line := _line(dialogue, name, known, now))]
    left_out = [
        title_of(dialogue, name) for name in looked_at(weighing) if name in known and known[name].skipped
    ]
    drawbacks = [outcome.drawback for outcome in outcomes]
    source = rule.source
    return Phrase(
        f"waarom_{rule.ground.value}",
        {
            "omdat": _said(rule.because, dialogue, known, now),
            "antwoorden": "\n".join(shown),
            "niet_gewogen": ", ".join(dict.fromkeys(left_out)),
            "bron": ", ".join(part for part in (source.name or source.work, source.place) if part)
            if source
            else "",
            "eigen": _said(rule.own, dialogue, known, now),
            "nadeel": "\n".join(_said(one, dialogue, known, now) for one in drawbacks if one),
        },
    )


def looked_at(weighing: Weighing) -> list[str]:
    """The names any rule looks at, in the order of the rules."""
    return list(dict.fromkeys(leaf.step for case, _ in weighing.rules.cases for leaf in leaves(case)))


def title_of(dialogue: Dialogue, name: str) -> str:
    """What a step, or an item of a step with several scales, is called."""
    if name in dialogue.by_name:
        return dialogue.by_name[name].title
    step, _, item = name.rpartition(".")
    question = dialogue.by_name[step].question
    labels = {choice.key: choice.label for choice in question.items} if question else {}
    label = labels.get(item, name)
    # "Feedback: vragen collega's erom?" is called Feedback.
    short, colon, _ = label.partition(":")
    return short if colon and len(short) <= SHORT_NAME else label


def _line(dialogue: Dialogue, name: str, known: Known, now: datetime) -> str:
    shown = repeated(dialogue, name, known[name], now) if name in known else ""
    return f"{title_of(dialogue, name)}: {shown}" if shown else ""


def _said(source: Template | None, dialogue: Dialogue, known: Known, now: datetime) -> str:
    """A text of the script with its slots filled, as plain words."""
    if source is None:
        return ""
    names = {slot.name for slot in source.slots() if slot.name in known}
    return plain(fill(source, {name: quoted(dialogue, name, known[name], now) for name in names}))
