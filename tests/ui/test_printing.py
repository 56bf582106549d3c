"""Printing: letters as letters, in the background, stopped when asked; and what came of it is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.base.errors import EnvironmentFault
from desktop_app.documents.fonts import Faces
from desktop_app.documents.pdf_content import Letters
from desktop_app.documents.pdf_pages import PdfPages
from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages import preview_page
from desktop_app.ui.printing import PrinterFonts, PrintJob
from desktop_app.ui.report_view import PREVIEW, ReportView
from tests.support.printed import darkness, letters, pdf_pages, sample_pdf


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    made = PdfPages()
    made.open(sample_pdf()[0])
    yield made
    made.close()


def into(file: Path, first: int = 0, last: int = 0) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setFromTo(first, last)
    return printer


def printed(qtbot: QtBot, job: PrintJob) -> str:
    """Run the job to its end; what it says."""
    with qtbot.waitSignal(job.ended, timeout=20_000), qtbot.waitSignal(job.done, timeout=20_000) as done:
        job.start()
    return done.args[0]


def same_letters(ours: list[str], theirs: list[str]) -> bool:
    """Whether both have the same letters page by page; a hyphen at a line end has a sign of its own."""
    of_ours, of_theirs = (
        [sorted(letters([text]).replace("\ufffe", "-")) for text in side] for side in (ours, theirs)
    )
    return of_ours == of_theirs


def test_every_letter_is_printed_as_a_letter_at_its_place(
    qtbot: QtBot, pages: PdfPages, tmp_path: Path
) -> None:
    said = printed(qtbot, PrintJob(pages, into(tmp_path / "out.pdf")))
    content = (tmp_path / "out.pdf").read_bytes()
    out = PdfPages()
    out.open(content)

    assert said == f"Đã in {len(pages.sizes)} trang vào tệp {tmp_path / 'out.pdf'}."
    assert len(out.sizes) == len(pages.sizes)
    assert same_letters(pdf_pages(content), pdf_pages(sample_pdf()[0]))
    for page in range(len(out.sizes)):
        assert darkness(out, page) == pytest.approx(darkness(pages, page), rel=0.06)
    out.close()


def test_a_job_is_about_as_large_as_the_pdf(qtbot: QtBot, pages: PdfPages, tmp_path: Path) -> None:
    printed(qtbot, PrintJob(pages, into(tmp_path / "out.pdf")))

    assert (tmp_path / "out.pdf").stat().st_size < 2 * len(sample_pdf()[0])


def test_a_range_of_pages_is_printed(qtbot: QtBot, pages: PdfPages, tmp_path: Path) -> None:
    said = printed(qtbot, PrintJob(pages, into(tmp_path / "out.pdf", 2, 3)))

    assert said.startswith("Đã in 2 trang")
    assert same_letters(pdf_pages((tmp_path / "out.pdf").read_bytes()), pdf_pages(sample_pdf()[0])[1:3])


def test_the_window_goes_on_while_pages_are_printed(qtbot: QtBot, pages: PdfPages, tmp_path: Path) -> None:
    """Ticks of a timer come between any two pages."""
    ticks: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(perf_counter()))
    timer.start(0)
    printed(qtbot, PrintJob(pages, into(tmp_path / "out.pdf")))

    assert len(ticks) >= len(pages.sizes)


def test_a_job_that_is_stopped_prints_nothing_more(qtbot: QtBot, pages: PdfPages, tmp_path: Path) -> None:
    job = PrintJob(pages, into(tmp_path / "out.pdf"))
    QTimer.singleShot(0, job.stop)

    assert printed(qtbot, job) == "Đã dừng in."
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_is_one_sentence(qtbot: QtBot, pages: PdfPages, tmp_path: Path) -> None:
    said = printed(qtbot, PrintJob(pages, into(tmp_path / "nowhere" / "out.pdf")))

    assert "Máy in dừng giữa chừng" in said and "trang 1" in said


def test_the_first_ctrl_p_prints_when_the_pages_are_ready(view: ReportView, qtbot: QtBot) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this computer has a printer, whose dialog would wait for somebody")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page = view.page(PREVIEW)

    assert view.current_tab() == PREVIEW
    assert "hộp chọn máy in sẽ mở khi các trang xong" in page.line.text
    qtbot.waitUntil(lambda: "chưa có máy in" in page.line.text, timeout=20_000)
    assert page.pages.sizes


@pytest.mark.parametrize(("sample", "open_things"), [("2023-q1", 1), ("2023-q2", 0), ("2025-y", 0)])
def test_pages_of_a_report_that_is_not_ready_are_printed_with_one_word_about_it(
    window: MainWindow, services: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    sample: str, open_things: int,
) -> None:  # fmt: skip
    """The dialog for a printer alone is left out, which a computer without one never shows."""
    monkeypatch.setattr(preview_page, "ask_printer", lambda *_: into(tmp_path / "out.pdf"))
    window.open_report(services.library.create_sample(sample))
    assert window.view
    page = window.view.show_tab(PREVIEW)
    assert isinstance(page, preview_page.PreviewPage)
    page.print()
    qtbot.waitUntil(lambda: "Đã in" in page.line.text, timeout=30_000)

    assert page.line.text.count("chưa sẵn sàng trình ký") == open_things
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_typed_just_before_printing_is_printed(view: ReportView, qtbot: QtBot) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this computer has a printer, whose dialog would wait for somebody")
    page = view.show_tab(PREVIEW)
    qtbot.waitUntil(lambda: bool(page.pages.sizes), timeout=20_000)
    before = page.pages.content
    view.bridge.edit("header.agency", "Sở Nội vụ")
    page.print()

    qtbot.waitUntil(lambda: "chưa có máy in" in page.line.text, timeout=20_000)
    assert page.pages.content != before


def test_printing_is_followed_and_can_be_stopped_above_the_pages(
    view: ReportView, qtbot: QtBot, tmp_path: Path
) -> None:
    page = view.show_tab(PREVIEW)
    qtbot.waitUntil(lambda: bool(page.pages.sizes), timeout=20_000)
    (halt,) = (b for b in page.findChildren(QPushButton) if b.text() == "Dừng")
    assert not halt.isVisible()
    page.line.send(page.pages, into(tmp_path / "out.pdf"))
    assert halt.isVisible() and "Đang gửi" in page.line.text
    page.print()
    assert "Bản in trước chưa xong" in page.line.text
    QTest.mouseClick(halt, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.line.text == "Đã dừng in.", timeout=20_000)
    qtbot.waitUntil(lambda: not page.line.is_printing, timeout=20_000)

    assert not halt.isVisible()


def test_a_face_that_the_computer_does_not_give_is_one_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    fonts = PrinterFonts(Faces("Chữ không có", *[tmp_path / "no.ttf"] * 4))

    with pytest.raises(EnvironmentFault, match="Không mở được phông Chữ không có"):
        fonts.of(Letters(False, False, 14, "a", ((0, 0),)), 100)
