"""Copies of the data file: checked after writing, put back without losing what they replace."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from database import migrations
from database.backup import check, copy_to, put_back
from database.data_file import DataFile
from database.reports import ReportRow, add_report, all_reports
from desktop_app.base.errors import EnvironmentFault, UserFault


def a_file(path: Path, *ids: str) -> DataFile:
    file = DataFile(path, lambda: migrations)
    for name in ids:
        add_report(file, ReportRow(name, "e", "2023-Q1", "", "draft", "", "", "", 0, 0, 0), [])
    return file


def test_a_copy_holds_every_report_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    with closing(a_file(tmp_path / "x.db", "a", "b")) as file:
        held = copy_to(file, tmp_path / "copy.db")

    assert held == check(tmp_path / "copy.db") == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.db", "x.db"]


def test_a_copy_onto_a_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with closing(a_file(tmp_path / "x.db")) as file, pytest.raises(EnvironmentFault):
        copy_to(file, tmp_path / "folder")


def test_what_a_restore_replaces_is_kept(tmp_path: Path) -> None:
    with closing(a_file(tmp_path / "x.db", "old")) as file:
        copy_to(file, tmp_path / "copy.db")
        add_report(file, ReportRow("new", "e", "2023-Q1", "", "draft", "", "", "", 0, 0, 0), [])

    put_back(tmp_path / "copy.db", tmp_path / "x.db", tmp_path / "aside.db")

    for name, ids in (("x.db", {"old"}), ("aside.db", {"old", "new"})):
        with closing(DataFile(tmp_path / name, lambda: migrations)) as file:
            assert {row.id for row in all_reports(file)} == ids


def test_a_file_that_a_window_has_open_is_not_replaced(tmp_path: Path) -> None:
    with closing(a_file(tmp_path / "x.db", "a")) as file:
        copy_to(file, tmp_path / "copy.db")
        with pytest.raises(EnvironmentFault, match="đang được"):
            put_back(tmp_path / "copy.db", tmp_path / "x.db", tmp_path / "aside.db")


@pytest.mark.parametrize("place", [40, 100, 4096])
def test_a_damaged_copy_is_refused_and_the_data_file_is_left_alone(tmp_path: Path, place: int) -> None:
    with closing(a_file(tmp_path / "x.db", *map(str, range(40)))) as file:
        copy_to(file, tmp_path / "copy.db")
    content = bytearray((tmp_path / "copy.db").read_bytes())
    content[place : place + 60] = b"\xaa" * 60
    (tmp_path / "copy.db").write_bytes(content)
    before = (tmp_path / "x.db").read_bytes()

    with pytest.raises(UserFault):
        put_back(tmp_path / "copy.db", tmp_path / "x.db", tmp_path / "aside.db")

    assert (tmp_path / "x.db").read_bytes() == before


def test_a_missing_copy_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserFault, match="Không có tệp"):
        check(tmp_path / "none.db")
