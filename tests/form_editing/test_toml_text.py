"""What the editor writes is the TOML that ships: read back it is the same edition, and people can read it."""

from __future__ import annotations

import tomllib

import msgspec
import pytest

from desktop_app.form_editing.toml_text import written_files
from desktop_app.forms.form_files import parse_files
from desktop_app.forms.heads import Column
from desktop_app.forms.model import Appendix, Indicator
from desktop_app.forms.written import WrittenEdition, compile_edition, read_written, written_of
from tests.support.real import FORMS

YEARS = ("2022", "2025")


def shipped(year: str) -> WrittenEdition:
    return read_written(FORMS / "cchc" / year)


def read_back(written: WrittenEdition) -> WrittenEdition:
    return written_of(parse_files(written_files(written)), "test")


@pytest.mark.parametrize("year", YEARS)
def test_a_shipped_form_read_back_is_the_same(year: str) -> None:
    written = shipped(year)

    assert read_back(written) == written
    assert compile_edition(read_back(written)) == compile_edition(written)


@pytest.mark.parametrize("year", YEARS)
def test_rows_and_checks_are_spelled_as_in_the_files_that_ship(year: str) -> None:
    """Entry by entry the same lines, whatever the order of a few of them."""
    files = written_files(shipped(year))
    ours = {entry for text in files.values() for entry in entries(text)}

    theirs = {
        entry
        for path in (FORMS / "cchc" / year).glob("*.toml")
        if path.name not in ("edition.toml", "head.toml")
        for entry in entries(path.read_text("utf-8"))
    }
    assert len(theirs) > 150
    assert len(theirs - ours) <= 0.03 * len(theirs), sorted(theirs - ours)[:3]


def entries(text: str) -> list[frozenset[str]]:
    """Each entry as the set of its lines."""
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return [frozenset(part.splitlines()) - {""} for part in lines.split("\n[") if part.strip()]


def test_every_file_opens_with_a_line_of_comment_and_leaves_defaults_out() -> None:
    files = written_files(shipped("2025"))

    assert {"edition.toml", "head.toml", "outline.toml", "appendix-1.toml", "checks.toml"} <= files.keys()
    assert all(text.startswith("# ") for text in files.values())
    rows = files["appendix-1.toml"]
    assert rows.count("[[indicator]]") == 19 and "false" not in rows
    assert 'kind = "count"' not in rows and 'unit = ""' not in rows


HARD = 'Nháy " và \\ gạch,\tthụt,\nxuống dòng [x] # không phải chú thích = {y}'


def test_any_words_come_back() -> None:
    written = shipped("2025")
    table = written.appendices[0]
    row = Indicator(key="bm1.r1", number="-", label=HARD, group=HARD, strong=True, most="12.5", was=("a.b",))
    columns = (Column("c1", "number", "TT", width=(8.5, 20)), Column("c2", "label", HARD, over='"'))
    changed = Appendix(table.head, (row,), table.scopes, columns)
    edition = msgspec.structs.replace(written, appendices=(changed, *written.appendices[1:]))

    assert read_back(edition) == edition
    for text in written_files(edition).values():
        tomllib.loads(text)


def test_tables_beyond_nine_are_named_so_that_they_sort_as_they_are_printed() -> None:
    written = shipped("2025")
    head = written.appendices[0].head
    tables = tuple(
        Appendix(msgspec.structs.replace(head, key=f"b{n}", number=n), ()) for n in (1, 2, 10, 11, 11)
    )
    names = [
        name for name in written_files(msgspec.structs.replace(written, appendices=tables)) if "app" in name
    ]

    assert names == [
        "appendix-01.toml", "appendix-02.toml", "appendix-10.toml", "appendix-11.toml", "appendix-11_2.toml",
    ]  # fmt: skip
