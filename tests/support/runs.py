"""A run with every field set, so that whoever copies runs field by field is found out."""

from __future__ import annotations

import msgspec

from desktop_app.reports.prose import Prose, ProseParagraph, ProseRun

OTHER = {"bool": True, "str": "pl1.1"}
"""Type of a field -> a value that is not its default."""


def full_prose() -> Prose:
    """One paragraph: a plain run, one with every field of a face set, and the plain one again."""
    fields = [field for field in msgspec.structs.fields(ProseRun) if field.name not in ("text", "note")]
    full = ProseRun("12", **{field.name: OTHER[field.type.__name__] for field in fields})
    assert all(getattr(full, field.name) != field.default for field in fields)
    return (ProseParagraph("dash", (ProseRun("Đã xử lý "), full, ProseRun(" hồ sơ"))),)


def noted_prose(*notes: str) -> Prose:
    """A list item with these footnotes, each behind a word of its own."""
    runs = [run for note in notes for run in (ProseRun("Đã xử lý"), ProseRun("", note=note))]
    return (ProseParagraph("dash", (*runs, ProseRun(" hồ sơ."))),)
