"""Take a report in from a file of any kind that the program reads: what kind it is, is decided here."""

from __future__ import annotations

from pathlib import Path

from desktop_app.base.errors import UserFault
from desktop_app.base.files import read_bounded
from desktop_app.checking.plans import Plans
from desktop_app.reports.draft import Draft
from desktop_app.services.exchange import read_exchange
from desktop_app.services.services import Services

MOST_BYTES = 20_000_000
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of Word and Excel begin: those of today, and those before 2007."""


def read(path: Path, plans: Plans, period_text: str = "") -> Draft:
    """The report in the file, for another period when one is given; raises UserFault."""
    try:
        content = read_bounded(path, MOST_BYTES)
    except OSError as fault:
        raise UserFault(f"Không đọc được tệp {path}; hãy kiểm tra đường dẫn.") from fault
    if content.startswith(_OFFICE):
        raise UserFault(
            f"Tệp {path.name} là tệp Word hoặc Excel, phiên bản này chưa nhập được; hãy nhập tệp .json do "
            "chương trình xuất ra."
        )
    return read_exchange(content, path.name, plans, period_text)


def take_in(path: Path, services: Services, period_text: str = "") -> tuple[str, list[str]]:
    """A new report of the file, after a backup: its id, and a sentence for each entry that is doubtful."""
    draft = read(path, services.library.plans, period_text)
    services.backups().make_before("truoc-nhap")
    report_id = services.library.add_draft(draft)
    return report_id, draft.doubts(services.library.plans.plan(draft.edition_id))
