"""Sections are called by the numbers printed over them, else by their words, never by a key."""

from __future__ import annotations

from desktop_app.checking.plan import Plan
from desktop_app.forms.section_names import part_name
from tests.support.editions import SMALL, an_edition
from tests.support.shapes import OUTLINE


def test_numbers_name_a_section_words_the_others() -> None:
    names = Plan(an_edition(*OUTLINE)).names
    assert [names[f"s{n}"] for n in (1, 2, 6, 10)] == ["Mục I", "Mục I.1", "Mục II.1.a", "Mục II.1.b"]
    assert [names[f"s{n}"] for n in (7, 11, 12)] == [
        "Mục «Rà soát»",
        "Mục «KIẾN NGHỊ»",
        "Câu kết của báo cáo",
    ]


def test_a_number_that_stands_twice_names_nothing() -> None:
    second = '[[section]]\nkey = "x"\nlevel = "heading"\ntab = "I"\nnumber = "1."\ntitle = "Việc khác"\n'
    third = second.replace('"x"', '"y"').replace("Việc khác", "Việc nữa")
    names = Plan(an_edition(f"{SMALL}\n{second}\n{third}")).names
    assert names["x"] == "Mục «Việc khác»"
    assert names["I.1"] == "Mục I.1"
    assert names["I.1.tasks"] == "Mục I.1, số nhiệm vụ"


def test_a_tab_that_says_what_it_is_keeps_its_words() -> None:
    assert [part_name(tab) for tab in ("II", "B (2)", "Phần A", "Nội dung")] == [
        "Phần II", "Phần B (2)", "Phần A", "Nội dung",
    ]  # fmt: skip
