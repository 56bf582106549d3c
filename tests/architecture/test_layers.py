"""Imports point one way, each arrow by name; libraries stay in their rooms."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from pytest_archon import archrule

from tests.support.real import ROOT

FORBIDDEN = {
    "base": (
        "forms",
        "checking",
        "form_editing",
        "reports",
        "proofreading",
        "documents",
        "composing",
        "services",
        "ui",
    ),
    "forms": (
        "checking",
        "form_editing",
        "reports",
        "proofreading",
        "documents",
        "composing",
        "services",
        "ui",
    ),
    "checking": (
        "form_editing",
        "reports",
        "searching",
        "proofreading",
        "documents",
        "composing",
        "services",
        "ui",
    ),
    "form_editing": (
        "reports",
        "searching",
        "proofreading",
        "documents",
        "composing",
        "services",
        "ui",
        "command_line",
    ),
    "reports": ("form_editing", "searching", "proofreading", "documents", "composing", "services", "ui"),
    "searching": ("form_editing", "proofreading", "documents", "composing", "services", "ui", "command_line"),
    "proofreading": ("form_editing", "documents", "composing", "services", "ui", "command_line"),
    "documents": ("forms", "checking", "reports", "searching", "proofreading", "composing", "services", "ui"),
    "composing": ("form_editing", "searching", "proofreading", "services", "ui"),
    "word_import": (
        "form_editing",
        "searching",
        "proofreading",
        "documents",
        "composing",
        "services",
        "ui",
        "command_line",
    ),
    "form_import": (
        "reports",
        "searching",
        "proofreading",
        "documents",
        "composing",
        "services",
        "ui",
        "command_line",
    ),
    "services": ("ui", "command_line"),
    "command_line": ("ui", "composing", "documents"),
    "ui": ("composing", "command_line"),
}
"""Room -> rooms that it must not know."""

LIBRARIES = {
    "PySide6": ("desktop_app.ui*",),
    "docx": ("desktop_app.documents.docx_*",),
    "lxml": ("desktop_app.word_import.container",),
    "reportlab": ("desktop_app.documents.pdf_*",),
    "pypdfium2": ("desktop_app.documents.pdf_pages", "desktop_app.documents.pdf_content"),
    "xlsxwriter": ("desktop_app.documents.xlsx_writer",),
    "sqlite3": ("database*",),
    "sqlite_utils": ("database.migrations",),
    "markdown_it": ("desktop_app.services.guide",),
}
"""Library -> the only modules that may import it."""


READ_WORD = {"services", "ui", "word_import", "form_import"}
"""The rooms that may know how Word files are read."""


@pytest.mark.parametrize("room", FORBIDDEN)
def test_a_room_knows_only_the_rooms_below_it(room: str) -> None:
    rule = archrule(f"{room} knows only what is below it").match(f"desktop_app.{room}*")
    for other in FORBIDDEN[room]:
        rule = rule.should_not_import(f"desktop_app.{other}*")
    rule.check("desktop_app", only_direct_imports=True, skip_type_checking=True)


@pytest.mark.parametrize("room", sorted(FORBIDDEN.keys() - READ_WORD))
def test_only_services_and_the_window_know_how_word_files_are_read(room: str) -> None:
    rule = archrule(f"{room} reads no Word file").match(f"desktop_app.{room}*")
    rule = rule.should_not_import("desktop_app.word_import*", "desktop_app.form_import*")
    rule.check("desktop_app", only_direct_imports=True, skip_type_checking=True)


@pytest.mark.parametrize("room", sorted(FORBIDDEN.keys() - {"services"}))
def test_only_services_know_the_database(room: str) -> None:
    rule = archrule(f"{room} knows no database").match(f"desktop_app.{room}*").should_not_import("database*")
    rule.check("desktop_app", only_direct_imports=True, skip_type_checking=True)


UI_ROOMS = ("models", "widgets", "guide", "dialogs", "pages", "form_editor", "backups", "unsaved", "startup")
"""Folders of the window from the plainest up; each may know those before it, and the modules beside them."""


@pytest.mark.parametrize("place", range(len(UI_ROOMS) - 1))
def test_folders_of_the_window_are_no_loop(place: int) -> None:
    rule = archrule(f"{UI_ROOMS[place]} knows what is plainer").match(f"desktop_app.ui.{UI_ROOMS[place]}*")
    for later in UI_ROOMS[place + 1 :]:
        rule = rule.should_not_import(f"desktop_app.ui.{later}*")
    rule = rule.should_not_import("desktop_app.ui.main_window", "desktop_app.ui.report_view")
    rule.check("desktop_app", only_direct_imports=True, skip_type_checking=True)


_SQL = re.compile(r"\s*(SELECT .* FROM|SELECT \w+\(|INSERT |UPDATE \w+ SET|DELETE FROM|PRAGMA |VACUUM)", re.S)


@pytest.mark.parametrize("path", sorted((ROOT / "desktop_app").rglob("*.py")), ids=lambda p: p.stem)
def test_sql_is_written_in_the_database_room_only(path: Path) -> None:
    texts = [n.value for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Constant)]

    assert [text for text in texts if isinstance(text, str) and _SQL.match(text)] == []


def test_the_database_knows_nothing_but_faults_log_rows_and_files() -> None:
    (
        archrule("database is plain")
        .match("database*")
        .should_not_import("desktop_app*")
        .may_import(
            "desktop_app.base.errors",
            "desktop_app.base.file_names",
            "desktop_app.base.log_row",
            "desktop_app.base.patience",
            "desktop_app.base.private",
        )
        .check("database", only_direct_imports=True)
    )


@pytest.mark.parametrize(
    ("library", "package"),
    [
        (lib, p)
        for lib, homes in LIBRARIES.items()
        for p in ("desktop_app", "database")
        if f"{p}*" not in homes
    ],
)
def test_a_library_stays_in_its_room(library: str, package: str) -> None:
    rule = archrule(f"{library} stays in its room").match(f"{package}*")
    for home in LIBRARIES[library]:
        rule = rule.exclude(home)
    rule.should_not_import(library, f"{library}.*").check(
        package, only_direct_imports=True, skip_type_checking=True
    )


@pytest.mark.parametrize("package", ["desktop_app", "database"])
def test_nothing_knows_the_network(package: str) -> None:
    rule = archrule("no network").match(f"{package}*")
    rule.should_not_import(
        "socket", "ssl", "http*", "urllib.request", "requests*", "ftplib", "smtplib", "asyncio*",
        "PySide6.QtNetwork", "PySide6.QtWebEngine*",
    ).check(package, only_direct_imports=True)  # fmt: skip


def test_the_built_program_brings_no_network() -> None:
    """QtPdf of PySide6-Addons is linked to Qt's network; Essentials has it in files that are left out."""
    for name in ("pyproject.toml", "requirements.lock", "requirements-test.lock"):
        required = (ROOT / name).read_text("utf-8").lower()
        assert "pyside6-essentials" in required
        assert "pyside6-addons" not in required and '"pyside6>' not in required, name
    spec = (ROOT / "build_installer.spec").read_text("utf-8")
    for left_out in ("PySide6.QtNetwork", "qt6network", "networkinformation", "tls", "qvnc"):
        assert f'"{left_out}"' in spec


def test_only_the_start_knows_the_bootstrap() -> None:
    (
        archrule("bootstrap is the top")
        .match("desktop_app*")
        .exclude("desktop_app.__main__")
        .should_not_import("desktop_app.bootstrap")
        .check("desktop_app", only_direct_imports=True)
    )
