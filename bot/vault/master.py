"""The master key: one line in a file of its own, which wraps every other key; refuses a file others can read.

A file that its group may read is accepted, because systemd hands credentials to a service as mode 0440 owned
by root; one that others may read or write, or the group may write, is refused.
"""

import base64
import os
import re
import stat
from pathlib import Path

from bot.ports import CannotOpen
from bot.vault.seal_v1 import NONCE_SIZE, PRODUCT, decrypt, length_prefixed

KEY_SIZE = 32
_LINE = re.compile(rb"ruggespraak-master-([1-9][0-9]{0,3}) ([A-Za-z0-9_-]{43}=)\r?\n?")
_LONGEST = 256
_TOO_OPEN = stat.S_IWGRP | stat.S_IROTH | stat.S_IWOTH
_VERSION_SIZE = 2


class KeyFault(Exception):
    """The keys cannot be used as they are; `code` tells the operator why, without content."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class KeyFileMissing(KeyFault):
    """There is no key file; over keys that exist already no new one is ever made. Code "missing"."""


class KeyFileFault(KeyFault):
    """The key file is there but not fit for use: "unreadable", "not-a-file", "too-open" or "malformed"."""


class WrongKeyFile(KeyFault):
    """The key file is sound, but is not the one these keys were wrapped with. Code "wrong-key"."""


class Master:
    """A master key in use: wraps and unwraps the keys of persons, and proves that it is the right one.

    A wrapped key is `master version (2 bytes) | nonce (12) | sealed key (32) | tag (16)`.
    """

    def __init__(self, version: int, key: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self.version = version
        self._cipher = AESGCM(key)

    def wrap(self, person: bytes, key_version: int, key: bytes) -> bytes:
        """Return a key, wrapped so that it serves only this person and this version of their key."""
        return self._wrap(key, b"person-key", person, key_version.to_bytes(2, "big"))

    def unwrap(self, person: bytes, key_version: int, wrapped: bytes) -> bytes:
        """Return the key again; raise CannotOpen ("version" for another master version, else "altered")."""
        return self._unwrap(wrapped, b"person-key", person, key_version.to_bytes(2, "big"))

    def proof(self) -> bytes:
        """Return a sealed check value by which this key is later told from any other."""
        return self._wrap(b"", b"master-check")

    def proves(self, proof: bytes) -> bool:
        """Say whether this is the key that made the check value."""
        try:
            return self._unwrap(proof, b"master-check") == b""
        except CannotOpen:
            return False

    def _wrap(self, key: bytes, *purpose: bytes) -> bytes:
        stamp, nonce = self.version.to_bytes(_VERSION_SIZE, "big"), os.urandom(NONCE_SIZE)
        return stamp + nonce + self._cipher.encrypt(nonce, key, length_prefixed(PRODUCT, *purpose, stamp))

    def _unwrap(self, wrapped: bytes, *purpose: bytes) -> bytes:
        body = _VERSION_SIZE + NONCE_SIZE
        stamp, nonce = wrapped[:_VERSION_SIZE], wrapped[_VERSION_SIZE:body]
        if int.from_bytes(stamp, "big") != self.version:
            raise CannotOpen("version")
        if len(nonce) < NONCE_SIZE:
            raise CannotOpen("altered")
        return decrypt(self._cipher, nonce, wrapped[body:], length_prefixed(PRODUCT, *purpose, stamp))


def make_key_file(path: Path) -> None:
    """Write a new random key to a file (0400) that must not exist yet, in a folder made (0700) if need be.

    The key is on the disk when this returns. Raises FileExistsError, and OSError when it cannot be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    line = b"ruggespraak-master-1 " + base64.urlsafe_b64encode(os.urandom(KEY_SIZE)) + b"\n"
    # Under its own name only once it is whole: half a key file would be refused for ever.
    half = path.with_name(f"{path.name}.{os.urandom(4).hex()}")
    file = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o400)
    try:
        try:
            os.write(file, line)
            os.fsync(file)
        finally:
            os.close(file)
        os.link(half, path)
    finally:
        half.unlink()
    sync_folder(path.parent)


def read_key_file(path: Path) -> Master:
    """Return the key in a file; raise KeyFileMissing, or KeyFileFault with a code."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise KeyFileMissing("missing") from None
    except OSError:
        raise KeyFileFault("unreadable") from None
    try:
        _refuse_unsafe(os.fstat(file).st_mode)
        line = _LINE.fullmatch(os.read(file, _LONGEST))
    finally:
        os.close(file)
    if line is None:
        raise KeyFileFault("malformed")
    return Master(int(line[1]), base64.urlsafe_b64decode(line[2]))


def sync_folder(folder: Path) -> None:
    """Put a folder's own list of files on the disk, so that a new file in it survives a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refuse_unsafe(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise KeyFileFault("not-a-file")
    if mode & _TOO_OPEN:
        raise KeyFileFault("too-open")
