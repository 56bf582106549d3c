"""The styles table as the styles of a Word file."""

from __future__ import annotations

from collections.abc import Collection

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from desktop_app.documents.docx_xml import CELL_MARGIN, NAMESPACE, REFERENCE, style_id, twips
from desktop_app.documents.settings import PrintSettings
from desktop_app.documents.styles import STYLES, Style, size_of, spacing_of
from desktop_app.documents.text_lines import CELL_BOTTOM, CELL_TOP

FONT = "Times New Roman"
LINE_WIDTH = 0.5
"""Points that a line between rows takes of their height; in a PDF it takes none."""
_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def put_styles(word: WordFile, settings: PrintSettings, used: Collection[str] = ()) -> None:
    """Replace the template's styles by ours: defaults, paragraphs, headings, two tables.

    used: names of styles of which the file needs those that are seldom needed.
    """
    styles = word.styles.element
    for old in list(styles):
        if old.tag in (qn("w:style"), qn("w:docDefaults"), qn("w:latentStyles")):
            styles.remove(old)
    kept = (style for style in STYLES.values() if not style.seldom or style.name in used)
    paragraphs = (_paragraph_style(style, settings) for style in kept)
    content = [_defaults(), *paragraphs, _REFERENCE, *_tables()]
    whole = parse_xml(f'<w:styles xmlns:w="{NAMESPACE}">{"".join(content)}</w:styles>')
    for element in list(whole):
        styles.append(element)


def _defaults() -> str:
    fonts = "".join(f' w:{slot}="{FONT}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:sz w:val="28"/>'
        '<w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        "</w:style>"
    )


def _paragraph_style(style: Style, settings: PrintSettings) -> str:
    identity = style_id(style.name)
    words_own = {"Heading": f"heading {style.level}", "FootnoteText": "footnote text"}
    own = words_own.get(identity.rstrip("123456789"), "")
    name = own or f"CCHC {style.name.replace('_', ' ')}"
    before, after, line = spacing_of(style, settings)
    size = round(size_of(style, settings) * 2)
    indent = twips(settings.indent) if style.body and style.align == "justify" else 0
    keep = "<w:keepNext/>" if style.keep_next else ""
    lines = "<w:keepLines/>" if style.ends_table else ""
    outline = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    face = ("<w:b/><w:bCs/>" if style.bold else "") + ("<w:i/><w:iCs/>" if style.italic else "")
    custom = "" if own else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{identity}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{keep}{lines}<w:widowControl/>"
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
        f'w:line="{round(line * 240)}" w:lineRule="auto"/>'
        f'<w:ind w:firstLine="{indent}"/><w:jc w:val="{_ALIGN[style.align]}"/>{outline}</w:pPr>'
        f'<w:rPr>{face}<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        "</w:style>"
    )


_REFERENCE = (
    f'<w:style w:type="character" w:styleId="{REFERENCE}"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def _tables() -> tuple[str, str]:
    """The look of both kinds of table: with lines and room above and below the text, and without."""
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )

    def table(identity: str, borders: str, top: float, bottom: float) -> str:
        margins = "".join(
            f'<w:{side} w:w="{width}" w:type="dxa"/>'
            for side, width in (
                ("top", round(top * 20)), ("left", CELL_MARGIN), ("bottom", round(bottom * 20)),
                ("right", CELL_MARGIN),
            )
        )  # fmt: skip
        return (
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{identity}"/>'
            f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar>{margins}</w:tblCellMar>'
            "</w:tblPr></w:style>"
        )

    lines = f"<w:tblBorders>{edges}</w:tblBorders>"
    return table("CCHCUnruled", "", 0, 0), table("CCHCRuled", lines, CELL_TOP, CELL_BOTTOM - LINE_WIDTH)
