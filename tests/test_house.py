"""The rules of the house that no other tool keeps."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "bot").rglob("*.py"))
CORE_LINES, MODULE_LINES, FUNCTION_LINES = 200, 300, 50
PORTS_LINES = 340
"""Every door on one page: the one file that may be longer."""
VAGUE = {"utils", "helpers", "manager", "common", "misc"}
TAKEN = {"Message", "Update", "Context", "Application", "State", "Event", "Machine", "Transition"}
DUTCH = re.compile(r"\b(je|jij|jouw|wij|zijn|niet|geen|een|het|deze|wordt|wat|wil|kun)\b")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.fixture(params=MODULES, ids=name)
def module(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def test_a_module_opens_with_a_sentence_that_says_what_it_is(module: Path) -> None:
    sentence = ast.get_docstring(ast.parse(module.read_text()))
    assert sentence
    assert sentence.split("\n")[0].rstrip().endswith((".", ":", ",")) or "\n" in sentence


def test_a_module_and_its_functions_have_a_size_one_can_read(module: Path) -> None:
    text = module.read_text()
    limit = CORE_LINES if "core" in module.parts else PORTS_LINES if module.stem == "ports" else MODULE_LINES
    assert len(text.splitlines()) <= limit
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            assert node.end_lineno - node.lineno < FUNCTION_LINES, node.name


def test_names_say_what_things_are(module: Path) -> None:
    assert module.stem not in VAGUE
    classes = {
        node.name for node in ast.walk(ast.parse(module.read_text())) if isinstance(node, ast.ClassDef)
    }
    assert not classes & TAKEN


def test_people_are_not_spoken_to_from_code(module: Path) -> None:
    """Dutch sentences live with the content; what an author hears of a fault stands beside its rule."""
    if "content" in module.parts or module.stem.startswith("moment"):
        return
    tree = ast.parse(module.read_text())
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            assert len(DUTCH.findall(node.value)) < 2, node.value


def test_nothing_is_left_to_be_done_later(module: Path) -> None:
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", module.read_text())


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    marks = re.compile(r"pytest\.(skip|xfail|importorskip)|mark\.(skip|xfail|skipif)\b")
    for path in (ROOT / "tests").rglob("*.py"):
        if path != Path(__file__):
            assert not marks.search(path.read_text()), path


def test_the_top_of_the_house_holds_what_it_should() -> None:
    seen = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    rooms = {"bot", "dialogues", "knowledge", "tests", "deploy"}
    papers = {"pyproject.toml", "Makefile", "README.md", "CHANGELOG.md", "ARCHITECTURE.md", "LICENSE"}
    assert seen - {"dist", "build"} == rooms | papers
