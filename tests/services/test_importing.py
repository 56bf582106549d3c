"""Taking a report in from a file: what kind it is, what is doubtful, and files of older versions."""

from __future__ import annotations

from pathlib import Path

import msgspec

from desktop_app.documents.docx_writer import write_docx
from desktop_app.reports.explanations import explanation_of, explanation_state
from desktop_app.reports.prose import ProseParagraph, ProseRun, from_plain
from desktop_app.services import exchange, importing
from desktop_app.services.word_files import STEP, Wanted
from tests.support.library import services_in
from tests.support.printed import sample_document
from tests.support.real import ROOT, real_plans

OLD = ROOT / "tests/data/exchange-1.json"
"""Written by the program before drafts had origins, at commit ee69110."""


def test_a_word_file_under_another_name_is_told_apart_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_bytes(write_docx(sample_document()))

    with services_in(tmp_path / "data") as services:
        report, _ = importing.take_in(tmp_path / "r.json", services)

        assert services.library.read(report).text("pl1.7.1") == "186"


def test_a_word_file_is_a_new_report_whose_first_step_can_be_undone(tmp_path: Path) -> None:
    (tmp_path / "r.docx").write_bytes(write_docx(sample_document()))
    with services_in(tmp_path / "data") as services:
        report, doubts = importing.take_in(tmp_path / "r.docx", services)
        session = services.library.open(report)
        assert session.history.undo_label == STEP
        assert session.filled.prose("I.1") and session.filled.report.edition_id == "cchc-2022"
        session.undo()

        assert not session.filled.prose("I.1") and not session.filled.text("pl1.7.1")
        assert len(services.backups().all()) == 1
    assert any("pl1" not in doubt and "9 phòng ban, đơn vị" in doubt for doubt in doubts)


def test_another_period_and_another_form_can_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "r.docx").write_bytes(write_docx(sample_document()))
    with services_in(tmp_path / "data") as services:
        report, _ = importing.take_in(tmp_path / "r.docx", services, Wanted("2025-Q3", "cchc-2022"))

        chosen = services.library.read(report).report
    assert (chosen.period_text, chosen.edition_id) == ("2025-Q3", "cchc-2022")


def test_an_exchange_file_under_another_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.txt"
    path.write_bytes(OLD.read_bytes())

    assert importing.read(path, real_plans()).texts["pl1.1"] == "186"


def test_a_file_of_the_version_before_is_taken_in_whole(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report, doubts = importing.take_in(OLD, services)
        filled = services.library.read(report)

    assert doubts == []
    assert exchange.as_file(filled).values == msgspec.json.decode(OLD.read_bytes())["values"]
    assert filled.prose("I.1") == (
        ProseParagraph("text", (ProseRun("Đã xử lý "), ProseRun("12", bold=True), ProseRun(" hồ sơ"))),
        ProseParagraph("dash", (ProseRun("Việc một", italic=True),)),
    )
    assert filled.prose("II.4.đ") == from_plain("Đã triển khai.\n- Việc hai")
    (warning,) = filled.findings()
    explained = explanation_of(warning, filled.text)
    assert explained and explained.text == "Kỳ này không kiểm tra"
    assert explanation_state(explained, filled.text) == "given"


def test_what_is_doubtful_is_said_when_the_file_is_taken_in(tmp_path: Path) -> None:
    file = msgspec.json.decode(OLD.read_bytes())
    file["values"]["I.1"] = "Sửa tay"
    (tmp_path / "r.json").write_bytes(msgspec.json.encode(file))
    with services_in(tmp_path / "data") as services:
        report, (doubt,) = importing.take_in(tmp_path / "r.json", services)

        assert services.library.read(report).prose("I.1") == from_plain("Sửa tay")
        assert len(services.backups().all()) == 1
    assert "I.1" in doubt and "đậm" in doubt
