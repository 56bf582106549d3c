"""Ask for the period of a new report, its form, and which report it goes on from."""

from __future__ import annotations

from collections.abc import Sequence

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

from desktop_app.base.periods import KINDS, Period, kind_name, period_name, read_period
from desktop_app.forms.catalogue import Listed, validity
from desktop_app.reports.report import Summary
from desktop_app.ui.help_places import give_help_key

ABOUT = "Chuyển tiếp giữ lại cơ quan, người ký, nơi nhận và lời văn; số liệu để trống để nhập mới."
SHOWN = 48
TWICE = "Trên máy đã có báo cáo {}; báo cáo mới sẽ là báo cáo thứ hai của kỳ này."


class NewReportDialog(QDialog):
    """Period, form and origin of a new report; only periods are offered that a form can serve."""

    def __init__(
        self, reports: list[Summary], forms: Sequence[Listed], proposed: Period, origin: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle("Báo cáo mới")
        give_help_key(self, "bao-cao-moi")
        self._forms = [form for form in forms if form.sound]
        self._held = {report.period_text for report in reports}
        self._twice = QLabel()
        self._year, self._kind = QSpinBox(), QComboBox()
        self._edition, self._origin = QComboBox(), _origins(reports, origin)
        for part, name in ((self._kind, "Kỳ báo cáo"), (self._year, "Năm"), (self._edition, "Mẫu báo cáo")):
            part.setAccessibleName(name)
        self._year.setRange(self._first_year(), 2099)
        self._year.setValue(proposed.year)
        self._offer_kinds(proposed.kind)
        self._year.valueChanged.connect(lambda _: self._offer_kinds(self._kind.currentData()))
        self._kind.currentIndexChanged.connect(lambda _: self._offer_forms())
        self._lay_out()

    def period(self) -> Period:
        """The period that was chosen."""
        return Period(self._year.value(), self._kind.currentData())

    def edition(self) -> str:
        """The id of the form that was chosen."""
        return self._edition.currentData() or ""

    def origin(self) -> str:
        """The id of the report to go on from; "" for an empty one."""
        return self._origin.currentData()

    def _first_year(self) -> int:
        return min(
            (read_period(form.head.valid_from).year for form in self._forms if form.head), default=2000
        )

    def _offer_kinds(self, chosen: str) -> None:
        """The kinds of the year that a form can serve: what everybody owes first, months last."""
        year = self._year.value()
        kinds = [kind for kind in KINDS if self._serving(Period(year, kind))]
        self._kind.blockSignals(True)
        self._kind.clear()
        for kind in sorted(kinds, key=lambda kind: Period(year, kind).is_month):
            self._kind.addItem(kind_name(kind), kind)
        self._kind.setCurrentIndex(max(0, self._kind.findData(chosen)))
        self._kind.blockSignals(False)
        self._offer_forms()

    def _offer_forms(self) -> None:
        """The form of the period first, then older ones, for whoever still owes those."""
        self._edition.clear()
        for form in self._serving(self.period()) if self._kind.count() else []:
            if form.head:
                out = "" if form.serves(self.period()) else f" · {validity(form.head)}"
                self._edition.addItem(f"{form.head.name}{out}", form.head.id)
        held = bool(self._kind.count()) and str(self.period()) in self._held
        self._twice.setText(f"▲ {TWICE.format(period_name(self.period()))}" if held else "")
        self._twice.setVisible(held)

    def _serving(self, period: Period) -> list[Listed]:
        known = [form for form in self._forms if form.can_serve(period)]
        return sorted(known, key=lambda form: not form.serves(period))

    def _lay_out(self) -> None:
        form = QFormLayout()
        for label, part in (
            ("Kỳ báo cáo", self._kind), ("Năm", self._year), ("Mẫu báo cáo", self._edition),
            ("Chuyển tiếp từ", self._origin),
        ):  # fmt: skip
            form.addRow(label, part)
        about = QLabel(ABOUT)
        about.setWordWrap(True)
        about.setProperty("quiet", True)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        self._twice.setWordWrap(True)
        layout.addWidget(self._twice)
        layout.addWidget(about)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        buttons.addButton("Tạo báo cáo", QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.addButton("Không tạo", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _origins(reports: list[Summary], chosen: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName("Chuyển tiếp từ")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(SHOWN)  # a long agency would make the window wider than the screen
    box.addItem("Bắt đầu trống", "")
    for report in reports:
        name = period_name(report.period)
        box.addItem(f"{name} · {report.agency or '(chưa ghi cơ quan)'}", report.id)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
