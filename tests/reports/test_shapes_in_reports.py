"""Cells and added lines where a report is read: progress, what is missing, numbers to bind, search, trend."""

from __future__ import annotations

import re

from desktop_app.base.periods import Period
from desktop_app.checking.plan import Plan
from desktop_app.reports.number_choices import number_choices
from desktop_app.reports.progress import is_untouched, tab_line, tab_progress
from desktop_app.reports.readiness import look
from desktop_app.reports.trend import Past, compared
from desktop_app.reports.why import why_row
from desktop_app.searching.hits import Hit, looking_for, place_name, search
from tests.support.editions import a_session, an_edition
from tests.support.shaped import FOLDER, report_on, session_on


def test_progress_counts_what_is_to_be_typed() -> None:
    filled = report_on("wide", b1__2="5", b1__2__moi="2", b1__2__truoc="9")

    assert tab_progress(filled, "b1").filled == 2
    assert tab_line(filled, "b1") == "Biểu 01a/CCHC · Giải quyết TTHC · 2/48 ô số liệu"


def test_a_list_wants_no_more_lines_than_it_has() -> None:
    assert tab_line(report_on("lists"), "d1").endswith(" · 0 dòng")
    filled = report_on("lists", d1__2__so="12/QĐ-UBND")
    assert tab_line(filled, "d1").endswith(" · 2 dòng")
    assert tab_progress(filled, "d1").share == 1


def test_what_is_missing_names_each_row_once() -> None:
    (found,) = [f for f in look(report_on("wide")) if f.code == "missing.figures"]

    assert found.message.startswith("Biểu 01a/CCHC: 6 dòng chưa đủ số liệu: ")
    assert "b1.2.moi" in found.keys and "b1.2.truoc" not in found.keys and "b1.2.gq" not in found.keys


def test_a_list_that_is_complete_without_a_line_is_nothing_to_report() -> None:
    def told(complete: bool) -> list[tuple[str, str]]:
        filled = report_on("lists", **({"done__d1": "1"} if complete else {}))
        return [(f.level, f.message) for f in look(filled) if f.keys[0].startswith("d1.")]

    assert told(complete=False) == [("note", "Danh mục 1 chưa có dòng nào.")]
    assert told(complete=True) == []


def test_a_list_that_the_form_asks_for_may_not_be_empty() -> None:
    texts = [(FOLDER / "lists" / name).read_text("utf-8") for name in ("edition.toml", "d1.toml")]
    session = a_session(
        Plan(an_edition(texts[0], texts[1].replace("repeats = true", "repeats = true\nrequired = true")))
    )
    session.edit("done.d1", "1")
    assert [(f.level, f.keys) for f in look(session.filled) if f.code == "missing.figures"] == [
        ("error", ("d1.1.so",))
    ]
    session.edit("d1.1.so", "1/QĐ")
    assert not [f for f in look(session.filled) if f.code == "missing.figures"]


def test_a_line_takes_back_the_mark_of_its_table() -> None:
    session = session_on("lists", done__d1="1")
    session.edit("d1.1.so", "1/QĐ")
    assert not session.filled.text("done.d1")
    wide = session_on("wide", done__b1="1")
    wide.edit("earlier.b1.2.luy_ke", "7")
    assert not wide.filled.text("done.b1")


def test_a_report_that_only_looks_back_is_untouched() -> None:
    session = session_on("wide")
    session.edit_many("Lấy", {"b1.2.truoc": "5"}, carried=True)
    assert is_untouched(session.filled)
    session.edit("b1.2.moi", "5")
    assert not is_untouched(session.filled)


def test_cells_can_be_bound_and_lines_cannot() -> None:
    found = {one.key: one for one in number_choices(report_on("wide", b1__2__moi="7"), "opening")}
    assert found["b1.2.moi"].shown == "7" and "cột «Trực tuyến»" in found["b1.2.moi"].place
    assert [one.key for one in number_choices(report_on("lists"), "opening")] == ["d3.1"]


def test_words_are_found_in_cells_and_lines() -> None:
    def places(shape: str, words: str, **typed: str) -> list[str]:
        filled = report_on(shape, **typed)
        hits: list[Hit] = [hit for some in search(filled, looking_for(re.compile(words))) for hit in some]
        return [place_name(filled, hit) for hit in hits]

    assert places("lists", "Quyết định", d1__3__trich_yeu="Quyết định về…") == [
        "Danh mục 1, dòng 3, cột «Trích yếu nội dung»"
    ]
    assert set(places("wide", "1234", b1__3__som="1234")) == {"Biểu 01a/CCHC, dòng 2, cột «Trước hạn»"}


def test_trend_compares_cells_but_not_those_that_show_the_past() -> None:
    filled = report_on("wide", b1__2="5", b1__2__moi="3", b1__2__truoc="9")
    before = Past(Period(2025, "Q4"), {"b1.2.moi": "1", "b1.2.truoc": "4"})
    assert [one.key for one in compared(filled, before, [before])] == ["b1.2", "b1.2.moi", "b1.2.luy_ke"]


def test_why_tells_what_a_sum_over_the_year_is_made_of() -> None:
    filled = report_on("wide", b1__2="5", earlier__b1__2__luy_ke="40")
    links = why_row(filled, "b1.2.luy_ke")
    assert [(link.key, link.shown) for link in links][:3] == [
        ("b1.2.luy_ke", "45"), ("b1.2", "5"), ("earlier.b1.2.luy_ke", "40"),
    ]  # fmt: skip
    assert links[2].place.endswith("cột «Lũy kế từ đầu năm», đến hết kỳ trước")
