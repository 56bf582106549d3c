"""Large forms and long lists: keys in a form of ten thousand rows, fifty forms; the bench has their times."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt

from desktop_app.form_editing.actions_edition import new_edition
from desktop_app.form_editing.actions_relations import total_of
from desktop_app.form_editing.actions_rows import insert_rows
from desktop_app.form_editing.actions_tables import add_table
from desktop_app.forms.written import WrittenEdition
from desktop_app.services.services import Services
from desktop_app.ui.form_editor.editor_page import EditorPage
from desktop_app.ui.form_editor.forms_page import FormsPage
from desktop_app.ui.form_editor.grid import Grid
from desktop_app.ui.main_window import MainWindow
from tests.support.screen import focused, named, press, type_keys
from tests.ui.form_editor.conftest import Open

Key, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def large(tables: int, rows: int) -> WrittenEdition:
    """A form of so many tables with so many rows each, every tenth row a sum."""
    written = new_edition("Mẫu lớn", "2026-Q1")
    for number in range(tables):
        done = add_table(written, f"Bảng số {number + 1}")
        table = done.place[1]
        fields = [{"number": f"{n // 10}.{n % 10}", "label": f"Chỉ tiêu thứ {n}"} for n in range(rows)]
        written = insert_rows(done.written, table, fields).written
        keys = [row.key for row in written.appendices[-1].indicators]
        for n in range(0, min(rows, 50), 10):
            written = total_of(written, keys[n], keys[n + 1 : n + 10]).written
    return written


@pytest.fixture(scope="module", params=[(40, 250), (1, 9_990)], ids=["40 tables", "one table"])
def form(request: pytest.FixtureRequest) -> WrittenEdition:
    return large(*request.param)


@pytest.fixture
def editor(open_editor: Open, form: WrittenEdition) -> EditorPage:
    page = open_editor(form)
    page.bridge.session.save = lambda *_: None  # type: ignore[method-assign]
    return page


def test_keys_work_in_a_form_of_ten_thousand_rows(editor: EditorPage) -> None:
    table = editor.bridge.written.appendices[0].head.key
    editor.go_to(("rows", table))
    grid = named(editor, Grid, "Dòng")
    grid.go_to(7, 1)

    def labels() -> list[str]:
        return [row.label for row in editor.bridge.written.appendices[0].indicators[6:12]]

    type_keys("x")
    press(focused(), Key.Key_Return)
    assert labels()[1] == "x"
    before, rows = labels(), len(list(editor.bridge.written.indicators))
    press(grid, Key.Key_Insert)
    assert labels() != before
    editor.bridge.undo()
    grid.go_to(7, 1)
    press(grid, Key.Key_Down, ALT)
    assert labels()[2] == "x"
    press(grid, Key.Key_Delete, CTRL)
    assert "x" not in labels()
    editor.bridge.undo()
    editor.bridge.undo()
    assert labels() == before
    assert len(list(editor.bridge.written.indicators)) == rows


def test_fifty_forms_are_listed(window: MainWindow, services: Services) -> None:
    own = services.own_forms()
    written = new_edition("Mẫu", "2026-Q1")
    for number in range(48):
        head = msgspec.structs.replace(written.head, id=f"mau-{number}", name=f"Mẫu số {number}")
        own.save(msgspec.structs.replace(written, head=head))
    window.do_forms()
    page = window.findChildren(FormsPage)[0]
    assert len(page.model.rows) == 50
    services.catalogue.refresh()
    window.do_forms()
    assert len(page.model.rows) == 50
