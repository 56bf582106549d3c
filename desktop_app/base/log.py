"""Note our own faults in a file beside the data: where in the program, never what was typed."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.base.patience import replace
from desktop_app.base.private import private_file, private_folder

LOG_FILE = "nhat-ky-loi.txt"
MOST_BYTES = 500_000


def note_fault(folder: Path, fault: BaseException) -> Path:
    """Append the places a fault passed through; the texts of exceptions may hold report content
    and are left out. Returns the file; a disk that refuses it is no further fault."""
    path = folder / LOG_FILE
    frames = traceback.extract_tb(fault.__traceback__)
    places = "".join(f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in frames)
    entry = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {type(fault).__name__}\n{places}"
    try:
        private_folder(folder)
        if path.exists() and path.stat().st_size > MOST_BYTES:
            replace(path, path.with_suffix(".old.txt"))
        private_file(path)
        with path.open("a", encoding="utf-8") as log:
            log.write(entry)
    except OSError:
        return path
    return path
