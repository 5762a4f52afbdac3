"""What holds when a script changes under somebody who is on the way."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import engine, inputs
from bot.core.dialogue import Dialogue, Kind
from bot.core.given import Visit
from bot.core.inputs import Input
from bot.core.machine import Status
from bot.core.replay import answered
from bot.core.session import Session, answer_to_json, from_json
from bot.core.upgrade import moved
from tests.content.writing import ROOT
from tests.properties.edits import EDITS, TEXTS, Edit, Fields, edited, parsed, read
from tests.properties.going import (
    ONWARD,
    RANDOM,
    Does,
    given_by,
    lives,
    stands_where_the_answers_say,
    turns_enough,
)
from tests.scripts import FRIDAY, HEAD

ALL_KINDS = (
    HEAD.replace("stappen:", "kort: [crisis, cijfers, spanning, verder]\nstappen:")
    + """
  feit:
    vraag: Wat zag je?
    toets: oordeel
    doorvraag:
      als korter dan 3 woorden: Kun je dat uitwerken?
  lucht:
    vraag: Gooi het eruit.
    vluchtig: ja
  crisis:
    zeg: Je zag <feit of iets>.
    vraag: Is er haast?
    keuze: {ja: Ja, nee: Nee}
    daarna:
      als crisis is overgeslagen: cijfers
      als crisis is ja: adem
      anders: cijfers
  adem:
    doe: adem
  cijfers:
    vraag: Hoe vaak zie je dit?
    schaal: 1 tot 5
    schalen: {klimaat: Klimaat, overleg: Overleg, samen: Samen}
  spanning:
    vraag: Hoe heftig?
    schaal: 1 tot 10
    verplicht: ja
  gemiddeld:
    reken: gemiddelde van cijfers
  samen:
    reken: spanning - 2
  plaat:
    beeld: profiel van cijfers
  raad:
    advies:
      kies: eerste
      uitkomsten:
        macht: {titel: Beslis zelf, tekst: Doe het., nadeel: Eenzaam.}
        praten: {titel: Praat eerst, tekst: Vraag rond., nadeel: Traag.}
      regels:
        als crisis is ja:
          uitkomst: macht
          omdat: Er is haast.
          grond: voorstel
          tweede: praten
        als gemiddeld >= 3 en cijfers.klimaat > 2:
          uitkomst: praten
          omdat: Er is tijd.
          grond: voorstel
          eigen_grens: De grens kozen wij.
        anders:
          uitkomst: [macht, praten]
          omdat: Het kan allebei.
          grond: zwijgt
    daarna:
      als raad is macht: hoe
      anders: moment
  hoe:
    vraag: Hoe verder?
    meerkeuze: {bellen: Bellen, mailen: Mailen, wachten: Wachten}
    daarna:
      als hoe is overgeslagen: moment
      als hoe bevat wachten: slot
      anders: moment
  moment:
    vraag: Wanneer?
    datum: vandaag of later
    daarna:
      als moment is overgeslagen: verder
      anders: slaap
  slaap:
    wacht: 1 dag na moment om 16:00
    verval: 7 dagen
  verder:
    vraag: Nog een keer?
    keuze: {ja: Ja, nee: Nee}
    daarna:
      als verder is overgeslagen: slot
      als verder is ja: crisis
      anders: slot
  slot:
    zeg: Je koos <hoe>, gemiddeld <gemiddeld>.
    vraag: Wat neem je mee?
"""
)
ADEM = (
    HEAD.replace("proefje", "adem")
    + """
  waar:
    vraag: Waar zit het?
    keuze: {hoofd: Hoofd, buik: Buik}
  even:
    wacht: 1 uur na nu
  nodig:
    vraag: Wat heb je nodig?
"""
)
HELD = {"adem": ADEM}
BASE = parsed(ALL_KINDS)
OURS = ("lerende-organisatie-scan", "leiderschapsstijl-in-context", "gesprek-terugblikken")

WORDS = st.sampled_from(
    ["arrogant", "ja", "nee", "morgen", "3", "2 5 1", "4 4", "bellen", "hoofd", "dat weet ik nog niet", ""]
)
REFS = st.one_of(st.none(), st.integers(1, 20))
INPUTS: st.SearchStrategy[Input] = st.one_of(
    st.builds(inputs.Answer, WORDS, REFS, st.booleans(), st.sampled_from(inputs.Seen)),
    st.builds(inputs.Choose, st.sampled_from(["ja", "nee", "bellen", "wachten", "hoofd", "1", "4", "x"])),
    st.builds(inputs.Correct, st.integers(1, 20), WORDS),
    st.builds(inputs.Change, st.sampled_from(["", "1", "2", "5"])),
    st.sampled_from(
        [
            inputs.Done(), inputs.Leave(), inputs.Skip(), inputs.Back(), inputs.Help(), inputs.Why(),
            inputs.Why("raad"), inputs.Brief(), inputs.Pause(), inputs.Resume(),
        ]
    ),
)  # fmt: skip
SESSIONS = lives(INPUTS)
CHANGES = st.lists(st.sampled_from(EDITS), min_size=1, max_size=4)


def reread(session: Session) -> Session:
    """As it comes back from where it was stored."""
    answers = [answer_to_json(visit, given) for visit, given in session.given.items()]
    return from_json(session.to_json(), answers)


def names(old: Dialogue, new: Dialogue) -> Mapping[str, str]:
    """What each step of the old script is called in the new one; a step inside another goes along with it."""
    found = {}
    for step in old.steps:
        name, seen = step.name, set[str]()
        while name not in new.by_name and name not in seen:
            seen.add(name)
            outer = next((part for part in _outers(name) if part in new.renamed), None)
            name = name if outer is None else new.renamed[outer] + name.removeprefix(outer)
        found[step.name] = name
    return found


def _outers(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:at]) for at in range(len(parts), 0, -1)]


def check_move(old: Dialogue, new: Dialogue, session: Session) -> tuple[Dialogue, Session]:
    """Move it along and see that it stands where it stood, with all its answers; the script it is on now."""
    went = reread(moved(old, new, session))
    if went.script != new.hash or old.hash == new.hash:
        assert went == replace(session, declined=new.hash if old.hash != new.hash else "")
        return old, went
    called = names(old, new)

    def renamed(visit: Visit) -> Visit:
        return called.get(visit[0], visit[0]), visit[1]

    assert dict(went.given) == {renamed(visit): answer for visit, answer in session.given.items()}
    assert [answer.n for answer in went.given.values()] == [answer.n for answer in session.given.values()]
    assert went.here == renamed(session.here)
    kept = ("status", "hold", "asked", "turn", "alarm", "brief", "listed", "follows", "misses")
    assert all(getattr(went, name) == getattr(session, name) for name in kept)
    if session.status is Status.ASKING:
        assert answered_how(new, went.here) == answered_how(old, session.here)
    answers_can_be_read(new, went)
    stands_where_the_answers_say(new, went)
    return new, went


def answered_how(dialogue: Dialogue, visit: Visit) -> tuple[object, ...]:
    """What somebody who reads the question goes by: how to answer, and whether it is kept."""
    question = dialogue.by_name[visit[0]].question
    assert question is not None
    keys = tuple(choice.key for choice in (*question.choices, *question.items))
    return question.kind, keys, question.span, question.ephemeral


def answers_can_be_read(dialogue: Dialogue, session: Session) -> None:
    """What is on the path is answered in the way it is asked now."""
    for visit in answered(dialogue, session):
        question, given = dialogue.by_name[visit[0]].question, session.given[visit]
        assert question is not None
        keys = {choice.key for choice in question.choices}
        numbers = {key.partition("=")[2] for key in given.keys} if question.items else set(given.keys)
        assert question.kind is Kind.DATE or numbers - {""} <= keys
        assert question.ephemeral == given.had or given.skipped or given.empty
        assert not (question.required and given.skipped)


def lived(
    dialogue: Dialogue,
    session: Session,
    steps: list[Does],
    random: Random,
    newest: Dialogue | None = None,
) -> Session:
    """The session after all this; at every turn it stands where its answers say, and could move along."""
    for does in steps:
        session = engine.turn(dialogue, session, given_by(does, dialogue, session, random), FRIDAY).session
        stands_where_the_answers_say(dialogue, session)
        if newest is not None and session.status.live:
            script, went = check_move(dialogue, newest, session)
            went = engine.turn(script, went, given_by(ONWARD, script, went, random), FRIDAY).session
            stands_where_the_answers_say(script, went)
    return reread(session)


def comes_to_an_end(dialogue: Dialogue, session: Session, random: Random) -> None:
    """Whoever answers or skips what is asked comes to the end, and never meets an error."""
    for _ in range(turns_enough(dialogue)):
        if not session.status.live:
            return
        session = lived(dialogue, session, [ONWARD], random)
    raise AssertionError("this goes on for ever")


def live_through(
    fields: Fields, versions: list[list[Edit]], ways: tuple[list[Does], ...], random: Random
) -> None:
    """Somebody under way while their script becomes each of these versions, and then to the end."""
    script = read(fields, HELD)
    assert script is not None
    session = engine.start(script, 1, FRIDAY).session
    for edits, does in zip(versions, ways, strict=False):
        fields, newest = edited(fields, HELD, edits, random)
        session = lived(script, session, does, random, newest)
        if not session.status.live:
            return
        script, session = check_move(script, newest, session)
    comes_to_an_end(script, lived(script, session, ways[-1], random), random)


@settings(max_examples=120, deadline=None)
@given(CHANGES, CHANGES, st.tuples(SESSIONS, SESSIONS, SESSIONS), RANDOM)
def test_whoever_is_on_the_way_stands_where_they_stood_and_comes_to_an_end(
    first: list[Edit], second: list[Edit], ways: tuple[list[Does], ...], random: Random
) -> None:
    live_through(BASE, [first, second], ways, random)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(OURS), CHANGES, st.tuples(SESSIONS, SESSIONS), RANDOM)
def test_the_same_goes_for_the_scripts_there_are(
    name: str, edits: list[Edit], ways: tuple[list[Does], ...], random: Random
) -> None:
    [file] = ROOT.glob(f"dialogues/*/{name}.yaml")
    live_through(parsed(file.read_text()), [edits], ways, random)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4), SESSIONS, RANDOM)
def test_other_words_are_always_adopted_and_nothing_else_changes(
    edits: list[Edit], does: list[Does], random: Random
) -> None:
    old = read(BASE, HELD)
    assert old is not None
    _, new = edited(BASE, HELD, edits, random)
    session = lived(old, engine.start(old, 1, FRIDAY).session, does, random)
    assert moved(old, new, session) == replace(session, script=new.hash)
