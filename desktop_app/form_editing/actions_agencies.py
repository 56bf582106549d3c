"""The kinds of agency that fill a form: add, name, move, delete."""

from __future__ import annotations

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.actions_rows import follows, retire
from desktop_app.form_editing.keys import counted
from desktop_app.form_editing.places import Done
from desktop_app.form_editing.records import at_key, changed, moved_to, replaced_at
from desktop_app.forms.heads import AgencyKind
from desktop_app.forms.model import Appendix, Scope
from desktop_app.forms.written import WrittenEdition

MOST_KINDS = 50


def add_agency_kind(written: WrittenEdition, name: str) -> Done:
    """A kind of agency that fills the form."""
    if len(written.agency_kinds) >= MOST_KINDS:
        raise UserFault(f"Một mẫu có nhiều nhất {MOST_KINDS} loại cơ quan; hãy xóa bớt trước.")
    key = counted("agency", {kind.key for kind in written.agency_kinds} | set(written.head.retired))
    kinds = (*written.agency_kinds, changed(AgencyKind(key, ""), name=name))
    return _done(written, kinds, "Thêm loại cơ quan", key)


def set_agency_kind(written: WrittenEdition, key: str, name: str) -> Done:
    """Another name of a kind of agency."""
    at = at_key(written.agency_kinds, key, "Loại cơ quan")
    kinds = replaced_at(written.agency_kinds, at, changed(written.agency_kinds[at], name=name))
    return _done(written, kinds, "Sửa loại cơ quan", key)


def move_agency_kind(written: WrittenEdition, key: str, to: int) -> Done:
    """A kind of agency to another place in the list."""
    kinds = moved_to(written.agency_kinds, at_key(written.agency_kinds, key, "Loại cơ quan"), to)
    return _done(written, kinds, "Chuyển loại cơ quan", key)


def delete_agency_kind(written: WrittenEdition, key: str) -> Done:
    """A kind of agency taken out; rows that it alone filled are filled by all, and that is told."""
    at = at_key(written.agency_kinds, key, "Loại cơ quan")
    gone = written.agency_kinds[at]
    kinds = (*written.agency_kinds[:at], *written.agency_kinds[at + 1 :])
    tables: list[Appendix] = []
    freed = 0
    for table in written.appendices:
        scopes = tuple(_without_kind(scope, key) for scope in table.scopes)
        freed += sum(
            bool(old.agency_kinds) > bool(new.agency_kinds)
            for old, new in zip(table.scopes, scopes, strict=True)
        )
        tables.append(table if scopes == table.scopes else msgspec.structs.replace(table, scopes=scopes))
    told = (f"Có {freed} nhóm dòng chỉ «{gone.name}» báo cáo, nay mọi cơ quan đều báo cáo.",) if freed else ()
    left = msgspec.structs.replace(written, agency_kinds=kinds, appendices=tuple(tables))
    left = retire(left, [key] if follows(written) else [])
    return Done(left, "Xóa loại cơ quan", ("head",), told)


def _without_kind(scope: Scope, key: str) -> Scope:
    kinds = tuple(kind for kind in scope.agency_kinds if kind != key)
    if kinds == scope.agency_kinds:
        return scope
    return Scope(scope.rows, kinds, scope.reason if kinds else "", scope.proposal and bool(kinds))


def _done(written: WrittenEdition, kinds: tuple[AgencyKind, ...], name: str, key: str) -> Done:
    return Done(msgspec.structs.replace(written, agency_kinds=kinds), name, ("agency_kind", key))
