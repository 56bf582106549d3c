"""Test figures: numbers typed into the form as it is, and what each of its checks says of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QTableView, QVBoxLayout, QWidget

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.trial import Outcome, State, Trial, trial_of
from desktop_app.forms.columns import cells_of
from desktop_app.forms.heads import table_name
from desktop_app.forms.model import Appendix, Edition, Indicator
from desktop_app.ui.form_editor.form_bridge import FormBridge
from desktop_app.ui.form_editor.grid import Grid
from desktop_app.ui.form_editor.grid_model import GridColumn, GridModel
from desktop_app.ui.form_editor.pane import Pane
from desktop_app.ui.models.rows_model import Role, RowsModel
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.theme import COMPLETE, LEVEL_COLOURS, QUIET
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable

WORDS: dict[State, str] = {
    "fails": "● Sai", "broken": "▲ Hỏng", "waits": "○ Chờ", "holds": "✓ Đúng", "rests": "– Không áp dụng",
}  # fmt: skip
COLOURS = {"fails": LEVEL_COLOURS["error"], "broken": LEVEL_COLOURS["warning"], "holds": COMPLETE}
ABOUT = (
    "Gõ số thử vào các dòng: số tự tính hiện ngay; quy tắc nào đúng, sai hay còn chờ số liệu hiện ở bảng "
    "dưới. Số thử không lưu vào báo cáo nào."
)
FIGURE, MOST_LINES_TRIED = 2, 3


class TrialRow(NamedTuple):
    """One place where a figure can be typed."""

    key: str
    place: str
    label: str


class OutcomesModel(RowsModel[Outcome]):
    """One row for each check that reads what was typed, those that fail first."""

    heads = ("Kết quả", "Quy tắc")

    def show(self, rows: Sequence[Outcome]) -> None:
        """Exchange all rows, those that fail first."""
        order = list(WORDS)
        super().show(sorted(rows, key=lambda one: order.index(one.state)))

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        return WORDS[self.rows[row].state], self.rows[row].sentence

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """The result in its colour, the whole sentence as a tip."""
        if role == Role.ForegroundRole and index.column() == 0:
            return COLOURS.get(self.rows[index.row()].state, QUIET)
        if role == Role.ToolTipRole:
            return self.rows[index.row()].sentence
        return super().data(index, role)


class TrialPane(Pane):
    """Rows with a column to type into, beside what the checks say."""

    guide_place = "soan-mau#thử-số-liệu"

    def __init__(self, bridge: FormBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._trial: Trial | None = None
        self._of: object = None
        self._about = PlainLabel(ABOUT)
        self._about.setWordWrap(True)
        self._about.setProperty("quiet", True)
        self.model = GridModel(self._columns(), self)
        self.grid = Grid(self.model, "Số thử", self)
        self.grid.fits_rows = False
        self.outcomes = OutcomesModel(parent=self)
        self.list = RowTable(self.outcomes, "Kết quả kiểm tra", 1, {0: 120}, self)
        self.list.setWordWrap(True)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.grid)
        self._split.addWidget(self.list)
        clear = QPushButton("Xóa hết số thử", self)
        clear.clicked.connect(self._clear_all)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self._about, 1)
        row.addWidget(clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._split, 1)
        self.model.typed.connect(lambda row, _name, text: self._type({row: text}))
        self.grid.pasted.connect(lambda row, _column, block: self._type(_down(row, block)))
        self.grid.cleared.connect(
            lambda cells: self._type({row: "" for row, column in cells if column == FIGURE})
        )

    def refresh(self) -> None:
        """The form as it is now, with the figures that were typed where it still has them."""
        if self._of is self.bridge.written:
            return
        self._of, typed = self.bridge.written, self._trial.texts if self._trial else {}
        edition = self.bridge.session.edition
        try:
            self._trial = trial_of(edition)
        except UserFault as fault:
            self._trial = None
            self._about.setText(f"● {fault}")
        rows = places_of(edition) if edition and self._trial else []
        self.model.show(rows, {})
        if self._trial:
            self._about.setText(ABOUT)
            there = {one.key for one in rows}
            for key, text in typed.items():
                if key in there:
                    self._trial.type_text(key, text)
        if rows and self.grid.currentIndex().column() != FIGURE:
            self.grid.go_to(0, FIGURE)
        self._show_outcomes()

    def settle(self) -> None:
        """Hand over what is being typed."""
        self.grid.settle()

    def focus_first(self) -> None:
        """The grid takes the keys."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, key: str) -> None:
        """The row's line."""
        self.grid.go_to(self.model.row_of(key), FIGURE)

    def areas(self) -> list[QWidget]:
        """The grid, and the results."""
        return [self.grid, self.list]

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with what was changed elsewhere."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Three parts for the rows, two for the results."""
        super().resizeEvent(event)
        self._split.setSizes([event.size().height() * 3 // 5, event.size().height() * 2 // 5])

    # -- inside --

    def _columns(self) -> tuple[GridColumn, ...]:
        return (
            GridColumn("place", "Ở đâu", 230, lambda one: one.place, fixed=True),
            GridColumn("label", "Chỉ tiêu", 0, lambda one: one.label, fixed=True),
            GridColumn("figure", "Số thử", 150, self._shown),
        )

    def _shown(self, one: TrialRow) -> str:
        """What was typed, else what the form computes."""
        return self._trial.shown(one.key) if self._trial else ""

    def _type(self, texts: dict[int, str]) -> None:
        if self._trial is None:
            return
        for row, text in texts.items():
            if self.model.key_at(row):
                self._trial.type_text(self.model.key_at(row), text)
        self.model.repaint_all()
        self._show_outcomes()

    def _clear_all(self) -> None:
        if self._trial:
            self._trial.clear()
            self.model.repaint_all()
            self._show_outcomes()

    def _show_outcomes(self) -> None:
        self.outcomes.show(self._trial.outcomes() if self._trial else ())
        _fit(self.list)


def places_of(edition: Edition) -> list[TrialRow]:
    """Every row, further value and figure of the prose that takes an entry; a few lines of added ones."""
    found: list[TrialRow] = []
    for table in edition.appendices:
        name = table_name(edition.head, table.head)
        for row in (*table.indicators, *_beside(table)):
            place = f"{name}, dòng {row.number}" if row.number else name
            if row.kind != "heading":
                found.append(TrialRow(row.key, place, " ".join(row.label.split())))
    return found + [TrialRow(figure.key, "Lời văn", figure.label) for figure in edition.figures]


def _beside(table: Appendix) -> list[Indicator]:
    """What is entered in further columns."""
    if not table.columns:
        return []
    cells = cells_of(table)
    if not table.head.repeats:
        return list(cells)
    return list(islice(cells, MOST_LINES_TRIED * len(table.columns)))


def _down(row: int, block: Sequence[Sequence[str]]) -> dict[int, str]:
    """A pasted column, from this row down."""
    return {row + down: line[0].strip() for down, line in enumerate(block) if line}


def _fit(view: QTableView) -> None:
    if view.model().rowCount() <= 100:
        view.resizeRowsToContents()
