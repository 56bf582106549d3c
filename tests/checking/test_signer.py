"""A title before the signer's name is a warning; names alone are none."""

from __future__ import annotations

import pytest

from desktop_app.checking.signer import title_before
from tests.support.real import sample_session


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("TS. Nguyễn Văn A", "TS."),
        ("ThS Nguyễn Văn A", "ThS"),
        ("Ths.Nguyễn Văn A", "Ths."),
        ("PGS.TS. Nguyễn Văn A", "PGS.TS."),
        ("PGS, TS Nguyễn Văn A", "PGS, TS"),
        ("BS. CK II Lê Thị B", "BS. CK II"),
        ("BSCKII. Lê Thị B", "BSCKII."),
        ("KS. Trần C", "KS."),
        ("CN. Trần C", "CN."),
        ("GS-TSKH Trần C", "GS-TSKH"),
        ("tiến  sỹ Trần C", "tiến  sỹ"),
        ("Phó Giáo sư, Tiến sĩ Trần C", "Phó Giáo sư, Tiến sĩ"),
        ("Nhà giáo ưu tú Trần C", "Nhà giáo ưu tú"),
        ("Nguyễn Văn A", ""),
        ("Lê Thị Bác Sĩ", ""),
        ("Bùi Sĩ Kỳ", ""),
        ("Tsan Thị Cn", ""),
        ("", ""),
    ],
)
def test_titles_are_told_from_names(typed: str, title: str) -> None:
    assert title_before(typed) == title


def test_a_signer_with_a_title_is_a_warning_that_names_the_decree() -> None:
    session = sample_session(footer__signer="TS. Nguyễn Văn A")
    (finding,) = (f for f in session.filled.findings() if f.keys == ("footer.signer",))

    assert (finding.code, finding.level, finding.expected) == ("V3", "warning", "Nguyễn Văn A")
    assert "«TS.»" in finding.message and "Nghị định 30/2020/NĐ-CP" in finding.source

    session.edit("footer.signer", "Nguyễn Văn A")
    assert not [f for f in session.filled.findings() if f.keys == ("footer.signer",)]
