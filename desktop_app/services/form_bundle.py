"""One edition as one file that travels: its TOML files in one text, bounded, examined before it is stored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.base.file_names import refuse_misread
from desktop_app.checking.inspection import inspect
from desktop_app.forms.catalogue import Inspected
from desktop_app.forms.form_files import MOST_BYTES

FORMAT, VERSION = "bao-cao-cchc-form", 1
SUFFIX = ".maubc"
MOST_OF_FILE = 2 * MOST_BYTES
"""Every quote and line end takes a second letter in JSON."""
MOST_FILES = 500
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}\.toml\Z")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}\Z")


class Bundle(msgspec.Struct, frozen=True):
    """The fields of the file."""

    format: str
    version: int
    files: dict[str, str]


# Made here, not where they are used: two threads must not make a reader of one type at once.
_DECODER = msgspec.json.Decoder(Bundle)


def write_bundle(files: Mapping[str, bytes]) -> bytes:
    """The file of an edition; raises UserFault where its files are no text."""
    try:
        texts = {name: content.decode() for name, content in sorted(files.items())}
    except UnicodeDecodeError as fault:
        raise UserFault("Mẫu có tệp không phải văn bản UTF-8 nên không xuất được.") from fault
    bundle = Bundle(FORMAT, VERSION, texts)
    return msgspec.json.format(msgspec.json.encode(bundle), indent=1) + b"\n"


def read_bundle(content: bytes, name: str) -> dict[str, bytes]:
    """The TOML files in the content of the file of this name; nothing of them is looked at yet."""
    try:
        bundle = _DECODER.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise UserFault(
            f"Tệp {name} không phải mẫu báo cáo ({SUFFIX}) do chương trình này xuất ra, hoặc chép chưa hết."
        ) from fault
    if bundle.format != FORMAT:
        raise UserFault(f"Tệp {name} ghi theo dạng khác («{bundle.format[:40]}»), không phải mẫu báo cáo.")
    if bundle.version > VERSION:
        raise UserFault(
            f"Tệp {name} do một bản chương trình mới hơn ghi; hãy cập nhật chương trình rồi nhập lại."
        )
    return checked_files(bundle.files, name)


def checked_files(texts: Mapping[str, str], name: str) -> dict[str, bytes]:
    """The texts as files that can lie in one folder on any computer; raises UserFault naming the file."""
    if not 1 <= len(texts) <= MOST_FILES:
        raise UserFault(f"Tệp {name} phải chứa từ 1 đến {MOST_FILES} tệp của mẫu, đang có {len(texts)}.")
    for each in texts:
        if not _FILE_NAME.match(each):
            raise UserFault(f"Tệp {name} chứa tệp con tên «{each[:60]}» không dùng được trong một mẫu.")
        refuse_misread(PureWindowsPath(each))
    files = {each: text.encode("utf-8", "replace") for each, text in sorted(texts.items())}
    if sum(map(len, files.values())) > MOST_BYTES:
        raise UserFault(f"Mẫu trong tệp {name} lớn quá {MOST_BYTES // 1_000_000} MB nên không được nhận.")
    return files


def examine(files: Mapping[str, bytes]) -> Inspected:
    """The edition that the files make, with its faults; nothing is kept."""
    with TemporaryDirectory(prefix="maubc-") as home:
        folder = Path(home) / "mau" / "mau"
        folder.mkdir(parents=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
        return inspect(folder)
