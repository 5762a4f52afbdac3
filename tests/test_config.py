"""Configuration: what an operator may say, and hearing all that is wrong at once."""

from pathlib import Path

import pytest

from bot.config import PUBLIC_API, read_config
from bot.core.errors import ConfigError

TOKEN = "123456:abc-DEF_ghi"


def faults(environ: dict[str, str], *, token: bool = False) -> set[tuple[str, str]]:
    with pytest.raises(ConfigError) as told:
        read_config(environ, token=token)
    return set(told.value.faults)


def test_nothing_has_to_be_said_for_a_try_out(tmp_path: Path) -> None:
    config = read_config({}, folder=tmp_path)
    assert config.store == tmp_path / "ruggespraak.db"
    assert config.key_file == tmp_path / "sleutel"
    assert config.keys_db.parent == tmp_path
    assert (config.log_level, config.api_url) == ("INFO", PUBLIC_API)


def test_everything_can_be_said(tmp_path: Path) -> None:
    config = read_config(
        {
            "RUGGESPRAAK_DATA_DIR": str(tmp_path / "data"),
            "RUGGESPRAAK_KEY_FILE": "/etc/ruggespraak/sleutel",
            "RUGGESPRAAK_STORE": str(tmp_path / "elders.db"),
            "RUGGESPRAAK_LOG_LEVEL": "warning",
            "TELEGRAM_API_URL": "http://127.0.0.1:8081/",
            "TELEGRAM_BOT_TOKEN": f" {TOKEN} ",
        },
        token=True,
    )
    assert config.data_dir == tmp_path / "data"
    assert config.store == tmp_path / "elders.db"
    assert str(config.key_file) == "/etc/ruggespraak/sleutel"
    assert (config.log_level, config.api_url, config.token) == ("WARNING", "http://127.0.0.1:8081", TOKEN)


def test_all_faults_are_told_at_once() -> None:
    assert faults(
        {
            "RUGGESPRAAK_DATA_DIR": "http://hier",
            "RUGGESPRAAK_STORE": "postgresql://hier/data",
            "RUGGESPRAAK_LOG_LEVEL": "hard",
            "TELEGRAM_API_URL": "telegram",
            "TELEGRAM_BOT_TOKEN": "geheim",
        },
        token=True,
    ) == {
        ("RUGGESPRAAK_DATA_DIR", "geen_pad"),
        ("RUGGESPRAAK_STORE", "geen_pad"),
        ("RUGGESPRAAK_LOG_LEVEL", "onbekend_niveau"),
        ("TELEGRAM_API_URL", "geen_adres"),
        ("TELEGRAM_BOT_TOKEN", "geen_token"),
    }


def test_a_token_is_needed_only_for_telegram(tmp_path: Path) -> None:
    assert read_config({}, folder=tmp_path).token == ""
    assert faults({}, token=True) == {("TELEGRAM_BOT_TOKEN", "ontbreekt")}


@pytest.mark.parametrize("url", ["ftp://x", "http://", "http://[", "http://x/?a=b", "nergens"])
def test_an_address_that_is_none_is_a_fault(url: str) -> None:
    assert faults({"TELEGRAM_API_URL": url}) == {("TELEGRAM_API_URL", "geen_adres")}


def test_a_data_folder_that_is_a_file_is_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert faults({"RUGGESPRAAK_DATA_DIR": str(file)}) == {("RUGGESPRAAK_DATA_DIR", "onbruikbaar")}


def test_a_path_may_be_short_and_a_store_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    config = read_config(
        {"RUGGESPRAAK_DATA_DIR": "data", "RUGGESPRAAK_STORE": f"sqlite://{tmp_path}/elders.db"}
    )
    assert config.data_dir == tmp_path / "data"
    assert config.store == tmp_path / "elders.db"


def test_memory_keeps_nothing(tmp_path: Path) -> None:
    assert read_config({"RUGGESPRAAK_STORE": "memory"}, folder=tmp_path).store is None


def test_neither_a_fault_nor_a_repr_shows_the_token(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as told:
        read_config({"TELEGRAM_BOT_TOKEN": "zomaar-iets-geheims"}, token=True)
    assert "geheims" not in str(told.value) + repr(told.value)
    config = read_config({"TELEGRAM_BOT_TOKEN": TOKEN}, token=True, folder=tmp_path)
    assert TOKEN not in repr(config)
