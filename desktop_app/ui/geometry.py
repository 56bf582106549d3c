"""Size and place of the window: as it was left, and never larger than the screen it stands on."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

USUAL = (1280, 700)
FRAME = 40
"""What the title bar may take; Qt knows it only once the window is shown."""


def restore_geometry(window: QWidget, kept: str) -> None:
    """As it was kept, else the usual size."""
    window.resize(*USUAL)
    if kept:
        window.restoreGeometry(QByteArray.fromBase64(kept.encode()))
    if not window.isMaximized() and not window.isFullScreen():
        fit_to_screen(window, window.screen().availableGeometry())


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """The usual size of a dialog, or what its screen has of that."""
    dialog.resize(QSize(width, height).boundedTo(dialog.screen().availableSize() - QSize(0, FRAME)))


def geometry_to_keep(window: QWidget) -> str:
    """Size and place as text."""
    return bytes(window.saveGeometry().toBase64().data()).decode()


def fit_to_screen(window: QWidget, room: QRect) -> None:
    """Change as little as makes all of the window seen in this part of the screen.

    A window is moved with its title bar, which stands above what its size tells of.
    """
    most = room.adjusted(0, 0, 0, -FRAME)
    size = window.size().boundedTo(most.size())
    left = max(most.left(), min(window.x(), most.right() + 1 - size.width()))
    top = max(most.top(), min(window.y(), most.bottom() + 1 - size.height()))
    window.resize(size)
    place = QPoint(left, top)
    # To move it to where it is would push it down by its frame, which is not known yet.
    if place != window.pos() or not window.testAttribute(Qt.WidgetAttribute.WA_Moved):
        window.move(place)
