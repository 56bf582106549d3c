"""Cells that look back: filled when a report is begun, brought anew by one step, through moved forms too."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.base.paths import resources
from desktop_app.services.earlier import bring_earlier
from desktop_app.services.library import Library
from desktop_app.services.services import Services
from tests.support.library import services_in
from tests.support.shaped import FOLDER


@pytest.fixture(name="services")
def _services(tmp_path: Path) -> Iterator[Services]:
    forms = tmp_path / "resources"
    shutil.copytree(resources(), forms, ignore=shutil.ignore_patterns("fonts", "icons", "guide*"))
    for shape in ("wide", "lists", "minimal"):
        shutil.copytree(FOLDER / shape, forms / "forms" / shape / "2025")
    (forms / "forms/wide/2026").mkdir()
    _write_newer(forms / "forms/wide")
    with services_in(tmp_path / "data", forms) as services:
        yield services


def _write_newer(folder: Path) -> None:
    """A newer edition of the wide form: one row has another key, and says which it follows."""
    for name in ("edition.toml", "b1.toml"):
        text = (folder / "2025" / name).read_text("utf-8")
        text = text.replace('id = "form-wide"', 'id = "form-wide-new"').replace("2025-Q1", "2027-Q1")
        text = text.replace('key = "b1.2"', 'key = "b1.20"\nwas = ["b1.2"]').replace('["b1.2",', '["b1.20",')
        (folder / "2026" / name).write_text(text, "utf-8")


def begun(library: Library, period: str, **typed: str) -> str:
    """A report on the wide form."""
    report_id = library.create(period, "form-wide")
    session = library.open(report_id)
    session.edit_many(
        "Gõ", {"header.agency": "UBND tỉnh"} | {k.replace("__", "."): v for k, v in typed.items()}
    )
    return report_id


def test_the_next_period_begins_with_the_numbers_before(services: Services) -> None:
    library = services.library
    begun(library, "2025-Q2", b1__2="77", b1__3="chưa rõ")
    first = begun(library, "2026-Q1", b1__2="1.023", b1__3="không có số", b1__2__moi="5")
    second = library.create_next(first, "2026-Q2")

    filled = library.read(second)
    assert filled.text("b1.2.truoc") == "1.023" and filled.is_carried("b1.2.truoc")
    assert filled.text("b1.2.cung_ky") == "77" and filled.is_carried("b1.2.cung_ky")
    assert filled.text("earlier.b1.2.luy_ke") == "1.023"
    assert not filled.text("b1.3.truoc") and not filled.text("b1.2.moi") and not filled.text("b1.2")
    session = library.open(second)
    session.edit("b1.2", "1.000")
    assert session.filled.shown("b1.2.luy_ke") == "2.023"
    session.edit("b1.2.truoc", "1.024")
    assert not session.filled.is_carried("b1.2.truoc")


def test_a_sum_over_the_year_begins_anew_with_the_year(services: Services) -> None:
    last = begun(services.library, "2025-Y", b1__2="900")
    filled = services.library.read(services.library.create_next(last, "2026-Q1"))

    assert filled.text("b1.2.truoc") == "900"
    assert not filled.text("earlier.b1.2.luy_ke")


def test_numbers_are_brought_anew_in_one_step(services: Services) -> None:
    library = services.library
    first = begun(library, "2026-Q1", b1__2="10")
    second = library.create_next(first, "2026-Q2")
    library.open(first).edit("b1.2", "12")
    session = library.open(second)
    session.edit("b1.3.truoc", "3")
    session.edit("b1.2.truoc", "99")

    bring_earlier(library, session)
    assert session.filled.text("b1.2.truoc") == "12" and session.filled.is_carried("b1.2.truoc")
    assert session.filled.text("earlier.b1.2.luy_ke") == "12"
    assert session.filled.text("b1.3.truoc") == "3"
    assert session.history.undo_label == "Lấy lại số kỳ trước"
    session.undo()
    assert session.filled.text("b1.2.truoc") == "99" and session.filled.text("earlier.b1.2.luy_ke") == "10"
    assert library.read(second).text("b1.2.truoc") == "99"


def test_a_report_that_was_begun_empty_finds_them_by_its_agency(services: Services) -> None:
    library = services.library
    begun(library, "2026-Q1", b1__2="10")
    empty = library.open(library.create("2026-Q2", "form-wide"))
    with pytest.raises(UserFault, match="chưa có báo cáo kỳ trước"):
        bring_earlier(library, empty)
    empty.edit("header.agency", "UBND tỉnh")
    bring_earlier(library, empty)
    assert empty.filled.text("b1.2.truoc") == "10"


def test_a_form_without_such_columns_says_so(services: Services) -> None:
    session = services.library.open(services.library.create("2026-Q1", "form-minimal"))
    with pytest.raises(UserFault, match="không có cột nào lấy số"):
        bring_earlier(services.library, session)


def test_numbers_come_through_a_form_that_moved(services: Services) -> None:
    library = services.library
    last = begun(library, "2026-Q1", b1__2="10", b1__3="4")
    filled = library.read(library.create_next(last, "2027-Q1", "form-wide-new"))

    assert filled.report.edition_id == "form-wide-new"
    assert filled.text("b1.20.truoc") == "10" and filled.text("b1.20.cung_ky") == "10"


def test_a_list_begins_empty(services: Services) -> None:
    library = services.library
    first = library.create("2026-Q1", "form-lists")
    library.open(first).edit_many("Gõ", {"header.agency": "Sở", "d1.1.so": "12/QĐ", "opening": ""})
    filled = library.read(library.create_next(first, "2026-Q2"))

    assert filled.text("header.agency") == "Sở" and not filled.text("d1.1.so")
