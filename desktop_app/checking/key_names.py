"""How a key is called to the clerk: "Phụ lục 1, dòng 7.1", "Mục II.4.a", "Ngày ký"."""

from __future__ import annotations

from desktop_app.base.text import within_sentence
from desktop_app.forms.heads import table_name
from desktop_app.forms.model import Edition

PLAIN_TITLES = {"opening": "Phần mở đầu", "closing": "Câu kết"}
"""Parts of the body that are printed without a heading."""


def key_names(edition: Edition) -> dict[str, str]:
    """Key -> its name on screen, for every key of the edition except notes."""
    names = {field.key: field.label for field in edition.fields}
    for section in edition.sections:
        plain = section.title.rstrip(":") or PLAIN_TITLES.get(section.key, section.key)
        names[section.key] = plain if section.level == "plain" else f"Mục {section.key}"
    for figure in edition.figures:
        names[figure.key] = f"Mục {figure.section}, {within_sentence(figure.label)}"
    for appendix in edition.appendices:
        prefix = f"{appendix.head.key}."
        for row in appendix.indicators:
            line = _full(row.key, prefix, row.number) if row.number else f"«{row.label}»"
            names[row.key] = f"{table_name(edition.head, appendix.head)}, dòng {line}"
    return names


def _full(key: str, prefix: str, number: str) -> str:
    """The number that finds the row: with its part (II.1) where the print repeats 1, 2, 3."""
    tail = key.removeprefix(prefix)
    return tail if tail.endswith(number) else number
