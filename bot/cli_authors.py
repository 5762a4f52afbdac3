"""The commands `ruggespraak dialoog …`, for who writes reflections. One function per command."""

import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli_telling import HELP, FilePath, names, stop, text, told

if TYPE_CHECKING:
    from bot.content.dialogues import Script
    from bot.content.library import FileLibrary
    from bot.core.dialogue import Dialogue

SUFFIXES = (".yaml", ".yml")


@click.group(help=HELP["dialoog"])
def dialoog() -> None:
    pass


@dialoog.command(help=HELP["dialoog controleer"])
@click.argument("wat", required=False, default="")
@click.pass_obj
def controleer(folder: Path | None, wat: str) -> None:
    folder, draft, name = _meant(folder, wat)
    with told(folder, draft=draft) as library:
        if name:
            _script(library, name)
        shown = [blemish for blemish in library.remarks if name in ("", Path(blemish.file).stem)]
        for blemish in shown:
            click.echo(str(blemish))
        click.echo(text(library, "dialogen_goed", aantal=str(1 if name else len(library.dialogues()))))


@dialoog.command(help=HELP["dialoog proef"])
@click.argument("wat", required=False, default="")
@click.pass_obj
def proef(folder: Path | None, wat: str) -> None:
    folder, draft, name = _meant(folder, wat)
    with told(folder, draft=draft) as library:
        scripts = [_script(library, name)] if name else list(library.scripts)
        failed = [script for script in scripts if not _holds(library, script, steps=bool(name))]
    if failed:
        sys.exit(1)


def _holds(library: "FileLibrary", script: "Script", *, steps: bool) -> bool:
    """Play the proeven and walk every path; tell what came of it, with `steps` for each step."""
    from bot.content.trials import judged, played
    from bot.content.walks import findings, walk

    outcomes, walked = played(script), walk(script.dialogue)
    found = sorted([*judged(script, outcomes), *findings(walked, script)])
    for step in script.own_steps if steps else ():
        trials = sum(step.name in outcome.visited for outcome in outcomes)
        paths = sum(step.name in run.path for run in walked.walks)
        click.echo(text(library, "proef_stap", stap=step.name, proeven=str(trials), paden=str(paths)))
    for blemish in found:
        click.echo(str(blemish))
    if any(blemish.must for blemish in found):
        return False
    figures = {
        "proeven": len(script.trials),
        "casussen": sum(trial.source is not None for trial in script.trials),
        "stappen": len(script.own_steps),
        "paden": walked.paths,
    }
    shown = {word: str(number) for word, number in figures.items()}
    click.echo(text(library, "proef_goed", dialoog=script.dialogue.id, **shown))
    return True


@dialoog.command(help=HELP["dialoog speel"])
@click.argument("wat")
@click.option("--bewaar", "record", type=FilePath, help=HELP["dialoog speel --bewaar"])
@click.pass_obj
def speel(folder: Path | None, wat: str, record: Path | None) -> None:
    folder, draft, name = _meant(folder, wat)
    with told(folder, draft=draft) as library:
        dialogue = _dialogue(library, name)
        import asyncio

        from bot import talk
        from bot.channels import terminal

        lines = terminal.typed_lines(sys.stdin) if sys.stdin else iter(())
        with record.open("w", encoding="utf-8") if record else nullcontext() as file:
            asyncio.run(talk.play(library, lines, sys.stdout, dialogue.id, file))


@dialoog.command(help=HELP["dialoog teken"])
@click.argument("wat")
@click.pass_obj
def teken(folder: Path | None, wat: str) -> None:
    from bot.content.drawing import mermaid

    folder, draft, name = _meant(folder, wat)
    with told(folder, draft=draft) as library:
        click.echo(mermaid(_dialogue(library, name)))


@dialoog.command(help=HELP["dialoog publiceer"])
@click.option("--map", "data_dir", type=click.Path(file_okay=False, path_type=Path), help=HELP["chat --map"])
@click.pass_obj
def publiceer(folder: Path | None, data_dir: Path | None) -> None:
    from bot.app import look_ahead
    from bot.config import read_config

    with told(folder) as library:
        failed = [script for script in library.scripts if not _holds(library, script, steps=False)]
        if failed:
            stop(text(library, "publiceer_niet"))
        config = read_config(os.environ, folder=data_dir.absolute() if data_dir else None)
        for report in look_ahead(config, library):
            click.echo(text(library, "publiceer_dialoog", dialoog=report.dialogue, titel=report.title))
            for fate, count in report.fates.items():
                click.echo("  " + text(library, f"publiceer_{fate.value}", aantal=str(count)))
            for name in report.lost:
                click.echo("  " + text(library, "publiceer_verdwenen", stap=name))
        click.echo(text(library, "publiceer_klaar"))


@dialoog.command(help=HELP["dialoog schema"])
def schema() -> None:
    from bot.content.schema import schema_text

    click.echo(schema_text(), nl=False)


@dialoog.command(help=HELP["dialoog netjes"])
@click.argument("paden", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--kijk", "look", is_flag=True, help=HELP["dialoog netjes --kijk"])
@click.pass_obj
def netjes(folder: Path | None, paden: tuple[Path, ...], look: bool) -> None:
    from bot.content.shelf import DIALOGUES, Shelf
    from bot.content.tidy import tidied

    untidy = []
    for file in _files(paden or (Shelf.find(folder).root / DIALOGUES,)):
        before = file.read_bytes()
        after = tidied(before.decode("utf-8-sig")).encode()
        if after != before:
            untidy.append(file)
            click.echo(str(file))
        if after != before and not look:
            file.write_bytes(after)
    if untidy and look:
        sys.exit(1)


def _files(paths: tuple[Path, ...]) -> list[Path]:
    """The dialogues among these files and under these folders."""
    found = []
    for path in paths:
        below = sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES)
        found += [file for file in below if not file.name.startswith("_")] if path.is_dir() else [path]
    return found


@dialoog.command(help=HELP["dialoog nieuw"])
@click.argument("naam")
@click.option("--titel", default="", help=HELP["dialoog nieuw --titel"])
@click.pass_obj
def nieuw(folder: Path | None, naam: str, titel: str) -> None:
    from bot.content.rules_names import IDENTITY
    from bot.content.sketch import sketch

    with told(folder) as library:
        file = Path(naam).with_suffix(".yaml")
        if not IDENTITY.fullmatch(file.stem):
            stop(text(library, "nieuw_naam", naam=file.stem))
        if file.exists() or library.dialogue(file.stem) is not None:
            stop(text(library, "nieuw_bestaat", naam=file.stem))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            sketch(file.stem, titel or file.stem.replace("-", " ").capitalize()), encoding="utf-8"
        )
        click.echo(text(library, "nieuw_gemaakt", bestand=str(file)))


def _meant(folder: Path | None, what: str) -> tuple[Path | None, Path | None, str]:
    """What an author points at: the content folder, a script that lies elsewhere, the name of a dialogue."""
    path = Path(what)
    if what and path.is_dir():
        return path, None, ""
    if what.endswith(SUFFIXES):
        return folder, path, path.stem
    return folder, None, what


def _script(library: "FileLibrary", name: str) -> "Script":
    found = {script.dialogue.id: script for script in library.scripts}
    if name not in found:
        stop(text(library, "onbekende_dialoog", naam=name, namen=names(library)))
    return found[name]


def _dialogue(library: "FileLibrary", name: str) -> "Dialogue":
    return _script(library, name).dialogue
