"""Scripts for tests: the real ones, and small ones written out in a test."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from bot.content.library import FileLibrary
from bot.core import engine
from bot.core.dialogue import Dialogue
from bot.core.effects import Ask, Effect, Phrase, Say
from bot.core.engine import Turn
from bot.core.given import Given
from bot.core.inputs import Answer, Input
from bot.core.session import Session, answer_to_json, from_json
from bot.core.text import plain

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FRIDAY = datetime(2026, 11, 20, 9, 0, tzinfo=AMSTERDAM)
HEAD = """
dialoog: proefje
titel: Een proefje
voor: [leider]
wanneer: In een test.
duur: 1 minuut
bron: [{werk: schoolleider-in-verandering, plek: hoofdstuk 10}]
stappen:
"""


@cache
def library() -> FileLibrary:
    return FileLibrary.open(None)


def real(id_: str) -> Dialogue:
    found = library().dialogue(id_)
    assert found is not None
    return found


def script(steps: str) -> Dialogue:
    """A dialogue with these steps, written as in a file and indented by two."""
    return library().read_snapshot((HEAD + steps).encode())


def shown(effects: Iterable[Effect]) -> list[str]:
    """The texts of a turn; a sentence of the house as its key between angle brackets."""
    bodies = [effect.body for effect in effects if isinstance(effect, Say | Ask)]
    return [f"<{body.key}>" if isinstance(body, Phrase) else plain(body) for body in bodies]


class Walk:
    """Somebody going through a dialogue; between two turns the session goes to JSON and back."""

    def __init__(self, dialogue: Dialogue, now: datetime = FRIDAY) -> None:
        self.dialogue = dialogue
        self.now = now
        self.turn: Turn = engine.start(dialogue, 1, now)

    @property
    def session(self) -> Session:
        session = self.turn.session
        answers = [answer_to_json(visit, given) for visit, given in session.given.items()]
        read = from_json(session.to_json(), answers)
        assert read == session
        return read

    def does(self, *given: Input | str, pressed: int | None = None) -> list[str]:
        """The texts of the last of these turns."""
        for one in given:
            what = Answer(one) if isinstance(one, str) else one
            self.turn = engine.turn(self.dialogue, self.session, what, self.now, pressed)
        return shown(self.turn.effects)

    @property
    def step(self) -> str:
        return self.session.here[0]

    def answer(self, step: str, visit: int = 1) -> Given:
        return self.session.given[step, visit]
