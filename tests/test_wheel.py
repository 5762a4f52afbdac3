"""The wheel: everything it needs is in it, and it works from anywhere."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=120)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_the_code_the_words_and_the_sources(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    words = {f"bot/_shelf/{path.relative_to(ROOT)}" for path in (ROOT / "dialogues").rglob("*.yaml")}
    assert words | {"bot/_shelf/knowledge/bronnen.yaml", "bot/py.typed"} <= names
    assert not [name for name in names if name.startswith(("tests", "deploy"))]


def test_it_holds_a_reflection_from_the_root_of_the_disk(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    program = "import bot, sys; assert 'installed' in bot.__file__; from bot.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "chat", "--map", str(tmp_path / "map")],
        input="rector P\n", capture_output=True, text=True, cwd="/", timeout=60, check=False,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "installed")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Beleven." in done.stdout
