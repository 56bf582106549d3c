"""Start Qt, show the window, and stand behind it: the last resort for our own faults."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QLocale, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.base import paths
from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.services.parts import Parts
from desktop_app.ui.dialogs.ask import tell
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
    try:
        parts = build()
    except (UserFault, EnvironmentFault) as fault:
        tell(None, str(fault))
        return 2
    window = open_window(parts, open_id, late)
    QTimer.singleShot(WARM_UP_MS, late.warm_up)
    try:
        return application.exec()
    finally:
        QThreadPool.globalInstance().waitForDone()  # an export that has begun is finished, not torn off
        del window
        parts.file.close()


def open_window(parts: Parts, open_id: str, late: Late) -> MainWindow:
    """The window, shown, with a report open when one is named."""
    window = MainWindow(parts, late)
    sys.excepthook = _last_resort(window, late)
    if open_id:
        window.open_report(open_id)
    if not window.view:
        window.show_list()
    window.show()
    return window


def _last_resort(window: MainWindow, late: Late) -> Callable[..., None]:
    """Our faults: logged, said once, and the program goes on."""

    def hook(_kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        log = late.note_fault(fault)
        tell(
            window,
            "Chương trình gặp lỗi của chính nó, không phải lỗi của bạn. Dữ liệu đã được lưu đến lần sửa "
            f"cuối cùng; bạn có thể làm tiếp. Chi tiết ghi ở {log}.",
        )

    return hook
