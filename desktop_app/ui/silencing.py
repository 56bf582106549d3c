"""Silence the chosen finding of the words: in this report, or for good; and see what is silenced."""

from __future__ import annotations

from desktop_app.checking.findings import Finding
from desktop_app.reports.silencing import silence_of, silencing
from desktop_app.services.services import Services
from desktop_app.services.silenced import silence_for_good
from desktop_app.ui import first_use
from desktop_app.ui.dialogs.ask import tell
from desktop_app.ui.report_view import ReportView

NOTHING_CHOSEN = "Hãy chọn một dòng trong danh sách kiểm tra (F8), rồi bấm lại Ctrl+F8."
NOT_OF_WORDS = (
    "Chỉ bỏ qua được điều tìm thấy trong lời văn. Sai lệch giữa các số liệu thì sửa số, "
    "hoặc giải trình nếu là cảnh báo (F4)."
)
NOT_FOR_GOOD = (
    "Lỗi này chỉ bỏ qua được trong báo cáo này (Ctrl+F8): ở báo cáo khác cùng những chữ ấy có thể sai thật."
)


class Silencing:
    """What three commands of the menu do."""

    def __init__(self, view: ReportView, services: Services) -> None:
        self._view, self._services = view, services

    def silence(self, *, always: bool) -> None:
        """Silence the chosen finding; the next one is chosen."""
        finding = self._chosen()
        if finding is None:
            return
        bridge = self._view.bridge
        bridge.settle()
        silence = silence_of(bridge.session.filled, finding)
        if not always:
            bridge.edit(*silencing(bridge.session.filled.entries, silence))
        elif finding.level == "error":
            tell(self._view, NOT_FOR_GOOD)
        else:
            silence_for_good(self._services.preferences, silence)
            self._view.proof_reading.read_now()

    def show(self) -> None:
        """All that is silenced, to be taken back."""
        first_use.silenced_dialog(self._view.bridge, self._services, self._view).exec()
        self._view.proof_reading.read_now()

    def _chosen(self) -> Finding | None:
        finding = self._view.panel.chosen()
        if finding is None:
            tell(self._view, NOTHING_CHOSEN)
            return None
        if finding.found_by != "prose":
            tell(self._view, NOT_OF_WORDS)
            return None
        return finding
