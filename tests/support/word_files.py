"""Word files made by hand, part by part, so that a test says exactly what lies in them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from desktop_app.reports.draft import Draft
from desktop_app.reports.prose import to_plain
from desktop_app.services.word_files import Wanted, read_word_content
from desktop_app.word_import.pieces import Reading, draft_of_reading
from tests.support.real import EditionsThatShip

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip with these files in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def word_file(body: str, **parts: str) -> bytes:
    """A Word file with this body; parts: root content of "styles", "numbering", "footnotes", "header" …"""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations({kind: f"{kind}.xml" for kind in parts}),
    }
    roots = {"header": "hdr", "footer": "ftr"}
    for kind, content in parts.items():
        root = roots.get(kind, kind)
        files[f"word/{kind}.xml"] = f"<w:{root} {SPACES}>{content}</w:{root}>"
    return package(files)


def relations(targets: dict[str, str], mode: str = "") -> str:
    """The file that says where a part leads to."""
    mode = f' TargetMode="{mode}"' if mode else ""
    each = "".join(
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_RELATIONS}">{each}</Relationships>'


def run(text: str, face: str = "") -> str:
    """A run; face: what stands in its properties, "<w:b/>"."""
    properties = f"<w:rPr>{face}</w:rPr>" if face else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(inside: str, properties: str = "") -> str:
    """A paragraph of runs, or of one plain text."""
    inside = inside if inside.startswith("<") else run(inside)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def cell(inside: str, properties: str = "") -> str:
    """A cell of paragraphs, or of one plain text."""
    inside = inside if inside.startswith("<") else p(inside)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells, or of plain texts."""
    made = ("<w:tc", "<w:sdt", "<w:customXml")
    inside = "".join(each if each.startswith(made) else cell(each) for each in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


HEAD = row("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú")
TITLE = p("BÁO CÁO") + p(
    run("Công tác cải cách hành chính quý I năm 2026 và phương hướng, nhiệm vụ quý II năm 2026", "<w:b/>")
)
HEADINGS = "".join(
    map(
        p,
        (
            "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC", "2. Đánh giá, cập nhật tiến độ thực hiện Kế hoạch CCHC",
            "3. Về công tác kiểm tra CCHC", "4. Về công tác thông tin, tuyên truyền CCHC",
        ),
    )
)  # fmt: skip
"""Enough of the form in force to be known as a report."""


def rows_of_form(*rows: str) -> str:
    """A table of Biểu mẫu 1 with some rows of its own, then these."""
    return table(
        HEAD,
        row(
            "1.",
            "Số văn bản chỉ đạo CCHC đã ban hành (Kết luận, chỉ thị, công văn chỉ đạo, quán triệt)",
            "Văn bản",
            "24",
            "",
        ),
        row("2.1.", "Số nhiệm vụ đề ra trong kế hoạch", "Nhiệm vụ", "94", ""),
        row("4.1.", "Tổng số nhiệm vụ được giao", "Nhiệm vụ", "12", ""),
        *rows,
    )


def read(content: bytes, period: str = "", edition: str = "", name: str = "bao-cao.docx") -> Reading:
    """The file read for its own period on the forms that ship."""
    return read_word_content(content, name, EditionsThatShip.plans(), Wanted(period, edition))


def draft(content: bytes, period: str = "", edition: str = "") -> Draft:
    """The same as what would be entered."""
    reading = read(content, period, edition)
    return draft_of_reading(EditionsThatShip.plans().plan(reading.edition_id), reading)


def entries(made: Draft) -> dict[str, str]:
    """Every entry as lines, by key."""
    return {**made.texts, **{key: to_plain(prose) for key, prose in made.prose.items()}}


def tray_of(made: Draft) -> str:
    """All that found no place."""
    return "\n".join(text for key, text in made.texts.items() if key.startswith("tray."))


def write(folder: Path, name: str, content: bytes) -> Path:
    """The file in the folder."""
    (folder / name).write_bytes(content)
    return folder / name
