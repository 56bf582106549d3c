"""The other panes: sections, periods, entries, columns, relations, test figures, the printed form."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.form_editing.actions_relations import set_limits
from desktop_app.form_editing.actions_tables import add_column, add_table
from desktop_app.form_editing.scopes import who_fills
from desktop_app.ui.form_editor.choose_kinds import ChooseKindsDialog
from desktop_app.ui.form_editor.choose_rows import ChooseRowsDialog
from desktop_app.ui.form_editor.editor_page import EditorPage
from desktop_app.ui.form_editor.form_tree import FormTree
from desktop_app.ui.form_editor.grid import Grid
from desktop_app.ui.form_editor.preview_pane import PreviewPane
from desktop_app.ui.form_editor.property_form import PropertyForm
from desktop_app.ui.form_editor.trial_pane import TrialPane
from tests.support.dialogs import in_dialog
from tests.support.screen import focused, named, press, shown, type_keys
from tests.ui.form_editor.conftest import Open, draft
from tests.ui.test_small_screens import SIZES

Key, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def grid_of(editor: EditorPage, place: tuple[str, ...], name: str) -> Grid:
    editor.go_to(place)
    return named(editor, Grid, name)


def sections(editor: EditorPage) -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in editor.bridge.written.sections]


def test_an_outline_is_pasted_and_its_numbers_tell_the_levels(editor: EditorPage) -> None:
    grid = grid_of(editor, ("sections",), "Đề cương")
    grid.go_to(len(editor.bridge.written.sections) - 2, 2)
    QGuiApplication.clipboard().setText("V. PHỤ THÊM\n1. Việc một\na) Chi tiết\n2. Việc hai")
    press(grid, Key.Key_V, CTRL)

    made = editor.bridge.written.sections[-5:-1]
    assert [(one.level, one.number, one.title) for one in made] == [
        ("part", "V.", "PHỤ THÊM"), ("heading", "1.", "Việc một"), ("item", "a)", "Chi tiết"),
        ("heading", "2.", "Việc hai"),
    ]  # fmt: skip
    assert not made[0].prose and made[1].prose


def test_a_section_moves_with_all_below_it_and_changes_its_level_in_the_tree(editor: EditorPage) -> None:
    before = sections(editor)
    editor.tree.setFocus()
    editor.tree.go_to(("section", "II.2"))
    press(editor.tree, Key.Key_Up, ALT)
    moved = sections(editor)
    at = moved.index(("2.", "Cải cách thủ tục hành chính"))
    assert moved[at + 4] == ("1.", "Cải cách thể chế"), "three places below it went along"
    assert editor.tree.place() == ("section", "II.2")
    press(editor.tree, Key.Key_Down, ALT)
    assert sections(editor) == before
    editor.tree.go_to(("section", "III.2"))
    press(editor.tree, Key.Key_Right, ALT)

    assert next(s.level for s in editor.bridge.written.sections if s.key == "III.2") == "item"
    press(editor.tree, Key.Key_Delete, CTRL)
    assert "III.2" not in [s.key for s in editor.bridge.written.sections]


def test_a_title_is_written_in_the_tree_pane_by_enter(editor: EditorPage) -> None:
    editor.tree.setFocus()
    editor.tree.go_to(("section", "I.1"))
    press(editor.tree, Key.Key_Insert)
    assert editor.bridge.written.sections[3].key != "I.2"
    assert editor.tree.place()[0] == "section"
    grid = named(editor, Grid, "Đề cương")
    grid.go_to(3, 2)
    type_keys("Mục mới")
    press(focused(), Key.Key_Return)

    assert editor.bridge.written.sections[3].title == "Mục mới"
    assert "Mục mới" in editor.tree.findItems(
        "Mục mới", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
    )[0].text(0)


def test_days_are_read_in_words_and_bad_ones_are_one_sentence(editor: EditorPage) -> None:
    complained: list[str] = []
    editor.bridge.complained.connect(complained.append)
    grid = grid_of(editor, ("periods",), "Kỳ báo cáo")
    grid.go_to(0, 4)
    type_keys("1/12 năm trước")
    press(focused(), Key.Key_Return)
    assert editor.bridge.written.periods[0].cut_off == ("-1/12", "14/3")
    grid.go_to(0, 3)
    type_keys("40/20")
    press(focused(), Key.Key_Return)

    assert editor.bridge.written.periods[0].deadline == "20/3"
    assert len(complained) == 1 and "40/20" in complained[0]


def test_places_of_a_text_are_shown_and_typed_in_words(editor: EditorPage) -> None:
    grid = grid_of(editor, ("periods",), "Kỳ báo cáo")
    assert grid.rows.index(0, 1).data() == "quý I năm {năm}"
    grid.go_to(0, 1)
    type_keys("quý I/{năm}")
    press(focused(), Key.Key_Return)

    assert editor.bridge.written.periods[0].label == "quý I/{year}"


def test_a_column_is_added_named_and_summed_from_others(editor: EditorPage) -> None:
    grid = grid_of(editor, ("columns", "bm1"), "Cột")
    assert grid.rows.rowCount() == 5
    grid.go_to(3, 1)
    press(grid, Key.Key_Insert)
    type_keys("Cấp tỉnh")
    press(focused(), Key.Key_Return)
    table = editor.bridge.written.appendices[0]
    assert [(c.of, c.title) for c in table.columns][4] == ("value", "Cấp tỉnh")
    grid.go_to(4, 4)
    type_keys("20-40")
    press(focused(), Key.Key_Return)
    assert editor.bridge.written.appendices[0].columns[4].width == (20, 40)
    grid.go_to(4, 0)
    press(grid, Key.Key_F2)
    box = focused()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("Số kỳ trước"))
    press(box, Key.Key_Return)

    assert editor.bridge.written.appendices[0].columns[4].of == "before"


def test_a_column_of_sums_is_tried_with_figures(editor: EditorPage) -> None:
    editor.bridge.do(lambda form: add_column(form, "bm1", "value", "Cấp tỉnh"))
    editor.bridge.do(lambda form: add_column(form, "bm1", "formula", "Cộng"))
    grid = grid_of(editor, ("columns", "bm1"), "Cột")
    grid.go_to(6, 1)

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ChooseRowsDialog)
        assert [one.label for one in dialog.model.rows] == ["Số liệu", "Cấp tỉnh"]
        for row in (0, 1):
            dialog.table.selectRow(row)
            press(dialog.table, Key.Key_Space)
        press(dialog.table, Key.Key_Return)

    form = grid.parentWidget().findChild(PropertyForm)  # type: ignore[union-attr]
    assert form
    with in_dialog(act):
        form.buttons["formula"].click()
    column, value = (
        editor.bridge.written.appendices[0].columns[6],
        editor.bridge.written.appendices[0].columns[5],
    )
    assert column.formula == f"figure + {value.key}"
    assert form.buttons["formula"].words() == "Số liệu + Cấp tỉnh"
    editor.activateWindow()
    QApplication.processEvents()
    editor.go_to(("trial",))
    pane = next(one for one in editor.findChildren(TrialPane) if one.isVisible())
    for key, text in (("bm1.1", "4"), (f"bm1.1.{value.key}", "3")):
        pane.go_to(key)
        type_keys(text)
        press(focused(), Key.Key_Return)

    assert pane.model.index(pane.model.row_of(f"bm1.1.{column.key}"), 2).data() == "7"


def test_cells_are_emptied_as_one_step(editor: EditorPage) -> None:
    grid = grid_of(editor, ("rows", "bm1"), "Dòng")
    before = editor.bridge.written
    grid.go_to(0, 1)
    press(grid, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(grid, Key.Key_Delete)
    row = editor.bridge.written.appendices[0].indicators[0]
    assert (row.label, row.unit, row.number) == ("", "", "1")
    editor.bridge.undo()

    assert editor.bridge.written == before


def test_who_reports_is_ticked_for_all_chosen_rows(editor: EditorPage) -> None:
    grid = grid_of(editor, ("rows", "bm1"), "Dòng")
    grid.go_to(1, 1)
    press(grid, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    def act(dialog: object) -> None:
        assert isinstance(dialog, ChooseKindsDialog)
        dialog.list.setFocus()
        press(dialog.list, Key.Key_Space)
        dialog.accept()

    form = grid.parentWidget().parentWidget().findChild(PropertyForm)  # type: ignore[union-attr]
    assert form
    with in_dialog(act):
        form.buttons["scope"].click()

    filled = who_fills(editor.bridge.written.appendices[0])
    assert {filled[key].agency_kinds for key in ("bm1.2", "bm1.2.1")} == {("province",)}
    assert filled["bm1.1"].agency_kinds == ()
    assert form.buttons["scope"].words() == "UBND tỉnh, thành phố"


def test_answers_of_a_choice_are_lines(editor: EditorPage) -> None:
    grid = grid_of(editor, ("rows", "bm1"), "Dòng")
    grid.go_to(grid.rows.row_of("bm1.5.2"), 0)
    form = grid.parentWidget().parentWidget().findChild(PropertyForm)  # type: ignore[union-attr]
    assert form
    field = form.inputs["choices"]
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "0 = Trực tuyến\n1 = Phát phiếu\n2 = Kết hợp"
    field.setPlainText("0 = Trực tuyến\n1 = Phát phiếu\nQua điện thoại")
    field.settle()  # type: ignore[union-attr]

    row = next(r for r in editor.bridge.written.indicators if r.key == "bm1.5.2")
    assert [(one.code, one.word) for one in row.choices][2] == (2, "Qua điện thoại")


def test_an_annex_is_made_and_undone(editor: EditorPage) -> None:
    editor.go_to(("head",))
    tick = named(editor, QLineEdit, "Tên mẫu").window().findChildren(PropertyForm)
    form = next(one for one in tick if one.isVisible())
    assert form.inputs["annex_word"].isVisible()
    form.inputs["in_annex"].setFocus()
    press(focused(), Key.Key_Space)
    assert editor.bridge.written.annex is None and not form.inputs["annex_word"].isVisible()
    editor.bridge.undo()

    assert editor.bridge.written.annex and form.inputs["annex_word"].isVisible()


def test_f6_goes_round_the_parts_and_escape_to_the_tree(editor: EditorPage) -> None:
    editor.go_to(("rows", "bm1"))
    seen = []
    for _ in range(3):
        seen.append(type(focused()).__name__)
        editor.step_areas(1)
    assert seen == ["Grid", "EditLines", "FormTree"]
    assert isinstance(focused(), Grid)
    press(focused(), Key.Key_Escape)
    assert isinstance(focused(), FormTree)


def test_figures_are_tried_and_each_check_says_what_it_thinks(editor: EditorPage, qtbot: QtBot) -> None:
    editor.bridge.do(lambda form: set_limits(form, "bm1.1", most="50"))
    editor.go_to(("trial",))
    pane = next(one for one in editor.findChildren(TrialPane) if one.isVisible())
    assert focused() is pane.grid
    pane.go_to("bm1.1")
    type_keys("60")
    press(focused(), Key.Key_Return)
    pane.go_to("bm1.2.1")
    for text in ("12", "10"):
        type_keys(text)
        press(focused(), Key.Key_Return)

    states = {one.state for one in pane.outcomes.rows}
    assert "fails" in states and "holds" in states
    assert pane.outcomes.cells(0)[0] == "● Sai" and "60" in pane.outcomes.cells(0)[1]
    rate = pane.model.row_of("bm1.2")
    assert pane.model.index(rate, 2).data() == "83,33"
    pane.go_to("bm1.1")
    type_keys("40")
    press(focused(), Key.Key_Return)
    assert "fails" not in {one.state for one in pane.outcomes.rows}


def test_the_printed_form_follows_and_a_click_leads_to_its_part(editor: EditorPage, qtbot: QtBot) -> None:
    editor.show_preview()
    pane = editor.findChild(PreviewPane)
    assert pane
    qtbot.waitUntil(lambda: bool(pane.pages.sizes) and pane.is_current, timeout=20_000)
    before = len(pane.pages.sizes)
    place = pane.positions.of("I.1")
    assert before > 8 and place
    pane.wanted.emit("bm2.1")
    assert editor.tree.place() == ("rows", "bm2")
    editor.bridge.do(lambda form: add_table(form, "Bảng thêm"))
    editor.show_preview()
    qtbot.waitUntil(lambda: pane.is_current, timeout=20_000)
    assert len(pane.pages.sizes) >= before


def test_a_faulty_draft_says_that_it_cannot_be_printed(open_editor: Open, qtbot: QtBot) -> None:
    page = open_editor(draft())
    page.bridge.do(lambda form: add_table(form, ""))
    page.bridge.look()
    page.go_to(("trial",))
    page.show_preview()
    QApplication.processEvents()

    assert page.bridge.session.edition is not None or "còn lỗi" in shown(page)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_on_a_small_screen(open_editor: Open, size: tuple[int, int]) -> None:
    page = open_editor()
    page.resize(*size)
    for place in [place for place in page.tree.places() if place[0] not in ("section", "table")][:14]:
        page.go_to(place)
        QApplication.processEvents()
        assert (page.width(), page.height()) == size, place
        wide = [
            (type(area).__name__, area.horizontalScrollBar().maximum())
            for area in page.findChildren(QAbstractScrollArea)
            if area.isVisible() and area.horizontalScrollBar().maximum()
        ]
        assert wide == [], place
