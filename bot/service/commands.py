"""Commands of the house: begin, go on, begin again, leave it, the menu, privacy."""

from collections.abc import Callable, Mapping

from bot.core import engine, inputs
from bot.core.dialogue import Dialogue
from bot.core.errors import ContentError
from bot.core.folding import fold
from bot.core.inputs import Input
from bot.core.machine import Status
from bot.core.moments import Moment, say_moment
from bot.core.session import Session
from bot.ports import CannotOpen
from bot.service.desk import Case
from bot.service.perform import perform, say
from bot.service.pressing import in_rows, word_button
from bot.service.understand import Command

LISTED = 5
"""How many reflections that rest are shown at once."""
WAITING = (Status.ASKING, Status.PAUSED)


def take_turn(case: Case, session: Session, given: Input, pressed: int | None = None) -> Session:
    """One turn of one session, written; returns the session as it is then. Two never ask at once.

    A session that cannot go on, because something of it does not open or is not read any more, is laid aside
    and comes back as it was.
    """
    try:
        turn = engine.turn(case.dialogue(session), session, given, case.now, pressed)
    except (CannotOpen, ContentError) as fault:
        case.lay_aside(session.id, fault)
        return session
    if turn.session.status is Status.ASKING and case.person.foreground != session.id:
        set_aside_front(case)
    perform(case, turn)
    return turn.session


def begin(case: Case, dialogue: Dialogue) -> None:
    """Start a reflection; one of the same kind that waits is offered first."""
    waiting = [s for s in _waiting(case) if s.dialogue == dialogue.id and s.given]
    if waiting:
        offer(case, waiting[0])
    else:
        _begin_new(case, dialogue)


def _begin_new(case: Case, dialogue: Dialogue) -> None:
    set_aside_front(case)
    case.keep_script(dialogue)
    turn = engine.start(dialogue, case.work.new_session_id(), case.now)
    perform(case, turn, new=True)


def set_aside_front(case: Case) -> None:
    """Pause the session in the foreground, without a word; one without any answer is let go."""
    front = case.asking()
    if front is not None:
        take_turn(case, front, inputs.Pause(quiet=True) if front.given else inputs.Stop(quiet=True))


def offer(case: Case, session: Session) -> None:
    """Where you were: go on, begin again, or leave it."""
    if session.status is Status.ASKING:
        session = take_turn(case, session, inputs.Pause(quiet=True))
    set_aside_front(case)
    if case.damaged:
        return
    try:
        dialogue = case.dialogue(session)
    except ContentError as fault:
        case.lay_aside(session.id, fault)
        return
    case.to_front(session.id)
    buttons = tuple(word_button(case, session.id, session.turn, w) for w in ("verder", "opnieuw", "laten"))
    step = dialogue.by_name[session.here[0]].title
    say(case, "waar_was_je", buttons, stap=step[:1].lower() + step[1:], titel=dialogue.title)


def open_door(case: Case, about: str, otherwise: str) -> None:
    """Somebody comes in for `about`: else what waits is offered, else `otherwise` begins, else the menu."""
    wanted = find_dialogue(case, about)
    waiting = _waiting(case)
    if wanted is not None:
        begin(case, wanted)
    elif waiting and waiting[0].given:
        offer(case, waiting[0])
    elif waiting:
        go_on(case, waiting[0])
    elif (usual := find_dialogue(case, otherwise)) is not None:
        _resting(case)
        begin(case, usual)
    else:
        menu(case)


def go_on(case: Case, session: Session) -> None:
    front = case.foreground()
    if front is not None and front.id != session.id:
        set_aside_front(case)
    take_turn(case, session, inputs.Resume())


def menu(case: Case) -> None:
    """What waits and what sleeps, and what can be begun."""
    _resting(case)
    dialogues = case.desk.library.dialogues()
    buttons = [word_button(case, 0, 0, f"begin {dialogue.id}", dialogue.title) for dialogue in dialogues]
    lines = "\n".join(f"{dialogue.title}: {dialogue.when}" for dialogue in dialogues)
    titles = tuple(dialogue.title for dialogue in dialogues)
    say(case, "menu", *in_rows(buttons, 1), numbered=titles, lijst=lines)


def _resting(case: Case) -> None:
    """The reflections somebody can go on with, each with a button for that."""
    for session in case.sessions(live=True)[:LISTED]:
        title = case.title(session)
        button = word_button(case, session.id, session.turn, "verder")
        if session.status is Status.ASLEEP and session.alarm is not None and session.alarm.due > case.now:
            due = session.alarm.due.astimezone(case.now.tzinfo)
            moment = say_moment(Moment(due.date(), due.time().replace(second=0, microsecond=0)), case.now)
            say(case, "menu_slaapt", (button,), titel=title, moment=moment)
        elif session.status is not Status.ASKING:
            say(case, "menu_wacht", (button,), titel=title)


def find_dialogue(case: Case, text: str) -> Dialogue | None:
    """The reflection somebody means: its number in the menu, its name or title, or a phrase that calls it."""
    said = fold(text)
    dialogues = case.desk.library.dialogues()
    if said.isdecimal() and 1 <= int(said[:4]) <= len(dialogues):
        return dialogues[int(said) - 1]
    for dialogue in dialogues:
        if said and said in (fold(dialogue.id), fold(dialogue.title), *map(fold, dialogue.calls)):
            return dialogue
    for dialogue in dialogues:
        if any(f" {fold(call)} " in f" {said} " for call in dialogue.calls):
            return dialogue
    return None


def _waiting(case: Case) -> list[Session]:
    return [session for session in case.sessions(live=True) if session.status in WAITING]


def _meant(case: Case, session: Session | None) -> Session | None:
    """The session a command is about: the one it names, the one that is open or was offered, the latest."""
    front = case.foreground()
    if session is not None or (front is not None and front.given and front.status.live):
        return session or front
    live = case.sessions(live=True)
    paused = [one for one in live if one.status is Status.PAUSED]
    asleep = [one for one in live if one.status is Status.ASLEEP]
    return next(iter([*paused, *asleep, *_waiting(case)]), None)


def _resume(case: Case, session: Session | None, about: str) -> None:
    """Go on; "verder" and a name goes on with that one."""
    named = find_dialogue(case, about) if about else None
    if named is not None:
        session = next((one for one in case.sessions(live=True) if one.dialogue == named.id), session)
    chosen = _meant(case, session)
    if chosen is None:
        _nothing_open(case, session, about)
    else:
        go_on(case, chosen)


def _restart(case: Case, session: Session | None, about: str) -> None:
    chosen = _meant(case, session or case.asking())
    current = None if chosen is None else case.desk.library.dialogue(chosen.dialogue)
    if chosen is None or current is None:
        _nothing_open(case, session, about)
        return
    take_turn(case, chosen, inputs.Stop(quiet=True))
    say(case, "opnieuw")
    _begin_new(case, current)


def _leave(case: Case, session: Session | None, about: str) -> None:
    set_aside_front(case)
    say(case, "laten" if case.sessions(live=True) else "niets_open")
    menu(case)


def _menu(case: Case, session: Session | None, about: str) -> None:
    set_aside_front(case)
    menu(case)


def _privacy(case: Case, session: Session | None, about: str) -> None:
    say(case, "privacy")


def _begin(case: Case, session: Session | None, about: str) -> None:
    dialogue = find_dialogue(case, about)
    if dialogue is None:
        _ask_again_or_menu(case)
    else:
        begin(case, dialogue)


def _nothing_open(case: Case, session: Session | None, about: str) -> None:
    if case.asking() is None:
        say(case, "niets_open")
    _ask_again_or_menu(case)


def _unknown(case: Case, session: Session | None, about: str) -> None:
    say(case, "onbekende_opdracht")
    _ask_again_or_menu(case)


def _ask_again_or_menu(case: Case) -> None:
    """What is on the screen last must be what the next words are about."""
    front = case.asking()
    if front is None:
        menu(case)
    else:
        take_turn(case, front, inputs.Resume())


COMMANDS: Mapping[str, Callable[[Case, Session | None, str], None]] = {
    "verder": _resume,
    "opnieuw": _restart,
    "laten": _leave,
    "menu": _menu,
    "privacy": _privacy,
    "begin": _begin,
    "onbekend": _unknown,
}
"""Command word → what it does with the session it was about, if any, and what stood behind the word."""


def carry_out(case: Case, found: Command, session: Session | None = None) -> None:
    """Do a command of the house; a word that is about a question finds none open here."""
    COMMANDS.get(found.word, _nothing_open)(case, session, found.about)


def refuse_old(case: Case) -> None:
    """A button that no longer means anything."""
    say(case, "oude_knop")
    _ask_again_or_menu(case)
