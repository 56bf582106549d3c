"""The forms of this computer as lines of the list, in words."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.base.errors import UserFault
from desktop_app.form_editing.claims import Claim
from desktop_app.forms.catalogue import Listed, validity
from desktop_app.services import own_forms
from desktop_app.ui.form_editor.forms_list import FormLine

ORIGINS = {"shipped": "Có sẵn", "own": "Tự lập", "imported": "Nhập từ tệp"}
DRAFT, IN_USE, FAULTY, UNREADABLE = "Bản nháp", "Dùng được", "● Có lỗi", "● Không đọc được"


def form_lines(lines: Sequence[own_forms.FormLine]) -> list[FormLine]:
    """One line for each."""
    return [_line(one) for one in lines]


def _line(one: own_forms.FormLine) -> FormLine:
    listed = one.listed
    head = listed.head
    name = head.name if head else f"(thư mục {listed.folder})"
    return FormLine(
        id=head.id if head else "", name=name, origin=ORIGINS[one.origin], state=_state(listed),
        validity=_validity(listed), used=one.uses, faults=listed.faults, is_draft=listed.is_draft,
        is_own=listed.own, place=str(listed.place),
    )  # fmt: skip


def _state(listed: Listed) -> str:
    if listed.head is None:
        return UNREADABLE
    if listed.is_draft:
        return DRAFT
    return FAULTY if listed.faults else IN_USE


def _validity(listed: Listed) -> str:
    try:
        words = validity(listed.head) if listed.head else ""
    except UserFault:
        return ""
    return words[:1].upper() + words[1:]


def claims_of(lines: Sequence[own_forms.FormLine], but: str) -> list[Claim]:
    """For which periods the other forms that are in use stand."""
    found = (one.listed for one in lines if one.listed.sound and not one.listed.is_draft)
    return [Claim(one.head, one.periods) for one in found if one.head and one.head.id != but]
