"""The image and its compose file: pinned, without root, and the data and the key apart."""

import re
import tomllib
from pathlib import PurePosixPath
from typing import Any

import pytest
import yaml

from bot.config import read_config
from tests.deploy.manual import DEPLOY, TOP, commands

DOCKERFILE = (DEPLOY / "Dockerfile").read_text().replace("\\\n", "")
STEPS = [line.split(maxsplit=1) for line in DOCKERFILE.splitlines() if line and not line.startswith("#")]


def steps(name: str) -> list[str]:
    return [rest for step, rest in STEPS if step == name]


def copied() -> list[str]:
    return [word for rest in steps("COPY") if "--from" not in rest for word in rest.split()[:-1]]


@pytest.fixture
def compose() -> Any:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


@pytest.fixture
def service(compose: Any) -> Any:
    (only,) = compose["services"].values()
    return only


def test_every_stage_begins_with_a_python_the_program_knows_by_version() -> None:
    known = tomllib.loads((TOP / "pyproject.toml").read_text())["project"]["classifiers"]
    for image in steps("FROM"):
        found = re.match(r"python:(3\.\d+)-slim\b", image)
        assert found
        assert f"Programming Language :: Python :: {found[1]}" in known


def test_what_is_installed_is_held_to_the_locked_versions() -> None:
    (install,) = (rest for rest in steps("RUN") if "pip install" in rest)
    assert "--constraint deploy/constraints.txt" in install
    assert all("--no-cache-dir" in rest for rest in steps("RUN") if "pip " in rest)


def test_everything_the_wheel_is_built_from_is_copied() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text())
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    about = [project["project"]["readme"], *project["project"]["license-files"]]
    needed = {"pyproject.toml", *about, *wheel["packages"], *wheel["force-include"]}
    assert needed <= set(copied())
    assert all((TOP / name).exists() for name in copied())


def test_the_builder_gets_what_is_copied_and_nothing_else() -> None:
    lines = (TOP / ".dockerignore").read_text().splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    assert {rule[1:] for rule in rules if rule.startswith("!")} == set(copied())


def test_the_image_runs_as_the_user_of_the_manual(service: Any) -> None:
    (user,) = steps("USER")
    number = user.split(":")[0]
    assert int(number) > 0
    assert service["user"] == user
    assert any(f"useradd --uid {number} " in line for line in commands())


def test_nothing_listens(service: Any) -> None:
    assert not steps("EXPOSE")
    assert "ports" not in service


def test_the_container_may_do_little(service: Any) -> None:
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["ulimits"]["core"] == 0
    assert service["mem_limit"] == service["memswap_limit"]
    assert not {"privileged", "cap_add", "network_mode", "pid"} & set(service)


def test_data_and_key_are_mounted_apart(compose: Any, service: Any) -> None:
    config = read_config(service["environment"])
    (data,) = service["volumes"]
    (secret,) = service["secrets"]
    source = PurePosixPath(compose["secrets"][secret]["file"])
    assert PurePosixPath(data["target"]) == PurePosixPath(config.data_dir)
    assert str(config.key_file) == f"/run/secrets/{secret}"
    assert config.data_dir not in config.key_file.parents
    assert PurePosixPath(data["source"]) not in source.parents


def test_it_is_built_from_the_top_folder_with_our_own_file(service: Any) -> None:
    top = (DEPLOY / service["build"]["context"]).resolve()
    assert top == TOP
    assert (top / service["build"]["dockerfile"]).samefile(DEPLOY / "Dockerfile")
