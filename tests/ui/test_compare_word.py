"""The open report beside its Word file that was edited: differences are ticked by keys and taken over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop_app.services import press
from desktop_app.ui import back_from_word
from desktop_app.ui.back_from_word import NO_DIFFERENCE, ComparingWord
from desktop_app.ui.dialogs.compare_word import CompareWordDialog
from tests.support.screen import button, named
from tests.support.screen import press as press_key
from tests.support.word_changes import changed
from tests.support.word_files import write

Key = Qt.Key


@pytest.fixture
def edited(view, tmp_path: Path) -> Path:
    """The exported file with two figures and a paragraph changed in it."""
    exported = press.docx(press.compose(view.session.filled))

    def change(xml: str) -> str:
        for old, new in (
            (">186<", ">187<"),
            (">82<", ">83<"),
            ("được cập nhật đều", "được cập nhật hằng tuần"),
        ):
            assert old in xml
            xml = new.join(xml.rsplit(old, 1))  # the tables stand behind the words
        return xml

    return write(tmp_path, "sua.docx", changed(exported, change))


def compare(qtbot, window, path: Path, act: Callable[[CompareWordDialog], None], monkeypatch) -> None:
    seen: list[CompareWordDialog] = []

    def run(dialog: CompareWordDialog) -> int:
        dialog.show()
        QApplication.processEvents()
        seen.append(dialog)
        act(dialog)
        return dialog.result()

    monkeypatch.setattr(CompareWordDialog, "exec", run)
    monkeypatch.setattr(back_from_word, "ask_which", lambda *words: path)
    window.command("compare_word")()
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)


def test_ticked_differences_are_taken_as_one_step_and_others_stay(
    qtbot, window, view, edited, monkeypatch
) -> None:
    def act(dialog: CompareWordDialog) -> None:
        model = dialog.table.model()
        names = [model.index(at, 1).data() for at in range(model.rowCount())]
        assert names == ["Mục I.2", "Phụ lục 1, dòng 7.1", "Phụ lục 1, dòng 7.2"]
        assert not button(dialog, "Lấy 0 chỗ đã đánh dấu").isEnabled()
        assert "cập nhật đều" in named(dialog, QPlainTextEdit, "Trong báo cáo").toPlainText()
        assert "cập nhật hằng tuần" in named(dialog, QPlainTextEdit, "Trong tệp").toPlainText()
        press_key(dialog.table, Key.Key_Space)
        press_key(dialog.table, Key.Key_Down)
        press_key(dialog.table, Key.Key_Space)
        QTest.mouseClick(button(dialog, "Lấy 2 chỗ đã đánh dấu"), Qt.MouseButton.LeftButton)

    compare(qtbot, window, edited, act, monkeypatch)
    filled = view.session.filled

    assert (filled.text("pl1.7.1"), filled.text("pl1.7.2")) == ("187", "82")
    assert "cập nhật hằng tuần" in filled.prose("I.2")[0].text
    window.command("undo")()
    assert view.session.filled.text("pl1.7.1") == "186"
    assert "cập nhật đều" in view.session.filled.prose("I.2")[0].text


def test_a_click_ticks_and_all_can_be_ticked(qtbot, window, view, edited, monkeypatch) -> None:
    def act(dialog: CompareWordDialog) -> None:
        place = dialog.table.visualRect(dialog.table.model().index(1, 0)).center()
        QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert button(dialog, "Lấy 1 chỗ đã đánh dấu").isEnabled()
        QTest.mouseClick(button(dialog, "Đánh dấu tất cả"), Qt.MouseButton.LeftButton)
        QTest.mouseClick(button(dialog, "Lấy 3 chỗ đã đánh dấu"), Qt.MouseButton.LeftButton)

    compare(qtbot, window, edited, act, monkeypatch)

    assert view.session.filled.text("pl1.7.2") == "83"


def test_leaving_changes_nothing(qtbot, window, view, services, edited, monkeypatch) -> None:
    before = view.session.filled.texts()
    compare(qtbot, window, edited, lambda dialog: press_key(dialog, Key.Key_Escape), monkeypatch)

    assert view.session.filled.texts() == before and services.backups().all() == []


def test_a_file_without_a_difference_and_a_broken_one_are_said(
    qtbot, view, services, tmp_path: Path, monkeypatch
) -> None:
    same = write(tmp_path, "a.docx", press.docx(press.compose(view.session.filled)))
    broken = write(tmp_path, "b.docx", b"PK\x03\x04")
    said: list[str] = []
    monkeypatch.setattr(back_from_word, "tell", lambda parent, sentence: said.append(sentence))
    for count, path in enumerate((same, broken), 1):
        ComparingWord(view, services).begin(path)
        qtbot.waitUntil(lambda count=count: len(said) == count, timeout=20_000)

    assert NO_DIFFERENCE in said[0] and "hỏng" in said[-1]
