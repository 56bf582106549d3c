"""What a real print service makes of a job: taken, waiting, refused, printer or service gone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from tests.support.printed import sample_pdf
from tests.support.real import ROOT

CUPSD = shutil.which("cupsd") or "/usr/sbin/cupsd"
pytestmark = pytest.mark.skipif(
    not (sys.platform.startswith("linux") and Path(CUPSD).exists() and os.geteuid() == 0),
    reason="a print service of one's own needs cupsd and the right to start it",
)

SETTINGS = """
Listen {home}/sock
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Allow all
</Location>
<Location /admin>
  Allow all
</Location>
<Policy default>
  <Limit All>
    Allow all
  </Limit>
</Policy>
"""
FILES = """
FileDevice Yes
ServerRoot {home}/etc
RequestRoot {home}/spool
CacheDir {home}/cache
StateDir {home}/run
TempDir {home}/spool
AccessLog {home}/log/access
ErrorLog {home}/log/error
PageLog {home}/log/page
SystemGroup root
"""
PRINTING = """
import sys
sys.path.insert(0, ".")
import subprocess, sys
from PySide6.QtCore import QEventLoop
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from desktop_app.documents.pdf_pages import PdfPages
from desktop_app.ui.printing import PrintJob
application = QApplication([])
pages = PdfPages()
pages.open(open(sys.argv[1], "rb").read())
printer = QPrinter(QPrinter.PrinterMode.HighResolution)
printer.setPrinterName("thu")
subprocess.run(sys.argv[2], shell=True, check=True)
job, loop = PrintJob(pages, printer), QEventLoop()
job.done.connect(print)
job.ended.connect(loop.quit)
job.start()
loop.exec()
"""


@pytest.fixture
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A print service with one printer, on a socket of its own."""
    home = tmp_path_factory.mktemp("cups")
    for name in ("etc", "spool", "cache", "run", "log"):
        (home / name).mkdir()
    (home / "cupsd.conf").write_text(SETTINGS.format(home=home))
    (home / "files.conf").write_text(FILES.format(home=home))
    started = subprocess.Popen([CUPSD, "-f", "-c", home / "cupsd.conf", "-s", home / "files.conf"])
    try:
        for _ in range(100):
            made = run("lpadmin -p thu -E -v file:///dev/null -m raw", home)
            if made.returncode == 0:
                break
            sleep(0.1)
        else:
            pytest.skip("the print service did not start")
        (home / "pid").write_text(str(started.pid))
        yield home
    finally:
        started.kill()
        started.wait()


def run(command: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CUPS_SERVER": f"{home}/sock", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        command,
        shell=True,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("true", "trang đến máy in."),
        ("cupsdisable thu", "đang dừng: bản in nằm trong hàng đợi"),
        ("cupsreject thu", "Máy in «thu» không nhận bản in"),
        ("lpadmin -x thu", "Không còn thấy máy in «thu»"),
        ("kill $(cat {home}/pid); sleep 0.5", "dịch vụ in của máy này đang tắt"),
    ],
)
def test_what_became_of_a_job_is_said(service: Path, before: str, said: str) -> None:
    (service / "sample.pdf").write_bytes(sample_pdf()[0])
    (service / "printing.py").write_text(PRINTING)
    command = before.format(home=service)
    done = run(f"{sys.executable} {service}/printing.py {service}/sample.pdf '{command}'", service)

    assert said in done.stdout, (done.stdout, done.stderr)
