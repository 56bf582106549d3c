"""A workbook filled in by others is compared with the report; its empty cells say nothing."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from desktop_app.base.errors import UserFault
from desktop_app.services import press
from desktop_app.services.file_comparison import EditedFile, compare_with_file
from tests.support.real import EditionsThatShip, sample_session
from tests.support.word_files import package, write

BOTH = ("2023-q1", "2025-y")


def exported(name: str) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(press.xlsx(sample_session(name).filled)))


def compared(name: str, folder: Path, book: Workbook | bytes) -> EditedFile:
    if isinstance(book, Workbook):
        stream = io.BytesIO()
        book.save(stream)
        book = stream.getvalue()
    filled = sample_session(name).filled
    return compare_with_file(write(folder, "so-lieu.xlsx", book), filled, EditionsThatShip.plans())


@pytest.mark.parametrize("name", BOTH)
def test_the_exported_workbook_as_it_is_has_no_difference(name: str, tmp_path: Path) -> None:
    assert compared(name, tmp_path, press.xlsx(sample_session(name).filled)).comparison.differences == []


def test_figures_filled_in_by_another_department_are_listed_and_taken(tmp_path: Path) -> None:
    book = exported("2025-y")
    sheet = book["BM1"]
    sheet["D3"], sheet["D5"], sheet["E5"], sheet["D6"] = 28, 1234567, "theo kế hoạch mới", None
    book["BM6"]["D3"] = 0.4581
    back = compared("2025-y", tmp_path, book)
    found = {one.key: (one.ours, one.theirs) for one in back.comparison.differences}

    assert found == {
        "bm1.1": ("27", "28"),
        "bm1.2.1": ("64", "1.234.567"),
        "note.bm1.2.1": ("", "theo kế hoạch mới"),
        "bm6.1": ("94,06%", "45,81%"),
    }
    session = sample_session("2025-y")
    session.edit_many("x", back.comparison.entries(back.comparison.differences, session.filled.texts()))
    assert session.filled.shown("bm1.2.1") == "1.234.567" and session.filled.shown("bm6.1").startswith(
        "45,81"
    )
    assert session.filled.text("bm1.2.2")  # what the file leaves empty stays


def test_any_workbook_whose_rows_match_is_read_whatever_its_columns(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "Số liệu của Sở Tư pháp"
    sheet.append(["Ghi chú", "TT", "Nội dung chỉ tiêu", "Số liệu kỳ báo cáo"])
    sheet.append(["mới", 1.1, "Số VBQPPL do cấp tỉnh ban hành", 110])
    sheet.append([None, 1.2, "Số VBQPPL do cấp xã ban hành", 13.0])
    sheet.append([None, "2.1", "Số VBQPPL đã kiểm tra theo thẩm quyền của cấp tỉnh", "150"])
    found = {one.key: one.theirs for one in compared("2025-y", tmp_path, book).comparison.differences}

    assert found == {"bm2.1.1": "110", "note.bm2.1.1": "mới", "bm2.1.2": "13", "bm2.2.1": "150"}


def test_merged_notes_of_a_workbook_cover_their_rows(tmp_path: Path) -> None:
    book = exported("2025-y")
    sheet = book["BM2"]
    sheet["E4"] = "Số liệu của Sở Tư pháp"
    sheet.merge_cells("E4:E5")
    found = {one.key: one.theirs for one in compared("2025-y", tmp_path, book).comparison.differences}

    assert found == dict.fromkeys(("note.bm2.1.1", "note.bm2.1.2"), "Số liệu của Sở Tư pháp")


def test_numbers_lose_the_dust_of_their_last_digit(tmp_path: Path) -> None:
    book = exported("2025-y")
    book["BM6"]["D4"] = 0.1 + 0.2
    (one,) = compared("2025-y", tmp_path, book).comparison.differences

    assert one.theirs == "0,3"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (package({"xl/workbook.xml": "<x/>"}), "không có dòng nào"),
        (package({"xl/workbook.xml": "<x/>", "xl/vbaProject.bin": b""}), "macro"),
        (package({"xl/workbook.xml": "<!DOCTYPE a []><x/>"})[:60], "hỏng"),
    ],
    ids=["no rows", "macros", "cut off"],
)
def test_a_workbook_that_is_none_is_one_sentence(content: bytes, words: str, tmp_path: Path) -> None:
    with pytest.raises(UserFault, match=words):
        compared("2025-y", tmp_path, content)


def test_a_sheet_of_more_rows_than_any_report_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A20000"] = "x"

    with pytest.raises(UserFault, match="quá 2"):
        compared("2025-y", tmp_path, book)
