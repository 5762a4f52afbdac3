"""Envelope version 1: seals one value to the one place where it rests; refuses to open it anywhere else.

    envelope         = version (1 byte, 1) | algorithm (1 byte, 1 = AES-256-GCM) | key version (2 bytes)
                       | nonce (12 bytes) | ciphertext | tag (16 bytes)
    plaintext        = length of the value (4 bytes) | value | zeros up to 64, 256, 1024 or n * 4096 bytes
    associated data  = product, person, table, record, field, schema version (2 bytes), key version (2 bytes),
                       each preceded by its own length (4 bytes)

All numbers are big-endian, all text is UTF-8. What this file writes must open for ever: a change is a new
file.
"""

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.ports import CannotOpen, Place

if TYPE_CHECKING:  # cryptography costs some 20 ms, and many modules only need Place
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = 1
ALGORITHM = 1
SCHEMA = 1
PRODUCT = b"ruggespraak"
HOUSE = bytes(16)
"""The person that stands for the house itself: what belongs to nobody in particular is sealed to it."""

NONCE_SIZE = 12
_HEADER_SIZE = 4
_TAG_SIZE = 16
_LENGTH_SIZE = 4
_STEPS = (64, 256, 1024)
_PAGE = 4096
_SMALLEST = _HEADER_SIZE + NONCE_SIZE + _STEPS[0] + _TAG_SIZE


def seal(cipher: "AESGCM", key_version: int, place: Place, plain: bytes) -> bytes:
    """Return `plain` (any length) as an envelope that opens only with this key and at this place."""
    return _seal_with_nonce(cipher, key_version, place, plain, os.urandom(NONCE_SIZE))


def unseal(cipher: "AESGCM", key_version: int, place: Place, sealed: bytes) -> bytes:
    """Return the value in an envelope; raise CannotOpen for another place, key, version or a changed byte."""
    if len(sealed) < _SMALLEST:
        raise CannotOpen("altered")
    if sealed[0] != VERSION or sealed[1] != ALGORITHM:
        raise CannotOpen("version")
    if int.from_bytes(sealed[2:_HEADER_SIZE], "big") != key_version:
        raise CannotOpen("no-key")
    body = _HEADER_SIZE + NONCE_SIZE
    padded = decrypt(cipher, sealed[_HEADER_SIZE:body], sealed[body:], _associated(place, key_version))
    return padded[_LENGTH_SIZE : _LENGTH_SIZE + int.from_bytes(padded[:_LENGTH_SIZE], "big")]


def padded_size(length: int) -> int:
    """Return how many bytes a value of `length` bytes fills once its length is before it and it is padded."""
    needed = length + _LENGTH_SIZE
    return next((step for step in _STEPS if needed <= step), -(-needed // _PAGE) * _PAGE)


def decrypt(cipher: "AESGCM", nonce: bytes, body: bytes, associated: bytes) -> bytes:
    """Return what AES-256-GCM authenticates; raise CannotOpen("altered") when it does not."""
    try:
        return cipher.decrypt(nonce, body, associated)
    except _invalid_tag():
        raise CannotOpen("altered") from None


def length_prefixed(*parts: bytes) -> bytes:
    """Return the parts in a row, each after its length, so that no two lists of parts look the same."""
    return b"".join([len(part).to_bytes(4, "big") + part for part in parts])


def _seal_with_nonce(cipher: "AESGCM", key_version: int, place: Place, plain: bytes, nonce: bytes) -> bytes:
    # Apart from seal() because a golden vector needs a known nonce; a nonce used twice would undo the cipher.
    stamp = key_version.to_bytes(2, "big")
    padded = (len(plain).to_bytes(_LENGTH_SIZE, "big") + plain).ljust(padded_size(len(plain)), b"\0")
    body = cipher.encrypt(nonce, padded, _associated(place, key_version))
    return bytes((VERSION, ALGORITHM)) + stamp + nonce + body


def _associated(place: Place, key_version: int) -> bytes:
    before, after = _around_record(place.person, place.table, place.field, key_version)
    return before + length_prefixed(place.record.encode()) + after


@lru_cache(maxsize=1024)
def _around_record(person: bytes, table: str, field: str, key_version: int) -> tuple[bytes, bytes]:
    # Remembered because a search in one's own log opens thousands of records that differ in nothing else.
    stamps = (SCHEMA.to_bytes(2, "big"), key_version.to_bytes(2, "big"))
    return length_prefixed(PRODUCT, person, table.encode()), length_prefixed(field.encode(), *stamps)


def _invalid_tag() -> type[Exception]:
    # Python asks for this only once something was raised, so that importing this module stays cheap.
    from cryptography.exceptions import InvalidTag

    return InvalidTag
