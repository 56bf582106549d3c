"""Which period a title speaks of, in the many ways in which offices write it."""

from __future__ import annotations

import pytest

from desktop_app.word_import.found_period import period_in


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Kết quả thực hiện cải cách hành chính Quý I, phương hướng nhiệm vụ Quý II năm 2023", "2023-Q1"),
        ("Công tác cải cách hành chính năm 2025 và phương hướng, nhiệm vụ năm 2026 của tỉnh", "2025-Y"),
        ("Công tác CCHC quý IV/2024, phương hướng nhiệm vụ quý I/2025", "2024-Q4"),
        ("Công tác CCHC 6 tháng đầu năm 2024, nhiệm vụ trọng tâm 6 tháng cuối năm 2024", "2024-6M"),
        ("Công tác CCHC sáu tháng đầu năm, phương hướng sáu tháng cuối năm 2024", "2024-6M"),
        ("Kết quả CCHC quý II và 6 tháng đầu năm 2024", "2024-6M"),
        ("Kết quả CCHC quý III và 9 tháng năm 2024", "2024-9M"),
        ("Kết quả CCHC quý IV và cả năm 2024", "2024-Y"),
        ("Kết quả CCHC 9 tháng đầu năm 2024", "2024-9M"),
        ("Kết quả cải cách hành chính tháng 7 năm 2025", "2025-M7"),
        ("KẾT QUẢ CẢI CÁCH HÀNH CHÍNH QUÝ 3 NĂM 2025", "2025-Q3"),
    ],
)
def test_a_title_names_its_period_and_not_the_one_that_comes(title: str, period: str) -> None:
    assert str(period_in(title)) == period


def test_words_without_a_year_name_none() -> None:
    assert period_in("Kết quả cải cách hành chính quý I") is None
