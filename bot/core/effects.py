"""All that can go out of a turn; the caller writes it in one transaction, nothing has happened yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.dialogue import Choice, Kind
from bot.core.given import Given, Visit
from bot.core.machine import Status
from bot.core.session import Alarm
from bot.core.text import Rich


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the house, by its key in the texts, with what goes into its slots."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Say:
    """Something to show; several in a row may share a bubble. `words`: command words to offer as buttons."""

    body: Rich | Phrase
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """The open question, to be shown with its choices.

    `asked`: the turn its buttons carry. `ticked`: keys already chosen (several choices).
    `words`: command words that make sense here, in the order of their buttons ("klaar", "overslaan", …).
    `on`: the message it stands in already, of which only the buttons changed.
    """

    visit: Visit
    asked: int
    body: Rich | Phrase
    kind: Kind
    choices: tuple[Choice, ...]
    ticked: tuple[str, ...]
    words: tuple[str, ...]
    on: int | None = None


@dataclass(frozen=True, slots=True)
class Keep:
    """An answer for the log: the only way free text leaves the core. Replaces the answer of this visit."""

    visit: Visit
    given: Given


@dataclass(frozen=True, slots=True)
class Noted:
    """The answer in this message was kept and more may follow: show that on the message itself."""

    ref: int


@dataclass(frozen=True, slots=True)
class Erase:
    """Take the person's own message out of the chat: it was meant not to be kept."""

    ref: int


@dataclass(frozen=True, slots=True)
class Remind:
    """Set the session's alarm; an earlier one no longer counts."""

    alarm: Alarm


@dataclass(frozen=True, slots=True)
class Cancel:
    """Take the session's alarm away."""


@dataclass(frozen=True, slots=True)
class Close:
    """The session has ended (done, stopped or lapsed)."""

    status: Status


Effect = Say | Ask | Keep | Noted | Erase | Remind | Cancel | Close
