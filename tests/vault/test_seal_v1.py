"""What an envelope holds, and all the ways in which it stays shut."""

import os
import random
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import example, given
from hypothesis import strategies as st

from bot.ports import CannotOpen, Place
from bot.vault import seal_v1
from bot.vault.seal_v1 import HOUSE, padded_size

CIPHER = AESGCM(bytes(range(32)))
PLACE = Place(bytes(range(16)), "log", "17", "answer")
AROUND = 32  # bytes of header, nonce and tag around the padded value

long_bytes = st.builds(
    lambda piece, size: (piece * (size // len(piece) + 1))[:size],
    st.binary(min_size=1, max_size=64),
    st.integers(0, 100_000),
)


def seal(plain: bytes, place: Place = PLACE) -> bytes:
    return seal_v1.seal(CIPHER, 1, place, plain)


def unseal(sealed: bytes, place: Place = PLACE) -> bytes:
    return seal_v1.unseal(CIPHER, 1, place, sealed)


def code_of(sealed: bytes, place: Place = PLACE) -> str:
    with pytest.raises(CannotOpen) as refusal:
        unseal(sealed, place)
    return refusal.value.code


@given(st.binary() | long_bytes)
@example(b"")
@example(b"\0" * 60)
@example(b"\0" * 100_000)
def test_what_goes_in_comes_out(plain: bytes) -> None:
    assert unseal(seal(plain)) == plain


@given(st.integers(0, 100_000))
@example(0)
@example(60)
@example(61)
@example(252)
@example(253)
@example(1020)
@example(1021)
@example(4092)
@example(4093)
def test_an_envelope_only_has_a_size_from_the_ladder(length: int) -> None:
    padded = len(seal(bytes(length))) - AROUND
    assert padded in (64, 256, 1024) or padded % 4096 == 0
    assert padded == padded_size(length)


@pytest.mark.parametrize(
    ("length", "padded"),
    [
        (0, 64),
        (60, 64),
        (61, 256),
        (252, 256),
        (253, 1024),
        (1020, 1024),
        (1021, 4096),
        (4092, 4096),
        (4093, 8192),
    ],
)
def test_a_value_takes_the_smallest_size_that_holds_it(length: int, padded: int) -> None:
    assert padded_size(length) == padded


def test_two_answers_of_different_length_look_alike() -> None:
    assert len(seal(b"ja")) == len(seal(b"nee, want het team was er niet bij"))


def test_the_same_value_never_looks_the_same_twice() -> None:
    assert len({seal(b"ja") for _ in range(1_000)}) == 1_000


@pytest.mark.parametrize(
    "elsewhere",
    [
        PLACE._replace(person=bytes(range(1, 17))),
        PLACE._replace(person=HOUSE),
        PLACE._replace(table="outbox"),
        PLACE._replace(record="18"),
        PLACE._replace(field="title"),
        PLACE._replace(table="lo", record="g17"),
        PLACE._replace(table="log1", record="7"),
        PLACE._replace(record="17a", field="nswer"),
        PLACE._replace(table="17", record="log"),
    ],
)
def test_a_value_moved_elsewhere_does_not_open(elsewhere: Place) -> None:
    assert code_of(seal(b"van mij"), elsewhere) == "altered"


names = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
places = st.builds(Place, st.binary(min_size=16, max_size=16), names, names, names)


@given(places, places)
def test_a_value_opens_at_its_own_place_and_at_no_other(here: Place, there: Place) -> None:
    sealed = seal(b"van mij", here)
    if here == there:
        assert unseal(sealed, there) == b"van mij"
    else:
        assert code_of(sealed, there) == "altered"


def test_every_flipped_bit_is_noticed() -> None:
    sealed = seal(b"ja")
    for bit in range(len(sealed) * 8):
        flipped = bytearray(sealed)
        flipped[bit // 8] ^= 1 << bit % 8
        expected = "version" if bit < 16 else "no-key" if bit < 32 else "altered"
        assert code_of(bytes(flipped)) == expected


def test_every_truncation_is_noticed() -> None:
    sealed = seal(bytes(100))
    for size in range(len(sealed)):
        assert code_of(sealed[:size]) == "altered"


def test_something_added_is_noticed() -> None:
    assert code_of(seal(b"ja") + b"\0") == "altered"


def test_another_key_does_not_open() -> None:
    with pytest.raises(CannotOpen, match=r"^altered$"):
        seal_v1.unseal(AESGCM(bytes(32)), 1, PLACE, seal(b"ja"))


def test_another_key_version_does_not_open() -> None:
    with pytest.raises(CannotOpen, match=r"^no-key$"):
        seal_v1.unseal(CIPHER, 2, PLACE, seal(b"ja"))


def test_an_envelope_relabelled_with_another_key_version_does_not_open() -> None:
    sealed = bytearray(seal(b"ja"))
    sealed[3] = 2
    with pytest.raises(CannotOpen, match=r"^altered$"):
        seal_v1.unseal(CIPHER, 2, PLACE, bytes(sealed))


def seal_by(dice: random.Random, plain: bytes) -> bytes:
    """Seal with a nonce from the dice, so that a tampering that opens can be shown again."""
    return seal_v1._seal_with_nonce(CIPHER, 1, PLACE, plain, dice.randbytes(12))


def flip(dice: random.Random, sealed: bytes) -> bytes:
    where = dice.randrange(len(sealed))
    return sealed[:where] + bytes([sealed[where] ^ dice.randrange(1, 256)]) + sealed[where + 1 :]


def cut(dice: random.Random, sealed: bytes) -> bytes:
    first, last = sorted(dice.sample(range(len(sealed) + 1), 2))
    return sealed[:first] + sealed[last:]


def overwrite(dice: random.Random, sealed: bytes) -> bytes:
    where = dice.randrange(len(sealed))
    return (sealed[:where] + dice.randbytes(dice.randrange(1, 40)) + sealed[where:])[: len(sealed)]


def append(dice: random.Random, sealed: bytes) -> bytes:
    return sealed + dice.randbytes(dice.randrange(1, 40))


def splice(dice: random.Random, sealed: bytes) -> bytes:
    # Header and nonce stay those of one envelope, or the result would be the other one, whole and sound.
    other, where = seal_by(dice, b"een andere waarde"), dice.randrange(16, len(sealed))
    return sealed[:where] + other[where:]


def test_of_20_000_tamperings_none_opens() -> None:
    dice = random.Random(20_260)
    ways: list[Callable[[random.Random, bytes], bytes]] = [flip, cut, overwrite, append, splice]
    originals = [seal_by(dice, dice.randbytes(size)) for size in (0, 10, 60, 100, 300)]
    tried = 0
    while tried < 20_000:
        original = dice.choice(originals)
        tampered = dice.choice(ways)(dice, original)
        if tampered != original:
            tried += 1
            assert code_of(tampered) in {"altered", "version", "no-key"}


def test_noise_does_not_open() -> None:
    for size in (0, 1, 3, 4, 16, 95, 96, 4_128):
        assert code_of(b"\1\1\0\1" + os.urandom(size)) == "altered"
