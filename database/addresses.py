"""A file's address as SQLite reads it, wherever it lies: a drive, a share, a folder here."""

from __future__ import annotations

from pathlib import PurePath

SHARE = "\\\\"


def read_only(path: PurePath, *, immutable: bool = False) -> str:
    """The address of an absolute path, to be opened for reading only.

    Standard addresses name the server of a share where SQLite allows no server at all; with the
    server as the first part of an empty one's path it finds the file.
    """
    address = path.as_uri()
    if path.drive.startswith(SHARE):
        address = address.replace("file://", "file:////", 1)
    return f"{address}?mode=ro{'&immutable=1' if immutable else ''}"
