"""Choose a place of the form by typing a part of its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

MOST_SEEN = 14


class PlaceBox(QComboBox):
    """`chosen` says the key once Enter is pressed on a name that there is."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(MOST_SEEN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(40)
        self.setAccessibleName("Đưa vào chỗ nào")
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(MOST_SEEN)
        self.setCompleter(completer)

    def offer(self, names: dict[str, str]) -> None:
        """The places by key."""
        self.clear()
        for key, name in names.items():
            self.addItem(name, key)

    def show_key(self, key: str) -> None:
        """The name of the key; nothing for none."""
        self.setCurrentIndex(self.findData(key) if key else -1)
        if not key:
            self.clearEditText()

    def key(self) -> str:
        """The key of the name that stands there, or of the only one that holds what is typed; "" for none."""
        typed = self.currentText().strip().casefold()
        if not typed:
            return ""
        names = [self.itemText(at).casefold() for at in range(self.count())]
        if typed in names:
            return str(self.itemData(names.index(typed)))
        holding = [at for at, name in enumerate(names) if typed in name]
        return str(self.itemData(holding[0])) if len(holding) == 1 else ""

    def take(self) -> None:
        """Say the key of what stands there, if it is one."""
        if key := self.key():
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter takes the place."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
            return
        super().keyPressEvent(event)
