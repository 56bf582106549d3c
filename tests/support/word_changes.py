"""What programs do to the text of a Word file: each a change of its XML, or the whole file stored anew."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.support.word_files import package

Transform = Callable[[str], str]


def changed(content: bytes, change: Transform) -> bytes:
    """The file with the text of its main part changed."""
    parts: dict[str, str | bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        for name in old.namelist():
            parts[name] = old.read(name)
    parts["word/document.xml"] = change(bytes(parts["word/document.xml"]).decode())
    return package(parts)


_TEXT = re.compile(r"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t([^>]*)>([^<&]{4,})</w:t></w:r>")
_CELL_TEXT = re.compile(
    r"(<w:tc>(?:<w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>)?<w:p>(?:<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?)(<w:r>(?:(?!<w:p>).)*?</w:r>)(</w:p>)"
)


def split_runs(xml: str) -> str:
    """Words cut into runs with marks of checking and saving between them."""

    def cut(found: re.Match[str]) -> str:
        face, _, text = found.groups()
        parts = [text[at : at + 5] for at in range(0, len(text), 5)]
        mark = '<w:proofErr w:type="spellStart"/>'
        return mark.join(
            f'<w:r w:rsidR="00A1">{face}<w:t xml:space="preserve">{part}</w:t></w:r>' for part in parts
        )

    return _TEXT.sub(cut, xml)


def controlled_cells(xml: str) -> str:
    """Every cell inside a content control."""
    xml = re.sub(r"<w:tc>", "<w:sdt><w:sdtPr/><w:sdtContent><w:tc>", xml)
    return re.sub(r"</w:tc>", "</w:tc></w:sdtContent></w:sdt>", xml)


def controlled_text(xml: str) -> str:
    """The words of every run inside a content control."""
    return _TEXT.sub(lambda found: f"<w:sdt><w:sdtContent>{found[0]}</w:sdtContent></w:sdt>", xml)


def tracked(xml: str) -> str:
    """Every text inserted, another one deleted before it."""
    gone = '<w:del w:id="1" w:author="x"><w:r><w:delText>đã bỏ 999</w:delText></w:r></w:del>'
    return _TEXT.sub(lambda found: f'{gone}<w:ins w:id="2" w:author="x">{found[0]}</w:ins>', xml)


def linked(xml: str) -> str:
    """Every text a link."""
    return _TEXT.sub(lambda found: f'<w:hyperlink w:anchor="x">{found[0]}</w:hyperlink>', xml)


def computed(xml: str) -> str:
    """The text of every cell the result of a field."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=1+1</w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return _CELL_TEXT.sub(lambda found: f"{found[1]}{begin}{found[2]}{end}{found[3]}", xml)


def apart(xml: str) -> str:
    """Letters and their marks apart, as some computers write them."""
    return unicodedata.normalize("NFD", xml)


def hard_blanks(xml: str) -> str:
    """No-break spaces between words."""
    return _TEXT.sub(lambda found: found[0].replace(found[3], found[3].replace(" ", "\u00a0")), xml)


def framed_body(xml: str) -> str:
    """Everything inside one content control."""
    xml = xml.replace("<w:body>", "<w:body><w:sdt><w:sdtContent>", 1)
    at = (
        xml.rfind("<w:sectPr>")
        if xml.rstrip().endswith("</w:sectPr></w:body></w:document>")
        else xml.rfind("</w:body>")
    )
    return f"{xml[:at]}</w:sdtContent></w:sdt>{xml[at:]}"


def strict(content: bytes) -> bytes:
    """The same as "Strict Open XML"."""
    parts: dict[str, str | bytes] = {}
    usual, other = (
        "schemas.openxmlformats.org/wordprocessingml/2006/main",
        "purl.oclc.org/ooxml/wordprocessingml/main",
    )
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        for name in old.namelist():
            parts[name] = old.read(name).replace(usual.encode(), other.encode())
    return package(parts)


def by_libre_office(content: bytes, folder: Path, way: str = "docx") -> bytes | None:
    """The file as LibreOffice writes it anew, by way of its own kind perhaps; None where it is missing."""
    program = shutil.which("soffice")
    if program is None:
        return None
    source = folder / "bao-cao.docx"
    source.write_bytes(content)
    for kind, target in (("odt", "a"), ("docx", "b")) if way == "odt" else (("docx", "b"),):
        out = folder / target
        command = [
            program,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            kind,
        ]
        subprocess.run(
            [*command, "--outdir", str(out), str(source)], check=True, timeout=100, capture_output=True
        )
        source = out / f"bao-cao.{kind}"
    return source.read_bytes()
