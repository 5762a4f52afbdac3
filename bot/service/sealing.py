"""What people wrote between core and store: sealed on the way in, opened on the way out."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bot.core.given import Given, Visit
from bot.core.session import Session, answer_to_json, visits_in, with_answers
from bot.ports import AnswerRow, Button, CannotOpen, Outbound, OutboxRow, Place, SessionRow, Sort, Vault


def seal_session(vault: Vault, person: bytes, session: Session) -> bytes:
    return vault.seal(_session_place(person, session.id), _packed(session.to_json()))


def open_session(vault: Vault, row: SessionRow, answers: Iterable[AnswerRow]) -> Session:
    """The session of a row and its log entries; raises CannotOpen, also later when an entry is looked at."""
    head = _unpacked(vault.open_sealed(_session_place(row.person, row.id), row.sealed))
    return with_answers(head, Entries(vault, visits_in(head), answers))


class Entries(Mapping[Visit, Given]):
    """The answers of a session, each opened when somebody looks at it: most turns need one or two."""

    def __init__(self, vault: Vault, visits: Iterable[Visit], rows: Iterable[AnswerRow]) -> None:
        self._vault = vault
        self._numbers = {visit: n for n, visit in enumerate(visits, 1)}
        self._rows = {row.n: row for row in rows}
        self._opened: dict[Visit, Given] = {}

    def __getitem__(self, visit: Visit) -> Given:
        if visit not in self._opened:
            row = self._rows.get(self._numbers[visit])
            if row is None:
                raise CannotOpen("missing")
            sealed = self._vault.open_sealed(_answer_place(row), row.sealed)
            self._opened[visit] = Given.from_json(_unpacked(sealed))
        return self._opened[visit]

    def __contains__(self, visit: object) -> bool:
        return visit in self._numbers

    def __iter__(self) -> Iterator[Visit]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def seal_answer(
    vault: Vault, person: bytes, session: int, visit: Visit, given: Given, minute: int
) -> AnswerRow:
    row = AnswerRow(session, given.n, person, minute, b"")
    sealed = vault.seal(_answer_place(row), _packed(answer_to_json(visit, given)))
    return AnswerRow(session, given.n, person, minute, sealed)


def seal_address(vault: Vault, person: bytes, channel: str, address: str) -> bytes:
    return vault.seal(Place(person, "addresses", channel, "address"), address.encode())


def open_address(vault: Vault, person: bytes, channel: str, sealed: bytes) -> str:
    return vault.open_sealed(Place(person, "addresses", channel, "address"), sealed).decode()


def seal_outbound(vault: Vault, person: bytes, row: int, outbound: Outbound) -> bytes:
    body = {
        "body": [list(span) for span in outbound.body],
        "rows": [[[button.label, button.data] for button in row] for row in outbound.rows],
        "numbered": list(outbound.numbered),
    }
    return vault.seal(_outbox_place(person, row), _packed(body))


def open_outbound(vault: Vault, row: OutboxRow) -> Outbound:
    """What an outbox row says; a row without words has an empty body."""
    if row.sealed is None:
        return Outbound(row.sort, target=row.target)
    body = _unpacked(vault.open_sealed(_outbox_place(row.person, row.id), row.sealed))
    return Outbound(
        sort=row.sort,
        body=tuple((style, text) for style, text in body["body"]),
        rows=tuple(tuple(Button(label, data) for label, data in buttons) for buttons in body["rows"]),
        numbered=tuple(body["numbered"]),
        target=row.target,
    )


def seal_tick(vault: Vault, person: bytes, row: int, tick: dict[str, Any]) -> bytes:
    return vault.seal(_outbox_place(person, row), _packed(tick))


def open_tick(vault: Vault, row: OutboxRow) -> dict[str, Any]:
    assert row.sort is Sort.TICK, "only an alarm holds a tick"
    assert row.sealed is not None, "an alarm is never sent"
    return _unpacked(vault.open_sealed(_outbox_place(row.person, row.id), row.sealed))


def _session_place(person: bytes, session: int) -> Place:
    return Place(person, "sessions", str(session), "head")


def _answer_place(row: AnswerRow) -> Place:
    return Place(row.person, "answers", f"{row.session}.{row.n}", "answer")


def _outbox_place(person: bytes, row: int) -> Place:
    return Place(person, "outbox", str(row), "body")


def _packed(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _unpacked(data: bytes) -> dict[str, Any]:
    unpacked = json.loads(data)
    assert isinstance(unpacked, dict), "everything sealed is an object"
    return unpacked
