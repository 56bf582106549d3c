"""Read the TOML files of one edition into the model, refusing whatever the model does not know."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop_app.base.errors import UserFault
from desktop_app.forms.form_files import MOST_BYTES, FormFile, read_file, read_files
from desktop_app.forms.model import Edition
from desktop_app.forms.written import BadEntry, compile_edition, read_wording, written_of

__all__ = ["MOST_BYTES", "FormFile", "load_edition", "read_file"]


def load_edition(folder: Path, wording: Path | None = None) -> Edition:
    """The edition whose TOML files lie in the folder; raises UserFault with file, entry and key.

    wording: the file of words for derived checks; the program's own when None.
    """
    files = read_files(folder)
    written = written_of(files, folder.name)
    try:
        return compile_edition(written, read_wording(wording))
    except BadEntry as fault:
        raise UserFault(f"Tệp mẫu {_file_of(fault.entry, files)}, mục {fault.entry}: {fault}.") from fault


def _file_of(entry: str, files: Mapping[str, FormFile]) -> str:
    """The file that holds a row or a check of this name; that of the words for one that follows."""
    for name, file in files.items():
        if any(row.key == entry for row in file.indicator) or any(c.code == entry for c in file.check):
            return name
    return "wording.toml"
