"""The vault in use: people come and go, and what was theirs opens or does not."""

import logging
import os
import sqlite3
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.ports import CannotOpen, Place
from bot.vault import keys, keystore
from bot.vault.keys import KeyStoreFault, Vault
from bot.vault.master import make_key_file
from bot.vault.seal_v1 import HOUSE
from tests.vault.conftest import Files


def wrapped_key(files: Files, person: bytes) -> bytes:
    db = sqlite3.connect(files.keys_db)
    (wrapped,) = db.execute("SELECT wrapped FROM keys WHERE person = ?", (person,)).fetchone()
    db.close()
    assert isinstance(wrapped, bytes)
    return wrapped


def is_stored(files: Files, secret: bytes) -> bool:
    """Whether any sixteen bytes of a secret are still somewhere on the disk."""
    stored = files.stored_bytes()
    return any(secret[start : start + 16] in stored for start in range(len(secret) - 15))


def test_what_is_sealed_opens_again(vault: Vault, place: Place) -> None:
    assert vault.open_sealed(place, vault.seal(place, b"van mij")) == b"van mij"


def test_what_is_sealed_opens_after_a_restart(files: Files, vault: Vault, place: Place) -> None:
    sealed = vault.seal(place, b"van mij")
    vault.close()
    again = files.open()
    assert again.open_sealed(place, sealed) == b"van mij"
    again.close()


def test_the_house_has_a_key_of_its_own_from_the_start(vault: Vault) -> None:
    place = Place(HOUSE, "prompts", "1", "text")
    assert vault.knows(HOUSE)
    assert vault.open_sealed(place, vault.seal(place, b"van het bestuur")) == b"van het bestuur"


def test_one_person_cannot_open_what_is_of_another(vault: Vault, place: Place) -> None:
    other = os.urandom(16)
    vault.add_person(other)
    for moved in (place._replace(person=other), place._replace(person=HOUSE)):
        with pytest.raises(CannotOpen, match=r"^altered$"):
            vault.open_sealed(moved, vault.seal(place, b"van mij"))


def test_for_a_stranger_nothing_is_sealed_or_opened(vault: Vault, place: Place) -> None:
    stranger = place._replace(person=os.urandom(16))
    assert not vault.knows(stranger.person)
    with pytest.raises(CannotOpen, match=r"^no-key$"):
        vault.seal(stranger, b"van mij")
    with pytest.raises(CannotOpen, match=r"^no-key$"):
        vault.open_sealed(stranger, vault.seal(place, b"van mij"))


def test_adding_a_person_twice_keeps_the_first_key(vault: Vault, person: bytes, place: Place) -> None:
    sealed = vault.seal(place, b"van mij")
    vault.add_person(person)
    assert vault.open_sealed(place, sealed) == b"van mij"


@pytest.mark.parametrize("nobody", [b"", bytes(15), bytes(17), HOUSE])
def test_only_sixteen_random_bytes_are_a_person(vault: Vault, nobody: bytes) -> None:
    with pytest.raises(ValueError, match="16 random bytes"):
        vault.add_person(nobody)
    with pytest.raises(ValueError, match="16 random bytes"):
        vault.forget(nobody)
    assert vault.knows(HOUSE)


def test_nobody_s_key_is_stored_in_the_clear(
    files: Files, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[bytes] = []
    draw = os.urandom

    def note_and_draw(size: int) -> bytes:
        drawn.append(draw(size))
        return drawn[-1]

    with monkeypatch.context() as patch:
        patch.setattr(os, "urandom", note_and_draw)
        vault.add_person(draw(16))
    (key,) = (secret for secret in drawn if len(secret) == 32)
    assert not is_stored(files, key)


# A person's key is on the disk before add_person returns.

DIES_HALFWAY = """
import os, sys
from pathlib import Path
from bot.vault.keys import Vault
from bot.ports import Place
vault = Vault.open(Path(sys.argv[1]), Path(sys.argv[2]), create=True)
person = bytes.fromhex(sys.argv[3])
vault.add_person(person)
print(vault.seal(Place(person, "log", "1", "answer"), b"van mij").hex(), flush=True)
os.kill(os.getpid(), 9)
"""


def test_a_crash_after_a_key_was_made_harms_nothing(files: Files) -> None:
    person = os.urandom(16)
    place = Place(person, "log", "1", "answer")
    arguments = [sys.executable, "-c", DIES_HALFWAY, str(files.key_file), str(files.keys_db), person.hex()]
    sealed = [bytes.fromhex(subprocess.run(arguments, capture_output=True).stdout.decode()) for _ in range(2)]
    vault = files.open()
    vault.add_person(person)
    assert [vault.open_sealed(place, each) for each in sealed] == [b"van mij", b"van mij"]
    vault.close()


def test_a_first_start_cut_short_is_finished_by_the_next(files: Files) -> None:
    files.open(create=True).close()
    files.keys_db.write_bytes(b"")
    with pytest.raises(KeyStoreFault, match=r"^empty$"):
        files.open()
    files.open(create=True).close()
    files.open().close()


def test_the_key_store_syncs_every_commit_and_wipes_what_it_deletes(files: Files) -> None:
    files.open(create=True).close()
    store = keystore.KeyStore(files.keys_db, create=False)
    pragmas = ("journal_mode", "synchronous", "secure_delete", "application_id")
    found = [store._db.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas]
    store.close()
    assert found == ["wal", 2, 1, 0x5255474B]


# Forgetting.


def test_what_was_of_a_forgotten_person_never_opens_again(
    files: Files, vault: Vault, person: bytes, place: Place
) -> None:
    sealed = vault.seal(place, b"van mij")
    vault.forget(person)
    with pytest.raises(CannotOpen, match=r"^no-key$"):
        vault.open_sealed(place, sealed)
    assert not vault.knows(person)
    vault.add_person(person)
    with pytest.raises(CannotOpen, match=r"^altered$"):
        vault.open_sealed(place, sealed)
    vault.close()
    again = files.open()
    with pytest.raises(CannotOpen, match=r"^altered$"):
        again.open_sealed(place, sealed)
    again.close()


def test_the_wrapped_key_of_a_forgotten_person_is_gone_from_the_disk(
    files: Files, vault: Vault, person: bytes
) -> None:
    wrapped = wrapped_key(files, person)
    assert is_stored(files, wrapped)
    vault.forget(person)
    assert not is_stored(files, wrapped)
    assert files.keys_db.with_name("keys.db-wal").stat().st_size == 0


def test_among_many_people_only_the_forgotten_leave_no_trace(files: Files, vault: Vault) -> None:
    people = [os.urandom(16) for _ in range(400)]
    for person in people:
        vault.add_person(person)
    wrapped = {person: wrapped_key(files, person) for person in people}
    for person in people[::3]:
        vault.forget(person)
    assert not any(is_stored(files, wrapped[person]) for person in people[::3])
    assert all(vault.knows(person) for person in people if person not in people[::3])


def test_forgetting_can_be_repeated(vault: Vault, person: bytes) -> None:
    vault.forget(person)
    vault.forget(person)
    assert not vault.knows(person)


def test_a_reader_that_holds_up_the_wiping_is_reported_and_a_second_try_wipes(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keystore, "PATIENCE_SECONDS", 0.05)
    vault, person = files.open(create=True), os.urandom(16)
    vault.add_person(person)
    wrapped = wrapped_key(files, person)
    reader = sqlite3.connect(files.keys_db, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM keys").fetchone()
    with pytest.raises(KeyStoreFault, match=r"^busy$"):
        vault.forget(person)
    assert not vault.knows(person)
    reader.close()
    vault.forget(person)
    assert not is_stored(files, wrapped)
    vault.close()


# Two vaults on the same files.


def test_two_vaults_see_each_other_s_new_people(files: Files, vault: Vault) -> None:
    other, person = files.open(), os.urandom(16)
    place = Place(person, "log", "1", "answer")
    assert not other.knows(person)
    vault.add_person(person)
    assert other.knows(person)
    assert other.open_sealed(place, vault.seal(place, b"van mij")) == b"van mij"
    other.close()


def test_two_vaults_that_add_the_same_person_share_one_key(files: Files, vault: Vault) -> None:
    other, person = files.open(), os.urandom(16)
    place = Place(person, "log", "1", "answer")
    vault.add_person(person)
    other.add_person(person)
    assert vault.open_sealed(place, other.seal(place, b"van mij")) == b"van mij"
    other.close()


def test_asking_after_a_person_another_vault_forgot_drops_the_key_held_here(
    files: Files, vault: Vault, person: bytes, place: Place
) -> None:
    sealed, other = vault.seal(place, b"van mij"), files.open()
    other.forget(person)
    other.close()
    assert not vault.knows(person)
    with pytest.raises(CannotOpen, match=r"^no-key$"):
        vault.open_sealed(place, sealed)


def test_a_person_forgotten_elsewhere_and_added_here_gets_the_new_key(
    files: Files, vault: Vault, person: bytes, place: Place
) -> None:
    before, other = vault.seal(place, b"van mij"), files.open()
    other.forget(person)
    vault.add_person(person)
    assert other.open_sealed(place, vault.seal(place, b"opnieuw")) == b"opnieuw"
    with pytest.raises(CannotOpen, match=r"^altered$"):
        vault.open_sealed(place, before)
    other.close()


def test_two_first_starts_at_once_end_with_one_house_key(files: Files) -> None:
    make_key_file(files.key_file)
    slower = keystore.KeyStore(files.keys_db, create=True)
    files.open(create=True).close()
    founded = wrapped_key(files, HOUSE)
    slower.found(1, b"another proof", HOUSE, 1, b"another key")
    slower.close()
    assert wrapped_key(files, HOUSE) == founded


def test_more_people_than_keys_held_in_memory_are_served(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "HELD_KEYS", 3)
    places = [Place(os.urandom(16), "log", "1", "answer") for _ in range(10)]
    for place in places:
        vault.add_person(place.person)
    sealed = [vault.seal(place, place.person) for place in places]
    opened = [vault.open_sealed(place, each) for place, each in zip(places, sealed, strict=True)]
    assert opened == [place.person for place in places]
    assert len(vault._held) == 3


def test_the_key_that_was_used_longest_ago_is_let_go_first(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "HELD_KEYS", 2)
    first, second, third = (Place(os.urandom(16), "log", "1", "answer") for _ in range(3))
    for place in (first, second, third):
        vault.add_person(place.person)
    for place in (first, second, first, third):
        vault.seal(place, b"van mij")
    assert list(vault._held) == [first.person, third.person]


# Keyed hashes.


def test_an_address_hash_is_the_same_after_a_restart_and_differs_by_channel_and_address(
    files: Files, vault: Vault
) -> None:
    other = files.open()
    found = vault.address_hash("telegram", "12345")
    assert len(found) == 16
    assert other.address_hash("telegram", "12345") == found
    assert len({found, vault.address_hash("telegram", "12346"), vault.address_hash("terminal", "12345")}) == 3
    assert vault.address_hash("telegram1", "2345") != vault.address_hash("telegram", "12345")
    other.close()


def test_a_log_id_is_eight_hex_digits_and_no_address_hash(vault: Vault, person: bytes) -> None:
    shown = vault.log_id(person)
    assert len(bytes.fromhex(shown)) == 4
    assert shown == vault.log_id(person) != vault.log_id(HOUSE)
    assert person.hex().find(shown) == -1


def test_another_house_makes_other_hashes(vault: Vault, person: bytes, tmp_path: Path) -> None:
    other = Vault.open(tmp_path / "other.key", tmp_path / "other.db", create=True)
    assert other.address_hash("telegram", "12345") != vault.address_hash("telegram", "12345")
    assert other.log_id(person) != vault.log_id(person)
    other.close()


# A key store that is not as it should be.


def test_a_key_store_of_another_program_is_refused_and_left_alone(files: Files) -> None:
    files.open(create=True).close()
    files.keys_db.unlink()
    db = sqlite3.connect(files.keys_db)
    db.execute("CREATE TABLE something (else_entirely)")
    db.close()
    before = files.stored_bytes()
    with pytest.raises(KeyStoreFault, match=r"^not-ours$"):
        files.open(create=True)
    assert files.stored_bytes() == before


def test_a_key_store_of_a_later_version_is_refused(files: Files) -> None:
    files.open(create=True).close()
    db = sqlite3.connect(files.keys_db)
    db.execute("PRAGMA user_version = 2")
    db.close()
    with pytest.raises(KeyStoreFault, match=r"^version$"):
        files.open()


def test_a_file_that_is_no_key_store_is_refused(files: Files) -> None:
    files.open(create=True).close()
    files.keys_db.write_bytes(b"geen sleutels " * 500)
    with pytest.raises(KeyStoreFault, match=r"^unreadable$"):
        files.open()


def alter(files: Files, person: bytes, change: Callable[[bytes], bytes]) -> None:
    wrapped = change(wrapped_key(files, person))
    db = sqlite3.connect(files.keys_db)
    db.execute("UPDATE keys SET wrapped = ? WHERE person = ?", (wrapped, person))
    db.commit()
    db.close()


def test_a_damaged_house_key_is_refused_at_the_door(files: Files) -> None:
    files.open(create=True).close()
    alter(files, HOUSE, lambda wrapped: wrapped[:-1] + bytes([wrapped[-1] ^ 1]))
    with pytest.raises(KeyStoreFault, match=r"^damaged$"):
        files.open()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda wrapped: wrapped[:-1], "altered"),
        (lambda wrapped: wrapped[:5], "altered"),
        (lambda wrapped: wrapped[:20] + bytes([wrapped[20] ^ 1]) + wrapped[21:], "altered"),
        (lambda wrapped: b"\0\2" + wrapped[2:], "version"),
        (lambda wrapped: b"", "version"),
    ],
)
def test_a_damaged_key_shuts_out_one_person_and_nobody_else(
    files: Files, vault: Vault, person: bytes, change: Callable[[bytes], bytes], code: str
) -> None:
    other = Place(os.urandom(16), "log", "1", "answer")
    vault.add_person(other.person)
    alter(files, person, change)
    with pytest.raises(CannotOpen, match=f"^{code}$"):
        vault.seal(Place(person, "log", "1", "answer"), b"van mij")
    assert vault.open_sealed(other, vault.seal(other, b"van mij")) == b"van mij"


def test_somebody_else_s_wrapped_key_in_one_s_own_row_does_not_fit(
    files: Files, vault: Vault, person: bytes
) -> None:
    other = os.urandom(16)
    vault.add_person(other)
    stolen = wrapped_key(files, person)
    alter(files, other, lambda wrapped: stolen)
    with pytest.raises(CannotOpen, match=r"^altered$"):
        vault.seal(Place(other, "log", "1", "answer"), b"van mij")


# Silence.

SECRET = b"zeer vertrouwelijk"


def told_by(refused: Callable[[], object]) -> str:
    """All that Python has to say about a refusal, its causes included."""
    with pytest.raises(CannotOpen) as refusal:
        refused()
    return "".join(traceback.format_exception(refusal.value)) + repr(refusal.value)


def test_no_refusal_quotes_what_was_written_nor_logs_or_prints(
    vault: Vault, place: Place, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    sealed = vault.seal(place, SECRET)
    stranger = place._replace(person=os.urandom(16))
    told = [
        told_by(lambda: vault.open_sealed(place, sealed[:-1])),
        told_by(lambda: vault.open_sealed(place, b"\2" + sealed[1:])),
        told_by(lambda: vault.open_sealed(place, sealed[:2] + b"\0\7" + sealed[4:])),
        told_by(lambda: vault.open_sealed(place, SECRET)),
        told_by(lambda: vault.open_sealed(place._replace(record="2"), sealed)),
        told_by(lambda: vault.seal(stranger, SECRET)),
    ]
    assert not any(SECRET.decode() in text or place.person.hex() in text for text in told)
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_the_vault_shows_no_key_when_it_is_printed(files: Files, vault: Vault, place: Place) -> None:
    vault.seal(place, SECRET)
    secret = files.key_file.read_text().split()[1]
    assert secret not in repr(vault) + repr(vault._master) + repr(vault._held)


def test_importing_the_vault_does_not_import_the_cryptography_yet() -> None:
    asked = "import sys, bot.vault.keys; print('cryptography' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert told.stdout == b"False\n"
