"""Take a report in from a Word file: read it, place it, store it as one step; brought in at first use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.base.files import read_bounded
from desktop_app.base.periods import period_name, read_period
from desktop_app.checking.plans import Plans
from desktop_app.services.services import Services
from desktop_app.word_import.bound_offers import bound_offers
from desktop_app.word_import.pieces import Reading, draft_of_reading

MOST_BYTES = 60_000_000
"""Of a Word file; pictures make a report large, its words never do."""
STEP = "Nhập từ Word"
_OWNER = "~$"


class NoPeriod(UserFault):
    """The file does not say which period it is about."""


def read_word_file(
    path: Path,
    plans: Plans,
    period_text: str = "",
    edition_id: str = "",
    step: Callable[[int], None] = lambda count: None,
) -> Reading:
    """The pieces of the file and where they go; nothing is stored. Raises UserFault.

    period_text, edition_id: instead of what the title says, and of the form that serves the period.
    step: told how far it is, may raise to stop.
    """
    if path.name.startswith(_OWNER):
        raise UserFault(
            f"Tệp {path.name} là tệp tạm của Word trong lúc báo cáo đang mở; hãy chọn chính tệp báo cáo."
        )
    try:
        content = read_bounded(path, MOST_BYTES)
    except OSError as fault:
        raise UserFault(
            f"Không đọc được tệp {path}; nếu tệp đang mở trong Word, hãy đóng lại; kiểm tra lại đường dẫn."
        ) from fault
    return read_word_content(content, path.name, plans, (period_text, edition_id), step)


def read_word_content(
    content: bytes,
    name: str,
    plans: Plans,
    wanted: tuple[str, str] = ("", ""),
    step: Callable[[int], None] = lambda count: None,
) -> Reading:
    """The same of the content of a file of this name; wanted: period and form, "" for those of the file."""
    from desktop_app.word_import.read_report import find_period, read_report
    from desktop_app.word_import.read_word import read_word

    file = read_word(content, name, step)
    found = find_period(file)
    period = read_period(wanted[0]) if wanted[0] else found
    if period is None:
        raise NoPeriod(
            f"Tệp {name} không ghi rõ kỳ báo cáo trong tiêu đề; hãy cho biết kỳ, ví dụ --period 2026-Q1."
        )
    edition_id = plans.edition_for(period, wanted[1])
    reading = read_report(plans.plan(edition_id), file, name, period, step)
    return msgspec.structs.replace(reading, found_period=found)


def store_reading(reading: Reading, services: Services, *, bind: bool = False) -> str:
    """A new report with all of the reading as its first step of undo, after a backup; returns its id.

    bind: numbers of the text that the tables hold too follow them from now on.
    """
    library = services.library
    plan = library.plans.plan(reading.edition_id)
    draft = draft_of_reading(plan, reading)
    services.backups().make_before("truoc-nhap")
    report_id = library.create(str(reading.period), reading.edition_id)
    more = bound_offers(plan, draft) if bind else {}
    library.open(report_id).edit_many(STEP, draft.stored() | more)
    return report_id


def doubts_of(reading: Reading, plans: Plans) -> list[str]:
    """A sentence for everything that the clerk should look at."""
    plan = plans.plan(reading.edition_id)
    draft = draft_of_reading(plan, reading)
    said = [f"{remark}." for remark in reading.remarks]
    left = sum(piece.fate == "left" for piece in reading.pieces)
    if left:
        said.append(f"{left} nội dung của tệp chưa có chỗ, xem thẻ «Chưa có chỗ» của báo cáo.")
    return [*said, *draft.doubts(plan)]


def about(reading: Reading, plans: Plans) -> str:
    """ "Quý I/2026, Mẫu báo cáo CCHC 2025": what the file was read as."""
    return f"{period_name(reading.period)}, {plans.plan(reading.edition_id).edition.head.name}"
