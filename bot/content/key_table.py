"""The words of the script language as Markdown tables for authors, one for each kind of map."""

from bot.content.keys import Key, Where, keys_in

HEAD = "| woord | wat erna komt | waarvoor |\n|---|---|---|"


def key_table() -> str:
    """The tables below each other, each under a heading of the third level; no line end after the last."""
    return "\n\n".join(f"### In {where.value}\n\n{HEAD}\n{_rows(where)}" for where in Where)


def _rows(where: Where) -> str:
    return "\n".join(_row(key) for key in keys_in(where).values())


def _row(key: Key) -> str:
    cells = (f"`{key.word}`", key.takes.dutch, key.explains + _told(key))
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _told(key: Key) -> str:
    if key.beside:
        return f"; alleen naast `{key.beside}`"
    return "; moet er staan" if key.required else ""
