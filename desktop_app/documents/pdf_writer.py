"""Write a document as PDF: A4 sections with their own page numbers, the Times face embedded."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak, PageTemplate

from desktop_app.documents.fonts import Faces
from desktop_app.documents.model import Document, PageSection, legal
from desktop_app.documents.pdf_flow import Flow
from desktop_app.documents.pdf_fonts import Face, choose_face
from desktop_app.documents.pdf_footnotes import FootnoteFrame, LastFootnotes
from desktop_app.documents.pdf_tags import TaggedCanvas
from desktop_app.documents.print_positions import PrintPositions
from desktop_app.documents.settings import PAGE_HEIGHT, PAGE_WIDTH, PrintSettings

HEADER = 10.0
"""Height in mm of the page number over the upper edge, inside the top margin (Mục I.7)."""


def write_pdf(
    document: Document, families: tuple[Faces, ...], on_page: Callable[[int], None] | None = None
) -> tuple[bytes, PrintPositions]:
    """The file's bytes (same document, same bytes) and where each key is printed.

    `on_page` gets each page number when the page begins, and may raise to stop the work.
    Raises EnvironmentFault for a font that is damaged or lacks Vietnamese letters.
    """
    face = choose_face(families)
    flow = Flow(face, document.settings)
    stream = io.BytesIO()
    template = BaseDocTemplate(
        stream, title=legal(document.title), author="", invariant=1, lang="vi-VN", displayDocTitle=True,
        initialFontName=face.names[False, False],  # else a page begins with one that is not embedded
    )  # fmt: skip
    story: list[Flowable] = []
    page: _SectionPages | None = None
    for number, section in enumerate(document.sections):
        before, page = page, _SectionPages(number, section, document.settings, face, on_page)
        page.before = before if section.continues else None
        template.addPageTemplates(page)
        if number:
            story += [NextPageTemplate(page.id), PageBreak()]
        story += [*flow.blocks(section.blocks, page.room), LastFootnotes()]
    template.build(story, canvasmaker=TaggedCanvas)
    return stream.getvalue(), PrintPositions(tuple(flow.places))


class _SectionPages(PageTemplate):
    """The pages of one section: its orientation, and numbers from its second page on."""

    def __init__(
        self, number: int, section: PageSection, settings: PrintSettings, face: Face,
        on_page: Callable[[int], None] | None,
    ) -> None:  # fmt: skip
        size = (PAGE_HEIGHT, PAGE_WIDTH) if section.landscape else (PAGE_WIDTH, PAGE_HEIGHT)
        self.frame = FootnoteFrame(
            settings.left * mm, settings.bottom * mm, settings.text_width(section.landscape) * mm,
            settings.text_height(section.landscape) * mm,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip
        width, height = size[0] * mm, size[1] * mm
        self.room = settings.text_height(section.landscape) * mm
        super().__init__(f"section-{number}", [self.frame], pagesize=(width, height))
        self._on_page = on_page
        self._font = face.names[False, False]
        self._middle = (settings.left + settings.text_width(section.landscape) / 2) * mm
        self._baseline = height - HEADER * mm - 7
        self.first = 0
        """The page of the file that has the number 1, once it is drawn."""
        self.before: _SectionPages | None = None
        """Those whose numbers go on here."""

    def beforeDrawPage(self, canvas: TaggedCanvas, document: object) -> None:  # noqa: N802
        """Draw the number, except on the section's first page."""
        page = canvas.getPageNumber()
        if self._on_page:
            self._on_page(page)
        self.first = self.first or (self.before.first if self.before else page)
        if page > self.first:
            with canvas.artifact():
                canvas.setFont(self._font, 14)
                canvas.drawCentredString(self._middle, self._baseline, str(page - self.first + 1))

    def afterDrawPage(self, canvas: TaggedCanvas, document: BaseDocTemplate) -> None:  # noqa: N802
        """Draw the footnotes; a page that they fill is none of the empty ones that the library counts."""
        if self.frame.draw_footnotes(canvas):
            document._emptyPages = 0
