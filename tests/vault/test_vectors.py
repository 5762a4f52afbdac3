"""What version 1 once wrote opens for ever: known keys, known envelopes, byte for byte."""

import json
import os
import sqlite3
import struct
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.ports import CannotOpen, Place
from bot.vault import seal_v1
from bot.vault.master import read_key_file
from bot.vault.seal_v1 import HOUSE
from tests.vault.conftest import Files

VECTORS = json.loads(Path(__file__).with_name("vectors_v1.json").read_text(encoding="utf-8"))
KEYS = VECTORS["keys"]
envelopes = pytest.mark.parametrize("vector", VECTORS["envelopes"], ids=lambda vector: vector["name"])


def place_of(vector: dict[str, Any]) -> Place:
    return Place(bytes.fromhex(vector["person"]), vector["table"], vector["record"], vector["field"])


def cipher_of(vector: dict[str, Any]) -> AESGCM:
    return AESGCM(bytes.fromhex(vector["key"]))


@envelopes
def test_an_old_envelope_opens(vector: dict[str, Any]) -> None:
    sealed = bytes.fromhex(vector["envelope"])
    plain = seal_v1.unseal(cipher_of(vector), vector["key_version"], place_of(vector), sealed)
    assert plain.hex() == vector["plain"]


@envelopes
def test_the_same_nonce_still_makes_the_same_envelope(vector: dict[str, Any]) -> None:
    plain, nonce = bytes.fromhex(vector["plain"]), bytes.fromhex(vector["nonce"])
    sealed = seal_v1._seal_with_nonce(
        cipher_of(vector), vector["key_version"], place_of(vector), plain, nonce
    )
    assert sealed.hex() == vector["envelope"]


@envelopes
def test_an_envelope_can_be_read_from_its_description_alone(vector: dict[str, Any]) -> None:
    sealed = bytes.fromhex(vector["envelope"])
    version, algorithm, key_version, nonce = struct.unpack(">BBH12s", sealed[:16])
    texts = [vector[part].encode() for part in ("table", "record", "field")]
    parts = [b"ruggespraak", bytes.fromhex(vector["person"]), *texts, b"\0\1", struct.pack(">H", key_version)]
    associated = b"".join(struct.pack(">I", len(part)) + part for part in parts)
    padded = cipher_of(vector).decrypt(nonce, sealed[16:], associated)
    (length,) = struct.unpack(">I", padded[:4])
    assert (version, algorithm, key_version) == (1, 1, vector["key_version"])
    assert padded[4 : 4 + length].hex() == vector["plain"]
    assert not any(padded[4 + length :])


@pytest.fixture
def old_files(files: Files) -> Files:
    """A key store as version 1 wrote it, under the key file of the vectors."""
    files.key_file.parent.mkdir()
    files.key_file.write_text(KEYS["key_file"], encoding="ascii")
    files.key_file.chmod(0o400)
    files.open(create=True).close()
    person, wrapped = bytes.fromhex(KEYS["person"]), bytes.fromhex(KEYS["wrapped"])
    db = sqlite3.connect(files.keys_db)
    db.execute("UPDATE masters SET proof = ?", (bytes.fromhex(KEYS["proof"]),))
    db.execute("UPDATE keys SET wrapped = ? WHERE person = ?", (bytes.fromhex(KEYS["house_wrapped"]), HOUSE))
    db.execute("INSERT INTO keys VALUES (?, ?, ?, ?)", (person, KEYS["key_version"], wrapped, 20_000))
    db.commit()
    db.close()
    return files


def test_an_old_key_store_opens_and_its_keys_fit(old_files: Files) -> None:
    vault = old_files.open()
    place = Place(bytes.fromhex(KEYS["person"]), "log", "1", "answer")
    sealed = vault.seal(place, b"van toen")
    vault.close()
    assert seal_v1.unseal(AESGCM(bytes.fromhex(KEYS["key"])), 1, place, sealed) == b"van toen"


def test_an_address_is_found_again_under_an_old_house_key(old_files: Files) -> None:
    vault = old_files.open()
    found = vault.address_hash(KEYS["channel"], KEYS["address"]).hex()
    shown = vault.log_id(bytes.fromhex(KEYS["person"]))
    vault.close()
    assert (found, shown) == (KEYS["address_hash"], KEYS["log_id"])


def test_a_wrapped_key_serves_one_person_and_one_version_only(old_files: Files) -> None:
    master = read_key_file(old_files.key_file)
    person, wrapped = bytes.fromhex(KEYS["person"]), bytes.fromhex(KEYS["wrapped"])
    assert master.unwrap(person, 1, wrapped).hex() == KEYS["key"]
    for other, version in ((os.urandom(16), 1), (HOUSE, 1), (person, 2)):
        with pytest.raises(CannotOpen, match=r"^altered$"):
            master.unwrap(other, version, wrapped)
