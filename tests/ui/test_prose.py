"""Prose: typed, pasted, composed by input methods, taken back; kept as our own paragraphs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.reports.prose import Prose, to_plain, write_prose
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.widgets.prose_editor import ProseEditor
from tests.support.runs import full_prose
from tests.support.screen import button, shown

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

WORD = """<html><body><p class=MsoNormal>
<b><span style='font-size:14pt;color:red'>Đậm</span></b> và <i>nghiêng</i></p><p></p>
<p></p><ul><li>Một</li><li>Hai</li></ul>
<p><script>x()</script>Hết</p></body></html>"""


@pytest.fixture
def editor(view: ReportView) -> ProseEditor:
    page = view.show_tab("III")
    found = page.sections["III.1"].editor
    assert found is not None
    view.bridge.edit("III.1", "")
    found.setFocus()
    return found


def prose(editor: ProseEditor) -> Prose:
    return editor.bridge.session.filled.prose(editor.key)


def test_what_is_typed_is_kept_as_paragraphs_and_items(editor: ProseEditor) -> None:
    QTest.keyClicks(editor, "Mo dau")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "- Mot")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "Hai")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "Het")

    assert [(p.kind, p.text) for p in prose(editor)] == [
        ("text", "Mo dau"), ("dash", "Mot"), ("dash", "Hai"), ("text", "Het"),
    ]  # fmt: skip


def test_bold_and_italic_by_keys(editor: ProseEditor) -> None:
    QTest.keyClick(editor, Key.Key_B, CONTROL)
    QTest.keyClicks(editor, "dam")
    QTest.keyClick(editor, Key.Key_B, CONTROL)
    QTest.keyClick(editor, Key.Key_I, CONTROL)
    QTest.keyClicks(editor, " nghieng")

    assert [(r.text, r.bold, r.italic) for r in prose(editor)[0].runs] == [
        ("dam", True, False), (" nghieng", False, True),
    ]  # fmt: skip


def test_a_paste_from_word_keeps_words_faces_and_items_only(editor: ProseEditor) -> None:
    mime = QMimeData()
    mime.setHtml(WORD)
    editor.insertFromMimeData(mime)

    pasted = prose(editor)
    assert to_plain(pasted) == "Đậm và nghiêng\n- Một\n- Hai\nHết"
    assert [(r.bold, r.italic) for r in pasted[0].runs] == [(True, False), (False, False), (False, True)]


LISTS = (
    "<ol><li>một</li><li><b>hai</b><ul><li>con</li></ul></li></ol>"
    "<ol type=a><li>ba</li></ol><ul><li>bốn</li></ul><p>hết</p>"
)
TABLE = (
    "<p>Trước</p><table><tr><td>1</td><td><p>Xã A</p><p>(cũ)</p></td><td></td><td>12</td></tr>"
    "<tr><td>2</td><td>Xã B</td><td></td><td><i>15</i></td></tr></table><p>Sau</p>"
)
WORD_LISTS = (
    "<p><![if !supportLists]><span>1.<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Một việc</p>"
    "<p><span>·<span>&nbsp;&nbsp;&nbsp; </span></span>Gạch</p>"
    "<p><span>o<span>&nbsp;&nbsp; </span></span>Con</p>"
    "<p>a)<span>&nbsp;&nbsp;&nbsp; </span>Mục a</p><p>ông A</p><p>- 5 độ</p>"
)


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        (LISTS, "1. một\n2. hai\n+ con\na. ba\n- bốn\nhết"),
        (TABLE, "Trước\n1; Xã A (cũ); 12\n2; Xã B; 15\nSau"),
        (WORD_LISTS, "1. Một việc\n- Gạch\n+ Con\na) Mục a\nông A\n- 5 độ"),
    ],
)
def test_pasted_lists_keep_their_numbers_and_tables_their_rows(
    editor: ProseEditor, html: str, plain: str
) -> None:
    mime = QMimeData()
    mime.setHtml(html)
    QApplication.clipboard().setMimeData(mime)
    QTest.keyClick(editor, Key.Key_V, CONTROL)

    assert to_plain(prose(editor)) == plain


def test_nothing_is_handed_over_while_letters_are_composed(editor: ProseEditor) -> None:
    QApplication.sendEvent(editor, QInputMethodEvent("Việ", []))
    assert prose(editor) == ()

    done = QInputMethodEvent("", [])
    done.setCommitString("Việt Nam")
    QApplication.sendEvent(editor, done)
    assert to_plain(prose(editor)) == "Việt Nam"


def test_letters_are_stored_in_one_form_and_left_alone_on_the_screen(editor: ProseEditor) -> None:
    loose = "Vie\u0302\u0323t"
    editor.insertPlainText(loose)

    assert to_plain(prose(editor)) == "Việt"
    assert editor.toPlainText() == loose


def test_undo_takes_back_a_phrase_and_the_editor_follows(editor: ProseEditor, window, qtbot) -> None:
    QTest.keyClicks(editor, "mot")
    qtbot.waitUntil(lambda: not editor.bridge.session.unsaved)
    QTest.keyClicks(editor, " hai")
    QTest.keyClick(editor, Key.Key_Z, CONTROL)

    assert to_plain(prose(editor)) == "mot"
    assert editor.toPlainText() == "mot"


def test_undo_reaches_over_tabs(view: ReportView, window) -> None:
    view.bridge.edit("pl1.7.2", "83")
    editor = view.show_tab("I").sections["I.1"].editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, "x")
    for _ in range(2):
        QTest.keyClick(editor, Key.Key_Z, CONTROL)

    assert view.session.filled.text("pl1.7.2") == "82"
    QTest.keyClick(editor, Key.Key_Y, CONTROL)
    assert view.session.filled.text("pl1.7.2") == "83"


def test_a_pause_saves_what_was_typed(editor: ProseEditor, window, qtbot) -> None:
    QTest.keyClicks(editor, "a")
    assert "Đang gõ" in shown(window.status)

    qtbot.waitUntil(lambda: "Đã lưu" in shown(window.status))
    assert not editor.bridge.session.unsaved


def test_a_figure_of_the_prose_is_checked_against_the_appendix(view: ReportView) -> None:
    """The number is typed in its sentence, and nowhere else."""
    view.go_to("I.3.province_assigned")
    editor = view.page("I").sections["I.3"].editor
    assert editor.textCursor().selectedText() == "186"
    QTest.keyClick(editor, Qt.Key.Key_Left)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    QTest.keyClicks(editor, "7")
    assert view.session.filled.text("I.3.province_assigned") == "1786"

    assert "X1.province_assigned" in {f.code for f in view.session.filled.findings()}


def test_carried_text_is_confirmed_by_one_button(window, view: ReportView, services) -> None:
    window.open_report(services.library.create_next("2023-Q1", "2023-Q3"))
    page = window.view.show_tab("III")
    section = page.sections["III.1"]
    assert window.view.session.filled.is_carried("III.1")

    button(section, "Giữ nguyên").click()

    assert not window.view.session.filled.is_carried("III.1")
    assert to_plain(window.view.session.filled.prose("III.1"))


def test_five_thousand_words_stay_editable(editor: ProseEditor) -> None:
    editor.insertPlainText("\n".join("từ " * 100 for _ in range(50)))
    QTest.keyClicks(editor, "x")

    assert len(to_plain(prose(editor)).split()) == 5000 + 1


def test_a_run_keeps_every_field_in_the_editor(editor: ProseEditor) -> None:
    editor.bridge.edit("III.1", write_prose(full_prose()))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(editor, ".")

    (paragraph,) = prose(editor)
    assert paragraph.runs[1] == full_prose()[0].runs[1]
    assert paragraph.text == full_prose()[0].text + "."
