"""One section on the screen: printed heading, editor, figures that no sentence states yet, what was found."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.forms.model import Section
from desktop_app.reports.binding import unstated_figures
from desktop_app.reports.confirming import unconfirmed, without_marks_of
from desktop_app.reports.prose import ProseParagraph, ProseRun, write_prose
from desktop_app.reports.session import Changes
from desktop_app.searching.hits import Hit
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.theme import LEVEL_COLOURS
from desktop_app.ui.widgets.bound_chip import chip_of
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.prose_editor import ProseEditor

CARRIED = "⟳ Chuyển từ kỳ trước: còn {count} đoạn chưa xem (Ctrl+Enter: giữ nguyên đoạn này)"
KEEP = "Giữ nguyên"
CONFIRM = "Đoạn chữ xám là của kỳ trước; sửa đoạn đó, hoặc bấm Ctrl+Enter ở đoạn đó để giữ nguyên."
PUT = "Chèn vào câu"
LOOSE = (
    "Số liệu này đã nhập nhưng chưa có trong câu nào của mục; đã có thì đặt con trỏ sau số đó, bấm Ctrl+G."
)
OF_FIGURE = 20
"""Letters of a figure on its button; anything may have been typed there."""
ABOVE = 4
"""Pixels over a heading: accents over its capitals rise above the height of the face."""


class ProseSection(QWidget):
    """A heading of the form and, where the form wants prose, the place to write it."""

    def __init__(
        self, bridge: SessionBridge, section: Section, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge, self.section = bridge, section
        self.editor: ProseEditor | None = None
        figures = bridge.session.filled.plan.figures.values()
        self.keys = frozenset({section.key, *(f.key for f in figures if f.section == section.key)})
        """The section, and the figures that its sentences state."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 6, 0, 6)
        self._layout.setSpacing(4)
        if title:
            self._layout.addWidget(_heading(title, section.level))
        if section.prose:
            self._add_editor(title)
        self._loose_shown: dict[str, str] = {}
        self._loose = QVBoxLayout()
        self._layout.addLayout(self._loose)
        self._show_loose()
        self._lines: list[PlainLabel] = []
        self._found = QVBoxLayout()
        self._found.setSpacing(0)
        self._layout.addLayout(self._found)
        self._show_found()

    def focus_on(self, key: str) -> None:
        """Focus the editor, at the number that states the figure of the key."""
        if self.editor and key != self.section.key and (chip := chip_of(self.editor.document(), key)):
            self.editor.setTextCursor(chip)
        (self.editor or self).setFocus()

    def show_hit(self, hit: Hit) -> QWidget | None:
        """Select what was found here; returns the field that holds it."""
        if hit.key != self.section.key:  # a figure that no sentence states yet
            return self.editor
        return self.editor if self.editor and self.editor.show_hit(hit) else None

    def renumber(self) -> None:
        """Show the numbers of footnotes anew once others came or went before them."""
        if self.editor:
            self.editor.renumber()

    def refresh(self, changes: Changes) -> None:
        """Show again what changed here."""
        if self.editor and self.section.key in changes.keys:
            self.editor.refresh(changes)
            self._show_carried()
        if changes.keys & self.keys:
            self._show_loose()
            self._show_found()

    def _add_editor(self, title: str) -> None:
        self.editor = ProseEditor(self.bridge, self.section.key)
        self.editor.setAccessibleName(title or self.bridge.session.filled.plan.names[self.section.key])
        self.editor.setPlaceholderText(self.section.hint)
        self._carried = QWidget()
        row = QHBoxLayout(self._carried)
        row.setContentsMargins(0, 0, 0, 0)
        self._waiting = QLabel()
        self._waiting.setProperty("quiet", True)
        self._waiting.setToolTip(CONFIRM)
        keep = QPushButton(KEEP)
        keep.setAccessibleName(f"{KEEP}: {title}")
        keep.clicked.connect(self._keep)
        row.addWidget(self._waiting)
        row.addWidget(keep)
        row.addStretch(1)
        self._layout.addWidget(self.editor)
        self._layout.addWidget(self._carried)
        self._show_carried()

    def _show_loose(self) -> None:
        """Figures of before that no sentence states yet, each with a way into the words."""
        loose = {
            key: text
            for key, text in unstated_figures(self.bridge.session.filled).items()
            if self.bridge.session.filled.plan.figures[key].section == self.section.key
        }
        if loose == self._loose_shown:
            return
        self._loose_shown = loose
        while item := self._loose.takeAt(0):
            if put := item.widget():
                put.deleteLater()
        for key, text in loose.items():
            label = self.bridge.session.filled.plan.figures[key].label
            seen = text if len(text) <= OF_FIGURE else f"{text[:OF_FIGURE]}…"
            put = QPushButton(f"{PUT}: {label} {seen}")
            put.setMinimumWidth(1)  # cut where there is no room, rather than widening the page
            put.setToolTip(LOOSE)
            put.clicked.connect(partial(self._put_in, key, label))
            self._loose.addWidget(put)

    def _put_in(self, key: str, label: str) -> None:
        """A clause with the figure at the end of the section, to be written into a sentence there."""
        filled = self.bridge.session.filled
        *others, last = filled.prose(self.section.key) or (ProseParagraph("text", ()),)
        runs = (*last.runs, ProseRun(f" {label}: "), ProseRun(filled.text(key), bound=key), ProseRun("."))
        text = write_prose((*others, ProseParagraph(last.kind, runs)))
        self.bridge.edit_many(f"{PUT}: {label}", {self.section.key: text})
        self.focus_on(key)

    def _keep(self) -> None:
        prose = without_marks_of(self.bridge.session.filled.prose(self.section.key))
        self.bridge.edit(self.section.key, write_prose(prose))

    def _show_carried(self) -> None:
        waiting = len(unconfirmed(self.bridge.session.filled, self.section.key))
        self._waiting.setText(CARRIED.format(count=waiting))
        self._carried.setVisible(waiting > 0)

    def _show_found(self) -> None:
        found = {f.identity: f for key in sorted(self.keys) for f in self.bridge.findings.at(key)}
        if self.editor:
            self.editor.show_findings([*found.values()])
        for finding, label in zip(found.values(), self._labels(len(found)), strict=True):
            label.setText(f"{SIGNS[finding.level]} {finding.message}")
            label.setStyleSheet(f"color: {LEVEL_COLOURS[finding.level].name()}")

    def _labels(self, count: int) -> list[PlainLabel]:
        """So many lines below the editor, each in the colour of its own finding; the others are hidden."""
        while len(self._lines) < count:
            self._lines.append(PlainLabel())
            self._lines[-1].setWordWrap(True)
            self._found.addWidget(self._lines[-1])
        for number, label in enumerate(self._lines):
            label.setVisible(number < count)
        return self._lines[:count]


def _heading(title: str, level: str) -> QLabel:
    label = PlainLabel(title)
    label.setWordWrap(True)
    font = label.font()
    font.setBold(level in ("part", "heading"))
    font.setItalic(level == "line")
    font.setPointSizeF(font.pointSizeF() + {"part": 3, "heading": 1.5}.get(level, 0.5))
    label.setFont(font)
    label.setContentsMargins(0, ABOVE, 0, 0)
    return label
