"""The period's own words of carried prose move on, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.base.periods import read_period
from desktop_app.reports.prose import ProseParagraph, ProseRun, from_plain, to_plain, write_prose
from desktop_app.searching.period_moving import moved_on
from tests.support.library import services_in
from tests.support.real import real_plan


def moved(text: str, old: str, new: str, forms: tuple[str, str] = ("2022", "2022")) -> str:
    before, after = (
        (real_plan(form).edition, read_period(period)) for form, period in zip(forms, (old, new), strict=True)
    )
    return to_plain(moved_on(from_plain(text), before, after))


@pytest.mark.parametrize(
    ("old", "new", "text", "then"),
    [
        ("2023-Q1", "2023-Q2", "Trong Quý I, tỉnh đã làm.", "Trong Quý II, tỉnh đã làm."),
        ("2023-Q1", "2023-Q2", "Kết quả quý I năm 2023 tốt.", "Kết quả quý II năm 2023 tốt."),
        (
            "2023-Q1",
            "2023-Q2",
            "Quý I/2023 và phương hướng Quý II/2023.",
            "Quý II/2023 và phương hướng Quý III/2023.",
        ),
        (
            "2023-Q4",
            "2024-Q1",
            "Quý IV năm 2023 đã xong; Quý I năm 2024 sẽ làm.",
            "Quý I năm 2024 đã xong; Quý II năm 2024 sẽ làm.",
        ),
        ("2023-6M", "2023-9M", "6 tháng đầu năm 2023 đạt.", "9 tháng đầu năm 2023 đạt."),
        ("2023-Y", "2024-Y", "Năm 2023 là năm thứ ba.", "Năm 2024 là năm thứ ba."),
        ("2023-Q1", "2023-Q2", "Tăng so với Quý I năm 2022.", "Tăng so với Quý I năm 2022."),
        ("2023-Q1", "2023-Q2", "Tăng 5% so với Quý I năm 2023.", "Tăng 5% so với Quý I năm 2023."),
        (
            "2023-Q1",
            "2023-Q2",
            "Từ ngày 15/3/2023, Kế hoạch số 12/KH-UBND năm 2023.",
            "Từ ngày 15/3/2023, Kế hoạch số 12/KH-UBND năm 2023.",
        ),
        ("2023-Q1", "2023-Q2", "Kế hoạch năm 2023 đề ra 12 việc.", "Kế hoạch năm 2023 đề ra 12 việc."),
        ("2023-Q1", "2023-Q2", "Không có tên kỳ nào.", "Không có tên kỳ nào."),
    ],
)
def test_what_moves_and_what_stays(old: str, new: str, text: str, then: str) -> None:
    assert moved(text, old, new) == then


def test_words_move_over_to_the_newer_form_too() -> None:
    said = moved("Trong 6 tháng đầu năm 2025 đã làm.", "2025-6M", "2025-Q3", ("2022", "2025"))

    assert said == "Trong quý III năm 2025 đã làm."


def test_faces_and_bound_numbers_stay_as_they_are(tmp_path: Path) -> None:
    prose = (
        ProseParagraph(
            "dash", (ProseRun("Quý I", bold=True), ProseRun(": "), ProseRun("44", bound="bm1.4.1"))
        ),
    )
    with services_in(tmp_path) as services:
        library = services.library
        first = library.create("2026-Q1")
        library.open(first).edit_many("Gõ", {"bm1.4.1": "44", "III.1": write_prose(prose)})
        made = library.read(library.create_next(first, "2026-6M"))

    runs = made.prose("III.1")[0].runs
    assert runs[0] == ProseRun("6 tháng đầu năm", bold=True) and runs[2] == ProseRun("44", bound="bm1.4.1")
    assert made.is_carried("III.1")
