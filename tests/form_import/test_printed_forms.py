"""Both forms that ship, printed empty by the program and taken apart again: the same rows and words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop_app.form_import.draft import DraftForm, draft_of
from desktop_app.form_import.read_form import read_form
from desktop_app.forms.lint import faults
from desktop_app.forms.model import Edition, Indicator
from desktop_app.forms.written import compile_edition
from desktop_app.services import press
from desktop_app.services.print_settings import read_settings
from tests.support.library import services_in
from tests.support.real import ROOT, real_plan

PERIODS = {"2022": "2024-Q1", "2025": "2026-Q1"}
REFERENCE = ROOT.parent / "shared/reference/bieu-mau-2025-nam.docx"


@cache
def printed(edition: str, kind: str) -> bytes:
    with TemporaryDirectory() as folder, services_in(Path(folder)) as services:
        filled = services.library.read(services.library.create(PERIODS[edition]))
        if kind == "xlsx":
            return press.xlsx(filled)
        return press.docx(press.compose(filled, read_settings(services.preferences)))


@cache
def taken_apart(edition: str, kind: str) -> DraftForm:
    return draft_of(read_form(printed(edition, kind), f"mau.{kind}"), "Mẫu thử", "2026-Q1", ())


def words(text: str) -> str:
    return " ".join(text.split()).rstrip(";")


def label(row: Indicator) -> str:
    return words(f"{row.label} ({row.remark})" if row.remark else row.label)


def rows(edition: Edition | DraftForm) -> list[tuple[str, str, str]]:
    """Number, label and unit of every row; a choice's answers stand in its unit, or on rows of their own."""
    tables = edition.written.appendices if isinstance(edition, DraftForm) else edition.appendices
    return [(r.number, label(r), unit(r)) for table in tables for r in table.indicators]


def unit(row: Indicator) -> str:
    if row.kind == "choice":
        return "; ".join(sorted(f"{choice.word} = {choice.code}" for choice in row.choices))
    return words(row.unit)


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("edition", PERIODS)
def test_every_row_comes_back_as_it_was_printed(edition: str, kind: str) -> None:
    ours, found = rows(real_plan(edition).edition), rows(taken_apart(edition, kind))

    assert len(found) == len(ours)
    equal = sum(one == other for one, other in zip(ours, found, strict=True))
    wrong = [pair for pair in zip(ours, found, strict=True) if pair[0] != pair[1]]
    assert equal / len(ours) == 1.0, wrong


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("edition", PERIODS)
def test_nearly_every_kind_is_guessed(edition: str, kind: str) -> None:
    ours = [row.kind for row in real_plan(edition).edition.indicators]
    found = [row.kind for row in taken_apart(edition, kind).written.indicators]

    assert sum(one == other for one, other in zip(ours, found, strict=True)) / len(ours) > 0.97


@pytest.mark.parametrize("edition", PERIODS)
def test_every_heading_comes_back_with_its_number(edition: str) -> None:
    ours = [s for s in real_plan(edition).edition.sections if s.title and s.level != "plain"]
    found = [s for s in taken_apart(edition, "docx").written.sections if s.title]

    assert [(s.level, s.number) for s in found] == [(s.level, s.number) for s in ours]
    same = [words(s.title) == words(o.title) for s, o in zip(found, ours, strict=True)]
    assert sum(same) / len(same) > 0.9  # the others have words of the period


def test_groups_notes_and_answers_on_rows_of_their_own_come_back() -> None:
    ours = real_plan("2022").edition
    found = taken_apart("2022", "docx").written

    assert [row.group for row in found.indicators] == [row.group for row in ours.indicators]
    assert [row.choice_rows for row in found.indicators] == [row.choice_rows for row in ours.indicators]
    assert [words(row.note) for row in found.indicators] == [words(row.note) for row in ours.indicators]
    assert words(found.appendices[0].head.note) == words(ours.appendices[0].head.note)


def test_the_container_the_names_and_the_look_come_back() -> None:
    ours, found = real_plan("2025").edition, taken_apart("2025", "docx").written

    assert (found.head.appendix_word, found.head.tab_word) == (ours.head.appendix_word, ours.head.tab_word)
    assert found.annex and ours.annex and found.annex.word == ours.annex.word
    assert "{label_upper}" in found.annex.title
    for one, other in zip(found.appendices, ours.appendices, strict=True):
        assert (one.head.title, one.head.name) == (other.head.title, "")
        assert (one.head.landscape, one.head.result_head) == (True, other.head.result_head)
        assert one.columns == ()
        assert one.head.columns and one.head.columns.label[0] > 50


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("edition", PERIODS)
def test_sums_and_rates_are_offered_and_not_entered(edition: str, kind: str) -> None:
    draft = taken_apart(edition, kind)
    ours = {row.key: row for row in real_plan(edition).edition.indicators}
    places = dict(zip((row.key for row in draft.written.indicators), ours, strict=True))

    assert all(not row.total_of and not row.rate_of and not row.formula for row in draft.written.indicators)
    rates = [offer for offer in draft.offers if offer.kind == "rate"]
    right = [ours[places[o.key]].rate_of == tuple(places[key] for key in o.of) for o in rates]
    assert len(rates) >= 8 and sum(right) / len(right) > 0.9


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("edition", PERIODS)
def test_the_draft_has_no_fault_that_keeps_it_from_being_used(edition: str, kind: str) -> None:
    assert faults(compile_edition(taken_apart(edition, kind).written)) == []


@pytest.mark.skipif(not REFERENCE.exists(), reason="the real file is not here")
def test_a_form_that_somebody_filled_in_gives_its_rows_and_none_of_its_figures() -> None:
    draft = draft_of(read_form(REFERENCE.read_bytes(), REFERENCE.name), "Mẫu thử", "2026-Q1", ())
    ours, found = rows(real_plan("2025").edition), rows(draft)

    assert len(found) == len(ours)
    typed = [(number, label.rstrip("."), unit) for number, label, unit in found]  # some rows end in a stop
    assert sum(one == other for one, other in zip(ours, typed, strict=True)) / len(ours) == 1.0
    assert all(not row.note for row in draft.written.indicators)
    assert "đã ghi số liệu ở 105 ô" in draft.doubts[0]
    text = repr(draft.written)
    for figure in ("52.433.753", "401.557", "748.679", "9.832", "không tính 77"):
        assert figure not in text
