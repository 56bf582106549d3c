"""The body: headings and prose in the order of the form, footnotes numbered, closed by "./.".

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.6.
"""

from __future__ import annotations

from itertools import count

import msgspec

from desktop_app.composing.text import Printed, styled
from desktop_app.composing.typed_marks import without_bullet, without_heading, without_number
from desktop_app.documents.model import Paragraph, Run
from desktop_app.forms.model import Section
from desktop_app.forms.wording import section_heading
from desktop_app.reports.prose import MARKS, Prose, ProseRun, from_plain

_STYLES = {"part": "part", "heading": "heading", "item": "item", "line": "form_line", "plain": "body"}


def body(printed: Printed, appendices: str) -> list[Paragraph]:
    """Every paragraph of the body; `appendices` names them all, "từ I đến VII"."""
    paragraphs: list[Paragraph] = []
    for section in printed.edition.sections:
        head = section_heading(section, printed.words | {"appendices": appendices})
        prose = _prose(printed, section)
        if head and prose and prose[0].kind == "text" and (section.run_in or head == section.number):
            paragraphs.append(_paragraph(prose[0].runs, section.key, f"{head} "))
            prose = prose[1:]
        elif head:
            paragraphs.append(styled(_style(section), head, section.key))
        paragraphs += _written(section, prose)
    return _closed(_numbered(paragraphs), printed.edition.head.end_mark)


def _style(section: Section) -> str:
    return f"point_{section.depth}" if section.level == "point" else _STYLES[section.level]


def _written(section: Section, prose: Prose) -> list[Paragraph]:
    """The paragraphs with their marks, and with their numbers where the form numbers them."""
    written: list[Paragraph] = []
    number = 0
    for part in prose:
        before = MARKS.get(part.kind, "")
        if section.numbered and part.kind == "text":
            number += 1
            part, before = without_number(part), f"{number}. "
        written.append(_paragraph(part.runs, section.key, before))
    return written


def _prose(printed: Printed, section: Section) -> Prose:
    """What was written, or the form's own sentence while nothing is; without marks that the form prints."""
    if not section.prose:
        return ()
    prose = printed.filled.prose(section.key) or from_plain(printed.fill(section.default))
    title = printed.fill(section.title)
    prose = without_heading(prose, section.number, title, run_in=section.run_in)
    return tuple(map(without_bullet, prose))


# Two threads that make the first conversion to a type at once end the process.
msgspec.convert(ProseRun(""), Run, from_attributes=True)


def _paragraph(runs: tuple[ProseRun, ...], source: str, before: str) -> Paragraph:
    printed = tuple(msgspec.convert(run, Run, from_attributes=True) for run in runs)
    return Paragraph("body", (Run(before), *printed) if before else printed, source)


def _numbered(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The same, each footnote with its number in the whole report."""
    numbers = count(1)
    return [
        msgspec.structs.replace(
            paragraph,
            runs=tuple(
                msgspec.structs.replace(run, text=str(next(numbers))) if run.note else run
                for run in paragraph.runs
            ),
        )
        for paragraph in paragraphs
    ]


def _closed(paragraphs: list[Paragraph], mark: str) -> list[Paragraph]:
    """The same, its last words followed by the mark that ends a document, exactly once."""
    if not paragraphs or paragraphs[-1].text.rstrip().endswith(mark):
        return paragraphs
    last = paragraphs[-1]
    at = max((n for n, run in enumerate(last.runs) if not run.note), default=-1)
    spoken, notes = list(last.runs[: at + 1]), last.runs[at + 1 :]
    if spoken:
        face = spoken.pop()
        text = face.text.rstrip().rstrip(".")
        spoken.append(msgspec.structs.replace(face, text=text if notes else text + mark))
    ending = (Run(mark),) if notes else ()
    return [*paragraphs[:-1], msgspec.structs.replace(last, runs=(*spoken, *notes, *ending))]
