"""Files that are no form, or a strange one: a draft in time, or one sentence; nothing is stored half."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.form_import.draft import draft_of
from desktop_app.form_import.read_form import read_form
from desktop_app.services.form_files import read_form_file, store_form_file
from tests.support.form_files import WordForm, excel, fill
from tests.support.library import services_in

HEAD = ["STT", "Chỉ tiêu", "ĐVT", "Số liệu"]
SMALL = WordForm().table([HEAD, ["1", "Số hồ sơ", "Hồ sơ", ""]]).content()


def said(content: bytes, name: str = "x.docx") -> str:
    with pytest.raises(UserFault) as refused:
        draft_of(read_form(content, name), "Mẫu thử", "2026-Q1", ())
    text = str(refused.value)
    assert text.isprintable() and len(text) < 400
    return text


def changed(content: bytes, name: str, before: str, after: str) -> bytes:
    """The package with other words in one part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.namelist():
            text = old.read(part)
            new.writestr(part, text.replace(before.encode(), after.encode()) if part == name else text)
    return buffer.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The package with one more part."""
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr(name, part)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "rỗng"),
        (b"%PDF-1.7", "tệp PDF"),
        (b"{\\rtf1", "tệp RTF"),
        (b"<html>", "trang web"),
        (b"hello", "hỏng hoặc chưa chép hết"),
        (SMALL[:4000], "hỏng hoặc chưa chép hết"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900, "Word đời cũ"),
        (with_part(SMALL, "word/vbaProject.bin", b"x"), "macro"),
        (with_part(excel(("A", [HEAD], [])), "xl/vbaProject.bin", b"x"), "macro"),
        (WordForm().line("Kính gửi các đơn vị.").content(), "không có bảng hay đề mục nào"),
        (excel(("A", [["x"]], [])), "không có bảng hay đề mục nào"),
    ],
)
def test_what_is_no_form_is_one_sentence(content: bytes, words: str) -> None:
    assert words in said(content)


@pytest.mark.parametrize("cut", range(0, len(SMALL), len(SMALL) // 12))
def test_a_form_cut_off_anywhere_is_one_sentence(cut: int) -> None:
    assert said(SMALL[:cut])


def test_a_table_of_twenty_thousand_rows_is_one_sentence_soon() -> None:
    row = (
        "<w:tr>"
        + "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("1", "Số", "x", ""))
        + "</w:tr>"
    )
    content = changed(SMALL, "word/document.xml", "</w:tbl>", row * 20_000 + "</w:tbl>")

    assert "2.000 dòng" in said(content)
    assert "2.000 dòng" in said(excel(("A", [HEAD, *([["1", "Số", "x", ""]] * 20_000)], [])), "x.xlsx")


def test_two_thousand_rows_are_taken_in_time() -> None:
    rows = [HEAD, *([str(n), f"Chỉ tiêu {n}", "Hồ sơ", ""] for n in range(1, 1900))]
    content = excel(("A", rows, []))

    made = draft_of(read_form(content, "x.xlsx"), "Mẫu thử", "2026-Q1", ())
    assert len(made.written.appendices[0].indicators) == 1899


def test_a_table_in_a_cell_is_taken_as_a_table_and_said() -> None:
    form = WordForm().table([HEAD, ["1", "Số hồ sơ", "Hồ sơ", ""]])
    inner = form.document.tables[0].cell(1, 1).add_table(rows=3, cols=4)
    fill(inner, [HEAD, ["1", "Trong ô", "Hồ sơ", ""], ["2", "Cũng trong ô", "Hồ sơ", ""]])
    made = draft_of(read_form(form.content(), "x.docx"), "Mẫu thử", "2026-Q1", ())

    labels = [row.label for row in made.written.indicators]
    assert "Trong ô" in labels and "Cũng trong ô" in labels
    assert any("nằm trong ô của một bảng khác" in doubt for doubt in made.doubts)


def test_huge_merged_cells_and_many_columns_are_a_draft_or_one_sentence() -> None:
    small = excel(("A", [HEAD, ["1", "Số hồ sơ", "Hồ sơ", ""]], ["B2:B3"]))
    merged = changed(small, "xl/worksheets/sheet1.xml", "B2:B3", "B2:XFD1048576")
    made = draft_of(read_form(merged, "x.xlsx"), "Mẫu thử", "2026-Q1", ())
    assert made.written.appendices
    wide = excel(("A", [[f"Cột {n}" for n in range(100)], ["1"] * 100], []))
    assert "60 cột" in said(wide, "x.xlsx")
    assert "trên 60 cột" in said(WordForm().table([["x"] * 62] * 2).content())


def test_words_that_are_hidden_or_endless_or_look_like_places_do_no_harm(tmp_path: Path) -> None:
    label = "Chỉ tiêu \u202e" + "dài " * 2000 + "{label} $x <b>"
    content = (
        WordForm().title("Biểu 1. {agency} {0.__class__}").table([HEAD, ["1", label, "{x}", ""]]).content()
    )
    (tmp_path / "mau.docx").write_bytes(content)
    with services_in(tmp_path / "data") as services:
        stored = store_form_file(tmp_path / "mau.docx", services)
        (row,) = services.own_forms().written(stored.edition_id).indicators

    assert len(row.label) <= 2000 and "\u202e" not in row.label


@pytest.mark.parametrize("name", ["x.docx", "no/such/file.docx", "a" * 300 + ".docx"])
def test_a_refused_file_leaves_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "x.docx").write_bytes(b"hello")
    with services_in(tmp_path / "data") as services:
        with pytest.raises(UserFault):
            read_form_file(tmp_path / name, services)
        assert {line.origin for line in services.own_forms().all()} == {"shipped"}


def test_reading_can_be_broken_off() -> None:
    class StopError(Exception):
        pass

    def stop(count: int) -> None:
        raise StopError

    many = WordForm().table([HEAD, *[[str(n), "Số", "x", ""] for n in range(100)]]).content()
    with pytest.raises(StopError):
        read_form(many, "x.docx", stop)
