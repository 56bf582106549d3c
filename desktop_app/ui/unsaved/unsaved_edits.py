"""Edits that could not be saved: said loudly, tried again and again, or written where the clerk says."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.base.dates import clock
from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.reports.session import Session
from desktop_app.services import exchange
from desktop_app.services.export import put_in_place
from desktop_app.services.form_travel import file_with_form
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.files import ask_where
from desktop_app.ui.exporting import FILTERS, file_name
from desktop_app.ui.message_bar import MessageBar
from desktop_app.ui.session_bridge import SessionBridge

AGAIN_MS = 1500


class UnsavedEdits(QObject):
    """Watches the open report; `watch` is called after every save that failed."""

    def __init__(self, services: Services, window: QWidget, bar: MessageBar) -> None:
        super().__init__(window)
        self._services, self._window, self._bar = services, window, bar
        self._bridge: SessionBridge | None = None
        self._written = 0
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._try_again)

    def watch(self, bridge: SessionBridge) -> None:
        """Say that edits wait, and try again until they are saved."""
        if self._bridge is bridge and self.is_trying:
            return
        self._bridge = bridge
        self._complain(bridge.session)
        self._again.start()

    def forget(self) -> None:
        """The report is left: what still waits was given up, or is written elsewhere."""
        if self.is_trying:
            self._again.stop()
            self._bar.hide()
        self._bridge = None

    def are_written_elsewhere(self, session: Session) -> bool:
        """Whether the clerk has written out everything that waits."""
        return self._bridge is not None and self._bridge.session is session and self._written == session.edits

    def write_elsewhere(self) -> None:
        """Ask where to, and write the open report there whole, as an exchange file."""
        if self._bridge is None:
            return
        session = self._bridge.session
        proposed = file_name(session.filled) + exchange.SUFFIX
        if chosen := ask_where(self._window, "Ghi báo cáo ra nơi khác", proposed, FILTERS["json"]):
            self.write_to(chosen)

    def write_to(self, target: Path) -> None:
        """Write the open report there; the edits go on waiting for their own place."""
        assert self._bridge
        session = self._bridge.session
        try:
            put_in_place({target: exchange.as_json(file_with_form(session.filled, self._services))})
        except (UserFault, EnvironmentFault) as fault:
            self._bar.complain(str(fault), "Ghi ra nơi khác…", self.write_elsewhere)
            return
        self._written = session.edits
        self._bar.complain(
            f"Đã ghi cả báo cáo ra {target} lúc {clock(datetime.now())}. Tệp dữ liệu vẫn chưa ghi được; "
            "chương trình tiếp tục thử.",
            "Ghi lần nữa…", self.write_elsewhere,
        )  # fmt: skip

    @property
    def is_trying(self) -> bool:
        """Whether edits wait to be written, which is tried again and again."""
        return self._again.isActive()

    def _try_again(self) -> None:
        bridge = self._bridge
        if bridge is None or not bridge.session.unsaved:
            self._again.stop()
            return
        try:
            self._services.file.find_again()
        except EnvironmentFault:
            return
        bridge.settle()
        if not bridge.session.unsaved:
            self._again.stop()
            self._bar.say("Đã lưu lại được; không mất thay đổi nào.")

    def _complain(self, session: Session) -> None:
        self._bar.complain(
            f"CHƯA LƯU: {session.trouble} Các thay đổi được giữ trong bộ nhớ và sẽ được ghi ngay khi có thể; "
            "đừng tắt máy.",
            "Ghi ra nơi khác…", self.write_elsewhere,
        )  # fmt: skip
