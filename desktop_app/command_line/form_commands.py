"""`form …`: which editions there are, in which order; what one holds; one examined, handed out, taken in."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop_app.base.errors import UserFault
from desktop_app.base.files import read_bounded
from desktop_app.base.text import one_line
from desktop_app.checking.inspection import inspect
from desktop_app.command_line.output import complain, say_json, say_line
from desktop_app.forms.catalogue import Inspected, validity
from desktop_app.forms.columns import columns_of
from desktop_app.forms.heads import tab_name, table_name
from desktop_app.forms.model import Appendix, Edition
from desktop_app.services.export import put_in_place
from desktop_app.services.form_bundle import MOST_OF_FILE, examine, read_bundle
from desktop_app.services.form_files import store_form_file
from desktop_app.services.form_order import set_order
from desktop_app.services.own_forms import FormLine
from desktop_app.services.services import Services

ORIGINS = {"shipped": "có sẵn", "own": "tự lập", "imported": "nhập về"}


def form(request: argparse.Namespace, services: Services) -> int:
    """0 when everything that was asked about is sound, 1 when an edition has faults."""
    return COMMANDS[request.asked](request, services)


def _list(request: argparse.Namespace, services: Services) -> int:
    lines = services.own_forms().all()
    if request.json:
        say_json([_fields(line) for line in lines])
        return 0
    for line in lines:
        one = line.listed
        name = f"{one.head.id}\t{one.head.name}\t{validity(one.head)}" if one.head else f"{one.folder}\t\t"
        say_line(f"{name}\t{_state(line)}\t{ORIGINS[line.origin]}\t{line.uses} báo cáo")
        for fault in one.faults:
            say_line(f"  {fault}")
    return 0


def _state(line: FormLine) -> str:
    if line.listed.faults:
        return "có lỗi"
    return "bản nháp" if line.listed.is_draft else "dùng được"


def _fields(line: FormLine) -> dict[str, object]:
    one = line.listed
    head = one.head
    return {
        "folder": one.folder,
        "id": head.id if head else "",
        "name": head.name if head else "",
        "valid_from": head.valid_from if head else "",
        "valid_to": head.valid_to if head else "",
        "draft": one.is_draft,
        "origin": line.origin,
        "uses": line.uses,
        "periods": [wording.kind for wording in one.periods],
        "faults": one.faults,
    }


def _show(request: argparse.Namespace, services: Services) -> int:
    edition = services.catalogue.edition(request.id)
    if request.json:
        say_json(_whole(edition))
        return 0
    say_line(f"{edition.head.id}\t{edition.head.name}\t{validity(edition.head)}")
    for section in edition.sections:
        say_line(f"{section.key}\t{one_line(f'{section.number} {section.title}')}".rstrip())
    for table in edition.appendices:
        say_line(f"{table.head.key}\t{table_name(edition.head, table.head)}\t{one_line(table.head.title)}")
        for row in table.indicators:
            say_line("\t".join(one_line(text) for text in (row.key, row.number, row.label, row.unit)))
    return 0


def _whole(edition: Edition) -> dict[str, object]:
    head = edition.head
    return {
        "id": head.id,
        "name": head.name,
        "valid_from": head.valid_from,
        "valid_to": head.valid_to,
        "draft": head.draft,
        "periods": [wording.kind for wording in edition.periods],
        "fields": [{"key": field.key, "label": field.label} for field in edition.fields],
        "sections": [{"key": s.key, "number": s.number, "title": s.title} for s in edition.sections],
        "tables": [_table(edition, table) for table in edition.appendices],
        "checks": len(edition.checks),
    }


def _table(edition: Edition, table: Appendix) -> dict[str, object]:
    columns = columns_of(table, edition.head.columns)
    return {
        "key": table.head.key,
        "name": table_name(edition.head, table.head),
        "tab": tab_name(edition.head, table.head),
        "title": table.head.title,
        "repeats": table.head.repeats,
        "columns": [{"key": c.key, "of": c.of, "title": c.title, "over": c.over} for c in columns],
        "rows": [
            {"key": r.key, "number": r.number, "label": r.label, "unit": r.unit, "kind": r.kind}
            for r in table.indicators
        ],
    }


def _check(request: argparse.Namespace, services: Services) -> int:
    found = _examined(Path(request.file))
    if request.json:
        say_json(list(found.faults))
    elif found.faults:
        for fault in found.faults:
            say_line(fault)
    elif found.edition:
        checks = len(found.edition.checks)
        say_line(f"Mẫu «{found.edition.head.name}» dùng được: {checks} quy tắc, không có lỗi.")
    return 1 if found.faults else 0


def _examined(path: Path) -> Inspected:
    try:
        if path.is_dir():
            return inspect(path)
        if path.exists():
            return examine(read_bundle(_content(path), path.name))
    except (OSError, ValueError) as fault:  # a name that the system does not take
        raise UserFault(f"Không dùng được đường dẫn {path}.") from fault
    raise UserFault(
        f"Không có thư mục mẫu {path}; hãy ghi thư mục chứa các tệp .toml của một mẫu, hoặc một tệp .maubc."
    )


def _content(path: Path) -> bytes:
    try:
        return read_bounded(path, MOST_OF_FILE)
    except (OSError, ValueError) as fault:
        raise UserFault(f"Không đọc được tệp {path}; hãy kiểm tra đường dẫn.") from fault


def _export(request: argparse.Namespace, services: Services) -> int:
    put_in_place({Path(request.file): services.own_forms().export(request.id)})
    return 0


def _import(request: argparse.Namespace, services: Services) -> int:
    path = Path(request.file)
    taken = services.own_forms().take_in(
        read_bundle(_content(path), path.name), path.name, as_copy=request.copy
    )
    say_line(taken.edition_id)
    if taken.outcome == "there":
        complain(one_line(f"Máy này đã có đúng mẫu «{taken.name}» này rồi; không ghi gì thêm."))
    return 0


def _order(request: argparse.Namespace, services: Services) -> int:
    for edition_id in request.ids:
        services.catalogue.edition(edition_id)
    set_order(services.catalogue, services.preferences, request.ids)
    return _list(request, services)


def _from_docx(request: argparse.Namespace, services: Services) -> int:
    stored = store_form_file(Path(request.file), services)
    if request.json:
        offers = [{"kind": o.kind, "key": o.key, "of": o.of, "sentence": o.sentence} for o in stored.offers]
        say_json({"id": stored.edition_id, "doubts": stored.doubts, "offers": offers})
        return 0
    say_line(stored.edition_id)
    for sentence in (*stored.doubts, *(offer.sentence for offer in stored.offers)):
        complain(one_line(sentence))
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace, Services], int]] = {
    "list": _list, "show": _show, "check": _check, "export": _export, "import": _import, "order": _order,
    "from-docx": _from_docx,
}  # fmt: skip
