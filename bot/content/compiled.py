"""What was read and checked once, kept for the next start: by content, so a changed letter reads anew.

Kept in a folder of the person who runs the program. A file that somebody else could have written is not
opened, and of what is opened only our own kinds of data are made; anything odd means reading anew.
"""

import hashlib
import io
import os
import pickle
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Final

OURS: Final = ("bot.core.", "bot.content.texts")
PLAIN: Final = {("datetime", "time"), ("builtins", "frozenset"), ("builtins", "set")}
"""What may be made beside our own kinds of data."""
PUBLIC: Final = 0o022


def fingerprint(files: Iterable[tuple[str, bytes]]) -> str:
    """What content and code make together: other bytes, other code or another Python give another one."""
    found = hashlib.sha256(sys.version.encode())
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        stat = path.stat()
        found.update(f"{path}:{stat.st_mtime_ns}:{stat.st_size}\n".encode())
    for name, data in files:
        found.update(f"{name}:{len(data)}\n".encode())
        found.update(data)
    return found.hexdigest()


def take(folder: Path, of: str, mark: str) -> Any:
    """What is kept there of that content folder under that fingerprint, or None."""
    file = _file(folder, of)
    try:
        with file.open("rb") as opened:
            stat = os.fstat(opened.fileno())
            if stat.st_uid != os.getuid() or stat.st_mode & PUBLIC:
                return None
            if opened.readline().decode().strip() != mark:
                return None
            return _Ours(opened).load()
    # Whatever a damaged file does to the unpickler: reading anew is always right.
    except Exception:
        return None


def keep(folder: Path, of: str, mark: str, what: object) -> None:
    """Keep it for the next start; where that cannot be, nothing is lost."""
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as new:
            new.write(mark.encode() + b"\n")
            _Quick(new, pickle.HIGHEST_PROTOCOL).dump(what)
        Path(new.name).replace(_file(folder, of))


def _file(folder: Path, of: str) -> Path:
    return folder / hashlib.sha256(of.encode()).hexdigest()[:16]


class _Quick(pickle.Pickler):
    """Writes our frozen data as calls of their kind, which are read back twice as quickly as states."""

    def reducer_override(self, what: Any) -> Any:
        if is_dataclass(what) and not isinstance(what, type) and hasattr(what, "__slots__"):
            return type(what), tuple(getattr(what, field.name) for field in fields(what))
        return NotImplemented


class _Ours(pickle.Unpickler):
    """Makes nothing but the data of scripts and texts."""

    def __init__(self, file: io.BufferedReader) -> None:
        super().__init__(file)

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith(OURS) or (module, name) in PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")
