"""The head and foot of a report in the shapes that offices give them."""

from __future__ import annotations

import pytest

from tests.support.word_files import (
    HEAD,
    cell,
    draft,
    entries,
    p,
    row,
    rows_of_form,
    run,
    table,
    tray_of,
    word_file,
)

PART = p("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC")
BODY = PART + p("2. Đánh giá, cập nhật tiến độ thực hiện Kế hoạch CCHC") + p("Đạt 60%.")
NATION = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc") + p("-------")
KIND, TITLE = p("BÁO CÁO"), p("Công tác cải cách hành chính quý I năm 2026")
CLOSING = p("Trên đây là báo cáo của Sở./.")


def read(head: str, foot: str = "", period: str = "") -> dict[str, str]:
    return entries(draft(word_file(head + BODY + CLOSING + foot + rows_of_form()), period))


def letterhead(left: str, right: str = NATION) -> str:
    return table(row(cell(left), cell(right)))


@pytest.mark.parametrize(
    ("left", "parent", "agency"),
    [
        (p("UBND TỈNH A") + p(run("SỞ NỘI VỤ", "<w:b/>")), "UBND TỈNH A", "SỞ NỘI VỤ"),
        (p("UBND TỈNH A") + p("SỞ NỘI VỤ"), "UBND TỈNH A", "SỞ NỘI VỤ"),
        (p(run("ỦY BAN NHÂN DÂN", "<w:b/>")) + p(run("TỈNH A", "<w:b/>")), "", "ỦY BAN NHÂN DÂN TỈNH A"),
        (p(run("ỦY BAN NHÂN DÂN", "<w:b/>") + "<w:r><w:br/></w:r>" + run("TỈNH A", "<w:b/>")), "",
         "ỦY BAN NHÂN DÂN TỈNH A"),
        (p("UBND TỈNH A") + p(run("VĂN PHÒNG", "<w:b/>")) + p(run("ĐẤT ĐAI", "<w:b/>")), "UBND TỈNH A",
         "VĂN PHÒNG ĐẤT ĐAI"),
    ],
)  # fmt: skip
def test_the_agency_and_the_one_above_it_are_told_apart(left: str, parent: str, agency: str) -> None:
    found = read(letterhead(left + p("Số: 12/BC-SNV")) + KIND + TITLE)

    assert (found.get("header.parent_agency", ""), found["header.agency"]) == (parent, agency)
    assert (found["header.number"], found["header.symbol"]) == ("12", "BC-SNV")


def test_a_number_and_a_day_that_are_still_open_are_no_entries() -> None:
    head = letterhead(
        p("SỞ NỘI VỤ") + p("Số:        /BC-SNV"), NATION + p("Hà Nội, ngày      tháng 3 năm 2026")
    )
    found = read(head + KIND + TITLE)

    assert "header.number" not in found and "header.date" not in found
    assert (found["header.symbol"], found["header.place"]) == ("BC-SNV", "Hà Nội")


def test_a_title_of_plain_paragraphs_goes_on_until_it_names_its_year() -> None:
    lines = p("Kết quả công tác cải cách hành chính quý I,") + p("phương hướng, nhiệm vụ quý II năm 2026")
    found = read(KIND + lines + p("Thực hiện Công văn số 1, Sở báo cáo như sau:"))

    assert found["header.title"].endswith("quý I, phương hướng, nhiệm vụ quý II năm 2026")
    assert found["opening"] == "Thực hiện Công văn số 1, Sở báo cáo như sau:"


def test_the_word_and_the_title_may_share_a_paragraph() -> None:
    kind = p(run("BÁO CÁO") + "<w:r><w:br/></w:r>" + run("Công tác cải cách hành chính quý I năm 2026"))

    assert read(kind)["header.title"] == "Công tác cải cách hành chính quý I năm 2026"


def test_addressees_and_legal_basis_are_told_from_the_opening() -> None:
    head = p("Kính gửi:") + p("- Bộ Nội vụ;") + p("- Tỉnh ủy.")
    basis = p(run("Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021;", "<w:i/>"))
    found = read(KIND + TITLE + head + basis + p("Căn cứ kế hoạch năm, Sở Nội vụ báo cáo như sau:"))

    assert found["header.addressee"] == "Bộ Nội vụ\nTỉnh ủy"
    assert found["header.legal_basis"] == "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021"
    assert found["opening"] == "Căn cứ kế hoạch năm, Sở Nội vụ báo cáo như sau:"


RECIPIENTS = p("Nơi nhận:") + p("- Như trên;") + p("- Sở Tài chính;") + p("- Lưu: VT, CCHC.")


@pytest.mark.parametrize(
    ("lines", "authority", "position", "signer"),
    [
        (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Trần Thị B"), "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị B"),
        (("GIÁM ĐỐC", "Trần Thị B"), "", "GIÁM ĐỐC", "Trần Thị B"),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê C"), "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH",
         "PHÓ CHỦ TỊCH", "Lê C"),
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Lê C"), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê C"),
        (("CHÁNH VĂN PHÒNG",), "", "CHÁNH VĂN PHÒNG", ""),
    ],
)  # fmt: skip
def test_authority_position_and_name_of_the_signer(
    lines: tuple[str, ...], authority: str, position: str, signer: str
) -> None:
    foot = table(row(cell(RECIPIENTS), cell("".join(map(p, lines)))))
    found = read(KIND + TITLE, foot)

    assert found["footer.recipients"] == "Như trên\nSở Tài chính\nLưu: VT, CCHC"
    held = tuple(found.get(f"footer.{key}", "") for key in ("authority", "position", "signer"))
    assert held == (authority, position, signer)


def test_the_period_of_the_figures_below_the_title_is_left_for_the_clerk() -> None:
    lines = p(run("(Số liệu từ ngày 15/12/2025 đến ngày 14/3/2026)", "<w:i/>"), '<w:jc w:val="center"/>')
    made = draft(word_file(KIND + TITLE + lines + BODY + rows_of_form()))

    assert entries(made)["header.title"] == "Công tác cải cách hành chính quý I năm 2026"
    assert "15/12/2025" in str(entries(made))


def test_a_note_over_several_rows_is_kept_once_and_covers_them() -> None:
    first, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        row("2.2.", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "60", cell("Theo kế hoạch", first)),
        row("3.1.", "Số sở, ngành đã kiểm tra", "Cơ quan, đơn vị", "9", cell("", on)),
        row("3.2.", "Số UBND cấp xã đã kiểm tra", "", "22", ""),
    )
    newer = draft(word_file(KIND + TITLE + BODY + rows_of_form(*rows)))
    notes = {key: text for key, text in newer.texts.items() if key.startswith("note.")}

    assert notes == dict.fromkeys(("note.bm1.2.2", "note.bm1.3.1"), "Theo kế hoạch")


def test_a_note_over_rows_of_a_form_that_prints_each_stands_at_the_first() -> None:
    first, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        row("7.1", "Tổng số nhiệm vụ được giao", "Nhiệm vụ", "60", cell("Toàn tỉnh", first)),
        row("7.2", "Số nhiệm vụ đã hoàn thành đúng hạn", "Nhiệm vụ", "9", cell("", on)),
        row("7.3", "Số nhiệm vụ chưa hoàn thành nhưng quá hạn", "Nhiệm vụ", "2", ""),
    )
    older = draft(word_file(KIND + TITLE + table(HEAD, *rows)), "2023-Q1")

    assert {key: text for key, text in older.texts.items() if key.startswith("note.")} == {
        "note.pl1.7.1": "Toàn tỉnh"
    }


def test_a_column_that_the_form_lacks_waits_as_one_piece() -> None:
    head = row("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Cùng kỳ năm trước", "Ghi chú")
    rows = (
        row("2.1", "Số nhiệm vụ đề ra trong kế hoạch", "Nhiệm vụ", "94", "80", "a"),
        row("2.2", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "60", "55", ""),
    )
    made = draft(word_file(KIND + TITLE + BODY + table(head, *rows)))

    assert (made.texts["bm1.2.1"], made.texts["note.bm1.2.1"]) == ("94", "a")
    assert "2.1 Số nhiệm vụ đề ra trong kế hoạch: 80\n2.2 Số nhiệm vụ đã hoàn thành: 55" in tray_of(made)


@pytest.mark.parametrize(
    ("typed", "stored", "asked"),
    [
        ("1.000.000", "1.000.000", False), ("1.234", "1.234", False), ("1,234", "1,234", True),
        ("1.23", "1.23", True), ("12.34.567", "12.34.567", True), ("2\u00a0310", "2 310", False),
        ("1..000", "1..000", True), ("60 nhiệm vụ", "60", False), ("khoảng 60", "khoảng 60", True),
        ("04", "04", False), ("-", "-", False),
    ],
)  # fmt: skip
def test_figures_are_kept_as_typed_and_asked_about_where_they_are_not_clear(
    typed: str, stored: str, asked: bool
) -> None:
    line = row("2.2.", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", typed, "")
    made = draft(word_file(KIND + TITLE + BODY + rows_of_form(line)))

    assert made.texts["bm1.2.2"] == stored
    assert bool(made.origins["bm1.2.2"].doubt) is asked
