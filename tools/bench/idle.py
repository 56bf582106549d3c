"""When a window that has been shown is usable: at the first moment with nothing left to do."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


def first_idle(application: QApplication) -> float:
    """The system's clock at that moment; the windows are closed after it, which is not part of a start."""
    seen: list[float] = []

    def note() -> None:
        seen.append(monotonic())
        application.quit()

    application.processEvents()
    QTimer.singleShot(0, note)
    application.exec()
    return seen[0]
