"""The lines that a clerk adds to a table, with one empty line at the end to type into."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject

from desktop_app.forms.columns import MOST_LINES, cell_key, read_line_key
from desktop_app.forms.model import Appendix, Indicator
from desktop_app.reports.lines import count_lines
from desktop_app.reports.session import Changes
from desktop_app.ui.models.appendix_model import AppendixModel
from desktop_app.ui.session_bridge import SessionBridge


class LinesModel(AppendixModel):
    """Each line as a row; one more is shown as soon as something stands in the last."""

    def __init__(self, bridge: SessionBridge, appendix: Appendix, parent: QObject | None = None) -> None:
        super().__init__(bridge, appendix, {}, parent)
        self.last = count_lines(self.session.filled, appendix)
        """The last line that holds something."""
        self._lines = [_line(appendix, n) for n in range(1, MOST_LINES + 1)]
        self.rows = self._lines[: self._wanted()]

    def row_at(self, place: int) -> Indicator | None:
        """The line at this place, whether it is shown yet or not."""
        return self._lines[place] if 0 <= place < MOST_LINES else None

    def reason_closed(self, row: Indicator) -> str:
        """Why this agency does not report the table; "" when it does."""
        keys = (cell_key(row, column) for column in self.appendix.columns)
        return self.session.filled.out_of_scope(next(filter(None, keys), ""))

    def holds(self, line: int) -> bool:
        """Whether something stands in the line, counted from 1."""
        row = self._lines[line - 1]
        keys = (cell_key(row, column) for column in self.appendix.columns)
        return any(self.session.filled.text(key).strip() for key in keys if key)

    def refresh(self, changes: Changes) -> None:
        """As many lines as there are now, then those that changed."""
        places = [place for key in changes.keys if (place := read_line_key(key, self.appendix))]
        if places:
            self._count(max(line for line, _ in places))
        super().refresh(changes)

    def _mine(self, keys: frozenset[str]) -> frozenset[str]:
        return frozenset(key for key in keys if read_line_key(key, self.appendix))

    def _count(self, highest: int) -> None:
        """Follow the last line: up to the highest that changed, down to one that holds something."""
        last = max(self.last, min(highest, MOST_LINES))
        while last and not self.holds(last):
            last -= 1
        self.last = last
        now, wanted = len(self.rows), self._wanted()
        if wanted > now:
            self.beginInsertRows(QModelIndex(), now, wanted - 1)
            self.rows = self._lines[:wanted]
            self.endInsertRows()
        elif wanted < now:
            self.beginRemoveRows(QModelIndex(), wanted, now - 1)
            self.rows = self._lines[:wanted]
            self.endRemoveRows()

    def _wanted(self) -> int:
        return min(self.last + 1, MOST_LINES)

    def _row_of(self, key: str) -> int:
        table, _, line = key.rpartition(".")
        shown = table == self.appendix.head.key and line.isdecimal() and int(line) <= len(self.rows)
        return int(line) - 1 if shown else -1


def _line(appendix: Appendix, number: int) -> Indicator:
    """A line as a row: its cells have the keys of `columns.line_key`."""
    return Indicator(
        key=f"{appendix.head.key}.{number}", number=str(number), label=f"Dòng {number}", kind="text"
    )
