"""The two empty signature fields: there, named, in their places, and nothing signed."""

from __future__ import annotations

import io

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields

from desktop_app.documents.metrics import MM_PER_POINT
from desktop_app.documents.pdf_signing import add_signature_fields
from desktop_app.documents.print_positions import PrintPositions
from tests.support.printed import pdf_pages, sample_pdf


def boxes(content: bytes) -> dict[str, list[float]]:
    """Each empty field with its edges in mm."""
    found = {}
    for name, value, reference in enumerate_sig_fields(PdfFileReader(io.BytesIO(content))):
        assert value is None
        found[name] = [float(edge) * MM_PER_POINT for edge in reference.get_object()["/Rect"]]
    return found


def test_both_fields_stand_over_the_name_of_the_signer() -> None:
    content, places = sample_pdf()
    found = boxes(add_signature_fields(content, places))
    name = places.of("footer.signer")
    middle = (name.left + name.width / 2) * MM_PER_POINT

    left, bottom, right, top = found["NguoiKy"]
    assert (left + right) / 2 == pytest.approx(middle, abs=1)
    assert (right - left, top - bottom) == (pytest.approx(50, abs=1), pytest.approx(25, abs=1))
    assert bottom >= 297 - name.top * MM_PER_POINT
    assert found["CoQuan"][2] - left == pytest.approx((right - left) / 3, abs=1)


def test_no_word_of_the_file_changes() -> None:
    content, places = sample_pdf()

    assert pdf_pages(add_signature_fields(content, places)) == pdf_pages(content)


def test_a_file_without_a_signature_stays_as_it_is() -> None:
    assert add_signature_fields(b"x", PrintPositions()) == b"x"
