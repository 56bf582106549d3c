"""Two empty signature fields in a PDF: the official's between title and name, the agency's beside it.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7.d and II.8.a: the seal covers about a third of the
signature at its left. The decree sets no sizes; these are ours.
"""

from __future__ import annotations

import io

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from desktop_app.base import known_keys
from desktop_app.documents.metrics import MM_PER_POINT
from desktop_app.documents.print_positions import PrintPositions
from desktop_app.documents.settings import PAGE_HEIGHT

PERSON, AGENCY = "NguoiKy", "CoQuan"
PERSON_SIZE, AGENCY_SIZE = (50.0, 25.0), (40.0, 40.0)
GAP = 1.0


def add_signature_fields(content: bytes, places: PrintPositions) -> bytes:
    """The same file with both fields on the page of the signature; unchanged without a signature."""
    name = places.of(known_keys.SIGNER)
    if name is None:
        return content
    middle = (name.left + name.width / 2) * MM_PER_POINT
    bottom = PAGE_HEIGHT - name.top * MM_PER_POINT + GAP
    left = middle - PERSON_SIZE[0] / 2
    seal_left = left + PERSON_SIZE[0] / 3 - AGENCY_SIZE[0]
    seal_bottom = bottom + (PERSON_SIZE[1] - AGENCY_SIZE[1]) / 2
    file = IncrementalPdfFileWriter(io.BytesIO(content))
    person, agency = (PERSON, left, bottom, PERSON_SIZE), (AGENCY, seal_left, seal_bottom, AGENCY_SIZE)
    for field, x, y, size in (person, agency):
        box = (_points(x), _points(y), _points(x + size[0]), _points(y + size[1]))
        append_signature_field(file, SigFieldSpec(field, on_page=name.page, box=box))
    out = io.BytesIO()
    file.write(out)
    return out.getvalue()


def _points(length: float) -> int:
    """Whole points for millimetres."""
    return round(length / MM_PER_POINT)
