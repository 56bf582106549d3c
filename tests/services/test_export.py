"""Files put in place: whole or not at all, never over a file in use."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.services.export import put_in_place


def test_every_file_is_written_and_nothing_else_stays(tmp_path: Path) -> None:
    put_in_place({tmp_path / "a.docx": b"a", tmp_path / "b.pdf": b"b"})

    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.docx", "b.pdf"]
    assert (tmp_path / "b.pdf").read_bytes() == b"b"


def test_when_one_target_is_unfit_none_is_replaced(tmp_path: Path) -> None:
    old = tmp_path / "a.docx"
    old.write_bytes(b"old")
    (tmp_path / "folder.pdf").mkdir()

    with pytest.raises(UserFault, match="thư mục"):
        put_in_place({old: b"new", tmp_path / "folder.pdf": b"new"})

    assert old.read_bytes() == b"old"


def test_a_read_only_file_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    target.chmod(0o444)

    with pytest.raises(UserFault, match="chỉ cho đọc"):
        put_in_place({target: b"new"})

    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("owner", [".~lock.report.docx#", "~$port.docx"])
def test_a_file_open_elsewhere_is_refused(tmp_path: Path, owner: str) -> None:
    (tmp_path / owner).touch()

    with pytest.raises(UserFault, match="đang mở"):
        put_in_place({tmp_path / "report.docx": b"new"})


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserFault, match="Không có thư mục"):
        put_in_place({tmp_path / "nowhere" / "a.pdf": b"x"})
