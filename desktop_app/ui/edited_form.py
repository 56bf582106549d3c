"""What is said when the form of a report was edited after the report was made."""

from __future__ import annotations

from functools import partial

from desktop_app.base import known_keys
from desktop_app.services.services import Services
from desktop_app.ui.message_bar import MessageBar
from desktop_app.ui.session_bridge import SessionBridge

SENTENCE = (
    "Mẫu báo cáo đã được sửa sau khi báo cáo này được lập; số liệu và lời văn giữ nguyên, nhưng dòng, nhãn "
    "và quy tắc kiểm tra là của mẫu đã sửa: hãy soát lại."
)


def say_if_edited(services: Services, bridge: SessionBridge, bar: MessageBar) -> None:
    """Say it, and let the clerk take the edited form for this report from now on."""
    filled = bridge.session.filled
    latest = services.catalogue.content_digest(filled.report.edition_id)
    pinned = filled.text(known_keys.PINNED)
    if pinned and latest and pinned != latest:
        bar.complain(SENTENCE, "Theo mẫu đã sửa", partial(_pin, bridge, latest, bar))


def _pin(bridge: SessionBridge, latest: str, bar: MessageBar) -> None:
    bridge.edit_many("Theo mẫu đã sửa", {known_keys.PINNED: latest})
    bar.hide()
