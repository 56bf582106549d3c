"""What the form of 2025 must bear: 200 numbered paragraphs, a form that is gone, a period before all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.bootstrap import build
from desktop_app.composing.compose import compose
from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.dump import dump, words
from desktop_app.documents.settings import PrintSettings
from tests.support.library import services_in
from tests.support.printed import docx_words, pdf, pdf_drawn
from tests.support.real import ROOT, sample_session


def test_two_hundred_numbered_paragraphs_are_numbered_and_printed_whole() -> None:
    lines = "\n".join(f"Nhiệm vụ thứ{n} của năm sau." for n in range(1, 201))
    document = compose(sample_session("2025-y", IV=lines).filled, PrintSettings())
    text = dump(document)

    assert "1. Nhiệm vụ thứ1 " in text and "200. Nhiệm vụ thứ200 " in text
    assert docx_words(write_docx(document)) == words(document)
    drawn = pdf_drawn(pdf(document)[0])
    assert all(f"thứ{n}" in drawn for n in range(1, 201))


def test_numbers_that_were_typed_are_printed_once() -> None:
    document = compose(sample_session("2025-y", IV="1. Một việc.\n2. Hai việc.").filled, PrintSettings())

    assert "1. Một việc." in dump(document) and "1. 1. Một việc." not in dump(document)


@pytest.mark.parametrize("period", ["2021-Y", "2020-M3", "1999-Q1"])
def test_a_period_before_every_form_is_one_sentence(tmp_path: Path, period: str) -> None:
    with services_in(tmp_path) as services, pytest.raises(UserFault, match="Chưa có mẫu báo cáo nào") as told:
        services.library.create(period)

    assert "\n" not in str(told.value) and period not in str(told.value)


def test_a_report_whose_form_is_gone_is_listed_and_says_so(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "resources", tmp_path / "resources")
    services = build(tmp_path / "data", tmp_path / "resources")
    made = services.library.create("2026-Q1")
    services.file.close()
    shutil.rmtree(tmp_path / "resources/forms/cchc/2025")

    later = build(tmp_path / "data", tmp_path / "resources")
    try:
        assert [summary.id for summary in later.library.summaries()] == [made]
        with pytest.raises(UserFault, match="Không có mẫu báo cáo «cchc-2025»"):
            later.library.open(made)
    finally:
        later.file.close()
