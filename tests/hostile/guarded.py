"""A process with little memory and time that notes whatever runs while a hostile file is read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.support.real import ROOT

MEMORY, SECONDS = 1024**3, 20

LIMITED = f"""
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
    resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
except ImportError:
    pass
"""
"""Little memory and time for a process; Windows has no such limits, there it must only come to its end."""

_START = f"""
import ast, json, sys, warnings
warnings.simplefilter("error")
{LIMITED}
from pathlib import Path
from desktop_app.base.errors import UserFault
from desktop_app.checking.evaluate import evaluate, read_entries
from desktop_app.checking.plan import Plan
from desktop_app.forms.expression import BadExpression, parse
from desktop_app.forms.lint import faults
from desktop_app.forms.loader import load_edition
from desktop_app.reports.prose import read_prose
from desktop_app.services import importing
from tests.support.real import real_plan, real_plans
import encodings.utf_8_sig, tomllib
WATCHED = set('''exec import os.system os.exec os.posix_spawn os.spawn os.fork subprocess.Popen socket.connect
    socket.__new__ ctypes.dlopen pickle.find_class marshal.loads os.remove os.rename os.mkdir shutil.rmtree
    urllib.Request webbrowser.open code.__new__'''.split())
seen = []
watching = False

def watch(event, arguments):
    if not watching:
        return
    if event in WATCHED:
        seen.append([event, repr(arguments)[:200]])
    elif event == "compile" and sys._getframe(1).f_code.co_filename != ast.parse.__code__.co_filename:
        seen.append([event, repr(arguments)[:200]])
    elif event == "open" and arguments[1] is not None and set(str(arguments[1])) & set("wax+"):
        seen.append([event, repr(arguments)[:200]])

# Our own annotations are read by msgspec at their first use; that is no code of a file.
evaluate(real_plan(), read_entries(real_plan(), {{}}))
faults(real_plan().edition)
read_prose("[]")
try:
    importing.read(Path("pyproject.toml"), real_plans())
except UserFault:
    pass
sys.addaudithook(watch)
"""


def watched(work: str, *words: str) -> tuple[list[str], list[list[str]]]:
    """What the work said in the list `said`, and every event of WATCHED that happened meanwhile."""
    program = (
        f"{_START}\nsaid = []\nwatching = True\n{work}\nwatching = False\nprint(json.dumps([said, seen]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, cwd=ROOT, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    said, seen = json.loads(done.stdout)
    return said, seen


def folder_of(home: Path, files: dict[str, bytes]) -> Path:
    """A folder with these files."""
    home.mkdir(parents=True)
    for name, content in files.items():
        (home / name).write_bytes(content)
    return home
