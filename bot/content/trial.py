"""One proef as written: what somebody answers, and what must and must not come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.content.faults import Faults
from bot.content.keys import Where, accepted, text_of, texts_of
from bot.content.nodes import Fields, Node, Place, Row, Words
from bot.core.dialogue import Dialogue, Kind

SKIPPED = "overgeslagen"
Reply = tuple[str, ...]
"""What somebody gives at one visit: a text or a key, several keys, or SKIPPED."""


@dataclass(frozen=True, slots=True)
class Trial:
    """`answers`: for each step the replies at its visits, the last of which counts for all visits after it.

    `passes` is a subsequence of the path; `wakes` is the local wall time of the first waking.
    """

    name: str
    place: Place
    answers: Mapping[str, tuple[Reply, ...]]
    passes: tuple[str, ...]
    avoids: tuple[str, ...]
    says: tuple[str, ...]
    says_not: tuple[str, ...]
    wakes: datetime | None


def read_trials(node: Node | None, dialogue: Dialogue, faults: Faults) -> tuple[Trial, ...]:
    """The trials under `proeven`."""
    if not isinstance(node, Fields):
        return ()
    return tuple(
        _trial(name, node.places[name], accepted(value, Where.TRIAL, faults), dialogue, faults)
        for name, value in node.values.items()
    )


def _trial(name: str, place: Place, fields: Fields, dialogue: Dialogue, faults: Faults) -> Trial:
    given = fields.values.get("antwoorden")
    answers = given.values if isinstance(given, Fields) else {}
    return Trial(
        name=name,
        place=place,
        answers={step: _replies(step, value, dialogue, faults) for step, value in answers.items()},
        passes=_texts(fields, "langs"),
        avoids=_texts(fields, "niet_langs"),
        says=_texts(fields, "zegt"),
        says_not=_texts(fields, "zegt_niet"),
        wakes=_wakes(fields, faults),
    )


def _texts(fields: Fields, word: str) -> tuple[str, ...]:
    return tuple(item.text for item in texts_of(fields, word))


def _replies(step: str, node: Node, dialogue: Dialogue, faults: Faults) -> tuple[Reply, ...]:
    """A text is every visit; a list is the visits, or the ticks of one visit where several may be ticked."""
    found = dialogue.by_name.get(step)
    several = found is not None and found.question is not None and found.question.kind is Kind.MULTI
    if isinstance(node, Words):
        return (_reply(node),)
    rows = isinstance(node, Row) and any(isinstance(item, Row) for item in node.items)
    if not isinstance(node, Row) or not node.items or (rows and not several):
        faults.must(
            node.place, f"het antwoord bij '{step}' is een tekst, of een lijst met één tekst per keer"
        )
        return ((SKIPPED,),)
    if several and not rows:
        return (_reply(node),)
    return tuple(_reply(item) for item in node.items)


def _reply(node: Node) -> Reply:
    if isinstance(node, Row):
        return tuple(item.text for item in node.items if isinstance(item, Words))
    return (node.text.strip(),) if isinstance(node, Words) else ()


def _wakes(fields: Fields, faults: Faults) -> datetime | None:
    text = text_of(fields, "wacht_tot")
    if not text:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007  # a wall time, as the author reads it
    except ValueError:
        faults.must(fields.places["wacht_tot"], f"'{text}' is geen tijd; schrijf '2026-11-25 16:00'")
        return None
