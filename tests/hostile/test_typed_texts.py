"""Typed text stays text: never a formula, a field, markup, a link, SQL or a path."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from desktop_app.base.text import clean
from desktop_app.documents.fonts import find_families
from desktop_app.documents.pdf_fonts import Face, choose_face
from desktop_app.reports.prose import from_plain, write_prose
from desktop_app.reports.session import Session
from desktop_app.services import exchange, importing, press
from desktop_app.services.services import Services
from desktop_app.ui.exporting import file_name
from tests.support.library import services_in
from tests.support.printed import docx_words, letters, pdf_drawn

NASTY = [
    "=1+1", '=HYPERLINK("http://x.example","x")', "+1+1", "-1+cmd|' /C calc'!A0", "@SUM(1)", "\t=1+1",
    "=cmd|'/C x'!A1", "{=1+1}", "'=1", '"=1"', "=IMPORTXML(1)", "http://x.example",
    "mailto:a@x.example", "internal:PL1!A1", "external:c:\\x.xlsx", "file:///etc/passwd", "_x0041_",
    "_xlfn.X", "1E5", "<b>đậm</b>", "<para>x</para>", "&lt;b&gt;", "&amp;", "&nbsp;",
    "<font color=red>đỏ</font>", '<a href="http://x.example">x</a>', '<img src="file:///etc/passwd"/>',
    "<br/>", "<seq id='x'/>", "<onDraw name='x'/>", "</w:t></w:r></w:p>", "{ PAGE }", "MERGEFIELD x",
    "INCLUDETEXT x", '<w:fldSimple w:instr="DDEAUTO c x"/>', '<w:instrText>PAGE</w:instrText>', "]]>",
    "<![CDATA[x]]>", "<!--", "<?x?>", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>", "&#x0;", "&#10;",
    "a\x00\x07\x1bb", "a\u202eb\u2066c", "\ufeffx", "a\ufffeb", "\ud83dx", "{number}", "{agency}",
    "{subject}", "{0.__class__}", "{found}", "{pl1.1}", "%s %(x)s", "${x}", "$x",
    "'; DROP TABLE reports; --", '"); DELETE FROM entries; --', "../../x", "C:\\x\\..\\y",
    "/etc/passwd", "CON", "😀 👨‍👩‍👧", "e\u0302\u0301", "(\\)", "BT /F1 12 Tf (x) Tj ET", "%%EOF",
    "endstream endobj", "\\u0041", "\\n", "a|b^c~d`e",
]  # fmt: skip
HUGE = "Ỹ" * 3000 + " Ỵậy" * 5000 + "\nẴ" * 100
"""A word of 3,000 letters, 20,000 letters in words, and many lines, of letters that no form uses."""
FIELDS = ("header.agency", "header.place", "footer.signer")


PERIODS = {"cchc-2022": "2023-Q1", "cchc-2025": "2026-Q1"}
"""Form -> a period that it serves."""


@pytest.fixture(scope="module", params=PERIODS)
def form(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with services_in(tmp_path_factory.mktemp("data")) as made:
        yield made


def typed(services: Services, form: str, texts: dict[str, str]) -> Session:
    """A report with these texts, typed, saved and opened again."""
    report = services.library.create(PERIODS[form])
    assert re.fullmatch(r"[0-9A-Z-]+", report)
    session = services.library.open(report)
    for key, text in texts.items():
        stored = write_prose(from_plain(text)) if session.filled.plan.is_prose(key) else text
        assert not session.edit(key, stored).trouble
    return services.library.open(report)


def places(services: Services, form: str) -> tuple[list[str], list[str]]:
    """Rows that hold figures, and places of prose that print nothing else in their paragraph."""
    plan = services.library.plans.plan(form)
    rows = [row.key for row in plan.indicators.values() if row.kind == "count" and not row.formula]
    prose = [key for key, section in plan.sections.items() if section.prose and not section.run_in]
    return rows, prose


@pytest.fixture(scope="module")
def full(services: Services, form: str) -> Session:
    """Each nasty text as a figure, as a note and as prose."""
    rows, prose = places(services, form)
    texts = dict(zip(rows, NASTY, strict=False)) | {
        f"note.{k}": t for k, t in zip(rows[::-1], NASTY, strict=False)
    }
    return typed(services, form, texts | {prose[0]: "\n".join(NASTY)})


@pytest.fixture(scope="module")
def innocent(services: Services, form: str) -> Session:
    """The same places with words that mean no harm."""
    rows, prose = places(services, form)
    texts = dict.fromkeys(rows[: len(NASTY)], "chữ") | {
        f"note.{key}": "chữ" for key in rows[::-1][: len(NASTY)]
    }
    return typed(services, form, texts | {prose[0]: "chữ"})


def docx_of(services: Services, session: Session) -> bytes:
    return press.docx(press.compose(session.filled))


def pdf_of(services: Services, session: Session) -> bytes:
    return press.pdf(press.compose(session.filled))[0]


@cache
def face() -> Face:
    """The fonts of this computer."""
    return choose_face(find_families())


def printable(text: str) -> str:
    """The text's letters as the fonts of this computer can print them."""
    return face().printable(letters([clean(text)]))


def package(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def no_word_field(content: bytes) -> bool:
    """Whether the page number is the only field, and no part leads out of the file."""
    found = package(content)
    roots = [
        parse_xml(xml) for name, xml in found.items() if name.startswith("word/") and name.endswith(".xml")
    ]
    fields = [node.get(qn("w:instr")) for root in roots for node in root.iter(qn("w:fldSimple"))]
    others = [
        n
        for root in roots
        for n in root.iter(qn("w:instrText"), qn("w:hyperlink"), qn("w:fldChar"), qn("w:object"))
    ]
    leads_out = [name for name, xml in found.items() if name.endswith(".rels") and b"External" in xml]
    return fields == [" PAGE "] and not others and not leads_out


def no_pdf_action(content: bytes) -> bool:
    """Whether the file has no link, no script and nothing that starts by itself."""
    with pypdfium2.PdfDocument(content) as file:
        notes = sum(pypdfium2.raw.FPDFPage_GetAnnotCount(page) for page in file)
    names = (
        b"/URI",
        b"/JavaScript",
        b"/JS",
        b"/Launch",
        b"/OpenAction",
        b"/AA",
        b"/SubmitForm",
        b"/EmbeddedFile",
    )
    return not notes and not any(re.search(name + rb"\b", content) for name in names)


# -- the whole report --


def test_the_word_file_says_it_and_does_nothing(services: Services, full: Session, innocent: Session) -> None:
    content = docx_of(services, full)
    said = letters(docx_words(content))

    assert [text for text in NASTY if letters([clean(text)]) not in said] == []
    assert no_word_field(content)
    assert package(content).keys() == package(docx_of(services, innocent)).keys()


def test_the_pdf_says_it_and_does_nothing(services: Services, full: Session) -> None:
    content = pdf_of(services, full)
    drawn = pdf_drawn(content)

    assert [text for text in NASTY if printable(text) not in drawn] == []
    assert no_pdf_action(content)


def test_the_workbook_says_it_and_has_only_its_own_formulas(
    services: Services, full: Session, innocent: Session
) -> None:
    contents = [press.xlsx(session.filled) for session in (full, innocent)]
    books = [openpyxl.load_workbook(io.BytesIO(content)) for content in contents]
    cells = [{(s.title, c.coordinate): c for s in book for row in s for c in row} for book in books]
    formulas = [{place: c.value for place, c in found.items() if c.data_type == "f"} for found in cells]
    texts = {c.value for c in cells[0].values() if c.data_type in ("s", "inlineStr")}
    spelled = {text.replace("_x005F_", "_") for text in texts if isinstance(text, str)}

    assert formulas[0] == formulas[1] != {}
    assert [text for text in NASTY if clean(text) not in spelled] == []
    assert not any(c.hyperlink for c in cells[0].values())
    assert package(contents[0]).keys() == package(contents[1]).keys()
    assert not any(b"External" in xml for name, xml in package(contents[0]).items() if name.endswith(".rels"))


def test_the_exchange_file_says_it_and_brings_it_back(
    services: Services, full: Session, tmp_path: Path
) -> None:
    path = tmp_path / "r.json"
    path.write_bytes(exchange.as_json(exchange.as_file(full.filled)))
    values = json.loads(path.read_bytes())["values"]
    again = services.library.open(services.library.add_draft(importing.read(path, services.library.plans)))

    assert {clean(text) for text in NASTY} <= set(values.values())
    assert values["opening"].split("\n") == [clean(text).strip() for text in NASTY]
    assert again.filled.texts() == full.filled.texts()


def test_the_checks_and_the_list_say_it(services: Services, full: Session) -> None:
    messages = " ".join(finding.message for finding in full.filled.findings())

    assert "=1+1" in messages
    assert any(summary.id == full.filled.report.id for summary in services.library.summaries())


def test_the_data_file_has_the_tables_of_before(services: Services, full: Session, tmp_path: Path) -> None:
    with services_in(tmp_path) as fresh:
        expected = fresh.file.rows("SELECT type, name, sql FROM sqlite_master ORDER BY name")

    assert services.file.rows("SELECT type, name, sql FROM sqlite_master ORDER BY name") == expected
    assert services.library.read(full.filled.report.id).texts() == full.filled.texts()


# -- the head and the foot, whose words stand in other words --


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:24]))
def test_the_letterhead_and_the_signature_say_it(services: Services, form: str, text: str) -> None:
    session = typed(services, form, dict.fromkeys(FIELDS, text))
    word = docx_of(services, session)
    said, expected = letters(docx_words(word)), letters([clean(text)])

    assert said.count(expected) >= len(FIELDS) - 1
    assert letters([clean(text).upper()]) in said
    assert letters([f"của {clean(text)}"]) in said
    assert no_word_field(word)
    assert re.fullmatch(r"[A-Za-z0-9-]+", file_name(session.filled))


@pytest.mark.parametrize("text", NASTY[::4], ids=lambda text: ascii(text[:24]))
def test_the_pdf_of_letterhead_and_signature_says_it(services: Services, form: str, text: str) -> None:
    content = pdf_of(services, typed(services, form, dict.fromkeys(FIELDS, text)))
    drawn = pdf_drawn(content)

    assert printable(clean(text).upper()) in drawn
    assert drawn.count(printable(text)) >= len(FIELDS) - 1
    assert no_pdf_action(content)


@pytest.mark.parametrize(
    "place", ["header.agency", "footer.signer", "footer.recipients", "prose", "note", "row"]
)
def test_a_text_of_any_length_is_printed_whole(services: Services, form: str, place: str) -> None:
    rows, prose = places(services, form)
    key = {"prose": prose[1], "note": f"note.{rows[0]}", "row": rows[0]}.get(place, place)
    session = typed(services, form, {key: HUGE})
    said, drawn = letters(docx_words(docx_of(services, session))), pdf_drawn(pdf_of(services, session))

    for letter in "ỸỴẴ":
        assert said.count(letter) >= HUGE.count(letter)
        assert drawn.count(letter) >= HUGE.count(letter)
    assert press.xlsx(session.filled)
