"""Start Qt, show the window, and stand behind it: the last resort for our own faults."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QLocale, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.base import paths
from desktop_app.base.errors import DamagedFile, EnvironmentFault, FileInUse, UserFault
from desktop_app.services.parts import Parts
from desktop_app.ui.dialogs.ask import tell
from desktop_app.ui.keeping.last_resort import LastResort
from desktop_app.ui.late import Late
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import apply_theme

WARM_UP_MS = 400


def run(build: Callable[[], Parts], open_id: str, late: Late) -> int:
    """Show the window until it is closed; returns the exit code."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Báo cáo CCHC")
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))  # 12,7 mm, not 12.7
    apply_theme(application, paths.resources())
    mending = False
    while True:
        try:
            parts = late.rescue(build) if mending else _open(build, late)
        except DamagedFile:
            mending = True
            continue
        except (UserFault, EnvironmentFault) as fault:
            tell(None, str(fault))
            return 2
        if parts is None:
            return 2 if mending else 0
        code, mending = _show(application, parts, open_id, late)
        if not mending:
            return code


def _open(build: Callable[[], Parts], late: Late) -> Parts | None:
    """The parts; None when another window has the data open and was called forward."""
    try:
        return build()
    except FileInUse:
        return late.open_or_call(build)


def _show(application: QApplication, parts: Parts, open_id: str, late: Late) -> tuple[int, bool]:
    """The window until it is closed; whether it was closed to mend a damaged file."""
    window = open_window(parts, open_id, late)
    QTimer.singleShot(WARM_UP_MS, window, late.rest)
    QTimer.singleShot(WARM_UP_MS, window, window.settle_in)
    try:
        code = application.exec()
        QThreadPool.globalInstance().waitForDone()  # what has begun is finished, not torn off
        if not window.wants_rescue and (trouble := window.keeping.leave()):
            tell(None, trouble)
        return code, window.wants_rescue
    finally:
        QThreadPool.globalInstance().waitForDone()
        window.deleteLater()
        parts.file.close()


def open_window(parts: Parts, open_id: str, late: Late) -> MainWindow:
    """The window, shown, with a report open when one is named."""
    window = MainWindow(parts, late)
    LastResort(window, late).install()
    if open_id:
        window.open_report(open_id)
    if not window.view:
        window.show_list()
    window.show()
    return window
