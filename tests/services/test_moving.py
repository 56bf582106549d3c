"""A report goes over to another form and back: nothing is lost, one undo, and each row knows its past."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.reports.log import Version
from desktop_app.reports.marks import mark_step, marked_tabs
from desktop_app.reports.prose import from_plain, to_plain, write_prose
from desktop_app.reports.succession import tray
from desktop_app.services import moving
from desktop_app.services.library import Library
from tests.support.library import services_in
from tests.support.real import ROOT

OLD, NEW = "cchc-2022", "cchc-2025"


def words(text: str) -> str:
    return write_prose(from_plain(text))


@pytest.fixture
def library(tmp_path: Path):
    with services_in(tmp_path) as services:
        yield services.library


@pytest.fixture
def report(library: Library) -> str:
    """On the form of 2022: two figures that a row of the new form follows, one that none follows."""
    made = library.create("2026-Q1", OLD)
    session = library.open(made)
    session.edit("pl1.8.1", "43")
    session.edit("pl1.8.1", "44")
    session.edit("note.pl1.8.1", "theo sổ")
    session.edit_many("Gõ", {"pl1.9": "3", "I.3": words("Giao 44 việc.")})
    return made


def past(library: Library, report: str, key: str) -> list[tuple[str, str]]:
    """Texts that ever stood under the key, with where they stood when that was another form."""
    return [(version.entry.text, version.place) for version in library.versions(report, key)]


def test_a_moved_report_keeps_its_name_and_its_place(library: Library, report: str) -> None:
    moving.move(library, report, NEW)
    made = library.read(report)

    assert made.report.edition_id == NEW and made.report.period_text == "2026-Q1"
    assert made.text("bm1.4.1") == "44" and to_plain(made.prose("I.5")) == "Giao 44 việc."
    assert [item.key for item in tray(made.entries)] == ["pl1.9"]
    assert [line.edition_id for line in library.summaries()] == [NEW]
    assert set(made.texts()) <= {"bm1.4.1", "note.bm1.4.1", "I.5", "tray.pl1.9", "header.deadline"}


def test_one_undo_on_another_day_brings_form_and_words_back(library: Library, report: str) -> None:
    before = library.read(report).texts()
    moving.move(library, report, NEW)
    moving.undo(library, report)
    again = library.read(report)
    assert again.report.edition_id == OLD and again.texts() == before

    moving.undo(library, report)
    assert library.read(report).text("pl1.9") == ""

    moving.redo(library, report)
    moving.redo(library, report)
    assert library.read(report).report.edition_id == NEW
    assert library.read(report).text("bm1.4.1") == "44"


def test_a_form_that_the_report_is_on_or_that_does_not_serve_is_refused(
    library: Library, report: str
) -> None:
    with pytest.raises(UserFault, match="hãy chọn mẫu khác"):
        moving.move(library, report, OLD)
    with pytest.raises(UserFault):
        moving.move(library, library.create("2024-Q1"), NEW)
    assert library.read(report).report.edition_id == OLD


def test_the_history_of_a_row_goes_on_in_the_row_that_it_follows(library: Library, report: str) -> None:
    moving.move(library, report, NEW)
    library.open(report).edit("bm1.4.1", "45")

    assert past(library, report, "bm1.4.1") == [
        ("45", ""),
        ("44", ""),
        ("44", "Phụ lục 1, dòng 8.1"),
        ("43", "Phụ lục 1, dòng 8.1"),
        ("", "Phụ lục 1, dòng 8.1"),
    ]
    assert past(library, report, "note.bm1.4.1")[1:] == [
        ("theo sổ", "Phụ lục 1, dòng 8.1"),
        ("", "Phụ lục 1, dòng 8.1"),
    ]


def test_a_row_made_of_two_has_the_past_of_both(library: Library) -> None:
    report = library.create("2026-Q1", OLD)
    one, other = library.plans.plan(NEW).indicators["bm2.1.1"].was[:2]
    session = library.open(report)
    session.edit_many("Gõ", {one: "7", other: "8"})
    moving.move(library, report, NEW)

    texts = [text for text, _ in past(library, report, "bm2.1.1")]
    assert texts[0] == "15" and {"7", "8"} < set(texts)


def test_a_section_of_the_same_number_has_no_part_in_anothers_past(library: Library, report: str) -> None:
    """I.3 of the form of 2022 went to I.5; I.3 of the new form speaks of something else."""
    moving.move(library, report, NEW)
    library.open(report).edit("I.3", words("Việc khác."))

    versions = list(library.versions(report, "I.3"))
    assert not any("Giao 44" in version.entry.text for version in versions)
    followed = library.versions(report, "I.5")
    assert any("Giao 44" in version.entry.text and version.place for version in followed)


def test_back_and_forth_the_past_is_that_of_the_standing_moves(library: Library, report: str) -> None:
    moving.move(library, report, NEW)
    moving.undo(library, report)
    last: list[Version] = list(library.versions(report, "pl1.8.1"))
    assert last[0].entry.text == "44" and not any(version.place for version in last)

    moving.move(library, report, NEW)
    assert ("43", "Phụ lục 1, dòng 8.1") in past(library, report, "bm1.4.1")


def test_prose_that_waits_for_confirmation_still_waits_on_the_new_form(library: Library, report: str) -> None:
    following = library.create_next(report, "2026-6M", OLD)
    assert library.read(following).is_carried("I.3")
    moving.move(library, following, NEW)

    assert library.read(following).is_carried("I.5")


def test_the_next_period_knows_nothing_of_the_move(library: Library, report: str) -> None:
    moving.move(library, report, NEW)
    following = library.read(library.create_next(report, "2026-6M"))

    assert following.report.edition_id == NEW
    assert not any(key.startswith(("report.", "tray.")) for key in following.entries)


def test_a_row_that_an_edited_form_lost_waits_in_the_tray(tmp_path: Path) -> None:
    resources = tmp_path / "resources"
    shutil.copytree(ROOT / "resources", resources)
    with services_in(tmp_path / "data", resources) as services:
        report = services.library.create("2026-Q1")
        services.library.open(report).edit_many("Gõ", {"bm7.1": "1", "bm1.4.1": "44"})
    form = next((resources / "forms/cchc/2025").glob("form-7.toml"))
    form.write_text(form.read_text("utf-8").replace('"bm7.1"', '"bm7.1x"'), "utf-8")

    with services_in(tmp_path / "data", resources) as services:
        assert services.pins.is_edited(report, NEW)
        moving.adapt(services.library, report)
        made = services.library.read(report)
        assert [(item.key, item.text) for item in tray(made.entries)] == [("bm7.1", "1")]
        assert made.text("bm1.4.1") == "44"
        moving.undo(services.library, report)
        assert services.library.read(report).texts()["bm7.1"] == "1"


def test_marks_of_complete_tabs_stay_behind_and_come_back_with_undo(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report = services.library.create("2026-Q1", "cchc-2022")
        session = services.library.open(report)
        session.edit_many(*mark_step(session.filled.plan, ["I", "pl1"], complete=True))
        moving.move(services.library, report, "cchc-2025")
        moved = services.library.open(report)
        assert moved.filled.plan.edition.head.id == "cchc-2025"
        assert marked_tabs(moved.filled.plan, moved.filled.entries) == []
        assert "tray" not in " ".join(moved.filled.texts())

        moved.undo()
        assert marked_tabs(moved.filled.plan, moved.filled.entries) == ["I", "pl1"]
