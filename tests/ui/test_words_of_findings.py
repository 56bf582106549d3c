"""What is found in the prose is seen at its very words, reached by F8, taken by one key, by real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from desktop_app.checking.findings import Finding
from desktop_app.reports.prose import ProseParagraph, ProseRun, from_plain, to_plain, write_prose
from desktop_app.searching.spans import hits_of, proposal, with_proposal
from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.widgets.prose_editor import ProseEditor
from tests.support.dialogs import answering
from tests.support.screen import press, shown

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LINE = QTextCharFormat.UnderlineStyle
SECTION = "III.1"


@pytest.fixture(params=["cchc-2022", "cchc-2025"])
def view(request: pytest.FixtureRequest, window: MainWindow, services: Services) -> ReportView:
    window.open_report(services.library.create("2026-Q1", request.param))
    assert window.view
    return window.view


def editor_with(view: ReportView, plain: str) -> ProseEditor:
    view.bridge.edit(SECTION, write_prose(from_plain(plain)))
    view.go_to(SECTION)
    found = view.page("III").sections[SECTION].editor
    assert found is not None
    return found


def found_in(text: str, words: str, level: str = "error", expected: str = "") -> Finding:
    begin = text.index(words)
    return Finding(
        f"thu.{words}", level, (SECTION,), f"Xem «{words}».", found=words, expected=expected,
        found_by="prose", span=(begin, begin + len(words)),
    )  # fmt: skip


def lines(editor: ProseEditor) -> dict[str, LINE]:
    return {one.cursor.selectedText(): one.format.underlineStyle() for one in editor.extraSelections()}


def test_each_level_has_a_line_of_its_own_shape_under_its_very_words(view: ReportView) -> None:
    text = "Mở đầu.\n- Giao 44 việc, xong 39 việc và 06 việc.\nHết."
    editor = editor_with(view, text)
    view.bridge.deliver(
        "prose", [found_in(text, "44"), found_in(text, "39 việc", "warning"), found_in(text, "Hết", "note")]
    )

    assert lines(editor) == {"44": LINE.WaveUnderline, "39 việc": LINE.DashUnderline, "Hết": LINE.DotLine}
    view.bridge.deliver("prose", [])
    assert lines(editor) == {}


def test_words_behind_a_footnote_and_of_two_units_have_their_line(view: ReportView) -> None:
    text = "Số\U0001f600 [chú thích: gồm 5 xã] là 12."
    editor = editor_with(view, text)
    view.bridge.deliver("prose", [found_in(text, "12"), found_in(text, "5 xã", "note")])

    assert lines(editor)["12"] == LINE.WaveUnderline
    assert len(editor.extraSelections()) == 2, "the number of the footnote stands for its words"


def test_f8_selects_the_words_and_one_key_takes_the_proposal(view: ReportView) -> None:
    text = "Giao 44 việc.\nXong 39 việc và 06 việc."
    editor = editor_with(view, text)
    view.bridge.deliver("prose", [found_in(text, "06", expected="05")])
    while view.panel.list.currentIndex().row() < 0 or "«06»" not in str(
        view.panel.list.currentIndex().data()
    ):
        press(view, Key.Key_F8)

    assert editor.textCursor().selectedText() == "06"
    assert "Ctrl+. để sửa theo" in shown(view.panel)
    press(editor, Key.Key_Period, CONTROL)
    assert to_plain(view.session.filled.prose(SECTION)) == text.replace("06", "05")

    press(editor, Key.Key_Z, CONTROL)
    assert to_plain(view.session.filled.prose(SECTION)) == text


def test_a_finding_without_a_proposal_says_so(view: ReportView, window: MainWindow) -> None:
    text = "Giao 44 việc."
    editor = editor_with(view, text)
    view.bridge.deliver("prose", [found_in(text, "44")])
    press(view, Key.Key_F8)
    with answering("Đã hiểu") as said:
        press(editor, Key.Key_Period, CONTROL)

    assert "không có chữ nào để thay tự động" in said[0]
    assert to_plain(view.session.filled.prose(SECTION)) == text


def test_a_proposal_keeps_the_face_and_is_none_where_the_words_have_changed(view: ReportView) -> None:
    prose = (ProseParagraph("dash", (ProseRun("Xong "), ProseRun("06", bold=True), ProseRun(" việc."))),)
    view.bridge.edit(SECTION, write_prose(prose))
    finding = found_in("- Xong 06 việc.", "06", expected="05")
    filled = view.session.filled
    assert proposal(filled, finding) == "05"
    view.bridge.edit_many("Thay", with_proposal(filled, finding))

    assert view.session.filled.prose(SECTION)[0].runs[1] == ProseRun("05", bold=True)
    assert with_proposal(view.session.filled, finding) == {}


def test_a_span_over_two_paragraphs_is_two_places(view: ReportView) -> None:
    view.bridge.edit(SECTION, write_prose(from_plain("Một hai.\n- Ba bốn.")))
    hits = hits_of(view.session.filled, SECTION, (4, 13))

    assert [(hit.paragraph, hit.start, hit.end) for hit in hits] == [(0, 4, 8), (1, 0, 2)]


def test_a_real_slip_is_found_after_a_pause_and_underlined(qtbot: QtBot, view: ReportView) -> None:
    editor = editor_with(
        view, "Giao 44 nhiệm vụ, trong đó hoàn thành 39 nhiệm vụ và 06 nhiệm vụ chưa hoàn thành."
    )

    qtbot.waitUntil(lambda: bool(lines(editor)), timeout=10_000)
    assert LINE.WaveUnderline in lines(editor).values() or LINE.DashUnderline in lines(editor).values()
