"""One seeded mistake, and the folder it is made in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.library import FileLibrary
from bot.content.trials import try_out
from bot.content.walks import findings, walk
from bot.core.errors import Blemish, ContentError
from tests.content.writing import folder

GOOD = Path(__file__).parent / "goed"
HERE = "§"
"""Stands on the line an author is to be sent to, and is taken out before the file is written."""
HOUSE = {
    "_teksten": "dialogues/_teksten.yaml",
    "_toetsen": "dialogues/_toetsen.yaml",
    "bronnen": "knowledge/bronnen.yaml",
}


@dataclass(frozen=True)
class Mistake:
    """In `file` the text `old`, which stands there once, became `new`.

    `told`: the essential pieces of what the author hears. `at`: a line of the file, where § in `new` cannot
    say which it is. `also`: pieces of other faults that truly follow → why they do. `must`: whether the
    dialogue can be used until it is mended.
    """

    file: str
    old: str
    new: str
    told: str | tuple[str, ...]
    at: str = ""
    also: Mapping[str, str] = field(default_factory=dict)
    must: bool = True

    @property
    def name(self) -> str:
        return HOUSE.get(self.file, f"dialogues/{self.file}.yaml")

    @property
    def pieces(self) -> tuple[str, ...]:
        return (self.told,) if isinstance(self.told, str) else self.told

    def made(self, path: Path) -> int:
        """Make it in the content folder `path`; the line it should be told at."""
        file = path / self.name
        text = file.read_bytes().decode()
        assert text.count(self.old) == 1, "what this mistake changes has to stand there once"
        text = text.replace(self.old, self.new)
        file.write_bytes(text.replace(HERE, "").encode("utf-8", "surrogateescape"))
        sought = self.at or HERE
        assert text.count(sought) == 1, "one line is the line to be told at"
        return text[: text.index(sought)].count("\n") + 1


def good(path: Path) -> Path:
    """A content folder nothing is wrong with."""
    return folder(path, **{file.stem: file.read_text() for file in sorted(GOOD.glob("*.yaml"))})


def told(path: Path) -> list[Blemish]:
    """All that an author hears of a folder: of reading it, else of playing and walking what was read."""
    try:
        library = FileLibrary.open(path)
    except ContentError as error:
        return error.blemishes
    found = list(library.remarks)
    for script in library.scripts:
        found += try_out(script)
        found += findings(walk(script.dialogue), script)
    return sorted(found)
