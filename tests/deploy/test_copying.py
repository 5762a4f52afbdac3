"""The copying script of the manual: it copies while the program works, and lets nothing grow too old."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.ports import AddressRow, PersonRow, Place
from bot.store.sqlite import SqliteStore
from bot.vault.keys import Vault
from tests.deploy.manual import blocks

DAY = 24 * 60 * 60
PERSON = bytes(range(16))
PLACE = Place(PERSON, "answers", "1", "answer")


class House(NamedTuple):
    """A program at work in `root`, and the script with its folders moved there."""

    root: Path
    store: SqliteStore
    vault: Vault

    def copy(self) -> subprocess.CompletedProcess[str]:
        (script,) = blocks("python")
        moved = script.replace('"/var/', f'"{self.root}/')
        return subprocess.run([sys.executable, "-c", moved], capture_output=True, text=True, check=False)

    def copies(self, name: str) -> list[Path]:
        return sorted((self.root / "backups/ruggespraak" / name).iterdir())


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    data = tmp_path / "lib/ruggespraak"
    vault = Vault.open(tmp_path / "sleutel", data / "sleutels.db", create=True)
    store = SqliteStore(data / "ruggespraak.db")
    yield House(tmp_path, store, vault)
    store.close()
    vault.close()


def move_in(house: House) -> bytes:
    """Somebody comes to live in the house; returns something sealed for them."""
    house.vault.add_person(PERSON)
    with house.store.transaction() as work:
        work.add_person(PersonRow(PERSON, "Europe/Amsterdam"), AddressRow("terminal", b"hash", PERSON, b"x"))
    return house.vault.seal(PLACE, b"woorden")


def test_what_was_just_written_is_in_a_copy_made_while_the_files_are_open(house: House) -> None:
    sealed = move_in(house)
    made = house.copy()
    assert made.returncode == 0, made.stderr
    (data,), (keys,) = house.copies("ruggespraak"), house.copies("sleutels")
    copied_store = SqliteStore(data)
    assert copied_store.reader.person(PERSON) == PersonRow(PERSON, "Europe/Amsterdam")
    copied_store.close()
    copied_vault = Vault.open(house.root / "sleutel", keys, create=False)
    assert copied_vault.open_sealed(PLACE, sealed) == b"woorden"
    copied_vault.close()


def test_only_its_owner_can_read_a_copy(house: House) -> None:
    assert house.copy().returncode == 0
    for name in ("ruggespraak", "sleutels"):
        (copy,) = house.copies(name)
        assert stat.S_IMODE(copy.stat().st_mode) & 0o077 == 0
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(("name", "kept"), [("ruggespraak", 35), ("sleutels", 7)])
def test_a_copy_is_gone_before_it_is_older_than_it_may_be(house: House, name: str, kept: int) -> None:
    assert house.copy().returncode == 0
    (fresh,) = house.copies(name)
    old, young = fresh.with_name("oud.db"), fresh.with_name("jong.db")
    for path, days in ((old, kept - 1 + 0.1), (young, kept - 2 + 0.1)):
        path.touch()
        os.utime(path, times=(time.time() - days * DAY,) * 2)
    assert house.copy().returncode == 0
    assert old not in house.copies(name)
    assert young in house.copies(name)


def test_without_data_it_fails_aloud_and_leaves_no_half_copy(house: House) -> None:
    (house.root / "lib/ruggespraak/ruggespraak.db").rename(house.root / "weg.db")
    assert house.copy().returncode != 0
    assert house.copies("ruggespraak") == []
