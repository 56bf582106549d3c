"""Printing all pages of the sample: how large the job is, and how long the window waits for it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtPrintSupport import QPrinter

from desktop_app import bootstrap
from desktop_app.documents.pdf_pages import PdfPages
from desktop_app.services import press
from desktop_app.ui.printing import PrintJob
from tools.bench.measure import Ratio, ms

MOST_WAIT = 0.1
MOST_TIMES = 5


def _wait_ratio(longest: float) -> Ratio:
    work, against = "window waits while printing, at most", "a tenth of a second"
    return Ratio(work, against, ms(longest), ms(MOST_WAIT), longest / MOST_WAIT, 1)


def printing_ratios(folder: Path) -> list[Ratio]:
    """Two lines: bytes of the job beside the PDF's; the longest time in which no event is handled."""
    services = bootstrap.build(folder / "printing")
    session = services.library.open(services.library.create_sample("2023-q1"))
    content, _ = press.pdf(press.compose(session.filled))
    services.file.close()
    job_file = folder / "job.pdf"
    waits = _waits(content, job_file)
    job = job_file.stat().st_size
    size, longest = len(content), max(waits)
    return [
        Ratio("print job of the sample", "its PDF", _kb(job), _kb(size), job / size, MOST_TIMES),
        _wait_ratio(longest),
    ]


def _waits(content: bytes, job_file: Path) -> list[float]:
    """Seconds between two events while the pages are printed."""
    pages = PdfPages()
    pages.open(content)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(job_file))
    ticks = [perf_counter()]
    loop, ticking = QEventLoop(), QTimer()
    ticking.timeout.connect(lambda: ticks.append(perf_counter()))
    ticking.start(0)
    job = PrintJob(pages, printer)
    job.ended.connect(loop.quit)
    job.start()
    loop.exec()
    pages.close()
    return [after - before for before, after in pairwise(ticks)]


def _kb(size: int) -> str:
    return f"{size / 1024:.0f} KB"
