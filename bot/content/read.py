"""What comes of reading a content folder: what is needed to hold dialogues, nothing of their lines."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.content.texts import Texts
from bot.core.dialogue import Check, Dialogue
from bot.core.errors import Blemish


@dataclass(frozen=True)
class Read:
    """What was read and checked. `data`: the hash of each dialogue → what a snapshot of it keeps."""

    dialogues: tuple[Dialogue, ...]
    data: Mapping[str, bytes]
    texts: Texts
    checks: Mapping[str, Check]
    works: Mapping[str, str]
    remarks: tuple[Blemish, ...]
