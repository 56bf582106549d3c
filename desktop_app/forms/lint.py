"""Faults of an edition that its files cannot show one by one: dangling keys, messages, spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from desktop_app.base import known_keys
from desktop_app.base.errors import UserFault
from desktop_app.base.periods import read_period
from desktop_app.forms.columns import cells_of
from desktop_app.forms.derived_checks import as_relation
from desktop_app.forms.expression import Node, keys_read
from desktop_app.forms.heads import table_name
from desktop_app.forms.lint_columns import column_faults
from desktop_app.forms.model import Edition, Figure, Indicator, ParsedCheck

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
OF_THE_WINDOW = ("general", "preview", "tray", "citations", "ready")
"""How the window calls the tabs that hold no part of the form."""
_NUMERIC = {"count", "decimal", "money", "percent", "choice", "yes_no"}


def faults(edition: Edition) -> list[str]:
    """Every fault as one Vietnamese sentence naming the entry; an empty list for a clean edition."""
    return [
        *_retired(edition),
        *column_faults(edition),
        *_tabs(edition),
        *_dangling(edition),
        *_of_itself(edition),
        *_messages(edition),
        *_examples_given(edition),
        *_validity(edition),
        *_spelling(edition),
    ]


def entry_keys(edition: Edition) -> list[str]:
    """Every key of the edition in the order of its files, repeats included."""
    return [
        *(field.key for field in edition.fields),
        *(section.key for section in edition.sections),
        *(figure.key for figure in edition.figures),
        *(row.key for row in edition.indicators),
    ]


def _retired(edition: Edition) -> Iterator[str]:
    for key in set(edition.head.retired) & set(entry_keys(edition)):
        yield f"Khóa «{key}» đã bỏ từ mẫu trước, không được dùng lại cho nghĩa khác."


def _tabs(edition: Edition) -> Iterator[str]:
    """Tabs of the outline that could not be told from others."""
    tables = {appendix.head.key: table_name(edition.head, appendix.head) for appendix in edition.appendices}
    taken = tables | dict.fromkeys(OF_THE_WINDOW, "một thẻ của chương trình")
    for tab in dict.fromkeys(section.tab for section in edition.sections):
        if not tab.strip():
            yield "Đề cương có mục chưa có tên thẻ; hãy ghi tên thẻ, ví dụ I."
        elif tab in taken:
            yield f"Thẻ «{tab[:40]}» của đề cương trùng tên với {taken[tab]}; hãy đặt tên khác."


def _dangling(edition: Edition) -> Iterator[str]:
    """Keys that an expression, a scope or a figure names and the edition lacks."""
    cells = {cell.key: cell for appendix in edition.appendices for cell in cells_of(appendix)}
    known = {*entry_keys(edition), *cells, *map(known_keys.earlier_of, cells)}
    numeric = {row.key for row in edition.indicators if row.kind in _NUMERIC}
    numeric |= {key for cell in cells.values() if cell.kind in _NUMERIC for key in _with_earlier(cell.key)}
    numeric |= {figure.key for figure in edition.figures}
    numeric |= {field.key for field in edition.fields if field.kind in _NUMERIC}
    for name, node in _expressions(edition):
        for key in dict.fromkeys(keys_read(node)):
            if key not in known:
                yield f"Mục {name} đọc khóa «{key}» mà mẫu không có."
            elif key not in numeric:
                yield f"Mục {name} tính trên «{key}», dòng này không chứa con số."
    yield from _dangling_scopes(edition, known)
    sections = {section.key for section in edition.sections}
    for figure in edition.figures:
        if figure.section not in sections:
            yield f"Số liệu {figure.key} thuộc mục «{figure.section}» mà mẫu không có."


def _with_earlier(cell: str) -> tuple[str, str]:
    return cell, known_keys.earlier_of(cell)


def _dangling_scopes(edition: Edition, known: set[str]) -> Iterator[str]:
    for appendix in edition.appendices:
        for scope in appendix.scopes:
            named = {*scope.rows} - known - {appendix.head.key}
            kinds = {*scope.agency_kinds} - {kind.key for kind in edition.agency_kinds}
            for key in sorted(named | kinds):
                table = table_name(edition.head, appendix.head)
                yield f"Phạm vi báo cáo của {table} nêu «{key}» không có."


def _of_itself(edition: Edition) -> Iterator[str]:
    """Rows that say they are a total, a rate, a part or the same of themselves."""
    rows: tuple[Indicator | Figure, ...] = (*edition.indicators, *edition.figures)
    for row in rows:
        words = [as_relation(word).of for word in (*row.part_of, *row.same_as)]
        if row.total_of:
            words.append(as_relation(row.total_of).of)
        if isinstance(row, Indicator) and row.rate_of:
            words.append(row.rate_of)
        if any(row.key in of for of in words):
            yield f"Dòng {row.key} được tính từ chính nó; sửa total_of, rate_of, part_of hoặc same_as."


def _expressions(edition: Edition) -> Iterator[tuple[str, Node]]:
    for formula in edition.formulas:
        yield formula.key, formula.expression
    for check in edition.checks:
        for node in (check.expect, check.when, check.found, check.expected):
            if node is not None:
                yield check.written.code, node


def _messages(edition: Edition) -> Iterator[str]:
    """Messages naming a value that their check does not read."""
    for check in edition.checks:
        read = _read_by(check) | {"found", "expected"}
        for name in _PLACEHOLDER.findall(check.written.message + check.written.advice):
            if name not in read:
                yield f"Câu báo của {check.written.code} nêu «{name}» mà quy tắc không đọc."
        if not check.written.message.rstrip().endswith((".", "?")):
            yield f"Câu báo của {check.written.code} thiếu dấu chấm cuối câu."


def _read_by(check: ParsedCheck) -> set[str]:
    nodes = (check.expect, check.when, check.found, check.expected)
    return {key for node in nodes if node is not None for key in keys_read(node)}


def _examples_given(edition: Edition) -> Iterator[str]:
    for check in edition.checks:
        for name, example in (("đúng", check.written.passes), ("sai", check.written.fails)):
            if not example:
                yield f"Quy tắc {check.written.code} thiếu ví dụ {name}."
            for key in sorted(set(example) - _read_by(check)):
                yield f"Ví dụ {name} của {check.written.code} cho «{key}» mà quy tắc không đọc."


def _validity(edition: Edition) -> Iterator[str]:
    try:
        first = read_period(edition.head.valid_from)
        last = read_period(edition.head.valid_to) if edition.head.valid_to else first
    except UserFault as fault:
        yield str(fault)
        return
    if first.rank() > last.rank():
        yield f"Mẫu có hiệu lực từ {first} nhưng hết hiệu lực trước đó, {last}."


def _spelling(edition: Edition) -> Iterator[str]:
    """Double spaces, loose ends and letters that are not NFC, in any text of the edition."""
    typed = msgspec.structs.replace(edition, formulas=(), checks=())  # their trees hold keys alone
    for text in _texts(msgspec.to_builtins((typed, [check.written for check in edition.checks]))):
        if "  " in text.replace("\n", " ").strip() and "{" not in text:
            yield f"Câu «{text[:50]}» có hai dấu cách liền nhau."
        if not unicodedata.is_normalized("NFC", text):
            yield f"Câu «{text[:50]}» có chữ chưa ở dạng NFC."


def _texts(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for part in content.values():
            yield from _texts(part)
    elif isinstance(content, list | tuple):
        for part in content:
            yield from _texts(part)
