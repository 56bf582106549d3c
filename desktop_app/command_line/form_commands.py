"""`form list` and `form check`: which editions there are, in which order, and what is wrong with one."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.base.errors import UserFault
from desktop_app.checking.inspection import inspect
from desktop_app.command_line.output import say_json, say_line
from desktop_app.forms.catalogue import Listed, validity
from desktop_app.services.services import Services


def form(request: argparse.Namespace, services: Services) -> int:
    """0 when everything that was asked about is sound, 1 when an edition has faults."""
    if request.asked == "check":
        return _check(Path(request.file), as_json=request.json)
    listed = services.catalogue.all()
    if request.json:
        say_json([_fields(one) for one in listed])
        return 0
    for one in listed:
        name = f"{one.head.id}\t{one.head.name}\t{validity(one.head)}" if one.head else f"{one.folder}\t\t"
        say_line(f"{name}\t{'dùng được' if one.sound else 'có lỗi'}")
        for fault in one.faults:
            say_line(f"  {fault}")
    return 0


def _check(folder: Path, *, as_json: bool) -> int:
    if not folder.is_dir():
        raise UserFault(f"Không có thư mục mẫu {folder}; hãy ghi thư mục chứa các tệp .toml của một mẫu.")
    found = inspect(folder)
    if as_json:
        say_json(list(found.faults))
    elif found.faults:
        for fault in found.faults:
            say_line(fault)
    elif found.edition:
        checks = len(found.edition.checks)
        say_line(f"Mẫu «{found.edition.head.name}» dùng được: {checks} quy tắc, không có lỗi.")
    return 1 if found.faults else 0


def _fields(one: Listed) -> dict[str, object]:
    head = one.head
    return {
        "folder": one.folder,
        "id": head.id if head else "",
        "name": head.name if head else "",
        "valid_from": head.valid_from if head else "",
        "valid_to": head.valid_to if head else "",
        "periods": [wording.kind for wording in one.periods],
        "faults": one.faults,
    }
