"""What every use case has at hand, and one person's business inside one transaction."""

import zlib
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.dialogue import Dialogue
from bot.core.errors import ContentError
from bot.core.machine import Status
from bot.core.session import Session
from bot.core.text import Rich, fill
from bot.core.upgrade import moved
from bot.ports import (
    AddressRow,
    CannotOpen,
    Dice,
    Inbound,
    Journal,
    Library,
    PersonRow,
    SessionRow,
    Vault,
    Work,
)
from bot.service import sealing

PERSON_BYTES = 16


@dataclass(frozen=True, slots=True)
class Desk:
    """The rooms the use cases need; `zone` is where new people are taken to live (IANA)."""

    vault: Vault
    library: Library
    journal: Journal
    dice: Dice
    zone: str = "Europe/Amsterdam"

    def phrase(self, key: str, channel: str = "", **values: str) -> Rich:
        """A sentence of the house, as it is said on this channel if that has its own way of saying it."""
        texts = self.library.texts
        return fill(texts.get(f"{key}_{channel}", texts[key]), values)


class Case:
    """One person's business: who they are, their own time, and their sessions, read and saved as a whole."""

    def __init__(self, desk: Desk, work: Work, person: PersonRow, now: datetime, channel: str) -> None:
        self.desk = desk
        self.work = work
        self.person = person
        self.now = now.astimezone(ZoneInfo(person.zone))
        self.channel = channel
        self.damaged = False
        self._front: Session | None = None

    @property
    def minute(self) -> int:
        return int(self.now.timestamp()) // 60

    def foreground(self) -> Session | None:
        """The session in the foreground; one that cannot go on is laid aside, and `damaged` says so."""
        if self.person.foreground is None:
            return None
        if self._front is None:
            try:
                self._front = self.session(self.person.foreground)
                if self._front is not None:
                    self.dialogue(self._front)
            except (CannotOpen, ContentError) as fault:
                self.lay_aside(self.person.foreground, fault)
        return self._front

    def asking(self) -> Session | None:
        """The session whose question is open now."""
        front = self.foreground()
        return front if front is not None and front.status is Status.ASKING else None

    def session(self, session: int) -> Session | None:
        """The person's own session with this id; somebody else's is None, like one that never was."""
        row = self.work.session(session)
        return self.opened(row) if row is not None and row.person == self.person.id else None

    def opened(self, row: SessionRow) -> Session:
        """The session of a row, moved along to the script of now if it can be; saved with its next turn."""
        session = sealing.open_session(self.desk.vault, row, self.work.answers(row.id))
        current = self.desk.library.dialogue(session.dialogue)
        if current is None or not session.status.live or current.hash in (session.script, session.declined):
            return session
        try:
            return moved(self.dialogue(session), current, session)
        except (ContentError, CannotOpen):  # told where it is used
            return session

    def sessions(self, *, live: bool | None = None, since: int = 0) -> list[Session]:
        """The most recent first; one that is damaged is left out, or nothing could be begun beside it."""
        rows = self.work.sessions(self.person.id, live=live, since=since)
        return [session for row in rows if (session := self._if_it_opens(row)) is not None]

    def _if_it_opens(self, row: SessionRow) -> Session | None:
        try:
            return self.opened(row)
        except CannotOpen as fault:
            self.desk.journal.note("cannot-open", person=self.person.id, outcome=str(fault))
            return None

    def dialogue(self, session: Session) -> Dialogue:
        """The script the session began with; raises ContentError when it is nowhere any more."""
        return script_of(self.desk.library, self.work, session.dialogue, session.script)

    def title(self, session: Session) -> str:
        """What its reflection is called, also where that cannot be read any more."""
        try:
            return self.dialogue(session).title
        except ContentError:
            return session.dialogue

    def keep_script(self, dialogue: Dialogue) -> None:
        """Keep the script a session begins with for as long as it may need it."""
        self.work.keep_snapshot(
            dialogue.hash, dialogue.id, zlib.compress(self.desk.library.text_of(dialogue))
        )

    def lay_aside(self, session: int, fault: CannotOpen | ContentError) -> None:
        """This session cannot go on: its words stay, and something else can begin."""
        code = fault.code if isinstance(fault, CannotOpen) else "script"
        self.desk.journal.note("cannot-open", person=self.person.id, outcome=code)
        self.damaged = True
        row = self.work.session(session)
        if row is not None:
            self.work.save_session(replace(row, live=False, turn=row.turn + 1))
        self.work.drop_ticks(session)
        if self.person.foreground == session:
            self.to_front(None)

    def save_person(self, row: PersonRow) -> None:
        self.work.save_person(row)
        self.person = row

    def to_front(self, session: int | None) -> None:
        self._front = None
        if self.person.foreground != session:
            self.save_person(replace(self.person, foreground=session))


def script_of(library: Library, work: Work, id_: str, hash_: str) -> Dialogue:
    """The script of this very text, from the library or as it was kept; raises ContentError for nowhere."""
    current = library.dialogue(id_)
    if current is not None and current.hash == hash_:
        return current
    text = work.snapshot(hash_)
    if text is None:
        raise ContentError([])
    return library.read_snapshot(zlib.decompress(text))


def open_case(desk: Desk, work: Work, inbound: Inbound, now: datetime) -> tuple[Case, bool]:
    """The case of whoever is at this address, and whether they are new here."""
    hash_ = desk.vault.address_hash(inbound.channel, inbound.address)
    person = work.person_at(inbound.channel, hash_)
    if person is not None:
        return Case(desk, work, person, now, inbound.channel), False
    person = PersonRow(desk.dice(PERSON_BYTES), desk.zone)
    # The key must rest before anything is sealed with it; a crash in between leaves a key without a person.
    desk.vault.add_person(person.id)
    sealed = sealing.seal_address(desk.vault, person.id, inbound.channel, inbound.address)
    work.add_person(person, AddressRow(inbound.channel, hash_, person.id, sealed))
    return Case(desk, work, person, now, inbound.channel), True


def where(fault: BaseException) -> str:
    """The kind of an error and the line of ours it came from; never its text, which may quote somebody."""
    place = ""
    trace = fault.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.startswith("bot."):
            place = f"@{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return type(fault).__name__ + place
