"""Names that Windows misreads are refused there in one sentence, and nowhere else."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.base.file_names import length_fault, refuse_misread
from desktop_app.services.export import refuse_unfit


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("i:j.docx", "dấu «:»"),
        (r"C:\báo cáo\quý I?.docx", "dấu «?»"),
        (r"C:\a<b\x.pdf", "dấu «<»"),
        ("CON", "dành cho thiết bị"),
        ("nul.pdf", "dành cho thiết bị"),
        (r"D:\aux\x.pdf", "dành cho thiết bị"),
        ("COM1 .docx", "dành cho thiết bị"),
        ("LPT³.xlsx", "dành cho thiết bị"),
        ("báo cáo.", "dấu chấm hoặc dấu cách"),
        ("báo cáo .docx ", "dấu chấm hoặc dấu cách"),
        ("a\tb.pdf", "ký tự điều khiển"),
        (r"\\máy chủ\chung\i:j.docx", "dấu «:»"),
    ],
)
def test_a_name_that_windows_would_misread_is_refused_with_its_reason(name: str, why: str) -> None:
    # "i:j.docx" alone is drive I: to the path; a dialog always gives the whole path
    path = PureWindowsPath(name) if "\\" in name else PureWindowsPath(r"C:\Tài liệu") / f"./{name}"
    with pytest.raises(UserFault, match="Windows không nhận tên") as refused:
        refuse_misread(path)

    assert why in str(refused.value) and "hãy đặt tên khác" in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "name",
    [
        r"C:\Users\An\Documents\Báo cáo CCHC Quý I.docx",
        r"\\server\share\x.pdf",
        r"..\x.pdf",
        r"C:\a.b\.ẩn",
        "console.docx",
        "com10.pdf",
        r"\\?\C:\dài\x.db",
    ],
)
def test_an_ordinary_name_is_taken(name: str) -> None:
    refuse_misread(PureWindowsPath(name))


def test_elsewhere_every_name_is_taken() -> None:
    refuse_misread(PurePosixPath("/x/CON"))
    refuse_misread(PurePosixPath("/x/i:j.docx."))


def test_an_export_refuses_such_a_name_before_it_looks_at_the_disk() -> None:
    with pytest.raises(UserFault, match="Windows không nhận tên «CON"):
        refuse_unfit(PureWindowsPath(r"C:\x\CON.docx"))  # type: ignore[arg-type]


def test_a_path_longer_than_windows_takes_is_said_with_its_length() -> None:
    long = PureWindowsPath("C:/", *["thư mục rất dài của đơn vị"] * 12, "x.pdf")

    assert str(len(str(long))) in length_fault(long)  # type: ignore[arg-type]
    assert length_fault(PureWindowsPath("C:/x.pdf")) == ""  # type: ignore[arg-type]
    assert length_fault(PurePosixPath("/", *["x" * 40] * 9)) == ""  # type: ignore[arg-type]
