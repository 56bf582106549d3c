"""The backups of this computer as a table: number, when, why, size."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop_app.services.backups import REASONS, Backup

HEADS = ("Số", "Lúc", "Lý do", "Cỡ")
Role = Qt.ItemDataRole


class BackupListModel(QAbstractTableModel):
    """One row for each backup, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.backups: list[Backup] = []

    def show(self, backups: list[Backup]) -> None:
        """Show another list."""
        self.beginResetModel()
        self.backups = backups
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """One row for each backup."""
        return 0 if parent is not None and parent.isValid() else len(self.backups)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """The columns of HEADS."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> object:  # noqa: N802
        """The heads."""
        return HEADS[section] if way == Qt.Orientation.Horizontal and role == Role.DisplayRole else None

    def data(self, index: QModelIndex, role: int = Role.DisplayRole) -> object:
        """Texts of a row."""
        if role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        cells = _cells(self.backups[index.row()])
        return ", ".join(cells) if role == Role.AccessibleTextRole else cells[index.column()]


def _cells(one: Backup) -> tuple[str, ...]:
    size = 0
    with suppress(OSError):
        size = one.path.stat().st_size
    shown = f"{size / 1e6:.1f} MB".replace(".", ",") if size >= 1e6 else f"{size / 1e3:.0f} KB"
    moment = one.made_at.strftime("%d/%m/%Y %H:%M")
    return str(one.number), moment, REASONS.get(one.reason, one.reason), shown
