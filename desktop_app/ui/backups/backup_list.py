"""The backups of this computer as a table: number, when, why, size."""

from __future__ import annotations

from contextlib import suppress

from desktop_app.services.backups import REASONS, Backup
from desktop_app.ui.models.rows_model import RowsModel


class BackupListModel(RowsModel[Backup]):
    """One row for each backup, the newest first."""

    heads = ("Số", "Lúc", "Lý do", "Cỡ")

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        return _cells(self.rows[row])


def _cells(one: Backup) -> tuple[str, ...]:
    size = 0
    with suppress(OSError):
        size = one.path.stat().st_size
    shown = f"{size / 1e6:.1f} MB".replace(".", ",") if size >= 1e6 else f"{size / 1e3:.0f} KB"
    moment = one.made_at.strftime("%d/%m/%Y %H:%M")
    return str(one.number), moment, REASONS.get(one.reason, one.reason), shown
