"""Export of the sample beside bare libraries with the same words, and beside LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from desktop_app import bootstrap
from desktop_app.reports.filled_report import FilledReport
from desktop_app.services import press
from tools.bench.bare_documents import bare_docx, bare_pdf
from tools.bench.measure import ROOT, Ratio, ms, paired, timed

ROUNDS = 9


SAMPLES = {"2023-q1": "the sample of 2023", "2025-y": "a year's report, 17 footnotes"}


def document_ratios(folder: Path) -> list[Ratio]:
    """PDF and DOCX of a sample of each form, and the whole process beside LibreOffice when it is there."""
    home = folder / "documents"
    services = bootstrap.build(home)
    ratios: list[Ratio] = []
    for name, words in SAMPLES.items():
        filled = services.library.read(services.library.create_sample(name))
        ratios += _written(filled, words)
        if name == "2023-q1":
            (home / "r.docx").write_bytes(press.docx(press.compose(filled)))
    services.file.close()
    return [*ratios, *_office(home)]


def _written(filled: FilledReport, words: str) -> list[Ratio]:
    """Both files beside the bare libraries, in turns."""
    document = press.compose(filled)
    pdf, plain_pdf = paired(
        lambda: timed(lambda: press.pdf(press.compose(filled))),
        lambda: timed(lambda: bare_pdf(document)),
        ROUNDS,
    )
    word, plain_word = paired(
        lambda: timed(lambda: press.docx(press.compose(filled))),
        lambda: timed(lambda: bare_docx(document)),
        ROUNDS,
    )
    beside_pdf, beside_word = "bare platypus, same words", "bare python-docx, same words"
    return [
        Ratio(f"PDF of {words}", beside_pdf, ms(pdf), ms(plain_pdf), pdf / plain_pdf, 1.5),
        Ratio(f"DOCX of {words}", beside_word, ms(word), ms(plain_word), word / plain_word, 1.5),
    ]


def _office(home: Path) -> list[Ratio]:
    office = shutil.which("soffice")
    if not office:
        return []
    ours = [sys.executable, "-m", "desktop_app", "--data-dir", str(home), "export", "2023-Q1", "--pdf"]
    theirs = [office, "--headless", f"-env:UserInstallation=file://{home}/profile", "--convert-to", "pdf"]
    mine, other = paired(
        lambda: timed(lambda: _run([*ours, str(home / "ours.pdf")])),
        lambda: timed(lambda: _run([*theirs, "--outdir", str(home), str(home / "r.docx")])),
        3,
    )
    work, against = "PDF of the sample, whole process", "LibreOffice from our DOCX"
    return [Ratio(work, against, ms(mine), ms(other), mine / other, 0.33)]


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
