"""The folder with dialogues/ and knowledge/; refuses every path that leads outside it."""

import os
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from bot.content.reader import SIZE_LIMIT
from bot.core.errors import Blemish, ContentError

DIALOGUES = "dialogues"
KNOWLEDGE = "knowledge"
SUFFIXES = (".yaml", ".yml")


class Shelf:
    """A folder to read from. Names are paths inside it, like `dialogues/gesprek/x.yaml`."""

    def __init__(self, root: Path, draft: Path | None = None) -> None:
        self.root = root.resolve()
        self._drafts: dict[str, Path] = {}
        if not (self.root / DIALOGUES).is_dir():
            raise ContentError(
                [Blemish(DIALOGUES, 0, "deze map is er niet; wijs een map aan waar 'dialogues' in staat")]
            )
        if draft is not None and not draft.resolve().is_relative_to(self.root / DIALOGUES):
            self._drafts[str(draft)] = draft

    @classmethod
    def find(cls, folder: Path | None = None, draft: Path | None = None) -> "Shelf":
        """The given folder; without one what the installed package brought, else the checkout around it.

        `draft`: a script that lies elsewhere and is read with the others, under its own path as its name.
        """
        if folder is not None:
            return cls(folder, draft)
        package = Path(str(resources.files("bot")))
        installed = package / "_shelf"
        return cls(installed if installed.is_dir() else package.parent, draft)

    def scripts(self) -> list[str]:
        """The names of all files under dialogues/ that hold a dialogue; links to folders are left."""
        found = sorted(name for name in self._under(DIALOGUES) if not Path(name).name.startswith("_"))
        return [*found, *self._drafts]

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """The name and the bytes of every file that can make a difference, in a fixed order."""
        for folder in (DIALOGUES, KNOWLEDGE):
            for name in sorted(self._under(folder)):
                yield name, self.read(name)

    def holds(self, name: str) -> bool:
        return self._inside(name).is_file()

    def read(self, name: str) -> bytes:
        """The bytes of a file, cut off just past the size a reader accepts; raises ContentError."""
        path = self._drafts.get(name) or self._inside(name)
        if not path.is_file():
            raise ContentError(
                [Blemish(name, 0, "dit bestand is er niet; zet het terug, of kijk naar de naam")]
            )
        try:
            with path.open("rb") as file:
                return file.read(SIZE_LIMIT + 1)
        except OSError:
            raise ContentError(
                [Blemish(name, 0, "dit bestand kan niet gelezen worden; kijk of je het zelf kunt openen")]
            ) from None

    def _inside(self, name: str) -> Path:
        # Resolving before comparing: a link or `..` must not lead to what somebody else put on this machine.
        try:
            path = (self.root / name).resolve()
        except (OSError, RuntimeError):  # links that lead round in a circle
            path = self.root.parent
        if not path.is_relative_to(self.root):
            raise ContentError([Blemish(name, 0, "dit pad wijst naar buiten de map; zet het bestand erin")])
        return path

    def _under(self, folder: str) -> Iterator[str]:
        for at, folders, files in os.walk(self._inside(folder)):
            folders[:] = [name for name in folders if not name.startswith(".")]
            base = Path(at).relative_to(self.root)
            yield from ((base / name).as_posix() for name in files if name.endswith(SUFFIXES))
