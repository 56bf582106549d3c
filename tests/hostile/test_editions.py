"""Editions from a stick: whatever their files hold, an edition or one sentence, soon."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import Period
from desktop_app.checking.evaluate import evaluate, read_entries
from desktop_app.checking.inspection import inspect
from desktop_app.checking.plan import Plan
from desktop_app.composing.compose import compose
from desktop_app.composing.sheets import compose_sheets
from desktop_app.documents.docx_writer import write_docx
from desktop_app.documents.settings import PrintSettings
from desktop_app.documents.xlsx_writer import write_xlsx
from desktop_app.forms.catalogue import Catalogue
from desktop_app.forms.lint import faults
from desktop_app.forms.loader import MOST_BYTES, load_edition, read_file
from desktop_app.reports.filled_report import fill_in
from desktop_app.reports.report import Report
from desktop_app.reports.session import Session
from tests.support.editions import SMALL, NotedStore, write_edition
from tests.support.printed import pdf
from tests.support.real import EDITION_FOLDER, real_plan

REAL = {path.name: path.read_bytes() for path in sorted(EDITION_FOLDER.glob("*.toml"))}
SETTINGS = PrintSettings()
DEEP = 100_000


def said(fault: UserFault) -> str:
    """The fault's text, which must be one short sentence on one line that shows all its letters."""
    text = str(fault)
    assert text and len(text) < 500 and text.isprintable(), text
    return text


def used(folder: Path) -> Plan | None:
    """The plan of the edition, worked with in every way; None when it is refused with a sentence."""
    try:
        edition = load_edition(folder)
        plan = Plan(edition)
        faults(edition)
        evaluate(plan, read_entries(plan, dict.fromkeys(plan.indicators, "1")))
        session = Session(fill_in(Report("r", "x", "2023-Q1"), plan, {}), NotedStore())
        document = compose(session.filled, SETTINGS)
    except UserFault as refused:
        said(refused)
        return None
    assert write_docx(document)
    assert write_xlsx(compose_sheets(session.filled), edition.head.name)
    return plan


def test_the_measures_let_the_real_edition_through() -> None:
    assert used(EDITION_FOLDER) is not None


# -- one file spoilt --

NASTY_LINES = [
    "a = " + "[" * DEEP, "a = " + "{a=" * DEEP, "a = " + "[" * 400 + "]" * 400, "a = " + "9" * 5000,
    "a = 0x" + "f" * 50_000, "a = -" + "9" * 4000, "a = 1e999999", "a = inf", "a = nan", "a = 2020-13-45",
    "a = 1979-05-27T07:32:00Z", ".".join("a" * DEEP) + " = 1", "[" + ".".join("a" * DEEP) + "]",
    ".".join(["'a b'"] * 50_000) + " = 1", ".".join(['"\\"a"'] * 50_000) + " = 1", "x" * 1_500_000 + " = 1",
    '"\\' * 900_000, '"' * 1_900_000, "'\"" * 900_000, "[" * DEEP, "[[" + "a" * 1000 + "]]",
    "a = '" + "x" * 1_500_000 + "'", "a = 1\na = 2", "[edition]\n[edition]", "[[check]]\ncode = 5",
    "[[check]]\ncode = 'A'\nexpect = ['x']", "[[field]]\nkey = {a = {a = {}}}",
    "[[indicator]]\nkey = 0x" + "f" * 9000, "[[indicator]]\nlabel = 1\nkey = '" + "k" * 9000 + "'",
    "[[scope]]\nrows = [[[]]]", "[appendix]\ncolumns = { note = [inf, nan] }", "[edition]\nid = 1", "\0",
    "a = \"\\u0000\"", "a = \"\\ud800\"", "\ufeff", "# \u202e", "= 1", "[]", "[[]]", '"" = 1',
    "[section.x]\na=1",
]  # fmt: skip


@pytest.mark.parametrize("line", NASTY_LINES, ids=lambda line: ascii(line[:24]))
def test_a_nasty_line_is_one_sentence(tmp_path: Path, line: str) -> None:
    path = tmp_path / "edition.toml"
    path.write_text(line, "utf-8")

    with pytest.raises(UserFault) as refused:
        load_edition(tmp_path)

    said(refused.value)


@settings(max_examples=150)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_file_or_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    try:
        read_file(path)
    except UserFault as refused:
        said(refused)


VALUES = st.sampled_from([
    b"0", b"-1", b"1e400", b"nan", b"'x'", b"''", b"[]", b"{}", b"[[]]", b"true", b"1979-05-27", b"['pl1.1']",
    b'"{label}{label}{coming}"', b'"<b>x</b>"', b'"\\u202e"', b'"\\u0000"', b'"=1+1"', b"'../../x'",
    b"'''\n\n'''", b"10", b"11", b"99999999999999999999", b'"{0.__class__}"', b'"%s"', b"'pl1.1'",
    b"0x" + b"f" * 5000, ])  # fmt: skip
NAMES = sorted(REAL)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, bytes]:
    """One file of the real edition with something flipped, cut, doubled, or given another value."""
    name = draw(st.sampled_from(NAMES))
    content = REAL[name]
    at = draw(st.integers(0, len(content) - 1))
    how = draw(st.sampled_from(["flip", "cut", "double", "swap", "drop", "value", "crlf", "bom"]))
    lines = content.split(b"\n")
    line = at % len(lines)
    if how == "flip":
        content = content[:at] + bytes([content[at] ^ draw(st.integers(1, 255))]) + content[at + 1 :]
    elif how == "cut":
        content = content[:at]
    elif how == "double":
        lines[line:line] = lines[line : line + draw(st.integers(1, 30))]
        content = b"\n".join(lines)
    elif how == "swap":
        other = draw(st.integers(0, len(lines) - 1))
        lines[line], lines[other] = lines[other], lines[line]
        content = b"\n".join(lines)
    elif how == "drop":
        del lines[line]
        content = b"\n".join(lines)
    elif how == "value":
        places = [n for n, text in enumerate(lines) if b" = " in text]
        place = places[at % len(places)]
        lines[place] = lines[place].split(b" = ")[0] + b" = " + draw(VALUES)
        content = b"\n".join(lines)
    elif how == "crlf":
        content = content.replace(b"\n", b"\r\n")
    else:
        content = b"\xef\xbb\xbf" + content
    return name, content


@settings(max_examples=60)
@given(spoilt())
def test_the_real_edition_spoilt_is_an_edition_or_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, changed: tuple[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("edition")
    for name, content in (REAL | dict([changed])).items():
        (folder / name).write_bytes(content)

    used(folder)


# -- sound TOML that means harm --


def row(key: str, more: str = "") -> str:
    return f'\n[[indicator]]\nkey = "{key}"\nnumber = "1"\nlabel = "x"\nkind = "count"\n{more}'


CHECK = "[[check]]" + SMALL.split("[[check]]")[1]
PERIOD = '\n[[period]]\nkind = "Q9"\nlabel = "{}"\ncoming = ""\nsubject = ""'
SECTION = '\n[[section]]\nkey = "Z"\nlevel = "plain"\ntab = "I"\ntitle = "{}"\ndefault = "{}"'
SCOPE = '\n[[scope]]\nagency_kinds = ["office"]\nreason = "x"\nrows = [{}]'
THIN = '[[indicator]]\nkey="z{}"\nnumber=""\nlabel="x"\nkind="count"\n'
HARM = {
    "a formula that reads itself": row("pl1.9", 'formula = "pl1.9 + 1"'),
    "a ring of formulas": "".join(row(f"pl1.x{n}", f'formula = "pl1.x{(n + 1) % 900}"') for n in range(900)),
    "a check that reads no key": CHECK.replace('"S1"', '"S9"')
    .replace("pl1.1 == total(pl1.1.1, pl1.1.2)", "1 == 2"),
    "a key with markup": row("<b>pl1</b>"),
    "a key with a line end": row("pl1.\\n9"),
    "a key that turns the direction": row("pl1.\\u202e9"),
    "a key that is a path": row("../../x"),
    "a key of nothing": row(""),
    "a key of 5,000 letters": row("k" * 5000),
    "the key of a note": row("note.pl1.1"),
    "choices without any": row("pl1.9", "choice_rows = true").replace('"count"', '"choice"'),
    "groups in turn": "".join(row(f"pl1.g{n}", f'group = "{n % 2}"') for n in range(9)),
    "a choice of a huge code": row("pl1.9", 'choices = [{ code = 99999999999999999999, word = "x" }]'),
    "a period of a huge label": PERIOD.format("x" * 500),
    "a section that repeats the subject": SECTION.format("", "{subject}" * 200),
    "a blank section": SECTION.format(" ", ""),
    "2,000 formulas of one row": "".join(
        row(f"z{n}", 'fill = "auto"\nformula = "pl1.1.1 + 1"') for n in range(2000)
    ),
    "10,000 rows": "".join(THIN.format(n) for n in range(10_000)),
    "scopes for all of 3,000 rows": "".join(THIN.format(n) for n in range(3000))
    + SCOPE.format(", ".join(f'"y{n}"' for n in range(100_000))),
}  # fmt: skip


@pytest.mark.timeout(30)
@pytest.mark.parametrize("harm", HARM)
def test_an_edition_that_means_harm_works_or_is_one_sentence(tmp_path: Path, harm: str) -> None:
    used(write_edition(tmp_path, SMALL + HARM[harm]))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("number = 1\n", "number = 0\n"),
        ("number = 1\n", "number = 401\n"),
        ("number = 1\n", "number = -1\n"),
        ('key = "pl1.3"\n', 'key = "pl1.3/../x"\n'),
        ('figure_head = "Số', 'columns = { note = [0, 0] }\nfigure_head = "Số'),
        ('kind_of_document = "Báo cáo"', 'kind_of_document = "Báo\\u0001cáo"'),
        ('name = "Mẫu nhỏ"', 'name = "Mẫu \\u202enhỏ"'),
        ('label = "Quý I"', f'label = "{"x" * 61}"'),
        ('label = "Tổng số"', f'label = "{"x" * 2001}"'),
        ('total(pl1.1.1, pl1.1.2)"\n\n[[indicator]]', 'total(pl1.1, pl1.1.2)"\n\n[[indicator]]'),
    ],
)
def test_what_the_program_could_not_print_is_refused(tmp_path: Path, old: str, new: str) -> None:
    assert old in SMALL

    assert used(write_edition(tmp_path, SMALL.replace(old, new, 1))) is None


def test_groups_in_turn_are_printed_each_by_itself(tmp_path: Path) -> None:
    plan = used(write_edition(tmp_path, SMALL + HARM["groups in turn"]))
    assert plan is not None
    session = Session(fill_in(Report("r", "x", "2023-Q1"), plan, {}), NotedStore())

    assert pdf(compose(session.filled, SETTINGS))[0]


def test_two_appendices_of_one_number_are_refused(tmp_path: Path) -> None:
    folder = write_edition(tmp_path)
    head = SMALL[SMALL.index("[appendix]") : SMALL.index("[[indicator]]")]
    (folder / "more.toml").write_text(head.replace('"pl1"', '"pl2"'), "utf-8")

    assert used(folder) is None


# -- what is no file --


def test_an_edition_larger_than_any_form_is_refused_before_it_is_read(tmp_path: Path) -> None:
    folder = write_edition(tmp_path)
    with (folder / "large.toml").open("wb") as file:
        file.truncate(40 * 1024**3)

    assert used(folder) is None


def test_many_files_are_together_no_larger_than_one(tmp_path: Path) -> None:
    folder = write_edition(tmp_path)
    for number in range(3):
        (folder / f"{number}.toml").write_bytes(b"#" * (MOST_BYTES // 2))

    assert used(folder) is None


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _dangling(path: Path) -> None:
    path.symlink_to(path.with_name("nothing"))


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("make", [Path.mkdir, _fifo, _loop, _dangling, _endless])
def test_what_is_no_plain_file_is_one_sentence(tmp_path: Path, make) -> None:
    make(write_edition(tmp_path / "forms") / "a.toml")
    forms = Catalogue(tmp_path / "forms", tmp_path / "cache", inspect)

    (listed,) = forms.all()
    assert len(listed.faults) == 1 and "a.toml" in listed.faults[0]
    with pytest.raises(UserFault, match="chưa có mẫu nào dùng được"):
        forms.for_period(Period(2023, "Q1"))


@pytest.mark.parametrize(
    "name", ["..", "../..", "form-../small", "form-small/../small", "form-", "-", "*-*", "\0", "\ud800"]
)
def test_the_name_of_an_edition_never_leaves_its_folder(tmp_path: Path, name: str) -> None:
    write_edition(tmp_path / "forms")
    forms = Catalogue(tmp_path / "forms", tmp_path / "cache", inspect)

    with pytest.raises(UserFault) as refused:
        forms.edition(name)

    said(refused.value)
    written = {path.name.partition(".")[0] for path in tmp_path.rglob("*.json")}
    assert written == {"editions", "form-small"}


def test_the_real_plan_has_its_scopes() -> None:
    """The last scope that names a row or one above it counts, as it stands in the form."""
    plan = real_plan()
    for appendix in plan.edition.appendices:
        for scope in appendix.scopes:
            for key in (
                i.key for i in appendix.indicators for top in scope.rows if f"{i.key}.".startswith(f"{top}.")
            ):
                assert plan.out_of_scope(key, "nobody")
