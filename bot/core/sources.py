"""Where content comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A work of the list of sources, the place in it, and how the work is called in a text."""

    work: str
    place: str
    name: str = ""
