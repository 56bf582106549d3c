"""The checks of the form on what sentences state: typed numbers are read as the figures that they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import msgspec

from desktop_app.base.numbers import show_number
from desktop_app.checking.findings import Finding
from desktop_app.forms.values import read_value
from desktop_app.proofreading.context import Context
from desktop_app.proofreading.figures import against_rows, parts, rates, sums
from desktop_app.proofreading.figures.against_rows import MILLION, is_slip
from desktop_app.proofreading.figures.stated import Stated, same_rows, stated_figures
from desktop_app.proofreading.passages import Passage, is_prose
from desktop_app.reports.filled_report import with_entries
from desktop_app.reports.report import Entry

Place = tuple[str, tuple[int, int] | None]


def read(context: Context, texts: Iterable[Passage]) -> Iterator[Finding]:
    """What the checks of the form find in the sentences, then numbers that are not those of their rows."""
    prose = [passage for passage in texts if is_prose(context.filled, passage)]
    stated = [one for passage in prose for one in stated_figures(context, passage)]
    found = list(_contradicted(context, prose, [one for one in stated if not one.entered]))
    yield from found
    said = {_place(finding) for finding in found}
    for finding in against_rows.read(context, prose):
        if _place(finding) not in said and not _is_another_figure(context, stated, finding):
            yield finding


def _place(finding: Finding) -> Place:
    return finding.keys[0], finding.span


def _is_another_figure(context: Context, stated: list[Stated], finding: Finding) -> bool:
    """Whether the number is a figure of the prose that the form holds to no row."""
    figures = context.plan.figures
    here = (one for one in stated if (figures[one.figure].section, one.span) == _place(finding))
    return any(not figures[one.figure].same_as for one in here)


def _contradicted(context: Context, prose: list[Passage], stated: list[Stated]) -> Iterator[Finding]:
    """What the checks say of the report with the stated figures entered."""
    figures, filled = context.plan.figures, context.filled
    entries = {one.figure: Entry(_entered(context, one)) for one in stated}
    found: list[tuple[Finding, list[Stated], tuple[str, ...]]] = []
    for identity, finding in with_entries(filled, entries).result.findings.items() if entries else ():
        here = [one for key in finding.keys for one in stated if one.figure == key]
        if here and identity not in filled.result.findings and not finding.broken:
            found.append((finding, here, tuple(key for key in finding.keys if key not in figures)))
    elsewhere = [
        here[0].said.paragraph for finding, here, rows in found if rows and _is_far(context, finding)
    ]
    for finding, here, rows in found:
        other = any(here[0].said.paragraph is paragraph for paragraph in elsewhere)
        if not (other or _adds_up(here[0], finding)) if rows else _is_told_once(context, prose, here):
            yield _in_words(context, finding, here[0], rows)


def _entered(context: Context, one: Stated) -> str:
    """The number as it would be entered: money in millions, a rounded one as its row has it."""
    mention, figure = one.said.mention, context.plan.figures[one.figure]
    if figure.kind != "money" or not mention.slack:
        return mention.digits
    for key in same_rows(figure):
        number = context.filled.result.value(key).number
        if number is not None and abs(number * MILLION - mention.number) <= mention.slack:
            return context.filled.shown(key)
    return show_number(mention.number / MILLION)


def _is_far(context: Context, finding: Finding) -> bool:
    """Whether what should be equal is so far apart that the paragraph speaks of other things."""
    check = next(one for one in context.plan.checks if one.written.code == finding.code)
    found, expected = (_number(side) for side in (finding.found, finding.expected))
    if "==" not in check.written.expect or found is None or expected is None:
        return False
    return not is_slip(found, expected)


def _adds_up(one: Stated, finding: Finding) -> bool:
    """Whether the number makes the row's with another of its paragraph: "tuyển 01 …, xét chuyển 01 …"."""
    expected = _number(finding.expected)
    counts = [other for other in one.said.paragraph.mentions if other is not one.said.mention]
    return any(one.said.mention.number + other.number == expected for other in counts if not other.percent)


def _number(side: str) -> Decimal | None:
    return read_value("decimal", side).number


def _is_told_once(context: Context, prose: list[Passage], here: list[Stated]) -> bool:
    """Whether one paragraph says it all and its own arithmetic has not been found wrong already."""
    if any(one.said.paragraph is not here[0].said.paragraph for one in here):
        return False
    section = context.plan.figures[here[0].figure].section
    passage = tuple(one for one in prose if one.key == section)
    known = {finding.span for reader in (sums, parts, rates) for finding in reader.read(context, passage)}
    return not any(span and span[0] < one.span[1] and one.span[0] < span[1] for span in known for one in here)


def _in_words(context: Context, finding: Finding, home: Stated, rows: tuple[str, ...]) -> Finding:
    """The finding at the digits; what is only read from words is never more than a warning."""
    key = context.plan.figures[home.figure].section
    return msgspec.structs.replace(
        finding,
        level="warning" if finding.level == "error" else finding.level,
        keys=(key, *rows),
        order=len(context.plan.checks) + context.plan.order[key],
        found_by="prose",
        span=home.span,
    )
