"""Open the package of a Word file that anybody may have made: bounded parts, or one clear sentence."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import NamedTuple, cast

from lxml import etree

from desktop_app.base.errors import UserFault
from desktop_app.word_import.markup import Node

MOST_BYTES = 60_000_000
"""Of the file itself; pictures make a report large, its words never do."""
MOST_PART = 24_000_000
"""Of one unpacked part: two hundred times the words of a long report."""
MOST_PARTS = 5_000

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)  # fmt: skip
"""The names that "Strict Open XML" gives to the same things (ISO/IEC 29500, Part 1, annex A)."""
_MACROS = ("vbaproject.bin", "vbadata.xml")
_SAVE_AS = (
    "hãy mở tệp bằng Word, chọn Tệp > Lưu Dưới dạng (Save As), kiểu «Word Document (*.docx)», rồi nhập "
    "tệp mới"
)


class Relation(NamedTuple):
    """One arrow of a part: the last word of its kind ("footnotes"), and the part that it leads to."""

    kind: str
    target: str


class Container:
    """The parts of a package by name, unpacked when asked for, each within its bound."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
            raise self.broken() from fault
        self._names = {info.filename.lower(): info for info in self._zip.infolist()}
        if len(self._names) > MOST_PARTS:
            raise UserFault(f"Tệp {name} có quá nhiều phần bên trong, không phải một báo cáo; chưa nhập gì.")

    def broken(self) -> UserFault:
        """The sentence for a package that cannot be read."""
        return UserFault(
            f"Tệp {self.name} bị hỏng hoặc chưa chép hết nên không đọc được; hãy chép lại, hoặc mở bằng Word "
            "rồi lưu thành tệp mới."
        )

    def has(self, part: str) -> bool:
        """Whether there is a part of this name; case makes no difference."""
        return part.lower() in self._names

    def has_macros(self) -> bool:
        """Whether programs lie in it."""
        return any(posixpath.basename(name) in _MACROS for name in self._names)

    def part(self, name: str) -> bytes:
        """The bytes of a part; raises UserFault for one that is too large or damaged."""
        info = self._names[name.lower()]
        try:
            with self._zip.open(info) as stream:
                content = stream.read(MOST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as fault:
            raise self.broken() from fault
        except (RuntimeError, NotImplementedError) as fault:  # locked, or packed in a way of its own
            raise locked(self.name) from fault
        if len(content) > MOST_PART:
            raise UserFault(
                f"Tệp {self.name} bung ra quá lớn (trên {MOST_PART // 1_000_000} MB), không phải một "
                "báo cáo; chưa nhập gì."
            )
        return content

    def tree(self, name: str) -> Node:
        """The part as a tree; raises UserFault for what is no plain XML."""
        content = self.part(name)
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as fault:
            if "depth" in str(fault).lower():
                raise UserFault(
                    f"Tệp {self.name} có các phần lồng vào nhau quá sâu nên không nhận; hãy mở bằng Word, "
                    "chép nội dung sang một tệp mới rồi nhập tệp đó."
                ) from fault
            raise self.broken() from fault
        if root.getroottree().docinfo.doctype:
            raise UserFault(
                f"Tệp {self.name} có khai báo gọi ra ngoài tệp nên không nhận; hãy mở bằng Word rồi lưu "
                "thành tệp mới."
            )
        return cast(Node, root)

    def relations(self, part: str) -> dict[str, Relation]:
        """Id -> where the part leads to inside of the package; what leads out of it is left out."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(name):
            return {}
        found: dict[str, Relation] = {}
        for relation in self.tree(name):
            kind = relation.get("Type", "").rpartition("/")[2]
            target = relation.get("Target", "")
            if relation.get("TargetMode") == "External" or not isinstance(relation.tag, str):
                continue
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found[relation.get("Id", "")] = Relation(kind, posixpath.normpath(path))
        return found


def open_word(content: bytes, name: str) -> tuple[Container, str]:
    """The package and the name of its main part; raises UserFault saying what the file is instead."""
    if content.startswith(OLE):
        raise locked(name) if "EncryptedPackage".encode("utf-16-le") in content else _old(content, name)
    _refuse_other(content, name)
    container = Container(content, name)
    main = next(
        (each.target for each in container.relations("").values() if each.kind == "officeDocument"),
        "word/document.xml",
    )
    _refuse_kin(container, main)
    return container, main


def locked(name: str) -> UserFault:
    """The sentence for a file that asks for a password."""
    return UserFault(
        f"Tệp {name} được đặt mật khẩu nên không đọc được; hãy mở bằng Word, bỏ mật khẩu rồi lưu lại."
    )


def _old(content: bytes, name: str) -> UserFault:
    """The sentence for a file of the offices before 2007."""
    if "Workbook".encode("utf-16-le") in content:
        return UserFault(f"Tệp {name} là bảng tính Excel, không phải báo cáo Word; hãy chọn tệp .docx.")
    return UserFault(f"Tệp {name} là tệp Word đời cũ (.doc), chương trình không đọc được; {_SAVE_AS}.")


def _refuse_other(content: bytes, name: str) -> None:
    """Say what a file is that is no package at all."""
    start = content[:2000].lstrip().lower()
    others = {
        b"%pdf": "tệp PDF", b"{\\rtf": "tệp RTF", b"<html": "trang web", b"<!doctype html": "trang web",
        b"<?xml": "tệp XML",
    }  # fmt: skip
    for mark, what in others.items():
        if start.startswith(mark):
            raise UserFault(f"Tệp {name} là {what}, không phải tệp Word .docx; {_SAVE_AS}.")
    if not content:
        raise UserFault(f"Tệp {name} rỗng, không có gì để nhập; hãy chọn tệp khác.")


def _refuse_kin(container: Container, main: str) -> None:
    """Say what a package is that is no plain Word file."""
    name = container.name
    if container.has_macros():
        raise UserFault(
            f"Tệp {name} có chứa chương trình (macro) nên không nhận; hãy mở bằng Word, lưu thành kiểu «Word "
            "Document (*.docx)» là kiểu không có macro, rồi nhập tệp mới."
        )
    if container.has("xl/workbook.xml"):
        raise UserFault(f"Tệp {name} là bảng tính Excel, không phải báo cáo Word; hãy chọn tệp .docx.")
    if container.has("content.xml"):
        raise UserFault(
            f"Tệp {name} là tệp của LibreOffice; hãy lưu thành kiểu Word (.docx) rồi nhập tệp mới."
        )
    if not container.has(main):
        raise UserFault(f"Tệp {name} không phải tệp Word .docx; hãy chọn tệp báo cáo.")
