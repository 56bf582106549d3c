"""Open the window with the sample, go through its tabs, print the report, and save what is seen."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import bootstrap
from desktop_app.base import paths
from desktop_app.services import press
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.history import HistoryDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.preview_page import PreviewPage
from desktop_app.ui.theme import apply_theme
from tools.pictures.waiting import wait, wait_for_pages

PICTURES = Path(__file__).parents[2] / "docs/pictures"
SIZE = (1366, 728)
SHEET_COLUMNS, SHEET_SCALE, GAP = 7, 0.32, 8


def main() -> None:
    """All pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    apply_theme(application, paths.resources())
    with tempfile.TemporaryDirectory() as folder:
        services = bootstrap.build(Path(folder))
        first, year, _ = services.library.create_samples()
        window = MainWindow(services)
        window.show_list()
        window.resize(*SIZE)
        window.show()
        _save(window, "start")
        window.open_report(first)
        assert window.view
        for tab, key, name in (
            ("general", "header.agency", "general"),
            ("II", "II.2.c", "prose"),
            ("bm1", "bm1.4.1", "appendix"),
            ("preview", "I.1", "preview"),
        ):
            page = window.view.show_tab(tab)
            page.go_to(key)
            if isinstance(page, PreviewPage):
                wait_for_pages(page)
            wait(300)
            _save(window, name)
        _pages(press.pdf(press.compose(services.library.read(year)))[0])
        _kept(services, window)
        window.close()
        QThreadPool.globalInstance().waitForDone()
        services.file.close()


def _kept(services: Services, window: MainWindow) -> None:
    """The history of a cell, and the page of backups."""
    assert window.view
    for text in ("119", "122", "123"):
        window.view.bridge.edit("bm1.4.1", text)
    dialog = HistoryDialog(window.view.bridge, services.library, "bm1.4.1", window)
    dialog.show()
    _save(dialog, "history")
    dialog.reject()
    services.backups().make("khi-roi")
    window.view.bridge.edit("bm1.4.1.1", "110")
    services.backups().make("dinh-ky")
    window.view.bridge.edit("bm1.4.1.2", "07")
    services.library.create("2026-6M")
    window.do_backups()
    _save(window, "backups")


def _save(window: QWidget, name: str) -> None:
    wait(200)
    window.grab().save(str(PICTURES / f"{name}.png"))


def _pages(content: bytes) -> None:
    """The first page, and all pages on one contact sheet."""
    with pypdfium2.PdfDocument(content) as file:
        file[0].render(scale=1.3).to_pil().save(PICTURES / "page.png")
        pages = [page.render(scale=SHEET_SCALE).to_pil() for page in file]
    width, height = (max(page.size[side] for page in pages) + GAP for side in (0, 1))
    rows = -(-len(pages) // SHEET_COLUMNS)
    sheet = Image.new("RGB", (width * SHEET_COLUMNS + GAP, height * rows + GAP), "#d0d5da")
    for number, page in enumerate(pages):
        row, column = divmod(number, SHEET_COLUMNS)
        sheet.paste(page, (GAP + column * width, GAP + row * height))
    sheet.save(PICTURES / "pages.png")


if __name__ == "__main__":
    main()
