"""Start Qt, show the window, and stand behind it: the last resort for our own faults."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QThreadPool, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.base import paths
from desktop_app.base.errors import DamagedFile, EnvironmentFault, FileInUse, UserFault
from desktop_app.base.garbage import resume_gc
from desktop_app.services.presence import Wish
from desktop_app.services.services import Services
from desktop_app.ui import first_use
from desktop_app.ui.dialogs.ask import tell
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.startup.last_resort import LastResort
from desktop_app.ui.startup.qt_words import QtWords
from desktop_app.ui.startup.session_end import save_at_session_end
from desktop_app.ui.theme import apply_theme

WARM_UP_MS = 400


def _application() -> QApplication:
    """The look and the number format of all windows."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Báo cáo CCHC")
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))  # 12,7 mm, not 12.7
    application.installTranslator(QtWords(application))
    application.setWindowIcon(QIcon(str(paths.resources() / "icon.ico")))
    apply_theme(application, paths.resources())
    return application


def run(build: Callable[[], Services], data_file: Path, open_id: str, take: str = "") -> int:
    """Show the window over the data file until it is closed; returns the exit code.

    take: the path of an exchange file to take in, here or in the window that is open already.
    """
    application = _application()
    repairing = False
    while True:
        try:
            services = (
                first_use.rescue(build, data_file) if repairing else _open(build, data_file.parent, take)
            )
        except DamagedFile:
            repairing = True
            continue
        except (UserFault, EnvironmentFault) as fault:
            tell(None, str(fault))
            return 2
        if services is None:
            return 2 if repairing else 0
        code, repairing = _show(application, services, open_id, take)
        if not repairing:
            return code


def _open(build: Callable[[], Services], folder: Path, take: str) -> Services | None:
    """The parts; None when another window has the data open and was called forward."""
    try:
        return build()
    except FileInUse:
        return first_use.open_or_call(build, folder, Wish(take))


def _show(application: QApplication, services: Services, open_id: str, take: str) -> tuple[int, bool]:
    """The window until it is closed; whether it was closed to repair a damaged file."""
    window = open_window(services, open_id)
    QTimer.singleShot(WARM_UP_MS, window, resume_gc)
    QTimer.singleShot(WARM_UP_MS, window, window.settle_in)
    save_at_session_end(application, window)
    if take:
        QTimer.singleShot(0, window, lambda: window.commands.take_in(Path(take)))
    try:
        code = application.exec()
        QThreadPool.globalInstance().waitForDone()  # what has begun is finished, not torn off
        if not window.wants_rescue and (trouble := window.watchers.leave()):
            tell(None, trouble)
        return code, window.wants_rescue
    finally:
        QThreadPool.globalInstance().waitForDone()
        window.deleteLater()
        services.file.close()


def open_window(services: Services, open_id: str) -> MainWindow:
    """The window, shown, with a report open when one is named."""
    window = MainWindow(services)
    LastResort(window).install()
    if open_id:
        window.open_report(open_id)
    if not window.view:
        window.show_list()
    window.show()
    return window
