"""The reading of a Word file in the background: how far it is, and "Dừng"."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop_app.ui.tasks import Task

PROGRESS_DELAY_MS = 300
"""A file that is read sooner shows no progress."""


def follow_reading(task: Task, name: str, window: QWidget) -> None:
    """Show the progress of the task over the window until it ends; `name`: of the file.

    Called before anything else listens to the task, so that it is gone when its result is shown.
    """
    shown = QProgressDialog(f"Đang đọc {name}…", "Dừng", 0, 0, window)
    shown.setWindowModality(Qt.WindowModality.WindowModal)
    shown.setMinimumDuration(PROGRESS_DELAY_MS)
    shown.setValue(0)  # from here on the delay counts; without it Qt's own of four seconds would
    shown.setAutoClose(False)
    task.moved.connect(lambda count: shown.setLabelText(f"Đang đọc {name}: đoạn {count}"))
    shown.canceled.connect(task.stop)
    for end in (task.done, task.failed, task.ended):
        end.connect(shown.reset)
    task.ended.connect(shown.deleteLater)
