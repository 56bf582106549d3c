"""Let the window go on for a while, or until its pages are made."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QTimer

from desktop_app.ui.pages.preview_page import PreviewPage

PATIENCE = 600
"""Tenths of a second for the pages of a report on a busy machine."""


def wait(milliseconds: int) -> None:
    """Until so much time has passed, with the window alive."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for_pages(page: PreviewPage) -> None:
    """Until the pages are made and drawn."""
    wait(200)
    for _ in range(PATIENCE):
        if page.is_current and page.pages.sizes:
            break
        wait(100)
    wait(800)
