"""Answer the questions of the window with real clicks, and see what was asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox


@contextmanager
def answering(*answers: str) -> Iterator[list[str]]:
    """Click the buttons of these texts in the message boxes that come; yields what they said."""
    said: list[str] = []
    left = list(answers)
    timer = QTimer()

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox) or not left:
            return
        said.append(f"{box.text()} {box.informativeText()}".strip())
        wanted = left.pop(0)
        button = next((b for b in box.buttons() if b.text().replace("&", "") == wanted), None)
        if button is None:
            said.append(f"no button «{wanted}» among {[b.text() for b in box.buttons()]}")
            box.reject()
        else:
            button.click()

    timer.timeout.connect(look)
    timer.start(20)
    try:
        yield said
    finally:
        timer.stop()
    assert not left, f"never asked: {left}"


@contextmanager
def in_dialog(act: Callable[[QDialog], None]) -> Iterator[None]:
    """Do this once a dialog stands; it is closed whatever happens, so that a test fails and never waits."""
    faults: list[BaseException] = [AssertionError("no dialog came")]
    timer = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        timer.stop()
        faults.clear()
        try:
            act(dialog)
        except BaseException as fault:  # raised below, outside of Qt
            faults.append(fault)
        finally:
            if dialog.isVisible():
                dialog.reject()

    timer.timeout.connect(look)
    timer.start(20)
    try:
        yield
    finally:
        timer.stop()
    if faults:
        raise faults[0]
