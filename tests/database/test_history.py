"""The log of edits in the data file: written with the edit, chained by key, never silently damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from database import migrations
from database.data_file import DataFile
from database.history import backwards, of_key
from database.reports import (
    EntryRow,
    ListingUpdate,
    ReportRow,
    add_report,
    entries_of,
    one_report,
    save_edits,
)
from desktop_app.base.errors import DamagedFile, EnvironmentFault
from desktop_app.base.log_row import LogRow

ROW = ReportRow("r", "e", "2023-Q1", "", "draft", "", "2023", "2023", 0, 0, 0)
STANDING = ListingUpdate("2024", None, 0, 0, 0)


def opened(path: Path) -> DataFile:
    return DataFile(path, lambda: migrations)


def save(file: DataFile, number: int, key: str, before: str, after: str) -> None:
    row = LogRow(number, number, "edit", "Ô", "2024", "an", key, 0, before, after, 0)
    save_edits(file, "r", [EntryRow(key, after, False)], [row], STANDING)


def row_of(file: DataFile) -> ReportRow:
    row = one_report(file, "r")
    assert row
    return row


def edited(path: Path) -> None:
    with closing(opened(path)) as file:
        add_report(file, ROW, [])
        for number, (key, before, after) in enumerate(
            [("a", "", "1"), ("b", "", "2"), ("a", "1", "3"), ("a", "3", "4")], start=1
        ):
            save(file, number, key, before, after)


def test_the_rows_of_a_report_and_of_a_key_are_read_backwards(tmp_path: Path) -> None:
    edited(tmp_path / "x.db")
    with closing(opened(tmp_path / "x.db")) as file:
        report = row_of(file)
        numbers = {e.key: e.last_log_row for e in entries_of(file, row_of(file))}

        assert report.last_log_row == 4
        assert [row.after for row in backwards(file, "r", 4)] == ["4", "3", "2", "1"]
        assert [row.before for row in of_key(file, "r", "a", numbers["a"])] == ["3", "1", ""]
        assert [(row.made_at, row.made_by) for row in of_key(file, "r", "b", 2)] == [("2024", "an")]


def test_an_edit_that_fails_leaves_no_row_in_the_log(tmp_path: Path) -> None:
    edited(tmp_path / "x.db")
    with closing(opened(tmp_path / "x.db")) as file:
        with pytest.raises(EnvironmentFault, match="không còn là tệp đang mở"):
            save(file, 9, "a", "4", "5")

        assert file.rows("SELECT count(*) FROM history") == [(4,)]
        assert [e.text for e in entries_of(file, row_of(file)) if e.key == "a"] == ["4"]


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE history SET after = '9' WHERE number = 3",
        "UPDATE history SET made_by = 'bình' WHERE number = 1",
        "DELETE FROM history WHERE number = 2",
        "UPDATE history SET prior = 0 WHERE number = 3",
    ],
)
def test_a_row_that_was_changed_or_taken_out_is_noticed(tmp_path: Path, spoil: str) -> None:
    edited(tmp_path / "x.db")
    with closing(sqlite3.connect(tmp_path / "x.db")) as other, other:
        other.execute(spoil)

    with closing(opened(tmp_path / "x.db")) as file, pytest.raises(DamagedFile):
        list(backwards(file, "r", 4))


@pytest.mark.parametrize("spoil", ["DELETE FROM entries WHERE key = 'b'", "UPDATE reports SET number = 3"])
def test_an_entry_that_is_gone_is_noticed(tmp_path: Path, spoil: str) -> None:
    edited(tmp_path / "x.db")
    with closing(sqlite3.connect(tmp_path / "x.db")) as other, other:
        other.execute(spoil)

    with closing(opened(tmp_path / "x.db")) as file, pytest.raises(DamagedFile):
        entries_of(file, row_of(file))


@pytest.mark.parametrize(
    ("table", "read"),
    [("reports", lambda f: one_report(f, "r")), ("entries", lambda f: entries_of(f, row_of(f)))],
)
def test_a_text_that_changed_on_the_disk_is_noticed(tmp_path: Path, table: str, read) -> None:
    edited(tmp_path / "x.db")
    column = {"reports": "agency", "entries": "text"}[table]
    with closing(sqlite3.connect(tmp_path / "x.db")) as other, other:
        other.execute(f"UPDATE {table} SET {column} = 'khác'")

    with closing(opened(tmp_path / "x.db")) as file, pytest.raises(DamagedFile):
        read(file)
