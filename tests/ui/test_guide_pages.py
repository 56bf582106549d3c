"""The guide tells of everything there is and of nothing else: menus, keys, findings; links and pictures."""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.base import paths
from desktop_app.checking.findings import Finding, Source
from desktop_app.checking.run_checks import VALUE_CODES
from desktop_app.reports.readiness import look
from desktop_app.services.guide import Guide, page_of
from desktop_app.services.guide_names import CONTENTS, FINDINGS, slug
from desktop_app.services.services import Services
from desktop_app.ui.actions import MENU_ITEMS
from desktop_app.ui.guide.guide_window import KEYS, key_table
from desktop_app.ui.help_places import BROKEN, HEADINGS, OWN, kind_of
from desktop_app.ui.report_view import ReportView
from desktop_app.ui.shortcuts import shortcuts
from tests.support.real import ROOT

FOLDER = ROOT / "docs/huong-dan"
SOURCES = sorted(FOLDER.glob("*.md"))
GUIDE = Guide(FOLDER, {KEYS: key_table()})
LINK = re.compile(r"(?<!!)\[(?P<words>[^]]+)\]\((?P<page>[^)#]*)(#(?P<anchor>[^)]+))?\)")
PICTURE = re.compile(r"!\[(?P<words>[^]]*)\]\((?P<file>[^)]+)\)")
MENU_PATH = re.compile(r"\*\*([^*›]+) › ([^*]+)\*\*")
KEY = re.compile(r"\*\*((?:(?:Ctrl|Alt|Shift)\+)+[^*\s]+|F\d+)\*\*")
MOST_BYTES = 2_000_000


def ids(path: Path) -> str:
    return path.stem


def without_signs(text: str) -> str:
    return text.replace("&", "").rstrip("…")


def said(page: str) -> str:
    """All words of a page."""
    return " ".join(f"{section.title} {section.text}" for section in GUIDE.pages[page].sections)


def test_every_page_is_in_the_contents_and_is_found_where_the_program_looks() -> None:
    assert set(GUIDE.pages) == {path.stem for path in SOURCES}
    assert next(iter(GUIDE.pages)) == CONTENTS
    assert paths.guide() == FOLDER


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_a_page_is_composed_letters_with_one_title(path: Path) -> None:
    text = path.read_text("utf-8")

    assert unicodedata.is_normalized("NFC", text)
    assert text.startswith("# ") and len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    assert not re.search(r"\b(pl|bm)\d|[a-z]+_[a-z]+|\b[VWX]\d\b", PICTURE.sub("", LINK.sub("", text)))


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_every_link_leads_to_a_page_and_a_heading(path: Path) -> None:
    for link in LINK.finditer(path.read_text("utf-8")):
        page = GUIDE.pages[link["page"].removesuffix(".md") or path.stem]
        if link["anchor"]:
            assert link["anchor"] in {section.anchor for section in page.sections}, link[0]


@pytest.mark.parametrize("path", SOURCES, ids=ids)
def test_every_picture_is_there_and_has_words_for_who_cannot_see(path: Path) -> None:
    for picture in PICTURE.finditer(path.read_text("utf-8")):
        assert picture["words"], picture[0]
        with Image.open(FOLDER / picture["file"]) as image:
            assert image.mode == "P" and image.width <= 1200, picture["file"]


def test_every_picture_is_shown_and_all_are_small() -> None:
    shown = {p["file"] for path in SOURCES for p in PICTURE.finditer(path.read_text("utf-8"))}
    files = sorted((FOLDER / "hinh").iterdir())

    assert shown == {f"hinh/{path.name}" for path in files}
    assert sum(path.stat().st_size for path in files) < MOST_BYTES


def test_every_entry_of_the_menus_is_told_of_and_no_other() -> None:
    told = {pair for path in SOURCES for pair in MENU_PATH.findall(path.read_text("utf-8"))}
    there = {(without_signs(item.menu), without_signs(item.text)) for item in MENU_ITEMS}

    assert told - there == set(), "no such entry"
    assert there - told == set(), "not told of"


def test_the_page_of_commands_lists_every_entry_with_what_it_does() -> None:
    rows = (FOLDER / "cac-lenh.md").read_text("utf-8")

    for item in MENU_ITEMS:
        path = re.escape(f"**{without_signs(item.menu)} › {without_signs(item.text)}**")
        assert re.search(rf"^\| {path} \| .{{8,}} \|$", rows, re.MULTILINE), item.text


def test_every_key_stands_in_the_table_of_keys_and_no_page_names_another() -> None:
    table = said("bang-phim")
    for shortcut in shortcuts():
        assert shortcut.keys in table and shortcut.words in table, shortcut
    known = {key for shortcut in shortcuts() for key in shortcut.keys.split(" / ")} | {"Ctrl+Enter"}
    for path in SOURCES:
        named = set(KEY.findall(path.read_text("utf-8")))
        assert named <= known, (path.stem, named - known)


def test_every_kind_of_finding_has_its_heading() -> None:
    wording = tomllib.loads((ROOT / "resources/forms/wording.toml").read_text("utf-8"))
    kinds = {*wording["shape"], *VALUE_CODES, OWN, BROKEN, "prose", "readiness"}
    anchors = {section.anchor for section in GUIDE.pages[FINDINGS].sections[1:] if section.text}

    assert kinds <= HEADINGS.keys()
    assert set(Source.__args__) - {"figures", "values"} <= HEADINGS.keys()  # type: ignore[attr-defined]
    assert {slug(heading) for heading in HEADINGS.values()} == anchors - {
        GUIDE.pages[FINDINGS].sections[0].anchor
    }


CODE = re.compile(r"[a-z]+\.(?!toml)[a-z_]+|[A-Z][0-9](\.[a-z]+)?")


def codes_of_the_proof_reader() -> set[str]:
    """The codes that its readers write out for what they find."""
    texts = (
        node.value
        for path in (ROOT / "desktop_app/proofreading").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {text for text in texts if CODE.fullmatch(text)}


def test_every_code_of_the_proof_reader_has_a_heading_of_its_kind(view: ReportView) -> None:
    codes, plan = codes_of_the_proof_reader(), view.session.filled.plan
    kinds = {code: kind_of(Finding(code, "note", ("I.1",), "", found_by="prose"), plan) for code in codes}

    assert len(codes) > 30
    assert {code for code, kind in kinds.items() if kind == "prose"} == set()
    assert len(set(kinds.values())) == 11


def test_every_look_for_what_is_missing_has_a_heading(services: Services) -> None:
    filled = services.library.read(services.library.create("2026-Q1"))
    found = {kind_of(finding, filled.plan) for finding in look(filled)}

    assert found >= {"missing.entry", "missing.prose", "missing.figures"}
    assert found <= HEADINGS.keys()


UI = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "desktop_app/ui").rglob("*.py")]


def test_every_dialog_of_ours_opens_the_guide() -> None:
    dialogs = [
        node
        for tree in UI
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and "QDialog" in [ast.unparse(base) for base in node.bases]
    ]

    assert len(dialogs) > 8
    assert [one.name for one in dialogs if "give_help_key(self, " not in ast.unparse(one)] == []


def test_every_place_that_f1_opens_is_in_the_guide() -> None:
    texts = "\n".join(ast.unparse(tree) for tree in UI)
    places = set(re.findall(r"give_help_key\(self, '([^']+)'\)|guide_place = '([^']+)'", texts))
    named = {one or other for one, other in places}

    assert len(named) > 15
    for place in named:
        page, _, anchor = place.partition("#")
        assert not anchor or anchor in {section.anchor for section in GUIDE.pages[page].sections}, place


def test_every_finding_says_what_it_is_and_what_to_do() -> None:
    for section in GUIDE.pages[FINDINGS].sections[1:]:
        assert "Nên làm:" in section.text, section.title


def test_a_heading_becomes_the_anchor_that_links_use() -> None:
    page = page_of("a", "# Một\n\nlời\n\n## Ô trống, thẻ «Chung»\n\n| x | y |\n|---|---|\n| p | q |\n")

    assert [section.anchor for section in page.sections] == ["một", "ô-trống-thẻ-chung"]
    assert page.sections[1].text == "x y p q"
    assert '<a name="ô-trống-thẻ-chung"></a>' in page.html and "<table>" in page.html


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("nơi sao lưu thứ hai", "sao-luu#nơi-sao-lưu-thứ-hai"),
        ("noi sao luu thu hai", "sao-luu#nơi-sao-lưu-thứ-hai"),
        ("USB", "lam-gi-khi#làm-từ-usb"),
        ("may in khong in", "lam-gi-khi#máy-in-không-in"),
        ("GIẢI TRÌNH", "kiem-tra#giải-trình"),
        ("chu thich cuoi trang", "loi-van#chú-thích-cuối-trang"),
    ],
)
def test_the_search_finds_headings_first_with_and_without_marks(words: str, first: str) -> None:
    hits = GUIDE.search(words)

    assert hits[0].place == first
    assert all(hit.snippet for hit in hits)


def test_accents_that_were_typed_count_and_parts_of_words_do_not() -> None:
    assert {hit.place for hit in GUIDE.search("quy")} > {hit.place for hit in GUIDE.search("quý")} > set()
    assert GUIDE.search("ấu") == []
    assert GUIDE.search("không có chữ nào như thế xyz") == []
    assert GUIDE.search("  ") == []


def test_a_snippet_shows_the_words_in_their_surroundings() -> None:
    (hit,) = (h for h in GUIDE.search("thua mot chu so") if h.place.startswith(FINDINGS))

    assert "thừa một chữ số" in hit.snippet
    assert hit.title == "Từng loại lỗi và cảnh báo › Số bộ phận lớn hơn số chung"
    assert len(hit.snippet) < 180
