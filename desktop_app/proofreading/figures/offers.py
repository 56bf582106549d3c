"""Numbers in the words that can be bound: to the row that has them, or to the figure that they state."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from desktop_app.checking.findings import Span
from desktop_app.proofreading.context import Context
from desktop_app.proofreading.figures.against_rows import equal_row
from desktop_app.proofreading.figures.linking import linked
from desktop_app.proofreading.figures.stated import Stated, same_rows, stated_figures
from desktop_app.proofreading.passages import Passage, is_prose, passages
from desktop_app.reports.binding import bound_spans, spelled_alike
from desktop_app.reports.filled_report import FilledReport, with_entries
from desktop_app.reports.report import Entry


class Offer(msgspec.Struct, frozen=True):
    """A number in the words and what it can follow without a letter changing.

    key, span: where the digits stand; row: the key of the row, or of the figure of the prose that
    the sentence states; text: the digits as written, with their sign; bound: what a run is bound by.
    """

    key: str
    span: Span
    row: str
    text: str
    bound: str


def offers(filled: FilledReport) -> list[Offer]:
    """Every number of the prose that can be bound, in the order of the form and of the text."""
    context = Context(filled)
    return [
        offer
        for passage in passages(filled)
        if is_prose(filled, passage)
        for offer in sorted(_in_section(context, passage), key=lambda one: one.span)
    ]


def _in_section(context: Context, passage: Passage) -> Iterator[Offer]:
    filled = context.filled
    taken = {place for span, _ in bound_spans(filled.prose(passage.key)) for place in range(*span)}
    for said, found in linked(context.plan, passage):
        span = said.paragraph.span(said.mention.span)
        text = passage.text[slice(*span)]
        link = equal_row(context, said, found)
        if link and span[0] not in taken and (bound := spelled_alike(filled, link.row.key, text)):
            taken.add(span[0])
            yield Offer(passage.key, span, link.row.key, text, bound)
    for one in stated_figures(context, passage):
        text = passage.text[slice(*one.span)]
        if one.span[0] not in taken and (found_by := _source(context, one, text)):
            yield Offer(passage.key, one.span, found_by[0], text, found_by[1])


def _source(context: Context, one: Stated, text: str) -> tuple[str, str] | None:
    """The row that is the same and has the number; the figure itself where the form holds it to none."""
    filled, figure = context.filled, context.plan.figures[one.figure]
    if figure.same_as:
        bounds = ((row, spelled_alike(filled, row, text)) for row in same_rows(figure))
        return next((pair for pair in bounds if pair[1]), None)
    entered = with_entries(filled, {one.figure: Entry(text.removesuffix("%").strip())})
    bound = spelled_alike(entered, one.figure, text)
    return (one.figure, bound) if bound else None
