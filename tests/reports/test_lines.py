"""Lines of a table that repeats: put in, taken out and moved, each one step that undo takes back."""

from __future__ import annotations

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.checking.plan import Plan
from desktop_app.forms.columns import MOST_LINES
from desktop_app.reports.lines import count_lines, delete_lines, insert_line, move_line
from desktop_app.reports.session import Session
from tests.forms.test_columns import LINES, WIDE
from tests.support.editions import a_session, an_edition


@pytest.fixture(name="session")
def _session() -> Session:
    session = a_session(Plan(an_edition(WIDE, LINES)))
    session.edit_many("Dán", {f"b2.{n}.so": f"0{n}/QĐ" for n in range(1, 5)} | {"b2.2.tien": "chưa rõ"})
    return session


def symbols(session: Session) -> list[str]:
    """What stands in the first column, line by line."""
    table = session.filled.plan.edition.appendices[1]
    count = count_lines(session.filled, table)
    return [session.filled.text(f"b2.{n}.so") for n in range(1, count + 1)]


def test_a_line_put_in_moves_those_behind_it(session: Session) -> None:
    table = session.filled.plan.edition.appendices[1]
    step = insert_line(session.filled, table, 2)
    assert step.label == "Chèn dòng 2, Phụ lục 2"
    session.edit_many(*step)
    assert symbols(session) == ["01/QĐ", "", "02/QĐ", "03/QĐ", "04/QĐ"]
    assert session.filled.text("b2.3.tien") == "chưa rõ" and session.filled.text("b2.2.tien") == ""
    session.undo()
    assert symbols(session) == ["01/QĐ", "02/QĐ", "03/QĐ", "04/QĐ"]
    assert insert_line(session.filled, table, 5).texts == {}


def test_lines_taken_out_close_up(session: Session) -> None:
    table = session.filled.plan.edition.appendices[1]
    step = delete_lines(session.filled, table, [3, 1])
    assert step.label == "Xóa 2 dòng, Phụ lục 2"
    session.edit_many(*step)
    assert symbols(session) == ["02/QĐ", "04/QĐ"]
    assert session.filled.text("b2.1.tien") == "chưa rõ"
    session.undo()
    assert symbols(session) == ["01/QĐ", "02/QĐ", "03/QĐ", "04/QĐ"]


@pytest.mark.parametrize(
    ("line", "to", "after"), [(1, 3, "2314"), (4, 2, "1423"), (2, 2, "1234"), (1, 9, "2341")]
)
def test_a_line_moves_to_another_place(session: Session, line: int, to: int, after: str) -> None:
    table = session.filled.plan.edition.appendices[1]
    session.edit_many(*move_line(session.filled, table, line, to))
    assert [text[1:2] for text in symbols(session)] == [*after]


def test_what_is_said_of_a_line_goes_with_it(session: Session) -> None:
    table = session.filled.plan.edition.appendices[1]
    found = [f for f in session.filled.findings() if f.keys[0] == "b2.2.tien"]
    assert found
    warned = [f for f in found if f.level == "warning"]
    for finding in warned:
        session.give_explanation(finding, "Đang chờ quyết toán")
    session.edit("silent.repeat@b2.2.so", '["x"]')
    session.edit_many(*delete_lines(session.filled, table, [1]))
    assert session.filled.text("silent.repeat@b2.1.so") == '["x"]'
    assert not session.filled.text("silent.repeat@b2.2.so")
    again = [f for f in session.filled.findings() if f.keys[0] == "b2.1.tien"]
    assert [f.code for f in again] == [f.code for f in found]
    session.edit_many(*delete_lines(session.filled, table, [1]))
    assert not [key for key in session.filled.texts() if "b2.1.so" in key and key.startswith("silent")]


def test_a_full_table_takes_no_more(session: Session) -> None:
    table = session.filled.plan.edition.appendices[1]
    session.edit(f"b2.{MOST_LINES}.so", "cuối")
    with pytest.raises(UserFault, match=f"Phụ lục 2 đã đủ {MOST_LINES} dòng"):
        insert_line(session.filled, table, 3)
