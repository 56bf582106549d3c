"""Our own report as many differently built Word files: every figure comes back, no word is lost."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from desktop_app.documents.dump import words as printed_words
from desktop_app.forms.values import read_value
from desktop_app.reports.draft import Draft
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import to_plain
from desktop_app.word_import.likeness import full_words, plain_words, same_words
from desktop_app.word_import.pieces import Piece, Reading, draft_of_reading
from tests.support import word_builds as builds
from tests.support import word_changes as changes
from tests.support.word_builds import Paper, exported, fewer, printed, report
from tests.support.word_changes import changed
from tests.support.word_files import W, p, read, tray_of

BOTH = ("2023-q1", "2025-y")
"""A sample of each form."""


def other_words(text: str) -> str:
    """Headings as another office words them."""
    for ours, theirs in (
        ("cải cách hành chính", "CCHC"), ("CCHC", "cải cách hành chính"), ("Kết quả thực hiện", "Kết quả"),
        ("Về công tác", "Công tác"), ("TTHC", "thủ tục hành chính"), ("văn bản quy phạm pháp luật", "VBQPPL"),
    ):  # fmt: skip
        if ours in text:
            return text.replace(ours, theirs)
    return text


def with_unit(text: str) -> str:
    return f"{text} hồ sơ" if text.replace(".", "").isdecimal() and len(text) > 4 else text


PAPERS: dict[str, Callable[[str], bytes]] = {
    "as exported": exported,
    "runs split": lambda name: changed(exported(name), changes.split_runs),
    "cells in controls": lambda name: changed(exported(name), changes.controlled_cells),
    "words in controls": lambda name: changed(exported(name), changes.controlled_text),
    "changes tracked": lambda name: changed(exported(name), changes.tracked),
    "links": lambda name: changed(exported(name), changes.linked),
    "letters apart": lambda name: changed(exported(name), changes.apart),
    "hard blanks": lambda name: changed(exported(name), changes.hard_blanks),
    "all in one control": lambda name: changed(exported(name), changes.framed_body),
    "strict": lambda name: changes.strict(exported(name)),
    "by hand": lambda name: Paper(name).build(),
    "fields in cells": lambda name: changed(Paper(name).build(), changes.computed),
    "by hand, runs split": lambda name: changed(Paper(name).build(), changes.split_runs),
    "by hand, tracked": lambda name: changed(Paper(name).build(), changes.tracked),
    "by hand, controls": lambda name: changed(Paper(name).build(), changes.controlled_cells),
    "headings of Word": lambda name: fewer(name, styles="headings").build(),
    "no styles at all": lambda name: fewer(name, styles="none").build(),
    "letterhead by tabs": lambda name: fewer(name, letterhead="tabs").build(),
    "letterhead in lines": lambda name: fewer(name, letterhead="lines").build(),
    "letterhead in boxes": lambda name: fewer(name, letterhead="boxes").build(),
    "head of one storey": lambda name: fewer(name, head="one").build(),
    "no head": lambda name: fewer(name, head="none").build(),
    "head again and again": lambda name: fewer(name, head="repeated").build(),
    "tables cut": lambda name: fewer(name, cut=6).build(),
    "tables cut, no head again": lambda name: fewer(name, cut=6, cut_head=False).build(),
    "all in one table": lambda name: fewer(name, one_table=True).build(),
    "appendices reordered": lambda name: fewer(name, order=(3, 1, 0, 6, 2, 5, 4)).build(),
    "reordered, no titles": lambda name: fewer(name, order=(6, 5, 4, 3, 2, 1, 0), titles=False).build(),
    "no titles": lambda name: fewer(name, titles=False).build(),
    "columns reordered": lambda name: fewer(name, columns=(0, 1, 3, 2, 4)).build(),
    "figure before label": lambda name: fewer(name, columns=(0, 3, 1, 2, 4)).build(),
    "no unit column": lambda name: fewer(name, columns=(0, 1, 3, 4)).build(),
    "a column more": lambda name: fewer(name, extra_column=True).build(),
    "rows more": lambda name: fewer(name, extra_rows=True).build(),
    "rows swapped": lambda name: fewer(name, swap_rows=True).build(),
    "dotted numbers": lambda name: fewer(name, row_numbers="dotted").build(),
    "notes not merged": lambda name: fewer(name, merged_notes=False).build(),
    "units in the cells": lambda name: fewer(name, figure=with_unit).build(),
    "labels in capitals": lambda name: fewer(name, label=str.upper).build(),
    "headings worded otherwise": lambda name: fewer(name, wording=other_words).build(),
    "headings in capitals": lambda name: fewer(name, wording=str.upper).build(),
    "headings with a colon": lambda name: fewer(name, wording=lambda t: t.rstrip(":") + ":").build(),
    "headings without numbers": lambda name: fewer(name, numbers="none").build(),
    "numbers in depth": lambda name: fewer(name, numbers="deep").build(),
    "dotted items": lambda name: fewer(name, numbers="dotted").build(),
    "headings swapped": lambda name: fewer(name, swap_headings=True).build(),
    "numbers with a slash": lambda name: fewer(name, numbers="slash").build(),
    "numbers in brackets": lambda name: fewer(name, numbers="brackets").build(),
    "dotted items, no styles": lambda name: fewer(name, numbers="dotted", styles="none").build(),
    "bullets of Word": lambda name: fewer(name, bullets="word").build(),
    "round bullets": lambda name: fewer(name, bullets="dots").build(),
    "lists in lines": lambda name: fewer(name, lines=True).build(),
    "a table of contents": lambda name: fewer(name, contents=True).build(),
    "running heads": lambda name: fewer(name, parts={"header": p("DỰ THẢO"), "footer": p("Trang 2")}).build(),
    "numbers by Word": lambda name: fewer(name, numbers="word", styles="headings").build(),
}  # fmt: skip
assert len(PAPERS) >= 40

LOST_MARKS = {("2023-q1", "headings without numbers")}
"""The form of 2022 has sections that are known by their letter alone: without it they cannot be told."""


@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize("name", BOTH)
def test_a_report_comes_back_from_every_kind_of_file(name: str, kind: str) -> None:
    filled = report(name)
    content = PAPERS[kind](name)
    reading = read(content, name="bao-cao.docx")
    made = draft_of_reading(filled.plan, reading)

    assert (str(reading.period), reading.edition_id) == (name.upper(), filled.report.edition_id)
    assert wrong_figures(filled, made) == {}
    wrong = wrong_prose(filled, made)
    assert len(wrong) <= (0 if (name, kind) not in LOST_MARKS else 8), wrong
    assert wrong_head(filled, made) == {}
    assert_no_word_lost(content, reading, made)


@pytest.mark.parametrize("name", BOTH)
def test_appendices_that_are_missing_leave_their_rows_empty(name: str) -> None:
    made = draft_of_reading(report(name).plan, read(fewer(name, order=(1, 4)).build()))
    found = {key.partition(".")[0] for key in made.texts if key in report(name).plan.indicators}
    heads = [appendix.head.key for appendix in report(name).plan.edition.appendices]

    assert found == {heads[1], heads[4]}


@pytest.mark.parametrize("way", ["docx", "odt"])
@pytest.mark.parametrize("name", BOTH)
def test_a_report_comes_back_from_what_libre_office_wrote(name: str, way: str, tmp_path: Path) -> None:
    content = changes.by_libre_office(exported(name), tmp_path, way)
    if content is None:
        pytest.skip("LibreOffice is not installed here, so it can write no file")
    filled, reading = report(name), read(content)
    made = draft_of_reading(filled.plan, reading)

    assert wrong_figures(filled, made) == {}
    assert wrong_prose(filled, made) == []
    assert_no_word_lost(content, reading, made)


def wrong_figures(filled: FilledReport, made: Draft) -> dict[str, tuple[str, str]]:
    """Key -> what was printed, what came back."""
    plan = filled.plan
    wrong: dict[str, tuple[str, str]] = {}
    for key, indicator in plan.indicators.items():
        shown = "" if indicator.kind == "heading" else filled.shown(key)
        got = made.texts.get(key, "")
        ours, theirs = (read_value(indicator.kind, text, indicator.choices) for text in (shown, got))
        moved = (
            got and shown.startswith(f"{got} ") and made.texts.get(f"note.{key}", "") == shown[len(got) + 1 :]
        )
        same = ours.number == theirs.number and (
            ours.number is not None or plain_words(shown) == plain_words(got)
        )
        if not (same or moved):
            wrong[key] = (shown, got)
        note = filled.text(f"note.{key}")
        came = plain_words(made.texts.get(f"note.{key}", ""))
        if note and came[-len(plain_words(note)) :] != plain_words(note):
            wrong[f"note.{key}"] = (note, made.texts.get(f"note.{key}", ""))
    return wrong


def wrong_prose(filled: FilledReport, made: Draft) -> list[str]:
    """The paragraphs that do not stand where they stood, kind and footnotes compared."""
    wrong: list[str] = []
    for key in (key for key in filled.plan.sections if filled.plan.is_prose(key)):
        ours = to_plain(filled.prose(key)).replace(" ./.", "").split("\n")
        theirs = to_plain(made.prose.get(key, ())).replace("\u00a0", " ").split("\n")
        wrong += [
            f"{key}: {text}" for text in ours if text.rstrip("./") not in {t.rstrip("./") for t in theirs}
        ]
    return wrong


def wrong_head(filled: FilledReport, made: Draft) -> dict[str, tuple[str, str]]:
    """What of head and foot came back otherwise, case and list marks aside."""
    wrong: dict[str, tuple[str, str]] = {}
    for key in filled.plan.fields:
        if key in ("header.agency_kind", "header.deadline", "header.rate_of_nothing", "header.title"):
            continue
        ours, theirs = filled.text(key), made.texts.get(key, "")
        if plain_words(ours) != plain_words(theirs):
            wrong[key] = (ours, theirs)
    title = next(iter(builds.head_texts(filled.report.id, "subject")))
    if full_words(title) != full_words(made.texts["header.title"]):
        wrong["header.title"] = (title, made.texts["header.title"])
    return wrong


def assert_no_word_lost(content: bytes, reading: Reading, made: Draft) -> None:
    """Each word of the file is in a piece; what it says is entered, printed by the form or in the tray."""
    pieces = Counter(word for piece in reading.pieces for word in plain_words(piece.words))
    pieces += Counter(word for prose in made.prose.values() for part in prose for run in part.runs
                      for word in plain_words(run.note))  # fmt: skip
    assert not words_of(content) - pieces
    form = set(plain_words(" ".join(printed_words(printed(reading_name(reading))))))
    form |= set(plain_words("Chỉ tiêu thống kê Đơn vị tính Số liệu Kết quả Ghi chú STT kỳ trước"))
    tray = Counter(plain_words(tray_of(made)))
    for piece in reading.pieces:
        words = Counter(plain_words(piece.words))
        if piece.fate == "left":
            assert not words - tray, piece
        elif piece.fate == "form":
            known = form | set(full_words(" ".join(form)))
            assert not [word for word in full_words(piece.words) if len(word) > 1 and word not in known], (
                piece
            )
        elif piece.keys[0] not in ("header.date", "header.number") and not piece.keys[0].startswith("IV"):
            held = " ".join(
                to_plain(made.prose[key]) if key in made.prose else made.texts[key] for key in piece.keys
            )
            lost = words - Counter(plain_words(held))
            assert not lost or (same_words(piece.text, piece.words) is False and with_its_unit(piece)), piece


def with_its_unit(piece: Piece) -> bool:
    """Whether the words behind a figure are the unit that the form prints in the row."""
    return "số liệu" in piece.place and piece.words.startswith(piece.text)


def reading_name(reading: Reading) -> str:
    return str(reading.period).lower()


def words_of(content: bytes) -> Counter[str]:
    """The words of body and footnotes as they stand once changes are accepted, read in another way."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [n for n in package.namelist() if n in ("word/document.xml", "word/footnotes.xml")]
        for name in names:
            text = package.read(name).replace(b"purl.oclc.org/ooxml/wordprocessingml/main", W[7:].encode())
            for paragraph in etree.fromstring(text).iter(f"{{{W}}}p"):
                if any(etree.QName(each).localname == "Fallback" for each in paragraph.iterancestors()):
                    continue
                found.update(plain_words("".join(_texts(paragraph))))
    return found


def _texts(node: etree._Element) -> list[str]:
    texts: list[str] = []
    for each in node:
        name = etree.QName(each).localname
        if name in ("del", "Fallback", "instrText", "p"):
            continue
        if name in ("br", "tab"):
            texts.append(" ")
        elif name == "t":
            texts.append(each.text or "")
        else:
            texts += _texts(each)
    return texts
