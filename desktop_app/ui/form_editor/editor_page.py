"""The editor of one form: its parts at the left, the chosen one at the right, what is wrong at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.form_editor.choose_rows import Asked, choose_rows
from desktop_app.ui.form_editor.faults_list import FaultsList
from desktop_app.ui.form_editor.form_bridge import FormBridge
from desktop_app.ui.form_editor.form_tree import PREVIEW, FormTree, Place
from desktop_app.ui.form_editor.pane import Pane
from desktop_app.ui.form_editor.panes import Panes
from desktop_app.ui.form_editor.places import home_of, place_name
from desktop_app.ui.form_editor.property_form import PropertyForm
from desktop_app.ui.form_editor.records_pane import RANKS
from desktop_app.ui.form_editor.relations import row_choices
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.text_line import TextLine

TREE_WIDTH = 270
BUTTONS = (
    ("publish", "&Ban hành…"), ("newer", "Tạo &bản mới hơn…"), ("preview", "Xem bản in"),
    ("back", "&Quay lại"),
)  # fmt: skip
SEARCH = Asked("Tìm dòng", "Gõ vài chữ của chỉ tiêu rồi Enter để đến dòng đang chọn.", 1, 1)


class EditorPage(QWidget):
    """One form; `wanted` says what is to be done with it as a whole."""

    guide_place = "soan-mau#sửa-mẫu"
    wanted = Signal(str)

    def __init__(self, bridge: FormBridge, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._levels: dict[Place, str] = {}
        self.tree = FormTree(self)
        self.panes = Panes(bridge)
        self._stack = QStackedWidget()
        self.faults = FaultsList(lambda place: place_name(bridge.written, place), self)
        self._lay_out(about)
        self._connect()
        self.refresh()
        self.show_faults()
        self._show_pane(self.tree.place())

    # -- what the desk asks --

    def refresh(self) -> None:
        """Show what changed in the tree; the panes look after themselves."""
        written = self.bridge.written
        self._name.setText(written.head.name)
        self.tree.show_form(written, self._levels)

    def show_faults(self) -> None:
        """Show what is wrong, in the tree and at the foot."""
        self._levels = self._signs()
        self.tree.show_form(self.bridge.written, self._levels)
        self.faults.show_faults(self.bridge.faults)

    def settle(self) -> None:
        """Hand over what is being typed, wherever that is."""
        if pane := self._pane():
            pane.settle()

    def go_to(self, place: Place) -> None:
        """Show and focus a place of the form."""
        self.settle()
        home, key = home_of(self.bridge.written, place)
        self.tree.go_to(home)
        pane = self._show_pane(home)
        if key:
            pane.go_to(key)
        pane.focus_first()

    def step_areas(self, step: int) -> None:
        """F6: the tree, the parts of the pane, what is wrong, and round again."""
        self.settle()
        pane = self._pane()
        inside = pane.areas() if pane else []
        areas = [part for part in (self.tree, *inside, self.faults.table) if part.isVisible()]
        now = self.window().focusWidget()
        at = next((n for n, area in enumerate(areas) if now and (area is now or area.isAncestorOf(now))), 0)
        target = areas[(at + step) % len(areas)]
        if isinstance(target, Pane | PropertyForm):
            target.focus_first()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step_faults(self, step: int) -> None:
        """Go to the next place where something is wrong."""
        self.bridge.look()
        self.faults.step(step)

    def search(self) -> None:
        """Look for a row by words of its label, and go there."""
        choices = row_choices(self.bridge.written, but="", headings=True)
        if found := choose_rows(choices, (), SEARCH, self):
            self.go_to(("row", found[0]))

    def show_preview(self) -> None:
        """The printed form."""
        self.go_to(PREVIEW)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape goes from the pane to the tree, and from the tree back to the list."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.tree.hasFocus():
            self.wanted.emit("back")
        else:
            self.settle()
            self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- inside --

    def _lay_out(self, about: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 6)
        head.setSpacing(12)
        self._name = TextLine("Tên mẫu", 1)
        self._state, self._saved = PlainLabel(about), PlainLabel()
        self._state.setProperty("quiet", True)
        self._saved.setAccessibleName("Trạng thái lưu")
        self._saved.setText("" if self.bridge.is_closed else "Đã lưu")
        head.addWidget(self._name, 1)
        for label in (self._state, self._saved):
            head.addWidget(label)
        self.buttons: dict[str, QPushButton] = {}
        for name, text in BUTTONS:
            button = self.buttons[name] = QPushButton(text, self)
            button.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            head.addWidget(button)
        self.buttons["publish"].setVisible(not self.bridge.is_closed)
        self.buttons["newer"].setVisible(self.bridge.is_closed)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(self.tree)
        across.addWidget(self._stack)
        across.setStretchFactor(1, 1)
        across.setSizes([TREE_WIDTH, 10 * TREE_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(across, 1)
        layout.addWidget(self.faults)

    def _connect(self) -> None:
        self.bridge.changed.connect(self.refresh)
        self.bridge.looked.connect(self.show_faults)
        self.bridge.gone_to.connect(self.go_to)
        self.bridge.saved.connect(self._saved.setText)
        self.tree.chosen.connect(self._on_chosen)
        self.tree.entered.connect(self._enter)
        self.tree.add_wanted.connect(self.panes.add)
        self.tree.remove_wanted.connect(self.panes.remove)
        self.tree.move_wanted.connect(self.panes.move)
        self.tree.shift_wanted.connect(self.panes.shift)
        self.panes.gone_to.connect(self.tree.go_to)
        self.panes.wanted.connect(self.go_to)
        self.faults.wanted.connect(self.go_to)

    def _on_chosen(self, place: Place) -> None:
        self.settle()
        self._show_pane(place)

    def _show_pane(self, place: Place) -> Pane:
        pane, key = self.panes.of(place)
        if self._stack.indexOf(pane) < 0:
            self._stack.addWidget(pane)
        self._stack.setCurrentWidget(pane)
        if key:
            pane.refresh()
            pane.go_to(key)
        return pane

    def _enter(self) -> None:
        if pane := self._pane():
            pane.focus_first()

    def _pane(self) -> Pane | None:
        """What is shown at the right."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Pane) else None

    def _signs(self) -> dict[Place, str]:
        """Line of the tree -> the worst level in it."""
        found: dict[Place, str] = {}
        for fault in self.bridge.faults:
            place = home_of(self.bridge.written, fault.place)[0]
            if place not in found or RANKS[fault.level] < RANKS[found[place]]:
                found[place] = fault.level
        return found
