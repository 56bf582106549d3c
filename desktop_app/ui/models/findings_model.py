"""All findings as a list, errors first; rows come and go one by one as the clerk types."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QBrush

from desktop_app.base import known_keys
from desktop_app.checking.findings import Finding
from desktop_app.reports.explanations import explanation_of, explanation_state
from desktop_app.reports.readiness import kind_word
from desktop_app.reports.session import Changes, Session
from desktop_app.ui import theme
from desktop_app.ui.finding_index import SIGNS
from desktop_app.ui.qt_types import AnyIndex

Role = Qt.ItemDataRole


class FindingsModel(QAbstractTableModel):
    """The findings in their order."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.findings: list[Finding] = session.filled.findings()

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """One row for each finding."""
        return 0 if parent is not None and parent.isValid() else len(self.findings)

    def columnCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """One column."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        """Sign, level and sentence; a warning says whether it is explained."""
        finding = self.findings[index.row()]
        if role == Role.DisplayRole:
            return f"{SIGNS[finding.level]} {self._title(finding)}\n{finding.message}"
        if role == Role.AccessibleTextRole:
            return f"{self._title(finding)}: {finding.message}"
        if role == Role.ForegroundRole:
            return QBrush(theme.LEVEL_COLOURS[finding.level])
        return None

    def _insert(self, finding: Finding) -> None:
        place = self._place(finding)
        self.beginInsertRows(QModelIndex(), place, place)
        self.findings.insert(place, finding)
        self.endInsertRows()

    def refresh(self, changes: Changes) -> None:
        """Take out what is gone, put in what has come; a finding whose numbers moved stays in place.

        A list lays all its rows out anew when one comes or goes, which a keystroke should not wait for.
        """
        come = {finding.identity: finding for finding in changes.come}
        for finding in changes.gone:
            place = self._place(finding)
            again = come.get(finding.identity)
            if again and again.rank == finding.rank:
                self.findings[place] = come.pop(finding.identity)
                self.dataChanged.emit(self.index(place, 0), self.index(place, 0))
            else:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.findings[place]
                self.endRemoveRows()
        for finding in come.values():
            self._insert(finding)
        if any(known_keys.is_explanation(key) for key in changes.keys) and self.findings:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.findings) - 1, 0))

    def _place(self, finding: Finding) -> int:
        return bisect_left(self.findings, finding.rank, key=lambda one: one.rank)

    def _title(self, finding: Finding) -> str:
        """The level, and whether the clerk has said why the finding may stand."""
        word = kind_word(finding)
        if finding.level != "warning":
            return word
        typed = self.session.filled.text
        stands = explanation_state(explanation_of(finding, typed), typed)
        return word + {"none": "", "given": " · đã giải trình", "stale": " · giải trình đã cũ"}[stands]
