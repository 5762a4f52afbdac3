"""Where somebody stands after many rounds: walked from the answers, however long the way was."""

from bot.core import engine
from bot.core.dialogue import Dialogue
from bot.core.inputs import Answer, Correct
from bot.core.machine import Status
from bot.core.replay import VISITS_LIMIT, replay
from bot.core.session import Session
from tests.scripts import FRIDAY, script, shown

SILENT = "".join(f"  stap_{number}:\n    zeg: En {number}.\n" for number in range(12))
ROUNDS = script(f"""
  dag:
    vraag: Wat deed je vandaag?
{SILENT}
  nog:
    vraag: Nog een dag?
    keuze: {{ja: Ja, nee: Nee}}
    daarna:
      als nog is overgeslagen: slot
      als nog is ja: dag
      anders: slot
  slot:
    vraag: Wat neem je mee?
""")


def rounds(dialogue: Dialogue, count: int) -> Session:
    """Somebody who told about so many days and was asked whether there is another."""
    session = engine.start(dialogue, 1, FRIDAY).session
    for number in range(count):
        for words in ("ja", "gewerkt") if number else ("gewerkt",):
            session = engine.turn(dialogue, session, Answer(words, len(session.given) + 1), FRIDAY).session
    return session


def test_who_goes_round_very_often_is_let_out_and_keeps_everything() -> None:
    session = rounds(ROUNDS, VISITS_LIMIT)
    assert session.here == ("nog", VISITS_LIMIT)
    turn = engine.turn(ROUNDS, session, Answer("ja"), FRIDAY)
    assert shown(turn.effects) == ["<vaak_genoeg>"]
    assert turn.session.status is Status.DONE
    assert len(turn.session.given) == 2 * VISITS_LIMIT


def test_from_the_last_round_one_can_still_go_on() -> None:
    session = rounds(ROUNDS, VISITS_LIMIT)
    assert shown(engine.turn(ROUNDS, session, Answer("nee"), FRIDAY).effects) == ["Wat neem je mee?"]


def test_after_a_long_way_an_early_message_can_still_be_corrected() -> None:
    session = rounds(ROUNDS, 90)
    assert len(session.path) > 1000
    turn = engine.turn(ROUNDS, session, Correct(1, "gefietst"), FRIDAY)
    assert shown(turn.effects) == ["<verbeterd>"]
    assert (turn.session.here, turn.session.path) == (session.here, session.path)
    assert replay(ROUNDS, turn.session).path == session.path
