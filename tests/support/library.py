"""A real library over a real data file in a folder of the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app.bootstrap import build
from desktop_app.services.parts import Parts


@contextmanager
def parts_in(folder: Path) -> Iterator[Parts]:
    """All services over the data file in the folder, closed at the end."""
    parts = build(folder)
    with closing(parts.file):
        yield parts
