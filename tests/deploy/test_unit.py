"""The systemd unit: what it starts, where the key comes from, and what the process may not do."""

from configparser import ConfigParser

import pytest

from bot.config import read_config
from tests.deploy.manual import DEPLOY, commands

HARDENING = {
    "CapabilityBoundingSet": "",
    "LimitCORE": "0",
    "LockPersonality": "yes",
    "MemoryDenyWriteExecute": "yes",
    "MemorySwapMax": "0",
    "NoNewPrivileges": "yes",
    "PrivateDevices": "yes",
    "PrivateTmp": "yes",
    "ProtectHome": "yes",
    "ProtectKernelModules": "yes",
    "ProtectKernelTunables": "yes",
    "ProtectSystem": "strict",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    "RestrictNamespaces": "yes",
    "RestrictSUIDSGID": "yes",
    "StateDirectoryMode": "0700",
    "SystemCallArchitectures": "native",
    "SystemCallFilter": "@system-service",
    "UMask": "0077",
}


class UnitFile(ConfigParser):
    """A unit, in which systemd tells capitals from small letters."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


@pytest.fixture
def unit() -> ConfigParser:
    parser = UnitFile(delimiters=("=",), comment_prefixes=("#",), interpolation=None)
    parser.read_string((DEPLOY / "ruggespraak.service").read_text())
    return parser


@pytest.mark.parametrize("name", HARDENING)
def test_the_process_is_kept_in(unit: ConfigParser, name: str) -> None:
    assert unit["Service"][name] == HARDENING[name]


def test_the_process_is_not_root(unit: ConfigParser) -> None:
    user = unit["Service"]["User"]
    assert any("useradd" in line and line.endswith(f" {user}") for line in commands())


def test_it_always_starts_again(unit: ConfigParser) -> None:
    assert unit["Service"]["Restart"] == "always"
    assert int(unit["Service"]["RestartSec"]) >= 5
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"


def test_the_key_is_a_credential_outside_the_data_folder(unit: ConfigParser) -> None:
    service = unit["Service"]
    folders = {"%S": "/var/lib", "%d": "/run/credentials/ruggespraak.service"}
    environment = dict(word.split("=", 1) for word in service["Environment"].split())
    for sign, folder in folders.items():
        environment = {name: value.replace(sign, folder) for name, value in environment.items()}
    config = read_config(environment)
    name, source = service["LoadCredential"].split(":")
    assert config.data_dir.name == service["StateDirectory"]
    assert config.key_file.name == name
    assert config.data_dir not in config.key_file.parents
    assert not source.startswith(str(config.data_dir))


def test_it_starts_what_the_manual_installs(unit: ConfigParser) -> None:
    program, command = unit["Service"]["ExecStart"].split()
    environment = program.removesuffix("/bin/ruggespraak")
    assert command == "start"
    assert f"sudo python3 -m venv {environment}" in commands()
