"""A vault in a folder of its own, and a few who use it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.ports import Place
from bot.vault.keys import Vault


class Files(NamedTuple):
    """Where a vault keeps its key file and its key store: two folders, as on a server."""

    key_file: Path
    keys_db: Path

    def open(self, *, create: bool = False) -> Vault:
        return Vault.open(self.key_file, self.keys_db, create=create)

    def stored_bytes(self) -> bytes:
        """All that the key store has on the disk: the file itself and its WAL."""
        return b"".join(path.read_bytes() for path in self.keys_db.parent.glob(self.keys_db.name + "*"))


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "secret" / "master.key", tmp_path / "keys" / "keys.db")


@pytest.fixture
def vault(files: Files) -> Iterator[Vault]:
    vault = files.open(create=True)
    yield vault
    vault.close()


@pytest.fixture
def person(vault: Vault) -> bytes:
    person = os.urandom(16)
    vault.add_person(person)
    return person


@pytest.fixture
def place(person: bytes) -> Place:
    return Place(person, "log", "1", "answer")
