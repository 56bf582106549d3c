"""A real library over a real data file in a folder of the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app.bootstrap import build
from desktop_app.services.services import Services


@contextmanager
def services_in(folder: Path, resources: Path | None = None) -> Iterator[Services]:
    """All services over the data file in the folder, closed at the end."""
    services = build(folder, resources)
    with closing(services.file):
        yield services
