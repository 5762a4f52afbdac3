"""A dialogue file to a Dialogue of the core, with what only an author needs: its lines and its proeven."""

import hashlib
from dataclasses import dataclass

from bot.content.aids import Aids
from bot.content.keys import Where, accepted, text_of, texts_of
from bot.content.nodes import Fields, Node, Row, Words
from bot.content.reader import read
from bot.content.steps import read_steps
from bot.content.trial import Trial, read_trials
from bot.core.dialogue import Citation, Dialogue

STEPS_LIMIT = 300
"""Far more than anybody would walk through; the rules that follow paths take longer with every step."""


@dataclass(frozen=True, eq=False)
class Script:
    """A dialogue beside the file it came from; `root` knows the line of everything."""

    file: str
    data: bytes
    root: Node
    dialogue: Dialogue
    trials: tuple[Trial, ...]


def read_script(file: str, data: bytes, aids: Aids) -> Script | None:
    """The script in a file, with as much of it as could be read; its faults are added to those of the aids.

    None for a file without steps or with too many. Raises ContentError for a file that is no YAML.
    """
    root = read(file, data)
    fields = accepted(root, Where.DIALOGUE, aids.faults)
    steps = fields.values.get("stappen")
    if isinstance(steps, Fields) and len(steps.values) > STEPS_LIMIT:
        aids.faults.must(
            fields.places["stappen"], f"dit zijn meer dan {STEPS_LIMIT} stappen; maak er twee dialogen van"
        )
        return None
    if not isinstance(steps, Fields):
        return None
    dialogue = Dialogue(
        id=text_of(fields, "dialoog"),
        hash=hashlib.sha256(data).hexdigest(),
        title=text_of(fields, "titel"),
        audience=_texts(fields, "voor"),
        when=text_of(fields, "wanneer"),
        duration=text_of(fields, "duur"),
        sources=_sources(fields, aids),
        calls=_texts(fields, "roep"),
        steps=read_steps(steps, aids),
        renamed=_renamed(fields),
        nothing=aids.nothing,
    )
    return Script(
        file, data, root, dialogue, read_trials(fields.values.get("proeven"), dialogue, aids.faults)
    )


def _texts(fields: Fields, word: str) -> tuple[str, ...]:
    return tuple(item.text.strip() for item in texts_of(fields, word))


def _sources(fields: Fields, aids: Aids) -> tuple[Citation, ...]:
    node = fields.values.get("bron")
    items = node.items if isinstance(node, Row) else ()
    read_items = [accepted(item, Where.SOURCE, aids.faults) for item in items]
    return tuple(Citation(text_of(item, "werk"), text_of(item, "plek")) for item in read_items)


def _renamed(fields: Fields) -> dict[str, str]:
    node = fields.values.get("hernoemd")
    values = node.values if isinstance(node, Fields) else {}
    return {old: new.text.strip() for old, new in values.items() if isinstance(new, Words)}
