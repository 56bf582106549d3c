"""A Word file is read, reviewed and taken in from the window; nothing is stored before it is accepted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog, QProgressDialog

from desktop_app.reports.bound_numbers import bound_keys
from desktop_app.ui import reading_progress, word_importing
from desktop_app.ui.dialogs.review_import import ReviewImportDialog
from desktop_app.ui.widgets.place_box import PlaceBox
from desktop_app.word_import.place_names import NO_PLACE
from tests.support.dialogs import answering
from tests.support.screen import button, focused, named, press, shown, type_keys
from tests.support.word_builds import fewer
from tests.support.word_files import HEADINGS, p, row, rows_of_form, word_file, write
from tests.word_import.test_old_letters import content as in_old_letters

Key = Qt.Key
STRANGE = p("Phòng chống lụt bão") + rows_of_form(
    row("9.9", "Dòng lạ của cơ quan", "Việc", "77", "ngoài mẫu")
)
TITLE = p("BÁO CÁO") + p("Công tác cải cách hành chính quý I năm 2026")
BOTH = ("2023-q1", "2026-q1")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A short report on the form in force with one row that it lacks."""
    return write(tmp_path, "bao-cao.docx", word_file(TITLE + HEADINGS + p("Đã đăng 12 tin.") + STRANGE))


def review(qtbot, window, path: Path, act: Callable[[ReviewImportDialog], None], monkeypatch) -> None:
    """Take the file in; `act` is what is done in the dialog once it stands."""
    seen: list[QDialog] = []

    def run(dialog: ReviewImportDialog) -> int:
        dialog.show()
        seen.append(dialog)
        act(dialog)
        return dialog.result()

    monkeypatch.setattr(ReviewImportDialog, "exec", run)
    window.commands.take_in(path)
    qtbot.waitUntil(lambda: bool(seen) or window.messages.isVisible(), timeout=20_000)
    qtbot.waitUntil(lambda: not window.findChildren(QProgressDialog))


def rows(dialog: ReviewImportDialog) -> list[tuple[str, ...]]:
    model = dialog.table.model()
    columns = range(model.columnCount())
    return [tuple(model.index(at, c).data() for c in columns) for at in range(model.rowCount())]


def accept(word: str) -> Callable[[ReviewImportDialog], None]:
    return lambda dialog: QTest.keyClick(button(dialog, word), Key.Key_Space)


def test_what_needs_a_look_is_shown_and_nothing_is_stored_by_leaving(
    qtbot, window, services, file, monkeypatch
):
    said: list[str] = []

    def leave(dialog: ReviewImportDialog) -> None:
        said.append(shown(dialog))
        assert [line[0] for line in rows(dialog)] == ["● Chưa có chỗ"]
        assert "9.9 | Dòng lạ của cơ quan" in rows(dialog)[0][2]
        press(dialog, Key.Key_Escape)

    review(qtbot, window, file, leave, monkeypatch)

    assert "1 nội dung chưa có chỗ" in said[0]
    assert services.library.summaries() == [] and services.backups().all() == []
    assert window.view is None


def test_all_pieces_are_shown_on_request_with_their_places(qtbot, window, file, monkeypatch) -> None:
    def look(dialog: ReviewImportDialog) -> None:
        press(named_box(dialog), Key.Key_Space)
        places = {line[2]: line[3] for line in rows(dialog)}
        assert places[["Đã đăng 12 tin.", " chống lụt bão"][0]].startswith("Mục I.4 · ")
        assert places["94"] == "Biểu mẫu 1, dòng 2.1 · Số nhiệm vụ đề ra trong kế hoạch"
        assert places["BÁO CÁO"].startswith("Chữ của mẫu")
        press(dialog, Key.Key_Escape)

    review(qtbot, window, file, look, monkeypatch)


def named_box(dialog: ReviewImportDialog):
    return button(dialog, "Hiện cả những nội dung đã chắc")


@pytest.mark.parametrize("name", BOTH)
def test_an_accepted_file_is_a_new_report_and_one_step_of_undo(
    qtbot, window, tmp_path, monkeypatch, name
) -> None:
    path = write(tmp_path, "bao-cao.docx", fewer(name, extra_rows=True).build())
    review(qtbot, window, path, accept("Nhập thành báo cáo mới"), monkeypatch)

    session = window.view.session
    row_key = "pl1.7.1" if name == "2023-q1" else "bm1.4.1"
    assert session.filled.text(row_key) and session.filled.prose("I.1")
    assert "Đã nhập" in window.messages.text() and "Chưa có chỗ" in window.messages.text()
    assert any(window.view.tabs.tabText(at) == NO_PLACE for at in range(window.view.tabs.count()))
    window.command("undo")()

    assert not session.filled.text(row_key) and not session.filled.prose("I.1")
    assert session.history.undo_label == ""


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the list below the field, without a screen
def test_a_piece_is_sent_to_a_place_by_keys(qtbot, window, file, monkeypatch) -> None:
    def send(dialog: ReviewImportDialog) -> None:
        press(dialog.table, Key.Key_Return)
        assert isinstance(focused(), PlaceBox)
        type_keys("ng 6 ")
        for key in (Key.Key_Down, Key.Key_Down, Key.Key_Return):
            press(QApplication.activePopupWidget() or focused(), key)
        assert dialog.table.model().index(0, 3).data().startswith("Biểu mẫu 1, dòng 6")
        assert "0 nội dung chưa có chỗ" in shown(dialog)
        accept("Nhập thành báo cáo mới")(dialog)

    review(qtbot, window, file, send, monkeypatch)

    assert "9.9" in window.view.session.filled.text("note.bm1.6")


def test_a_placed_piece_is_sent_to_the_tray_by_delete(qtbot, window, file, monkeypatch) -> None:
    def remove(dialog: ReviewImportDialog) -> None:
        press(named_box(dialog), Key.Key_Space)
        at = next(n for n, line in enumerate(rows(dialog)) if line[2] == "94")
        dialog.table.selectRow(at)
        press(dialog.table, Key.Key_Delete)
        assert rows(dialog)[at][3] == NO_PLACE
        accept("Nhập thành báo cáo mới")(dialog)

    review(qtbot, window, file, remove, monkeypatch)
    entries = window.view.session.filled.texts()

    assert "bm1.2.1" not in entries
    assert any("94" in text for key, text in entries.items() if key.startswith("tray."))


def test_a_piece_is_sent_to_a_place_by_the_mouse(qtbot, window, file, monkeypatch) -> None:
    def send(dialog: ReviewImportDialog) -> None:
        box = dialog.findChild(PlaceBox)
        box.setCurrentIndex(box.findData("I.2"))
        QTest.mouseClick(button(dialog, "Đưa vào đây"), Qt.MouseButton.LeftButton)
        accept("Nhập thành báo cáo mới")(dialog)

    review(qtbot, window, file, send, monkeypatch)

    assert "Dòng lạ của cơ quan" in window.view.session.filled.prose("I.2")[0].text


def test_into_the_open_report_other_entries_stay_and_one_undo_takes_it_back(
    qtbot, window, services, file, monkeypatch
) -> None:
    made = services.library.create("2026-Q1")
    services.library.open(made).edit_many("Gõ", {"bm1.2.2": "55", "bm1.2.1": "1"})
    window.open_report(made)
    review(qtbot, window, file, accept("Nhập vào báo cáo đang mở"), monkeypatch)
    filled = window.view.session.filled

    assert (filled.text("bm1.2.1"), filled.text("bm1.2.2")) == ("94", "55")
    assert len(services.library.summaries()) == 1 and len(services.backups().all()) == 1
    window.command("undo")()
    assert window.view.session.filled.text("bm1.2.1") == "1"


def test_numbers_that_the_tables_hold_follow_them_when_the_clerk_says_so(
    qtbot, window, tmp_path, monkeypatch
) -> None:
    path = write(tmp_path, "bao-cao.docx", fewer("2026-q1").build())

    def bind(dialog: ReviewImportDialog) -> None:
        box = next(b for b in dialog.findChildren(QCheckBox) if "con số trong lời văn" in b.text())
        assert not box.isChecked()
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
        accept("Nhập thành báo cáo mới")(dialog)

    review(qtbot, window, path, bind, monkeypatch)

    assert "bm1.4.1" in bound_keys(window.view.session.filled.prose("I.5"))


def test_a_report_on_another_form_takes_no_file_in(qtbot, window, services, file, monkeypatch) -> None:
    window.open_report(services.library.create("2023-Q1"))

    def look(dialog: ReviewImportDialog) -> None:
        assert not button(dialog, "Nhập vào báo cáo đang mở").isEnabled()
        press(dialog, Key.Key_Escape)

    review(qtbot, window, file, look, monkeypatch)


def test_another_period_and_form_are_read_anew(qtbot, window, tmp_path, monkeypatch) -> None:
    path = write(tmp_path, "bao-cao.docx", fewer("2023-q1").build())

    def choose(dialog: ReviewImportDialog) -> None:
        assert named(dialog, QComboBox, "Mẫu báo cáo").currentText().startswith("Mẫu báo cáo CCHC 2022")
        year = named(dialog, QComboBox, "Năm")
        year.setFocus()
        QTest.keyClicks(year, "2024")
        assert str(dialog.reading.period) == "2024-Q1"
        accept("Nhập thành báo cáo mới")(dialog)

    review(qtbot, window, path, choose, monkeypatch)

    assert window.view.session.filled.report.period_text == "2024-Q1"


def test_a_file_without_a_period_is_read_for_the_one_that_is_due(
    qtbot, window, tmp_path, monkeypatch
) -> None:
    path = write(tmp_path, "x.docx", word_file(p("BÁO CÁO") + HEADINGS + p("Đã đăng tin.")))
    said: list[str] = []

    def look(dialog: ReviewImportDialog) -> None:
        said.append(shown(dialog))
        press(dialog, Key.Key_Escape)

    review(qtbot, window, path, look, monkeypatch)

    assert word_importing.NO_PERIOD in said[0]


def test_a_broken_file_is_one_sentence(qtbot, window, tmp_path, monkeypatch) -> None:
    path = write(tmp_path, "bao-cao.docx", b"PK\x03\x04 and no more")
    review(qtbot, window, path, lambda dialog: None, monkeypatch)

    assert "hỏng" in window.messages.text() and window.view is None


def test_reading_is_stopped_by_the_button(qtbot, window, tmp_path, monkeypatch) -> None:
    path = write(tmp_path, "dai.docx", word_file(TITLE + HEADINGS + p("Một đoạn.") * 15_000))
    monkeypatch.setattr(reading_progress, "PROGRESS_DELAY_MS", 0)
    monkeypatch.setattr(ReviewImportDialog, "exec", lambda dialog: pytest.fail("it was shown"))
    window.commands.take_in(path)
    word = next(each for each in window.children() if isinstance(each, word_importing.WordImporting))
    with qtbot.waitSignal(word.task.ended, timeout=20_000):
        qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QProgressDialog)))
        QTest.mouseClick(button(window.findChildren(QProgressDialog)[0], "Dừng"), Qt.MouseButton.LeftButton)

    assert window.view is None and not window.messages.isVisible()


def test_a_file_in_an_old_font_is_turned_once_the_clerk_agrees(qtbot, window, tmp_path, monkeypatch) -> None:
    path = write(tmp_path, "cu.docx", in_old_letters())
    with answering("Chuyển và nhập") as said:
        review(qtbot, window, path, accept("Nhập thành báo cáo mới"), monkeypatch)

    assert "phông chữ đời cũ" in said[0]
    assert "Đã hoàn thành 60 nhiệm vụ" in window.view.session.filled.prose("I.2")[0].text


def test_a_file_in_an_old_font_is_left_when_the_clerk_does_not(qtbot, window, tmp_path) -> None:
    with answering("Không nhập") as said:
        window.commands.take_in(write(tmp_path, "cu.docx", in_old_letters()))
        qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    assert window.view is None
