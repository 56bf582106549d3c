"""Numbers of the words that can be bound to the rows they speak of, as data."""

from __future__ import annotations

import pytest

from desktop_app.proofreading.figures.offers import offers
from desktop_app.proofreading.passages import passages
from desktop_app.reports.binding import ToBind, bound_texts
from desktop_app.reports.filled_report import FilledReport, with_entries
from desktop_app.reports.prose import to_plain
from desktop_app.reports.report import Entry
from desktop_app.reports.session import Session
from tests.support.editions import NotedStore
from tests.support.real import sample_session


def offered(name: str) -> dict[tuple[str, str], str]:
    return {(offer.key, offer.text): offer.row for offer in offers(sample_session(name).filled)}


def test_a_number_is_offered_to_the_row_that_it_speaks_of() -> None:
    found = offered("2025-y")

    assert found[("I.5", "412")] == "bm1.4.1"
    assert found[("I.5", "08")] == "bm1.4.1.2"
    assert found[("II.5.a", "8.642.500")] == "bm6.1.1"
    assert found[("II.2.c", "99,11%")] == "bm3.3.1"
    assert found[("II.4.c", "05")] == "bm5.4.3"


def test_rows_of_one_label_are_told_apart_by_what_stands_above_them() -> None:
    found = offered("2023-q1")

    assert (found[("I.3", "44")], found[("I.3", "186")]) == ("pl1.8.1", "pl1.7.1")
    assert (found[("I.3", "05")], found[("I.3", "09")]) == ("pl1.8.4", "pl1.7.3")


@pytest.mark.parametrize("name", ["2025-y", "2026-q1", "2023-q1"])
def test_an_offer_says_where_the_digits_stand_and_their_row_shows_the_number(name: str) -> None:
    filled = sample_session(name).filled
    texts = dict(passages(filled))
    for offer in offers(filled):
        assert texts[offer.key][slice(*offer.span)] == offer.text
        assert filled.shown(offer.row)


def test_a_number_that_moved_away_from_its_row_is_offered_no_more() -> None:
    session = sample_session("2025-y")
    session.edit("bm1.4.1", "413")

    assert ("I.5", "412") not in {(offer.key, offer.text) for offer in offers(session.filled)}


def unstated(name: str) -> FilledReport:
    """The sample without its entered figures: its sentences are all that states them."""
    filled = sample_session(name).filled
    return with_entries(filled, dict.fromkeys(filled.plan.figures, Entry("")))


def test_a_figure_that_no_row_has_is_offered_to_be_bound_by_itself() -> None:
    found = {(offer.key, offer.text): offer.row for offer in offers(unstated("2023-q1"))}

    assert found[("II.3.a", "05")] == "II.3.a.departments"
    assert found[("II.3.c", "101")] == "II.3.c.posts"
    assert found[("II.2", "0%")] == "II.2.overdue_rate"


@pytest.mark.parametrize("name", ["2025-y", "2026-q1", "2023-q1", "2023-q2"])
def test_what_is_offered_changes_no_letter_when_it_is_taken(name: str) -> None:
    filled = unstated(name)
    session = Session(filled, NotedStore())
    before = {key: to_plain(filled.prose(key)) for key in filled.plan.sections}
    wanted: dict[str, list[ToBind]] = {}
    for offer in offers(filled):
        wanted.setdefault(offer.key, []).append(ToBind(offer.span, offer.bound))
    session.edit_many("bind", bound_texts(filled, wanted))

    after = session.filled
    assert {key: to_plain(after.prose(key)) for key in after.plan.sections} == before
    taken = {offer.row for offer in offers(filled) if offer.row in filled.plan.figures}
    assert all(after.text(key) for key in taken)
    assert not {offer.row for offer in offers(after)}
