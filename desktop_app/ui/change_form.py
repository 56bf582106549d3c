"""An open report goes over to another form, and back by undo: what is asked, done and said."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.reports.succession import Moved
from desktop_app.services import moving
from desktop_app.services.library import Library
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.ask import tell
from desktop_app.ui.dialogs.move_report import NO_PLACE, MoveReportDialog
from desktop_app.ui.session_bridge import SessionBridge

NEWEST = "Báo cáo này đã theo mẫu mới nhất dùng cho kỳ của nó."
Step = Callable[[Library, str], None]


class ChangeForm:
    """What is done with the form of the report that is open in this window."""

    def __init__(self, bridge: SessionBridge, services: Services, window: QWidget) -> None:
        self._bridge, self._services, self._window = bridge, services, window

    def ask(self) -> None:
        """Show what goes where in the newest form of the period, and put the report there."""
        filled, library = self._bridge.session.filled, self._services.library
        newest = self._services.catalogue.for_period(filled.report.period)
        if newest == filled.report.edition_id:
            tell(self._window, NEWEST)
            return
        moved, plan = moving.succession(library, filled.report.id, newest), library.plans.plan(newest)
        about = f"Báo cáo này chuyển sang «{plan.edition.head.name}»; Ctrl+Z chuyển trở lại."
        if MoveReportDialog(filled, moved, plan, about, self._window).exec():
            done = f"Báo cáo đã theo «{plan.edition.head.name}».{waiting(moved)} Ctrl+Z để trở lại mẫu trước."
            self._do(lambda library, report_id: moving.move(library, report_id, newest), done)

    def step(self, step: Step) -> None:
        """Undo or redo of a move: the report is on the other form again."""
        self._do(step, "Báo cáo đã trở lại mẫu của bước đó, với đủ nội dung.")

    def adapt(self) -> None:
        """Take the edited form: what has no row there any more waits in the tray."""
        report = self._bridge.session.filled.report
        moved = moving.succession(self._services.library, report.id, report.edition_id)
        self._services.pins.pin(report.id, report.edition_id)
        self._do(moving.adapt, f"Báo cáo đã theo mẫu đã sửa.{waiting(moved)}")

    def _do(self, step: Step, done: str) -> None:
        """Change the report in the data file, then have it shown anew; a fault leaves all as it was."""
        self._bridge.settle()
        session = self._bridge.session
        try:
            if session.unsaved:
                raise EnvironmentFault(session.trouble)
            step(self._services.library, session.filled.report.id)
        except (UserFault, EnvironmentFault) as fault:
            tell(self._window, str(fault))
        else:
            self._bridge.form_changed.emit(done)


def waiting(moved: Moved) -> str:
    """The sentence about what found no place; "" when all did."""
    count = sum(not place for place in moved.places.values())
    return f" {count} mục chưa có chỗ, ở thẻ «{NO_PLACE}»." if count else ""
