"""One section on the screen: printed heading, editor, figures of the prose, what was found."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.forms.model import Section
from desktop_app.reports.session import Changes
from desktop_app.searching.hits import Hit
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.theme import LEVEL_COLOURS
from desktop_app.ui.widgets.hit_mark import select_letters
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.prose_editor import ProseEditor
from desktop_app.ui.widgets.text_field import TextField

CARRIED = "⟳ Chuyển từ kỳ trước, chưa sửa"
KEEP = "Giữ nguyên"
FIGURES = "Số liệu nêu trong mục này (để đối chiếu với phụ lục)"
_PER_ROW = 2
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
        self.figures: dict[str, TextField] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 6, 0, 6)
        self._layout.setSpacing(4)
        if title:
            self._layout.addWidget(_heading(title, section.level))
        if section.prose:
            self._add_editor(title)
        self._add_figures()
        self._found = PlainLabel()
        self._found.setWordWrap(True)
        self._layout.addWidget(self._found)
        self._show_found()

    def focus_on(self, key: str) -> None:
        """Focus the editor, or the field of a figure."""
        target = self.figures.get(key) or self.editor or self
        target.setFocus()

    def show_hit(self, hit: Hit) -> QWidget | None:
        """Select what was found here; returns the field that holds it."""
        if field := self.figures.get(hit.key):
            select_letters(field, hit.start, hit.end)
            return field
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
        for key in changes.keys & self.figures.keys():
            self.figures[key].show_text()
        if changes.keys & {self.section.key, *self.figures}:
            self._show_found()

    def _add_editor(self, title: str) -> None:
        self.editor = ProseEditor(self.bridge, self.section.key)
        self.editor.setAccessibleName(title or self.section.key)
        self.editor.setPlaceholderText(self.section.hint)
        self._carried = QWidget()
        row = QHBoxLayout(self._carried)
        row.setContentsMargins(0, 0, 0, 0)
        word = QLabel(CARRIED)
        word.setProperty("quiet", True)
        keep = QPushButton(KEEP)
        keep.setAccessibleName(f"{KEEP}: {title}")
        keep.clicked.connect(self._keep)
        row.addWidget(word)
        row.addWidget(keep)
        row.addStretch(1)
        self._layout.addWidget(self.editor)
        self._layout.addWidget(self._carried)
        self._show_carried()

    def _add_figures(self) -> None:
        figures = [
            f for f in self.bridge.session.filled.plan.figures.values() if f.section == self.section.key
        ]
        if not figures:
            return
        word = QLabel(FIGURES)
        word.setWordWrap(True)
        word.setProperty("quiet", True)
        self._layout.addWidget(word)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for place, figure in enumerate(figures):
            field = TextField(self.bridge, figure.key)
            field.setFixedWidth(96)
            field.setAccessibleName(figure.label)
            label = PlainLabel(figure.label)
            label.setBuddy(field)
            label.setWordWrap(True)
            row, column = divmod(place, _PER_ROW)
            grid.addWidget(field, row, column * 2)
            grid.addWidget(label, row, column * 2 + 1)
            grid.setColumnStretch(column * 2 + 1, 1)
            self.figures[figure.key] = field
        self._layout.addLayout(grid)

    def _keep(self) -> None:
        self.bridge.edit(self.section.key, self.bridge.session.filled.text(self.section.key))

    def _show_carried(self) -> None:
        self._carried.setVisible(self.bridge.session.filled.is_carried(self.section.key))

    def _show_found(self) -> None:
        keys = (self.section.key, *self.figures)
        found = {f.identity: f for key in keys for f in self.bridge.findings.at(key)}
        lines = [f"{SIGNS[f.level]} {f.message}" for f in found.values()]
        self._found.setText("\n".join(lines))
        self._found.setVisible(bool(lines))
        worst = next((f.level for f in sorted(found.values(), key=lambda f: f.rank)), "note")
        self._found.setStyleSheet(f"color: {LEVEL_COLOURS[worst].name()}")


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
