"""Folders and files that only their user can read; on Windows the user's own profile sees to it.

There a mode would close a folder even on a stick that goes from desk to desk, or on a computer
that two clerks share: whatever lies in a profile is private already, and elsewhere is meant to be shared.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

FOLDER_MODE, FILE_MODE = 0o700, 0o600
HAS_MODES = os.name != "nt"


def private_folder(folder: Path) -> None:
    """Make the folder when it is missing; one that is there keeps the rights that its user gave it."""
    if HAS_MODES:
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    else:
        folder.mkdir(parents=True, exist_ok=True)


def private_file(path: Path) -> None:
    """Make an empty file that nobody else can read; one that is there is closed to others."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, FILE_MODE))
    close_to_others(path)


def close_to_others(path: Path) -> None:
    """Take the rights of everybody else from a file; a disk that knows no rights is no fault."""
    if HAS_MODES:
        with suppress(OSError):
            if path.stat().st_mode & 0o077:
                path.chmod(FILE_MODE)
