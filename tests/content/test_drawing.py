"""The flowchart of a dialogue: everything in it is drawn, and Mermaid can read whatever an author writes."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.aids import Aids
from bot.content.conditions import read_condition
from bot.content.dialogues import read_script
from bot.content.drawing import TITLE_LIMIT, mermaid, worded
from bot.content.faults import Faults
from bot.content.joining import joined
from bot.content.library import FileLibrary
from bot.content.nodes import Place
from bot.core.conditions import Compare, Condition, Contains, Every, Is, Shorter, Skipped, Some
from bot.core.dialogue import END, Dialogue
from bot.core.machine import ways

LIBRARY = FileLibrary.open()
HEAD = """\
dialoog: {}
titel: Proefstuk
voor: [leider]
wanneer: Je wilt iets uitproberen.
duur: 1 minuut
bron: [{{werk: boek, plek: hoofdstuk 1}}]
stappen:
"""

CODE = re.compile(r"#(\d+);")
TEXT = r"(?:[^\W\d_]|#\d+;)(?:[\w .,?'()=>/+-]|#\d+;)*"
LABEL = rf'"({TEXT}(?:<br/>{TEXT})?)"'
SHAPES = (
    r"\[L\]",
    r"\(L\)",
    r"\{L\}",
    r"\(\[L\]\)",
    r"\{\{L\}\}",
    r"\[/L/\]",
    r"\[\\L\\\]",
    r"\[\[L\]\]",
    r"\(\(L\)\)",
)
BOX = re.compile(rf"(s\d+|einde)(?:{'|'.join(shape.replace('L', LABEL) for shape in SHAPES)})")
FRAME = re.compile(rf"subgraph (d\w+)\[{LABEL}\]")
ARROW = re.compile(rf"(s\d+) -->(?:\|{LABEL}\|)? (s\d+|einde)")


def read_back(chart: str) -> tuple[dict[str, str], list[str], list[tuple[str, str, str]]]:
    """The boxes by id, the frames, and the arrows with their words; anything else is no chart of ours."""
    first, *lines = chart.splitlines()
    assert first == "flowchart TD"
    boxes: dict[str, str] = {}
    frames: list[str] = []
    arrows: list[tuple[str, str, str]] = []
    depth = 0
    for line in lines:
        # Mermaid takes this for an order of its own, in whatever stands around it.
        assert "direction" not in line
        words = line.strip()
        depth -= words == "end"
        assert depth >= 0
        assert line == "    " * (depth + 1) + words
        if box := BOX.fullmatch(words):
            assert not arrows
            assert box[1] not in boxes
            boxes[box[1]] = decoded(next(filter(None, box.groups()[1:])))
        elif frame := FRAME.fullmatch(words):
            assert frame[1] not in boxes
            frames.append(decoded(frame[2]))
            depth += 1
        elif arrow := ARROW.fullmatch(words):
            assert depth == 0
            assert {arrow[1], arrow[3]} <= boxes.keys()
            arrows.append((arrow[1], decoded(arrow[2] or ""), arrow[3]))
        else:
            assert words == "end", f"Mermaid would not read {line!r}"
    assert depth == 0
    return boxes, frames, arrows


def decoded(label: str) -> str:
    """A label as Mermaid shows it, with a bar where a line ends."""
    return CODE.sub(lambda found: chr(int(found[1])), label.replace("<br/>", "|"))


def dialogue(**scripts: str) -> Dialogue:
    """The first of these scripts (steps by id, `_` for `-`), with the others at hand."""
    aids = Aids(checks={}, synonyms={}, faults=Faults())
    found = [
        read_script(f"dialogues/{id_}.yaml", (HEAD.format(id_.replace("_", "-")) + steps).encode(), aids)
        for id_, steps in scripts.items()
    ]
    whole = joined([script for script in found if script is not None], aids)
    assert aids.faults.found == []
    return whole[0].dialogue


KINDS = """\
  hoe:
    titel: Hoe heftig
    vraag: Hoe heftig is het?
    schaal: 1 tot 10
    daarna:
      als hoe is overgeslagen: slot
      als hoe >= 3,5 of hoe is niet 2: keuze
      anders: slot
  keuze:
    vraag: Waar zit het?
    meerkeuze: {hoofd: Hoofd, buik: Buik}
  som:
    reken: hoe - 1
  weging:
    advies:
      kies: eerste
      uitkomsten:
        rust: {titel: Rust, tekst: Rust uit.}
      regels:
        anders: {uitkomst: rust, omdat: Zo is het., grond: voorstel}
  balkjes:
    beeld: balken van hoe, som
  slaap:
    wacht: 1 dag na nu
  slot:
    zeg: Dag.
"""


def test_each_kind_of_step_has_its_shape_and_each_way_its_condition() -> None:
    assert (
        mermaid(dialogue(proef=KINDS))
        == """\
flowchart TD
    s1("Hoe heftig<br/>hoe")
    s2{"Keuze"}
    s3[/"Som"/]
    s4{{"Weging"}}
    s5[\\"Balkjes"\\]
    s6(["Slaap"])
    s7["Slot"]
    einde(("einde"))
    s1 -->|"als hoe is overgeslagen"| s7
    s1 -->|"als hoe >= 3,5 of hoe is niet 2"| s2
    s1 -->|"anders"| s7
    s2 --> s3
    s3 --> s4
    s4 --> s5
    s5 --> s6
    s6 --> s7
    s7 --> einde"""
    )


def test_another_dialogue_is_a_frame_and_so_is_one_inside_it() -> None:
    whole = dialogue(
        buiten="  eerst:\n    titel: Adem\n    zeg: Adem.\n    doe: midden-in\n  slot:\n    zeg: Dag.\n",
        midden_in="  diep:\n    doe: binnen\n",
        binnen="  wat:\n    vraag: Wat nu?\n    keuze: {ja: Ja, nee: Nee}\n    daarna:\n"
        "      als wat is nee: einde\n      anders: nog\n  nog:\n    zeg: Nog iets.\n",
    )
    assert (
        mermaid(whole)
        == """\
flowchart TD
    s1[["Adem<br/>eerst"]]
    subgraph ds1["doe#58; midden-in"]
        s2[["Diep<br/>eerst.diep"]]
        subgraph ds2["doe#58; binnen"]
            s3{"Wat<br/>eerst.diep.wat"}
            s4["Nog<br/>eerst.diep.nog"]
            s5(("einde"))
        end
        s6(("einde"))
    end
    s7["Slot"]
    einde(("einde"))
    s1 --> s2
    s2 --> s3
    s3 -->|"als eerst.diep.wat is nee"| s5
    s3 -->|"anders"| s4
    s4 --> s5
    s5 --> s6
    s6 --> s7
    s7 --> einde"""
    )


@pytest.mark.parametrize("ours", LIBRARY.dialogues(), ids=lambda ours: ours.id)
def test_what_runs_is_what_is_drawn(ours: Dialogue) -> None:
    boxes, frames, arrows = read_back(mermaid(ours))
    ids = [*(step.name for step in ours.steps), END]
    assert frames == [f"doe: {step.does}" for step in ours.steps if step.does]
    name_of = dict(zip(boxes, ids, strict=True))
    drawn = [(name_of[step], name_of[target]) for step, _, target in arrows]
    assert Counter(drawn) == Counter((step, target) for step, _, target in ways(ours))
    said = [words.removeprefix("als ") for _, words, _ in arrows if words not in ("", "anders")]
    faults = Faults()
    assert [read_condition(words, Place("x", 1), faults) for words in said] == [
        condition for _, condition, _ in ways(ours) if condition is not None
    ]


TRICKY = [
    'Wat "zij" zei',
    "[x](y) {z}",
    "a;b #35; #quot;",
    "%% weg %%{init: {}}%%",
    "direction LR",
    "end",
    "1. Begin",
    "- een lijst",
    "`tik`",
    "style a: b #1;",
    "x --> y",
    "<script>",
    "a<br/>b",
    "A & B | C",
    "Een lange titel die nooit in een vakje past, hoe smal ook",
    "👩‍🏫",
    "$$x$$",
    "\\n",
    "?",
]


@pytest.mark.parametrize("title", TRICKY)
def test_a_title_with_signs_of_mermaid_is_read_as_written(title: str) -> None:
    assert_drawn(title)


@given(st.text(min_size=1).filter(lambda title: title.strip() != ""))
def test_any_title_can_be_drawn(title: str) -> None:
    assert_drawn(title)


def assert_drawn(title: str) -> None:
    whole = dialogue(proef="  stap:\n    zeg: Dag.\n")
    boxes, _, _ = read_back(mermaid(replace(whole, steps=(replace(whole.steps[0], title=title),))))
    shown = boxes["s1"].removesuffix("|stap")
    assert len(shown) <= TITLE_LIMIT
    kept = " ".join(title.split())
    assert shown == kept or (len(kept) > TITLE_LIMIT and kept.startswith(shown.removesuffix(" …")))


NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,6}(\.[a-z][a-z0-9_]{0,6})?", fullmatch=True).filter(
    lambda name: name not in ("niet", "overgeslagen", "korter", "en", "of")
)
NUMBERS = st.integers(-99999, 99999).map(lambda tenths: tenths / 10)
SIMPLE: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Is, NAMES, NAMES, st.booleans()),
    st.builds(Skipped, NAMES),
    st.builds(Contains, NAMES, NAMES),
    st.builds(Compare, NAMES, st.sampled_from([">=", "<=", ">", "<"]), NUMBERS),
    st.builds(Shorter, NAMES, st.integers(0, 9999)),
)
SEVERAL = st.lists(SIMPLE, min_size=2, max_size=4).map(tuple)
CONDITIONS = st.one_of(SIMPLE, SEVERAL.map(Every), SEVERAL.map(Some))


@given(CONDITIONS)
def test_a_condition_is_worded_as_it_is_read(condition: Condition) -> None:
    faults = Faults()
    assert read_condition(worded(condition), Place("proef.yaml", 1), faults) == condition
    assert faults.found == []
