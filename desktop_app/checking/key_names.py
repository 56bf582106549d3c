"""How a key is called to the clerk: "Phụ lục 1, dòng 7.1", "Mục II.4.a", "Ngày ký"."""

from __future__ import annotations

from desktop_app.base import known_keys
from desktop_app.base.text import within_sentence
from desktop_app.forms.columns import cells_of, plain_title
from desktop_app.forms.heads import table_name
from desktop_app.forms.line_names import line_names
from desktop_app.forms.model import Appendix, Edition
from desktop_app.forms.section_names import section_names


def key_names(edition: Edition) -> dict[str, str]:
    """Key -> its name on screen, for every key of the edition except notes."""
    names = {field.key: field.label for field in edition.fields}
    sections = section_names(edition.sections)
    names |= sections
    for figure in edition.figures:
        home = sections.get(figure.section, figure.section)
        names[figure.key] = f"{home}, {within_sentence(figure.label)}"
    for appendix in edition.appendices:
        table = table_name(edition.head, appendix.head)
        names |= {row: f"{table}, dòng {line}" for row, line in line_names(appendix).items()}
        if appendix.columns:
            _name_cells(names, appendix, table)
    return names


def _name_cells(names: dict[str, str], appendix: Appendix, table: str) -> None:
    """ "Phụ lục 1, dòng 7.1, cột «Cấp tỉnh»" for what stands beside figures, or in lines that were added."""
    titles = {column.key: plain_title(column) for column in appendix.columns}
    for cell in cells_of(appendix):
        row, _, column = cell.key.rpartition(".")
        names[cell.key] = f"{names.get(row, f'{table}, dòng {cell.number}')}, cột «{titles[column]}»"
        if (earlier := known_keys.earlier_of(cell.key)) in cell.formula:
            names[earlier] = f"{names[cell.key]}, đến hết kỳ trước"
