"""The backups of this computer as a table: number, when, why, size."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject

from desktop_app.services.backups import REASONS, Backup
from desktop_app.ui.models.rows_model import RowsModel


class BackupListModel(RowsModel):
    """One row for each backup, the newest first."""

    heads = ("Số", "Lúc", "Lý do", "Cỡ")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.backups: list[Backup] = []

    def show(self, backups: list[Backup]) -> None:
        """Show another list."""
        self.beginResetModel()
        self.backups = backups
        self.endResetModel()

    def count(self) -> int:
        """One row for each backup."""
        return len(self.backups)

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        return _cells(self.backups[row])


def _cells(one: Backup) -> tuple[str, ...]:
    size = 0
    with suppress(OSError):
        size = one.path.stat().st_size
    shown = f"{size / 1e6:.1f} MB".replace(".", ",") if size >= 1e6 else f"{size / 1e3:.0f} KB"
    moment = one.made_at.strftime("%d/%m/%Y %H:%M")
    return str(one.number), moment, REASONS.get(one.reason, one.reason), shown
