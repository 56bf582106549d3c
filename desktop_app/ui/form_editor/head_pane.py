"""What a form is as a whole: its name, from when to when it is in force, and the words that it prints."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.actions_edition import set_annex, set_head
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor.doing import Action, asked
from desktop_app.ui.form_editor.form_bridge import FormBridge
from desktop_app.ui.form_editor.form_tree import HEAD
from desktop_app.ui.form_editor.pane import Pane
from desktop_app.ui.form_editor.property_form import Property, PropertyForm
from desktop_app.ui.form_editor.words import PERIOD_WORDS, period_parts, period_text

KINDS = PERIOD_WORDS[:7]
IN_FORCE = (("", "Đang còn hiệu lực"), *KINDS)
THERE = "ở chỗ ghi các điều ấy"
TICKS = ("percent_sign", "merged_notes")
PROPERTIES = (
    Property("name", "Tên mẫu"),
    Property("from_kind", "Dùng từ kỳ", "choice", options=KINDS),
    Property("from_year", "Năm"),
    Property("to_kind", "Đến hết kỳ", "choice", options=IN_FORCE),
    Property("to_year", "Năm"),
    Property("kind_of_document", "Loại văn bản", hint="In hoa ở giữa trang đầu, ví dụ Báo cáo"),
    Property("national_name", "Quốc hiệu"),
    Property("motto", "Tiêu ngữ"),
    Property("appendix_word", "Bảng gọi là", hint="Đứng trước số của bảng, ví dụ Phụ lục, Biểu mẫu"),
    Property("tab_word", "Tên thẻ bắt đầu bằng", hint="Ví dụ PL, BM"),
    Property("attached", "Dòng kèm theo", "lines", f"Viết {{số}}, {{ngày ký}}, {{cơ quan}} {THERE}"),
    Property("in_annex", "Mọi bảng nằm trong một phụ lục", "tick"),
    Property("annex_word", "Phụ lục ấy gọi là"),
    Property("annex_title", "Tên phụ lục ấy", "lines", f"Viết {{tên kỳ in hoa}}, {{cơ quan in hoa}} {THERE}"),
    Property("number_word", "Chữ trước số văn bản"),
    Property("addressee_word", "Chữ trước nơi gửi"),
    Property("recipients_word", "Chữ trước nơi nhận"),
    Property("same_as_above", "Dòng đầu nơi nhận", hint="Khi báo cáo có nơi gửi, ví dụ - Như trên;"),
    Property("day_words", "Dòng ngày tháng", hint=f"Viết {{ngày}}, {{tháng}}, {{năm}} {THERE}"),
    Property("end_mark", "Dấu hết báo cáo"),
    Property("percent_sign", "In dấu % sau số của tỷ lệ", "tick"),
    Property("merged_notes", "Ghi chú giống nhau ở các dòng liền nhau in một lần", "tick"),
)  # fmt: skip


class HeadPane(Pane):
    """The properties of the form itself."""

    guide_place = "soan-mau#thông-tin-chung"

    def __init__(self, bridge: FormBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.form = PropertyForm(PROPERTIES, self)
        self.form.close_to_edits(bridge.is_closed)
        self.form.changed.connect(self._say)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        bridge.looked.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show what stands there now."""
        self.form.show_values(values(self.bridge.written))
        first = next((f for f in self.bridge.faults if f.place[:1] == HEAD), None)
        self.form.tell("name", f"● {first.sentence}" if first else "")

    def settle(self) -> None:
        """Hand over what is being typed."""
        self.form.settle()

    def focus_first(self) -> None:
        """The name takes the keys."""
        self.form.focus_first()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with what was changed elsewhere."""
        super().showEvent(event)
        self.refresh()

    def _say(self, name: str, text: str) -> None:
        try:
            action = changed(self.bridge.written, name, text)
        except UserFault as fault:
            self.bridge.complained.emit(str(fault))
            self.refresh()
            return
        self.bridge.do(action)


def values(written: WrittenEdition) -> Mapping[str, str]:
    """What each property shows."""
    head, annex = written.head, written.annex
    shown = {name: str(getattr(head, name)) for name, *_ in PROPERTIES if hasattr(head, name)}
    shown |= {name: "1" if getattr(head, name) else "" for name in TICKS}
    for end in ("from", "to"):
        kind, year = period_parts(getattr(head, f"valid_{end}"))
        shown |= {f"{end}_kind": kind}
        if kind:
            shown[f"{end}_year"] = year
    shown["in_annex"] = "1" if annex else ""
    return shown | ({"annex_word": annex.word, "annex_title": annex.title} if annex else {})


def changed(written: WrittenEdition, name: str, text: str) -> Action:
    """What makes the form say so."""
    if name in TICKS:
        return asked(set_head, **{name: bool(text)})
    if name.startswith(("from_", "to_")):
        end = name.partition("_")[0]
        return asked(set_head, **{f"valid_{end}": _period(written, end, name, text)})
    if name in ("in_annex", "annex_word", "annex_title"):
        return _annex(written, name, text)
    return asked(set_head, **{name: text})


def _annex(written: WrittenEdition, name: str, text: str) -> Action:
    """One annex that holds all tables, or none."""
    word, title = (written.annex.word, written.annex.title) if written.annex else ("", "")
    if name == "in_annex":
        return asked(set_annex, word="PHỤ LỤC" if text else "", title="")
    return asked(
        set_annex, word=text if name == "annex_word" else word, title=text if name == "annex_title" else title
    )


def _period(written: WrittenEdition, end: str, name: str, text: str) -> str:
    """The period of which kind or year was typed."""
    kind, year = period_parts(getattr(written.head, f"valid_{end}"))
    if name.endswith("kind"):
        return period_text(text, year or period_parts(written.head.valid_from)[1])
    return period_text(kind, text)
