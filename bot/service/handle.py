"""The path of everything that comes in: one inbound, one part of a transaction, answers in the outbox.

seen before? → whose is it → which session → engine.turn → perform
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import engine, inputs
from bot.core.errors import ContentError
from bot.core.schedule import next_allowed
from bot.core.session import AlarmKind, Session
from bot.ports import Came, CannotOpen, Inbound, OutboxRow, Work
from bot.service import commands, pressing, sealing
from bot.service.desk import Case, Desk, open_case
from bot.service.perform import Bubble, perform, say, send
from bot.service.understand import Command, at_question, command, seen, to_input

EDIT_MINUTES = 48 * 60
"""How long ago a message may have been answered with that is corrected now."""
UNREAD = timedelta(hours=1)
"""After how long an alarm is tried again whose script cannot be read."""
BUSY = timedelta(minutes=30)
"""How recent a turn must be for a session not to be interrupted by another that wakes."""


def handle(desk: Desk, work: Work, inbound: Inbound, now: datetime) -> None:
    """Do what one inbound asks, unless that was done before. Raises Conflict."""
    if not work.first_seen(inbound.channel, inbound.key, int(now.timestamp()) // 60):
        desk.journal.note("seen-before")
        return
    case, new = open_case(desk, work, inbound, now)
    if inbound.came is Came.BLOCKED:
        case.save_person(replace(case.person, reachable=False))
        work.give_up(case.person.id)
        return
    if not case.person.reachable:
        _welcome_back(case)
    if new:
        _welcome(case)
    case.foreground()
    if not case.damaged:
        _route(case, inbound)
    if case.damaged:
        # What is damaged, or written in a way we no longer read, must not hold up the rest.
        say(case, "beschadigd")


def _welcome_back(case: Case) -> None:
    """Somebody who had shut us out: what waited then is past, and the open question is shown again."""
    case.save_person(replace(case.person, reachable=True))
    case.work.give_up(case.person.id)
    front = case.asking()
    if front is not None:
        commands.take_turn(case, front, inputs.Resume())


def _welcome(case: Case) -> None:
    keys = [key for key in ("welkom", f"welkom_{case.channel}") if key in case.desk.library.texts]
    send(case, [Bubble(case.desk.phrase(key)) for key in keys], None)


def _route(case: Case, inbound: Inbound) -> None:
    match inbound.came:
        case Came.TEXT:
            _typed(case, inbound)
        case Came.PRESS:
            _pressed(case, inbound)
        case Came.EDIT:
            _edited(case, inbound)
        case Came.OTHER:
            _other(case)
        case Came.OPEN:
            commands.open_door(case, inbound.text, inbound.data)
        case Came.BLOCKED | Came.UNBLOCKED:
            pass


def _typed(case: Case, inbound: Inbound) -> None:
    session = case.asking()
    if session is None:
        _at_rest(case, inbound.text)
        return
    row = case.work.session(session.id)
    question = case.work.queued(row.question) if row is not None and row.question is not None else None
    given = at_question(case.desk.library, case.dialogue(session), session, inbound, seen(question, inbound))
    if isinstance(given, Command):
        commands.carry_out(case, given)
    elif given is not None:
        commands.take_turn(case, session, given)


def _at_rest(case: Case, text: str) -> None:
    found = command(case.desk.library, text)
    if found is not None:
        commands.carry_out(case, found)
    elif (dialogue := commands.find_dialogue(case, text)) is not None:
        commands.begin(case, dialogue)
    else:
        say(case, "onbekend_woord")
        commands.menu(case)


def _pressed(case: Case, inbound: Inbound) -> None:
    """A button counts for the question it was made for; an old or forged one is answered kindly."""
    press = pressing.read(inbound.data)
    front = case.asking()
    word, _, about = press.word.partition(" ") if press else ("", "", "")
    given = (
        inputs.Choose(press.choice, inbound.ref) if press and press.choice else to_input(Command(word, about))
    )
    if press and isinstance(given, inputs.Why):
        _explain(case, press, given)
    elif press and not given and word in commands.COMMANDS:
        _pressed_command(case, press, Command(word, about))
    elif press and given and front is not None:
        commands.take_turn(case, front, given, press.turn if press.session == front.id else -1)
    elif front is not None:
        commands.take_turn(case, front, inputs.Resume(), -1)
    else:
        commands.refuse_old(case)


def _explain(case: Case, press: pressing.Press, asked: inputs.Why) -> None:
    """Why advice was given, also when its reflection rests or is over; the open question stays the last."""
    session, front = case.session(press.session), case.asking()
    if session is None:
        commands.refuse_old(case)
        return
    commands.take_turn(case, session, asked)
    if front is not None and front.id != session.id:
        commands.take_turn(case, front, inputs.Resume())


def _pressed_command(case: Case, press: pressing.Press, found: Command) -> None:
    """A command about a session counts while that session is as it was when the button was made."""
    session = case.session(press.session) if press.session else None
    if press.session and (session is None or session.turn != press.turn or not session.status.live):
        commands.refuse_old(case)
    else:
        commands.carry_out(case, found, session)


def _edited(case: Case, inbound: Inbound) -> None:
    """The corrected message belongs to the session that holds an answer with its number."""
    assert inbound.ref is not None, "an edit is of a message"
    for session in case.sessions(since=case.minute - EDIT_MINUTES):
        if _holds(session, inbound.ref):
            commands.take_turn(case, session, inputs.Correct(inbound.ref, inbound.text))
            return
    say(case, "verbetering_onbekend")


def _holds(session: Session, ref: int) -> bool:
    """Whether an answer of it came in this message; what does not open is not what was just written."""
    try:
        return any(part.ref == ref for given in session.given.values() for part in given.parts)
    except CannotOpen:
        return False


def _other(case: Case) -> None:
    session = case.asking()
    if session is None:
        say(case, "geen_tekst")
    else:
        commands.take_turn(case, session, inputs.Unreadable())


def handle_tick(desk: Desk, work: Work, row: OutboxRow, now: datetime) -> None:
    """An alarm that fell due: an input like any other, unless its session has another one by now."""
    person = work.person(row.person)
    if person is None or row.session is None:
        work.drop(row.id)
        return
    case = Case(desk, work, person, now, channel="")
    try:
        tick = sealing.open_tick(desk.vault, row)
        session = case.session(row.session)
    except CannotOpen as fault:
        desk.journal.note("cannot-open", person=person.id, outcome=str(fault))
        session = None
    if session is None:
        work.drop(row.id)
        return
    kind = AlarmKind(tick["kind"])
    if kind is AlarmKind.WAKE and (later := _better_moment(case, session)) != case.now:
        work.postpone(row.id, later.timestamp())
        return
    try:
        dialogue = case.dialogue(session)
    except ContentError:
        # A later version may read it again.
        desk.journal.note("cannot-open", person=person.id, outcome="script")
        work.postpone(row.id, (now + UNREAD).timestamp())
        return
    try:
        turn = engine.turn(dialogue, session, inputs.Tick(kind, tick["turn"]), case.now)
    except CannotOpen as fault:
        case.lay_aside(session.id, fault)
        say(case, "beschadigd")
        return
    if turn.session is session:
        work.drop(row.id)
        return
    if kind is AlarmKind.WAKE:
        commands.set_aside_front(case)
    perform(case, turn, reminder=kind is AlarmKind.WAKE)


def _better_moment(case: Case, waking: Session) -> datetime:
    """Now, unless somebody is busy with another reflection, or rests: we may be late after standing still."""
    return next_allowed(case.now + BUSY if _busy_elsewhere(case, waking) else case.now)


def _busy_elsewhere(case: Case, waking: Session) -> bool:
    front = case.asking()
    row = None if front is None or front.id == waking.id else case.work.session(front.id)
    return row is not None and case.minute - row.at < BUSY.total_seconds() / 60
