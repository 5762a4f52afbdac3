"""The vault itself: one random key per person, wrapped by the master key; refuses whoever has no key.

A vault belongs to the thread that opened it. Several may be open on the same files and see each other's new
people, but each holds the keys it has used in memory: erase through the vault that serves the person, because
another one may go on reading with a forgotten key until it is closed.
"""

import hmac
import os
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from bot.ports import CannotOpen, Place
from bot.vault import seal_v1
from bot.vault.keystore import KeyStore, KeyStoreFault
from bot.vault.master import (
    KEY_SIZE,
    KeyFault,
    KeyFileFault,
    KeyFileMissing,
    Master,
    WrongKeyFile,
    make_key_file,
    read_key_file,
)
from bot.vault.seal_v1 import HOUSE, PRODUCT, length_prefixed

if TYPE_CHECKING:  # cryptography is first imported when a vault is opened
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

__all__ = ["KeyFault", "KeyFileFault", "KeyFileMissing", "KeyStoreFault", "Vault", "WrongKeyFile"]

FIRST_KEY_VERSION = 1
HELD_KEYS = 10_000
_PERSON_SIZE = 16
_ADDRESS_HASH_SIZE = 16
_LOG_ID_SIZE = 4


class Vault:
    """Seals and opens values, and keeps the keys for it."""

    def __init__(self, store: KeyStore, master: Master) -> None:
        """Take over an open, founded key store; raise WrongKeyFile or KeyStoreFault. See `Vault.open`."""
        proof = store.proof(master.version)
        if proof is None or not master.proves(proof):
            raise WrongKeyFile("wrong-key")
        self._store = store
        self._master = master
        self._held: OrderedDict[bytes, tuple[int, AESGCM]] = OrderedDict()
        house = self._house_key()
        self._address_key = _purpose_key(house, b"address-hash")
        self._log_key = _purpose_key(house, b"log-id")

    @classmethod
    def open(cls, key_file: Path, keys_db: Path, *, create: bool) -> "Vault":
        """Open the vault; with `create` also make what is not there yet.

        A new key file is made only where there is no key store either; a new key store also under a key file
        that was put there beforehand. So `create` is for a first start: a caller whose data exist already
        says False, or a lost key store would be replaced by an empty one without a word.

        Raises KeyFileMissing, KeyFileFault, WrongKeyFile, KeyStoreFault; OSError when a file cannot be made.
        """
        if create and not key_file.exists() and not keys_db.exists():
            make_key_file(key_file)
        master = read_key_file(key_file)
        store = KeyStore(keys_db, create=create)
        try:
            if store.is_empty():
                _found(store, master, create=create)
            return cls(store, master)
        except BaseException:
            store.close()
            raise

    def seal(self, place: Place, plain: bytes) -> bytes:
        """Return an envelope of `plain` for this place; raise CannotOpen("no-key") for an unknown person."""
        version, cipher = self._key(place.person)
        return seal_v1.seal(cipher, version, place, plain)

    def open_sealed(self, place: Place, sealed: bytes) -> bytes:
        """Return what was sealed for this place; raise CannotOpen with a code, never with content."""
        version, cipher = self._key(place.person)
        return seal_v1.unseal(cipher, version, place, sealed)

    def add_person(self, person: bytes) -> None:
        """Make a key for a person (16 random bytes), on the disk when this returns; keeps a key they have."""
        _refuse_nobody(person)
        wrapped = self._master.wrap(person, FIRST_KEY_VERSION, os.urandom(KEY_SIZE))
        self._store.add(person, FIRST_KEY_VERSION, wrapped)
        self._held.pop(person, None)

    def knows(self, person: bytes) -> bool:
        """Say whether this person has a key now, by looking in the file."""
        known = self._store.get(person) is not None
        if not known:
            self._held.pop(person, None)
        return known

    def knows_somebody(self) -> bool:
        """Say whether anybody has a key."""
        return self._store.holds_other_than(HOUSE)

    def forget(self, person: bytes) -> None:
        """Delete a person's key for good, so that nothing sealed to them opens again; can be repeated.

        Raises KeyStoreFault("busy") when the deleted bytes could not be wiped from the WAL yet: call again.
        """
        _refuse_nobody(person)
        self._held.pop(person, None)
        self._store.remove(person)

    def address_hash(self, channel: str, address: str) -> bytes:
        """Return 16 bytes by which an address in a channel is looked up without being stored."""
        spoken = length_prefixed(channel.encode(), address.encode())
        return hmac.digest(self._address_key, spoken, "sha256")[:_ADDRESS_HASH_SIZE]

    def log_id(self, person: bytes) -> str:
        """Return the 8 hex digits that stand for a person in a log."""
        return hmac.digest(self._log_key, person, "sha256")[:_LOG_ID_SIZE].hex()

    def close(self) -> None:
        """Let go of the keys in memory and close the key store."""
        self._held.clear()
        self._store.close()

    def _key(self, person: bytes) -> "tuple[int, AESGCM]":
        held = self._held.get(person)
        if held is None:
            return self._fetch(person)
        self._held.move_to_end(person)
        return held

    def _fetch(self, person: bytes) -> "tuple[int, AESGCM]":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        version, key = self._unwrapped(person)
        held = self._held[person] = (version, AESGCM(key))
        if len(self._held) > HELD_KEYS:
            self._held.popitem(last=False)
        return held

    def _unwrapped(self, person: bytes) -> tuple[int, bytes]:
        row = self._store.get(person)
        if row is None:
            raise CannotOpen("no-key")
        version, wrapped = row
        return version, self._master.unwrap(person, version, wrapped)

    def _house_key(self) -> bytes:
        try:
            return self._unwrapped(HOUSE)[1]
        except CannotOpen:
            raise KeyStoreFault("damaged") from None


def _found(store: KeyStore, master: Master, *, create: bool) -> None:
    if not create:
        raise KeyStoreFault("empty")
    wrapped = master.wrap(HOUSE, FIRST_KEY_VERSION, os.urandom(KEY_SIZE))
    store.found(master.version, master.proof(), HOUSE, FIRST_KEY_VERSION, wrapped)


def _refuse_nobody(person: bytes) -> None:
    if len(person) != _PERSON_SIZE or person == HOUSE:
        raise ValueError("a person is 16 random bytes")


def _purpose_key(house: bytes, purpose: bytes) -> bytes:
    # One key per purpose (RFC 5869), so that a log never tells which address hash belongs to whom.
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_SIZE, salt=None, info=length_prefixed(PRODUCT, purpose)).derive(house)
