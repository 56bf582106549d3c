"""Command lines that mean harm: an exit code, at most one sentence, and never a fault of our own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app import __main__, bootstrap
from desktop_app.base.text import clean
from tests.support.library import services_in
from tests.support.real import ROOT

LONG = "x" * 5000
KEY = "pl1.2.1"
linux = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


class Answer(NamedTuple):
    """What one command answered."""

    code: int
    out: str
    err: str


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder with one report, in a working folder of the test's own; no window opens."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(bootstrap, "run_window", lambda folder, open_id, take: 0)
    with services_in(tmp_path / "data") as services:
        services.library.create("2023-Q1")
    yield tmp_path / "data"


def checked(answer: Answer) -> Answer:
    """The answer, which must be what the command line promises of every answer."""
    assert answer.code in (0, 1, 2), answer
    assert answer.err.count("\n") <= 1, answer.err
    assert len(answer.err) < 1000
    assert answer.err.removesuffix("\n").isprintable(), answer.err
    assert answer.code != 2 or answer.err, answer
    for word in ("Traceback", "lỗi của chính nó", "usage:"):
        assert word not in answer.err, answer.err
    return answer


def asked(capsys: pytest.CaptureFixture[str], data: Path, *words: str) -> Answer:
    """The answer of this process."""
    code = __main__.main(["--data-dir", str(data), *words])
    return checked(Answer(code, *capsys.readouterr()))


def held(data: Path) -> list[tuple[str, dict[str, str]]]:
    """Every report with its texts."""
    with services_in(data) as services:
        return [(s.id, services.library.read(s.id).texts()) for s in services.library.summaries()]


WORDS = st.one_of(
    st.sampled_from([
        "new", "list", "show", "set", "check", "export", "import", "backup", "restore", "--json",
    "--period", "--from", "--sample", "--edition", "--docx", "--pdf", "--xlsx", "--open", "--version",
    "--help", "-h", "--", "-", "-1", "2023-Q1", "2023-Q2", "2023-q1 ", "cchc-2022", KEY, "I.1",
    "note.pl1.2.1", "5", "=1+1", "", ".", "..", LONG, "'; DROP TABLE reports; --", "{0.__class__}", "%s",
    "a\nb", "\x1b[31m", "\u202e", "\udcff", "a\udc80.json", "--data-dir", "--data-dir=sub", "@x", "x=y",
    "--period=2023-6M", "--json=x", "\u0660", "x" * 300, ]),
    st.text(st.characters(blacklist_characters="\0/\\:"), max_size=12),
)  # fmt: skip


@settings(max_examples=250)
@given(st.lists(WORDS, max_size=6))
def test_any_words_are_answered(capsys: pytest.CaptureFixture[str], data: Path, words: list[str]) -> None:
    asked(capsys, data, *words)


@settings(max_examples=60)
@given(st.text(st.characters(blacklist_characters="\0"), max_size=60))
def test_any_value_is_kept_as_text_or_refused(
    capsys: pytest.CaptureFixture[str], data: Path, value: str
) -> None:
    words = ["--"] if value.startswith("-") and value != "-" else []
    asked(capsys, data, "set", "2023-Q1", "header.agency", "trước đó")
    answer = asked(capsys, data, "set", "2023-Q1", "header.agency", *words, value)

    kept = clean(value) if answer.code == 0 else "trước đó"
    assert held(data) == [("2023-Q1", {"header.agency": kept} if kept else {})]


FAULTY = [
    ("show", "../../x"),
    ("show", "'; DROP TABLE reports; --"),
    ("show", LONG),
    ("show", "\udcff"),
    ("show", ""),
    ("show", "2023-Q1\n"),
    ("check", "%"),
    ("set", "2023-Q1", "../../x", "1"),
    ("set", "2023-Q1", LONG, "1"),
    ("set", "2023-Q1", KEY, "\udcff"),
    ("set", "2023-Q1", "\udcff", "1"),
    ("set", "2023-Q1", KEY, "5", "6"),
    ("new", "--period", "../../x"),
    ("new", "--period", LONG),
    ("new", "--period", "2023-Q2\n2023-Q3"),
    ("new", "--period", "2023-Q2", "--edition", "../.."),
    ("new", "--period", "2023-Q2", "--edition", LONG),
    ("new", "--period", "2023-Q2", "--from", "\udcff"),
    ("new", "--period", "2023-Q2", "--from", "../x"),
    ("import", LONG),
    ("import", ""),
    ("import", "."),
    ("import", "/"),
    ("import", "\udcff"),
    ("restore", LONG),
    ("restore", ""),
    ("restore", "."),
    ("restore", "\udcff"),
    ("backup", ""),
    ("backup", "."),
    ("backup", ".."),
    ("backup", "/"),
    ("backup", LONG),
    ("backup", "no/such/folder/x.db"),
    ("export", "2023-Q1", "--pdf", LONG),
    ("export", "2023-Q1", "--json", "."),
    ("export", "2023-Q1", "--json", "no/such/x.json"),
    ("export", "../x", "--json", "x.json"),
    ("export", "2023-Q1", "--json", ""),
    ("list", LONG),
    (LONG,),
    ("a\nb",),
    ("--data-dir", LONG, "list"),
    ("--data-dir", LONG, "restore", "x"),
    ("--data-dir",),
    ("list", "--data-dir", "x"),
]


@pytest.mark.parametrize("words", FAULTY, ids=lambda words: ascii(words)[:50])
def test_a_request_at_fault_writes_nothing(
    capsys: pytest.CaptureFixture[str], data: Path, words: tuple[str, ...]
) -> None:
    asked(capsys, data, "set", "2023-Q1", KEY, "7")
    answer = asked(capsys, data, *words)

    assert (answer.code, answer.out) == (2, "")
    assert held(data) == [("2023-Q1", {KEY: "7"})]
    assert sorted(path.name for path in data.parent.iterdir()) == ["data"]


@linux
@pytest.mark.timeout(30)
@pytest.mark.parametrize("device", ["full", "null", "zero", "fifo"])
@pytest.mark.parametrize(
    "words",
    [("import",), ("restore",), ("backup",), ("export", "2023-Q1", "--json"), ("export", "2023-Q1", "--pdf")],
    ids=" ".join,
)
def test_what_is_no_plain_file_is_neither_read_nor_replaced(
    capsys: pytest.CaptureFixture[str], data: Path, words: tuple[str, ...], device: str
) -> None:
    """Over links into /dev, so that a rename at fault would take the link and no device."""
    place = data.parent / device
    os.mkfifo(place) if device == "fifo" else place.symlink_to(f"/dev/{device}")

    assert asked(capsys, data, *words, str(place)).code == 2
    assert not place.is_file()
    assert sorted(path.name for path in data.parent.iterdir()) == sorted(["data", device])


# -- as a process: streams that are closed, endless or full --


def process(data: Path, line: str, stdin: bytes | None = None) -> Answer:
    """The answer of a shell line, in which "$P" is the program."""
    environment = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"P": f"{sys.executable} -m desktop_app --data-dir {data}"}
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"], input=stdin, capture_output=True, cwd=ROOT,
    env=environment, timeout=60, check=False,
    )  # fmt: skip
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


@linux
@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("$P set 2023-Q1 I.1 - < /dev/zero", 2),
        ("$P set 2023-Q1 I.1 - < /dev/urandom", 2),
        ("head -c 2000 /dev/urandom | $P set 2023-Q1 I.1 -", 2),
        ("$P set 2023-Q1 I.1 - <&-", 2),
        ("$P set 2023-Q1 I.1 $'\\xff\\xfe'", 2),
        ("$P show $'\\xff'", 2),
        ("$P list > /dev/full", 2),
        ("$P show 2023-Q1 --json > /dev/full", 2),
        ("$P --help > /dev/full", 2),
        ("$P list >&-", 0),
        ("$P list | true", 0),
        ("$P --help | head -1 > /dev/null", 0),
    ],
)
def test_streams_that_are_endless_closed_or_full(data: Path, line: str, code: int) -> None:
    assert checked(process(data, line)).code == code
    assert held(data) == [("2023-Q1", {})]


@linux
@pytest.mark.parametrize("line", ["$P bay 2>&-", "$P bay 2> /dev/full"])
def test_a_complaint_that_nobody_can_read_changes_no_exit_code(data: Path, line: str) -> None:
    assert process(data, line) == Answer(2, "", "")


def test_the_tables_are_those_of_before(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    for words in FAULTY:
        asked(capsys, data, *words)
    with (
        services_in(data) as services,
        closing(services.file.connection.execute("SELECT name FROM sqlite_master")) as rows,
    ):
        names = {name for (name,) in rows}

    assert {"reports", "entries", "preferences"} <= names
    assert not [name for name in names if "DROP" in name]
