"""Tables that name their own columns, and tables of lines that a clerk adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.checking.inspection import inspect
from desktop_app.checking.plan import Plan
from desktop_app.forms.columns import cells_of, columns_of, last_line
from desktop_app.forms.model import Edition
from tests.support.editions import a_session, an_edition, write_edition

WIDE = """
[edition]
id = "form-wide"
name = "Mẫu nhiều cột"
valid_from = "2025-Q3"
valid_to = ""
kind_of_document = "Báo cáo"
national_name = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
motto = "Độc lập - Tự do - Hạnh phúc"
attached = "(Kèm theo Báo cáo số {number})"

[[period]]
kind = "Q3"
label = "Quý III"
coming = "Quý IV"
subject = "Kết quả {label}"
cut_off = ["1/7", "31/7"]

[appendix]
key = "b1"
number = 1
name = "Biểu 01a/CCHC"
tab = "01a"
title = "Số liệu"
short = "Số liệu"
label_head = "Chỉ tiêu"
figure_head = "Số liệu"

[[column]]
key = "stt"
of = "number"
title = "TT"

[[column]]
key = "chi_tieu"
of = "label"
title = "Tên chỉ tiêu"

[[column]]
key = "so"
of = "figure"
title = "Năm {year} (tính từ {from_day} đến {to_day})"

[[column]]
key = "tinh"
of = "value"
title = "Cấp tỉnh"
over = "Chia ra"

[[column]]
key = "xa"
of = "value"
title = "Cấp xã"
over = "Chia ra"

[[column]]
key = "tong"
of = "formula"
title = "Cộng"
formula = "figure + total(tinh, xa)"

[[column]]
key = "luy_ke"
of = "cumulative"
title = "Lũy kế"

[[indicator]]
key = "b1.h"
number = ""
label = "A. Văn bản"
kind = "heading"
across = true

[[indicator]]
key = "b1.1"
number = "-"
label = "Số văn bản"
least = "1"
most = "50"

[[indicator]]
key = "b1.2"
number = "-"
label = "Tên hệ thống"
kind = "text"
"""

LINES = """
[appendix]
key = "b2"
number = 2
title = "Danh mục văn bản"
short = "Danh mục"
label_head = ""
figure_head = ""
repeats = true

[[column]]
key = "stt"
of = "number"
title = "STT"

[[column]]
key = "so"
of = "value"
title = "Số, ký hiệu"

[[column]]
key = "tien"
of = "value"
kind = "money"
title = "Kinh phí"
"""


@pytest.fixture(name="wide")
def _wide() -> Edition:
    return an_edition(WIDE, LINES)


def test_a_table_without_columns_has_the_usual_ones() -> None:
    (appendix,) = an_edition().appendices
    assert [column.of for column in columns_of(appendix)] == ["number", "label", "unit", "figure", "note"]
    assert columns_of(appendix)[3].title == "Số liệu của kỳ báo cáo"
    assert list(cells_of(appendix)) == []


def test_each_further_value_has_a_key_of_its_own(wide: Edition) -> None:
    cells = [cell.key for cell in cells_of(wide.appendices[0])]
    assert cells == ["b1.1.tinh", "b1.1.xa", "b1.1.tong", "b1.1.luy_ke", "b1.2.tinh", "b1.2.xa"]
    plan = Plan(wide)
    assert plan.names["b1.1.tinh"] == "Biểu 01a/CCHC, dòng «Số văn bản», cột «Cấp tỉnh»"
    assert plan.tabs["b1"] == "Biểu 01a/CCHC"
    assert plan.tab_of["b1.1.tinh"] == "b1"
    assert plan.kind("b1.2.tinh") == "text"
    assert not any(map(plan.is_key, ("note.b1.1", "note.b1.1.tinh", "b1.h.tinh")))


def test_computed_columns_follow_their_row(wide: Edition) -> None:
    session = a_session(Plan(wide))
    for key, text in (("b1.1", "5"), ("b1.1.tinh", "2"), ("b1.1.xa", "3"), ("earlier.b1.1.luy_ke", "40")):
        session.edit(key, text)
    assert session.filled.shown("b1.1.tong") == "10"
    assert session.filled.shown("b1.1.luy_ke") == "45"
    session.edit("b1.1", "60")
    assert session.filled.shown("b1.1.luy_ke") == "100"
    assert [f.message for f in session.filled.findings() if f.level == "error"] == [
        "Biểu 01a/CCHC: dòng «Số văn bản» ghi 60, lớn hơn mức cao nhất là 50."
    ]


def test_lines_hold_what_was_added(wide: Edition) -> None:
    plan = Plan(wide)
    assert plan.kind("b2.7.tien") == "money" and plan.kind("b2.7.so") == "text"
    assert plan.names["b2.7.so"] == "Phụ lục 2, dòng 7, cột «Số, ký hiệu»"
    assert not plan.is_key("b2.501.so")
    assert last_line(["b2.3.so", "b2.12.tien", "b1.1", "note.b2.99.so"], wide.appendices[1]) == 12


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('of = "figure"', 'of = "value"', "chưa có cột số liệu"),
        ('of = "label"', 'of = "note"', "chưa có cột chỉ tiêu"),
        ('key = "xa"', 'key = "tinh"', "khóa cột «tinh» đứng 2 lần"),
        ('key = "xa"', 'key = "1"', "khóa cột «1» viết sai"),
        ('formula = "figure + total(tinh, xa)"', "", "phải có công thức"),
        ('of = "value"\ntitle = "Số, ký hiệu"', 'of = "note"\ntitle = "Số"', "không dùng được trong bảng"),
        ("figure + total(tinh, xa)", "figure + nowhere.at_all", "mà mẫu không có"),
    ],
)
def test_faults_of_columns_are_told(old: str, new: str, said: str, tmp_path: Path) -> None:
    text = "\n".join((WIDE, "#FILE", LINES))
    assert old in text
    faults = inspect(write_edition(tmp_path, *text.replace(old, new, 1).split("#FILE"))).faults
    assert [fault for fault in faults if said in fault], faults


def test_a_sound_one_has_no_fault(tmp_path: Path) -> None:
    assert inspect(write_edition(tmp_path, WIDE, LINES)).faults == ()
