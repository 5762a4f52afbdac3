"""Dialogues that hold other dialogues (`doe`): the steps of the other come in behind the step that asks.

They are named after that step (`adempauze.klaar`), so one engine walks one list of steps, and going back,
changing and replaying need not know where a step came from. Refuses a dialogue that holds itself.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePosixPath

from bot.content.aids import Aids
from bot.content.dialogues import Script
from bot.content.faults import meant
from bot.content.naming import within
from bot.content.nodes import node_at, place_at
from bot.content.trial import read_trials
from bot.core.conditions import Branch
from bot.core.dialogue import Step

DEPTH_LIMIT = 3
"""Dialogues inside dialogues."""
STEPS_LIMIT = 300
"""Steps with everything that is held in between; more than anybody would walk through."""
LAST = "einde"
"""The silent step, named after the one that asks, where a dialogue inside another comes out."""
BUNDLE = b"\x00"
"""What the text of a script with others in it begins with; no file of an author can."""


@dataclass(frozen=True)
class _Whole:
    """What becomes of a script with everything in it; `parts`: the scripts that came in."""

    steps: tuple[Step, ...]
    brief: frozenset[str]
    renamed: Mapping[str, str]
    parts: Mapping[str, bytes]


def joined(scripts: list[Script], aids: Aids, unread: frozenset[str] = frozenset()) -> list[Script]:
    """The scripts with what they hold in place, and with their trials; what cannot be held is a fault.

    `unread`: dialogues that are there but could not be read, as is told elsewhere.
    """
    # A dialogue is named as its file; where it is not, that is told and the file still counts.
    by_id = {PurePosixPath(script.file).stem: script for script in scripts}
    by_id |= {script.dialogue.id: script for script in scripts}
    return [_joined(script, by_id, unread, aids) for script in scripts]


def _joined(script: Script, by_id: Mapping[str, Script], unread: frozenset[str], aids: Aids) -> Script:
    for step in script.dialogue.steps:
        if (
            step.does
            and step.does not in unread
            and (fault := _unfit(step.does, by_id, (script.dialogue.id,)))
        ):
            aids.faults.must(place_at(script.root, "stappen", step.name, "doe"), fault)
    whole = _whole(script, by_id, (script.dialogue.id,))
    if len(whole.steps) > STEPS_LIMIT:
        place = place_at(script.root, "stappen")
        aids.faults.must(place, f"dit zijn meer dan {STEPS_LIMIT} stappen; maak er twee dialogen van")
    text = bundled(script.data, whole.parts)
    dialogue = replace(
        script.dialogue,
        steps=whole.steps,
        brief=whole.brief,
        renamed=whole.renamed,
        hash=hashlib.sha256(text).hexdigest(),
    )
    trials = read_trials(node_at(script.root, "proeven"), dialogue, aids)
    return replace(script, dialogue=dialogue, trials=trials, text=text)


def _unfit(id_: str, by_id: Mapping[str, Script], above: tuple[str, ...]) -> str:
    """Why this dialogue cannot be held inside those `above`, or ""."""
    if id_ not in by_id:
        titled = next((key for key, one in by_id.items() if one.dialogue.title == id_), "")
        return f"'{id_}' is geen dialoog" + (f"; bedoel je '{titled}'?" if titled else meant(id_, by_id))
    if id_ == above[-1]:
        return f"'{id_}' zou zichzelf weer doen; kies een andere dialoog"
    if id_ in above:
        return (
            f"'{above[-1]}' doet op zijn beurt '{id_}', en zo komt er geen einde aan; kies een andere dialoog"
        )
    if len(above) > DEPTH_LIMIT:
        return f"hier zitten meer dan {DEPTH_LIMIT} dialogen in elkaar; kies er een waar minder in zit"
    held = [step.does for step in by_id[id_].dialogue.steps if step.does]
    return next((fault for one in held if (fault := _unfit(one, by_id, (*above, id_)))), "")


def _whole(script: Script, by_id: Mapping[str, Script], above: tuple[str, ...]) -> _Whole:
    dialogue = script.dialogue
    steps: list[Step] = []
    brief, renamed = set(dialogue.brief), dict(dialogue.renamed)
    parts: dict[str, bytes] = {}
    for step in dialogue.steps:
        if not step.does or _unfit(step.does, by_id, above):
            steps.append(step)
            continue
        inner = _whole(by_id[step.does], by_id, (*above, step.does))
        parts |= {step.does: by_id[step.does].data, **inner.parts}
        steps.extend(_inside(step, inner))
        renamed |= {f"{step.name}.{old}": f"{step.name}.{new}" for old, new in inner.renamed.items()}
        if step.name in brief:
            asked = inner.brief or {one.name for one in inner.steps if one.question}
            brief |= {f"{step.name}.{name}" for name in asked}
    return _Whole(tuple(steps), frozenset(brief), renamed, parts)


def _inside(step: Step, inner: _Whole) -> chain[Step]:
    """The step that asks, the steps of the other, and where it comes out."""
    first = f"{step.name}.{inner.steps[0].name}"
    return chain(
        [replace(step, onward=Branch((), first))],
        (within(step.name, one, f"{step.name}.{LAST}") for one in inner.steps),
        [Step(f"{step.name}.{LAST}", step.title, step.onward)],
    )


def bundled(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """One text of a script and what it holds: the bytes of the file itself when it holds nothing."""
    if not parts:
        return data
    texts = {"": data, **dict(sorted(parts.items()))}
    return BUNDLE + json.dumps({id_: text.decode("utf-8-sig") for id_, text in texts.items()}).encode()


def unbundled(text: bytes) -> Mapping[str, bytes]:
    """The texts of a bundle by their id, the script itself under ""."""
    if not text.startswith(BUNDLE):
        return {"": text}
    return {id_: one.encode() for id_, one in json.loads(text.removeprefix(BUNDLE)).items()}
