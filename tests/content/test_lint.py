"""Every rule catches its fault at its own line, and only that."""

import pytest

from tests.content.writing import FILE, HEAD, STEPS, TRIALS, clean, marked, written

LONG = "woord " * 800
WORDY = "woord " * 80

STEP_FAULTS = {
    "an unknown target": (
        """\
stappen:
  begin:
    vraag: Hoe?
    daarna: eidne #!
""",
        "'eidne' is geen stap; bedoel je 'einde'?",
    ),
    "an unknown target on a line of its own": (
        """\
stappen:
  begin:
    vraag: Hoe?
    daarna:
      als begin is overgeslagen: slto #!
      anders: slot
  slot:
    zeg: Klaar.
""",
        "'slto' is geen stap; bedoel je 'slot'?",
    ),
    "a step nobody comes to": (
        """\
stappen:
  begin:
    vraag: Hoe?
    daarna: einde
  los: #!
    zeg: Dag.
""",
        "niemand komt bij 'los'",
    ),
    "steps without an end": (
        """\
stappen:
  begin:
    vraag: Hoe?
    daarna: begin #!
""",
        "vanaf 'begin' komt er geen einde",
    ),
    "a loop that asks nothing": (
        """\
stappen:
  begin:
    vraag: Nog eens?
    keuze: {ja: Ja, nee: Nee}
  rond: #!
    zeg: Rond.
    daarna:
      als begin is overgeslagen: einde
      als begin is ja: rond
      anders: einde
""",
        "draait rond zonder iets te vragen",
    ),
    "no anders": (
        """\
stappen:
  begin:
    vraag: Hoe?
    daarna:
      als begin is overgeslagen: einde #!
""",
        "'daarna' eindigt zonder 'anders: …'",
    ),
    "anders that is not last": (
        """\
stappen:
  begin:
    vraag: Hoe?
    daarna:
      anders: einde #!
      als begin is overgeslagen: einde
""",
        "'anders' hoort onderaan",
    ),
    "a line that is neither als nor anders": (
        """\
stappen:
  begin:
    vraag: Hoe?
    daarna:
      indien nodig: einde #!
      anders: einde
""",
        "begint een regel met 'als …:'",
    ),
    "an unreadable condition": (
        """\
stappen:
  begin:
    vraag: Hoe?
    daarna:
      als begin is: einde #!
      anders: einde
""",
        "geen voorwaarde",
    ),
    "a comparison with what can be skipped": (
        """\
stappen:
  hoe:
    vraag: Hoe heftig?
    schaal: 1 tot 10
    daarna:
      als hoe >= 8: einde #!
      anders: slot
  slot:
    zeg: Klaar.
""",
        "zet erboven een regel 'als hoe is overgeslagen: …'",
    ),
    "a text that depends on what can be skipped": (
        """\
stappen:
  mag:
    vraag: Mag het?
    keuze: {ja: Ja, nee: Nee}
  slot:
    zeg:
      als mag is ja: Fijn. #!
      anders: Goed.
""",
        "'mag' kan overgeslagen zijn",
    ),
    "a condition about an unknown step": (
        """\
stappen:
  begin:
    vraag: Hoe?
    daarna:
      als begim is overgeslagen: einde #!
      anders: einde
""",
        "'begim' is geen stap; bedoel je 'begin'?",
    ),
    "a condition about a step that asks nothing": (
        """\
stappen:
  dag:
    zeg: Dag.
    daarna:
      als dag is overgeslagen: einde #!
      anders: einde
""",
        "'dag' vraagt niets",
    ),
    "a condition about a later step": (
        """\
stappen:
  begin:
    vraag: Hoe?
    daarna:
      als slot is overgeslagen: einde #!
      anders: slot
  slot:
    vraag: En nu?
""",
        "'slot' is hier nog niet gevraagd",
    ),
    "a text that depends on the question below it": (
        """\
stappen:
  begin:
    zeg:
      als begin is overgeslagen: Dag. #!
      anders: Hallo.
    vraag: Hoe?
""",
        "'begin' is hier nog niet gevraagd",
    ),
    "a condition about what is not kept": (
        """\
stappen:
  kwijt:
    vraag: Wat moet eruit?
    vluchtig: ja
    daarna:
      als kwijt is overgeslagen: einde #!
      anders: einde
""",
        "'kwijt' is vluchtig",
    ),
    "a key that is no choice": (
        """\
stappen:
  mag:
    vraag: Mag het?
    keuze: {graag: Ja, nee: Nee}
    verplicht: ja
    daarna:
      als mag is graga: einde #!
      anders: einde
""",
        "'graga' is geen sleutel van 'mag'; bedoel je 'graag'?",
    ),
    "is with several answers": (
        """\
stappen:
  wat:
    vraag: Wat?
    meerkeuze: {a: Appel, b: Beer}
    verplicht: ja
    daarna:
      als wat is a: einde #!
      anders: einde
""",
        "schrijf 'wat bevat a'",
    ),
    "bevat with one answer": (
        """\
stappen:
  wat:
    vraag: Wat?
    keuze: {a: Appel, b: Beer}
    verplicht: ja
    daarna:
      als wat bevat a: einde #!
      anders: einde
""",
        "schrijf 'wat is a'",
    ),
    "a number that is not on the scale": (
        """\
stappen:
  hoe:
    vraag: Hoe heftig?
    schaal: 1 tot 10
    verplicht: ja
    daarna:
      als hoe > 11: einde #!
      anders: einde
""",
        "11 valt buiten de schaal van 'hoe' (1 tot 10)",
    ),
    "a number for what is no scale": (
        """\
stappen:
  begin:
    vraag: Hoe?
    verplicht: ja
    daarna:
      als begin > 3: einde #!
      anders: einde
""",
        "'begin' is geen schaal; gebruik hier 'korter dan 8 woorden'",
    ),
    "words for what is no open question": (
        """\
stappen:
  dag:
    vraag: Welke dag?
    datum: ja
    verplicht: ja
    daarna:
      als dag korter dan 3 woorden: einde #!
      anders: einde
""",
        "'dag' is geen open vraag; gebruik hier 'is overgeslagen'",
    ),
    "a repeated answer of an unknown step": (
        """\
stappen:
  met_wie:
    vraag: Met wie?
  slot:
    zeg: Dag <met_we>. #!
""",
        "<met_we> is geen stap; bedoel je 'met_wie'?",
    ),
    "a repeated answer that comes later": (
        """\
stappen:
  begin:
    zeg: Dag <met_wie>. #!
  met_wie:
    vraag: Met wie?
""",
        "<met_wie> is hier nog niet gevraagd",
    ),
    "a repeated answer that is not kept": (
        """\
stappen:
  kwijt:
    vraag: Wat moet eruit?
    vluchtig: ja
  slot:
    zeg: |
      Let op.
      Je schreef <kwijt>. #!
""",
        "<kwijt> is vluchtig",
    ),
    "a repeated answer of a step that asks nothing": (
        """\
stappen:
  dag:
    zeg: Dag.
  slot:
    vraag: Wat zegt <dag>? #!
""",
        "<dag> vraagt niets",
    ),
    "a repeated answer on a button": (
        """\
stappen:
  wie:
    vraag: Wie?
  slot:
    vraag: Wat nu?
    keuze:
      a: Met <wie> #!
      b: Niets
""",
        "<wie> kan hier niet",
    ),
    "angle brackets around anything else": (
        """\
stappen:
  begin:
    vraag: Dag <Met wie>, hoe gaat het? #!
""",
        "in <Met wie> hoort de naam van een stap",
    ),
    "two labels alike": (
        """\
stappen:
  mag:
    vraag: Mag het?
    keuze:
      a: Graag
      b: graag. #!
""",
        "'graag' past ook bij 'a'",
    ),
    "a label that is another's key": (
        """\
stappen:
  mag:
    vraag: Mag het?
    keuze:
      eerst: Straks
      later: Eerst #!
""",
        "'eerst' past ook bij 'eerst'",
    ),
    "a synonym that is another's label": (
        """\
stappen:
  mag:
    vraag: Mag het?
    keuze:
      ja: Doe maar
      b: Graag #!
""",
        "'graag' past ook bij 'ja'",
    ),
    "a label that is the number of another": (
        """\
stappen:
  mag:
    vraag: Hoeveel?
    keuze:
      a: '2' #!
      b: Geen
""",
        "lijkt op het nummer",
    ),
    "a label that is a command": (
        """\
stappen:
  mag:
    vraag: Verder?
    keuze:
      a: Stop #!
      b: Door
""",
        "'Stop' is ook een woord dat altijd werkt",
    ),
    "a label that does not fit": (
        """\
stappen:
  mag:
    vraag: Verder?
    keuze:
      a: Een label van eenendertig tekens #!
      b: Door
""",
        "houd het op hooguit 30",
    ),
    "a choice without a label": (
        """\
stappen:
  mag:
    vraag: Verder?
    keuze:
      a: #!
      b: Door
""",
        "na 'a' hoort het label",
    ),
    "a choice that leaves no choice": (
        """\
stappen:
  mag:
    vraag: Verder?
    keuze: {a: Door} #!
""",
        "minstens twee",
    ),
    "a choice without end": (
        "stappen:\n  mag:\n    vraag: Welk?\n    keuze: #!\n"
        + "".join(f"      k{letter}: Keuze {letter}\n" for letter in "abcdefghijklmnopqrstu"),
        "meer dan 20 mogelijkheden",
    ),
    "a key that is too long": (
        f"""\
stappen:
  mag:
    vraag: Verder?
    keuze:
      {"a" * 31}: Kort #!
      b: Door
""",
        "langer dan 30 tekens",
    ),
    "a key that means something else": (
        """\
stappen:
  mag:
    vraag: Verder?
    keuze:
      overgeslagen: Kort #!
      b: Door
""",
        "heeft in voorwaarden al een betekenis",
    ),
    "a key with capitals": (
        """\
stappen:
  mag:
    vraag: Verder?
    keuze:
      Kort: Even #!
      b: Door
""",
        "'Kort' kan geen sleutel zijn",
    ),
    "a text that is too long": (f"stappen:\n  begin:\n    vraag: {LONG} #!\n", "houd hem onder 4000"),
    "a text that is rather long": (
        f"stappen:\n  begin:\n    vraag: {WORDY} #!\n",
        "onder 400 leest prettiger",
    ),
    "an exclamation mark": (
        "stappen:\n  begin:\n    vraag: Hoe is het! #!\n",
        "een uitroepteken klinkt hard",
    ),
    "a step named einde": (
        """\
stappen:
  einde: #!
    zeg: Dag.
""",
        "'einde' sluit een dialoog af",
    ),
    "a step with a bad name": (
        """\
stappen:
  Met wie: #!
    vraag: Met wie?
""",
        "'Met wie' kan geen naam zijn",
    ),
    "a step in which nothing happens": (
        """\
stappen:
  begin:
    vraag: Hoe?
  leeg:
    titel: Leeg #!
""",
        "in 'leeg' gebeurt niets",
    ),
    "a question that waits": (
        """\
stappen:
  begin:
    vraag: Hoe?
    wacht: 1 dag na nu #!
""",
        "deze stap heeft al 'vraag'; maak er twee stappen van",
    ),
    "two ways to answer": (
        """\
stappen:
  begin:
    vraag: Hoe?
    keuze: {a: Appel, b: Beer}
    datum: ja #!
""",
        "deze vraag heeft al 'keuze'",
    ),
    "a scale that is none": ("stappen:\n  a:\n    vraag: Hoe?\n    schaal: 10 tot 1 #!\n", "'1 tot 10'"),
    "a kind of date that is none": (
        "stappen:\n  a:\n    vraag: Wanneer?\n    datum: vandaag of laten #!\n",
        "bedoel je 'vandaag of later'?",
    ),
    "a wait that is none": (
        """\
stappen:
  a:
    vraag: Hoe?
  b:
    wacht: een dag na nu #!
""",
        "is geen wachttijd",
    ),
    "a wait until an hour that does not exist": (
        """\
stappen:
  a:
    vraag: Hoe?
  b:
    wacht: 1 dag na nu om 25:00 #!
""",
        "is geen wachttijd",
    ),
    "a lapse that is none": (
        """\
stappen:
  a:
    vraag: Hoe?
  b:
    wacht: 1 dag na nu
    verval: 3 uur #!
""",
        "schrijf hele dagen of weken",
    ),
    "a wait after an unknown step": (
        """\
stappen:
  moment:
    vraag: Wanneer?
    datum: ja
    verplicht: ja
  b:
    wacht: 1 dag na momet #!
""",
        "'momet' is geen stap; bedoel je 'moment'?",
    ),
    "a wait after a step that is no date": (
        """\
stappen:
  a:
    vraag: Hoe?
  b:
    wacht: 1 dag na a #!
""",
        "'a' is geen stap met 'datum'",
    ),
    "a wait after a later step": (
        """\
stappen:
  a:
    vraag: Hoe?
  b:
    wacht: 1 dag na c #!
  c:
    vraag: Wanneer?
    datum: ja
""",
        "'c' komt pas na dit wachten",
    ),
    "a wait after what can be skipped": (
        """\
stappen:
  a:
    vraag: Wanneer?
    datum: ja
  b:
    wacht: 1 dag na a #!
""",
        "dan telt het wachten vanaf nu",
    ),
    "an unknown check": (
        "stappen:\n  a:\n    vraag: Hoe?\n    toets: open-vragen #!\n",
        "bedoel je 'open-vraag'?",
    ),
    "a check of what is not typed freely": (
        """\
stappen:
  a:
    vraag: Wanneer?
    datum: ja
    toets: oordeel #!
""",
        "alleen bij een vraag waar mensen zelf op schrijven",
    ),
    "asking on about what is not kept": (
        """\
stappen:
  a:
    vraag: Hoe?
    vluchtig: ja
    doorvraag: #!
      als korter dan 3 woorden: En verder?
""",
        "een vluchtig antwoord wordt niet bewaard",
    ),
    "asking on with anders": (
        """\
stappen:
  a:
    vraag: Hoe?
    doorvraag:
      als korter dan 3 woorden: En verder?
      anders: Goed. #!
""",
        "onder 'doorvraag' hoort geen 'anders'",
    ),
    "asking on about another step": (
        """\
stappen:
  a:
    vraag: Hoe?
  b:
    vraag: En toen?
    doorvraag:
      als a korter dan 3 woorden: En verder? #!
""",
        "gaat over het antwoord op deze vraag zelf",
    ),
    "an unknown word": ("stappen:\n  a:\n    vraag: Hoe?\n    hulpp: Zo. #!\n", "bedoel je 'hulp'?"),
    "a word that has to stand beside another": (
        "stappen:\n  a:\n    zeg: Dag.\n    keuze: {a: A, b: B} #!\n",
        "'keuze' kan alleen naast 'vraag'",
    ),
    "yes or no that is neither": (
        "stappen:\n  a:\n    vraag: Hoe?\n    verplicht: yes #!\n",
        "na 'verplicht' hoort ja of nee",
    ),
    "a list where a text belongs": ("stappen:\n  a:\n    vraag: [Hoe?] #!\n", "na 'vraag' hoort een tekst"),
    "help from a card": (
        "stappen:\n  a:\n    vraag: Hoe?\n    hulp: kaart/luisteren #!\n",
        "kent deze versie nog niet",
    ),
    "a map where a text belongs": (
        """\
stappen:
  a:
    vraag: Hoe?
    daarna:
      als a is overgeslagen: [einde] #!
      anders: einde
""",
        "hoort de naam van een stap",
    ),
}


@pytest.mark.parametrize(("steps", "told"), STEP_FAULTS.values(), ids=STEP_FAULTS)
def test_a_fault_in_the_steps_is_told_at_its_line(steps: str, told: str) -> None:
    text = HEAD + steps + TRIALS
    _, found = written(text)
    assert any(told in blemish.text for blemish in found), found
    assert [blemish.line for blemish in found if told in blemish.text] == marked(text)


HEAD_FAULTS = {
    "an identity that is not the file's": ("dialoog: proefstuk", "dialoog: proefje #!", "maak ze gelijk"),
    "an identity with capitals": ("dialoog: proefstuk", "dialoog: Proef_stuk #!", "kleine letters"),
    "an unknown audience": ("[leider]", "[lieder] #!", "bedoel je 'leider'?"),
    "an unknown word": ("duur: 1 minuut", "duur: 1 minuut\nbrom: x #!", "bedoel je 'bron'?"),
    "an unknown work": ("werk: boek", "werk: artikle", "bedoel je 'artikel'?"),
    "a source without a place": (", plek: hoofdstuk 1", "", "'plek' ontbreekt"),
    "a call that is a command": ("[iets proberen]", "[menu] #!", "een woord dat altijd werkt"),
    "a rename to nowhere": ("duur: 1 minuut", "duur: 1 minuut\nhernoemd: {start: begni} #!", "'begin'"),
    "a rename of what is there": (
        "duur: 1 minuut",
        "duur: 1 minuut\nhernoemd: {begin: begin} #!",
        "nog een stap",
    ),
    "a loud title": ("titel: Proefstuk", "titel: Proefstuk! #!", "uitroepteken"),
}


@pytest.mark.parametrize(("old", "new", "told"), HEAD_FAULTS.values(), ids=HEAD_FAULTS)
def test_a_fault_above_the_steps_is_told_at_its_line(old: str, new: str, told: str) -> None:
    text = HEAD.replace(old, new) + STEPS + TRIALS
    (blemish,) = written(text)[1]
    assert told in blemish.text
    assert [blemish.line] == (marked(text) or [6])


@pytest.mark.parametrize("word", ["dialoog", "titel", "voor", "wanneer", "duur", "bron"])
def test_what_every_dialogue_needs_is_missed(word: str) -> None:
    head = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(word))
    (blemish,) = written(head + STEPS + TRIALS)[1]
    assert f"'{word}' ontbreekt" in blemish.text


def test_a_file_without_steps_is_no_script() -> None:
    script, found = written(HEAD + TRIALS)
    assert script is None
    assert ["'stappen' ontbreekt" in blemish.text for blemish in found] == [True]


THREE_STEPS = """\
stappen:
  begin:
    vraag: Hoe begon het?
  mag:
    vraag: Mag het?
    verplicht: ja
    keuze: {ja: Ja, nee: Nee}
  slot:
    zeg: Dag.
"""


def test_a_script_with_too_many_steps_is_refused() -> None:
    steps = "".join(f"  s{number}:\n    vraag: Hoe?\n" for number in range(301))
    found = written(HEAD + "stappen:\n" + steps + TRIALS)[1]
    assert ["meer dan 300 stappen" in blemish.text for blemish in found if blemish.must] == [True]


TRIAL_FAULTS = {
    "a step to pass that is not there": ("langs: [begni] #!", "bedoel je 'begin'?"),
    "a step to avoid that is not there": ("niet_langs: [begni] #!", "bedoel je 'begin'?"),
    "an answer to a step that is not there": ("antwoorden: {begni: dag} #!", "bedoel je 'begin'?"),
    "an answer to what is not asked": ("antwoorden: {slot: dag} #!", "'slot' vraagt niets"),
    "a key that is no choice": ("antwoorden: {mag: misschien} #!", "geen sleutel van 'mag'"),
    "skipping what is required": ("antwoorden: {mag: overgeslagen} #!", "'mag' is verplicht"),
    "no answer at all": ("antwoorden: {begin: ''} #!", "hoort een antwoord"),
    "a map as an answer": ("antwoorden: {begin: {a: b}} #!", "een tekst, of een lijst"),
    "a moment that is none": ("wacht_tot: morgen #!", "schrijf '2026-11-25 16:00'"),
    "an unknown word": ("zegd: [dag] #!", "bedoel je 'zegt'?"),
}


@pytest.mark.parametrize(("line", "told"), TRIAL_FAULTS.values(), ids=TRIAL_FAULTS)
def test_a_fault_in_a_trial_is_told_at_its_line(line: str, told: str) -> None:
    text = HEAD + THREE_STEPS + f"proeven:\n  een proef:\n    {line}\n"
    (blemish,) = written(text)[1]
    assert told in blemish.text
    assert [blemish.line] == marked(text)


def test_a_dialogue_without_trials_is_not_used() -> None:
    (blemish,) = written(HEAD + STEPS)[1]
    assert "'proeven' ontbreekt" in blemish.text
    assert blemish.must


def test_all_faults_of_a_file_are_told_at_once() -> None:
    steps = "stappen:\n  A:\n    vraag: Hoe!\n    toets: x\n    daarna: y\n"
    assert [blemish.line for blemish in written(HEAD + steps + TRIALS)[1]] == [9, 10, 11, 12]


@pytest.mark.parametrize(
    "steps",
    [
        # its own line for skipped, above
        """\
stappen:
  hoe:
    vraag: Hoe?
    schaal: 1 tot 10
    daarna:
      als hoe is overgeslagen: einde
      als hoe >= 8: einde
      anders: slot
  slot:
    zeg: Dag.
""",
        # in the same line
        """\
stappen:
  hoe:
    vraag: Hoe?
    schaal: 1 tot 10
    daarna:
      als hoe is overgeslagen of hoe >= 8: einde
      anders: slot
  slot:
    zeg: Dag.
""",
        # whoever skipped went elsewhere
        """\
stappen:
  hoe:
    vraag: Hoe?
    schaal: 1 tot 10
    daarna:
      als hoe is overgeslagen: einde
      anders: slot
  slot:
    zeg:
      als hoe >= 8: Dag.
      anders: Hallo.
""",
        # cannot be skipped
        """\
stappen:
  hoe:
    vraag: Hoe?
    schaal: 1 tot 10
    verplicht: ja
  slot:
    zeg:
      als hoe >= 8: Dag.
      anders: Hallo.
""",
        # a loop that asks
        """\
stappen:
  nog:
    zeg: Dag <nog>.
    vraag: Nog een keer?
    keuze: {ja: Ja, nee: Nee}
    daarna:
      als nog is overgeslagen: einde
      als nog is ja: nog
      anders: einde
""",
    ],
)
def test_what_is_right_is_left_alone(steps: str) -> None:
    assert clean(steps).file == FILE


def test_who_may_skip_the_second_time_round_may_have_skipped() -> None:
    steps = """\
stappen:
  hoe:
    vraag: Hoe?
    schaal: 1 tot 10
    daarna:
      als hoe is overgeslagen: nog
      als hoe > 5: nog
      anders: nog
  nog:
    vraag: Nog eens?
    keuze: {ja: Ja, nee: Nee}
    daarna:
      als nog is overgeslagen: einde
      als nog is ja: hoe
      als hoe > 5: einde #!
      anders: einde
"""
    text = HEAD + steps + TRIALS
    assert [blemish.line for blemish in written(text)[1]] == marked(text)
