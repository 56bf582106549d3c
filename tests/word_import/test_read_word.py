"""What a Word file is built of is read, whatever it is wrapped into: every kind that offices have."""

from __future__ import annotations

import io
import unicodedata
import zipfile

import pytest

from desktop_app.reports.prose import ProseParagraph, ProseRun
from desktop_app.word_import.read_word import EMBEDDED, PICTURES, REVISED
from tests.support.word_files import (
    HEADINGS,
    TITLE,
    cell,
    draft,
    entries,
    p,
    package,
    read,
    row,
    rows_of_form,
    run,
    table,
    tray_of,
    word_file,
)

ROW = ("2.2.", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ")


def figure(value_cell: str) -> dict[str, str]:
    """The entries of a report whose row 2.2 has this cell of a figure."""
    return entries(draft(word_file(TITLE + rows_of_form(row(*ROW, value_cell, "")))))


def first(paragraphs: str, **parts: str) -> tuple[ProseParagraph, ...]:
    """The prose under the first heading of a report with these paragraphs there."""
    made = draft(word_file(TITLE + HEADINGS + paragraphs, **parts))
    return made.prose["I.4"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{cell}</w:sdtContent></w:sdt>",
        '<w:customXml w:element="x">{cell}</w:customXml>',
        "{cell}",
    ],
)
def test_a_cell_in_a_content_control_is_read_and_the_row_does_not_shift(wrapped: str) -> None:
    found = figure(wrapped.format(cell=cell("60")))

    assert found["bm1.2.2"] == "60"
    assert "note.bm1.2.2" not in found


def test_a_row_in_a_content_control_is_read() -> None:
    control = f"<w:sdt><w:sdtContent>{row(*ROW, '60', '')}</w:sdtContent></w:sdt>"

    assert entries(draft(word_file(TITLE + rows_of_form(control))))["bm1.2.2"] == "60"


def test_words_that_ask_for_an_entry_are_none() -> None:
    asked = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("Bấm để nhập")
        + "</w:sdtContent></w:sdt>"
    )

    assert "Bấm" not in str(figure(cell(p(asked))))


def test_changes_are_read_as_accepted_and_the_clerk_is_told() -> None:
    changed = (
        '<w:del w:id="1"><w:r><w:delText>11</w:delText></w:r></w:del>'
        f'<w:ins w:id="2">{run("49")}</w:ins><w:moveFrom>{run("7")}</w:moveFrom>'
    )
    content = word_file(TITLE + rows_of_form(row(*ROW, cell(p(changed)), "")))

    assert entries(draft(content))["bm1.2.2"] == "49"
    assert read(content).remarks == (REVISED,)


def test_words_that_were_only_deleted_are_gone_and_the_clerk_is_told() -> None:
    gone = (
        f"<w:moveFrom>{run('cũ')}</w:moveFrom>"
        + '<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>'
    )
    content = word_file(TITLE + HEADINGS + p(run("Còn lại.") + gone))

    assert entries(draft(content))["I.4"] == "Còn lại."
    assert read(content).remarks == (REVISED,)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    gone = '<w:rPr><w:del w:id="3"/></w:rPr>'
    (prose,) = first(p("Đã tổ chức ", gone) + p("hai hội nghị."))

    assert prose.text == "Đã tổ chức hai hội nghị."


def test_a_row_that_was_deleted_is_gone() -> None:
    deleted = row(*ROW, "60", "", properties='<w:del w:id="4"/>')

    assert "bm1.2.2" not in entries(draft(word_file(TITLE + rows_of_form(deleted))))


def test_the_result_of_a_field_is_read_and_its_words_are_not() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("60")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert figure(cell(p(field)))["bm1.2.2"] == "60"
    assert (
        figure(cell(p(f'<w:fldSimple w:instr="DOCPROPERTY x">{run("61")}</w:fldSimple>')))["bm1.2.2"] == "61"
    )


def test_a_text_box_is_read_once_though_the_file_holds_it_twice() -> None:
    box = f"<w:txbxContent>{p('Chữ trong khung.')}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert [each.text for each in first(p(run("Trước khung.") + both))] == [
        "Trước khung.",
        "Chữ trong khung.",
    ]


def test_words_that_word_cut_into_runs_are_one_and_faces_stay() -> None:
    (prose,) = first(p(run("Đã xử lý ") + run("1", "<w:b/>") + run("2", "<w:b/>") + run(" hồ sơ") + run(".")))

    assert prose.runs == (ProseRun("Đã xử lý "), ProseRun("12", bold=True), ProseRun(" hồ sơ."))


def test_a_face_that_a_style_gives_is_known() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:i/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    )
    words = run("Nghiêng", '<w:rStyle w:val="Strong"/>') + run(" đứng", '<w:i w:val="0"/>')
    (prose,) = first(p(words, '<w:pStyle w:val="Own"/>'), styles=styles)

    assert prose.runs == (ProseRun("Nghiêng", bold=True, italic=True), ProseRun(" đứng"))


def test_footnotes_and_endnotes_come_in_as_footnotes() -> None:
    words = (
        run("Hai đợt") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(", ba lớp")
        + '<w:r><w:endnoteReference w:id="5"/></w:r>' + run(".")
    )  # fmt: skip
    notes = f'<w:footnote w:type="separator" w:id="0">{p("x")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{p("Tháng 1")}</w:footnote>'
    ends = f'<w:endnote w:id="5">{p("Lớp một;")}{p("Lớp hai.")}</w:endnote>'
    (prose,) = first(p(words), footnotes=notes, endnotes=ends)

    assert [each.note for each in prose.runs] == ["", "Tháng 1", "", "Lớp một;\nLớp hai.", ""]


def _level(at: int, kind: str, text: str, start: int = 1) -> str:
    counts = f'<w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{counts}</w:lvl>'


LISTS = (
    f'<w:abstractNum w:abstractNumId="1">{_level(0, "bullet", "-")}{_level(1, "bullet", "+")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{_level(0, "upperRoman", "%1.")}{_level(1, "decimal", "%2.", 2)}'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)


def numbered(text: str, list_id: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_bullets_of_word_and_typed_ones_are_list_items() -> None:
    made = first(
        numbered("Một", 1) + numbered("Hai", 1, 1) + p("- Ba") + p("+ Bốn") + p("• Năm"), numbering=LISTS
    )

    assert [(each.kind, each.text) for each in made] == [
        ("dash", "Một"), ("plus", "Hai"), ("dash", "Ba"), ("plus", "Bốn"), ("dash", "Năm"),
    ]  # fmt: skip


def test_headings_that_word_numbers_are_found_and_their_numbers_are_no_prose() -> None:
    body = (
        numbered("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC", 2)
        + numbered("Đánh giá, cập nhật tiến độ thực hiện Kế hoạch CCHC", 2, 1) + p("Đạt 60%.")
        + numbered("Về công tác kiểm tra CCHC", 2, 1) + p("Đã kiểm tra.")
        + numbered("Về công tác thông tin, tuyên truyền CCHC", 2, 1) + p("Đã đăng tin.")
    )  # fmt: skip
    found = entries(draft(word_file(TITLE + body, numbering=LISTS)))

    assert (found["I.2"], found["I.3"], found["I.4"]) == ("Đạt 60%.", "Đã kiểm tra.", "Đã đăng tin.")


def test_the_number_that_word_prints_before_prose_is_kept_as_words() -> None:
    (prose,) = first(numbered("Mở hai lớp.", 2), numbering=LISTS)

    assert prose.text == "I. Mở hai lớp."


def test_letters_in_parts_are_found_and_stored_whole() -> None:
    apart = unicodedata.normalize(
        "NFD", TITLE + HEADINGS + p("Kế hoạch tiếp theo.") + rows_of_form(row(*ROW, "60", ""))
    )
    found = entries(draft(word_file(apart)))

    assert found["bm1.2.2"] == "60"
    assert found["I.4"] == "Kế hoạch tiếp theo."


def test_a_table_inside_a_cell_is_read_for_itself() -> None:
    inner = rows_of_form(row(*ROW, "60", ""))

    assert entries(draft(word_file(TITLE + table(row("bìa", cell(inner + p(""))))))).get("bm1.2.2") == "60"


def test_a_frame_around_a_single_figure_does_not_hide_it() -> None:
    assert figure(cell(table(row("60")) + p("")))["bm1.2.2"] == "60"


def test_running_heads_comments_and_hidden_words_are_left_for_the_clerk() -> None:
    made = draft(
        word_file(
            TITLE + HEADINGS + p(run("Thấy") + run("Không thấy", "<w:vanish/>")),
            header=p("Dự thảo lần 2"),
            footer=p("Trang 3"),
            comments=f'<w:comment w:id="1">{p("Xem lại số này")}</w:comment>',
        )
    )

    assert entries(made)["I.4"] == "Thấy"
    for words in ("Dự thảo lần 2", "Xem lại số này", "Không thấy"):
        assert words in tray_of(made)


def test_a_table_of_contents_is_no_report_twice() -> None:
    contents = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    listed = p(contents + run("3. Về công tác kiểm tra CCHC\t2")) + p(
        run("4. Về công tác thông tin\t3") + end
    )
    made = draft(word_file(TITLE + listed + HEADINGS + p("Đã đăng tin.")))

    assert entries(made)["I.4"] == "Đã đăng tin."
    assert "4. Về công tác thông tin" in tray_of(made)


def test_what_cannot_be_taken_over_is_said() -> None:
    body = TITLE + HEADINGS + p("<w:r><w:drawing/></w:r>") + '<w:altChunk r:id="r9"/>'

    assert read(word_file(body)).remarks == (EMBEDDED, PICTURES)


def test_a_few_words_in_an_old_font_are_named() -> None:
    body = TITLE + HEADINGS + p(run("Céng hßa X· héi", '<w:rFonts w:ascii=".VnTime"/>'))
    (remark,) = read(word_file(body)).remarks

    assert ".VnTime" in remark and "phông đời cũ" in remark


def test_the_strict_kind_of_word_file_is_read() -> None:
    usual, strict = "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"
    parts: dict[str, str | bytes] = {}
    with zipfile.ZipFile(io.BytesIO(word_file(TITLE + rows_of_form(row(*ROW, "60", ""))))) as old:
        for name in old.namelist():
            parts[name] = old.read(name).decode().replace(usual, strict)

    assert entries(draft(package(parts)))["bm1.2.2"] == "60"
