"""Put a file in place, or take one away, although somebody else holds it for a moment.

A virus scanner or an index opens every fresh file for a few tenths of a second, and Windows lets
nobody rename or delete what is open. Elsewhere nothing of the kind happens, and nobody waits.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar

SECONDS = 2.0 if os.name == "nt" else 0.0
STEP_SECONDS = 0.05
T = TypeVar("T")


def patiently(act: Callable[[], T]) -> T:
    """Do it, again and again for SECONDS while it is refused; raises the last refusal."""
    until = monotonic() + SECONDS
    while True:
        try:
            return act()
        except PermissionError:
            if monotonic() >= until:
                raise
            sleep(STEP_SECONDS)


def replace(source: Path, target: Path) -> None:
    """Give the file the name of the target, which it replaces in one step."""
    patiently(lambda: os.replace(source, target))


def remove(path: Path) -> None:
    """Take the file away; one that is not there is no fault."""
    patiently(lambda: path.unlink(missing_ok=True))


def to_disk(folder: Path) -> None:
    """Bring new names in the folder to the disk too; Windows does it by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
