"""The built program's command line: the sample, refusals, a pipe that nobody reads, old code pages."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pypdfium2

from tools.windows.trials.desk import Desk, fine, one_sentence

PERIODS = {"2023-Q1": 1, "2025-Y": 0}
"""Period of a sample -> exit code of its check: one has the faults of a real report, one has none."""
CODE_PAGES = (437, 1258, 65001)
"""Of the United States, as many computers have it; of Vietnam; UTF-8."""
REFUSED = [
    ("bay",), ("show", "nope"), ("set", "2025-Y", "bm99", "1"), ("new", "--period", "2031"),
    ("import", "none.json"), ("export", "2025-Y"), ("restore", "none.db"), ("check",),
    ("new", "--period", "2025-Y", "--edition", "x"), ("export", "2025-Y", "--pdf", "none/x.pdf"),
]  # fmt: skip


def sample(desk: Desk) -> str:
    """Made, checked and exported there and from the sources here: the same words."""
    here, there = desk.folder("sample-here"), desk.folder("sample-there")
    same = []
    for period, code in PERIODS.items():
        kinds = ("docx", "pdf", "xlsx", "json")
        words = [word for kind in kinds for word in (f"--{kind}", f"{period}.{kind}")]
        checks = []
        for run, folder in ((desk.source, here), (desk.console, there)):
            fine(run(folder, "new", "--period", period, "--sample"))
            checked = run(folder, "check", period, "--json")
            assert checked.code == code, f"check {period}: {checked.code}"
            checks.append(json.loads(checked.said))
            fine(run(folder, "export", period, *words))
        assert checks[0] == checks[1], f"{period}: other findings"
        for kind in kinds:
            ours, theirs = here / f"{period}.{kind}", there / f"{period}.{kind}"
            assert _words(ours) == _words(theirs), f"{period}.{kind}: other words"
            same += [ours.name] if ours.read_bytes() == theirs.read_bytes() else []
    return f"8 files with the same words, of these byte for byte the same: {', '.join(same)}"


def refusals(desk: Desk) -> str:
    """Faulty command lines get the same sentence and exit code as from the sources."""
    here, there = desk.folder("refused-here"), desk.folder("refused-there")
    for run, folder in ((desk.source, here), (desk.console, there)):
        fine(run(folder, "new", "--period", "2025-Y"))
    for words in REFUSED:
        ours, theirs = one_sentence(desk.source(here, *words)), one_sentence(desk.console(there, *words))
        assert _plain(ours) == _plain(theirs), f"{words}: «{ours}» but «{theirs}»"
    return f"{len(REFUSED)} refusals, each the same sentence as on Linux"


def names(desk: Desk) -> str:
    """Names that Windows would misread are refused, and nothing is made."""
    folder = desk.folder("names")
    fine(desk.console(folder, "new", "--period", "2025-Y"))
    before = sorted(path.name for path in folder.iterdir())
    said = [
        one_sentence(desk.console(folder, "export", "2025-Y", "--docx", name))
        for name in (r".\i:j.docx", "CON.docx", "báo cáo.docx.", "a?.docx")
    ]
    assert sorted(path.name for path in folder.iterdir()) == before
    return said[0]


def pipe(desk: Desk) -> str:
    """A reader who has enough of `show`: exit code 0 and no complaint."""
    folder = desk.folder("pipe")
    fine(desk.console(folder, "new", "--period", "2023-Q1", "--sample"))
    process = desk.system.begin(desk.over_console(folder, "show", "2023-Q1"))
    assert process.stdout and process.stderr
    process.stdout.close()
    complained, code = process.stderr.read(), process.wait(60)
    assert (code, complained) == (0, ""), (code, complained)
    return "exit code 0"


def code_pages(desk: Desk) -> str:
    """In a console of an old code page, and out of it through a pipe: the same Vietnamese words."""
    folder = desk.folder("pages")
    fine(desk.console(folder, "new", "--period", "2025-Y", "--sample"))
    command = [desk.system.named(Path(word)) if isinstance(word, Path) else word
               for word in desk.over_console(folder, "list")]  # fmt: skip
    line = fine(desk.console(folder, "list"))
    kept = []
    for page in CODE_PAGES:
        seen = desk.hand("console", str(page), *command)
        assert isinstance(seen, dict) and seen["codes"] == [0, 0], seen
        assert seen["piped"].strip() == line, f"{page}: {seen['piped']}"
        assert " ".join(line.split()) in " ".join(seen["shown"].split()), f"{page}: {seen['shown'][:300]}"
        kept.append(seen["page"])
    return f"code pages {', '.join(map(str, kept))}: «{line}»"


def _words(path: Path) -> object:
    """Whatever a reader of the file sees."""
    if path.suffix == ".json":
        return path.read_bytes()
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as file:
            return [page.get_textpage().get_text_bounded() for page in file]
    with zipfile.ZipFile(path) as package:
        parts = [name for name in package.namelist() if re.search(r"(word|xl)/.*\.xml$", name)]
        return {name: re.sub(r"<[^>]+>", " ", package.read(name).decode()) for name in parts}


def _plain(sentence: str) -> str:
    """A sentence without its paths, which differ."""
    return re.sub(r"\S*[/\\]\S*", "…", sentence)
