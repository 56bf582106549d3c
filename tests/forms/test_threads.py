"""Records are read by several threads at once, also for the first time."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.real import EDITION_FOLDER, ROOT

TRIES = 10
FIRST_READING = """
import sys, threading
from pathlib import Path
from desktop_app.forms.loader import read_file
sys.setswitchinterval(1e-6)
files = sorted(Path(sys.argv[1]).glob("*.toml"))
threads = [threading.Thread(target=read_file, args=[file]) for file in files]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""


def test_threads_may_be_the_first_to_read_a_form() -> None:
    """Two that made the first conversion to a record ended the process, about every second time."""
    command = [sys.executable, "-c", FIRST_READING, str(EDITION_FOLDER)]
    begun = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) for _ in range(TRIES)]

    assert [process.wait(timeout=60) for process in begun] == [0] * TRIES


SOURCES = [path for top in ("desktop_app", "database") for path in sorted((ROOT / top).rglob("*.py"))]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_reader_of_records_is_made_when_its_module_is(path: Path) -> None:
    """`json.decode(…, type=…)` inside a function learns the type when it is first called, in any thread."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr != "decode" or not any(word.arg == "type" for word in node.keywords)
