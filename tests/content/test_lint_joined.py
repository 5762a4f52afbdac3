"""A dialogue that holds another (`doe`): how its steps are named, and whose faults are told."""

import pytest

from bot.content.aids import Aids
from bot.content.dialogues import read_script
from bot.content.faults import Faults
from bot.content.joining import joined
from bot.content.lint import lint
from bot.core.errors import Blemish
from tests.content.writing import FILE, HEAD, HOUSE, TRIALS, marked

ADEM_FILE = "dialogues/adem.yaml"
ADEM = """\
dialoog: adem
titel: Adem
voor: [leider]
wanneer: Je wilt even ademen.
duur: 1 minuut
bron: [{werk: boek, plek: hoofdstuk 1}]
roep: [even ademen]
stappen:
  waar:
    vraag: Waar zit het?
    keuze: {hoofd: Mijn hoofd, buik: Mijn buik}
  hoe:
    vraag: Hoe is het?
    schaal: 1 tot 5
    verplicht: ja
  dag:
    vraag: Wanneer weer?
    datum: vandaag of later
  klaar:
    zeg: Goed zo.
proeven:
  het loopt door: {}
"""
STEPS = """\
stappen:
  begin:
    vraag: Hoe begon het?
  adem:
    doe: adem
"""


def _found(steps: str, trials: str = TRIALS, adem: str = ADEM) -> list[Blemish]:
    aids = Aids({}, {}, Faults(), works={"boek": "Het boek"})
    scripts = [
        read_script(FILE, (HEAD + steps + trials).encode(), aids),
        read_script(ADEM_FILE, adem.encode(), aids),
    ]
    whole = joined([script for script in scripts if script is not None], aids)
    aids.faults.take(lint(whole, HOUSE))
    return sorted(aids.faults.found)


RIGHT = {
    "a condition about a step inside": (
        "    daarna:\n      als adem.waar is overgeslagen: slot\n      als adem.waar is buik: einde\n"
        "      anders: slot\n  slot:\n    zeg: Dag.\n"
    ),
    "a number that cannot be skipped inside": (
        "    daarna:\n      als adem.hoe >= 4: einde\n      anders: slot\n  slot:\n    zeg: Dag.\n"
    ),
    "a text that repeats": "  slot:\n    zeg: Dag, <adem.waar>.\n",
    "a sum": "  som:\n    reken: adem.hoe + 1\n",
    "a picture": "  plaat:\n    beeld: balken van adem.hoe\n",
    "a wait": "    daarna:\n      als adem.dag is overgeslagen: einde\n      anders: slaap\n"
    "  slaap:\n    wacht: 1 dag na adem.dag om 16:00\n",
}


@pytest.mark.parametrize("lines", RIGHT.values(), ids=RIGHT)
def test_what_is_inside_can_be_named(lines: str) -> None:
    assert _found(STEPS + lines) == []


WRONG = {
    "a condition about the step itself": (
        "  slot:\n    zeg:\n      als adem is overgeslagen: Dag. #!\n      anders: Hoi.\n",
        "'adem' is een andere dialoog; noem er een stap van, zoals 'adem.waar'",
    ),
    "a text that repeats the step itself": (
        "  slot:\n    zeg: Dag, <adem>. #!\n",
        "<adem> is een andere dialoog; noem er een stap van, zoals 'adem.waar'",
    ),
    "a bare name from inside": ("  slot:\n    zeg: Dag, <waar>. #!\n", "bedoel je 'adem.waar'?"),
    "a step inside that is not there": ("  slot:\n    zeg: Dag, <adem.waer>. #!\n", "bedoel je 'adem.waar'?"),
    "a step inside that says something": (
        "  slot:\n    zeg: Dag, <adem.klaar>. #!\n",
        "<adem.klaar> vraagt niets",
    ),
    "a choice that can be skipped inside": (
        "    daarna:\n      als adem.waar is buik: einde #!\n      anders: slot\n  slot:\n    zeg: Dag.\n",
        "'adem.waar' kan overgeslagen zijn",
    ),
    "a target that is not there": (
        "    daarna:\n      als adem.hoe >= 4: enide #!\n      anders: slot\n  slot:\n    zeg: Dag.\n",
        "'enide' is geen stap; bedoel je 'einde'?",
    ),
    "a wait for a day that can be skipped inside": (
        "  slaap:\n    wacht: 1 dag na adem.dag om 16:00 #!\n",
        "'adem.dag' kan overgeslagen zijn; dan telt het wachten vanaf nu",
    ),
    "a wait for what is no day": (
        "  slaap:\n    wacht: 1 dag na adem.hoe #!\n",
        "'adem.hoe' is geen stap met 'datum'",
    ),
}


@pytest.mark.parametrize(("lines", "told"), WRONG.values(), ids=WRONG)
def test_what_is_named_wrong_is_told_at_its_line(lines: str, told: str) -> None:
    (blemish,) = _found(STEPS + lines)
    assert told in blemish.text
    assert [blemish.line] == marked(HEAD + STEPS + lines)


def test_a_fault_inside_is_told_in_its_own_file() -> None:
    found = _found(STEPS, adem=ADEM.replace("Goed zo.", "Goed zo, <wie>."))
    assert [blemish.file for blemish in found] == [ADEM_FILE]


def test_a_trial_answers_what_is_inside() -> None:
    assert (
        _found(STEPS, "proeven:\n  een proef:\n    antwoorden: {adem.waar: buik}\n    langs: [adem.klaar]\n")
        == []
    )
    (blemish,) = _found(STEPS, "proeven:\n  een proef:\n    antwoorden: {waar: buik}\n")
    assert "bedoel je 'adem.waar'?" in blemish.text
    (blemish,) = _found(STEPS, "proeven:\n  een proef:\n    antwoorden: {adem: buik}\n")
    assert "'adem' is een andere dialoog" in blemish.text


def test_the_short_way_can_hold_another_dialogue() -> None:
    assert _found(STEPS.replace("stappen:", "kort: [adem]\nstappen:")) == []
