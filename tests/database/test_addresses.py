"""SQLite finds a file by its address on a drive, on a share and here."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from database.addresses import read_only
from database.backup import check, copy_file
from tests.support.library import services_in
from tests.support.real import ROOT


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/media/usb/a b?.db"), "file:///media/usb/a%20b%3F.db"),
        (PureWindowsPath(r"C:\Users\An\x.db"), "file:///C:/Users/An/x.db"),
        (PureWindowsPath(r"\\server\chung\x#1.db"), "file:////server/chung/x%231.db"),
    ],
)
def test_a_share_has_no_server_in_its_address(path, address: str) -> None:
    found = read_only(path)

    assert found == f"{address}?mode=ro"
    assert read_only(path, immutable=True).endswith("&immutable=1")


def test_sqlite_takes_the_address_of_a_share_where_it_refuses_the_usual_one() -> None:
    """What is not there is said by the system; only a server in the address is refused unseen."""
    share = PureWindowsPath(r"\\server\chung\x.db")
    with pytest.raises(sqlite3.OperationalError, match="invalid uri authority"):
        sqlite3.connect(share.as_uri(), uri=True)
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        sqlite3.connect(read_only(share), uri=True)


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "Báo cáo? #1.db"])
def test_a_copy_with_any_name_is_checked(tmp_path: Path, name: str) -> None:
    if "?" in name and tmp_path.drive:
        name = name.replace("?", "!")
    with services_in(tmp_path / "data") as services:
        services.library.create("2023-Q1")
    copy_file(tmp_path / "data/bao-cao-cchc.db", tmp_path / name)

    assert check(tmp_path / name) == 1
    with closing(sqlite3.connect(read_only(tmp_path / name, immutable=True), uri=True)) as copy:
        assert copy.execute("SELECT count(*) FROM reports").fetchone() == (1,)


def test_addresses_are_made_in_one_place() -> None:
    """And the path is not resolved before: Windows turns the letter of a share into its server."""
    for path in (p for top in ("desktop_app", "database") for p in (ROOT / top).rglob("*.py")):
        text = path.read_text("utf-8")
        if path.name != "addresses.py":
            assert "as_uri" not in text, path
        assert not re.search(r"read_only\([^)]*resolve", text), path
