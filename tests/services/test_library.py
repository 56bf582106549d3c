"""The library of reports, over a real data file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from database.reports import ReportRow, add_report
from desktop_app.base.errors import DamagedFile, UserFault
from desktop_app.base.periods import Period
from desktop_app.checking.inspection import inspect
from desktop_app.forms.catalogue import Catalogue
from desktop_app.reports.draft import Draft
from desktop_app.reports.succession import shown_before
from desktop_app.services import exchange, importing
from desktop_app.services.library import Beginnings, Library
from tests.support.editions import SMALL
from tests.support.library import services_in
from tests.support.real import FORMS

PERIOD = Period(2023, "Q1")
MOMENT = "2023-03-15T08:00:00.000+00:00"


def test_what_was_edited_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report = services.library.create("2023-Q1")
        session = services.library.open(report)
        changes = session.edit("pl1.7.1", "186 nhiệm vụ")
        assert changes.saved_at and not changes.unsaved

    with services_in(tmp_path) as services:
        assert services.library.read(report).text("pl1.7.1") == "186 nhiệm vụ"


def test_a_report_in_a_state_that_this_version_does_not_know_is_not_taken_for_a_draft(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        row = ReportRow("2023-Q1", "cchc-2022", "2023-Q1", "", "signed", "", MOMENT, MOMENT, 0, 0, 0)
        add_report(services.file, row, ())

        for look in (services.library.summaries, lambda: services.library.open("2023-Q1")):
            with pytest.raises(DamagedFile, match="2023-Q1 có trạng thái"):
                look()


def test_the_list_shows_agency_and_open_findings(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report = services.library.create_sample("2023-q1")
        services.library.open(report).edit("pl1.2", "83,33%")
        (summary,) = services.library.summaries()

    assert (summary.id, summary.agency) == ("2023-Q1", "Văn phòng UBND tỉnh")
    assert (summary.errors, summary.warnings) == (3, 8)


def test_the_next_period_keeps_words_and_people_and_empties_figures(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        first = services.library.create_sample("2023-q1")
        second = services.library.create_next(first)
        session = services.library.open(second)
        shown = shown_before(session.filled, services.library.before(session.filled))

    assert session.filled.report.period_text == "2023-Q2"
    assert session.filled.report.previous_id == first
    assert session.filled.text("header.agency") == "Văn phòng UBND tỉnh"
    assert session.filled.text("footer.signer") == "Nguyễn Văn A"
    assert session.filled.is_carried("I.1") and session.filled.prose("I.1")
    assert not [key for key in session.filled.texts() if key.startswith("pl")]
    assert not session.filled.text("header.number")
    assert shown["pl1.7.1"] == "186"


def test_a_second_report_of_one_period_gets_an_id_of_its_own(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        ids = [services.library.create("2024-Y") for _ in range(3)]

    assert ids == ["2024-Y", "2024-Y-2", "2024-Y-3"]


@pytest.mark.parametrize("period", ["2023-Q5", "2023", "tháng 3", "2021-Q1"])
def test_a_period_that_does_not_exist_or_has_no_form_is_refused(tmp_path: Path, period: str) -> None:
    with services_in(tmp_path) as services, pytest.raises(UserFault):
        services.library.create(period)


def test_a_draft_with_an_unknown_key_leaves_nothing_behind(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        with pytest.raises(UserFault, match=r"pl9\.9"):
            services.library.add_draft(Draft(PERIOD, "cchc-2022", {"pl1.1": "1", "pl9.9": "1"}, {}, {}))
        assert services.library.summaries() == []


def test_a_deleted_report_is_gone_with_its_entries(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report = services.library.create_sample("2023-q1")
        services.library.delete(report)

        assert services.library.summaries() == []
        assert services.file.rows("SELECT count(*) FROM entries") == [(0,)]


def test_the_samples_are_periods_of_one_province_linked_one_to_the_other(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        *_, last = services.library.create_samples()
        known = {summary.id: summary for summary in services.library.summaries()}

    assert last == "2026-Q1"
    assert [known[name].previous_id for name in ("2025-Q3", "2025-Y", "2026-Q1")] == ["", "2025-Q3", "2025-Y"]
    assert {summary.edition_id for summary in known.values()} == {"cchc-2025"}
    assert [known[name].errors for name in ("2025-Y", "2026-Q1")] == [0, 0]
    assert known["2025-Q3"].errors > 10


KEYS = ("pl1.7.1", "pl1.7.2", "pl1.2", "I.1", "header.agency", "note.pl1.7.1")
EDITS = st.lists(st.tuples(st.sampled_from(KEYS), st.text(max_size=12)), max_size=15)


@given(edits=EDITS, undone=st.integers(0, 4))
@settings(max_examples=20)
def test_any_edits_and_undos_are_as_they_were_when_reopened(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str]], undone: int
) -> None:
    folder = tmp_path_factory.mktemp("data")
    with services_in(folder) as services:
        session = services.library.open(services.library.create("2023-Q1"))
        for key, text in edits:
            session.edit(key, text)
        for _ in range(undone):
            session.undo()
        before = (session.filled.texts(), session.filled.findings())
    with services_in(folder) as services:
        again = services.library.open("2023-Q1")

    assert (again.filled.texts(), again.filled.findings()) == before


def test_what_the_next_form_has_no_place_for_waits_in_the_tray(tmp_path: Path) -> None:
    """The form of 2022 ends before the period; the next one has neither IV.7 nor appendices."""
    forms = tmp_path / "forms"
    shutil.copytree(FORMS, forms)
    later = SMALL.replace('valid_from = "2022-Q1"', 'valid_from = "2025-Q4"').replace(
        '"2025-6M"', '"2026-Q4"'
    )
    later = later.replace('kind = "Q1"', 'kind = "Q4"')
    (forms / "form/small").mkdir(parents=True)
    (forms / "form/small/edition.toml").write_text(later, "utf-8")
    with services_in(tmp_path / "data") as services:
        library = Library(
            services.file,
            Catalogue(forms, tmp_path / "cache", inspect),
            Beginnings(lambda name, plans: pytest.fail(name)),
        )
        first = library.create("2025-6M")
        library.open(first).edit_many("Gõ", {"IV.7": "Nội dung khác", "I.1": "Chỉ đạo"})

        session = library.open(library.create_next(first, "2025-Q4"))

        assert session.filled.plan.edition.head.id == "form-small"
        assert session.filled.texts().keys() == {"I.1", "tray.IV.7"}
        again = exchange.as_json(exchange.as_file(session.filled))
        (tmp_path / "r.json").write_bytes(again)
        assert library.add_draft(importing.read(tmp_path / "r.json", library.plans))
