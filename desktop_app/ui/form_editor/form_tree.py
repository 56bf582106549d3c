"""The parts of a form as a tree: what they are, how they are called, which sign they bear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from desktop_app.forms.heads import table_name
from desktop_app.forms.model import Appendix, Section
from desktop_app.forms.section_names import PLAIN_TITLES
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.theme import LEVEL_COLOURS, TEXT

Place = tuple[str, ...]
LEVELS = {"part": 1, "heading": 2, "item": 3, "plain": 1, "line": 1}
HEAD, PERIODS, KINDS, FIELDS, FIGURES = ("head",), ("periods",), ("kinds",), ("fields",), ("figures",)
SECTIONS, TABLES, CHECKS, TRIAL, PREVIEW = ("sections",), ("tables",), ("checks",), ("trial",), ("preview",)
_PLACE = Qt.ItemDataRole.UserRole
MOST_LETTERS = 60
_LINE = QSize(0, 24)


class Node(NamedTuple):
    """One line of the tree."""

    place: Place
    text: str
    depth: int = 0


def nodes(written: WrittenEdition) -> Iterator[Node]:
    """All parts of the form, those that hold others first."""
    yield Node(HEAD, "Thông tin chung")
    yield Node(PERIODS, f"Kỳ báo cáo ({len(written.periods)})")
    yield Node(KINDS, f"Loại cơ quan ({len(written.agency_kinds)})")
    yield Node(FIELDS, f"Phần đầu, phần cuối ({len(written.fields)})")
    yield Node(SECTIONS, f"Đề cương ({len(written.sections)})")
    yield from (Node(("section", s.key), section_words(s), _depth(s)) for s in written.sections)
    yield Node(FIGURES, f"Số liệu trong lời văn ({len(written.figures)})")
    yield Node(TABLES, f"Bảng, phụ lục ({len(written.appendices)})")
    for table in written.appendices:
        yield from _of_table(written, table)
    yield Node(CHECKS, f"Quy tắc kiểm tra ({len(written.checks)})")
    yield Node(TRIAL, "Thử số liệu")
    yield Node(PREVIEW, "Xem bản in")


def _of_table(written: WrittenEdition, table: Appendix) -> Iterator[Node]:
    key = table.head.key
    title = " ".join(table.head.title.split())
    yield Node(("table", key), _cut(f"{table_name(written.head, table.head)}. {title}"), 1)
    if not table.head.repeats:
        yield Node(("rows", key), f"Dòng ({len(table.indicators)})", 2)
    yield Node(("columns", key), f"Cột ({len(table.columns) or 'thường dùng'})", 2)


def section_words(section: Section) -> str:
    """ "1. Cải cách thể chế", "Phần mở đầu"."""
    title = " ".join(section.title.split()) or PLAIN_TITLES.get(section.key, "")
    return _cut(f"{section.number} {title}".strip() or "(chưa có tên)")


def _cut(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}…"


def _depth(section: Section) -> int:
    return LEVELS.get(section.level, section.depth)


class FormTree(QTreeWidget):
    """`chosen` says the place of the line the cursor is on; keys for rows are said too."""

    chosen = Signal(tuple)
    entered = Signal()
    add_wanted = Signal(tuple)
    remove_wanted = Signal(tuple)
    move_wanted = Signal(tuple, int)
    shift_wanted = Signal(tuple, int)  # deeper, or less deep

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setAccessibleName("Các phần của mẫu")
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._nodes: tuple[Node, ...] = ()
        self._items: dict[Place, QTreeWidgetItem] = {}
        self._signs: Mapping[Place, str] = {}
        self.currentItemChanged.connect(self._choose)
        self.itemActivated.connect(lambda _: self.entered.emit())

    def show_form(self, written: WrittenEdition, signs: Mapping[Place, str]) -> None:
        """The parts as they are now, each with the level of the worst in it."""
        new = tuple(nodes(written))
        if [(n.place, n.depth) for n in new] != [(n.place, n.depth) for n in self._nodes]:
            self._build(new)
            self._signs = {}
        elif new == self._nodes and signs == self._signs:
            return
        before = dict(zip((n.place for n in self._nodes), self._nodes, strict=True))
        for node in new:
            if node != before.get(node.place) or signs.get(node.place) != self._signs.get(node.place):
                self._label(node, signs.get(node.place, ""))
        self._nodes, self._signs = new, dict(signs)

    def place(self) -> Place:
        """The place of the line the cursor is on."""
        item = self.currentItem()
        return item.data(0, _PLACE) if item else HEAD

    def go_to(self, place: Place) -> None:
        """Make the line of a place the current one."""
        if (item := self._items.get(place)) and item is not self.currentItem():
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def places(self) -> Sequence[Place]:
        """All places in their order."""
        return [node.place for node in self._nodes]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys for parts that come, go, move and change their depth; Enter goes into the pane."""
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        keys = Qt.Key
        steps = {keys.Key_Up: -1, keys.Key_Down: 1, keys.Key_Left: -1, keys.Key_Right: 1}
        if key == keys.Key_Insert:
            self.add_wanted.emit(self.place())
        elif key == keys.Key_Delete and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.remove_wanted.emit(self.place())
        elif alt and key in (keys.Key_Up, keys.Key_Down):
            self.move_wanted.emit(self.place(), steps[keys(key)])
        elif alt and key in (keys.Key_Left, keys.Key_Right):
            self.shift_wanted.emit(self.place(), steps[keys(key)])
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_F2):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    # -- inside --

    def _choose(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item:
            self.chosen.emit(item.data(0, _PLACE))

    def _build(self, new: tuple[Node, ...]) -> None:
        """All lines anew, with the same ones open and the cursor where it was."""
        current = self.place()
        closed = {place for place, item in self._items.items() if item.childCount() and not item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        self._items = {}
        holders: list[tuple[int, QTreeWidgetItem]] = []
        for node in new:
            while holders and holders[-1][0] >= node.depth:
                holders.pop()
            item = QTreeWidgetItem(holders[-1][1] if holders else self.invisibleRootItem())
            item.setData(0, _PLACE, node.place)
            item.setText(0, node.text)
            item.setSizeHint(0, _LINE)
            self._items[node.place] = item
            holders.append((node.depth, item))
        for place, item in self._items.items():
            item.setExpanded(place not in closed)
        self.setCurrentItem(self._items.get(current) or self._items[HEAD])
        self.blockSignals(False)

    def _label(self, node: Node, level: str) -> None:
        item = self._items[node.place]
        item.setText(0, f"{SIGNS[level]} {node.text}" if level else node.text)
        item.setToolTip(0, node.text)
        item.setForeground(0, LEVEL_COLOURS[level] if level else TEXT)
