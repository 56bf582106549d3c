"""How a row hangs together with others, in words, and the dialog in which those others are picked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.forms.derived_checks import as_relation
from desktop_app.forms.heads import table_name
from desktop_app.forms.model import Figure, Indicator
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor import doing
from desktop_app.ui.form_editor.choose_rows import Asked, RowChoice, choose_rows
from desktop_app.ui.form_editor.doing import Action

MANY = "Đánh dấu các dòng bằng phím cách; bỏ hết dấu để không dùng nữa."
ASKED = {
    "total_of": Asked("Dòng này là tổng của", MANY),
    "rate_of": Asked(
        "Dòng này là tỷ lệ của",
        "Đánh dấu hai dòng theo thứ tự: phần trước, tổng số sau. Tỷ lệ được tự tính và kiểm tra.",
        2, 2, ("Phần", "Trên tổng số"),
    ),
    "difference": Asked(
        "Dòng này là hiệu của", "Đánh dấu dòng bị trừ trước, rồi các dòng trừ. Hiệu được tự tính.", 2
    ),
    "part_of": Asked("Dòng này không lớn hơn", MANY),
    "same_as": Asked("Dòng này phải bằng", MANY),
}  # fmt: skip
CHOOSE, GONE = "Chọn dòng…", "(dòng đã xóa)"
MOST_NAMED, LETTERS = 6, 24
_DIFFERENCE = re.compile(r"[\w.]+( - [\w.]+)+\Z")


def related(
    written: WrittenEdition, record: Indicator | Figure, between: Mapping[str, str]
) -> dict[str, str]:
    """Relation -> the numbers of the rows that it names, joined by its words."""
    named = {name: keys_of(record, name) for name in between}
    names = _names(written, {key for keys in named.values() for key in keys})
    return {name: _words(keys, names, between[name]) for name, keys in named.items()}


def keys_of(record: Indicator | Figure, name: str) -> tuple[str, ...]:
    """The rows that a relation names."""
    if name == "total_of":
        return as_relation(record.total_of).of if record.total_of else ()
    if name == "rate_of":
        return (isinstance(record, Indicator) and record.rate_of) or ()
    if name == "difference":
        formula = record.formula if isinstance(record, Indicator) else ""
        return tuple(formula.split(" - ")) if _DIFFERENCE.match(formula) else ()
    words = record.part_of if name == "part_of" else record.same_as
    return tuple(key for word in words for key in as_relation(word).of)


def choose_related(
    written: WrittenEdition, record: Indicator | Figure, name: str, parent: QWidget
) -> Action | None:
    """Ask for the rows; None when nothing is to change."""
    before = keys_of(record, name)
    chosen = choose_rows(row_choices(written, record.key), before, ASKED[name], parent)
    return None if chosen is None or chosen == before else doing.relate(record.key, name, chosen)


def row_choices(written: WrittenEdition, but: str, *, headings: bool = False) -> list[RowChoice]:
    """Every row and figure that holds a number, but one, that may be picked; all rows with `headings`."""
    found: list[RowChoice] = []
    without = frozenset[str]() if headings else frozenset(("heading", "text", "date"))
    for table in written.appendices:
        name = table_name(written.head, table.head)
        found += [
            RowChoice(row.key, f"{name}, dòng {row.number}" if row.number else name, row.label, row.unit)
            for row in table.indicators
            if row.kind not in without and row.key != but
        ]
    figures = () if headings else written.figures
    return found + [RowChoice(f.key, "Lời văn", f.label, f.unit) for f in figures if f.key != but]


def level_of(record: Indicator) -> str:
    """How grave it is when a relation of the row does not hold; "" for the usual."""
    words = [as_relation(word) for word in (*record.part_of, *record.same_as)]
    if record.total_of:
        words.append(as_relation(record.total_of))
    return next((word.level for word in words if word.level), "")


def _names(written: WrittenEdition, wanted: set[str]) -> dict[str, str]:
    """How rows and figures are called beside another row."""
    if not wanted:
        return {}
    names = {figure.key: f"«{figure.label[:LETTERS]}»" for figure in written.figures if figure.key in wanted}
    for table in written.appendices:
        for row in table.indicators:
            if row.key in wanted:
                names[row.key] = row.number or " ".join(row.label.split())[:LETTERS]
    return names


def _words(keys: Sequence[str], names: Mapping[str, str], between: str) -> str:
    more = f" … ({len(keys)} dòng)" if len(keys) > MOST_NAMED else ""
    return between.join(names.get(key, GONE) for key in keys[:MOST_NAMED]) + more if keys else CHOOSE
