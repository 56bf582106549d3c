"""A pane of labelled inputs, made from a table of what can be said of the chosen thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Literal, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.form_editor.inputs import EditChoice, EditLine, EditLines, EditTick, Input
from desktop_app.ui.form_editor.pick_button import PickButton
from desktop_app.ui.form_editor.place_words import read_places, shown_places
from desktop_app.ui.widgets.hint_label import HintLabel
from desktop_app.ui.widgets.plain_label import PlainLabel

MARGIN, WIDEST = 16, 760


class Property(NamedTuple):
    """One thing that can be said; `pick` is a line that is filled by a dialog of its own."""

    name: str
    label: str
    kind: Literal["line", "lines", "choice", "tick", "pick", "about"] = "line"
    hint: str = ""
    options: Sequence[tuple[str, str]] = ()
    lines: int = 2


class PropertyForm(QScrollArea):
    """The inputs below each other; `changed` says name and value, `picked` the name of a button."""

    changed = Signal(str, str)
    picked = Signal(str)

    def __init__(self, properties: Sequence[Property], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inputs: dict[str, Input] = {}
        self.buttons: dict[str, PickButton] = {}
        self._hints: dict[str, HintLabel] = {}
        self._told: dict[str, str] = {}
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(MARGIN, 8, MARGIN, 8)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setVerticalSpacing(4)
        whole.addLayout(self._form)
        whole.addStretch(1)
        for each in properties:
            self._add(each)
        self.setWidget(inner)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show what stands there now; a name that is missing is hidden."""
        for name, part in self.inputs.items():
            if name in values:
                part.show_value(shown_places(values[name]))
        for name, button in self.buttons.items():
            button.show_words(values.get(name, ""))
        for name in (*self.inputs, *self.buttons):
            self._form.setRowVisible(self._row(name), name in values)
        for name, label in self._hints.items():
            self._form.setRowVisible(label, bool(label.text()) and name in values)

    def show_inside(self, there: bool) -> None:
        """Nothing is shown of no record."""
        if inner := self.widget():
            inner.setVisible(there)

    def tell(self, name: str, words: str) -> None:
        """What is said below an input now, "" for its own hint."""
        label = self._hints[name]
        label.setText(words or self._told[name])
        self._form.setRowVisible(label, bool(label.text()))

    def settle(self) -> None:
        """Hand over what is being typed."""
        for part in self.inputs.values():
            part.settle()

    def close_to_edits(self, closed: bool) -> None:
        """A form that is published is only read."""
        for part in (*self.inputs.values(), *self.buttons.values()):
            if isinstance(part, EditLine | EditLines):
                part.setReadOnly(closed)
            else:
                part.setEnabled(not closed)

    def focus_first(self) -> None:
        """Focus the first input."""
        seen = (part for part in (*self.inputs.values(), *self.buttons.values()) if not part.isHidden())
        if first := next(seen, None):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, name: str) -> QWidget:
        return self.inputs.get(name) or self.buttons[name]

    def _add(self, each: Property) -> None:
        part = self._made(each)
        part.setAccessibleName(each.label)
        part.setAccessibleDescription(each.hint)
        if each.kind == "tick":
            self._form.addRow("", part)
        else:
            label = PlainLabel(each.label)
            label.setBuddy(part)
            self._form.addRow(label, part)
        self._told[each.name] = each.hint
        hint = self._hints[each.name] = HintLabel(each.hint)
        self._form.addRow("", hint)
        self._form.setRowVisible(hint, bool(each.hint))

    def _made(self, each: Property) -> QWidget:
        if each.kind == "pick":
            button = self.buttons[each.name] = PickButton()
            button.clicked.connect(partial(self.picked.emit, each.name))
            return button
        made: Input
        if each.kind == "lines":
            made = EditLines(each.lines)
        elif each.kind == "choice":
            made = EditChoice(each.options)
        elif each.kind == "tick":
            made = EditTick(each.label)
        else:
            made = EditLine()
        made.settled.connect(lambda text, name=each.name: self.changed.emit(name, read_places(text)))
        self.inputs[each.name] = made
        return made
