"""What the linter costs after an action on a form of 10,000 rows: next to nothing beside a first look."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time
from typing import Any

import pytest

from desktop_app.form_editing import actions_relations as relations
from desktop_app.form_editing import actions_rows as rows
from desktop_app.form_editing import actions_tables as tables
from desktop_app.form_editing.actions_edition import set_head
from desktop_app.form_editing.form_session import FormSession
from tests.support.written_forms import ROWS_OF_A_TABLE, large_form

MOST_SECONDS = 0.05
TRIES = 5
MIDDLE = "b21.10"


@pytest.fixture(scope="module")
def session() -> FormSession:
    """The large form with a sum and a rate in every ten rows, looked at once."""
    made = large_form(related=ROWS_OF_A_TABLE // 10)
    assert made.faults == ()
    return made


@pytest.mark.parametrize(
    ("action", "arguments", "words"),
    [
        (rows.set_row, (f"{MIDDLE}.1",), {"label": "Tên khác"}),
        (rows.insert_row, ("b21", "Dòng mới"), {"after": f"{MIDDLE}.1"}),
        (rows.delete_rows, ([f"{MIDDLE}.2"],), {}),
        (relations.total_of, (f"{MIDDLE}.3", ["b1.1", "b40.1"]), {}),
        (rows.set_scope, ([f"{MIDDLE}.1"], ["province"]), {}),
        (tables.move_table, ("b21", 3), {}),
        (tables.add_column, ("b21", "value"), {}),
        (set_head, (), {"appendix_word": "Biểu"}),
    ],
)  # fmt: skip
def test_an_action_and_its_faults_take_less_than_fifty_milliseconds(
    session: FormSession, action: Callable[..., Any], arguments: tuple[Any, ...], words: dict[str, Any]
) -> None:
    took = []
    for _ in range(TRIES):
        before, begun = session.written, process_time()
        session.do(action, *arguments, **words)
        assert session.faults == ()
        took.append(process_time() - begun)
        assert session.written is not before
        session.undo()
        assert session.faults == ()

    assert min(took) < MOST_SECONDS, took
