"""The real report of 2023, taken off its printed pages, as a report of the program: prose, notes, figures."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from desktop_app.base.paths import resources
from desktop_app.checking.plan import Plan
from desktop_app.forms.loader import load_edition
from desktop_app.forms.model import Edition, Section
from desktop_app.reports.filled_report import FilledReport, fill_in
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.report import Entry, Report

FILE = Path(__file__).parents[3] / "shared/reference/report-2023-q1.txt"
SAMPLE = "sample/2023-q1.toml"
"""The sample of this period holds every row of the real report, head and notes with them."""

_PART = re.compile(r"(I|II|III|IV)\. ")
_NUMBER = re.compile(r"(\d+)\. ")
_LETTER = re.compile(r"([a-zđ])\) ")
_MARKUP = re.compile(r"(?<=.)\*{1,2}|\*\*|</?i>|<(?=http)|(?<=\w)>")
_GO_ON = (" của", " và", " về")
_ENDS = (".", ":", ";", "!", "?", ",", ")")


def real_report(file: Path = FILE) -> FilledReport:
    """The report with its own prose under its keys; what its sentences state is entered nowhere else."""
    edition = load_edition(resources() / "forms/cchc/2022")
    plan = Plan(edition)
    values = tomllib.loads((resources() / SAMPLE).read_text("utf-8"))["values"]
    texts = {key: text for key, text in values.items() if not plan.is_prose(key) and key not in plan.figures}
    entries = {key: Entry(text) for key, text in texts.items()}
    for key, text in prose_of(edition, file.read_text("utf-8")).items():
        entries[key] = Entry(write_prose(from_plain(text)))
    return fill_in(Report("real", edition.head.id, "2023-Q1"), plan, entries)


def prose_of(edition: Edition, text: str) -> dict[str, str]:
    """Section -> its paragraphs, cut out of the printed text by the numbers of its headings."""
    body = text[text.index("Thực hiện Công văn") : text.index("Nơi nhận:")]
    sections = {section.key: section for section in edition.sections}
    found: dict[str, list[str]] = {}
    key = "opening"
    for line in _lines(body):
        place, rest = _heading(line, key, sections)
        if place != key:
            key = place
        elif line.startswith("Trên đây là"):
            key = "closing"
        if rest and not line.startswith("(Có các phụ lục"):
            found.setdefault(key, []).append(rest)
    return {key: "\n".join(lines) for key, lines in found.items() if sections[key].prose}


def _lines(body: str) -> Iterator[str]:
    """The paragraphs; one that a page end has cut is put together again."""
    waiting = ""
    for line in (_MARKUP.sub("", one).strip() for one in body.split("\n")):
        if not line:
            continue
        goes_on = waiting.endswith(_GO_ON) or (line[:1].islower() and not _LETTER.match(line))
        if waiting and goes_on and not waiting.endswith(_ENDS):
            waiting = f"{waiting} {line}"
            continue
        if waiting:
            yield waiting
        waiting = f"- {line[1:].strip()}" if line.startswith("* ") else line
    if waiting:
        yield waiting


def _heading(line: str, key: str, sections: dict[str, Section]) -> tuple[str, str]:
    """The key that the line leads to, and what it says behind its title."""
    part, _, rest = key.partition(".")
    heading = rest.partition(".")[0]
    candidates = (
        (_PART, lambda number: number),
        (_NUMBER, lambda number: f"{part}.{number}"),
        (_LETTER, lambda letter: f"{part}.{heading}.{letter}"),
    )
    for pattern, name in candidates:
        found = pattern.match(line)
        if found and name(found[1]) in sections:
            section = sections[name(found[1])]
            return section.key, _behind_title(line[found.end() :], section)
    return key, line


def _behind_title(words: str, section: Section) -> str:
    """What follows the title on its own line; a title is the form's and not the author's."""
    if not section.title or section.level != "item":
        return words if section.level == "item" else ""
    title = section.title.rstrip(":")
    if words.casefold().startswith(title.casefold()[:30]):
        return words[len(title) :].lstrip(": ") if len(words) > len(title) else ""
    return words
