"""What lies ready while a script is read: the checks, the synonyms of choices, and the faults so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.content.faults import Faults
from bot.core.dialogue import Check


@dataclass(frozen=True, slots=True)
class Aids:
    """`synonyms`: the key of a choice → other words people type; `nothing`: answers that say nothing.

    `works`: the id of each work of the list of sources → how a text calls it.
    """

    checks: Mapping[str, Check]
    synonyms: Mapping[str, tuple[str, ...]]
    faults: Faults
    nothing: frozenset[str] = frozenset()
    works: Mapping[str, str] = field(default_factory=dict)
