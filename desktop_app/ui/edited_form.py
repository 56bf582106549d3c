"""What is said when the form of a report was edited after the report was made."""

from __future__ import annotations

from functools import partial

from desktop_app.services.services import Services
from desktop_app.ui import first_use
from desktop_app.ui.message_bar import MessageBar
from desktop_app.ui.session_bridge import SessionBridge

SENTENCE = (
    "Mẫu báo cáo đã được sửa sau khi báo cáo này được lập; số liệu và lời văn giữ nguyên, nhưng dòng, nhãn "
    "và quy tắc kiểm tra là của mẫu đã sửa: hãy soát lại."
)


def say_if_edited(services: Services, bridge: SessionBridge, bar: MessageBar) -> None:
    """Say it, and let the clerk take the edited form for this report from now on."""
    report = bridge.session.filled.report
    if services.pins.is_edited(report.id, report.edition_id):
        forms = partial(first_use.change_form, bridge, services, bar.window())
        bar.complain(SENTENCE, "Chuyển sang mẫu đã sửa", lambda: forms().adapt())
