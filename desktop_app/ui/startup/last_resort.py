"""The last resort for our own faults: noted, said once in one dialog, and the program goes on."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.ui import first_use
from desktop_app.ui.dialogs.ask import tell
from desktop_app.ui.main_window import MainWindow

SAVED = "Dữ liệu đã được lưu đến lần sửa cuối cùng; bạn có thể làm tiếp."
NOT_SAVED = "Lần sửa cuối CHƯA lưu được vào ổ đĩa nhưng vẫn còn trong cửa sổ này; đừng đóng chương trình."


class LastResort:
    """Stands behind everything that Qt calls; expected faults that come so far are shown as they are."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._folder = window, window.services.folder
        self._said: set[str] = set()
        self._busy = False

    def install(self) -> None:
        """Take over what Python does with exceptions that nobody caught."""
        sys.excepthook = self.hook
        sys.unraisablehook = lambda raised: self._note(raised.exc_value)
        threading.excepthook = lambda raised: self._note(raised.exc_value)

    def hook(self, _kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        """One dialog at a time, and one for each place that goes wrong: painting may go wrong for ever."""
        if isinstance(fault, UserFault | EnvironmentFault):
            self._window.complain(fault)
            return
        log = first_use.note_fault(self._folder, fault)
        place = _place(fault)
        if self._busy or place in self._said:
            return
        self._busy = True
        self._said.add(place)
        try:
            saved = SAVED if self._window.save_now() else NOT_SAVED
            tell(
                self._window,
                f"Chương trình gặp lỗi của chính nó, không phải lỗi của bạn. {saved} Chi tiết ghi ở {log}.",
            )
        finally:
            self._busy = False

    def _note(self, fault: BaseException | None) -> None:
        """What went wrong where no window waits for it."""
        if fault is not None:
            first_use.note_fault(self._folder, fault)


def _place(fault: BaseException) -> str:
    """Where in the program it happened."""
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{type(fault).__name__} {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
