"""Word files that are broken or meant to harm: one clear sentence, bounded time and memory."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.services import importing, word_files
from tests.hostile.guarded import LIMITED
from tests.support.library import services_in
from tests.support.real import ROOT, EditionsThatShip
from tests.support.word_files import (
    HEADINGS,
    TITLE,
    p,
    package,
    read,
    relations,
    row,
    rows_of_form,
    table,
    word_file,
    write,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def bomb() -> bytes:
    """30 KB of a file that unpacks to 30 MB."""
    return word_file(TITLE + "<!--" + " " * 30_000_000 + "-->")


def nested(depth: int) -> bytes:
    inside = p("x")
    for _ in range(depth):
        inside = f"<w:tbl><w:tr><w:tc>{inside}<w:p/></w:tc></w:tr></w:tbl>"
    return word_file(TITLE + inside)


def with_doctype(declared: str) -> bytes:
    body = f"<w:p><w:r><w:t>&x;</w:t></w:r></w:p>{HEADINGS}"
    whole = word_file(body)
    with zipfile.ZipFile(io.BytesIO(whole)) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
    text = bytes(parts["word/document.xml"])
    parts["word/document.xml"] = f"<!DOCTYPE a [{declared}]>".encode() + text
    return package(parts)


def locked_parts() -> bytes:
    """A package whose entries say that they are locked."""
    content = bytearray(word_file(TITLE))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


SOUND = word_file(TITLE + HEADINGS)
LAUGHS = '<!ENTITY a "ha"><!ENTITY x "' + "&a;" * 1000 + '">'
HOSTILE: dict[str, tuple[bytes, str]] = {
    "zip bomb": (bomb(), "quá lớn"),
    "external entity": (with_doctype('<!ENTITY x SYSTEM "file:///etc/hostname">'), "gọi ra ngoài"),
    "entities that grow": (with_doctype(LAUGHS), "gọi ra ngoài"),
    "truncated": (SOUND[: len(SOUND) // 2], "hỏng"),
    "a few bytes": (SOUND[:30], "hỏng"),
    "bytes changed": (SOUND.replace(b"PK\x01\x02", b"PK\x01\x03"), "hỏng"),
    "empty": (b"", "rỗng"),
    "password": (OLE + utf16("EncryptedPackage"), "mật khẩu"),
    "locked parts": (locked_parts(), "mật khẩu"),
    "old doc": (OLE + utf16("WordDocument"), "Save As"),
    "old xls": (OLE + utf16("Workbook"), "Excel"),
    "pdf": (b"%PDF-1.7\n", "PDF"),
    "rtf": (b"{\\rtf1 x}", "RTF"),
    "web page": (b"<html><body>x</body></html>", "trang web"),
    "xlsx": (package({"xl/workbook.xml": "<x/>"}), "Excel"),
    "odt": (package({"content.xml": "<x/>", "mimetype": "x"}), "LibreOffice"),
    "plain zip": (package({"a.txt": "x"}), "không phải tệp Word"),
    "macros": (package({"word/document.xml": "<x/>", "word/vbaProject.bin": b"x"}), "macro"),
    "deep nesting": (nested(400), "quá sâu"),
    "a long table": (word_file(TITLE + table(*[row("1", "x", "y", "2")] * 20_000)), "2.000 dòng"),
    "a wide table": (word_file(TITLE + table(row(*["x"] * 5_000))), "60 cột"),
    "many paragraphs": (word_file(TITLE + p("x") * 30_000), "20.000 đoạn"),
    "an endless paragraph": (word_file(TITLE + HEADINGS + p("x " * 2_000_000)), "dài hơn mọi báo cáo"),
    "no body": (package({"word/document.xml": "<x/>"}), "hỏng"),
    "no XML": (package({"word/document.xml": b"\xff\xfe\x00"}), "hỏng"),
    "many parts": (package({f"a{n}": b"" for n in range(6_000)}), "quá nhiều phần"),
    "a petition": (word_file(p("TỜ TRÌNH") + p("Về việc ban hành kế hoạch năm 2026")), "tờ trình"),
    "a decree": (word_file(p("NGHỊ ĐỊNH") + HEADINGS), "nghị định"),
    "another report": (word_file(p("BÁO CÁO") + p("Sản xuất quý I năm 2026")), "không giống báo cáo"),
    "no period": (word_file(p("BÁO CÁO") + HEADINGS), "kỳ báo cáo"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_that_is_no_report_is_one_sentence_and_nothing_is_stored(kind: str, tmp_path: Path) -> None:
    content, sentence = HOSTILE[kind]
    path = write(tmp_path, "bao-cao.docx", content)

    with services_in(tmp_path / "data") as services:
        with pytest.raises(UserFault) as fault:
            importing.take_in(path, services)
        assert services.library.summaries() == []
        assert services.backups().all() == []
    assert sentence in str(fault.value)
    assert str(fault.value).count("\n") == 0


@pytest.mark.parametrize("kind", ["zip bomb", "entities that grow", "deep nesting", "a long table"])
def test_what_is_made_to_fill_the_memory_does_not(kind: str, tmp_path: Path) -> None:
    assert HOSTILE[kind][1] in confined(write(tmp_path, "bao-cao.docx", HOSTILE[kind][0]))


def confined(path: Path) -> str:
    """What reading the file says in a process of little memory and time; "" once it is read."""
    program = f"""
import json, sys
{LIMITED}
from pathlib import Path
from desktop_app.base.errors import UserFault
from desktop_app.services.word_files import read_word_file
from tests.support.real import EditionsThatShip
said = ""
try:
    read_word_file(Path(sys.argv[1]), EditionsThatShip.plans())
except UserFault as fault:
    said = str(fault)
print(json.dumps(said))
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, cwd=ROOT, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr.decode()[-1000:]
    return json.loads(done.stdout)


BREAKS = "<w:r><w:t>a</w:t>" + "<w:br/>" * 300_000 + "<w:t>b</w:t></w:r>"
SLOW = {
    "blanks": TITLE + HEADINGS + p("x" + " " * 900_000 + "y"),
    "blanks in the head": p("Số" + " " * 900_000 + "x") + TITLE + HEADINGS,
    "line ends": TITLE + HEADINGS + p(BREAKS),
    "items in one paragraph": TITLE + HEADINGS + p("- việc;\n" * 100_000),
    "a tie without an end": TITLE + HEADINGS + p("Kèm theo" + " của x" * 150_000 + "!"),
    "dots": TITLE + HEADINGS + p("ngày" + "." * 900_000 + "x"),
    "digits in a cell": TITLE + HEADINGS + rows_of_form(row("2.2.", "Số", "", "1." * 400_000, "")),
    "brackets in a number": TITLE + HEADINGS + p("1." * 400_000),
}


@pytest.mark.parametrize("kind", SLOW)
def test_words_that_take_patterns_long_are_read_in_time(kind: str, tmp_path: Path) -> None:
    assert confined(write(tmp_path, "bao-cao.docx", word_file(SLOW[kind]))) == ""


def test_nesting_that_an_office_may_have_is_read() -> None:
    reading = read(word_file(TITLE + HEADINGS + nested_tables(20)))

    assert any("ở trong cùng" in piece.words for piece in reading.pieces)


def nested_tables(depth: int) -> str:
    inside = p("ở trong cùng")
    for _ in range(depth):
        inside = table(f"<w:tr><w:tc>{inside}<w:p/></w:tc></w:tr>")
    return inside


def test_nothing_outside_of_the_file_is_asked_for() -> None:
    content = word_file(TITLE + HEADINGS)
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
    outside = {"styles": "file:///etc/hostname", "numbering": "http://x.invalid/n.xml"}
    parts["word/_rels/document.xml.rels"] = relations(outside, "External")

    assert read(package(parts)).period.kind == "Q1"


def test_a_part_that_lies_above_the_package_is_not_looked_for() -> None:
    content = word_file(TITLE + HEADINGS)
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
    parts["word/_rels/document.xml.rels"] = relations({"styles": "../../../../etc/hostname"})

    assert read(package(parts)).period.kind == "Q1"


def test_a_file_of_200_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    with path.open("wb") as file:
        file.write(SOUND)
        file.truncate(200_000_000)

    with pytest.raises(UserFault, match="60 MB"):
        word_files.read_word_file(path, EditionsThatShip.plans())


def test_the_file_that_word_keeps_beside_an_open_one_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, "~$bao-cao.docx", b"x" * 162)

    with pytest.raises(UserFault, match="tệp tạm của Word"):
        word_files.read_word_file(path, EditionsThatShip.plans())


def test_a_loop_of_styles_and_lists_that_lack_their_definition_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
        for a, b in (("A", "B"), ("B", "A"))
    )
    numbering = (
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"/>'
        '<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="99"/><w:lvl/></w:abstractNum>'
    )
    lists = "".join(
        p("x", f'<w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="{n}"/></w:numPr>')
        for n in (0, 1, 2, 99, -4)
    )

    assert read(word_file(TITLE + HEADINGS + lists, styles=styles, numbering=numbering)).pieces


def test_spans_that_no_table_has_are_bounded() -> None:
    wide = row("1.", "Số văn bản", "Văn bản", "5", "").replace(
        "<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'
    )

    assert read(word_file(TITLE + HEADINGS + rows_of_form(wide))).pieces
