"""Folders and files that only their user can read; on Windows the user's own profile sees to it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

FOLDER_MODE, FILE_MODE = 0o700, 0o600


def private_folder(folder: Path) -> None:
    """Make the folder when it is missing; one that is there keeps the rights that its user gave it."""
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)


def private_file(path: Path) -> None:
    """Make an empty file that nobody else can read; one that is there is closed to others."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, FILE_MODE))
    close_to_others(path)


def close_to_others(path: Path) -> None:
    """Take the rights of everybody else from a file; a disk that knows no rights is no fault."""
    if os.name != "nt":
        with suppress(OSError):
            if path.stat().st_mode & 0o077:
                path.chmod(FILE_MODE)
