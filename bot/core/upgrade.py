"""Moving a running session along to a newer script, or deciding that it stays with the one it began with.

A change of texts only is simply adopted. A change of structure is replayed: when every answer still fits and
the path still leads to where the person stands, the session moves; what was added on the way there is passed
unasked. Otherwise it stays on its snapshot until it ends. Nobody begins again, and nothing is lost.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from bot.core.dialogue import Dialogue, Question, Step
from bot.core.errors import ContentError
from bot.core.given import Given, Visit
from bot.core.machine import Status
from bot.core.replay import left_out, replay
from bot.core.session import Session


@lru_cache(maxsize=512)
def structure(dialogue: Dialogue) -> tuple[Any, ...]:
    """What decides how a dialogue runs: names, kinds, keys, conditions and targets; none of its texts."""
    return (tuple(map(_step, dialogue.steps)), dialogue.brief)


def same_structure(one: Dialogue, other: Dialogue) -> bool:
    """Whether only texts differ between two versions of a dialogue."""
    return structure(one) == structure(other)


def moved(old: Dialogue, new: Dialogue, session: Session) -> Session:
    """The session on the new script; on the old one, with `declined` saying so, where it cannot move.

    May open answers, to see whether they still fit (and so raise what the mapping of answers raises).
    """
    if same_structure(old, new):
        return replace(session, script=new.hash, declined="")
    found = _replayed(old, new, session)
    return replace(session, declined=new.hash) if found is None else found


def _step(step: Step) -> tuple[Any, ...]:
    weighing = step.weighing
    rules = weighing and (
        weighing.first_only,
        tuple((condition, rule.outcomes) for condition, rule in weighing.rules.cases),
        weighing.rules.otherwise.outcomes,
    )
    question = step.question
    return (step.name, step.onward, step.wait, step.reckoning, rules, question and _question(question))


def _question(question: Question) -> tuple[Any, ...]:
    return (
        _answered_how(question),
        question.required,
        tuple(condition for condition, _ in question.probes),
        question.check.name if question.check else "",
    )


def _answered_how(question: Question) -> tuple[Any, ...]:
    keys = tuple(choice.key for choice in question.choices)
    items = tuple(item.key for item in question.items)
    return (question.kind, keys, items, question.span, question.ephemeral)


def _replayed(old: Dialogue, new: Dialogue, session: Session) -> Session | None:
    names = _names(old, new)
    if not _tell_apart(names, session) or not _answers_fit(old, new, names, session):
        return None
    renamed = _renamed(session, names)
    before, after = old.by_name[session.here[0]], new.by_name.get(renamed.here[0])
    if after is None or not _alike(before, after, session) or left_out(new, after, renamed):
        return None
    try:
        walk = replay(new, renamed, held=renamed.here, passing=_may_pass)
    except ContentError:
        return None
    if walk.ended or walk.path[-1] != renamed.here:
        return None
    return replace(renamed, script=new.hash, path=walk.path, unasked=walk.unasked, declined="")


def _alike(before: Step, after: Step, session: Session) -> bool:
    """Whether a wait is still a wait, and the question on the screen still answered (and kept) as it says."""
    if session.status is Status.ASKING:
        asks = [_answered_how(step.question) if step.question else None for step in (before, after)]
        return asks[0] == asks[1]
    return (before.wait is None) == (after.wait is None)


def _may_pass(step: Step, visit: Visit) -> bool:
    """Whether a visit without an answer is passed unasked: what is new on the way, unless it is required."""
    return step.question is None or not step.question.required


def _names(old: Dialogue, new: Dialogue) -> Mapping[str, str]:
    """Old name → new name, for every step that was renamed (also twice)."""
    found = {}
    for step in old.steps:
        name, seen = step.name, set[str]()
        while name not in new.by_name and name not in seen:
            seen.add(name)
            name = _new_name(name, new.renamed)
        found[step.name] = name
    return found


def _new_name(name: str, renamed: Mapping[str, str]) -> str:
    """What it is called now; a step inside another dialogue goes along with the step that holds that."""
    outer = name
    while outer and outer not in renamed:
        outer = outer.rpartition(".")[0]
    return renamed[outer] + name.removeprefix(outer) if outer else name


def _tell_apart(names: Mapping[str, str], session: Session) -> bool:
    """Whether no two answers would end up under one name."""
    visits = {(names.get(step, step), visit) for step, visit in session.given}
    return len(visits) == len(session.given)


def _answers_fit(old: Dialogue, new: Dialogue, names: Mapping[str, str], session: Session) -> bool:
    for visit in session.given:
        before, after = old.by_name.get(visit[0]), new.by_name.get(names.get(visit[0], visit[0]))
        if after is None:
            continue
        if before is None or before.question is None or after.question is None:
            return False
        if not _fits(before.question, after.question, session.given[visit]):
            return False
    return True


def _fits(before: Question, after: Question, given: Given) -> bool:
    if before.kind is not after.kind or (before.ephemeral, before.span) != (after.ephemeral, after.span):
        return False
    if given.skipped:
        return not after.required
    keys = {choice.key for choice in after.choices}
    if after.items:
        items = {item.key for item in after.items}
        rated = [key.partition("=") for key in given.keys]
        return {item.key for item in before.items} == items and all(
            item in items and (not number or number in keys) for item, _, number in rated
        )
    return not keys or set(given.keys) <= keys


def _renamed(session: Session, names: Mapping[str, str]) -> Session:
    def new(visit: Visit) -> Visit:
        return names.get(visit[0], visit[0]), visit[1]

    return replace(
        session,
        path=tuple(map(new, session.path)),
        nudged=frozenset(map(new, session.nudged)),
        unasked=frozenset(map(new, session.unasked)),
        waits={new(visit): waited for visit, waited in session.waits.items()},
        given=_Renamed(session.given, {new(visit): visit for visit in session.given}),
    )


class _Renamed(Mapping[Visit, Given]):
    """The same answers under new names, still each opened only when somebody looks."""

    def __init__(self, given: Mapping[Visit, Given], old: Mapping[Visit, Visit]) -> None:
        self._given = given
        self._old = old

    def __getitem__(self, visit: Visit) -> Given:
        return self._given[self._old[visit]]

    def __contains__(self, visit: object) -> bool:
        return visit in self._old

    def __iter__(self) -> Iterator[Visit]:
        return iter(self._old)

    def __len__(self) -> int:
        return len(self._old)
