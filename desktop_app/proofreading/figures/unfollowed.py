"""Numbers of a sentence that should follow a figure, and cannot: it is blank, unreadable, or gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop_app.checking.findings import Finding, Span
from desktop_app.proofreading.context import Context, Words
from desktop_app.proofreading.passages import Passage, is_prose
from desktop_app.reports.binding import bound_spans
from desktop_app.reports.bound_numbers import BEFORE, read_bound, shown_number
from desktop_app.reports.prose import ProseRun
from desktop_app.reports.succession import shown_before

GONE, BLANK = "figure.gone", "figure.waits"


def read(context: Context, texts: Iterable[Passage]) -> Iterator[Finding]:
    """Every bound number that shows what it showed last, since it has nothing to follow."""
    filled = context.filled
    before = shown_before(filled, context.previous)
    for passage in texts:
        if is_prose(filled, passage):
            for span, run in bound_spans(filled.prose(passage.key)):
                if not shown_number(filled, run.bound, lambda: before):
                    yield _finding(context, passage.key, span, run)


def _finding(context: Context, key: str, span: Span, run: ProseRun) -> Finding:
    bound = read_bound(run.bound)
    sources = sorted(bound.keys) if bound else []
    here = [source for source in sources if context.plan.is_key(source.removeprefix(BEFORE))]
    names = ", ".join(context.name(source.removeprefix(BEFORE)) for source in here)
    if not bound or len(here) < len(sources):
        words = Words(
            f"{context.name(key)}: số «{run.text}» theo một dòng không còn trong mẫu.",
            "Gắn số này với dòng khác (Ctrl+G), hoặc tách thành số thường.",
            run.text,
        )
        return context.finding(GONE, "warning", (key, *here), span, words)
    words = Words(
        f"{context.name(key)}: số «{run.text}» theo {names}, mà ở đó chưa có số đọc được.",
        "Nhập số liệu đó thì câu tự ghi theo.",
        run.text,
    )
    return context.finding(BLANK, "note", (key, *here), span, words)
