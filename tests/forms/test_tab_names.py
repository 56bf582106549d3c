"""Tabs of an outline that could not be told from others are faults of the form."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.checking.inspection import inspect
from desktop_app.forms.lint import OF_THE_WINDOW
from desktop_app.forms.tabs import GENERAL, prose_tabs, tables_word
from desktop_app.ui.report_view import CITATIONS, PREVIEW, READY, TRAY
from tests.support.editions import SMALL, an_edition, write_edition
from tests.support.shapes import LIST, OUTLINE, SPLIT


@pytest.mark.parametrize(
    ("tab", "said"), [("pl1", "Phụ lục 1"), ("general", "một thẻ của chương trình"), (" ", "chưa có tên thẻ")]
)
def test_a_tab_has_a_name_of_its_own(tab: str, said: str, tmp_path: Path) -> None:
    faults = inspect(write_edition(tmp_path, SMALL.replace('tab = "I"', f'tab = "{tab}"'))).faults
    assert len(faults) == 1 and said in faults[0]


def test_the_tabs_of_the_window_are_known() -> None:
    assert set(OF_THE_WINDOW) == {GENERAL, PREVIEW, TRAY, CITATIONS, READY}


def test_parts_and_tables_in_words() -> None:
    assert prose_tabs(an_edition(*OUTLINE)) == "các phần I đến III"
    assert prose_tabs(an_edition(*LIST)) == "phần I"
    assert prose_tabs(an_edition(*SPLIT)) == ""
    named = SMALL + '\n[[section]]\nkey = "II"\nlevel = "part"\ntab = "Kiến nghị"\ntitle = "Kiến nghị"\n'
    assert prose_tabs(an_edition(named)) == "các thẻ có lời văn"
    assert (tables_word(an_edition()), tables_word(an_edition(*SPLIT))) == ("phụ lục", "bảng số liệu")
