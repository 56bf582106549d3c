"""Numbers of an imported text that the tables hold too are offered to follow them, never bound unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.reports.bound_numbers import bound_keys
from desktop_app.reports.prose import read_prose, to_plain
from desktop_app.services.word_files import read_word_file, store_reading
from desktop_app.word_import.bound_offers import bound_offers
from desktop_app.word_import.pieces import draft_of_reading
from tests.support.library import services_in
from tests.support.real import EditionsThatShip
from tests.support.word_builds import exported
from tests.support.word_files import p, read, row, rows_of_form, word_file, write

TITLE = p("BÁO CÁO") + p("Công tác cải cách hành chính quý I năm 2026")
PART = p("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC")
PLAN = p("2. Đánh giá, cập nhật tiến độ thực hiện Kế hoạch CCHC")
DONE = row("2.2.", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "60", "")


def offered(words: str) -> dict[str, str]:
    reading = read(word_file(TITLE + PART + PLAN + p(words) + rows_of_form(DONE)))
    plan = EditionsThatShip.plans().plan(reading.edition_id)
    return bound_offers(plan, draft_of_reading(plan, reading))


def test_a_number_that_its_row_holds_is_offered_and_not_a_letter_changes() -> None:
    words = "Kế hoạch năm có 94 nhiệm vụ đề ra, đã hoàn thành 60 nhiệm vụ."
    prose = read_prose(offered(words)["I.2"])

    assert to_plain(prose) == words
    assert bound_keys(prose) == {"bm1.2.1", "bm1.2.2"}


def test_a_number_that_the_row_does_not_hold_is_left() -> None:
    assert offered("Kế hoạch năm có 95 nhiệm vụ, trong tuần 61.") == {}


@pytest.mark.parametrize("name", ["2023-q1", "2025-y"])
def test_a_report_taken_in_with_them_prints_the_same_and_follows_its_tables(
    name: str, tmp_path: Path
) -> None:
    path = write(tmp_path, "r.docx", exported(name))
    with services_in(tmp_path / "data") as services:
        library = services.library
        reading = read_word_file(path, library.plans)
        plain, bound = store_reading(reading, services), store_reading(reading, services, bind=True)
        words = [
            [to_plain(library.read(r).prose(key)) for key in library.read(r).plan.sections]
            for r in (plain, bound)
        ]
        keys = {
            key for s in library.read(bound).plan.sections for key in bound_keys(library.read(bound).prose(s))
        }
        unasked = [bound_keys(library.read(plain).prose(s)) for s in library.read(plain).plan.sections]

    assert words[0] == words[1]
    assert len(keys) >= 8 and not any(unasked)
