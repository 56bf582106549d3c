"""The tab "Chung": who reports, number and date, title, recipients and signer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QGroupBox, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.base import known_keys
from desktop_app.forms.model import Field
from desktop_app.forms.wording import fill
from desktop_app.reports.filled_report import words_of
from desktop_app.reports.session import Changes
from desktop_app.searching.hits import Hit
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.pages.page import Page
from desktop_app.ui.session_bridge import SessionBridge
from desktop_app.ui.theme import LEVEL_COLOURS
from desktop_app.ui.widgets.following_scroll import FollowingScroll
from desktop_app.ui.widgets.hint_label import NARROWEST, HintLabel
from desktop_app.ui.widgets.hit_mark import select_letters
from desktop_app.ui.widgets.plain_label import PlainLabel
from desktop_app.ui.widgets.text_field import LinesField, PickField, TextField, WordsField

WELCOME = (
    "Bắt đầu ở đây: ghi cơ quan báo cáo và chọn loại cơ quan, sau đó nhập số liệu và lời văn ở các thẻ "
    "bên cạnh. Mọi thay đổi được lưu ngay."
)
FIELD_WIDTH, SHORT_WIDTH = 560, 160


class GeneralPage(Page):
    """Every entry of the head and the foot, in the groups of the form."""

    guide_place = "the-chung"

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._inputs: dict[str, TextField | LinesField | WordsField | PickField] = {}
        self._hints: dict[str, HintLabel] = {}
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 16, 24, 24)
        layout.addWidget(HintLabel(WELCOME))
        words = (field.label for field in self.session.filled.plan.edition.fields)
        self._label_width = max(map(self.fontMetrics().horizontalAdvance, words), default=0) + 2
        for name, fields in self._groups().items():
            layout.addWidget(self._group(name, fields))
        layout.addStretch(1)
        self._scroll = FollowingScroll(inner, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def go_to(self, key: str) -> None:
        """Focus the entry."""
        field = self._inputs.get(key) or next(iter(self._inputs.values()))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_hit(self, hit: Hit) -> QWidget | None:
        """Select the letters in their field."""
        field = self._inputs.get(hit.key)
        if field is None or isinstance(field, PickField):
            return None
        line = field.line if isinstance(field, WordsField) else field
        select_letters(line, hit.start, hit.end)
        self._scroll.show_place(line)
        return line

    def current_key(self) -> str:
        """The entry that has the focus."""
        now = self.window().focusWidget()
        held = (k for k, field in self._inputs.items() if now and (field is now or field.isAncestorOf(now)))
        return next(held, "")

    def focus_first(self) -> None:
        """Focus the entry where the clerk was last, else the first."""
        self._scroll.come_back(next(iter(self._inputs.values()), None))

    def refresh(self, changes: Changes) -> None:
        """Show again the entries that changed."""
        for key in changes.keys & self._inputs.keys():
            self._inputs[key].show_text()
            self._show_hint(key)

    def _groups(self) -> dict[str, list[Field]]:
        groups: dict[str, list[Field]] = {}
        for field in self.session.filled.plan.edition.fields:
            groups.setdefault(field.group, []).append(field)
        return groups

    def _group(self, name: str, fields: list[Field]) -> QGroupBox:
        box = QGroupBox(name)
        form = QFormLayout(box)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(4)
        for field in fields:
            entry = self._input(field)
            entry.setAccessibleName(field.label)
            if isinstance(entry, WordsField):
                entry.line.setAccessibleName(field.label)
            entry.setAccessibleDescription(field.hint)
            _set_width(entry, FIELD_WIDTH if field.kind == "text" else SHORT_WIDTH)
            self._inputs[field.key], self._hints[field.key] = entry, HintLabel()
            label = PlainLabel(field.label)
            label.setBuddy(entry)
            label.setMinimumWidth(self._label_width)
            form.addRow(label, entry)
            form.addRow("", self._hints[field.key])
            self._show_hint(field.key)
        return box

    def _input(self, field: Field) -> TextField | LinesField | WordsField | PickField:
        if field.key == known_keys.AGENCY_KIND:
            kinds = {kind.key: kind.name for kind in self.session.filled.plan.edition.agency_kinds}
            return PickField(self.bridge, field.key, kinds)
        if field.options:
            return WordsField(self.bridge, field.key, field.options)
        if field.lines > 1:
            return LinesField(self.bridge, field.key, field.lines)
        entry = TextField(self.bridge, field.key)
        if field.default:
            entry.setPlaceholderText(fill(field.default, words_of(self.session.filled)))
        return entry

    def _show_hint(self, key: str) -> None:
        """What to type, or what is wrong with what was typed."""
        label, found = self._hints[key], self.bridge.findings.at(key)
        lines = [f"{SIGNS[finding.level]} {finding.message} {finding.advice}" for finding in found[:1]]
        label.setText(lines[0] if lines else self.session.filled.plan.fields[key].hint)
        label.setStyleSheet(f"color: {LEVEL_COLOURS[found[0].level].name()}" if found else "")
        label.setVisible(bool(label.text()))


def _set_width(entry: QWidget, most: int) -> None:
    """As wide as there is room, up to this."""
    entry.setMinimumWidth(min(most, NARROWEST))
    entry.setMaximumWidth(most)
    entry.setSizePolicy(QSizePolicy.Policy.Expanding, entry.sizePolicy().verticalPolicy())
