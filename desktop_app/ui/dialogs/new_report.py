"""Ask for the period of a new report, and which report it goes on from."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop_app.base.periods import KINDS, Period
from desktop_app.reports.report import Summary
from desktop_app.ui.period_names import KIND_WORDS


class NewReportDialog(QDialog):
    """Period and origin of a new report."""

    def __init__(
        self, reports: list[Summary], proposed: Period, origin: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Báo cáo mới")
        self._kind = QComboBox()
        for kind in KINDS:
            self._kind.addItem(KIND_WORDS[kind], kind)
        self._kind.setCurrentIndex(self._kind.findData(proposed.kind))
        self._kind.setAccessibleName("Kỳ báo cáo")
        self._year = QSpinBox()
        self._year.setRange(2000, 2099)
        self._year.setValue(proposed.year)
        self._year.setAccessibleName("Năm")
        self._origin = QComboBox()
        self._origin.addItem("Bắt đầu trống", "")
        for report in reports:
            self._origin.addItem(f"{report.period_text} · {report.agency or report.id}", report.id)
        self._origin.setCurrentIndex(max(0, self._origin.findData(origin)))
        self._origin.setAccessibleName("Chuyển tiếp từ")
        form = QFormLayout()
        form.addRow("Kỳ báo cáo", self._kind)
        form.addRow("Năm", self._year)
        form.addRow("Chuyển tiếp từ", self._origin)
        about = QLabel(
            "Chuyển tiếp giữ lại cơ quan, người ký, nơi nhận và lời văn; số liệu để trống để nhập mới."
        )
        about.setWordWrap(True)
        about.setProperty("quiet", True)
        buttons = QDialogButtonBox()
        create = buttons.addButton("Tạo báo cáo", QDialogButtonBox.ButtonRole.AcceptRole)
        create.setDefault(True)
        buttons.addButton("Không tạo", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(about)
        layout.addWidget(buttons)

    def period(self) -> Period:
        """The period that was chosen."""
        return Period(self._year.value(), self._kind.currentData())

    def origin(self) -> str:
        """The id of the report to go on from; "" for an empty one."""
        return self._origin.currentData()
