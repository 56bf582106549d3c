"""Take a report in from a Word file: read it, place it, store it as one step; brought in at first use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.base.files import read_bounded
from desktop_app.base.periods import period_name, read_period
from desktop_app.checking.plans import Plans
from desktop_app.services.services import Services
from desktop_app.word_import.bound_offers import bound_offers
from desktop_app.word_import.pieces import Reading, draft_of_reading

if TYPE_CHECKING:
    from desktop_app.word_import.contents import WordFile

MOST_BYTES = 60_000_000
"""Of a Word file; pictures make a report large, its words never do."""
STEP = "Nhập từ Word"
_OWNER = "~$"


class OldLetters(UserFault):
    """The file is written in fonts before Unicode."""


MOST_OLD = 0.2
"""The part of a file's letters in such fonts from which it cannot be read without turning them."""
OLD_WORDS = "Tệp có chữ dùng phông đời cũ ({fonts}) nên các chữ đó có thể sai; hãy xem lại"
Step = Callable[[int], None]


class NoPeriod(UserFault):
    """The file does not say which period it is about."""


class Wanted(NamedTuple):
    """What a file is read for: a period and a form, "" for those that it names itself.

    unicode: turn letters of fonts before Unicode into those of today.
    """

    period: str = ""
    edition: str = ""
    unicode: bool = False


OF_THE_FILE = Wanted()


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that an office made; raises UserFault in the words of the clerk."""
    if path.name.startswith(_OWNER):
        raise UserFault(
            f"Tệp {path.name} là tệp tạm của Word, Excel trong lúc tệp đang mở; hãy chọn chính tệp báo cáo."
        )
    try:
        return read_bounded(path, MOST_BYTES)
    except OSError as fault:
        raise UserFault(
            f"Không đọc được tệp {path}; nếu tệp đang mở trong Word, hãy đóng lại; kiểm tra lại đường dẫn."
        ) from fault


def is_workbook(content: bytes) -> bool:
    """Whether it is a package with sheets in it."""
    return content.startswith(b"PK") and b"xl/workbook.xml" in content


def read_word_file(
    path: Path, plans: Plans, wanted: Wanted = OF_THE_FILE, step: Step = lambda count: None
) -> Reading:
    """The pieces of the file and where they go; nothing is stored. Raises UserFault.

    step: told how far it is, may raise to stop.
    """
    return read_word_content(read_bytes(path), path.name, plans, wanted, step)


def read_word_content(
    content: bytes, name: str, plans: Plans, wanted: Wanted = OF_THE_FILE, step: Step = lambda count: None
) -> Reading:
    """The same of the content of a file of this name."""
    from desktop_app.word_import.read_report import find_period, read_report
    from desktop_app.word_import.read_word import read_word

    file = _of_today(read_word(content, name, step), name, wanted)
    found = find_period(file)
    period = read_period(wanted.period) if wanted.period else found
    if period is None:
        raise NoPeriod(
            f"Tệp {name} không ghi rõ kỳ báo cáo trong tiêu đề; hãy cho biết kỳ, ví dụ --period 2026-Q1."
        )
    edition_id = plans.edition_for(period, wanted.edition)
    reading = read_report(plans.plan(edition_id), file, name, period, step)
    return msgspec.structs.replace(reading, found_period=found)


def _of_today(file: WordFile, name: str, wanted: Wanted) -> WordFile:
    """The file in letters of today, once the clerk agreed; raises OldLetters for one that needs it."""
    from desktop_app.word_import.old_letters import in_unicode, old_fonts

    fonts, share = old_fonts(file)
    if not fonts:
        return file
    if wanted.unicode:
        return in_unicode(file)
    named = ", ".join(fonts[:3])
    if share > MOST_OLD:
        raise OldLetters(
            f"Tệp {name} dùng phông chữ đời cũ ({named}), phải chuyển sang Unicode mới đọc được; hãy nhập "
            "lại và đồng ý chuyển (lệnh import thêm --unicode)."
        )
    return msgspec.structs.replace(file, remarks=(OLD_WORDS.format(fonts=named), *file.remarks))


def read_workbook_content(
    content: bytes, name: str, plans: Plans, wanted: Wanted, step: Step = lambda count: None
) -> Reading:
    """The tables of a workbook for a period on a form, both named."""
    from desktop_app.word_import.read_report import read_tables
    from desktop_app.word_import.read_workbook import read_workbook

    plan = plans.plan(plans.edition_for(read_period(wanted.period), wanted.edition))
    return read_tables(plan, read_workbook(content, name, step), name, read_period(wanted.period))


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
