"""Effects of a turn → rows; nothing is sent here. Texts that belong together share a bubble."""

from dataclasses import dataclass, replace
from typing import assert_never

from bot.core.dialogue import Kind
from bot.core.effects import Ask, Cancel, Close, Effect, Erase, Keep, Noted, Phrase, Remind, Say
from bot.core.engine import Turn
from bot.core.machine import Status
from bot.core.session import Alarm, Session
from bot.core.text import Rich, join, plain, split
from bot.ports import Button, Outbound, OutboxRow, SessionRow, Sort
from bot.service import pressing, sealing
from bot.service.desk import Case
from bot.service.understand import Command, to_input

BUBBLE = 700
"""Code points up to which texts of one turn share a bubble."""
LIMIT = 4000
"""Code points of the largest bubble; a channel may take somewhat more."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """A text with its buttons, on its way to the outbox."""

    body: Rich
    rows: tuple[tuple[Button, ...], ...] = ()
    numbered: tuple[str, ...] = ()
    sort: Sort = Sort.TEXT


def perform(case: Case, turn: Turn, *, reminder: bool = False, new: bool = False) -> None:
    """Write what a turn returned. `reminder`: it speaks first, after a wait; `new`: no row of it yet."""
    session = turn.session
    bubbles: list[Bubble] = []
    for effect in turn.effects:
        _one(case, session, effect, bubbles)
    last = send(case, bubbles, session, reminder=reminder)
    shown = last if bubbles and bubbles[-1].sort is Sort.QUESTION else None
    _save(case, session, shown, new=new)
    if session.status is Status.ASKING:
        case.to_front(session.id)
    elif case.person.foreground == session.id:
        case.to_front(None)


def _one(case: Case, session: Session, effect: Effect, bubbles: list[Bubble]) -> None:
    match effect:
        case Say(body, offered):
            bubbles.append(Bubble(rich(case, body), _word_rows(case, session, offered)))
        case Ask(on=int()):
            _change_buttons(case, session, effect)
        case Ask():
            bubbles.append(_question(case, session, effect))
        case Keep(visit, given):
            vault, person = case.desk.vault, case.person.id
            case.work.keep(sealing.seal_answer(vault, person, session.id, visit, given, case.minute))
        case Noted(ref):
            queue(case, Outbound(Sort.MARK, target=ref), session)
        case Erase(ref):
            queue(case, Outbound(Sort.ERASE, target=ref), session)
        case Remind(alarm):
            _set_alarm(case, session, alarm)
        case Cancel():
            case.work.drop_ticks(session.id)
        case Close():
            case.work.drop_ticks(session.id)
            bubbles.extend(_goodbye(case, effect))
        case _:
            assert_never(effect)


def rich(case: Case, body: Rich | Phrase) -> Rich:
    return case.desk.phrase(body.key, case.channel, **body.values) if isinstance(body, Phrase) else body


def _goodbye(case: Case, close: Close) -> list[Bubble]:
    """A reflection that came to its end is closed by the house; one that was let go, quietly."""
    return [Bubble(case.desk.phrase("klaar"))] if close.status is Status.DONE else []


def _question(case: Case, session: Session, ask: Ask) -> Bubble:
    numbers = ask.kind in (Kind.SCALE, Kind.SCALES)
    labels = () if numbers else tuple(choice.label for choice in ask.choices)
    return Bubble(rich(case, ask.body), pressing.question_rows(case, session, ask), labels, Sort.QUESTION)


def _change_buttons(case: Case, session: Session, ask: Ask) -> None:
    rows = pressing.question_rows(case, session, ask)
    queue(case, Outbound(Sort.CHANGE, rows=rows, target=ask.on), session)


def _word_rows(case: Case, session: Session, offered: tuple[str, ...]) -> tuple[tuple[Button, ...], ...]:
    """A command of the house counts while the session is as it is now, other words while the question is."""
    commands = {word: Command(word.partition(" ")[0]) for word in offered}
    turns = {word: session.asked if to_input(one) else session.turn for word, one in commands.items()}
    return pressing.in_rows([pressing.word_button(case, session.id, turns[word], word) for word in offered])


def _set_alarm(case: Case, session: Session, alarm: Alarm) -> None:
    case.work.drop_ticks(session.id)
    row = case.work.new_outbox_id()
    tick = {"kind": alarm.kind.value, "turn": alarm.turn}
    sealed = sealing.seal_tick(case.desk.vault, case.person.id, row, tick)
    case.work.queue(
        OutboxRow(
            row, case.person.id, session.id, session.turn, Sort.TICK, alarm.due.timestamp(),
            "waiting", 0, None, sealed,
        )
    )  # fmt: skip


def send(case: Case, bubbles: list[Bubble], session: Session | None, *, reminder: bool = False) -> int | None:
    """Queue the bubbles, those that fit together as one; returns the row of the last."""
    last = None
    for bubble in _together(bubbles):
        pieces = split(bubble.body, LIMIT)
        for piece in pieces[:-1]:
            queue(case, Outbound(Sort.REMINDER if reminder else Sort.TEXT, piece), session)
        sort = Sort.REMINDER if reminder else bubble.sort
        last = queue(case, Outbound(sort, pieces[-1], bubble.rows, bubble.numbered), session)
    return last


def _together(bubbles: list[Bubble]) -> list[Bubble]:
    merged: list[Bubble] = []
    for bubble in bubbles:
        before = merged[-1] if merged else None
        if before and _joins(before, bubble):
            merged[-1] = replace(bubble, body=join([before.body, bubble.body], "\n\n"))
        else:
            merged.append(bubble)
    return [bubble for bubble in merged if plain(bubble.body).strip()]


def _joins(before: Bubble, bubble: Bubble) -> bool:
    """Whether they fit in one bubble. What opens with a heading is there to be kept, and stands alone."""
    if before.rows or _has_heading(before.body) or _has_heading(bubble.body):
        return False
    return len(plain(before.body)) + len(plain(bubble.body)) <= BUBBLE


def _has_heading(body: Rich) -> bool:
    return len(body) > 1 and body[0][0] == "b" and body[1][1].startswith("\n")


def queue(case: Case, outbound: Outbound, session: Session | None) -> int:
    """One outbox row, due now; returns its id."""
    row = case.work.new_outbox_id()
    shows = outbound.body or outbound.rows
    sealed = sealing.seal_outbound(case.desk.vault, case.person.id, row, outbound) if shows else None
    case.work.queue(
        OutboxRow(
            row, case.person.id, session.id if session else None, session.turn if session else 0,
            outbound.sort, case.now.timestamp(), "waiting", 0, outbound.target, sealed,
        )
    )  # fmt: skip
    return row


def _border(case: Case, session: Session, stored: SessionRow | None, shown: int | None) -> int | None:
    """The outbox row that a message must have come after to be about the open question.

    Asked again it is the same question, and who had seen it once may answer it; unless it never arrived.
    """
    before = stored.question if stored is not None else None
    if shown is None or before is None or session.asked == session.turn:
        return before if shown is None else shown
    row = case.work.queued(before)
    return shown if row is None or row.sent == "failed" else before


def _save(case: Case, session: Session, shown: int | None, *, new: bool) -> None:
    stored = None if new else case.work.session(session.id)
    row = SessionRow(
        id=session.id,
        person=case.person.id,
        dialogue=session.dialogue,
        script=session.script,
        turn=session.turn,
        live=session.status.live,
        at=case.minute,
        question=_border(case, session, stored, shown),
        sealed=sealing.seal_session(case.desk.vault, case.person.id, session),
    )
    current = case.desk.library.dialogue(session.dialogue)
    if stored is not None and stored.script != session.script and current is not None:
        case.keep_script(current)
    if new:
        case.work.add_session(row)
    else:
        case.work.save_session(row)


def say(
    case: Case, key: str, *rows: tuple[Button, ...], numbered: tuple[str, ...] = (), **values: str
) -> None:
    """A sentence of the house to somebody, outside any session."""
    send(case, [Bubble(case.desk.phrase(key, **values), rows, numbered)], None)
