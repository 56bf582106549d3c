"""The exported file, edited in Word and read again: each difference is listed, taken or left."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.reports.prose import ProseParagraph, ProseRun, to_plain, write_prose
from desktop_app.reports.session import Session
from desktop_app.services import press
from desktop_app.services.file_comparison import EditedFile, compare_with_file
from desktop_app.word_import.comparison import WITHOUT_PLACE, WordDifference
from tests.support.real import EditionsThatShip, sample_session
from tests.support.word_builds import exported
from tests.support.word_changes import by_libre_office, changed, split_runs
from tests.support.word_files import p, row, write

BOTH = ("2023-q1", "2025-y")


def compared(name: str, folder: Path, content: bytes) -> EditedFile:
    filled = sample_session(name).filled
    return compare_with_file(write(folder, "sua.docx", content), filled, EditionsThatShip.plans())


def edited(name: str, *pairs: tuple[str, str]) -> bytes:
    """The exported file with texts of it replaced, each of which stands there once."""

    def change(xml: str) -> str:
        for old, new in pairs:
            assert xml.count(old) == 1, (old, xml.count(old))
            xml = xml.replace(old, new)
        return xml

    return changed(exported(name), change)


def taken(name: str, back: EditedFile, *chosen: WordDifference) -> Session:
    session = sample_session(name)
    session.edit_many("x", back.comparison.entries(chosen, session.filled.texts()))
    return session


@pytest.mark.parametrize("name", BOTH)
def test_a_file_that_nobody_edited_has_no_difference(name: str, tmp_path: Path) -> None:
    back = compared(name, tmp_path, exported(name))

    assert back.comparison.differences == [] and back.remarks == ()


@pytest.mark.parametrize("name", BOTH)
def test_saving_in_another_program_alone_is_no_difference(name: str, tmp_path: Path) -> None:
    assert compared(name, tmp_path, changed(exported(name), split_runs)).comparison.differences == []


@pytest.mark.parametrize("name", BOTH)
def test_what_libre_office_saved_has_no_difference(name: str, tmp_path: Path) -> None:
    content = by_libre_office(exported(name), tmp_path)
    if content is None:
        pytest.skip("LibreOffice is not installed here, so it can write no file")

    assert compared(name, tmp_path, content).comparison.differences == []


def test_a_figure_a_paragraph_and_the_signer_are_listed_and_taken_each_alone(tmp_path: Path) -> None:
    old = "Tự rà soát các văn bản do Văn phòng tham mưu đang còn hiệu lực."
    content = edited(
        "2023-q1", (">186<", ">187<"), (old, "Đã tự rà soát 12 văn bản."), ("Nguyễn Văn A", "Trần Thị B")
    )
    back = compared("2023-q1", tmp_path, content)
    by_key = {one.key: one for one in back.comparison.differences}

    assert set(by_key) == {"pl1.7.1", "II.1.a", "footer.signer"}
    assert (by_key["pl1.7.1"].ours, by_key["pl1.7.1"].theirs) == ("186", "187")
    assert by_key["II.1.a"].ours == f"- {old}" and by_key["II.1.a"].theirs == "- Đã tự rà soát 12 văn bản."
    session = taken("2023-q1", back, by_key["II.1.a"])
    assert session.filled.text("pl1.7.1") == "186"
    before = to_plain(sample_session("2023-q1").filled.prose("II.1.a"))
    assert to_plain(session.filled.prose("II.1.a")) == before.replace(old, "Đã tự rà soát 12 văn bản.")
    assert taken("2023-q1", back, by_key["pl1.7.1"]).filled.text("pl1.7.1") == "187"


def test_of_two_edited_paragraphs_one_can_be_taken_and_the_other_left(tmp_path: Path) -> None:
    first, second = "Dịch vụ công trực tuyến một phần: 1", "Dịch vụ công trực tuyến toàn trình: 2"
    content = edited("2023-q1", (first, "Một phần: 7"), (second, "Toàn trình: 8"))
    one, other = compared("2023-q1", tmp_path, content).comparison.differences
    text = to_plain(taken("2023-q1", compared("2023-q1", tmp_path, content), other).filled.prose("II.2"))

    assert one.theirs == "- Một phần: 7"
    assert first in text and "Toàn trình: 8" in text and second not in text


def test_numbers_that_follow_a_figure_go_on_following_it_in_paragraphs_that_nobody_edited(
    tmp_path: Path,
) -> None:
    session = sample_session("2023-q1")
    prose = session.filled.prose("II.2")
    runs = (ProseRun("Có "), ProseRun("186", bound="pl1.7.1"), ProseRun(" việc."))
    session.edit("II.2", write_prose((*prose, ProseParagraph("text", runs))))
    first = "Trung tâm Phục vụ hành chính công"
    exported_now = press.docx(press.compose(session.filled))
    content = changed(exported_now, lambda xml: xml.replace(first, "Trung tâm hành chính", 1))
    path = write(tmp_path, "sua.docx", content)
    back = compare_with_file(path, session.filled, EditionsThatShip.plans())
    session.edit_many("x", back.comparison.entries(back.comparison.differences, session.filled.texts()))

    assert session.filled.prose("II.2")[-1].runs == runs
    assert "Trung tâm hành chính" in to_plain(session.filled.prose("II.2"))


def test_a_paragraph_that_was_put_in_or_taken_out_is_one_difference(tmp_path: Path) -> None:
    first = "Dịch vụ công trực tuyến một phần: 1"

    def change(xml: str) -> str:
        at = xml.index(first)
        begin, end = xml.rindex("<w:p>", 0, at), xml.index("</w:p>", at) + len("</w:p>")
        return xml[:begin] + p("Đoạn mới một.") + p("Đoạn mới hai.") + xml[end:]

    back = compared("2023-q1", tmp_path, changed(exported("2023-q1"), change))
    (one,) = back.comparison.differences

    assert one.theirs == "Đoạn mới một.\nĐoạn mới hai."
    text = to_plain(taken("2023-q1", back, one).filled.prose("II.2"))
    assert "Đoạn mới hai." in text and first not in text


def test_a_figure_of_the_new_form_and_its_note_are_told_apart(tmp_path: Path) -> None:
    filled = sample_session("2025-y").filled
    figure = filled.shown("bm6.1.1")
    back = compared("2025-y", tmp_path, edited("2025-y", (f">{figure}<", ">9.000.000<")))
    (one,) = back.comparison.differences

    assert (one.key, one.ours, one.theirs) == ("bm6.1.1", figure, "9.000.000")


def test_a_row_that_the_form_lacks_waits_in_the_tray_when_taken(tmp_path: Path) -> None:
    extra = row("9.9", "Dòng lạ", "Việc", "77", "")
    content = changed(exported("2025-y"), lambda xml: xml.replace("</w:tbl>", f"{extra}</w:tbl>", 4))
    back = compared("2025-y", tmp_path, content)
    strange = [one for one in back.comparison.differences if one.key.startswith("tray.")]

    assert strange and all(one.name.startswith(WITHOUT_PLACE) for one in strange)
    session = taken("2025-y", back, strange[0])
    assert any("Dòng lạ" in text for key, text in session.filled.texts().items() if key.startswith("tray."))


def test_words_behind_a_figure_are_not_lost_when_it_is_taken(tmp_path: Path) -> None:
    content = edited("2023-q1", ("9 phòng ban, đơn vị", "10 phòng ban, đơn vị"))
    back = compared("2023-q1", tmp_path, content)
    filled = taken("2023-q1", back, *back.comparison.differences).filled

    assert (filled.text("pl1.3.1"), filled.text("note.pl1.3.1")) == ("10", "phòng ban, đơn vị")


def test_a_file_of_another_period_is_said_so(tmp_path: Path) -> None:
    back = compared("2025-y", tmp_path, exported("2026-q1"))

    assert "Tệp ghi kỳ Quý I/2026, báo cáo đang mở là Năm 2025" in back.remarks
    assert back.comparison.differences


def test_a_broken_file_is_refused_as_when_it_is_taken_in(tmp_path: Path) -> None:
    with pytest.raises(UserFault, match="hỏng"):
        compared("2025-y", tmp_path, b"PK\x03\x04x")
