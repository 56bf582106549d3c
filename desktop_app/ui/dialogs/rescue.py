"""What to do about a damaged data file: which backup there is, what would be missing, and doing it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.base.periods import period_name, read_period
from desktop_app.services.backups import REASONS
from desktop_app.services.rescue import Rescue, look, repair
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.ask import tell

MEND, READ, LEAVE = "Phục hồi", "Lấy những gì đọc được", "Thoát, chưa làm gì"


def ask_and_repair(
    damaged: Path, build: Callable[[], Services], parent: QWidget | None = None
) -> Services | None:
    """The parts over the repaired file; None when the clerk leaves it, with everything as it was."""
    rescue = look(damaged)
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Báo cáo CCHC")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Tệp dữ liệu {damaged.name} bị hỏng: nội dung trên ổ đĩa không còn như chương trình đã ghi.")
    box.setInformativeText("\n\n".join(words(rescue)))
    do = box.addButton(MEND if rescue.backup else READ, QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(LEAVE, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(do)
    box.setEscapeButton(leave)
    box.exec()
    if box.clickedButton() is not do:
        return None
    try:
        parts, kept = repair(rescue, build)
    except (UserFault, EnvironmentFault) as fault:
        tell(parent, str(fault))
        return None
    tell(parent, f"Đã phục hồi. Tệp hỏng được giữ ở {kept}.")
    return parts


def words(rescue: Rescue) -> list[str]:
    """What there is, what is read back and what is missing, as paragraphs."""
    return [
        *_about_backup(rescue),
        *_about_newer(rescue),
        "Tệp hỏng được giữ lại với tên khác, không bị xóa.",
    ]


def _about_backup(rescue: Rescue) -> list[str]:
    if rescue.backup is None:
        return ["Không có bản sao lưu nào dùng được; chương trình lấy lại những gì còn đọc được từ tệp hỏng."]
    made, reason = rescue.backup.made_at.strftime("%H:%M ngày %d/%m/%Y"), rescue.backup.reason
    held = (
        ", ".join(period_name(read_period(report.period)) for report in rescue.held) or "không có báo cáo nào"
    )
    return [f"Bản sao lưu tốt gần nhất: {made} ({REASONS.get(reason, reason)}), gồm: {held}."]


def _about_newer(rescue: Rescue) -> list[str]:
    if not rescue.reads_anything:
        return ["Tệp hỏng không đọc được gì; mọi thay đổi sau bản sao lưu sẽ thiếu."]
    newer = sum(len(texts) for texts in rescue.texts.values())
    whole = len(rescue.whole)
    lines = []
    if newer or whole:
        reports = f" và {whole} báo cáo mới" if whole else ""
        lines.append(f"Từ tệp hỏng đọc lại được {newer} mục mới hơn bản sao lưu{reports}; sẽ được ghép vào.")
    if rescue.missing:
        parts = ", ".join(f"{report}: {count} lần sửa" for report, count in rescue.missing.items())
        lines.append(f"Không đọc lại được {parts}; hãy xem lại các báo cáo này sau khi phục hồi.")
    elif rescue.backup:
        lines.append("Không thiếu lần sửa nào.")
    return lines
