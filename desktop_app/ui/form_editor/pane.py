"""What every part of the form can do that is shown at the right of the tree."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ui.form_editor.form_bridge import FormBridge


class Pane(QWidget):
    """Shows one part of the form, and keeps up with it while it is seen."""

    guide_place = "soan-mau"

    def __init__(self, bridge: FormBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show what changed."""

    def settle(self) -> None:
        """Hand over what is being typed."""

    def focus_first(self) -> None:
        """Take the keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, key: str) -> None:
        """The record of this key, where there are some."""

    def areas(self) -> list[QWidget]:
        """What F6 goes to, in its order."""
        return [self]

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()
