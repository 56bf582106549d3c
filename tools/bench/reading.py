"""A report of thirty pages read from its Word file and placed on the form, beside two seconds."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from desktop_app import bootstrap
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import read_prose, write_prose
from desktop_app.services import press
from desktop_app.services.word_files import read_word_content
from tools.bench.measure import Ratio, ms, timed

ROUNDS, PAGES, ENOUGH_SECONDS = 5, 30, 2.0


def reading_ratio(folder: Path) -> Ratio:
    """Package, paragraphs, tables and their places in the form."""
    services = bootstrap.build(folder / "reading")
    library = services.library
    report_id = library.create_sample("2025-y")
    content, pages = _long(library.read(report_id))
    while pages < PAGES:
        session = library.open(report_id)
        now = session.filled
        keys = [key for key in now.plan.sections if now.prose(key) and key != "closing"]
        twice = {key: write_prose(read_prose(now.text(key)) * 2) for key in keys}
        session.edit_many("Dài hơn", twice)
        content, pages = _long(session.filled)
    seconds = median(
        timed(lambda: read_word_content(content, "r.docx", library.plans)) for _ in range(ROUNDS)
    )
    services.file.close()
    work = f"a Word file of {pages} pages read and placed"
    return Ratio(work, "two seconds", ms(seconds), ms(ENOUGH_SECONDS), seconds / ENOUGH_SECONDS, 1)


def _long(filled: FilledReport) -> tuple[bytes, int]:
    """The Word file of the report, and how many pages it has."""
    document = press.compose(filled)
    pages: list[int] = []
    press.pdf(document, pages.append)
    return press.docx(document), len(set(pages))
