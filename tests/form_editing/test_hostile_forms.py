"""Forms that break nothing: truncated, misspelt, cyclic, of a newer program."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desktop_app.base.errors import UserFault
from desktop_app.form_editing import actions_edition as whole
from desktop_app.form_editing import actions_rows as rows
from desktop_app.form_editing import actions_tables as tables
from desktop_app.form_editing.claims import Claim
from desktop_app.form_editing.form_session import FormSession
from desktop_app.form_editing.places import PlacedFault
from desktop_app.form_editing.toml_text import written_files
from desktop_app.forms.form_files import parse_files
from desktop_app.forms.heads import NEWEST
from desktop_app.forms.model import Indicator, Scope
from desktop_app.forms.written import WrittenEdition, read_written, written_of
from tests.support.written_forms import data_sheet, published

MANY = tuple(f"b1.{number}" for number in range(2, 70))
MISSING = "một dòng không còn trong mẫu"


def a_form(*made: Indicator) -> WrittenEdition:
    """A draft whose only table holds these rows, as a file may hold them."""
    session = FormSession(whole.new_edition("Mẫu lạ", "2026-Q1"))
    session.do(tables.add_table, "Bảng")
    table = msgspec.structs.replace(session.written.appendices[0], indicators=made)
    return msgspec.structs.replace(session.written, appendices=(table,))


def row(key: str, **words: object) -> Indicator:
    return Indicator(key=f"b1.{key}", number=key, label=f"Dòng {key}", **words)  # type: ignore[arg-type]


def errors(written: WrittenEdition) -> list[PlacedFault]:
    return [fault for fault in FormSession(written).faults if fault.level == "error"]


def test_sums_that_run_in_a_circle_are_said_at_each_of_their_rows() -> None:
    form = a_form(
        row("1", total_of=("b1.2",)), row("2", formula="b1.3 + b1.4"), row("3", total_of=("b1.1",)), row("4")
    )
    found = errors(form)

    assert sorted(fault.place for fault in found) == [("row", f"b1.{n}") for n in (1, 2, 3)]
    loop = " → ".join(f"Phụ lục 1, dòng {n}" for n in (1, 2, 3, 1))
    assert found[0].sentence == f"Dòng này được tính vòng tròn: {loop}."
    assert FormSession(form).edition is None


def test_a_chain_of_ten_thousand_sums_is_no_circle_and_no_recursion() -> None:
    chain = (row(str(n), total_of=(f"b1.{n + 1}",)) for n in range(1, 9999))
    form = a_form(*chain, row("9999"))

    assert errors(form) == []
    closed = (*form.appendices[0].indicators[:-1], row("9999", total_of=("b1.1",)))
    table = msgspec.structs.replace(form.appendices[0], indicators=closed)
    assert len(errors(msgspec.structs.replace(form, appendices=(table,)))) == 9999


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ((row("1", total_of=("b1.9",)),), MISSING),
        ((row("1", kind="percent", rate_of=("b1.9", "b1.8")),), MISSING),
        ((row("1", formula="b1.9 * 2"),), MISSING),
        ((row("1", formula="1 +"),), "Công thức của dòng này viết sai"),
        ((row("1", total_of=("b1.1",)),), "từ chính nó"),
        ((row("1"), row("1")), "trùng mã"),
        ((row("1", part_of=("b1.2",)), row("2", kind="text")), "không phải là số"),
        ((row("1", total_of=MANY), *(row(key.removeprefix("b1.")) for key in MANY)), "nhiều hơn 60 dòng"),
        ((row("1", least="9", most="3"),), "Số nhỏ nhất lớn hơn số lớn nhất"),
        ((row("1", kind="choice"),), "Chưa có lựa chọn nào"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_row_is_said_at_the_row_without_codes(
    broken: tuple[Indicator, ...], said: str
) -> None:
    found = errors(a_form(*broken))

    assert found and found[0].place == ("row", "b1.1")
    assert said in found[0].sentence and "b1." not in found[0].sentence


def test_a_form_that_ends_before_it_begins_and_has_no_periods_is_told_so() -> None:
    session = FormSession(a_form(row("1")))
    session.do(whole.set_head, valid_to="2025-Q4")
    session.do(whole.delete_period, "Q1")
    said = {fault.place: fault.sentence for fault in session.faults}

    assert said["head", "valid_to"] == "Mẫu dùng từ Quý I/2026 nhưng lại hết hiệu lực trước đó, Quý IV/2025."
    with pytest.raises(UserFault, match="Kỳ báo cáo"):
        session.do(whole.set_head, valid_from="năm nào đó")


def test_a_scope_over_rows_and_agencies_that_are_gone_is_said() -> None:
    form = a_form(row("1"))
    table = msgspec.structs.replace(form.appendices[0], scopes=(Scope(("b1.7",), ("nobody",), "lý do"),))

    assert len(errors(msgspec.structs.replace(form, appendices=(table,)))) == 2


def test_a_period_that_two_forms_claim_is_told_and_stops_nothing() -> None:
    other = read_written(Path(__file__).parents[2] / "resources/forms/cchc/2025")
    draft = data_sheet().written
    session = FormSession(draft, [Claim(other.head, other.periods), Claim(draft.head, draft.periods)])

    assert [(fault.level, fault.place) for fault in session.faults] == [("note", ("head", "valid_from"))]
    assert "Kỳ Quý I/2026, Quý II/2026, Quý III/2026 … còn có mẫu «" in session.faults[0].sentence
    assert "Công văn 4625" in session.faults[0].sentence


def test_a_form_of_a_newer_program_is_refused_in_one_sentence_whatever_else_it_holds() -> None:
    files = written_files(published("minimal"))
    files["edition.toml"] = files["edition.toml"].replace(f"needs = {NEWEST}", f"needs = {NEWEST + 1}")
    files["appendix-1.toml"] += "\n[[hologram]]\ndepth = 3\n"

    with pytest.raises(UserFault, match="bản mới hơn") as refused:
        parse_files(files)
    assert "hologram" not in str(refused.value)


def test_a_field_that_this_program_lacks_is_named_with_its_place() -> None:
    files = written_files(published("minimal"))
    files["appendix-1.toml"] += 'sound = "loud"\n'

    with pytest.raises(UserFault, match="«sound» không có trong mẫu; kiểm tra chính tả, hoặc mẫu do bản mới"):
        parse_files(files)


@pytest.mark.parametrize("share", [0.1, 0.35, 0.6, 0.85, 0.97])
def test_a_file_that_is_cut_off_is_refused_or_read_as_less(share: float) -> None:
    """A cut between two entries leaves a shorter form, which nobody can tell from one that was meant so."""
    files = written_files(published("data sheet"))
    name = "appendix-1.toml"
    files[name] = files[name][: int(len(files[name]) * share)]
    try:
        written = written_of(parse_files(files), "cut")
    except UserFault as refused:
        assert name in str(refused) and len(str(refused)) < 300
        return
    assert len(list(written.indicators)) < len(list(published("data sheet").indicators))


def test_a_table_of_more_rows_than_one_may_have_is_refused() -> None:
    session = FormSession(a_form())
    session.do(rows.insert_rows, "b1", [{"label": "Dòng"}] * rows.MOST_ROWS)

    with pytest.raises(UserFault, match="nhiều nhất 10000 dòng"):
        session.do(rows.insert_row, "b1", "Một dòng nữa")
