"""Names of files that Windows takes otherwise than they are written, or not at all."""

from __future__ import annotations

from pathlib import Path, PurePath, PureWindowsPath

from desktop_app.base.errors import UserFault

LONGEST = 259
"""So many letters a path may have where long paths are not allowed, as on most computers."""
_FORBIDDEN = frozenset('<>:"|?*')
_DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]
    + [f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"]
)


def refuse_misread(path: PurePath) -> None:
    """Raise UserFault for a name under which Windows would write something else than this file.

    «i:j.docx» becomes a hidden part of a file «i», «CON» the console, and a last dot is dropped.
    Paths of other systems are all well.
    """
    if not isinstance(path, PureWindowsPath):
        return
    for part in path.parts[1:] if path.anchor else path.parts:
        if why := _misreading(part):
            raise UserFault(f"Windows không nhận tên «{part}»: {why}; hãy đặt tên khác.")


def length_fault(path: Path) -> str:
    """What to do when a path is perhaps too long for this Windows, as one sentence; else ""."""
    if not isinstance(path, PureWindowsPath) or len(str(path)) <= LONGEST:
        return ""
    return (
        f"Đường dẫn {path} dài {len(str(path))} ký tự, quá {LONGEST} ký tự mà Windows nhận; hãy chọn thư mục "
        "hoặc tên tệp ngắn hơn."
    )


def _misreading(part: str) -> str:
    """Why Windows does not take one part of a path as it stands; "" where it does."""
    if part in (".", ".."):
        return ""
    wrong = [letter for letter in part if letter in _FORBIDDEN]
    if wrong:
        return f"có dấu «{wrong[0]}»"
    if any(ord(letter) < 32 for letter in part):
        return "có ký tự điều khiển"
    if part.endswith((".", " ")):
        return "tên tận cùng bằng dấu chấm hoặc dấu cách"
    if part.split(".")[0].rstrip().upper() in _DEVICES:
        return "tên này Windows dành cho thiết bị"
    return ""
