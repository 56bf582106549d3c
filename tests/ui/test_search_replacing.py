"""Replace by keys alone, on both forms: what is not seen is not changed, and one undo takes all back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from desktop_app.reports.prose import ProseParagraph, ProseRun
from desktop_app.ui.report_view import ReportView
from tests.support.screen import button, focused, named, press, shown, type_keys
from tests.support.search import CONTROL, LAST, ROW, SHIFT, WORD, ask, line, listed, name, opened, stands

Key = Qt.Key
__all__ = ["name", "opened"]


def replace_with(view: ReportView, words: str, new: str) -> None:
    ask(view, words, Key.Key_H, CONTROL | SHIFT)
    line(view, "Thay bằng").setFocus()
    type_keys(new)


def test_replace_all_shows_first_and_is_one_undo_that_changes_nothing_else(
    opened: ReportView, name: str, qtbot: QtBot
) -> None:
    before = stands(opened)
    replace_with(opened, "xyzzy", "sau")
    press(focused(), Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "→" in "".join(listed(opened)))  # a button pressed so goes down and up
    assert stands(opened) == before
    assert all("→ «sau»" in each for each in listed(opened))
    press(button(opened, "Thay 6 chỗ"), Key.Key_Space)

    now = stands(opened)
    assert {key for key in now if now[key] != before.get(key)} == {
        "header.agency", "footer.recipients", LAST[name], ROW[name], f"note.{ROW[name]}",
    }  # fmt: skip
    assert opened.session.filled.prose(LAST[name]) == (
        ProseParagraph("dash", (ProseRun("mot "), ProseRun("sau", bold=True), ProseRun(" hai", italic=True))),
        ProseParagraph("text", (ProseRun("ba"), ProseRun("", note="theo sau"), ProseRun(" bon"))),
    )
    assert "Đã thay 6 chỗ; Ctrl+Z để hoàn tác" in shown(opened)
    press(focused(), Key.Key_Z, CONTROL)
    assert stands(opened) == before


def test_a_place_that_is_not_ticked_stays(opened: ReportView, name: str) -> None:
    replace_with(opened, "xyzzy", "sau")
    press(button(opened, "Thay tất cả…"), Key.Key_Space)
    hits = named(opened, QTableView, "Các chỗ tìm thấy")
    hits.setFocus()
    press(hits, Key.Key_Home, CONTROL)
    press(hits, Key.Key_Space)
    press(button(opened, "Thay 5 chỗ"), Key.Key_Space)

    assert stands(opened)["header.agency"] == f"So {WORD}"
    assert stands(opened)[ROW[name]] == "sau"
    assert "1 chỗ để nguyên" in shown(opened)


def test_enter_replaces_the_hit_that_is_shown_and_shows_the_next(
    opened: ReportView, name: str, qtbot: QtBot
) -> None:
    opened.show_tab("general").go_to("header.parent_agency")
    replace_with(opened, "xyzzy", "xyzzyz")
    press(focused(), Key.Key_Return)
    assert stands(opened)["header.agency"] == f"So {WORD}"
    press(focused(), Key.Key_Return)
    assert stands(opened)["header.agency"] == "So xyzzyz"
    press(focused(), Key.Key_Return)
    assert stands(opened)["header.agency"] == "So xyzzyz"
    assert stands(opened)["footer.recipients"] == "- A;\n- xyzzyz;"
    assert "Đã thay 1 chỗ" in shown(opened)


def test_a_computed_row_is_refused_in_one_sentence(opened: ReportView, name: str) -> None:
    computed = next(key for key in opened.session.filled.plan.indicators if key_computes(opened, key))
    number = opened.session.filled.shown(computed)
    opened.bridge.edit(f"note.{ROW[name]}", number)
    opened.go_to("header.agency")
    replace_with(opened, number, "9")
    for _ in listed(opened):
        press(line(opened, "Chữ cần tìm"), Key.Key_Return)
        if opened.current_page().current_key() == computed:
            break
    press(line(opened, "Thay bằng"), Key.Key_Return)

    assert opened.session.filled.text(computed) == ""
    assert "không thay, vì số này do chương trình tính" in shown(opened)


def key_computes(view: ReportView, key: str) -> bool:
    """Empty the row, and see whether the form fills it in with more than one digit."""
    if not view.session.filled.plan.fills_itself(key):
        return False
    view.bridge.edit(key, "")
    return len(view.session.filled.shown(key)) > 2


def test_a_row_of_another_agency_is_left_out_of_replace_all(opened: ReportView, name: str) -> None:
    plan = opened.session.filled.plan
    kinds = [kind.key for kind in plan.edition.agency_kinds]
    kind, row = next(
        (kind, row) for kind in kinds for row in plan.indicators
        if plan.out_of_scope(row, kind) and plan.is_key(row)
    )  # fmt: skip
    opened.bridge.edit_many("", {row: WORD, "header.agency_kind": kind})
    replace_with(opened, "xyzzy", "sau")
    press(button(opened, "Thay tất cả…"), Key.Key_Space)
    assert sum("không thuộc phạm vi" in each for each in listed(opened)) >= 1
    press(focused(), Key.Key_Space)

    assert stands(opened)[row] == WORD
    assert "để nguyên" in shown(opened)


def test_an_edit_meanwhile_puts_the_list_of_changes_away(opened: ReportView, name: str, qtbot: QtBot) -> None:
    replace_with(opened, "xyzzy", "sau")
    press(button(opened, "Thay tất cả…"), Key.Key_Space)
    opened.bridge.edit("header.agency", "So")

    assert "Nội dung vừa thay đổi" in shown(opened)
    qtbot.waitUntil(lambda: len(listed(opened)) == 5)
    assert not any("→" in each for each in listed(opened))


def test_other_marks_than_those_typed_wait_to_be_ticked(opened: ReportView, name: str) -> None:
    opened.bridge.edit(f"note.{ROW[name]}", "Xyzzý")
    replace_with(opened, "xyzzy", "sau")
    press(button(opened, "Thay tất cả…"), Key.Key_Space)

    press(button(opened, "Thay 5 chỗ"), Key.Key_Space)
    assert stands(opened)[f"note.{ROW[name]}"] == "Xyzzý"
