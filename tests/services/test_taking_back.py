"""One report out of a backup: with its history, beside those of today, none of which changes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from database import backup
from desktop_app.base.errors import UserFault
from desktop_app.services.taking_back import take_back
from tests.support.library import services_in
from tests.support.real import DATA


@pytest.mark.parametrize(("sample", "key"), [("2023-q1", "pl1.7.1"), ("2025-q3", "bm1.2.1")])
def test_a_deleted_report_comes_back_with_its_words_its_undo_and_its_form(
    tmp_path: Path, sample: str, key: str
) -> None:
    with services_in(tmp_path) as services:
        report = services.library.create_sample(sample)
        session = services.library.open(report)
        session.edit(key, "190")
        session.edit("header.agency", "Sở X")
        texts = session.filled.texts()
        made = services.backups().make("truoc-xoa").backup.path
        services.library.delete(report)
        later = services.library.create("2024-Q1", "cchc-2022")

        assert take_back(services, made, report) == report
        again = services.library.open(report)
        assert again.filled.texts() == texts
        assert next(services.library.versions(report, key)).entry.text == "190"
        again.undo()
        again.undo()
        assert again.filled.text(key) != "190" and not again.unsaved
        assert {one.id for one in services.library.summaries()} == {report, later}
        assert not services.pins.is_edited(report, again.filled.report.edition_id)
        assert services.backups().make("bang-tay").held == 2


def test_a_report_that_is_still_there_stays_and_that_of_the_backup_stands_beside(
    tmp_path: Path,
) -> None:
    with services_in(tmp_path) as services:
        report = services.library.create_sample("2023-q1")
        made = services.backups().make("dinh-ky").backup.path
        services.library.open(report).edit("pl1.7.1", "190")
        beside = take_back(services, made, report)

        assert beside == f"{report}-2"
        assert services.library.read(report).text("pl1.7.1") == "190"
        assert services.library.read(beside).text("pl1.7.1") == "186"
        services.library.open(beside).edit("pl1.7.1", "7")
        assert services.library.read(report).text("pl1.7.1") == "190"
        copy = services.backups().make("bang-tay").backup.path
        assert backup.check(copy) == 2


def test_a_backup_that_lacks_the_report_or_is_old_or_damaged_changes_nothing(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        report = services.library.create_sample("2023-q1")
        made = services.backups().make("dinh-ky").backup.path
        with pytest.raises(UserFault, match="không có báo cáo «x»"):
            take_back(services, made, "x")
        old = DATA / "schema-1.db"
        with closing(sqlite3.connect(f"file:{old}?mode=ro", uri=True)) as copy:
            (held,) = copy.execute("SELECT id FROM reports").fetchone()
        with pytest.raises(UserFault, match="phục hồi cả bản"):
            take_back(services, old, held)
        content = made.read_bytes()  # the digits may stand in a page that is free, or in a time of the log
        (tmp_path / "hong.db").write_bytes(content.replace(b"186", b"986"))
        with pytest.raises(UserFault):
            take_back(services, tmp_path / "hong.db", report)

        assert [one.id for one in services.library.summaries()] == [report]
