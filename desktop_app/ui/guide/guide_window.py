"""The guide's window: contents and search at the left, the page at the right; Escape closes it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.base import paths
from desktop_app.services.guide import Guide
from desktop_app.services.guide_names import CONTENTS
from desktop_app.ui import first_use
from desktop_app.ui.geometry import fit_to_screen
from desktop_app.ui.guide.guide_browser import GuideBrowser
from desktop_app.ui.shortcuts import shortcuts
from desktop_app.ui.widgets.plain_label import PlainLabel

KEYS = "bảng phím"
SIZE, LEFT = (1060, 680), 270
NOTHING = "Không thấy trong hướng dẫn; hãy thử ít chữ hơn hoặc chữ khác."


class GuideWindow(QWidget):
    """One over each window that asks for it; it lets the clerk go on with her work."""

    def __init__(self, guide: Guide, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.guide = guide
        self._place, self._past = "", list[str]()
        self.browser = GuideBrowser(self.guide, self)
        self.browser.anchorClicked.connect(self._follow)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Tìm trong hướng dẫn (Ctrl+F)")
        self.search.setAccessibleName("Tìm trong hướng dẫn")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_list)
        self.search.returnPressed.connect(self._open_chosen)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("Mục lục và kết quả tìm")
        self.list.setWordWrap(True)
        self.list.setFixedWidth(LEFT)
        self.list.setSpacing(2)
        self.list.itemActivated.connect(self._open_chosen)
        self.list.itemClicked.connect(self._open_chosen)
        self._said = PlainLabel()
        self._said.setAccessibleName("Thông báo")
        self._lay_out()
        self._set_keys()
        self._show_list()
        self.resize(*SIZE)
        room = self.screen().availableGeometry()
        self.move(room.topRight())  # the work goes on at the left
        fit_to_screen(self, room)

    @classmethod
    def over(cls, parent: QWidget) -> GuideWindow:
        """The guide of this window, made at its first use."""
        known = parent.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return known or cls(Guide(paths.guide(), {KEYS: key_table()}), parent)

    @property
    def place(self) -> str:
        """What is shown, as "page#anchor"."""
        return self._place

    def open_at(self, place: str) -> None:
        """Come forward with this page, "page" or "page#anchor"."""
        self._go(place)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.activateWindow()
        self.browser.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Back to the window that asked, where the clerk was."""
        super().closeEvent(event)
        if parent := self.parentWidget():
            parent.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrows in the search go through what was found."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
        return super().eventFilter(watched, event)

    # -- inside --

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for text, act in (
            ("◀ Trở lại", self.back),
            ("Mục lục", lambda: self._go(CONTENTS)),
            ("In trang này…", self.print_page),
            ("In cả hướng dẫn…", self.print_all),
            ("Đóng", self.close),
        ):
            buttons.addWidget(self._button(text, act))
        buttons.insertStretch(2, 1)
        left, right, whole = QVBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        right.addLayout(buttons)
        right.addWidget(self._said)
        right.addWidget(self.browser, 1)
        whole.addLayout(left)
        whole.addLayout(right, 1)
        self._said.hide()
        for before, after in pairwise((self.search, self.list, self.browser)):
            self.setTabOrder(before, after)

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: act())
        return button

    def _set_keys(self) -> None:
        for keys, act in (
            ("Esc", self.close), ("Ctrl+F", self._begin_search), ("Alt+Left", self.back),
            ("Ctrl+P", self.print_page), ("Ctrl+Shift+P", self.print_all), ("F1", lambda: self._go(CONTENTS)),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def back(self) -> None:
        """The page that was read before."""
        if self._past:
            place, self._place = self._past.pop(), ""
            self._go(place)

    def print_page(self) -> None:
        """Print the page that is shown."""
        self._say(first_use.print_guide(self.guide, [self.guide.pages[self._place.partition("#")[0]]], self))

    def print_all(self) -> None:
        """Print all pages in their order."""
        self._say(first_use.print_guide(self.guide, list(self.guide.pages.values()), self))

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _go(self, place: str, words: str = "") -> None:
        name, _, anchor = place.partition("#")
        name = name if name in self.guide.pages else CONTENTS
        if self._place and place != self._place:
            self._past.append(self._place)
        self._place = place
        self.browser.show_page(name, anchor)
        self.browser.mark(words)
        self._say("")
        self.setWindowTitle(f"{self.guide.pages[name].title} · Hướng dẫn")
        if not self.search.text():
            self.list.setCurrentRow(list(self.guide.pages).index(name))

    def _follow(self, link: QUrl) -> None:
        """A link: to a page, to a heading of a page, or of this one."""
        page, _, anchor = link.toString().partition("#")
        name = page.removesuffix(".md") or self._place.partition("#")[0]
        self._go(f"{name}#{anchor}" if anchor else name)

    def _begin_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_list(self) -> None:
        """The pages, or what was found of the words in the search field."""
        self.list.clear()
        words = self.search.text().strip()
        if not words:
            for page in self.guide.pages.values():
                self._add(page.title, page.name)
            return
        hits = self.guide.search(words)
        for hit in hits:
            self._add(f"{hit.title}\n{hit.snippet}", hit.place)
        if hits:
            self.list.setCurrentRow(0)
        else:
            self._add(NOTHING, "")

    def _add(self, text: str, place: str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(Qt.ItemDataRole.UserRole, place)

    def _open_chosen(self) -> None:
        """The chosen page or hit, or the first."""
        item = self.list.currentItem() or self.list.item(0)
        if place := item.data(Qt.ItemDataRole.UserRole):
            self._go(place, self.search.text())
            if self.list.hasFocus() or self.search.hasFocus():
                self.browser.setFocus(Qt.FocusReason.OtherFocusReason)


def key_table() -> str:
    """All keys as tables in Markdown, one for each place where they work."""
    lines, where = list[str](), ""
    for shortcut in shortcuts():
        if shortcut.where != where:
            where = shortcut.where
            lines += ["", f"## {where}", "", "| Phím | Làm gì |", "|---|---|"]
        lines.append(f"| **{shortcut.keys}** | {shortcut.words} |")
    return "\n".join(lines)
