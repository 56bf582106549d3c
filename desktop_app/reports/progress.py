"""How far a report is filled: rows entered of the rows that this agency reports."""

from __future__ import annotations

import msgspec

from desktop_app.forms.model import Appendix
from desktop_app.reports.filled_report import FilledReport


class Progress(msgspec.Struct, frozen=True):
    """Rows filled, rows to fill, rows of other agencies."""

    filled: int
    wanted: int
    out_of_scope: int


def appendix_progress(filled: FilledReport, appendix: Appendix) -> Progress:
    """How far one appendix is filled; a computed row counts as filled once it shows a number."""
    rows = [row.key for row in appendix.indicators if row.kind != "heading"]
    wanted = [key for key in rows if not filled.out_of_scope(key)]
    shown = sum(1 for key in wanted if filled.shown(key))
    return Progress(shown, len(wanted), len(rows) - len(wanted))
