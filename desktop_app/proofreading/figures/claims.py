"""Claims without figures and figures without words: what one of prose and tables says alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from desktop_app.checking.findings import Finding
from desktop_app.forms.heads import table_name
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.figures.against_rows import (
    MILLION,
    SURE,
    is_ahead,
    is_elsewhen,
    number_is,
    number_of,
    tables_of,
)
from desktop_app.proofreading.figures.linking import linked, links
from desktop_app.proofreading.figures.mentions import Mention
from desktop_app.proofreading.figures.paragraphs import Paragraph, paragraphs
from desktop_app.proofreading.figures.rows import Row, row_index
from desktop_app.proofreading.figures.speaking import Spoken, spoken, titles
from desktop_app.proofreading.passages import Passage, is_prose

MOST_NAMED = 6
"""Rows without words that the note of a table names; their number says the rest."""
ALSO = 0.2
"""A filled row whose words fit so much less may still be the one that is meant, not the blank one."""
DISTINCT = 100
"""A count as large as this is known again wherever it stands; smaller ones are many things."""

_NONE = re.compile(
    r"\b(?:không có|không phát sinh|chưa phát sinh|không còn|chưa có)\b(?! số liệu| gì|\s*thẩm quyền)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\s*(?:-\s*)?(?:không có|không phát sinh|không)\s*[.;]?\s*", re.IGNORECASE)
_WEAK = re.compile(r"\b(?:hạn chế|tồn tại)\b", re.IGNORECASE)
_LATE_WORDS = re.compile(r"\b(?:quá hạn|trễ hạn|chậm|chưa đúng hạn|chưa kịp thời|tồn đọng)\b", re.IGNORECASE)
LATE = "quá hạn"


def read(context: Context, texts: Iterable[Passage]) -> Iterator[Finding]:
    """What the words claim and no row shows, and the other way round."""
    prose = [passage for passage in texts if is_prose(context.filled, passage)]
    for passage in prose:
        if not is_ahead(context, passage):
            yield from _of_blank_rows(context, passage)
            yield from _none_of_some(context, passage)
    yield from _without_words(context, prose)
    yield from _late_passed_over(context, prose)


# -- words without figures --


def _of_blank_rows(context: Context, passage: Passage) -> Iterator[Finding]:
    """A number whose row is empty in a table that is begun: for each row the one that fits best."""
    best: dict[str, tuple[float, Spoken]] = {}
    for said, found in linked(context.plan, passage):
        if not found or found[0].score < SURE or is_loose(said) or is_elsewhen(context, said):
            continue
        fitting = [link.row for link in found if link.score >= found[0].score - ALSO]
        row, score = fitting[0], found[0].score
        known = row.appendix in tables_of(context.plan, passage.key) and is_begun(context, row.appendix)
        if (
            known
            and not _stands_elsewhere(context, said, row)
            and all(is_blank(context, one.key) for one in fitting)
        ):
            best[row.key] = max(best.get(row.key, (0.0, said)), (score, said), key=lambda pair: pair[0])
    for key, (_, said) in best.items():
        yield _blank_finding(context, passage, said, key)


def _stands_elsewhere(context: Context, said: Spoken, row: Row) -> bool:
    """Whether another row of the table, one that shares words with it, has the number."""
    near = row_index(context.plan).naming(said.near)
    return any(one.appendix == row.appendix and number_is(context, said.mention, one) for one in near)


def _blank_finding(context: Context, passage: Passage, said: Spoken, key: str) -> Finding:
    number = f"{said.mention.digits}{'%' if said.mention.percent else ''}"
    words = Words(
        f"{context.name(passage.key)}: lời văn ghi {number} nhưng {context.name(key)} "
        f"«{label_of(context, key)}» còn trống.",
        "Ghi số liệu vào bảng, hoặc xem lại câu này.",
        number,
        "(trống)",
    )
    span = said.paragraph.span(said.mention.span)
    return context.finding("claim.blank", "note", (passage.key, key), span, words)


def is_begun(context: Context, table: str) -> bool:
    """Whether something is entered in the table; an empty one waits for its clerk."""
    rows = (row for row in row_index(context.plan).rows if row.appendix == table)
    return any(row.key in context.filled.result.values for row in rows)


def is_loose(said: Spoken) -> bool:
    """Whether the quantity is one of a footnote, of a fraction, or "trên 120"."""
    return said.paragraph.kind == "note" or bool(said.mention.part) or said.mention.about


def is_blank(context: Context, key: str) -> bool:
    """Whether the agency reports the row and nothing stands there."""
    filled = context.filled
    return not filled.shown(key) and not filled.out_of_scope(key)


def _none_of_some(context: Context, passage: Passage) -> Iterator[Finding]:
    """ "Không có …" where a row says that there are some."""
    index = row_index(context.plan)
    title = index.lexicon.names(". ".join(titles(context.plan, passage.key)[:2]))
    alone = _ALONE.fullmatch(passage.text)
    for paragraph in paragraphs(passage.text):
        claims = _claims(paragraph)
        if not claims or paragraph.kind == "note":
            continue
        for said in spoken(index.lexicon, (msgspec.structs.replace(paragraph, mentions=claims),), title):
            if alone:
                said = msgspec.structs.replace(said, near=title)
            row = _meant(context, passage, said)
            if row is not None:
                yield _none_finding(context, passage, said, row)


def _claims(paragraph: Paragraph) -> tuple[Mention, ...]:
    """Each "không có" as a quantity of nothing."""
    return tuple(
        Mention(found.span(), Decimal(0), found.group()) for found in _NONE.finditer(paragraph.plain)
    )


def _meant(context: Context, passage: Passage, said: Spoken) -> Row | None:
    """The row that the words deny, where it is above zero."""
    found = links(row_index(context.plan), said)
    if not found or found[0].score < SURE or is_elsewhen(context, said):
        return None
    if any(link.score >= SURE and number_of(context, link.row) == 0 for link in found):
        return None
    row = found[0].row
    number = number_of(context, row)
    return row if number and row.appendix in tables_of(context.plan, passage.key) else None


def _none_finding(context: Context, passage: Passage, said: Spoken, row: Row) -> Finding:
    shown = context.filled.shown(row.key)
    words = Words(
        f"{context.name(passage.key)}: lời văn ghi «{said.mention.digits}» nhưng {context.name(row.key)} "
        f"«{label_of(context, row.key)}» ghi {shown}.",
        "Sửa cho lời văn và bảng số liệu khớp nhau.",
        said.mention.digits,
        shown,
    )
    span = said.paragraph.span(said.mention.span)
    return context.finding("claim.none", "warning", (passage.key, row.key), span, words)


# -- figures without words --


def _without_words(context: Context, prose: list[Passage]) -> Iterator[Finding]:
    """For each table one note: the counts above zero that no sentence states."""
    if not prose:
        return
    for appendix in context.edition.appendices:
        stated = _stated(context, prose, appendix.head.key)
        silent = [
            row
            for row in row_index(context.plan).rows
            if row.appendix == appendix.head.key
            and row.kind in ("count", "money")
            and _is_silent(context, row, stated)
        ]
        if silent:
            yield _silent_finding(context, table_name(context.edition.head, appendix.head), silent)


def _stated(context: Context, prose: list[Passage], table: str) -> set[Decimal]:
    """The counts of the sections that may speak of the table, and those that nobody takes for another."""
    return {
        said.mention.number
        for passage in prose
        for said, _ in linked(context.plan, passage)
        if not said.mention.percent
        if said.mention.number >= DISTINCT or tables_of(context.plan, passage.key) & {table, ""}
    }


def _is_silent(context: Context, row: Row, stated: set[Decimal]) -> bool:
    """Whether no sentence states the row, nor the total that it is a part of."""
    number = number_of(context, row)
    if not number or number in stated or number * MILLION in stated:
        return False
    total = context.plan.indicators.get(row.key.rpartition(".")[0])
    above = context.filled.result.values.get(total.key) if total else None
    return above is None or above.number is None or above.number not in stated


def _silent_finding(context: Context, table: str, silent: list[Row]) -> Finding:
    named = [
        f"dòng {context.name(row.key).rpartition('dòng ')[2]} ({context.filled.shown(row.key)})"
        for row in silent[:MOST_NAMED]
    ]
    more = f" và {len(silent) - MOST_NAMED} dòng khác" if len(silent) > MOST_NAMED else ""
    words = Words(
        f"{table} có số liệu mà lời văn không nhắc đến: {', '.join(named)}{more}.",
        "Nếu là kết quả đáng nêu, bổ sung vào lời văn; nếu không thì bỏ qua lưu ý này.",
        context.filled.shown(silent[0].key),
    )
    return context.finding("claim.silent", "note", tuple(row.key for row in silent), None, words)


def _late_passed_over(context: Context, prose: list[Passage]) -> Iterator[Finding]:
    """Something overdue in the tables, of which the section of shortcomings says nothing."""
    late = [
        row
        for row in row_index(context.plan).rows
        if LATE in row.own and row.kind == "count" and (number_of(context, row) or 0) > 0
    ]
    for passage in prose:
        own = titles(context.plan, passage.key)[:1]
        if late and own and _WEAK.search(own[0]) and not _LATE_WORDS.search(passage.text):
            named = "; ".join(f"{context.name(row.key)}: {context.filled.shown(row.key)}" for row in late)
            words = Words(
                f"{context.name(passage.key)} không nhắc đến việc quá hạn, trong khi bảng số liệu có "
                f"({named}).",
                "Nêu việc quá hạn và nguyên nhân ở mục này, hoặc xem lại số liệu.",
                context.filled.shown(late[0].key),
            )
            keys = (passage.key, *(row.key for row in late))
            yield context.finding("claim.late", "note", keys, None, words)


def label_of(context: Context, key: str) -> str:
    """What the form calls the row."""
    return context.plan.indicators[key].label
