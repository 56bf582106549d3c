"""The line under the words that a finding speaks of: its shape tells the level, its colour says it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop_app.checking.findings import Finding
from desktop_app.reports.filled_report import FilledReport
from desktop_app.searching.hits import words_at
from desktop_app.searching.spans import hits_of
from desktop_app.ui.theme import LEVEL_COLOURS
from desktop_app.ui.widgets.prose_document import select_in_prose

_LINE = QTextCharFormat.UnderlineStyle
LINES = {"error": _LINE.WaveUnderline, "warning": _LINE.DashUnderline, "note": _LINE.DotLine}


def underlined(
    document: QTextDocument, filled: FilledReport, key: str, findings: Sequence[Finding]
) -> list[QTextEdit.ExtraSelection]:
    """A line for each finding that names words of this key; the gravest is drawn last, over the others."""
    found: list[QTextEdit.ExtraSelection] = []
    for finding in sorted(findings, key=lambda one: one.rank, reverse=True):
        if finding.span and finding.keys[:1] == (key,):
            for cursor in _places(document, filled, key, finding):
                line = QTextEdit.ExtraSelection()
                line.cursor = cursor
                line.format.setUnderlineStyle(LINES[finding.level])
                line.format.setUnderlineColor(LEVEL_COLOURS[finding.level])
                found.append(line)
    return found


def _places(
    document: QTextDocument, filled: FilledReport, key: str, finding: Finding
) -> Iterator[QTextCursor]:
    for hit in hits_of(filled, key, finding.span) if finding.span else ():
        words = words_at(filled, msgspec.structs.replace(hit, footnote=0))
        if cursor := select_in_prose(document, hit, words):
            yield cursor
