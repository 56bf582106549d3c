"""The list of findings beside the tabs; a finding shows both sides and leads to its places."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from desktop_app.base import known_keys
from desktop_app.checking.findings import Finding
from desktop_app.reports.explanations import explanation_of
from desktop_app.reports.progress import checked
from desktop_app.reports.readiness import READINESS
from desktop_app.reports.session import Changes
from desktop_app.searching.spans import proposal, with_proposal
from desktop_app.ui import first_use
from desktop_app.ui.help_places import place_of_finding
from desktop_app.ui.models.findings_model import FindingsModel
from desktop_app.ui.session_bridge import SETTLE_MS, SessionBridge
from desktop_app.ui.widgets.finding_delegate import FindingDelegate
from desktop_app.ui.widgets.report_keys import let_through
from desktop_app.ui.widgets.text_line import TextLine

NO_NAME = "chỗ này"

HELP = "?"
"""The link to the guide; no place of a report is called so."""
NOTHING_FOUND = "Không có gì phải báo."
MOST_LINKS = 8
"""Places of one finding that are named; a table may have a hundred blank rows."""


class FindingsPanel(QWidget):
    """Findings, the chosen one in full, and the clerk's explanation of a warning.

    Signal: seen(bool) whenever it comes into sight or goes out of it.
    """

    seen = Signal(bool)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.model = FindingsModel(bridge.session, self)
        self._title = TextLine("Kiểm tra", 2)
        self.list = _FindingList(self.model, self)
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self._detail = QLabel()
        self._detail.setWordWrap(True)
        self._detail.setTextFormat(Qt.TextFormat.RichText)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._detail.linkActivated.connect(self._follow)
        self._detail.setAccessibleName("Chi tiết")
        self._detail.setProperty("links", True)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText("Giải trình vì sao cảnh báo này được giữ")
        self._reason.setAccessibleName("Giải trình")
        let_through(self._reason)
        self._reason_for: Finding | None = None
        self._pause = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._pause.timeout.connect(self.keep_reason)
        self._counting = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._counting.timeout.connect(self._show_title)
        self._reason.textEdited.connect(lambda _: self._pause.start())
        self._reason.editingFinished.connect(self.keep_reason)
        self._reason.returnPressed.connect(lambda: self._go(self.list.currentIndex()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._title)
        layout.addWidget(self.list, 3)
        layout.addWidget(self._detail)
        layout.addWidget(self._reason)
        bridge.entries_changed.connect(self._on_entries_changed)
        self._show_title()
        self._show(self.list.currentIndex())

    @property
    def guide_place(self) -> str:
        """The heading of the guide about the chosen finding, else the page about the list."""
        index = self.list.currentIndex()
        if not index.isValid():
            return "kiem-tra"
        return place_of_finding(self.model.findings[index.row()], self.bridge.session.filled.plan)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Say so."""
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Say so."""
        super().hideEvent(event)
        self.seen.emit(False)

    def take_proposal(self) -> bool:
        """Put the proposed words in the place of those that the chosen finding speaks of; whether it did."""
        finding = self.chosen()
        texts = with_proposal(self.bridge.session.filled, finding) if finding else {}
        if finding and texts:
            self.bridge.edit_many(f"Sửa «{finding.found}» thành «{finding.expected}»", texts)
            self.bridge.go_to(finding.keys[0])
        return bool(texts)

    def step(self, step: int) -> None:
        """Choose the next finding, round again at the end, and go to its place."""
        if self.model.findings:
            row = (self.list.currentIndex().row() + step) % len(self.model.findings)
            self.list.setCurrentIndex(self.model.index(row, 0))
            self._go(self.list.currentIndex())

    def chosen(self) -> Finding | None:
        """The finding that is chosen."""
        index = self.list.currentIndex()
        return self.model.findings[index.row()] if index.isValid() else None

    def explain(self, key: str) -> bool:
        """Focus the reason for the chosen warning or one of this place; False where there is none."""
        warnings = [n for n, finding in enumerate(self.model.findings) if finding.level == "warning"]
        here = [n for n in warnings if key in self.model.findings[n].keys]
        chosen = self.list.currentIndex().row()
        if chosen not in (here or warnings):
            if not here:
                return False
            self.list.setCurrentIndex(self.model.index(here[0], 0))
        self.show()
        self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def keep_reason(self) -> None:
        """Take over the reason that is being typed."""
        if typed := self._taken_reason():
            self.bridge.give_explanation(*typed)

    def _on_entries_changed(self, changes: Changes) -> None:
        self.model.refresh(changes)
        explained = any(map(known_keys.is_explanation, changes.keys))
        if changes.gone or changes.come or explained or not changes.unsaved:
            self._show_title(waits=changes.unsaved)
            if self.list.currentIndex().isValid():
                self._show(self.list.currentIndex())

    def _show_title(self, *, waits: bool = False) -> None:
        count, findings = self.bridge.session.filled.count(), self.model.findings
        missing = sum(one.found_by == READINESS and one.level == "note" for one in findings)
        still = [f"{missing} chỗ thiếu"] * bool(missing)
        if len(findings) == missing:
            if waits:  # to count the checks that wait takes time that a key does not have
                self._counting.start()
                said = NOTHING_FOUND
            else:
                said = checked(self.bridge.session.filled)
            self._title.setText(" · ".join([said, *still]))
            return
        explained = len(findings) - count.errors - count.warnings - count.notes
        parts = [f"{count.errors} lỗi", f"{count.warnings} cảnh báo", f"{count.notes - missing} lưu ý"]
        parts += [f"{explained} đã giải trình"] * bool(explained)
        self._title.setText(f"Kiểm tra: {' · '.join([*parts, *still])}")

    def _show(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        finding = self.model.findings[index.row()] if index.isValid() else None
        text = self._about(finding) if finding else ""
        if text != self._detail.text():
            self._detail.setText(text)
        self._detail.setVisible(finding is not None)
        self._show_reason(finding if finding and finding.level == "warning" else None)

    def _show_reason(self, finding: Finding | None) -> None:
        """The reason for this warning; one that is being typed for another is kept first."""
        known = self._reason_for
        if self._reason.isModified() and known and finding and known.identity == finding.identity:
            return
        if typed := self._taken_reason():
            QTimer.singleShot(0, self, lambda: self.bridge.give_explanation(*typed))
        self._reason_for = finding
        self._reason.setVisible(finding is not None)
        reason = explanation_of(finding, self.bridge.session.filled.text) if finding else None
        self._reason.setText(reason.text if reason else "")

    def _taken_reason(self) -> tuple[Finding, str] | None:
        """What was typed and is not kept yet."""
        self._pause.stop()
        if not self._reason.isModified() or not self._reason_for:
            return None
        self._reason.setModified(False)
        return self._reason_for, self._reason.text()

    def _about(self, finding: Finding) -> str:
        """Both sides with their numbers, what to do, and a link to every place."""
        places = self.bridge.session.filled.plan.names
        keys = self._places(finding)
        links = " · ".join(
            f'<a href="{escape(key)}">{escape(places.get(key, NO_NAME))}</a>' for key in keys[:MOST_LINKS]
        )
        if len(keys) > MOST_LINKS:
            links += f" · và {len(keys) - MOST_LINKS} chỗ khác"
        found = escape(finding.found[:120] or "(trống)")
        sides = f"Đang ghi: <b>{found}</b>"
        if finding.expected:
            sides += f" · Theo quy tắc: <b>{escape(finding.expected[:120])}</b>"
        if proposal(self.bridge.session.filled, finding):
            sides += " (Ctrl+. để sửa theo)"
        help_link = f'<a href="{HELP}">Xem hướng dẫn (F1)</a>'
        return f"{sides}<br>{escape(finding.advice)}<br>{' · '.join(filter(None, (links, help_link)))}"

    def _follow(self, link: str) -> None:
        """A link of the detail: to a place, or to what the guide says of this kind."""
        if link == HELP:
            first_use.open_guide(self.window(), self.guide_place)
        else:
            self.bridge.go_to(link)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid() and (places := self._places(self.model.findings[index.row()])):
            finding = self.model.findings[index.row()]
            self.bridge.go_to(places[0])
            if finding.span and places[0] == finding.keys[0]:
                self.bridge.words_wanted.emit(places[0], finding.span)

    def _places(self, finding: Finding) -> list[str]:
        """Its keys without those that this form does not have."""
        return [key for key in finding.keys if self.bridge.findings.is_place(key)]


def escape(text: str) -> str:
    """Typed text for a rich label; the module html is slow to import and the start pays for it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


class _FindingList(QTableView):
    """One column of wrapped sentences; Enter goes to the place of the finding.

    A table, since a QListView lays out all its rows whenever one of them changes.
    """

    def __init__(self, model: FindingsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName("Danh sách lỗi và cảnh báo")
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setItemDelegate(FindingDelegate(self))
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self._fitted = -1
        model.rowsInserted.connect(lambda _parent, first, _last: self.resizeRowToContents(first))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Rows follow the width."""
        super().resizeEvent(event)
        if self.isVisible() and self.viewport().width() != self._fitted:
            self._fitted = self.viewport().width()
            self.resizeRowsToContents()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Heights are settled once, when the width is."""
        super().showEvent(event)
        self._fitted = self.viewport().width()
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
