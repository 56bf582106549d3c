"""The words with which every setup of NSIS begins, which no language file reaches, in Vietnamese.

Run by makensis (`!packhdr`) over the program that every setup begins with, before anything is added to it.
"""

from __future__ import annotations

import sys
from pathlib import Path

DAMAGED = (
    "Installer integrity check has failed. Common causes include\nincomplete download and damaged media. "
    "Contact the\ninstaller's author to obtain a new copy.\n\nMore information at:\n"
    "http://nsis.sf.net/NSIS_Error"
)
WORDS = {
    DAMAGED:
        "Tệp này đã hỏng hoặc chưa được chép đủ.\nHãy tải lại hoặc chép lại từ nơi phát hành rồi mở lại.\n"
        "Chưa có gì được ghi vào máy; chương trình và báo cáo hiện có vẫn nguyên.",
    "Error writing temporary file. Make sure your temp folder is valid.":
        "Không ghi được tệp tạm; hãy xem chỗ trống và thư mục tạm của máy.",
    "Error launching installer": "Không mở được tệp này",
    "verifying installer: %d%%": "đang kiểm tra: %d%%",
    "unpacking data: %d%%": "đang giải nén: %d%%",
    "NSIS Error": "Có lỗi",
}  # fmt: skip
"""English -> ours, never longer: it is written over the other."""


def translated(program: bytes) -> bytes:
    """The program with our words; as long as it was.

    Raises ValueError when it does not check itself, as every start of NSIS does.
    """
    if _in_program(DAMAGED) not in program:
        raise ValueError(f"no «{DAMAGED[:40]}» in it")
    for english, ours in WORDS.items():
        old = _in_program(english)
        program = program.replace(old, _in_program(ours).ljust(len(old), b"\0"))
    return program


def _in_program(text: str) -> bytes:
    return f"{text}\0".encode("utf-16-le")


def main(path: Path) -> None:
    """Write our words into the file."""
    path.write_bytes(translated(path.read_bytes()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
