"""Log-off and shutdown while the window is open: what is typed is saved, and the window closes."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.ui.main_window import MainWindow


class SessionManager(Protocol):
    """The part of QSessionManager that is used."""

    def allowsInteraction(self) -> bool:  # noqa: N802
        """Whether a question may be asked now."""

    def cancel(self) -> None:
        """Ask the system not to end the session."""


def save_at_session_end(application: QApplication, window: MainWindow) -> None:
    """From now on the end of the session is answered for this window."""
    application.commitDataRequest.connect(lambda manager: end_session(window, manager))


def end_session(window: MainWindow, manager: SessionManager) -> None:
    """Save before the system goes on; hold the session only for edits that no disk has taken.

    The system may end the process as soon as this returns, so everything is on the disk by then. The
    window closes afterwards by itself, with its backup, for as long as it is given time.
    """
    if window.save_now():
        QTimer.singleShot(0, window, window.close)
    elif not manager.allowsInteraction() or not window.close():
        manager.cancel()
