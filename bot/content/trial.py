"""One proef as written: what somebody answers, and what must and must not come of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.content.accepting import accepted
from bot.content.aids import Aids
from bot.content.faults import Faults, meant
from bot.content.keys import Where, text_of, texts_of
from bot.content.nodes import Fields, Node, Place, Row, Words, texts_in
from bot.content.sources import read_citation
from bot.content.values import NAME, named_as
from bot.core.dialogue import Dialogue, Kind
from bot.core.sources import Citation

START = datetime(2026, 11, 20, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
"""When every trial begins: a Friday morning."""
SKIPPED = "overgeslagen"
QUOTED = "zet een tekst met een dubbele punt erin tussen aanhalingstekens"
Reply = tuple[str, ...]
"""What somebody gives at one visit: a text or a key, several keys, or SKIPPED."""


@dataclass(frozen=True, slots=True)
class Trial:
    """`answers`: for each step the replies at its visits, the last of which counts for all visits after it.

    `passes` is a subsequence of the path; `wakes` is the local wall time of the first waking. `outcomes`: the
    keys that come of the advice of a step; `why`: what its explanation says; `brief`: by the short way;
    `source`: the case of a work this plays.
    """

    name: str
    place: Place
    answers: Mapping[str, tuple[Reply, ...]]
    passes: tuple[str, ...]
    avoids: tuple[str, ...]
    says: tuple[str, ...]
    says_not: tuple[str, ...]
    wakes: datetime | None
    outcomes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    why: tuple[str, ...] = ()
    brief: bool = False
    source: Citation | None = None


def read_trials(node: Node | None, dialogue: Dialogue, aids: Aids) -> tuple[Trial, ...]:
    """The trials under `proeven`."""
    if not isinstance(node, Fields):
        return ()
    return tuple(
        _trial(name, node.places[name], accepted(value, Where.TRIAL, aids.faults), dialogue, aids)
        for name, value in node.values.items()
    )


def _trial(name: str, place: Place, fields: Fields, dialogue: Dialogue, aids: Aids) -> Trial:
    given, outcomes = fields.values.get("antwoorden"), fields.values.get("uitkomst")
    wanted = outcomes.values if isinstance(outcomes, Fields) else {}
    faults = aids.faults
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
        outcomes={step: tuple(words.text.strip() for words in texts_in(v)) for step, v in wanted.items()},
        why=_texts(fields, "waarom"),
        brief=text_of(fields, "kort") == "ja",
        source=read_citation(fields.values.get("bron"), aids),
    )


def _texts(fields: Fields, word: str) -> tuple[str, ...]:
    return tuple(item.text for item in texts_of(fields, word))


def _replies(step: str, node: Node, dialogue: Dialogue, faults: Faults) -> tuple[Reply, ...]:
    """A text is every visit; a list is the visits, or what is given at one where that can be several."""
    found = dialogue.by_name.get(step)
    question = found.question if found is not None else None
    items = tuple(item.key for item in question.items) if question is not None else ()
    several = bool(items) or (question is not None and question.kind is Kind.MULTI)
    rows = isinstance(node, Row) and any(not isinstance(item, Words) for item in node.items)
    if isinstance(node, Words) or (several and not rows):
        return (_reply(node, items, faults),)
    if question is None or (question.kind is Kind.SCALES and not items):  # told where it stands
        return ()
    if not isinstance(node, Row) or not node.items or (rows and not several):
        faults.must(
            node.place,
            f"het antwoord bij '{step}' is een tekst, of een lijst met één tekst per keer; {QUOTED}",
        )
        return ((SKIPPED,),)
    return tuple(_reply(item, items, faults) for item in node.items)


def _reply(node: Node, items: tuple[str, ...], faults: Faults) -> Reply:
    match node:
        case Words(text):
            return (text.strip(),) * max(1, len(items))
        case Row(parts):
            return tuple(part.text.strip() for part in parts if isinstance(part, Words))
        case Fields(values):
            for key in values:
                misnamed = any(named_as(one) == named_as(key) for one in items if not NAME.fullmatch(one))
                if items and key not in items and not misnamed:
                    faults.must(
                        node.places[key], f"'{key}' is geen onderdeel van deze vraag{meant(key, items)}"
                    )
            given = {key: value.text.strip() for key, value in values.items() if isinstance(value, Words)}
            return tuple(given.get(item, SKIPPED) for item in items)


def _wakes(fields: Fields, faults: Faults) -> datetime | None:
    text = text_of(fields, "wacht_tot")
    if not text:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007  # a wall time, as the author reads it
    except ValueError:
        faults.must(fields.places["wacht_tot"], f"'{text}' is geen tijdstip; schrijf '2026-11-25 16:00'")
        return None
