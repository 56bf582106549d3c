"""Editions of clearly different shapes, as TOML texts: one text for each file of the edition."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from tests.support.real import ROOT

_QUARTERS = (("Q1", "I", "II"), ("Q2", "II", "III"), ("Q3", "III", "IV"), ("Q4", "IV", "I"))

_FIELDS = """
[[field]]
key = "header.agency"
label = "Tên cơ quan"

[[field]]
key = "header.number"
label = "Số"
carried = false

[[field]]
key = "footer.signer"
label = "Họ tên người ký"
"""


def _head(form: str, name: str, further: str = "") -> str:
    """Head, four quarters and three fields of an edition."""
    periods = "".join(
        f'\n[[period]]\nkind = "{kind}"\nlabel = "Quý {label}"\ncoming = "Quý {coming}"\n'
        f'short = "{{label}}/{{year}}"\nsubject = "Kết quả {{label}} năm {{year}}"\n'
        for kind, label, coming in _QUARTERS
    )
    return (
        f'[edition]\nid = "{form}"\nname = "{name}"\nvalid_from = "2025-Q1"\nvalid_to = ""\n'
        'kind_of_document = "Báo cáo"\nnational_name = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"\n'
        'motto = "Độc lập - Tự do - Hạnh phúc"\n'
        'attached = "(Kèm theo Báo cáo số {number} {date} của {agency})"\n'
        f"{further}\n{periods}\n{_FIELDS}"
    )


def _table(key: str, number: int, short: str, further: str = "") -> str:
    return (
        f'[appendix]\nkey = "{key}"\nnumber = {number}\ntitle = "{short}"\nshort = "{short}"\n'
        f'label_head = "Chỉ tiêu"\nfigure_head = "Số liệu"\n{further}\n'
    )


def _entries(kind: str, *entries: str) -> str:
    """Entries of one kind, their fields written on one line each, between semicolons."""
    lines = ("\n".join(part.strip() for part in entry.split(";")) for entry in entries)
    return "".join(f"\n[[{kind}]]\n{line}\n" for line in lines)


DATA_SHEET = (
    _head("sheet-2025", "Bảng số liệu", 'appendix_word = "Bảng"\ntab_word = "B"'),
    _table("b1", 1, "Chỉ đạo, điều hành", 'name = "Phần B.1"\ntab = "B.1"')
    + _entries(
        "column",
        'key = "stt"; of = "number"; title = "TT"',
        'key = "chi_tieu"; of = "label"; title = "Nội dung"',
        'key = "so"; of = "figure"; title = "Năm {year} (tính từ {from_day} đến {to_day})"',
    )
    + _entries(
        "indicator",
        'key = "b1.1"; number = "1"; label = "Số văn bản chỉ đạo đã ban hành"; group = "Văn bản"',
        'key = "b1.2"; number = "-"; label = "Của cấp tỉnh"; group = "Văn bản"',
        'key = "b1.3"; number = "-"; label = "Của cấp xã"; group = "Văn bản"',
        'key = "b1.4"; number = "+"; label = "Trong đó: của Ủy ban nhân dân"; group = "Văn bản"',
        'key = "b1.5"; number = ""; label = "Thông tin khác"; kind = "heading"; across = true',
        'key = "b1.6"; number = "2"; label = "Tên hệ thống thông tin đang dùng"; kind = "text"',
        'key = "b1.7"; number = ""; label = "Đã kết nối với Bộ (1: có, 0: chưa)"; kind = "choice"; '
        'choices = [{ code = 0, word = "Chưa" }, { code = 1, word = "Có" }]',
        'key = "b1.8"; number = "3"; label = "Nhiệm vụ hoàn thành (%)"; kind = "percent"; strong = true',
    ),
)
"""Three columns: no unit, no note, a period as title; "-", "+" and empty numbers, merged words, text."""

OUTLINE = (
    _head("inspection-2025", "Đề cương kiểm tra")
    + _entries(
        "section",
        'key = "s1"; level = "part"; tab = "I"; number = "I."; title = "ĐẶC ĐIỂM TÌNH HÌNH"; prose = false',
        'key = "s2"; level = "heading"; tab = "I"; number = "1."; title = "Thuận lợi"',
        'key = "s3"; level = "heading"; tab = "I"; number = "2."; title = "Khó khăn"',
        'key = "s4"; level = "part"; tab = "II"; number = "II."; title = "KẾT QUẢ"; prose = false',
        'key = "s5"; level = "heading"; tab = "II"; number = "1."; title = "Cải cách thủ tục"; prose = false',
        'key = "s6"; level = "item"; tab = "II"; number = "a)"; title = "Kiểm soát"; prose = false',
        'key = "s7"; level = "point"; depth = 4; tab = "II"; number = "-"; title = "Rà soát"',
        'key = "s8"; level = "point"; depth = 5; tab = "II"; number = "+"; title = "Nội dung đã rà soát"',
        'key = "s9"; level = "point"; depth = 5; tab = "II"; number = "+"; title = "Nội dung chưa rà soát"',
        'key = "s10"; level = "item"; tab = "II"; number = "b)"; hint = "Kết quả giải quyết hồ sơ"',
        'key = "s11"; level = "part"; tab = "III"; title = "KIẾN NGHỊ"',
        'key = "s12"; level = "plain"; tab = "III"; hint = "Câu kết của báo cáo"',
    ),
)
"""Sections down to the fifth level, some without a title or a number; no table."""

LIST = (
    _head("list-2025", "Danh mục văn bản", 'appendix_word = "Danh mục"\ntab_word = "DM"')
    + _entries("section", 'key = "I"; level = "part"; tab = "I"; number = "I."; title = "KẾT QUẢ"'),
    _table("ds", 1, "Văn bản đã ban hành", "repeats = true")
    + _entries(
        "column",
        'key = "stt"; of = "number"; title = "STT"',
        'key = "so"; of = "value"; title = "Số, ký hiệu"; width = [20, 40]',
        'key = "ngay"; of = "value"; title = "Ngày ban hành"; kind = "date"',
        'key = "trich_yeu"; of = "value"; title = "Trích yếu nội dung"; kind = "text"; width = [60, 120]',
        'key = "kinh_phi"; of = "value"; title = "Kinh phí (triệu đồng)"; kind = "money"',
    ),
)
"""A list of documents to which the clerk adds lines."""

SPLIT = (
    _head("split-2025", "Mẫu tách theo cấp", 'appendix_word = "Biểu"\ntab_word = "B"'),
    _table("b1", 1, "Thủ tục hành chính", 'name = "Biểu 01a/CCHC"\ntab = "01a"\nlandscape = true')
    + _entries(
        "column",
        'key = "stt"; of = "number"; title = "STT"',
        'key = "chi_tieu"; of = "label"; title = "Tên chỉ tiêu"',
        'key = "don_vi"; of = "unit"; title = "Đơn vị tính"',
        'key = "so"; of = "figure"; title = "Cấp bộ"; over = "Chia ra"',
        'key = "tinh"; of = "value"; title = "Cấp tỉnh"; over = "Chia ra"',
        'key = "xa"; of = "value"; title = "Cấp xã"; over = "Chia ra"',
        'key = "cong"; of = "formula"; title = "Cộng"; formula = "total(figure, tinh, xa)"',
        'key = "truoc"; of = "before"; title = "Kỳ trước"',
        'key = "cung_ky"; of = "last_year"; title = "Cùng kỳ năm trước"',
        'key = "luy_ke"; of = "cumulative"; title = "Lũy kế từ đầu năm"',
        'key = "ghi_chu"; of = "note"; title = "Ghi chú"',
    )
    + _entries(
        "indicator",
        'key = "b1.h"; number = "A"; label = "THỦ TỤC ĐÃ GIẢI QUYẾT"; kind = "heading"; across = true',
        'key = "b1.1"; number = "1"; label = "Số hồ sơ đã giải quyết"; unit = "Hồ sơ"',
        'key = "b1.2"; number = "1"; label = "Quá hạn"; unit = "Hồ sơ"; part_of = ["b1.1"]; code = "b1.2"',
        'key = "b1.3"; number = "2"; label = "Kinh phí"; unit = "Triệu đồng"; kind = "money"; most = "500"',
        'key = "b1.4"; number = "3"; label = "Tỷ lệ hồ sơ quá hạn"; unit = "%"; kind = "percent"; '
        'rate_of = ["b1.2", "b1.1"]',
        'key = "b1.5"; number = ""; label = "Vướng mắc chính"; kind = "text"',
    ),
)
"""Figure, further levels, their sum, the period before, the year before, the sum of the year, notes."""

MINIMAL = (
    '[edition]\nid = "minimal-2025"\nname = "Mẫu nhỏ nhất"\nvalid_from = "2025-Q1"\nvalid_to = ""\n'
    'kind_of_document = "Báo cáo"\nnational_name = "CỘNG HÒA"\nmotto = "Độc lập"\nattached = ""\n'
    '[[period]]\nkind = "Q1"\nlabel = "Quý I"\ncoming = "Quý II"\nsubject = "Kết quả {label}"\n'
    '[[period]]\nkind = "Q2"\nlabel = "Quý II"\ncoming = "Quý III"\nsubject = "Kết quả {label}"\n',
    _table("t", 1, "Bảng")
    + _entries("indicator", 'key = "t.1"; number = "1"; label = "Số văn bản đã ban hành"'),
)
"""One table of one row, without fields, sections and checks."""


def large(tables: int = 40, rows: int = 250) -> tuple[str, ...]:
    """Tables with totals of ten rows each: 10,000 rows as it stands."""
    return (
        _head("large-2025", "Mẫu lớn", 'appendix_word = "Biểu số"\ntab_word = "B"'),
        *(_large_table(number, rows) for number in range(1, tables + 1)),
    )


def _large_table(number: int, rows: int) -> str:
    entries = []
    for row in range(1, rows + 1):
        key = f"g{number}.{row}"
        total = row % 10 == 1 and row + 9 <= rows
        parts = ", ".join(f'"g{number}.{part}"' for part in range(row + 1, row + 10))
        entry = (
            f'key = "{key}"; number = "{row}"; label = "Chỉ tiêu thứ {row} của biểu {number}"; unit = "Hồ sơ"'
        )
        entries.append(f"{entry}; total_of = [{parts}]" if total else entry)
    return _table(f"g{number}", number, f"Lĩnh vực {number}", f'tab = "{number:02}"') + _entries(
        "indicator", *entries
    )


SHAPES = {"sheet": DATA_SHEET, "inspection": OUTLINE, "list": LIST, "split": SPLIT, "minimal": MINIMAL}
"""All but the large one, which takes its time to read."""


def write_shapes(resources: Path, shapes: Iterable[tuple[str, ...]]) -> Path:
    """A folder of resources that holds these editions and no other, beside the words of derived checks."""
    for place, texts in enumerate(shapes):
        home = resources / "forms" / f"shape-{place}" / "2025"
        home.mkdir(parents=True)
        for number, text in enumerate(texts):
            (home / f"part-{number:02}.toml").write_text(text, "utf-8")
    shutil.copy(ROOT / "resources/forms/wording.toml", resources / "forms/wording.toml")
    return resources
