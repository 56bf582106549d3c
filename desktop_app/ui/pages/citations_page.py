"""The tab "Văn bản viện dẫn": every document that the report names, with all its places."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.checking.findings import Finding
from desktop_app.proofreading.citations.listing import Listed, Place, listed_documents
from desktop_app.reports.session import Changes, Session
from desktop_app.searching.hits import Hit, search
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.models.rows_model import RowsModel
from desktop_app.ui.pages.page import Page
from desktop_app.ui.session_bridge import SETTLE_MS, SessionBridge
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.row_table import RowTable

TITLE = "Văn bản viện dẫn"
NOTHING = "Báo cáo chưa nêu văn bản nào."


class Row(NamedTuple):
    """A place of a document; `first` for the row that tells the document."""

    document: Listed
    place: Place
    first: bool


class CitationsModel(RowsModel[Row]):
    """One row for each place; the document is told in the row of its first."""

    heads = ("", "Văn bản", "Ngày", "Cơ quan ban hành", "Trích yếu", "Nêu ở")

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.documents = 0

    def look(self) -> None:
        """Read the report anew."""
        documents = listed_documents(self._session.filled)
        rows = [Row(d, place, place is d.places[0]) for d in documents for place in d.places]
        if rows != self.rows:
            self.documents = len(documents)
            self.show(rows)

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        document, place, first = self.rows[row]
        told = (document.title, document.day, document.issuer, document.about) if first else ("",) * 4
        return (self._sign(place), *told, place.name)

    def _sign(self, place: Place) -> str:
        """The sign of the gravest finding about the words of the place."""
        found = self._session.filled.further.get("prose", ())
        here = [finding for finding in found if _is_about(finding, place)]
        return SIGNS[min(here, key=lambda finding: finding.rank).level] if here else ""


def _is_about(finding: Finding, place: Place) -> bool:
    if finding.span is None or finding.keys[0] != place.key or finding.code[:1] not in "DX":
        return False
    return finding.span[0] <= place.span[1] + 24 and place.span[0] <= finding.span[1]


class CitationsPage(Page):
    """A table; Enter or a click goes to the very words.

    Signal: hit_wanted(Hit) when the clerk wants to see a place.
    """

    guide_place = "van-ban-vien-dan"
    hit_wanted = Signal(Hit)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.model = CitationsModel(self.session)
        self._title = PlainLabel(TITLE)
        self._title.setWordWrap(True)
        self.table = RowTable(self.model, TITLE, 4, {0: 30, 1: 210, 2: 150, 3: 160, 5: 170}, self)
        self.table.activated.connect(self._go)
        self.table.clicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.addWidget(self._title)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)
        self._pause = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._pause.timeout.connect(self._look)
        self._look()

    def go_to(self, key: str) -> None:
        """Choose the first place under the key."""
        place = next((n for n, row in enumerate(self.model.rows) if row.place.key == key), 0)
        self.table.selectRow(place)
        self.table.setFocus()

    def current_key(self) -> str:
        """The key of the chosen place."""
        row = self.table.currentIndex().row()
        return self.model.rows[row].place.key if 0 <= row < len(self.model.rows) else ""

    def focus_first(self) -> None:
        """Focus the table, at the place that was chosen last."""
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.table.setFocus()

    def refresh(self, changes: Changes) -> None:
        """Read again after a pause, while it is looked at; findings move the signs."""
        if changes.keys or changes.gone or changes.come:
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What changed while other tabs were shown."""
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        if not self.isVisible() and self.model.rows:
            return
        row = max(self.table.currentIndex().row(), 0)
        self.model.look()
        places = len(self.model.rows)
        self._title.setText(f"{TITLE}: {self.model.documents} văn bản, {places} chỗ" if places else NOTHING)
        if places and not self.table.currentIndex().isValid():
            self.table.selectRow(min(row, places - 1))
        self.table.viewport().update()

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.hit_wanted.emit(self._hit(self.model.rows[index.row()].place))

    def _hit(self, place: Place) -> Hit:
        """The words as a search would find them."""

        def look(text: str) -> list[tuple[int, int, str]]:
            begins, begin = [], text.find(place.words)
            while begin >= 0:
                begins.append((begin, begin + len(place.words), ""))
                begin = text.find(place.words, begin + 1)
            return begins

        hits = [hit for found in search(self.session.filled, look, (place.key,)) for hit in found]
        return hits[min(place.nth, len(hits) - 1)] if hits else Hit(place.key, 0, 0)
