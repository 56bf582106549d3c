"""What the next period takes over."""

from __future__ import annotations

from desktop_app.reports.carry_over import carry_over
from desktop_app.reports.report import Entry
from tests.support.editions import an_edition


def test_people_and_prose_come_along_and_figures_start_empty() -> None:
    entries = {
        "header.agency": Entry("Văn phòng"),
        "header.number": Entry("415"),
        "I.1": Entry('[["text",[["Đã làm",false,false]]]]'),
        "I.1.tasks": Entry("7"),
        "pl1.1": Entry("5"),
        "note.pl1.1": Entry("Số liệu"),
        "explain.S3": Entry("vì"),
    }

    carried = carry_over(an_edition(), entries)

    assert set(carried) == {"header.agency", "I.1"}
    assert carried["I.1"].carried
    assert not carried["header.agency"].carried
