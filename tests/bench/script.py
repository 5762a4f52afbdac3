"""The dialogue that is answered in the measurements: closed questions, one after the other."""

import shutil
from pathlib import Path

from bot.content.library import FileLibrary
from bot.content.shelf import Shelf

NAME = "meetlat"
KEYS = ("weinig", "soms", "veel")
QUESTION = (
    "Hoe vaak vroeg je deze week door, voordat je zelf iets vond? Kies wat het dichtst in de buurt komt."
)
_HEAD = f"""\
dialoog: {NAME}
titel: Meetlat
voor: [leider]
wanneer: Er wordt gemeten.
duur: 5 minuten
bron: [{{werk: schoolleider-in-verandering, plek: hoofdstuk 10}}]
roep: [meetlat]
proeven:
  het loopt door: {{}}
stappen:
"""


def script(questions: int) -> str:
    """A dialogue with this many questions."""
    steps = (
        f"  vraag_{number}:\n    titel: Vraag {number}\n    vraag: {QUESTION}\n    keuze:\n"
        + "".join(f"      {key}: {key.capitalize()}\n" for key in KEYS)
        for number in range(1, questions + 1)
    )
    return _HEAD + "".join(steps)


def library(folder: Path, questions: int) -> FileLibrary:
    """The content of the house, copied into `folder`, with the measured dialogue added."""
    own = Shelf.find().root
    for name in ("dialogues", "knowledge"):
        shutil.copytree(own / name, folder / name)
    (folder / "dialogues" / f"{NAME}.yaml").write_text(script(questions), encoding="utf-8")
    return FileLibrary.open(folder)
