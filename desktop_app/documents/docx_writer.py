"""Write a document as a Word file: real heading styles, sections with their own page numbers."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
from docx.document import Document as WordFile
from docx.oxml import parse_xml

from desktop_app.documents.docx_footnotes import put_footnotes
from desktop_app.documents.docx_styles import put_styles
from desktop_app.documents.docx_xml import NAMESPACE, section_xml, style_id, twips
from desktop_app.documents.dump import paragraphs
from desktop_app.documents.metrics import MM_PER_POINT
from desktop_app.documents.model import Document, PageSection, legal
from desktop_app.documents.settings import PAGE_HEIGHT, PAGE_WIDTH, PrintSettings

HEADER = 10.0
_LEFTOVERS = ("thumbnail", "customXml", "stylesWithEffects", "numbering")
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_docx(document: Document) -> bytes:
    """The file's bytes; the same document gives the same bytes."""
    word = docx.Document()
    _drop_leftovers(word)
    used = {paragraph.style for section in document.sections for paragraph in paragraphs(section.blocks)}
    put_styles(word, document.settings, used)
    _describe(word, document)
    header = _page_number_header(word)
    _put_body(word, document, header)
    put_footnotes(word, document)
    stream = io.BytesIO()
    word.save(stream)
    return _without_times(stream.getvalue())


def _put_body(word: WordFile, document: Document, header: str) -> None:
    """All sections as one parsed document; the last section's properties close it.

    It takes the place of the template's whole tree: rows moved from one tree into another take
    time with the square of their number.
    """
    parts: list[str] = []
    settings = document.settings
    for number, section in enumerate(document.sections):
        room = settings.text_height(section.landscape) / MM_PER_POINT
        parts += section_xml(section, settings.text_width(section.landscape), room)
        properties = _properties(section, settings, header)
        if number < len(document.sections) - 1:
            parts.append(f"<w:p><w:pPr>{_TINY}{properties}</w:pPr></w:p>")
        else:
            parts.append(properties)
    spaces = f'xmlns:w="{NAMESPACE}" xmlns:r="{_RELATIONS}"'
    whole = f"<w:document {spaces}><w:body>{''.join(parts)}</w:body></w:document>"
    word.part._element = parse_xml(whole)


_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


def _properties(section: PageSection, settings: PrintSettings, header: str) -> str:
    """Page size, margins, restarted numbers and no number on the first page."""
    size = (PAGE_HEIGHT, PAGE_WIDTH) if section.landscape else (PAGE_WIDTH, PAGE_HEIGHT)
    numbers = "" if section.continues else '<w:pgNumType w:start="1"/><w:titlePg/>'
    turned = ' w:orient="landscape"' if section.landscape else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{twips(size[0])}" w:h="{twips(size[1])}"{turned}/>'
        f'<w:pgMar w:top="{twips(settings.top)}" w:right="{twips(settings.right)}" '
        f'w:bottom="{twips(settings.bottom)}" w:left="{twips(settings.left)}" '
        f'w:header="{twips(HEADER)}" w:footer="{twips(HEADER)}" w:gutter="0"/>'
        f"{numbers}</w:sectPr>"
    )


def _page_number_header(word: WordFile) -> str:
    """A header part with the page number; returns the id of its relationship."""
    section = word.sections[0]
    paragraph = section.header.paragraphs[0]
    field = parse_xml(
        f'<w:p xmlns:w="{NAMESPACE}"><w:pPr><w:pStyle w:val="{style_id("page_number")}"/></w:pPr>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
    )
    paragraph._p.getparent().replace(paragraph._p, field)
    (reference,) = section._sectPr.xpath("w:headerReference")
    return reference.get(f"{{{_RELATIONS}}}id")


def _drop_leftovers(word: WordFile) -> None:
    """Take out what the library's template carries along: a part without a relation goes."""
    for source in (word.part.package, word.part):
        for name, relation in list(source.rels.items()):
            if relation.reltype.rpartition("/")[2] in _LEFTOVERS:
                source.rels.pop(name)
    settings = word.settings.element
    for name in ("rsids", "savePreviewPicture"):
        for element in settings.findall(f"{{{NAMESPACE}}}{name}"):
            settings.remove(element)


def _describe(word: WordFile, document: Document) -> None:
    """Fixed properties: nothing of this computer or of the moment goes into the file."""
    properties = word.core_properties
    properties.title = legal(document.title[:250])
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = "vi-VN"
    properties.created = properties.modified = datetime(2000, 1, 1)
    properties.revision = 1


def _without_times(content: bytes) -> bytes:
    """The package with fixed times in its directory."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            fixed = zipfile.ZipInfo(info.filename, _NO_TIME)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(info.filename), compresslevel=6)
    return out.getvalue()
