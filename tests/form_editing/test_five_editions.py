"""Five forms of clearly different shapes, each written through the editor's actions alone, up to its print.

Each is published, filled, checked, printed in every format and read again, carried over into the next
period, exported, and taken in on another computer, where its form comes along.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import msgspec
import openpyxl
import pytest

from desktop_app.checking.inspection import inspect
from desktop_app.documents.dump import words
from desktop_app.forms.columns import is_entered, line_key
from desktop_app.forms.model import Indicator
from desktop_app.forms.written import WrittenEdition, compile_edition
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.succession import tray
from desktop_app.services import press
from desktop_app.services.exchange import as_json
from desktop_app.services.form_travel import file_with_form
from desktop_app.services.importing import take_in
from desktop_app.services.services import Services
from tests.support.library import services_in
from tests.support.printed import docx_words, letters, pdf_pages
from tests.support.written_forms import ROWS_OF_A_TABLE, TABLES, published

SMALL = ("data sheet", "inspection outline", "repeating", "minimal")
QUARTERS = ("2026-Q1", "2026-Q2")
PERIODS = {"inspection outline": ("2026-6M", "2026-Y"), "minimal": QUARTERS, "data sheet": QUARTERS}
OFFICIAL = ("2026-Q1", "2026-6M")
LINES = 3
VALUES = {"count": "12", "decimal": "12,5", "money": "12,5", "percent": "45,5", "choice": "1", "yes_no": "1"}
HEAD = {
    "header.agency": "ỦY BAN NHÂN DÂN XÃ ĐÔNG HẢI", "header.symbol": "BC-UBND", "header.place": "Đông Hải",
    "header.date": "19/3/2026", "footer.position": "CHỦ TỊCH", "footer.signer": "Nguyễn Văn A",
    "footer.recipients": "- Như trên;\n- Lưu: VT.",
}  # fmt: skip


def store(services: Services, written: WrittenEdition) -> str:
    """The form as the editor's window stores it: as a draft first, then published."""
    if len(written.appendices) == TABLES:  # is examined each time, for seconds
        return services.own_forms().save(written)
    draft = msgspec.structs.replace(written, head=msgspec.structs.replace(written.head, draft=True))
    services.own_forms().save(draft)
    return services.own_forms().save(written)


def period_of(name: str) -> str:
    return PERIODS.get(name, OFFICIAL)[0]


def entered(written: WrittenEdition) -> dict[str, str]:
    """Something under every key that a clerk can enter, sums and rates left to the form."""
    texts = dict(HEAD)
    for section in written.sections:
        if section.prose and section.level != "line":
            texts[section.key] = write_prose(from_plain(f"Lời của mục {section.key}."))
    texts |= {figure.key: str(9 - place) for place, figure in enumerate(written.figures)}
    for table in written.appendices:
        further = [column for column in table.columns if is_entered(column)]
        if table.head.repeats:
            texts |= {
                line_key(table.head.key, line, column): f"Nội dung {line} {column.key}"
                if column.kind == "text"
                else VALUES.get(column.kind, f"{line}/2/2026")
                for line in range(1, LINES + 1)
                for column in further
            }
        texts |= {row.key: VALUES.get(row.kind, "Thiếu máy quét") for row in table.indicators if typed(row)}
        typed_columns = [column for column in further if column.of == "value"]
        texts |= {f"{row.key}.{c.key}": "4" for row in table.indicators if typed(row) for c in typed_columns}
    return texts


def typed(row: Indicator) -> bool:
    return row.kind != "heading" and not row.total_of and not row.rate_of and not row.formula


@pytest.fixture(params=SMALL)
def reported(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Services, str, str]]:
    """Services with a filled report on the form, the id of the report and the name of the form."""
    with services_in(tmp_path / "here") as services:
        yield services, made(services, request.param), request.param


def made(services: Services, name: str) -> str:
    """A filled report on the form."""
    form = store(services, published(name))
    report = services.library.create(period_of(name), form)
    session = services.library.open(report)
    session.edit_many("Nhập", entered(published(name)))
    return report


def filled_of(services: Services, report: str) -> FilledReport:
    return services.library.read(report)


@pytest.mark.parametrize("name", SMALL)
def test_the_published_form_is_sound_to_every_reader(name: str, tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        form = store(services, published(name))
        listed = services.catalogue.listed(form)

        assert listed is not None and listed.sound and not listed.is_draft
        assert services.catalogue.edition(form) == compile_edition(published(name))
        assert inspect(services.catalogue.path_of(listed)).faults == ()


def test_what_was_entered_stands_and_is_checked(reported: tuple[Services, str, str]) -> None:
    services, report, name = reported
    filled = filled_of(services, report)

    for key, text in entered(published(name)).items():
        assert filled.text(key) == text
    wrong = [finding for finding in filled.findings() if finding.level == "error"]
    assert wrong == [], [finding.message for finding in wrong]


def test_word_pdf_and_workbook_hold_all_of_it(reported: tuple[Services, str, str]) -> None:
    services, report, name = reported
    filled = filled_of(services, report)
    document = press.compose(filled)
    content, _ = press.pdf(document)
    pages = letters(pdf_pages(content)).casefold()

    assert docx_words(press.docx(document)) == words(document)
    for section in published(name).sections:
        assert letters([section.title]).casefold() in pages
    for row in published(name).indicators:
        assert letters([row.label]).casefold() in pages
    for key in entered(published(name)):
        shown = filled.shown(key) if key in filled.plan.indicators else ""
        assert letters([shown]).casefold() in pages, key
    book = openpyxl.load_workbook(io.BytesIO(press.xlsx(filled))) if published(name).appendices else None
    if book:
        cells = {str(cell.value) for sheet in book for line in sheet.iter_rows() for cell in line}
        assert len(book.sheetnames) >= len(published(name).appendices)
        assert all(row.label in cells for row in published(name).indicators)


def test_the_next_period_begins_with_it(reported: tuple[Services, str, str]) -> None:
    services, report, name = reported
    following = services.library.create_next(report, PERIODS.get(name, OFFICIAL)[1])
    filled = filled_of(services, following)

    assert filled.report.edition_id == published(name).head.id
    assert filled.text("header.agency") == HEAD["header.agency"]
    assert tray(filled.entries) == []
    for section in published(name).sections:
        if section.prose and section.level != "line":
            assert "Lời của mục" in filled.text(section.key)


def test_it_travels_with_its_form_to_another_computer(
    reported: tuple[Services, str, str], tmp_path: Path
) -> None:
    services, report, name = reported
    file = tmp_path / "out.cchc"
    file.write_bytes(as_json(file_with_form(filled_of(services, report), services)))
    with services_in(tmp_path / "elsewhere") as other:
        assert other.catalogue.listed(published(name).head.id) is None
        taken, doubts = take_in(file, other)

        there = filled_of(other, taken)
        assert [doubt for doubt in doubts if "Đã nhận cả mẫu" not in doubt] == []
        assert there.texts() == filled_of(services, report).texts()
        assert other.catalogue.edition(published(name).head.id) == compile_edition(published(name))
        assert words(press.compose(there)) == words(press.compose(filled_of(services, report)))


def test_a_wrong_figure_is_found_by_a_check_that_was_picked_in_the_editor(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report = made(services, "data sheet")
        session = services.library.open(report)
        keys = [row.key for row in published("data sheet").appendices[0].indicators]
        session.edit(keys[3], "99")

        (wrong,) = [finding for finding in session.filled.findings() if finding.level == "error"]
        assert wrong.message == (
            "Biểu 01a/CCHC: dòng «Trong đó trực tuyến toàn trình» ghi 99, lớn hơn dòng «Cấp tỉnh» ghi 12."
        )
        assert session.filled.shown(keys[1]) == "24" and session.filled.shown(keys[6]) == "50%"


def test_columns_of_earlier_reports_are_filled_and_added_up(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report = made(services, "data sheet")
        row = published("data sheet").appendices[1].indicators[0].key
        first = filled_of(services, report)
        assert (first.shown(row), first.shown(f"{row}.c1"), first.shown(f"{row}.c2")) == ("12", "4", "16")

        following = services.library.create_next(report, QUARTERS[1])
        session = services.library.open(following)
        session.edit(row, "3")
        assert session.filled.shown(f"{row}.c3") == "12"
        assert session.filled.shown(f"{row}.c4") == "15"


@pytest.mark.timeout(600)  # 22 seconds of work, which a busy machine stretches
def test_a_form_of_ten_thousand_rows_in_forty_tables_goes_all_the_way(tmp_path: Path) -> None:
    written = published("large")
    assert (len(written.appendices), len(list(written.indicators))) == (TABLES, TABLES * ROWS_OF_A_TABLE)
    with services_in(tmp_path / "here") as services:
        report = made(services, "large")
        filled = filled_of(services, report)
        assert filled.computed_text("b40.2") == "96"
        assert [finding for finding in filled.findings() if finding.level == "error"] == []
        document = press.compose(filled)
        content, _ = press.pdf(document)
        assert docx_words(press.docx(document))[-40:] == words(document)[-40:]
        assert len(pdf_pages(content)) > 200
        book = openpyxl.load_workbook(io.BytesIO(press.xlsx(filled)), read_only=True)
        assert len(book.sheetnames) >= TABLES
        following = filled_of(services, services.library.create_next(report, OFFICIAL[1]))
        assert following.text("header.agency") == HEAD["header.agency"]
        file = tmp_path / "out.cchc"
        file.write_bytes(as_json(file_with_form(filled, services)))
        with services_in(tmp_path / "elsewhere") as other:
            taken, _ = take_in(file, other)
            assert filled_of(other, taken).texts() == filled.texts()
