"""What the window and the command line are handed: every service of one data folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from database.data_file import DataFile
from desktop_app.reports.filled_report import FilledReport
from desktop_app.services.library import Library
from desktop_app.services.preferences import Preferences

if TYPE_CHECKING:
    from desktop_app.documents.model import Document
    from desktop_app.documents.print_positions import PrintPositions
    from desktop_app.documents.settings import PrintSettings
    from desktop_app.services.backups import Backups


class Press(Protocol):
    """Turns a report into a document, DOCX and PDF."""

    def compose(self, filled: FilledReport, settings: PrintSettings | None = None) -> Document:
        """The report as a neutral document, a frozen copy that another thread may print."""

    def docx(self, document: Document) -> bytes:
        """The document as a Word file."""

    def xlsx(self, filled: FilledReport) -> bytes:
        """The appendices as a workbook with live totals."""

    def pdf(
        self, document: Document, on_page: Callable[[int], None] | None = None
    ) -> tuple[bytes, PrintPositions]:
        """The document as PDF, and where each key stands; `on_page` may raise to stop."""


class Services(msgspec.Struct, frozen=True):
    """The parts over one data folder."""

    folder: Path
    resources: Path
    file: DataFile
    library: Library
    preferences: Preferences
    backups: Callable[[], Backups]  # brought in when first asked for
    press: Press
