"""The operator's files as they are: their folder, and the code blocks and tables of the manual."""

import re
from pathlib import Path

TOP = Path(__file__).parents[2]
DEPLOY = TOP / "deploy"
MANUAL = (DEPLOY / "README.md").read_text()


def blocks(language: str) -> list[str]:
    """What stands in the code blocks of one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", MANUAL, re.DOTALL | re.MULTILINE)


def commands() -> list[str]:
    """Every line of every shell block."""
    return [line for block in blocks("sh") for line in block.splitlines() if line.strip()]


def keymaker() -> str:
    """The command that makes the master key."""
    (line,) = (line for line in commands() if "ruggespraak-master" in line)
    return line
