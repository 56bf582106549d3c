"""In a process with little memory and time: hostile files are read soon, and nothing of them runs."""

from __future__ import annotations

import json
from pathlib import Path

from desktop_app.services import exchange
from tests.hostile.guarded import folder_of, watched
from tests.hostile.test_editions import HARM, NASTY_LINES
from tests.hostile.test_expressions import WORST
from tests.support.editions import SMALL
from tests.support.real import EDITION_FOLDER

PAYLOADS = [
    "__import__('os').system('touch ran')", "exec('import os')", "eval('1')", "open('ran', 'w')",
    "(lambda: 1)()", "pl1.1.__class__.__mro__[1].__subclasses__()", "breakpoint()",
    "[open('ran','w') for _ in (1,)]", "help()", "{0.__class__}", "f'{open(\"ran\")}'",
    "total(__import__('socket'))", "print(1)", "os.system('x')", "x.y.z()", ]  # fmt: skip


def test_the_guard_sees_what_it_watches() -> None:
    """Were the hook blind, the tests below would hold nothing."""
    _, seen = watched(
        "eval('1'); exec('import colorsys'); import subprocess; subprocess.run([sys.executable, '-c', ''])"
    )

    assert {"exec", "compile", "import", "subprocess.Popen"} <= {event for event, _ in seen}


def test_the_worst_expressions_neither_run_nor_hang() -> None:
    work = """
for text in json.loads(sys.argv[1]):
    try:
        parse(text)
    except BadExpression as refused:
        said.append(str(refused))
"""
    said, seen = watched(work, json.dumps([*WORST, *PAYLOADS]))

    assert len(said) > len(WORST) // 2
    assert seen == []


LOAD = """
for folder in sorted(Path(sys.argv[1]).iterdir()):
    try:
        edition = load_edition(folder)
        plan = Plan(edition)
        faults(edition)
        evaluate(plan, read_entries(plan, dict.fromkeys(plan.indicators, "1")))
    except UserFault as refused:
        said.append(str(refused))
"""


def test_hostile_editions_neither_run_nor_hang(tmp_path: Path) -> None:
    expect = 'expect = "pl1.1 == total(pl1.1.1, pl1.1.2)"'
    for number, payload in enumerate(PAYLOADS):
        quoted = json.dumps(payload)
        for place, text in enumerate((
            SMALL.replace(expect, f"expect = {quoted}"),
            SMALL.replace('formula = "total(pl1.1.1, pl1.1.2)"', f"formula = {quoted}"),
            SMALL.replace('advice = "Xem lại dòng 1."', f"advice = {quoted}"),
            SMALL.replace('label = "Đã xong"', f"label = {quoted}"),
        )):  # fmt: skip
            assert text != SMALL
            folder_of(tmp_path / f"payload-{number}-{place}", {"edition.toml": text.encode()})
    for number, more in enumerate([*NASTY_LINES, *HARM.values()]):
        folder_of(tmp_path / f"line-{number}", {"edition.toml": f"{SMALL}\n{more}".encode()})

    said, seen = watched(LOAD, str(tmp_path))

    assert len(said) > len(PAYLOADS) + len(NASTY_LINES) // 2
    assert seen == []


def test_an_innocent_edition_is_loaded_without_any_event(tmp_path: Path) -> None:
    folder_of(tmp_path / "real", {path.name: path.read_bytes() for path in EDITION_FOLDER.glob("*.toml")})

    assert watched(LOAD, str(tmp_path)) == ([], [])


def test_hostile_exchange_files_neither_run_nor_hang(tmp_path: Path) -> None:
    head = {"format": exchange.FORMAT, "edition": "cchc-2022", "period": "2023-Q1"}
    values = dict(zip(("header.agency", "I.1", "pl1.2.1", "note.pl1.2.1"), PAYLOADS, strict=False))
    files = {
        "payloads.json": json.dumps(head | {"values": values}).encode(),
        "deep.json": b'{"a":' * 3_000_000,
        "arrays.json": b"[" * 19_000_000,
        "long.json": b'"' + b"x" * 19_000_000,
        "keys.json": json.dumps(head | {"values": {str(n): "" for n in range(1_000_000)}}).encode(),
        "python.json": b"{'values': __import__('os').system('touch ran')}",
        "pickle.json": b"cos\nsystem\n(S'touch ran'\ntR.",
    }
    work = """
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        stored = importing.read(path, real_plans()).stored()
        evaluate(real_plan(), read_entries(real_plan(), stored))
        said.append(" ".join(stored.values()))
    except UserFault as refused:
        said.append(str(refused))
"""
    said, seen = watched(work, str(folder_of(tmp_path / "files", files)))

    assert len(said) == len(files)
    assert PAYLOADS[0] in " ".join(said)
    assert seen == []
