"""The folder with dialogues/ and knowledge/; refuses every path that leads outside it."""

import os
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from bot.content.reader import SIZE_LIMIT
from bot.core.errors import Blemish, ContentError

DIALOGUES = "dialogues"
SUFFIXES = (".yaml", ".yml")


class Shelf:
    """A folder to read from. Names are paths inside it, like `dialogues/gesprek/x.yaml`."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        if not (self.root / DIALOGUES).is_dir():
            raise ContentError(
                [Blemish(DIALOGUES, 0, "deze map is er niet; wijs een map aan waar ze in staat")]
            )

    @classmethod
    def find(cls, folder: Path | None = None) -> "Shelf":
        """The given folder; without one what the installed package brought, else the checkout around it."""
        if folder is not None:
            return cls(folder)
        package = Path(str(resources.files("bot")))
        installed = package / "_shelf"
        return cls(installed if installed.is_dir() else package.parent)

    def scripts(self) -> list[str]:
        """The names of all files under dialogues/ that hold a dialogue; links to folders are left."""
        return sorted(name for name in self._under(DIALOGUES) if not Path(name).name.startswith("_"))

    def holds(self, name: str) -> bool:
        return self._inside(name).is_file()

    def read(self, name: str) -> bytes:
        """The bytes of a file, cut off just past the size a reader accepts; raises ContentError."""
        path = self._inside(name)
        if not path.is_file():
            raise ContentError([Blemish(name, 0, "dit bestand is er niet")])
        try:
            with path.open("rb") as file:
                return file.read(SIZE_LIMIT + 1)
        except OSError:
            raise ContentError([Blemish(name, 0, "dit bestand kan niet gelezen worden")]) from None

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
