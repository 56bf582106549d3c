"""What is printed: every row, every word once, in the order of the form."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.composing.compose import compose
from desktop_app.composing.typed_marks import without_heading
from desktop_app.documents.dump import LINE_END, dump, words
from desktop_app.documents.model import Document, Ending, PageSection, Paragraph, Run, Table
from desktop_app.documents.settings import PrintSettings
from desktop_app.reports.filled_report import fill_in
from desktop_app.reports.prose import Prose, ProseParagraph, ProseRun, from_plain, write_prose
from desktop_app.reports.report import Report
from desktop_app.reports.session import Session
from tests.support.editions import NotedStore
from tests.support.printed import sample_document
from tests.support.real import real_plan, sample_session
from tests.support.runs import full_prose

RECRUITED = "Kết quả tuyển dụng công chức, viên chức:"
GOLDEN = Path(__file__).parent / "golden" / "2023-q1.txt"


def composed(settings: PrintSettings | None = None, **changed: str) -> Document:
    return compose(sample_session(**changed).filled, settings or PrintSettings())


def lines(document: Document) -> list[str]:
    return dump(document).splitlines()


def table_of(section: PageSection) -> Table:
    return next(block for block in section.blocks if isinstance(block, Table))


def test_the_sample_is_printed_as_it_was_agreed(request: pytest.FixtureRequest) -> None:
    text = dump(sample_document())
    if request.config.getoption("--accept"):
        GOLDEN.write_text(text, "utf-8")

    assert text == GOLDEN.read_text("utf-8")


def test_every_row_of_every_appendix_is_printed_with_label_and_unit() -> None:
    document = sample_document()
    for appendix, section in zip(real_plan().edition.appendices, document.sections[1:], strict=True):
        for row in appendix.indicators:
            cells = _cells_of(section, row.key)
            label = f"{row.label} ({row.remark})" if row.remark else row.label
            place = cells.index(" ".join(label.split()))
            if row.choices:
                assert cells[place + 1].startswith(f"{row.choices[0].word} = {row.choices[0].code}"), row.key
            else:
                assert cells[place + 1] == " ".join(row.unit.split()), row.key


def _cells_of(section: PageSection, key: str) -> list[str]:
    """The texts of the cells of the line that prints this row."""
    for line in table_of(section).rows:
        parts = [part for cell in line.cells for part in cell.content if isinstance(part, Paragraph)]
        if any(part.source == key for part in parts):
            texts = [[p.text for p in cell.content if isinstance(p, Paragraph)] for cell in line.cells]
            return [" ".join(" ".join(text).split()) for text in texts]
    raise AssertionError(f"{key} is not printed")


def test_the_printed_tables_have_180_rows() -> None:
    rows = sum(len(table_of(section).rows) for section in sample_document().sections[1:])

    assert rows == 180


def test_body_and_appendices_end_with_the_mark_once() -> None:
    for section in sample_document().sections:
        text = " ".join(words(Document("", (section,), PrintSettings())))
        assert text.count("./.") == 1


def test_the_signature_keeps_the_last_paragraph() -> None:
    last = sample_document().sections[0].blocks[-1]

    assert isinstance(last, Ending)
    assert last.last.text.endswith("./.")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1/2/2023", "Hà Giang, ngày 01 tháng 02 năm 2023"),
        ("15/3/2023", "Hà Giang, ngày 15 tháng 3 năm 2023"),
        ("9/12/2023", "Hà Giang, ngày 09 tháng 12 năm 2023"),
    ],
)
def test_days_under_ten_and_months_one_and_two_take_a_zero(typed: str, printed: str) -> None:
    assert any(printed in line for line in lines(composed(header__date=typed)))


def test_a_number_under_ten_takes_a_zero() -> None:
    assert any("Số: 07/BC-VP" in line for line in lines(composed(header__number="7")))


def test_without_a_number_there_is_room_to_write_it() -> None:
    text = dump(composed(header__number=""))

    assert "Số: " + "\u00a0" * 8 + "/BC-VP" in text


def test_number_and_date_of_the_appendices_come_from_the_head() -> None:
    tied = "(Kèm theo Báo cáo số 415/BC-VP ngày 15 tháng 3 năm 2023 của Văn phòng UBND tỉnh)"

    assert dump(sample_document()).replace(LINE_END, " ").count(tied) == 7


def test_an_electronic_document_leaves_number_and_date_of_appendices_open() -> None:
    text = dump(composed(PrintSettings(medium="electronic")))

    assert "Kèm theo Báo cáo số 415" not in text
    assert "Số: 415/BC-VP" in text


def test_the_decree_numbers_appendices_in_roman_and_capitals() -> None:
    decree, reference = dump(sample_document()), dump(composed(PrintSettings(numbering="reference")))

    assert "Phụ lục VII" in decree and "THỐNG KÊ CÁC CHỈ TIÊU" in decree
    assert "từ I đến VII kèm theo" in decree
    assert "Phụ lục 7" in reference and "THỐNG KÊ CÁC CHỈ TIÊU" not in reference
    assert "từ 01-07 kèm theo" in reference


def test_one_addressee_stands_beside_the_word_several_below_it() -> None:
    one = dump(composed(header__addressee="Sở Nội vụ"))
    two = dump(composed(header__addressee="Sở Nội vụ\nUBND tỉnh"))

    assert "Kính gửi: Sở Nội vụ" in one and "- Như trên;" in one
    assert "- Sở Nội vụ;" in two and "- UBND tỉnh." in two
    assert "Kính gửi" not in dump(sample_document())


@pytest.mark.parametrize(
    "typed",
    ["Như trên", "- Như trên;", "như trên.", "• NHƯ  TRÊN ,", "– Như trên;\n* như trên", "+ Như trên"],
)
def test_as_above_is_printed_once_however_it_was_typed(typed: str) -> None:
    text = dump(
        composed(header__addressee="Sở Nội vụ", footer__recipients=f"- UBND tỉnh;\n{typed}\nLưu: VT.")
    )

    assert text.count("- Như trên;") == text.casefold().count("như trên") == 1
    assert "Nơi nhận: / - Như trên; / - UBND tỉnh; / - Lưu: VT." in text


def test_as_above_with_a_purpose_is_kept_as_typed() -> None:
    recipients = "Như trên (để báo cáo)\nLưu: VT"
    text = dump(composed(header__addressee="Sở Nội vụ", footer__recipients=recipients))

    assert "Nơi nhận: / - Như trên (để báo cáo); / - Lưu: VT." in text


@pytest.mark.parametrize(
    ("key", "typed", "printed"),
    [
        ("II.3.a", "a) Tiếp tục kiện toàn.", "a) Tiếp tục kiện toàn."),
        ("II.3.a", "A. Tiếp tục kiện toàn.", "a) Tiếp tục kiện toàn."),
        ("II.3.a", "(a) Tiếp tục.\nb) Sắp xếp.", "a) Tiếp tục."),
        ("II.3.a", "a) a/ Tiếp tục.", "a) a/ Tiếp tục."),
        ("II.3.a", "Bà A tiếp tục.", "a) Bà A tiếp tục."),
        ("II.3.a", "a tiếp tục.", "a) a tiếp tục."),
        ("II.4.b", f"{RECRUITED} Không có.", f"b) {RECRUITED} Không có."),
        ("II.4.b", f"b)  {RECRUITED.replace(' ', '  ')}Không.", f"b) {RECRUITED} Không."),
        ("II.4.b", "b) Không có.", f"b) {RECRUITED} Không có."),
        ("III.1", "1. Tiến độ bảo đảm.", "Tiến độ bảo đảm."),
        ("III.1", "1. Tiến độ bảo đảm.\n2. Chất lượng tốt.", "1. Tiến độ bảo đảm."),
        ("III.1", "1. Ưu điểm\nTiến độ bảo đảm.", "Tiến độ bảo đảm."),
        ("III.1", "ƯU ĐIỂM:\nTiến độ bảo đảm.", "Tiến độ bảo đảm."),
        ("III.1", "1) Ưu điểm: tiến độ bảo đảm.", "tiến độ bảo đảm."),
        ("III.1", "Ưu điểm của Văn phòng.", "Ưu điểm của Văn phòng."),
        ("III.1", "10. Mười việc.", "10. Mười việc."),
        ("III.1", "- - Một việc.", "- Một việc."),
        ("III.1", "- -5 việc.", "- -5 việc."),
    ],
)  # fmt: skip
def test_a_number_or_heading_that_the_form_prints_is_not_printed_twice(
    key: str, typed: str, printed: str
) -> None:
    document = composed(**{key.replace(".", "__"): typed})
    paragraphs = (b for b in document.sections[0].blocks if isinstance(b, Paragraph))

    texts = [p.text for p in paragraphs if p.source == key and p.style == "body"]
    assert texts[0] == printed


def test_a_number_taken_off_leaves_the_faces_of_the_words_behind_it() -> None:
    prose = (
        ProseParagraph("text", (ProseRun("a", bold=True), ProseRun(") Tiếp "), ProseRun("tục", italic=True))),
    )

    runs = runs_with("II.3.a", prose)
    at = runs.index(Run("a) "))
    assert runs[at + 1 : at + 3] == [Run("Tiếp "), Run("tục", italic=True)]


def test_recipients_end_in_semicolons_and_the_last_in_a_stop() -> None:
    text = dump(sample_document())

    assert "- Sở Nội vụ;" in text
    assert "- Lưu: VT, HCTC." in text


def test_appendix_two_has_one_merged_cell_for_the_kinds() -> None:
    table = table_of(sample_document().sections[2])
    merged = [cell for row in table.rows for cell in row.cells if cell.rows == 6]

    assert [cell.content[0].text for cell in merged] == ["Chia theo tên loại VBQPPL"]


def test_choices_with_rows_of_their_own_stand_under_one_number() -> None:
    table = table_of(sample_document().sections[7])
    heights = [cell.rows for row in table.rows[:5] for cell in row.cells if cell.rows > 1]

    assert heights == [2, 2, 2, 3, 3, 3]


def test_a_report_with_nothing_in_it_is_composed() -> None:
    session = Session(fill_in(Report("r", "cchc-2022", "2024-Y"), real_plan(), {}), NotedStore())

    text = dump(compose(session.filled, PrintSettings()))

    assert "phương hướng nhiệm vụ năm 2025" in text
    assert "IV. PHƯƠNG HƯỚNG NHIỆM VỤ NĂM 2025" in text


@pytest.mark.parametrize("key", ["I.1", "pl1.1", "note.pl1.2", "header.agency", "footer.signer"])
def test_any_typed_text_is_printed_whole(key: str) -> None:
    odd = "<b>&amp; {year} =1+1 «ế» e\u0302\u0323 " + "dài" * 30

    session = sample_session()
    session.edit(key, odd)

    text = " ".join(words(compose(session.filled, PrintSettings())))
    assert "&amp; {year} =1+1".casefold() in text.casefold()


def runs_with(key: str, prose: Prose) -> list[Run]:
    """The runs printed of the sample once the prose stands under the key."""
    session = sample_session()
    session.edit(key, write_prose(prose))
    blocks = compose(session.filled, PrintSettings()).sections[0].blocks
    blocks = [block.last if isinstance(block, Ending) else block for block in blocks]
    return [run for block in blocks if isinstance(block, Paragraph) for run in block.runs]


def test_a_run_is_printed_with_every_field_that_a_printed_run_has() -> None:
    full = full_prose()[0].runs[1]
    printed = {name: getattr(full, name) for name in Run.__struct_fields__}

    assert Run(**printed) in runs_with("II.2", full_prose())


def test_the_mark_that_ends_a_document_stands_in_the_face_of_its_last_words() -> None:
    plain, full, _ = full_prose()[0].runs

    assert Run("12./.", bold=True, italic=True) in runs_with(
        "closing", (ProseParagraph("text", (plain, full)),)
    )


def test_footnotes_are_numbered_through_the_whole_report() -> None:
    noted = {"I__1": "Một[chú thích: a ⏎ b], hai[chú thích: c].", "III__1": "- Ba[chú thích: d] việc"}
    document = composed(**noted)

    assert "[body] <I.1> Một[1: a ⏎ b], hai[2: c]." in lines(document)
    assert any(line.endswith("- Ba[3: d] việc") for line in lines(document))
    assert words(document)[-4:] == ["a", "b", "c", "d"]


def test_the_seventeen_footnotes_of_a_sample_are_printed_in_their_order() -> None:
    blocks = compose(sample_session("2025-y").filled, PrintSettings()).sections[0].blocks
    runs = [run for block in blocks if isinstance(block, Paragraph) for run in block.runs]

    assert [run.text for run in runs if run.note] == [str(n) for n in range(1, 18)]


def test_the_mark_that_ends_a_document_stands_behind_a_footnote_of_its_last_word() -> None:
    prose = (ProseParagraph("text", (ProseRun("Trân trọng."), ProseRun("", note="a"))),)

    assert runs_with("closing", prose)[-3:] == [Run("Trân trọng"), Run("1", note="a"), Run("./.")]


def test_a_footnote_stays_when_a_typed_heading_is_cut_off_before_it() -> None:
    prose = from_plain("1. Thể chế[chú thích: a]\nĐã làm.")

    assert without_heading(prose, "1.", "Thể chế", run_in=False)[0].runs == (ProseRun("", note="a"),)
