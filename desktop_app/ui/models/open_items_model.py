"""Everything that stands between the open report and a signature, as the rows of a table."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush

from desktop_app.checking.findings import Finding
from desktop_app.forms.model import Level
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.marks import marked_tabs
from desktop_app.reports.progress import tab_line
from desktop_app.reports.readiness import kind_word, open_items
from desktop_app.ui import theme
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.models.rows_model import Role, RowsModel
from desktop_app.ui.qt_types import AnyIndex

UNMARKED = "Chưa đánh dấu"


class OpenItem(NamedTuple):
    """One thing that is open: how grave, of what kind, where, what, and the key that leads there."""

    level: Level
    kind: str
    place: str
    sentence: str
    key: str


def open_things(filled: FilledReport) -> list[OpenItem]:
    """The findings that count, the gravest first, then the tabs that are not marked yet."""
    plan = filled.plan
    found = [_item_of(filled, finding) for finding in open_items(filled)]
    marked = marked_tabs(plan, filled.entries)
    for tab in (tab for tab in plan.tabs if tab not in marked):
        sentence = f"{tab_line(filled, tab)}: chưa đánh dấu «Đã nhập xong»."
        found.append(OpenItem("note", UNMARKED, plan.tabs[tab], sentence, plan.marks[tab]))
    return found


def _item_of(filled: FilledReport, finding: Finding) -> OpenItem:
    key = finding.keys[0] if finding.keys else ""
    place = filled.plan.tabs.get(filled.plan.tab_of.get(key, ""), "")
    return OpenItem(finding.level, kind_word(finding), place, finding.message, key)


class OpenItemsModel(RowsModel[OpenItem]):
    """One row for each thing."""

    heads = ("Việc", "Ở đâu", "Nội dung")

    def cells(self, row: int) -> tuple[str, ...]:
        """Texts of a row."""
        item = self.rows[row]
        return f"{SIGNS[item.level]} {item.kind}", item.place, item.sentence

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """As of every table; the kind in the colour of its level."""
        if role == Role.ForegroundRole and index.column() == 0:
            return QBrush(theme.LEVEL_COLOURS[self.rows[index.row()].level])
        if role == Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return super().data(index, role)
