"""The reports of this computer as a table: period, agency, state, last change, open findings."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from desktop_app.base.periods import read_period
from desktop_app.reports.report import Summary
from desktop_app.ui.dialogs.new_report import KIND_WORDS

HEADS = ("Kỳ báo cáo", "Cơ quan", "Trạng thái", "Sửa lần cuối", "Lỗi", "Cảnh báo", "Mã")
Role = Qt.ItemDataRole


class ReportListModel(QAbstractTableModel):
    """One row for each report; nothing is made per row, so a thousand cost nothing."""

    def __init__(self, summaries: list[Summary], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.summaries = summaries

    def show(self, summaries: list[Summary]) -> None:
        """Show another list."""
        self.beginResetModel()
        self.summaries = summaries
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """One row for each report."""
        return 0 if parent is not None and parent.isValid() else len(self.summaries)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        """The columns of HEADS."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Role.DisplayRole) -> object:  # noqa: N802
        """The heads."""
        return HEADS[section] if way == Qt.Orientation.Horizontal and role == Role.DisplayRole else None

    def data(self, index: QModelIndex, role: int = Role.DisplayRole) -> object:
        """Texts of a row."""
        summary = self.summaries[index.row()]
        if role == Role.DisplayRole:
            return _texts(summary)[index.column()]
        if role == Role.AccessibleTextRole:
            return ", ".join(_texts(summary))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; without one the order of the library stays."""
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        self.summaries = sorted(
            self.summaries, key=_SORTING[column], reverse=order == Qt.SortOrder.DescendingOrder
        )
        self.layoutChanged.emit()


def period_name(period_text: str) -> str:
    """ "Quý I/2023"."""
    period = read_period(period_text)
    return f"{KIND_WORDS[period.kind]}/{period.year}"


def _texts(summary: Summary) -> tuple[str, ...]:
    return (
        period_name(summary.period_text),
        summary.agency or "(chưa ghi cơ quan)",
        "Bản nháp",
        summary.changed_at.astimezone().strftime("%d/%m/%Y %H:%M"),
        f"● {summary.errors}" if summary.errors else "0",
        f"▲ {summary.warnings}" if summary.warnings else "0",
        summary.id,
    )


_SORTING = (
    lambda s: read_period(s.period_text).rank(),
    lambda s: s.agency,
    lambda s: s.status,
    lambda s: s.changed_at,
    lambda s: s.errors,
    lambda s: s.warnings,
    lambda s: s.id,
)
