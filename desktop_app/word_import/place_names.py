"""The places to which a piece of a file can be sent, by names that say what stands there."""

from __future__ import annotations

from desktop_app.base import known_keys
from desktop_app.checking.plan import Plan
from desktop_app.forms.columns import cells_of, values_of
from desktop_app.forms.wording import fill

FORM_WORDS, NO_PLACE, OF_NOTE = "Chữ của mẫu", "Chưa có chỗ", "ghi chú"
_OURS = (known_keys.AGENCY_KIND, known_keys.DEADLINE, known_keys.RATE_OF_NOTHING)
"""Entries that no report prints."""
_TOLD = 70


def place_names(plan: Plan, words: dict[str, str]) -> dict[str, str]:
    """Key -> "Mục I.2 · Công tác tuyên truyền", for everything that a report prints, in its order."""
    found = {key: name for key, name in plan.names.items() if key in plan.fields and key not in _OURS}
    for section in plan.edition.sections:
        if section.prose:
            title = fill(section.title, words) if section.level != "plain" else ""
            found[section.key] = _joined(plan.names[section.key], title)
    for appendix in plan.edition.appendices:
        for row in values_of(appendix):
            cell = row.key in plan.cells
            name = _joined(plan.names[row.key], row.label if row.number and not cell else "")
            if row.kind != "heading":
                found[row.key] = name
            if not cell and (note := plan.note_of(row.key)):
                found[note] = f"{name} ({OF_NOTE})"
        if appendix.head.repeats:
            found |= {cell.key: plan.names[cell.key] for cell in cells_of(appendix)}
    return found


def _joined(name: str, title: str) -> str:
    title = " ".join(title.split())
    shown = title if len(title) <= _TOLD else f"{title[:_TOLD].rstrip()}…"
    return f"{name} · {shown}" if shown else name
