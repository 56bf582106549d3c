"""A real library over a real data file in a folder of the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.bootstrap import build
from desktop_app.services.services import Services


@contextmanager
def services_in(folder: Path, resources: Path | None = None) -> Iterator[Services]:
    """All services over the data file in the folder, closed at the end."""
    if resources is None:
        lay_examined_forms(folder)
    services = build(folder, resources)
    with closing(services.file):
        yield services


def lay_examined_forms(folder: Path) -> None:
    """Lay what the program keeps of the shipped forms once it has examined them, as after a first start.

    To examine them takes a third of a second, which a thousand tests need not wait for.
    """
    kept = folder / "cache"
    if not kept.exists():
        kept.mkdir(parents=True)
        for name, content in _examined().items():
            (kept / name).write_bytes(content)


@cache
def _examined() -> dict[str, bytes]:
    with TemporaryDirectory() as folder:
        services = build(Path(folder))
        services.catalogue.all()
        services.file.close()
        return {path.name: path.read_bytes() for path in (Path(folder) / "cache").iterdir()}
