"""A form that has an outline and no appendix at all: window, preview, export and check."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import CITATIONS, PREVIEW, READY
from tests.support.editions import SMALL
from tests.support.library import services_in
from tests.support.printed import docx_words, pdf_pages
from tests.support.real import ROOT
from tests.support.screen import shown

LETTER = SMALL[: SMALL.index("[appendix]")]


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    resources = tmp_path / "resources"
    (resources / "forms/letter/2022").mkdir(parents=True)
    (resources / "forms/letter/2022/edition.toml").write_text(LETTER, "utf-8")
    shutil.copy(ROOT / "resources/forms/wording.toml", resources / "forms/wording.toml")
    with services_in(tmp_path / "data", resources) as made:
        yield made


def test_it_is_typed_shown_and_printed(window: MainWindow, services: Services, qtbot: QtBot) -> None:
    window.open_report(services.library.create("2023-Q1"))
    view = window.view
    assert view.tab_names() == ["general", "I", CITATIONS, READY, PREVIEW]
    editor = view.show_tab("I").sections["I.1"].editor
    editor.setFocus()
    QTest.keyClicks(editor, "Da ban hanh 12 van ban.")
    view.bridge.settle()

    page = view.show_tab(PREVIEW)
    qtbot.waitUntil(lambda: page.is_current and len(page.pages.sizes) == 1, timeout=20_000)
    assert "Da ban hanh 12 van ban." in pdf_pages(page.pages.content)[0]
    page.print_appendices()
    assert "không có phụ lục" in shown(page)


def test_it_is_exported_and_checked(
    window: MainWindow, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_report(services.library.create("2023-Q1"))
    window.view.bridge.edit("I.1.tasks", "x")
    targets = {kind: tmp_path / f"letter.{kind}" for kind in ("docx", "pdf")}
    window.exporting.export(window.view.session, targets)
    qtbot.waitUntil(lambda: "Đã xuất" in window.messages.text(), timeout=20_000)

    assert "Hoạt" in docx_words(targets["docx"].read_bytes())
    assert "Hoạt động" in pdf_pages(targets["pdf"].read_bytes())[0]
    found = window.view.session.filled.findings()
    assert [(one.keys, one.level) for one in found] == [(("I.1.tasks",), "error"), (("I.1",), "note")]
