"""The room of a tab, empty until its page is made, since a page costs time that the start does not have."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.pages.page import Page


class TabHolder(QWidget):
    """The room of a tab, empty until its page is made."""

    def take(self, page: Page, above: QWidget | None) -> None:
        """Show the page here, below the line that says how far it is."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if above:
            layout.addWidget(above)
            above.show()
        layout.addWidget(page, 1)
        page.show()
        self.setFocusProxy(page)
