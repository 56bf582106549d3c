"""The data file: how it is opened, what is refused, and that a commit is a commit."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from database import migrations
from database.data_file import DataFile
from database.reports import EntryRow, ListingUpdate, ReportRow, add_report, all_reports, save_edits
from database.schema import APPLICATION_ID, SCHEMA
from desktop_app.base.errors import DamagedFile, EnvironmentFault, UserFault
from desktop_app.base.log_row import LogRow
from tests.support.systems import needs_modes, needs_moving

ROW = ReportRow("r", "e", "2023-Q1", "", "draft", "", "2023", "2023", 0, 0, 0)

LONG = "x" * 50_000


def edit(text: str, number: int = 1) -> LogRow:
    return LogRow(number, number, "edit", "Ô", "2024", "an", "k", 0, "", text, 0)


def opened(path: Path) -> DataFile:
    return DataFile(path, lambda: migrations)


def value_of(path: Path, statement: str) -> object:
    with closing(sqlite3.connect(path)) as other:
        return other.execute(statement).fetchone()[0]


def test_a_new_file_is_marked_as_ours_and_of_this_schema(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "x.db"
    opened(path).close()

    assert value_of(path, "PRAGMA application_id") == APPLICATION_ID
    assert value_of(path, "PRAGMA user_version") == SCHEMA
    assert value_of(path, "PRAGMA journal_mode") == "delete"


def test_a_commit_is_durable_and_foreign_keys_hold(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "x.db")) as file:
        pragmas = [file.rows(f"PRAGMA {name}")[0][0] for name in ("synchronous", "foreign_keys")]

    assert pragmas == [2, 1]


def test_a_second_opener_hears_that_the_program_is_open(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "x.db")), pytest.raises(EnvironmentFault, match="đang được"):
        opened(tmp_path / "x.db")


def test_the_lock_goes_with_the_file_that_is_closed(tmp_path: Path) -> None:
    opened(tmp_path / "x.db").close()
    opened(tmp_path / "x.db").close()


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    opened(path).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version={SCHEMA + 1}")
    before = path.read_bytes()

    with pytest.raises(UserFault, match="mới hơn"):
        opened(path)

    assert path.read_bytes() == before


def test_an_empty_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.touch()

    with pytest.raises(DamagedFile, match="0 byte"):
        opened(path)

    assert path.stat().st_size == 0


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (name)")
    before = path.read_bytes()

    with pytest.raises(UserFault, match="chương trình khác"):
        opened(path)

    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_text("không phải cơ sở dữ liệu " * 100, "utf-8")

    with pytest.raises(EnvironmentFault, match="hỏng"):
        opened(path)


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(UserFault, match="không phải thư mục"):
        opened(tmp_path / "file" / "x.db")


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "x.db")) as file:
        add_report(file, ROW, [EntryRow("a", "1", False)])
        with pytest.raises(EnvironmentFault):
            add_report(file, ROW, [EntryRow("a", "2", False)])

        assert file.rows("SELECT text FROM entries") == [("1",)]


def test_the_list_follows_an_edit_in_the_same_transaction(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "x.db")) as file:
        add_report(file, ROW, [])
        save_edits(file, "r", [EntryRow("k", "t", False)], [edit("t")], ListingUpdate("2024", "Sở", 3, 2, 1))

        (row,) = all_reports(file)

    assert (row.changed_at, row.agency, row.errors, row.warnings, row.notes) == ("2024", "Sở", 3, 2, 1)


def test_a_full_disk_is_one_sentence_and_the_file_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with closing(opened(path)) as file:
        add_report(file, ROW, [])
        (pages,) = file.rows("PRAGMA page_count")[0]
        file.connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(EnvironmentFault, match="đầy"):
            save_edits(
                file, "r", [EntryRow("k", LONG, False)], [edit(LONG)], ListingUpdate("", None, 0, 0, 0)
            )

    assert value_of(path, "PRAGMA integrity_check") == "ok"
    assert value_of(path, "SELECT count(*) FROM entries") == 0


@needs_modes
def test_a_new_file_and_an_old_one_are_readable_by_their_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "x.db"
    opened(path).close()
    path.chmod(0o644)
    opened(path).close()

    assert [p.stat().st_mode & 0o777 for p in (path.parent, path)] == [0o700, 0o600]
    assert [p.name for p in path.parent.iterdir()] == ["x.db"]


@needs_moving
def test_a_file_that_was_moved_away_takes_no_edit_that_nobody_would_find(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with closing(opened(path)) as file:
        add_report(file, ROW, [])
        path.rename(tmp_path / "y.db")
        with pytest.raises(EnvironmentFault, match="không còn ở đó"):
            save_edits(file, "r", [EntryRow("k", "t", False)], [edit("t")], ListingUpdate("", None, 0, 0, 0))
        (tmp_path / "y.db").rename(path)
        save_edits(file, "r", [EntryRow("k", "t", False)], [edit("t")], ListingUpdate("", None, 0, 0, 0))

        assert file.rows("SELECT text FROM entries") == [("t",)]


def test_a_statement_of_ours_that_is_wrong_is_no_damage(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "x.db")) as file:
        with pytest.raises(sqlite3.OperationalError, match="no such column"):
            file.rows("SELECT misspelt FROM reports")
        with pytest.raises(sqlite3.OperationalError, match="no such column"), file.atomic() as connection:
            connection.execute("UPDATE reports SET misspelt = 1")
