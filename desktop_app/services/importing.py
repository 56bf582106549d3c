"""Take a report in from a file of any kind that the program reads: what kind it is, is decided here."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from desktop_app.base.errors import UserFault
from desktop_app.base.files import read_bounded
from desktop_app.checking.plans import Plans
from desktop_app.reports.draft import Draft
from desktop_app.services.exchange import read_exchange
from desktop_app.services.form_travel import give_back, take_form, told
from desktop_app.services.services import Services
from desktop_app.services.word_files import OF_THE_FILE, Wanted, doubts_of, read_word_file, store_reading

MOST_BYTES = 20_000_000
"""Of an exchange file."""
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF")
"""How files of offices begin: Word of today, Word before 2007, and what is saved under its name."""
_WORD_NAMES = (".docx", ".doc", ".docm", ".dotx", ".rtf")


def is_word(path: Path) -> bool:
    """Whether the file is to be read as one of Word: by its first bytes, else by its name."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except OSError:
        start = b""
    return start.startswith(_OFFICE) or path.suffix.lower() in _WORD_NAMES


def _is_file(path: Path) -> bool:
    """Whether a file is there; a name longer than the system takes is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def read(path: Path, plans: Plans, period_text: str = "") -> Draft:
    """The report in an exchange file, for another period when one is given; raises UserFault."""
    return read_exchange(_content(path), path.name, plans, period_text)


def _content(path: Path) -> bytes:
    try:
        return read_bounded(path, MOST_BYTES)
    except OSError as fault:
        raise UserFault(f"Không đọc được tệp {path}; hãy kiểm tra đường dẫn.") from fault


class TakenReport(NamedTuple):
    """The id of the new report, a sentence for each entry that is doubtful, and what came along with it."""

    report_id: str
    doubts: list[str]
    form: str = ""


def take_in(path: Path, services: Services, wanted: Wanted = OF_THE_FILE) -> tuple[str, list[str]]:
    """A new report of the file, after a backup: its id, and a sentence for all that is to be looked at."""
    taken = take_in_whole(path, services, wanted)
    return taken.report_id, [taken.form, *taken.doubts] if taken.form else taken.doubts


def take_in_whole(path: Path, services: Services, wanted: Wanted = OF_THE_FILE) -> TakenReport:
    """The same, apart from what is said of the form that came along."""
    plans = services.library.plans
    if _is_file(path) and is_word(path):
        reading = read_word_file(path, plans, wanted)
        return TakenReport(store_reading(reading, services), doubts_of(reading, plans))
    content = _content(path)
    services.backups().make_before("truoc-nhap")
    form = take_form(content, path.name, services)
    try:
        draft = read_exchange(content, path.name, plans, wanted.period, form.edition_id if form else "")
        report_id = services.library.add_draft(draft)
    except UserFault:
        give_back(form, services)
        raise
    return TakenReport(report_id, draft.doubts(plans.plan(draft.edition_id)), told(form))
