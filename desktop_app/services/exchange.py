"""A report as one JSON file: the form in which it is shown, exported and taken in again."""

from __future__ import annotations

from typing import Any

import msgspec

from desktop_app.base import known_keys
from desktop_app.base.errors import UserFault
from desktop_app.base.periods import read_period
from desktop_app.base.text import clean
from desktop_app.checking.plans import Plans
from desktop_app.reports.confirming import without_marks_of
from desktop_app.reports.draft import Draft, draft_of
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.marks import marked_tabs
from desktop_app.reports.prose import in_words, read_prose, write_prose
from desktop_app.reports.succession import TrayItem, tray

FORMAT = "bao-cao-cchc/1"
MOST_TEXT = 200_000


class ReportFile(msgspec.Struct, frozen=True):
    """The fields of the file; computed numbers are for readers and are not taken in.

    faces: prose with bold or italic in its stored spelling; left out of a file that has none.
    tray: for readers too, what stands in the values under tray. done: the tabs whose entries the clerk
    has called complete. form: the files of the form by name, where it does not ship with every program.
    """

    format: str
    edition: str
    period: str
    values: dict[str, str]
    status: str = "draft"
    computed: dict[str, str] = {}
    faces: dict[str, str] | msgspec.UnsetType = msgspec.UNSET
    tray: list[TrayItem] | msgspec.UnsetType = msgspec.UNSET
    done: list[str] | msgspec.UnsetType = msgspec.UNSET
    form: dict[str, str] | msgspec.UnsetType = msgspec.UNSET


SUFFIX = ".cchc"
"""How exchange files end, so that a double click opens them; older ones end in .json, and are the same."""
_OF_A_FORM = b'"bao-cao-cchc-form"'
_DECODER = msgspec.json.Decoder(ReportFile)


def as_file(filled: FilledReport) -> ReportFile:
    """The whole report: texts as typed, prose as lines, computed numbers as printed."""
    plan = filled.plan
    values = {key: in_words(text, prose=plan.is_prose(key)) for key, text in filled.texts().items()}
    computed = {formula.key: filled.computed_text(formula.key) for formula in plan.formulas}
    report = filled.report
    return ReportFile(
        format=FORMAT,
        edition=report.edition_id,
        period=report.period_text,
        status=report.status,
        values=dict(sorted(values.items(), key=lambda item: plan.order.get(item[0], 10**6))),
        computed={key: text for key, text in computed.items() if text},
        faces=_faces(filled) or msgspec.UNSET,
        tray=tray(filled.entries) or msgspec.UNSET,
        done=marked_tabs(plan, filled.entries) or msgspec.UNSET,
    )


def _faces(filled: FilledReport) -> dict[str, str]:
    """The prose that lines of plain text would not hold: what has bold or italic."""
    return {
        key: write_prose(without_marks_of(read_prose(text)))
        for key, text in filled.texts().items()
        if filled.plan.is_prose(key)
        and not all(run.is_plain for paragraph in read_prose(text) for run in paragraph.runs)
    }


def as_json(content: Any) -> bytes:
    """Any record of ours as readable JSON."""
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"


def decode_file(content: bytes, name: str) -> ReportFile:
    """The fields in the content of the file of this name; raises UserFault for what is no report's."""
    try:
        file = _DECODER.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        if _OF_A_FORM in content[:200]:
            raise UserFault(f"Tệp {name} là mẫu báo cáo; hãy nhập ở trang «Mẫu báo cáo».") from fault
        raise UserFault(f"Tệp {name} không phải báo cáo do chương trình này xuất ra.") from fault
    if file.format != FORMAT:
        raise UserFault(f"Tệp {name} ghi theo dạng khác («{file.format[:40]}»), không đọc được.")
    return file


def read_exchange(
    content: bytes, name: str, plans: Plans, period_text: str = "", edition_id: str = ""
) -> Draft:
    """The report in the content of the file of this name; see importing.read.

    edition_id: the form to read it on, where its own came along under another id.
    """
    file = decode_file(content, name)
    faces = {} if file.faces is msgspec.UNSET else file.faces
    if any(len(text) > MOST_TEXT for texts in (file.values, faces) for text in texts.values()):
        raise UserFault(f"Tệp {name} có một mục quá dài, không phải một báo cáo.")
    values = {key: clean(text) for key, text in file.values.items()}
    period = read_period(period_text or file.period)
    if file.done is not msgspec.UNSET and period == read_period(file.period):
        values |= {known_keys.mark_of(tab): known_keys.MARKED for tab in file.done}
    return draft_of(plans, period, edition_id or file.edition, values, faces)
