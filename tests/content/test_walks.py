"""The walker finds every line that some answers lead to, and says so of each that none do."""

from collections.abc import Iterator
from itertools import combinations, product

import pytest

from bot.content.aids import Aids
from bot.content.dialogues import Script, read_script
from bot.content.faults import Faults
from bot.content.joining import joined
from bot.content.nodes import Place
from bot.content.reader import read
from bot.content.sources import read_works
from bot.content.texts import read_texts
from bot.content.trial import SKIPPED, Reply, Trial
from bot.content.trials import run
from bot.content.walk_answers import given_of
from bot.content.walk_boxes import Space
from bot.content.walk_runs import Run
from bot.content.walk_search import Line, Roads
from bot.content.walks import findings, walk
from bot.core.conditions import holds
from bot.core.dialogue import END, Dialogue, Kind, Question
from bot.core.given import Given
from bot.core.known import Known
from bot.core.machine import next_step
from tests.content.writing import FILE, HEAD, ROOT, checks, marked

LOOP = """\
stappen:
  ging:
    zeg:
      als ging is overgeslagen: Dag.
      als ging is ja: Nooit.  #!
      anders: Nog een keer.
    vraag: Ging het?
    keuze: {ja: Ja, verzet: Verzet, nee: Nee}
    daarna:
      als ging is overgeslagen: slot
      als ging is verzet: ging
      anders: slot
  slot:
    zeg: Dag.
"""
SUMS = """\
stappen:
  scan:
    vraag: Hoe gaat het?
    schaal: 1 tot 5
    schalen: {rust: Rust, ruimte: Ruimte, zicht: Zicht}
  midden:
    reken: gemiddelde van scan
  laagste:
    reken: laagste van scan
  hoeveel:
    reken: aantal van scan
  zegt:
    zeg:
      als midden is overgeslagen: Niets.
      als hoeveel < 3 en midden > 4,9: Weinig en hoog.
      als midden < 1,4: Onder de grens.
      als midden <= 1,7: Op de grens.
      als midden > 4,5 en laagste < 4: Te mooi.  #!
      als midden < 3 en laagste >= 3: Kan niet.  #!
      als scan.rust >= 4 en scan.zicht <= 2 en midden >= 3,5: Scheef.
      anders: Gewoon.
"""
ADVICE = """\
stappen:
  haast:
    vraag: Is er haast?
    keuze: {ja: Ja, nee: Nee}
  groot:
    vraag: Hoe groot?
    keuze: {klein: Klein, groot: Groot}
    daarna:
      als haast is overgeslagen: raad
      als haast is ja: raad
      anders: tijd
  tijd:
    vraag: Hoeveel tijd?
    schaal: 1 tot 10
  raad:
    advies:
      kies: eerste
      uitkomsten:
        alleen: {titel: Alleen, tekst: Doe het zelf., nadeel: Stil.}
        samen: {titel: Samen, tekst: Doe het samen., nadeel: Traag.}
      regels:
        als haast is ja: {uitkomst: alleen, omdat: Er is haast., grond: voorstel}
        als haast is nee en tijd >= 6: {uitkomst: samen, omdat: Er is tijd., grond: voorstel}
        als haast is ja en groot is klein: {uitkomst: samen, omdat: Nooit., grond: voorstel}  #!
        als groot is groot en tijd < 6: {uitkomst: alleen, omdat: Groot., grond: voorstel}
        anders: {uitkomst: samen, omdat: Anders., grond: zwijgt}
    daarna:
      als raad is alleen: zelf
      als raad is samen: slot
      anders: slot  #!
  zelf:
    zeg:
      als tijd is overgeslagen: Zonder tijd.
      als tijd > 5: Nooit.  #!
      anders: Met weinig tijd.
  slot:
    zeg: Dag.
"""
ALL = """\
stappen:
  wat:
    vraag: Wat speelt er?
    meerkeuze: {fusie: Fusie, bouw: Bouw, niets: Niets, anders: Anders}
    daarna:
      als wat is overgeslagen: raad
      als wat bevat niets en wat bevat fusie: wat
      anders: raad
  raad:
    advies:
      kies: alle
      uitkomsten:
        sturen: {titel: Sturen, tekst: Stuur., nadeel: Streng.}
        laten: {titel: Laten, tekst: Laat los., nadeel: Los.}
        open: {titel: Open, tekst: Niets., nadeel: Open.}
      regels:
        als wat bevat fusie: {uitkomst: sturen, omdat: Fusie., grond: voorstel}
        als wat bevat niets: {uitkomst: [laten], omdat: Rust., grond: voorstel}
        als wat bevat bouw en wat bevat fusie: {uitkomst: [sturen, laten], omdat: Beide., grond: voorstel}
        anders: {uitkomst: open, omdat: Open., grond: zwijgt}
  zegt:
    zeg:
      als raad bevat sturen en raad bevat laten: Allebei.
      als raad bevat laten en wat bevat fusie: Nooit.  #!
      als raad bevat sturen en raad bevat open: Nooit.  #!
      als raad bevat sturen: Sturen.
      als raad bevat laten: Laten.
      anders: Open.
"""
WORDS = """\
stappen:
  wat:
    vraag: Wat gebeurde er?
    verplicht: ja
    daarna:
      als wat korter dan 8 woorden: meer
      anders: dag
  meer:
    vraag: Wat nog meer?
  dag:
    vraag: Welke dag?
    datum: vandaag of later
    daarna:
      als dag is overgeslagen: slot
      anders: slaap
  slaap:
    wacht: 1 dag na dag om 16:00
  slot:
    zeg:
      als wat is overgeslagen: Nooit.  #!
      als meer is overgeslagen: Niets meer, <meer of geen idee>.
      als wat korter dan 3 woorden: Kort.
      anders: Langer.
"""
SMALL = {"loop": LOOP, "sums": SUMS, "advice": ADVICE, "all": ALL, "words": WORDS}


def scripts(*texts: str, file: str = FILE) -> list[Script]:
    """These files, read and joined."""
    aids = Aids(checks(), {}, Faults(), works={"boek": "Het boek"})
    found = [read_script(file, text.encode(), aids) for text in texts]
    whole = joined([script for script in found if script is not None], aids)
    assert [fault for fault in aids.faults.found if fault.must] == []
    return whole


def script(steps: str) -> Script:
    return scripts(HEAD + steps)[0]


def told(steps: str) -> list[tuple[int, bool, str]]:
    """What is said of these steps: line, whether it must change, and the text."""
    whole = script(steps)
    return [(blemish.line, blemish.must, blemish.text) for blemish in findings(walk(whole.dialogue), whole)]


# — held against everybody —


def replies(question: Question) -> list[Reply]:
    """Every answer there is to a question, of words and days one for each that matters here."""
    skipped: list[Reply] = [] if question.required else [(SKIPPED,)]
    keys = [choice.key for choice in question.choices]
    match question.kind:
        case Kind.OPEN:
            return [*skipped, ("een twee",), ("een twee drie",), ("een " * 7,), ("een " * 8,)]
        case Kind.DATE:
            return [*skipped, ()]
        case Kind.MULTI:
            sizes = range(1, len(keys) + 1)
            return [*skipped, *(some for size in sizes for some in combinations(keys, size))]
        case Kind.SCALES:
            return list(product([*keys, SKIPPED], repeat=len(question.items)))
        case _:
            return [*skipped, *((key,) for key in keys)]


def everybody(dialogue: Dialogue) -> Iterator[Line]:
    """The lines that are taken by anybody at all, found by answering everything with everything."""
    forks, seen = Roads(Space(dialogue)).forks, set[object]()
    waiting: list[tuple[str, dict[str, Given], tuple[str, ...]]] = [(dialogue.steps[0].name, {}, ())]
    while waiting:
        name, given, passed = waiting.pop()
        if name == END or (name, key := (tuple(sorted(given.items(), key=str)), passed)) in seen:
            continue
        seen.add((name, key))
        step, answers = dialogue.by_name[name], [given]
        if step.question is not None:
            answers = [{**given, name: given_of(step.question, reply)} for reply in replies(step.question)]
        elif step.reckoning or step.weighing:
            passed = (*(one for one in passed if one != name), name)
        before = _known(dialogue, given, tuple(one for one in passed if one != name))
        for after in answers:
            known = _known(dialogue, after, passed)
            for fork in forks[name]:
                here = before if fork.word == "zeg" else known
                held = [at for at, (case, _) in enumerate(fork.branch.cases) if holds(case, here)]
                yield from (fork.lines[at] for at in (held if fork.all else held[:1]) or [-1])
            waiting.append((next_step(dialogue, name, known), after, passed))


def _known(dialogue: Dialogue, given: dict[str, Given], passed: tuple[str, ...]) -> Known:
    visits = {(name, 1): one for name, one in given.items()}
    return Known(dialogue, visits, [*visits, *((name, 1) for name in passed)])


@pytest.mark.parametrize("steps", SMALL.values(), ids=SMALL)
def test_exactly_the_lines_are_taken_that_anybody_at_all_takes(steps: str) -> None:
    dialogue = script(steps).dialogue
    walked = walk(dialogue)
    taken = {line for line, taken in walked.branches.items() if taken}
    assert taken == set(everybody(dialogue))
    assert taken == {line for one in walked.walks for line in one.lines}
    assert walked.whole


@pytest.mark.parametrize("steps", SMALL.values(), ids=SMALL)
def test_a_line_nobody_takes_is_told_where_it_stands(steps: str) -> None:
    found = told(steps)
    assert [line for line, _, _ in found] == marked(HEAD + steps)
    assert not any(must for _, must, _ in found)


# — what an author hears —


def test_a_condition_that_cannot_hold_is_told_otherwise_than_one_that_comes_too_late() -> None:
    texts = [text for _, _, text in told(ADVICE)]
    assert [text.split(";")[0] for text in texts] == [
        "deze 'als' komt nooit aan de beurt: als hij klopt, klopt er al een regel erboven",
        "'anders' komt hier nooit aan de beurt: er klopt altijd al een regel erboven",
        "deze 'als' klopt nooit voor wie hier komt",
    ]


def test_a_step_no_answer_leads_to_must_change() -> None:
    steps = (
        "stappen:\n  a:\n    vraag: Ja?\n    keuze: {ja: Ja, nee: Nee}\n    daarna:\n"
        "      als a is overgeslagen: slot\n      als a is ja: b\n      anders: slot\n"
        "  b:\n    zeg: B\n    daarna:\n      als a is nee: c  #!\n      anders: slot\n"
        "  c:  #!\n    zeg:\n      als a is ja: Ook niet.\n      anders: C\n  slot:\n    zeg: Dag.\n"
    )
    found = told(steps)
    assert [(line, must) for line, must, _ in found] == list(
        zip(marked(HEAD + steps), (False, True), strict=True)
    )
    assert found[1][2] == "geen antwoord leidt naar 'c'; verander een 'daarna', of haal de stap weg"


def test_a_line_that_only_guards_against_skipping_may_be_there() -> None:
    """The language asks for it where it cannot see that nobody comes by who skipped."""
    steps = (
        "stappen:\n  a:\n    vraag: Ja?\n    keuze: {ja: Ja, nee: Nee}\n    verplicht: ja\n"
        "  b:\n    zeg:\n      als a is overgeslagen: ''\n      als a is ja: Ja.\n      anders: Nee.\n"
        "    daarna:\n      als a is overgeslagen: slot\n      als a is ja: c\n      anders: slot\n"
        "  c:\n    zeg:\n      als a is overgeslagen: Tekst die niemand leest.  #!\n      anders: Dag.\n"
        "  slot:\n    zeg: Dag.\n"
    )
    assert [line for line, _, _ in told(steps)] == marked(HEAD + steps)
    assert sum(not taken for taken in walk(script(steps).dialogue).branches.values()) == 3


@pytest.mark.parametrize(
    "inside",
    [
        "  b:\n    vraag: Weer?\n    daarna: c\n  c:\n    vraag: En nu?\n    daarna:\n"
        "      als a is ja: b\n      anders: slot\n",
        "  b:\n    zeg: B\n    daarna: c\n  c:\n    zeg: C\n    daarna:\n"
        "      als a is ja: b\n      anders: slot\n",
    ],
    ids=["asking", "silent"],
)
def test_who_cannot_come_to_an_end_any_more_is_told(inside: str) -> None:
    steps = (
        "stappen:\n  a:\n    vraag: Ja?\n    keuze: {ja: Ja, nee: Nee}\n    daarna:\n"
        f"      als a is overgeslagen: slot\n      als a is ja: b\n      anders: slot\n{inside}"
        "  slot:\n    zeg: Dag.\n"
    )
    walked = walk(script(steps).dialogue)
    assert {one.path[:2] for one in walked.stuck} == {("a", "b")}
    assert all(not one.ended for one in walked.stuck)
    found = told(steps)
    assert found[0][:2] == ((HEAD + steps).splitlines().index("  b:") + 1, True)
    assert "komt niet meer bij een einde" in found[0][2]


def test_a_text_that_does_not_fit_is_told_at_the_question_that_comes_after_it() -> None:
    steps = f"stappen:\n  a:\n    zeg: {'lang ' * 801}\n  b:\n    vraag: Hoe?\n"
    assert walk(script(steps).dialogue).too_long == {"b": 4004}
    assert [(line, must) for line, must, _ in told(steps)] == [
        ((HEAD + steps).splitlines().index("  b:") + 1, True)
    ]


def test_of_a_dialogue_inside_nothing_is_said_but_of_where_it_comes_out() -> None:
    inner = HEAD.replace("proefstuk", "binnen") + (
        "stappen:\n  diep:\n    vraag: Hoe diep?\n    keuze: {diep: Diep, ondiep: Ondiep}\n"
        "  stil:\n    zeg:\n      als diep is overgeslagen: Niets.\n"
        "      als diep is diep en diep is ondiep: Nooit.\n      anders: Wat.\n"
        "    daarna:\n      als diep is overgeslagen: klaar\n      als diep is diep en diep is ondiep: stil\n"
        "      anders: klaar\n  klaar:\n    zeg: Klaar.\n"
    )
    outer = HEAD + (
        "stappen:\n  a:\n    doe: binnen\n    daarna:\n      als a.diep is overgeslagen: slot\n"
        "      als a.diep is diep: b\n      als a.diep is diep of a.diep is overgeslagen: slot  #!\n"
        "      anders: slot\n  b:\n    zeg: Diep.\n  slot:\n    zeg: Dag.\n"
    )
    whole, _ = scripts(outer, inner)
    walked = walk(whole.dialogue)
    assert {line.step for line in walked.branches} == {"a"}
    assert {"a.diep", "a.stil", "b"} <= walked.steps
    assert [blemish.line for blemish in findings(walked, whole)] == marked(outer)


# — how much there is —


def _many(count: int, rules: str) -> str:
    asked = "".join(
        f"  v{at}:\n    vraag: Wat?\n    keuze: {{a: A, b: B, c: C, d: D}}\n" for at in range(count)
    )
    return (
        f"stappen:\n{asked}  raad:\n    advies:\n      kies: eerste\n      uitkomsten:\n"
        "        u: {titel: U, tekst: Tekst., nadeel: Nadeel.}\n      regels:\n"
        f"{rules}        anders: {{uitkomst: u, omdat: Anders., grond: zwijgt}}\n"
    )


def test_the_one_in_a_quarter_of_a_million_who_takes_a_rule_is_found() -> None:
    conditions = [
        " en ".join(f"v{at} is {'abcd'[(at * rule) % 4]}" for at in range(9)) for rule in range(1, 4)
    ]
    conditions.append("v0 is a en v1 is b en v0 is c")
    rules = "".join(
        f"        als {one}: {{uitkomst: u, omdat: Zo., grond: voorstel}}\n" for one in conditions
    )
    walked = walk(script(_many(9, rules)).dialogue)
    assert list(walked.branches.values()) == [True, True, True, False, True]
    assert walked.whole
    assert walked.runs < 10


def test_side_steps_that_all_count_in_the_end_are_no_trouble() -> None:
    asked = "".join(
        f"  v{at}:\n    vraag: Ja?\n    keuze: {{ja: Ja, nee: Nee}}\n    daarna:\n"
        f"      als v{at} is nee: waarom{at}\n      anders: {f'v{at + 1}' if at < 19 else 'slot'}\n"
        f"  waarom{at}:\n    vraag: Waarom?\n"
        for at in range(20)
    )
    every = " en ".join(f"v{at} is nee" for at in range(20))
    steps = f"stappen:\n{asked}  slot:\n    zeg:\n      als {every}: Nooit ja.\n      anders: Soms ja.\n"
    walked = walk(script(steps).dialogue)
    assert all(walked.branches.values())
    assert len(walked.steps) == 41
    assert walked.whole


def test_where_not_everything_was_tried_nothing_is_claimed() -> None:
    keys = [f"k{at}" for at in range(14)]
    cases = "".join(
        f"      als wat bevat {key} en wat bevat {keys[at - 5]}: Ja.\n" for at, key in enumerate(keys)
    )
    steps = (
        f"stappen:\n  wat:\n    vraag: Wat?\n    meerkeuze: {{{', '.join(f'{k}: K' for k in keys)}}}\n"
        f"  slot:\n    zeg:\n{cases}      als wat bevat k0 en wat is overgeslagen: Nooit.\n"
        "      anders: Nee.\n"
    )
    whole = script(steps)
    walked = walk(whole.dialogue)
    (finding,) = findings(walked, whole)
    assert not walked.whole
    assert not finding.must
    assert finding.text.endswith(f"op regel {(HEAD + steps).splitlines().index('    zeg:') + 16}")


def test_a_sum_of_many_scales_is_tried_at_its_ends() -> None:
    asked = "".join(f"  v{at}:\n    vraag: Hoe?\n    schaal: 1 tot 10\n" for at in range(6))
    steps = (
        f"stappen:\n{asked}  midden:\n    reken: gemiddelde van {', '.join(f'v{at}' for at in range(6))}\n"
        "  slot:\n    zeg:\n      als midden is overgeslagen: Niets.\n      als midden < 2: Laag.\n"
        "      als midden > 9: Hoog.\n      anders: Midden.\n"
    )
    walked = walk(script(steps).dialogue)
    assert all(walked.branches.values())
    assert not walked.whole


def test_two_scales_are_tried_with_all_their_numbers() -> None:
    steps = (
        "stappen:\n  a:\n    vraag: Hoe?\n    schaal: 1 tot 10\n  b:\n    vraag: Hoe?\n    schaal: 1 tot 10\n"
        "  c:\n    reken: a - b\n  slot:\n    zeg:\n      als c is overgeslagen: Niets.\n"
        "      als c >= 9 en b < 2: Alles.\n      als c >= 9: Nooit.  #!\n      als c > 7 en a < 10: Bijna.\n"
        "      anders: Iets.\n"
    )
    assert [line for line, _, _ in told(steps)] == marked(HEAD + steps)


# — runs —


def _as_proef(one: Run) -> Trial:
    answers = {step: given for step, given in one.answers.items() if all(given)}
    return Trial("een run", Place(FILE, 1), answers, one.path, (), (), (), None)


@pytest.mark.parametrize("steps", SMALL.values(), ids=SMALL)
def test_a_run_can_be_written_down_as_a_proef(steps: str) -> None:
    dialogue = script(steps).dialogue
    for one in walk(dialogue).walks:
        outcome = run(dialogue, _as_proef(one))
        assert outcome.faults == ()
        assert outcome.visited == set(one.path)


def test_the_same_dialogue_is_always_walked_alike() -> None:
    first, again = (walk(script(ADVICE).dialogue) for _ in range(2))
    assert first == again


def test_runs_go_along_different_paths() -> None:
    walked = walk(script(ADVICE).dialogue)
    assert walked.runs == len(walked.walks)
    assert 3 <= walked.paths <= walked.runs
    assert walked.astray == walked.stuck == ()


# — our own —


def _ours() -> list[Script]:
    faults, name = Faults(), "dialogues/_teksten.yaml"
    texts = read_texts(read(name, (ROOT / name).read_bytes()), faults)
    name = "knowledge/bronnen.yaml"
    works = read_works(read(name, (ROOT / name).read_bytes()), faults)
    aids = Aids(checks(), texts.synonyms, faults, texts.nothing, works)
    files = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("dialogues/*/*.yaml"))
    found = [read_script(file, (ROOT / file).read_bytes(), aids) for file in files]
    return joined([one for one in found if one is not None], aids)


@pytest.mark.parametrize("ours", _ours(), ids=lambda ours: ours.dialogue.id)
def test_in_our_own_dialogues_no_line_was_forgotten(ours: Script) -> None:
    walked = walk(ours.dialogue)
    assert findings(walked, ours) == []
    assert walked.steps == ours.dialogue.by_name.keys()
    assert walked.whole
    assert walked.astray == ()
