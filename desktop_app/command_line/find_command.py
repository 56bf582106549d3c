"""`find`: where words stand in a report, or the names of other periods; a line or record for each place."""

from __future__ import annotations

import argparse

from desktop_app.base.errors import UserFault
from desktop_app.command_line.output import say_json, say_line
from desktop_app.reports.filled_report import FilledReport
from desktop_app.searching.hits import Hit, Look, around, looking_for, place_name, search
from desktop_app.searching.period_words import other_periods, own_periods
from desktop_app.searching.wanted import Wanted, pattern_of
from desktop_app.services.services import Services


def find(request: argparse.Namespace, services: Services) -> int:
    """0, whether something is found or not."""
    filled = services.library.read(request.id)
    look = _look(request, filled)
    hits = [hit for some in search(filled, look) for hit in some]
    if request.json:
        say_json([_fields(filled, hit) for hit in hits])
        return 0
    for hit in hits:
        doubt = f"\t(có thể đúng: {hit.doubt})" if hit.doubt else ""
        before, found, after = around(filled, hit)
        say_line(f"{hit.key}\t{place_name(filled, hit)}\t{before}[{found}]{after}{doubt}")
    if not hits:
        say_line("Không tìm thấy chỗ nào.")
    return 0


def _look(request: argparse.Namespace, filled: FilledReport) -> Look:
    if request.other_period:
        if request.words:
            raise UserFault("Lệnh find chỉ nhận một trong hai: chữ cần tìm, hoặc --other-period.")
        period = filled.report.period
        return other_periods(own_periods(filled.plan.edition, period), period)
    pattern = pattern_of(Wanted(request.words, request.marks, request.case, request.whole))
    if pattern is None:
        raise UserFault('Chưa ghi chữ cần tìm; ví dụ: find MÃ "Quý I".')
    return looking_for(pattern)


def _fields(filled: FilledReport, hit: Hit) -> dict[str, object]:
    before, found, after = around(filled, hit)
    return {
        "key": hit.key, "place": place_name(filled, hit), "paragraph": hit.paragraph,
        "footnote": hit.footnote, "start": hit.start, "end": hit.end, "before": before, "found": found,
        "after": after, "doubt": hit.doubt,
    }  # fmt: skip
