"""The span of a finding, which counts the plain spelling, as places in paragraphs and footnotes."""

from __future__ import annotations

from desktop_app.checking.findings import Finding, Span
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import NOTE_OPENS, ProseParagraph, in_words, placed_runs, to_plain
from desktop_app.searching.hits import Hit
from desktop_app.searching.replacing import replaced


def hits_of(filled: FilledReport, key: str, span: Span) -> list[Hit]:
    """Where the words of the span stand, one hit for each paragraph or footnote that has some of them."""
    if not filled.plan.is_prose(key):
        return [Hit(key, *span)]
    hits: list[Hit] = []
    start = 0
    for number, paragraph in enumerate(filled.prose(key)):
        hits += _in_paragraph(key, number, paragraph, (span[0] - start, span[1] - start))
        start += len(to_plain((paragraph,))) + 1
    return hits


def _in_paragraph(key: str, number: int, paragraph: ProseParagraph, span: Span) -> list[Hit]:
    """The span, counted from the paragraph's list mark, in its words and its footnotes."""
    hits: list[Hit] = []
    letters, notes = 0, 0
    for at, until, run in placed_runs(paragraph):
        begin, end = max(span[0], at), min(span[1], until)
        notes += bool(run.note)
        if begin < end and run.note:
            inside = max(0, begin - at - len(NOTE_OPENS))
            hits.append(Hit(key, inside, min(len(run.note), inside + end - begin), number, notes))
        elif begin < end and hits and not hits[-1].footnote and hits[-1].end == letters:
            hits[-1] = Hit(key, hits[-1].start, letters + end - at, number)
        elif begin < end:
            hits.append(Hit(key, letters + begin - at, letters + end - at, number))
        letters += len(run.text)
    return hits


def proposal(filled: FilledReport, finding: Finding) -> str:
    """The words that would stand in the place of those that the finding speaks of; "" where it has none."""
    if not finding.keys or finding.span is None or not finding.expected:
        return ""
    key = finding.keys[0]
    text = in_words(filled.text(key), prose=filled.plan.is_prose(key))
    return finding.expected if text[slice(*finding.span)] == finding.found else ""


def with_proposal(filled: FilledReport, finding: Finding) -> dict[str, str]:
    """Key -> its text as the finding proposes it; {} where it proposes nothing or nothing may be replaced."""
    words = proposal(filled, finding)
    if not words or finding.span is None:
        return {}
    hits = hits_of(filled, finding.keys[0], finding.span)
    return replaced(filled, hits, words) if len(hits) == 1 else {}
