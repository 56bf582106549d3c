"""Where a place of the form stands in the editor, and how it is called in words."""

from __future__ import annotations

from desktop_app.base.periods import MONTH, kind_name
from desktop_app.base.text import within_sentence
from desktop_app.forms.heads import table_name
from desktop_app.forms.model import Appendix
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor.form_tree import (
    CHECKS,
    FIELDS,
    FIGURES,
    HEAD,
    KINDS,
    PERIODS,
    Place,
    section_words,
)

LISTS = {
    "field": FIELDS, "period": PERIODS, "agency_kind": KINDS, "check": CHECKS, "figure": FIGURES,
}  # fmt: skip
MOST_LETTERS = 40


def home_of(written: WrittenEdition, place: Place) -> tuple[Place, str]:
    """The line of the tree that holds a place, and the record there; "" for none."""
    kind, key = place[0], place[-1]
    if kind in LISTS and len(place) > 1:
        return LISTS[kind], key
    if kind == "row":
        table = _tables(written.appendices).get(key)
        return (("rows", table), key) if table else (HEAD, "")
    if kind == "column" and len(place) > 2:
        return ("columns", place[1]), key
    if kind in ("section", "table") and len(place) > 1:
        return place, key
    return (HEAD, "") if kind in ("head", "annex") else (place, "")


def place_name(written: WrittenEdition, place: Place) -> str:
    """ "Phụ lục 1, dòng 2.1", "Mục 1. Cải cách thể chế"; what the tree calls it where it is no record."""
    kind, key = place[0], place[-1]
    named = {"row": _row, "section": _section, "table": _table, "column": _column, "field": _field}
    if kind in named and len(place) > 1:
        return named[kind](written, place)
    if kind == "period":
        return f"Kỳ {'tháng' if key == MONTH else within_sentence(kind_name(key))}"
    if kind == "figure":
        return next(
            (f"Số liệu «{f.label}»" for f in written.figures if f.key == key), "Số liệu trong lời văn"
        )
    if kind == "agency_kind":
        return "Loại cơ quan"
    return "Quy tắc kiểm tra" if kind == "check" else "Thông tin chung"


def _table_of(written: WrittenEdition, key: str) -> Appendix | None:
    return next((table for table in written.appendices if table.head.key == key), None)


def _table(written: WrittenEdition, place: Place) -> str:
    table = _table_of(written, place[1])
    return table_name(written.head, table.head) if table else "Bảng"


def _row(written: WrittenEdition, place: Place) -> str:
    key = place[1]
    table = _table_of(written, _tables(written.appendices).get(key, ""))
    if table is None:
        return "Dòng"
    row = next(row for row in table.indicators if row.key == key)
    line = row.number or f"«{' '.join(row.label.split())[:MOST_LETTERS]}»"
    return f"{table_name(written.head, table.head)}, dòng {line}"


def _column(written: WrittenEdition, place: Place) -> str:
    table = _table_of(written, place[1])
    if table is None:
        return "Cột"
    title = next((column.title for column in table.columns if column.key == place[2]), "")
    return f"{table_name(written.head, table.head)}, cột «{' '.join(title.split())[:MOST_LETTERS]}»"


def _section(written: WrittenEdition, place: Place) -> str:
    section = next((s for s in written.sections if s.key == place[1]), None)
    return f"Mục {section_words(section)}" if section else "Đề cương"


def _field(written: WrittenEdition, place: Place) -> str:
    field = next((f for f in written.fields if f.key == place[1]), None)
    return f"Ô «{field.label}»" if field else "Phần đầu, phần cuối"


def _tables(appendices: tuple[Appendix, ...]) -> dict[str, str]:
    """Row -> its table, found once for as long as no table changes."""
    if _known.of is not appendices:
        _known.of = appendices
        _known.tables = {row.key: table.head.key for table in appendices for row in table.indicators}
    return _known.tables


class _Known:
    """What was found last."""

    of: tuple[Appendix, ...] | None = None
    tables: dict[str, str]


_known = _Known()
