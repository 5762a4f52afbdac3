"""Configuration: read from the environment once, frozen; every fault is reported at once."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from bot.core.errors import ConfigError

PUBLIC_API = "https://api.telegram.org"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
MEMORY = "memory"
"""The value of RUGGESPRAAK_STORE that keeps nothing after the end."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the operator decides. `store` is the data file, None keeps everything in memory only."""

    data_dir: Path
    key_file: Path
    store: Path | None
    log_level: str
    api_url: str
    token: str = field(default="", repr=False)

    @property
    def keys_db(self) -> Path:
        return self.data_dir / "sleutels.db"


def read_config(environ: Mapping[str, str], *, token: bool = False, folder: Path | None = None) -> Config:
    """The configuration; `token`: a Telegram token is needed; `folder` takes the place of the data folder.

    Raises ConfigError with (variable, code) of every fault.
    """
    faults: list[tuple[str, str]] = []
    data_dir = folder or _path(environ, "RUGGESPRAAK_DATA_DIR", faults) or user_data_path("ruggespraak")
    store: Path | None = data_dir / "ruggespraak.db"
    if named := environ.get("RUGGESPRAAK_STORE", "").strip():
        store = None if named == MEMORY else _path(environ, "RUGGESPRAAK_STORE", faults, scheme="sqlite://")
    config = Config(
        data_dir=data_dir,
        key_file=_path(environ, "RUGGESPRAAK_KEY_FILE", faults) or data_dir / "sleutel",
        store=store,
        log_level=_level(environ, faults),
        api_url=_url(environ, faults),
        token=_token(environ, faults) if token else "",
    )
    if data_dir.exists() and not (data_dir.is_dir() and os.access(data_dir, os.W_OK | os.X_OK)):
        faults.append(("RUGGESPRAAK_DATA_DIR", "onbruikbaar"))
    if faults:
        raise ConfigError(faults)
    return config


def _path(
    environ: Mapping[str, str], name: str, faults: list[tuple[str, str]], *, scheme: str = ""
) -> Path | None:
    """A path as a whole one; it may be written as an address with this `scheme`, and with no other."""
    value = environ.get(name, "").strip().removeprefix(scheme)
    if not value:
        return None
    if "://" in value:
        faults.append((name, "geen_pad"))
    return Path(value).expanduser().absolute()


def _level(environ: Mapping[str, str], faults: list[tuple[str, str]]) -> str:
    level = environ.get("RUGGESPRAAK_LOG_LEVEL", "").strip().upper() or "INFO"
    if level not in LEVELS:
        faults.append(("RUGGESPRAAK_LOG_LEVEL", "onbekend_niveau"))
    return level


def _url(environ: Mapping[str, str], faults: list[tuple[str, str]]) -> str:
    url = environ.get("TELEGRAM_API_URL", "").strip().rstrip("/") or PUBLIC_API
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query
    except ValueError:
        usable = False
    if not usable:
        faults.append(("TELEGRAM_API_URL", "geen_adres"))
    return url


def _token(environ: Mapping[str, str], faults: list[tuple[str, str]]) -> str:
    token = environ.get("TELEGRAM_BOT_TOKEN", "").strip()
    if not token:
        faults.append(("TELEGRAM_BOT_TOKEN", "ontbreekt"))
    elif not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token):
        faults.append(("TELEGRAM_BOT_TOKEN", "geen_token"))
    return token
