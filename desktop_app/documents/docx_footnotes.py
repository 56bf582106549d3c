"""Footnotes as a Word file has them: a part of their own, numbered by Word, each line a paragraph."""

from __future__ import annotations

from xml.sax.saxutils import escape

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from desktop_app.documents.docx_xml import NAMESPACE, REFERENCE, style_id
from desktop_app.documents.dump import noted
from desktop_app.documents.model import Document, Run, legal

_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
"""The rules above the notes of a page, and above those that go on from the page before."""


def put_footnotes(word: WordFile, document: Document) -> None:
    """Add the part with all footnotes and what points to it; nothing for a document without any."""
    notes = noted(document)
    if not notes:
        return
    entries = [*(_separator(*one) for one in _SEPARATORS), *map(_footnote, notes)]
    content = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:footnotes xmlns:w="{NAMESPACE}">{"".join(entries)}</w:footnotes>'
    )
    name = PackURI("/word/footnotes.xml")
    made = Part(name, CONTENT_TYPE.WML_FOOTNOTES, content.encode(), word.part.package)
    word.part.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)
    _say_separators(word)


def _say_separators(word: WordFile) -> None:
    """Name the separators in the settings, at the place that their schema gives them."""
    named = "".join(f'<w:footnote w:id="{number}"/>' for number, _ in _SEPARATORS)
    element = parse_xml(f'<w:footnotePr xmlns:w="{NAMESPACE}">{named}</w:footnotePr>')
    settings = word.settings.element
    settings.find(f"{{{NAMESPACE}}}compat").addprevious(element)


def _separator(number: int, kind: str) -> str:
    return (
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
        f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    )


def _footnote(run: Run) -> str:
    """One footnote under its number; the sign before its first line is Word's own."""
    sign = f'<w:r><w:rPr><w:rStyle w:val="{REFERENCE}"/></w:rPr><w:footnoteRef/></w:r>'
    first, *further = escape(legal(run.note)).split("\n")
    lines = [_line(f" {first}", sign), *map(_line, further)]
    return f'<w:footnote w:id="{run.text}">{"".join(lines)}</w:footnote>'


def _line(text: str, sign: str = "") -> str:
    style = f'<w:pPr><w:pStyle w:val="{style_id("footnote")}"/></w:pPr>'
    return f'<w:p>{style}{sign}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
