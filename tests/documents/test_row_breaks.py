"""Where tables are cut: rows stay whole, tall ones do not, and no page is left with next to nothing."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.documents.row_breaks import FEWEST_ROWS, MOST_BLANK, Cut, Rows

PAGE, LEAST = 100.0, 4.0


def rows(*heights: float, joined: Sequence[int] = (), ending: float = 0) -> Rows:
    return Rows(heights, [n in joined for n in range(len(heights))], ending, PAGE, LEAST)


def test_rows_stay_whole() -> None:
    assert rows(20, 20, 20, 20, 20, 20, 20, 20).cut(70) == Cut(3)


def test_a_row_taller_than_a_quarter_of_a_page_is_split_where_the_page_ends() -> None:
    assert rows(20, 50, 20, 20, 20).cut(60) == Cut(1, 40)


def test_a_row_is_not_split_for_less_than_two_lines() -> None:
    assert rows(20, 50, 20, 20, 20).cut(23) == Cut(1)
    assert rows(20, 50, 20, 20, 20).cut(69) == Cut(1, 46)


def test_the_last_page_has_three_rows() -> None:
    assert rows(*[10] * 11).cut(100) == Cut(8)
    assert rows(*[10] * 10, ending=3).cut(100) == Cut(7)


def test_the_end_of_a_table_never_stands_alone() -> None:
    assert rows(*[5] * 10, ending=5).cut(50) == Cut(7)


def test_a_small_table_is_not_cut() -> None:
    assert rows(5, 5, 5).cut(12) == Cut(0)


def test_no_page_has_only_the_end_of_a_note() -> None:
    row, inside = rows(20, 60, ending=2).cut(75)

    assert row == 1
    assert 60 - inside + 2 >= MOST_BLANK * PAGE


def test_rows_under_one_merged_cell_stay_together_while_they_are_few() -> None:
    assert rows(20, 5, 5, 5, 20, 20, 20, 20, joined=(1, 2)).cut(32) == Cut(1)
    assert rows(20, *[10] * 6, 20, 20, 20, joined=range(1, 6)).cut(45) == Cut(3)


HEIGHTS = st.lists(st.floats(1.5, 240), min_size=1, max_size=40)


@given(HEIGHTS, st.floats(0, 20), st.floats(20, 100))
def test_pages_are_filled_and_the_last_one_is_in_company(
    heights: list[float], ending: float, room: float
) -> None:
    left = tuple(heights)
    for _ in range(200):
        if sum(left) + ending <= room:
            break
        cut = rows(*left, ending=ending).cut(room)
        assert cut != Cut(0) or room < PAGE or sum(left) <= MOST_BLANK * PAGE + max(left), "no way on"
        above = sum(left[: cut.row]) + cut.inside
        assert above <= room + 1e-6
        low = all(height <= MOST_BLANK * PAGE for height in left[: cut.row + 1])
        rest = (*([left[cut.row] - cut.inside] if cut.row < len(left) else ()), *left[cut.row + 1 :])
        assert (
            len(rest) >= min(FEWEST_ROWS, len(left)) or sum(rest) + ending >= MOST_BLANK * PAGE / 2 or not low
        )
        if len(rest) > FEWEST_ROWS and not cut.inside:
            assert room - above <= MOST_BLANK * PAGE + 1e-6 or left[cut.row] - LEAST < room - above + LEAST
        if cut == Cut(0):
            break
        left, room = rest, PAGE
    else:
        raise AssertionError("endless")
