"""A small edition written as TOML text, and plans and sessions over it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.checking.findings import Count
from desktop_app.checking.plan import Plan
from desktop_app.forms.loader import load_edition
from desktop_app.forms.model import Edition
from desktop_app.reports.filled_report import fill_in
from desktop_app.reports.history import Step
from desktop_app.reports.report import Entry, Report
from desktop_app.reports.session import Session

SMALL = """
[edition]
id = "form-small"
name = "Mẫu nhỏ"
valid_from = "2022-Q1"
valid_to = "2025-6M"
kind_of_document = "Báo cáo"
national_name = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
motto = "Độc lập - Tự do - Hạnh phúc"
attached = "(Kèm theo Báo cáo số {number} {date} của {agency})"

[[period]]
kind = "Q1"
label = "Quý I"
coming = "Quý II"
subject = "Kết quả {label}, phương hướng {coming} năm {year}"
short = "{label}/{year}"

[[agency_kind]]
key = "office"
name = "Văn phòng"

[[agency_kind]]
key = "district"
name = "UBND huyện"

[[field]]
key = "header.agency"
label = "Tên cơ quan"

[[field]]
key = "header.agency_kind"
label = "Loại cơ quan"

[[field]]
key = "header.number"
label = "Số"
carried = false

[[section]]
key = "I.1"
level = "heading"
tab = "I"
number = "1."
title = "Hoạt động"

[[figure]]
key = "I.1.tasks"
section = "I.1"
label = "Số nhiệm vụ"

[appendix]
key = "pl1"
number = 1
title = "Thống kê"
short = "Chỉ đạo"
label_head = "Chỉ tiêu"
figure_head = "Số liệu của kỳ báo cáo"

[[indicator]]
key = "pl1.1"
number = "1"
label = "Tổng số"
kind = "count"
formula = "total(pl1.1.1, pl1.1.2)"

[[indicator]]
key = "pl1.1.1"
number = "1.1"
label = "Đã xong"
kind = "count"

[[indicator]]
key = "pl1.1.2"
number = "1.2"
label = "Chưa xong"
kind = "count"

[[indicator]]
key = "pl1.2"
number = "2"
label = "Tỷ lệ xong"
kind = "percent"
unit = "%"
formula = "rate(pl1.1.1, pl1.1)"
fill = "auto"

[[indicator]]
key = "pl1.3"
number = "3"
label = "Khảo sát của huyện"
kind = "yes_no"

[[scope]]
rows = ["pl1.3"]
agency_kinds = ["district"]
reason = "UBND huyện báo cáo"

[[check]]
code = "S1"
level = "error"
expect = "pl1.1 == total(pl1.1.1, pl1.1.2)"
message = "Tổng {pl1.1} khác {pl1.1.1} + {pl1.1.2} = {expected}."
advice = "Xem lại dòng 1."
source = "Phụ lục 1, dòng 1"
passes = { "pl1.1" = "5", "pl1.1.1" = "2", "pl1.1.2" = "3" }
fails = { "pl1.1" = "6", "pl1.1.1" = "2", "pl1.1.2" = "3" }

[[check]]
code = "S2"
level = "error"
expect = "pl1.2 == rate(pl1.1.1, pl1.1)"
message = "Tỷ lệ {found}% khác {expected}%."
advice = "Dùng giá trị tính."
source = "Phụ lục 1, dòng 2"
passes = { "pl1.2" = "83,33%", "pl1.1.1" = "10", "pl1.1" = "12" }
fails = { "pl1.2" = "100%", "pl1.1.1" = "10", "pl1.1" = "12" }

[[check]]
code = "S3"
level = "warning"
when = "entered(pl1.1.1) or entered(pl1.1.2)"
expect = "entered(pl1.1)"
expected = "total(guess(pl1.1.1), guess(pl1.1.2))"
message = "Dòng 1 còn trống, các phần cộng lại là {expected}."
advice = "Ghi {expected}."
source = "Phụ lục 1, dòng 1"
passes = { "pl1.1" = "2", "pl1.1.1" = "2" }
fails = { "pl1.1.1" = "9 phòng ban" }
"""


def write_edition(folder: Path, text: str = SMALL, *further: str) -> Path:
    """A folder ``form/small`` under `folder` that holds the edition; each further text is a file too."""
    home = folder / "form" / "small"
    home.mkdir(parents=True, exist_ok=True)
    (home / "edition.toml").write_text(text, encoding="utf-8")
    for place, each in enumerate(further):
        (home / f"further-{place}.toml").write_text(each, encoding="utf-8")
    return home


def an_edition(*texts: str) -> Edition:
    """The edition of the texts, a file each, through the real loader; the small one without any."""
    with tempfile.TemporaryDirectory() as folder:
        return load_edition(write_edition(Path(folder), *texts))


def a_plan(*texts: str) -> Plan:
    """The compiled edition of the texts."""
    return Plan(an_edition(*texts))


class NotedStore:
    """A store in memory that notes what was committed, for tests that are not about the disk."""

    def __init__(self) -> None:
        self.saved: dict[str, Entry] = {}
        self.steps: list[Step] = []
        self.times = 0

    def save(
        self, report: Report, entries: Mapping[str, Entry], steps: Sequence[Step], count: Count
    ) -> datetime:
        """Note the entries and steps."""
        self.saved.update(entries)
        self.steps += steps
        self.times += 1
        return datetime(2023, 3, 15, 14, 32, tzinfo=UTC)


def a_session(plan: Plan | None = None, store: NotedStore | None = None, **typed: str) -> Session:
    """An open report; keys are given with "__" for the dot, such as pl1__1__1="5"."""
    entries = {key.replace("__", "."): Entry(text) for key, text in typed.items()}
    report = Report("r1", "form-small", "2023-Q1")
    return Session(fill_in(report, plan or a_plan(), entries), store or NotedStore())
