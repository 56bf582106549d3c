"""A draft in the editor, over the real session, saved into a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.form_editing.form_session import FormSession, save_written
from desktop_app.forms.written import WrittenEdition, read_written
from desktop_app.ui.form_editor.editor_page import EditorPage
from desktop_app.ui.form_editor.form_bridge import FormBridge
from tests.support.real import FORMS

Open = Callable[..., EditorPage]


def draft(year: str = "2025", *, published: bool = False) -> WrittenEdition:
    """A form that ships, as a draft."""
    written = read_written(FORMS / "cchc" / year)
    head = msgspec.structs.replace(written.head, draft=not published)
    return msgspec.structs.replace(written, head=head)


@pytest.fixture
def open_editor(qtbot: QtBot, tmp_path: Path) -> Open:
    """Opens a form in an editor of its own, which saves into a folder."""

    def opened(written: WrittenEdition | None = None) -> EditorPage:
        written = written or draft()
        bridge = FormBridge(
            FormSession(written),
            lambda now: save_written(now, tmp_path / "forms" / "form"),
            is_closed=not written.head.draft,
        )
        page = EditorPage(bridge, "Bản nháp")
        qtbot.addWidget(page)
        page.resize(1366, 640)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        QApplication.processEvents()
        return page

    return opened


@pytest.fixture
def editor(open_editor: Open) -> EditorPage:
    """The form in force, as a draft."""
    return open_editor()
