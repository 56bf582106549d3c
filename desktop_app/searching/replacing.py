"""Other words in the place of hits: faces, footnotes and lists around them stay as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from desktop_app.base import known_keys
from desktop_app.base.text import clean
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import ProseParagraph, ProseRun, write_prose
from desktop_app.searching.hits import Hit, place_name


def refusal(filled: FilledReport, hit: Hit) -> str:
    """Why nothing is replaced at the hit, as one sentence; "" where it may be."""
    row = known_keys.row_of(hit.key)
    name = place_name(filled, hit)
    if known_keys.is_tray(hit.key):
        return f"{name}: không thay, vì nội dung này chưa có chỗ trong mẫu; hãy chép vào nơi phù hợp trước."
    if reason := filled.out_of_scope(row):
        return f"{name}: không thay, vì dòng này không thuộc phạm vi của cơ quan ({reason})."
    if not hit.shown:
        return ""
    if filled.text(row):
        return f"{name}: không thay, vì ô này được gõ là «{filled.text(row)}»; hãy sửa ngay trong ô."
    return f"{name}: không thay, vì số này do chương trình tính; muốn ghi số khác thì gõ vào ô."


def replaced(filled: FilledReport, hits: Iterable[Hit], words: str) -> dict[str, str]:
    """Key -> its text with `words` where the hits are; places that refuse are left out."""
    by_key: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        if not refusal(filled, hit):
            by_key[hit.key].append(hit)
    new = clean(words).replace("\n", " ").replace("\t", " ")
    return {key: _replaced(filled, key, found, new) for key, found in by_key.items()}


def _replaced(filled: FilledReport, key: str, hits: Sequence[Hit], words: str) -> str:
    if not filled.plan.is_prose(key):
        return in_text(filled.text(key), hits, words)
    of_paragraph: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        of_paragraph[hit.paragraph].append(hit)
    prose = filled.prose(key)
    return write_prose(tuple(_in_paragraph(each, of_paragraph[n], words) for n, each in enumerate(prose)))


def _in_paragraph(paragraph: ProseParagraph, hits: Sequence[Hit], words: str) -> ProseParagraph:
    if not hits:
        return paragraph
    runs = in_runs(paragraph.runs, [hit for hit in hits if not hit.footnote], words)
    return ProseParagraph(paragraph.kind, tuple(_in_footnotes(runs, hits, words)))


def _in_footnotes(runs: Iterable[ProseRun], hits: Sequence[Hit], words: str) -> Iterator[ProseRun]:
    """The runs, with the words also in the footnotes that were hit."""
    number = 0
    for run in runs:
        number += bool(run.note)
        inside = [hit for hit in hits if run.note and hit.footnote == number]
        yield msgspec.structs.replace(run, note=in_text(run.note, inside, words)) if inside else run


def in_text(text: str, hits: Iterable[Hit], words: str) -> str:
    """The text with `words` in the place of each hit."""
    for hit in sorted(hits, key=lambda each: each.start, reverse=True):
        text = text[: hit.start] + words + text[hit.end :]
    return text


def in_runs(runs: Sequence[ProseRun], hits: Iterable[Hit], words: str) -> tuple[ProseRun, ...]:
    """The runs with `words` in the place of each hit, in the face of its first letter.

    A footnote in the middle of a hit stays, behind the new words. A number that follows a figure goes on
    as one that was typed over when the hit lies inside it; words around it make it plain.
    """
    made = list(runs)
    for hit in sorted(hits, key=lambda each: each.start, reverse=True):
        made = list(_with_one(made, hit, words))
    return tuple(made)


def _with_one(runs: Sequence[ProseRun], hit: Hit, words: str) -> Iterator[ProseRun]:
    begin, placed = 0, False
    for run in runs:
        end = begin + len(run.text)
        if not run.text or end <= hit.start or begin >= hit.end:
            yield run
        else:
            head, tail = run.text[: max(0, hit.start - begin)], run.text[max(0, hit.end - begin) :]
            text = head + ("" if placed else words) + tail
            placed = True
            inside = begin <= hit.start and hit.end <= end
            if text or run.note:
                yield (run if inside else run.with_bound("")).with_text(text)
        begin = end
