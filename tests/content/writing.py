"""What the tests of the content room write with: a small script, and a folder to read from."""

from pathlib import Path

from bot.content.aids import Aids
from bot.content.checks import read_checks
from bot.content.dialogues import Script, read_script
from bot.content.faults import Faults
from bot.content.joining import joined
from bot.content.lint import lint
from bot.content.page import House
from bot.content.reader import read
from bot.core.dialogue import Check
from bot.core.errors import Blemish

ROOT = Path(__file__).parents[2]
FILE = "dialogues/proefstuk.yaml"
HOUSE = House(("boek", "artikel"), frozenset({"stop", "menu", "zo laten"}))

HEAD = """\
dialoog: proefstuk
titel: Proefstuk
voor: [leider]
wanneer: Je wilt iets uitproberen.
duur: 1 minuut
bron: [{werk: boek, plek: hoofdstuk 1}]
roep: [iets proberen]
"""
TRIALS = """\
proeven:
  het loopt door: {}
"""
STEPS = """\
stappen:
  begin:
    vraag: Hoe begon het?
"""


def checks() -> dict[str, Check]:
    """The checks of the project itself."""
    name = "dialogues/_toetsen.yaml"
    return dict(read_checks(read(name, (ROOT / name).read_bytes()), Faults()))


def written(text: str, file: str = FILE) -> tuple[Script | None, list[Blemish]]:
    """The script in a text, and everything that is wrong with it."""
    faults = Faults()
    aids = Aids(checks(), {"ja": ("graag",)}, faults, works={"boek": "Het boek", "artikel": "Het artikel"})
    script = read_script(file, text.encode(), aids)
    if script is None:
        return None, sorted(faults.found)
    [whole] = joined([script], aids)
    faults.take(lint([whole], HOUSE))
    return whole, sorted(faults.found)


def clean(steps: str, trials: str = TRIALS) -> Script:
    """A script nothing is wrong with; `steps` begins with `stappen:`."""
    script, found = written(HEAD + steps + trials)
    assert found == []
    assert script is not None
    return script


def marked(text: str) -> list[int]:
    """The lines that end in `#!`, from 1."""
    return [number for number, line in enumerate(text.splitlines(), 1) if line.rstrip().endswith("#!")]


def folder(path: Path, **files: str) -> Path:
    """A content folder with the house's own texts and `files` (name without suffix → text) as dialogues."""
    (path / "dialogues").mkdir()
    (path / "knowledge").mkdir()
    for name in ("dialogues/_teksten.yaml", "dialogues/_toetsen.yaml"):
        (path / name).write_bytes((ROOT / name).read_bytes())
    (path / "knowledge/bronnen.yaml").write_text(
        "werken:\n  - {id: boek, titel: Boek, auteurs: [], soort: boek, let_op: geen}\n"
    )
    for name, text in files.items():
        (path / "dialogues" / f"{name}.yaml").write_text(text)
    return path
