"""The reports of this computer as a table: period, agency, state, last change, open findings, form."""

from __future__ import annotations

from collections.abc import Container, Mapping

from PySide6.QtCore import QObject, Qt

from desktop_app.base.periods import period_name
from desktop_app.reports.report import STATUS_WORDS, Summary
from desktop_app.ui.models.rows_model import RowsModel

SAMPLE = " · mẫu"


class ReportListModel(RowsModel[Summary]):
    """One row for each report."""

    heads = ("Kỳ báo cáo", "Cơ quan", "Trạng thái", "Sửa lần cuối", "Lỗi", "Cảnh báo", "Mẫu")
    centred = frozenset((4, 5))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._forms: Mapping[str, str] = {}
        self._samples: Container[str] = ()

    def show_reports(self, rows: list[Summary], forms: Mapping[str, str], samples: Container[str]) -> None:
        """Show another list; `forms` has the name of each form by its id, `samples` are ids to be marked."""
        self._forms, self._samples = forms, samples
        self.show(rows)

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        summary = self.rows[row]
        return _texts(summary, self._forms, SAMPLE if summary.id in self._samples else "")

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; without one the order of the library stays. What is chosen goes along."""
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        ids = [self.rows[index.row()].id for index in held]
        self.rows = sorted(self.rows, key=_SORTING[column], reverse=order == Qt.SortOrder.DescendingOrder)
        rows = {summary.id: row for row, summary in enumerate(self.rows)}
        moved = [self.index(rows[one], index.column()) for one, index in zip(ids, held, strict=True)]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()


def _texts(summary: Summary, forms: Mapping[str, str], mark: str) -> tuple[str, ...]:
    return (
        f"{period_name(summary.period)}{mark}",
        summary.agency or "(chưa ghi cơ quan)",
        STATUS_WORDS[summary.status],
        summary.changed_at.astimezone().strftime("%d/%m/%Y %H:%M"),
        f"● {summary.errors}" if summary.errors else "0",
        f"▲ {summary.warnings}" if summary.warnings else "0",
        forms.get(summary.edition_id, "").removeprefix("Mẫu báo cáo "),
    )


_SORTING = (
    lambda s: s.period.rank(),
    lambda s: s.agency,
    lambda s: s.status,
    lambda s: s.changed_at,
    lambda s: s.errors,
    lambda s: s.warnings,
    lambda s: s.edition_id,
)
