"""The figures beside those of earlier periods: differences, what deserves a look, a picture of each row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop_app.base.numbers import show_number
from desktop_app.base.periods import period_name
from desktop_app.documents.chart_series import Series
from desktop_app.documents.pdf_pages import PdfPages
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.trend import Change, Compared, Past, compared, points
from desktop_app.services import press
from desktop_app.services.export import put_in_place
from desktop_app.ui.dialogs.files import ask_where
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.page_image import page_image
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable

LOOK = "▲"
MOST_PERIODS, MOST_PICTURES = 12, 120
NO_PAST = "Máy này chưa có báo cáo nào của kỳ trước của cùng cơ quan, nên chưa so sánh được."
ABOUT = "{count} dòng có số liệu; {jumps} dòng đáng xem lại (▲): số khác hẳn mức thường có của chính dòng đó."


class TrendModel(RowsModel[Compared]):
    """One row for each row of the form with a figure now or then."""

    heads = ("", "Chỗ", "Chỉ tiêu", "Kỳ này", "Kỳ trước", "Tăng, giảm", "Cùng kỳ trước", "Tăng, giảm")
    centred = frozenset({0, 3, 4, 5, 6, 7})

    def __init__(self, rows: Sequence[Compared], parent: QObject) -> None:
        super().__init__(rows, parent)
        self.all = rows

    def show_only_jumps(self, only: bool) -> None:
        """Those that deserve a look, or all."""
        self.show([row for row in self.all if row.jumps or not only])

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        one = self.rows[row]
        label = " ".join(one.label.split())
        return (
            LOOK if one.jumps else "", one.place, label, one.now, one.before.shown, _gap(one.before),
            one.last_year.shown, _gap(one.last_year),
        )  # fmt: skip


class TrendDialog(QDialog):
    """The table above, the picture of the chosen row below; `chosen` is the key to go to."""

    def __init__(
        self, filled: FilledReport, before: Past | None, past: Sequence[Past], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._filled, self._past = filled, past
        self.chosen = ""
        self._pages = PdfPages()
        self.setWindowTitle("So sánh với các kỳ trước")
        open_at(self, 1180, 640)
        give_help_key(self, "phu-luc#so-sánh-với-các-kỳ-trước")
        rows = compared(filled, before, past)
        self.model = TrendModel(rows, self)
        widths = {0: 24, 1: 160, 3: 76, 4: 76, 5: 116, 6: 120, 7: 116}
        self.table = RowTable(self.model, "So sánh các dòng", 2, widths, self)
        for column in (6, 7):
            self.table.setColumnHidden(column, not any(row.last_year.shown for row in rows))
        self.table.selectionModel().currentChanged.connect(self._show)
        self.table.activated.connect(lambda _index: self._go())
        jumps = sum(row.jumps for row in rows)
        about = PlainLabel(ABOUT.format(count=len(rows), jumps=jumps) if past or before else NO_PAST)
        about.setWordWrap(True)
        self._only = QCheckBox("Chỉ hiện dòng đáng xem lại")
        self._only.setEnabled(bool(jumps))
        self._only.toggled.connect(self._show_only)
        self.picture = QLabel()
        self.picture.setMinimumHeight(150)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        for part in (about, self._only, self.table, self.picture, self._buttons()):
            layout.addWidget(part, int(part is self.table))
        self.table.selectRow(0)
        self.table.setFocus()

    def series(self, row: Compared) -> Series:
        """The picture of a row: its last periods, each with its figure."""
        found = points(self._filled, self._past, row.key)[-MOST_PERIODS:]
        return Series(
            f"{row.place}: {' '.join(row.label.split())}",
            tuple(period_name(period) for period, _ in found),
            tuple(float(number) for _, number in found),
            tuple(show_number(number) for _, number in found),
        )

    def save_pictures(self, path: Path) -> None:
        """Write the pictures of the rows that are shown, as far as they have two periods."""
        series = [self.series(row) for row in self.model.rows]
        drawn = [one for one in series if len(one.numbers) > 1][:MOST_PICTURES]
        title = f"Số liệu qua các kỳ, đến {period_name(self._filled.report.period)}"
        put_in_place({path: press.charts(title, drawn)})

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The picture is as wide as there is room."""
        super().resizeEvent(event)
        self._show(self.table.currentIndex())

    def done(self, result: int) -> None:
        """Give the memory of the picture back."""
        self._pages.close()
        super().done(result)

    # -- inside --

    def _buttons(self) -> QDialogButtonBox:
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        buttons.addButton("Đến dòng này", roles.AcceptRole).setDefault(True)
        save = buttons.addButton("Lưu các biểu đồ (PDF)…", roles.ActionRole)
        save.clicked.connect(self._save)
        buttons.addButton("Đóng", roles.RejectRole)
        buttons.accepted.connect(self._go)
        buttons.rejected.connect(self.reject)
        return buttons

    def _save(self) -> None:
        if path := ask_where(self, "Lưu các biểu đồ", "Bieu-do-CCHC.pdf", "Tệp PDF (*.pdf)"):
            self.save_pictures(path)

    def _show_only(self, only: bool) -> None:
        self.model.show_only_jumps(only)
        self.table.selectRow(0)

    def _show(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        """The picture of the chosen row; a single figure makes none."""
        row = self.model.at(index.row())
        series = self.series(row) if row else None
        if series is None or len(series.numbers) < 2:
            self.picture.setText("Dòng này mới có số liệu của một kỳ." if row else "")
            return
        self._pages.open(press.chart(series))
        (width, height), ratio = self._pages.sizes[0], self.devicePixelRatioF()
        most = min((self.width() - 40) / width, 1.4) * ratio
        image = page_image(self._pages, 0, QSize(round(width * most), round(height * most)))
        image.setDevicePixelRatio(ratio)
        self.picture.setPixmap(QPixmap.fromImage(image))
        self.picture.setAccessibleName(_spoken(series))

    def _go(self) -> None:
        row = self.table.currentIndex().row()
        if compared := self.model.at(row):
            self.chosen = compared.key
        self.accept()


def _gap(change: Change) -> str:
    return f"{change.difference} ({change.percent})" if change.percent else change.difference


def _spoken(series: Series) -> str:
    """The picture in words, for who does not see it."""
    pairs = zip(series.names, series.shown, strict=True)
    return f"{series.title}. " + "; ".join(f"{name}: {shown}" for name, shown in pairs)
