"""What each stretch of a page is: headings, paragraphs, tables; for programs that read a PDF aloud.

ISO 32000-1, 14.7 and 14.8. reportlab has the entries of the catalogue, but nothing that fills them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObject
from reportlab.pdfgen.canvas import Canvas


class Element(PDFObject):
    """One element of the structure, such as "H1", "P", "Table", "TR", "TD", with what it holds."""

    __RefOnly__ = 1

    def __init__(self, kind: str, parent: PDFObject, attributes: str = "") -> None:
        self.kind, self.parent, self.attributes = kind, parent, attributes
        self.below: list[Element] = []
        self.content: list[tuple[int, int]] = []
        """Page and number of each stretch of its own content."""
        if isinstance(parent, Element):
            parent.below.append(self)

    def format(self, document: PDFDocument) -> bytes:
        """Its dictionary; written by hand, as there are a thousand of them."""
        kids = [_number(element, document) for element in self.below]
        on_page = b""
        if self.content:
            first = self.content[0][0]
            pages = document.Pages.pages
            on_page = b"/Pg %s" % _number(pages[first], document)
            for page, number in self.content:
                elsewhere = b"<</Type/MCR/Pg %s/MCID %d>>" % (_number(pages[page], document), number)
                kids.append(b"%d" % number if page == first else elsewhere)
        kind, more = self.kind.encode(), self.attributes.encode()
        parent = _number(self.parent, document)
        return b"<</S/%s/P %s%s%s/K[%s]>>" % (kind, parent, on_page, more, b" ".join(kids))


class TaggedCanvas(Canvas):
    """A canvas on which each piece says what it is; it opens with the outline beside the pages."""

    def __init__(self, *words: object, **more: object) -> None:
        super().__init__(*words, **more)
        self._root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        self.whole = Element("Document", self._root)
        self.cell: Element | None = None
        """The cell whose pieces are being drawn."""
        self._marks: list[list[Element]] = [[]]
        self.silent = False
        """Whether what is drawn is no content."""
        self.showOutline()

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile is content of the element."""
        if self.silent:
            yield
            return
        here = self._marks[-1]
        element.content.append((len(self._marks) - 1, len(here)))
        self.addLiteral(f"/{element.kind} <</MCID {len(here)}>> BDC")
        here.append(element)
        yield
        self.addLiteral("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn meanwhile is no content: lines, page numbers, heads that are repeated."""
        self.addLiteral("/Artifact BMC")
        self.silent = True
        yield
        self.silent = False
        self.addLiteral("EMC")

    def showPage(self) -> None:  # noqa: N802
        """The next page begins."""
        super().showPage()
        self._marks.append([])

    def save(self) -> None:
        """Write the file, with its structure."""
        if self._code:
            self.showPage()
        document = self._doc
        numbers: list[object] = []
        for number, (page, marks) in enumerate(zip(document.Pages.pages, self._marks, strict=False)):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
            numbers += [number, PDFArray([document.Reference(element) for element in marks])]
        self._root.dict |= {
            "K": PDFArray([document.Reference(self.whole)]),
            "ParentTree": PDFDictionary({"Nums": PDFArray(numbers)}),
            "ParentTreeNextKey": len(self._marks),
        }
        self.setCatalogEntry("StructTreeRoot", self._root)
        self.setCatalogEntry("MarkInfo", PDFDictionary({"Marked": "true"}))
        super().save()


def _number(item: PDFObject, document: PDFDocument) -> bytes:
    """The reference to an object, registered when it has none yet."""
    return document.Reference(item).format(document)
