"""Where to write and what to open: the system's own dialogs, begun in Documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.base.errors import UserFault
from desktop_app.base.file_names import refuse_misread
from desktop_app.ui.dialogs.ask import tell


def documents() -> Path:
    """The clerk's Documents, wherever the system keeps them; the home folder where it has none."""
    told = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(told) if told and Path(told).is_dir() else Path.home()


def ask_where(parent: QWidget, title: str, name: str, kind: str, folder: str = "") -> Path | None:
    """The file to write; None for none. A name that Windows would misread is asked for again.

    name: what is proposed; kind: "Tệp Word (*.docx)"; folder: where it begins, if that is still there.
    """
    begin = Path(folder) if folder and Path(folder).is_dir() else documents()
    while True:
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(begin / name), kind)
        if not chosen:
            return None
        try:
            refuse_misread(Path(chosen))
        except UserFault as fault:
            tell(parent, str(fault))
        else:
            return Path(chosen)


def ask_which(parent: QWidget, title: str, kind: str) -> Path | None:
    """The file to open; None for none."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kind)
    return Path(chosen) if chosen else None


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """A folder; None for none."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(documents()))
    return Path(chosen) if chosen else None
