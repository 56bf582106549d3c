"""Before a Word file is taken in: what went where, how sure it is, and what found no place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import KINDS, Period, kind_name
from desktop_app.forms.wording import period_words
from desktop_app.services.services import Services
from desktop_app.ui.geometry import open_at
from desktop_app.ui.help_places import give_help_key
from desktop_app.ui.models.pieces_model import PiecesModel
from desktop_app.ui.widgets.place_box import PlaceBox
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable
from desktop_app.word_import.bound_offers import bound_offers
from desktop_app.word_import.pieces import Reading, draft_of_reading, place_piece
from desktop_app.word_import.place_names import place_names

ReadAgain = Callable[[str, str], Reading]
"""Read the file anew for a period and a form."""
ABOUT = (
    "Chưa có gì được lưu. Chọn một dòng để xem chữ trong tệp; Enter để chọn chỗ khác, Delete để vào thẻ "
    "«Chưa có chỗ». Nhập xong, một lần hoàn tác (Ctrl+Z) bỏ tất cả."
)
BIND = "&Gắn {count} con số trong lời văn với số liệu phụ lục giống nó, để sau này tự đổi theo"
NEW, INTO = 1, 2
"""What the clerk decided: a new report, or the open one."""
LINES, YEARS = 4, range(2022, 2036)


class ReviewImportDialog(QDialog):
    """The pieces in a table above the words of the chosen one; `decided` is NEW or INTO once accepted."""

    def __init__(
        self, reading: Reading, services: Services, read_again: ReadAgain, open_edition: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """open_edition: the form of the report that is open, "" for none."""
        super().__init__(parent)
        self.reading, self.decided = reading, 0
        self._plans, self._forms = services.library.plans, services.catalogue.all()
        self._read_again = read_again
        self._open_edition = open_edition
        self.setWindowTitle(f"Nhập từ {reading.name}")
        give_help_key(self, "nhap-tu-word")
        open_at(self, 1180, 660)
        self._model = PiecesModel({})
        widths = {0: 120, 1: 160, 3: 280}
        self.table = RowTable(self._model, "Nội dung của tệp", 2, widths, self)
        self._said, self._why = PlainLabel(), PlainLabel()
        self._words = QPlainTextEdit()
        self._place = PlaceBox(self)
        self._everything = QCheckBox("&Hiện cả những nội dung đã chắc")
        self._kind, self._year, self._edition = QComboBox(), QComboBox(), QComboBox()
        self._bind = QCheckBox()
        self._into = QPushButton("Nhập vào báo cáo đang &mở")
        self._lay_out()
        self._connect()
        self._show_all()
        self.table.setFocus()

    # -- what is shown --

    def _show_all(self) -> None:
        """Everything anew, after the file was read for another period or form."""
        plan = self._plans.plan(self.reading.edition_id)
        self._model.names = place_names(plan, period_words(plan.edition, self.reading.period))
        self._place.offer(self._model.names)
        self._offer_forms()
        self._everything.setChecked(all(piece.is_sure for piece in self.reading.pieces))
        self._into.setEnabled(self._open_edition == self.reading.edition_id)
        self._offer_binding()
        self._show_rows()

    @property
    def binds(self) -> bool:
        """Whether numbers of the text are to follow the tables."""
        return self._bind.isChecked()

    def _offer_binding(self) -> None:
        """Say how many numbers of the text the tables hold too."""
        plan = self._plans.plan(self.reading.edition_id)
        count = bound_offers(plan, draft_of_reading(plan, self.reading)).count
        self._bind.setText(BIND.format(count=count))
        self._bind.setVisible(bool(count))
        self._bind.setChecked(False)

    def _show_rows(self) -> None:
        self._model.show_reading(self.reading, self._everything.isChecked())
        self._count()
        self.table.selectRow(0)
        self._choose()

    def _count(self) -> None:
        """The sentence above the table."""
        pieces = self.reading.pieces
        figures = sum(piece.prose is None and piece.fate == "entry" for piece in pieces)
        prose = sum(piece.prose is not None and piece.fate == "entry" for piece in pieces)
        left = sum(piece.fate == "left" for piece in pieces)
        doubtful = sum(piece.fate != "left" and bool(piece.doubt) for piece in pieces)
        said = [
            f"{figures} ô và {prose} đoạn văn đã có chỗ, {doubtful} chỗ nên xem, {left} nội dung chưa có chỗ."
        ]
        self._said.setText(" ".join([*said, *(f"▲ {remark}." for remark in self.reading.remarks)]))

    def _choose(self) -> None:
        """The words of the chosen piece, why it should be looked at, and its place."""
        piece = self._model.piece(self.table.currentIndex().row())
        self._words.setPlainText(piece.words if piece else "")
        self._why.setText(f"▲ {piece.doubt[:1].upper()}{piece.doubt[1:]}." if piece and piece.doubt else "")
        self._why.setVisible(bool(self._why.text()))
        fixed = piece is None or piece.fate == "form"
        self._place.setEnabled(not fixed)
        self._place.show_key(piece.keys[0] if piece and not fixed and piece.keys else "")

    # -- what the clerk does --

    def place(self, key: str) -> None:
        """Send the chosen piece to the key, "" to the tray, and go on to the next that needs a look."""
        row = self.table.currentIndex().row()
        piece = self._model.piece(row)
        if piece is None or piece.fate == "form":
            return
        plan = self._plans.plan(self.reading.edition_id)
        self.reading = place_piece(plan, self.reading, self._model.rows[row], key)
        self._model.update(self.reading)
        self._count()
        self.table.selectRow(self._model.row_after(row))
        self._choose()
        self.table.setFocus()

    def _reread(self) -> None:
        """The file for the period and form that are chosen now."""
        period = str(Period(self._year.currentData(), self._kind.currentData()))
        edition = self._edition.currentData() if self.sender() is self._edition else ""
        try:
            self.reading = self._read_again(period, edition)
        except UserFault as fault:
            self._said.setText(f"● {fault}")
            self._offer_forms()
            return
        self._show_all()

    def _decide(self, what: int) -> None:
        self.decided = what
        self.accept()

    # -- how it is made --

    def _offer_forms(self) -> None:
        """Period and form of the reading; the forms that can serve the period."""
        period = self.reading.period
        sound = [form for form in self._forms if form.sound and form.head and form.can_serve(period)]
        for box in (self._kind, self._year, self._edition):
            box.blockSignals(True)
        self._kind.setCurrentIndex(self._kind.findData(period.kind))
        self._year.setCurrentIndex(self._year.findData(period.year))
        self._edition.clear()
        for form in sound:
            if form.head:
                self._edition.addItem(form.head.name, form.head.id)
        self._edition.setCurrentIndex(self._edition.findData(self.reading.edition_id))
        for box in (self._kind, self._year, self._edition):
            box.blockSignals(False)

    def _connect(self) -> None:
        for box in (self._kind, self._year, self._edition):
            box.currentIndexChanged.connect(self._reread)
        self._everything.toggled.connect(lambda _: self._show_rows())
        self.table.selectionModel().currentChanged.connect(lambda _new, _old: self._choose())
        self.table.activated.connect(self._go_to_place)
        self._place.chosen.connect(self.place)
        remove = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(lambda: self.place(""))

    def _go_to_place(self, _index: QModelIndex) -> None:
        self._place.setFocus()
        line = self._place.lineEdit()
        if line:
            line.selectAll()

    def _lay_out(self) -> None:
        about = QLabel(ABOUT)
        about.setProperty("quiet", True)
        for label in (about, self._said, self._why):
            label.setWordWrap(True)
        self._said.setProperty("heading", True)
        self._words.setReadOnly(True)
        self._words.setTabChangesFocus(True)
        self._words.setAccessibleName("Chữ trong tệp")
        self._words.setFixedHeight(self._words.fontMetrics().lineSpacing() * LINES + 12)
        layout = QVBoxLayout(self)
        layout.addLayout(self._period_row())
        for part in (self._said, about, self._everything):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._words)
        layout.addWidget(self._why)
        layout.addLayout(self._place_row())
        layout.addWidget(self._bind)
        layout.addWidget(self._buttons())

    def _period_row(self) -> QHBoxLayout:
        for kind in sorted(KINDS, key=lambda kind: Period(2000, kind).is_month):
            self._kind.addItem(kind_name(kind), kind)
        for year in YEARS:
            self._year.addItem(str(year), year)
        row = QHBoxLayout()
        named = ((self._kind, "Kỳ báo cáo"), (self._year, "Năm"), (self._edition, "Mẫu báo cáo"))
        for box, name in named:
            box.setAccessibleName(name)
            row.addWidget(QLabel(name))
            row.addWidget(box)
        row.addStretch(1)
        return row

    def _place_row(self) -> QHBoxLayout:
        put, leave = QPushButton("Đưa vào đây"), QPushButton("Để ở «Chưa có chỗ»")
        put.clicked.connect(self._place.take)
        leave.clicked.connect(lambda: self.place(""))
        row = QHBoxLayout()
        row.addWidget(QLabel("Đưa vào"))
        row.addWidget(self._place, 1)
        for button in (put, leave):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        new = buttons.addButton("Nhập thành &báo cáo mới", QDialogButtonBox.ButtonRole.ActionRole)
        new.setProperty("primary", True)
        buttons.addButton(self._into, QDialogButtonBox.ButtonRole.ActionRole)
        leave = buttons.addButton("Không nhập", QDialogButtonBox.ButtonRole.RejectRole)
        new.clicked.connect(lambda: self._decide(NEW))
        self._into.clicked.connect(lambda: self._decide(INTO))
        self._into.setVisible(bool(self._open_edition))
        self._into.setToolTip("Chỉ được khi báo cáo đang mở cùng mẫu với tệp")
        leave.clicked.connect(self.reject)
        for button in (new, self._into, leave):
            button.setAutoDefault(False)
        return buttons
