"""A filled report as document, Word file, PDF and workbook; their libraries come in at first use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop_app.base.errors import UserFault
from desktop_app.reports.filled_report import FilledReport

if TYPE_CHECKING:
    from desktop_app.documents.chart_series import Series
    from desktop_app.documents.model import Document
    from desktop_app.documents.print_positions import PrintPositions
    from desktop_app.documents.settings import PrintSettings


def compose(filled: FilledReport, settings: PrintSettings | None = None) -> Document:
    """The report as a neutral document, a frozen copy that another thread may print."""
    from desktop_app.composing.compose import compose as composed
    from desktop_app.documents.settings import PrintSettings

    return composed(filled, settings or PrintSettings())


def explanations(filled: FilledReport, settings: PrintSettings) -> Document:
    """The sheet of explanations, which never is a part of the report."""
    from desktop_app.composing.explanations import explanations_sheet

    return explanations_sheet(filled, settings)


def charts(title: str, series: Sequence[Series]) -> bytes:
    """Pages with a picture for each row over the periods, as PDF."""
    from desktop_app.documents.fonts import find_families
    from desktop_app.documents.pdf_charts import write_charts

    return write_charts(title, series, find_families())


def chart(series: Series) -> bytes:
    """One such picture alone, as PDF."""
    from desktop_app.documents.fonts import find_families
    from desktop_app.documents.pdf_charts import write_chart

    return write_chart(series, find_families())


def docx(document: Document) -> bytes:
    """The document as a Word file."""
    from desktop_app.documents.docx_writer import write_docx

    return write_docx(document)


def xlsx(filled: FilledReport) -> bytes:
    """The appendices as a workbook with live totals."""
    from desktop_app.composing.sheets import compose_sheets
    from desktop_app.documents.xlsx_writer import write_xlsx

    return write_xlsx(compose_sheets(filled), filled.plan.edition.head.name)


def pdf(document: Document, on_page: Callable[[int], None] | None = None) -> tuple[bytes, PrintPositions]:
    """The document as PDF, and where each key stands on its pages; `on_page` may raise to stop."""
    from desktop_app.documents.fonts import find_families
    from desktop_app.documents.pdf_writer import write_pdf

    content, positions = write_pdf(document, find_families(), on_page)
    if document.settings.signature_fields:
        content = _with_signature_fields(content, positions)
    return content, positions


def warm_up() -> None:
    """Import what the first export needs."""
    import desktop_app.composing.compose
    import desktop_app.documents.pdf_writer  # noqa: F401


def _with_signature_fields(content: bytes, positions: PrintPositions) -> bytes:
    try:
        from desktop_app.documents.pdf_signing import add_signature_fields
    except ImportError as fault:
        raise UserFault(
            "Bản cài đặt này không có phần bổ sung để đặt ô ký số; hãy bỏ chọn «Hai ô ký số» trong Thiết lập "
            "in, hoặc cài phần bổ sung signing."
        ) from fault
    return add_signature_fields(content, positions)
