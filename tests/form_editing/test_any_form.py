"""Any form, however it was made: its files read back the same, its faults are found whatever was remembered.

What the editor calls sound is what every reader of its files calls sound.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.base.errors import UserFault
from desktop_app.form_editing import actions_rows as rows
from desktop_app.form_editing import actions_tables as tables
from desktop_app.form_editing.form_session import FormSession
from desktop_app.form_editing.linter import Linter
from desktop_app.form_editing.places import PlacedFault
from desktop_app.form_editing.publishing import final_faults
from desktop_app.form_editing.toml_text import written_files
from desktop_app.forms.form_files import parse_files
from desktop_app.forms.written import WrittenEdition, written_of
from tests.support.any_forms import ACTIONS, BLANK, FORMS, Arguments

few = settings(deadline=None, max_examples=40)


@few
@given(FORMS)
def test_whatever_a_form_holds_its_files_read_back_the_same(written: WrittenEdition) -> None:
    assert written_of(parse_files(written_files(written)), "test") == written


@few
@given(FORMS)
def test_whatever_a_form_holds_the_editor_says_what_is_wrong_and_opens_it(written: WrittenEdition) -> None:
    session = FormSession(written)
    faults = session.faults

    for fault in faults:
        assert fault.sentence and "\n" not in fault.sentence and len(fault.sentence) < 500
    if session.edition is None:
        assert errors(final_faults(written))


@few
@given(st.data())
def test_whatever_is_done_the_editor_calls_sound_what_every_reader_does(data: st.DataObject) -> None:
    session = FormSession(BLANK)
    session.do(tables.add_table, "Bảng")
    for number in ("1", "1.1", "1.2", "2"):
        session.do(rows.insert_row, "b1", f"Dòng {number}", number)
    forms = [session.written]
    for _ in range(data.draw(st.integers(1, 25))):
        action, arguments = data.draw(st.sampled_from(ACTIONS))
        try:
            session.do(action, *arguments(Arguments(data, session.written)))
        except UserFault as refused:
            assert str(refused)
            continue
        assert session.faults == Linter().faults(session.written), "what is remembered hides nothing"
        if session.written is not forms[-1]:
            forms.append(session.written)

    final = errors(final_faults(session.written))
    assert final == errors(session.faults), final
    for form in reversed(forms[:-1]):
        session.undo()
        assert session.written == form


def errors(faults: tuple[PlacedFault, ...]) -> list[PlacedFault]:
    """Those that keep a form a draft."""
    return [fault for fault in faults if fault.level == "error"]
