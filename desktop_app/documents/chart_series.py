"""What one picture of figures over the periods holds, without the library that draws it."""

from __future__ import annotations

from typing import NamedTuple


class Series(NamedTuple):
    """One picture: what it is called, and the periods with their numbers, written as they are shown."""

    title: str
    names: tuple[str, ...]
    numbers: tuple[float, ...]
    shown: tuple[str, ...]
