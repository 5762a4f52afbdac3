"""A dialogue file to a Dialogue of the core, with what only an author needs: its lines and its proeven."""

import hashlib
from dataclasses import dataclass

from bot.content.accepting import accepted
from bot.content.aids import Aids
from bot.content.keys import Where, text_of, texts_of
from bot.content.nodes import Fields, Row, Words
from bot.content.reader import read
from bot.content.sources import read_citation
from bot.content.steps import read_steps, with_steps
from bot.content.trial import Trial
from bot.core.dialogue import Dialogue, Step
from bot.core.sources import Citation


@dataclass(frozen=True, eq=False)
class Script:
    """A dialogue beside the file it came from; `root` knows the line of everything, as it was meant.

    `text`: what a snapshot of it keeps, with the other dialogues it holds. Before it is joined with those
    (joining.py) its dialogue has them as one step each, and it has no trials yet.
    """

    file: str
    data: bytes
    root: Fields
    dialogue: Dialogue
    text: bytes
    trials: tuple[Trial, ...] = ()

    @property
    def own_steps(self) -> tuple[Step, ...]:
        """The steps that are written in this file."""
        return tuple(step for step in self.dialogue.steps if "." not in step.name)


def read_script(file: str, data: bytes, aids: Aids) -> Script | None:
    """The script in a file, with as much of it as could be read; its faults are added to those of the aids.

    None for a file without steps. Raises ContentError for a file that is no YAML.
    """
    fields = accepted(read(file, data), Where.DIALOGUE, aids.faults)
    if not isinstance(fields.values.get("stappen"), Fields):
        return None
    root = with_steps(fields, aids.faults)
    dialogue = Dialogue(
        id=text_of(fields, "dialoog"),
        hash=hashlib.sha256(data).hexdigest(),
        title=text_of(fields, "titel"),
        audience=_texts(fields, "voor"),
        when=text_of(fields, "wanneer"),
        duration=text_of(fields, "duur"),
        sources=_sources(fields, aids),
        calls=_texts(fields, "roep"),
        steps=read_steps(root.values["stappen"], aids),
        brief=frozenset(_texts(fields, "kort")),
        renamed=_renamed(fields, aids),
        nothing=aids.nothing,
    )
    return Script(file, data, root, dialogue, data)


def _texts(fields: Fields, word: str) -> tuple[str, ...]:
    return tuple(item.text.strip() for item in texts_of(fields, word))


def _sources(fields: Fields, aids: Aids) -> tuple[Citation, ...]:
    node = fields.values.get("bron")
    items = node.items if isinstance(node, Row) else ()
    read_items = (read_citation(item, aids) for item in items)
    return tuple(item for item in read_items if item is not None)


def _renamed(fields: Fields, aids: Aids) -> dict[str, str]:
    node = fields.values.get("hernoemd")
    values = node.values if isinstance(node, Fields) else {}
    for old, new in values.items():
        if not isinstance(new, Words) or not new.text.strip():
            aids.faults.must(new.place, f"na '{old}' hoort een naam; schrijf '{old}: nieuwe_naam'")
    return {old: new.text.strip() for old, new in values.items() if isinstance(new, Words)}
