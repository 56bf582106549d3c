"""Forty generated reports on each form, from empty to enormous: both files have all their words."""

from __future__ import annotations

import random

import pytest

from desktop_app.composing.compose import compose
from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.dump import words
from desktop_app.documents.settings import PrintSettings
from desktop_app.reports.filled_report import FilledReport, fill_in
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.report import Entry, Report
from tests.support.printed import docx_words, pdf, pdf_drawn, pdf_pages
from tests.support.real import real_plan

SYLLABLES = tuple("cải cách hành chính thủ tục ủy ban nhân dân tỉnh kế hoạch số 12 năm".split())  # noqa: SIM905
UNUSUAL = [
    "<b>",
    "&amp;",
    "{year}",
    "=1+1",
    "é",
    "e\u0302\u0323",
    "ﷺ",
    "中文",
    "\u200b",
    "A" * 90,
    "½",
    "…",
    "“ngoặc”",
]
KINDS = ("Q1", "Q2", "6M", "Q3", "9M", "Q4", "Y")
FORMS = {"2022": 2023, "2025": 2026}
"""Form -> a year that it serves."""


def text(chance: random.Random, count: int, *, odd: bool = False) -> str:
    choices = [*SYLLABLES, *UNUSUAL] if odd else SYLLABLES
    return " ".join(chance.choice(choices) for _ in range(count))


def generated(form: str, number: int) -> tuple[FilledReport, PrintSettings]:
    """Report `number`: the first ones are the extremes that are named, the rest are mixed by chance."""
    chance = random.Random(number)
    plan = real_plan(form)
    first, *_, last = plan.edition.appendices
    prose = [key for key in plan.sections if plan.is_prose(key)]
    entries: dict[str, str] = {}
    if number == 1:
        entries["I.1"] = "Một"
    elif number == 2:
        entries |= {key: "\n".join(text(chance, 120) for _ in range(40)) for key in prose}
    elif number == 3:
        entries[prose[len(prose) // 2]] = text(chance, 5000)
    elif number == 4:
        entries[first.indicators[0].key] = text(chance, 1500)
        entries[f"note.{last.indicators[0].key}"] = text(chance, 700)
    elif number == 5:
        entries["header.agency"] = entries["header.parent_agency"] = text(chance, 13)[:60]
    elif number > 5:
        for key in chance.sample(prose, 12):
            lines = [
                chance.choice(["", "- ", "+ "]) + text(chance, chance.randint(1, 90), odd=True)
                for _ in range(4)
            ]
            entries[key] = "\n".join(lines)
        for key in chance.sample([k for k in plan.indicators if plan.is_key(k)], 60):
            entries[key] = chance.choice(
                ["7", "1.023", "-", "83,33%", "không rõ", text(chance, 30, odd=True)]
            )
        for key in chance.sample(list(plan.fields), 8):
            entries[key] = text(chance, chance.randint(1, 20), odd=True)
    stored = {k: Entry(write_prose(from_plain(v)) if plan.is_prose(k) else v) for k, v in entries.items()}
    report = Report("r", f"cchc-{form}", f"{FORMS[form]}-{KINDS[number % 7]}")
    settings = PrintSettings(
        body_size=13 + number % 2,
        medium="electronic" if number % 3 == 0 else "paper",
        numbering="reference" if number % 5 == 0 else "decree",
        turned=(plan.edition.appendices[number % 7].head.key,) if number % 4 == 0 else (),
    )
    return fill_in(report, plan, stored), settings


@pytest.mark.parametrize("number", range(40))
@pytest.mark.parametrize("form", FORMS)
def test_a_generated_report_becomes_both_files_with_all_its_words(form: str, number: int) -> None:
    document = compose(*generated(form, number))

    assert docx_words(write_docx(document)) == words(document)
    drawn = pdf_drawn(pdf(document)[0])
    plain = [word for word in words(document) if word.isalnum() and len(word) < 20]
    missing = {word for word in plain if _in_times(word) and word not in drawn}
    assert missing == set()


def test_the_longest_has_two_hundred_pages() -> None:
    assert len(pdf_pages(pdf(compose(*generated("2022", 2)))[0])) > 200


def _in_times(word: str) -> bool:
    return all(ord(letter) < 0x300 or 0x1E00 <= ord(letter) < 0x1F00 for letter in word)
