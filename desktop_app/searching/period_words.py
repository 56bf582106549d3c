"""Words that name another period than the report's: what was left over from the report before.

What may well be right where it stands (a comparison, a date, a document, a plan) is found too, with
the reason to doubt, and never changed by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from desktop_app.base.periods import Period
from desktop_app.forms.model import Edition
from desktop_app.forms.wording import period_words
from desktop_app.searching.hits import Found, Look

COMPARED = "đang so sánh"
CITED = "văn bản, chỉ số"
DATED = "ngày tháng"
PLANNED = "mốc về sau"
COVERED = "tháng năm khác"

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_COUNTED = {"ba": "3", "sáu": "6", "chín": "9"}
_YEAR = r"(?:19|20)\d\d"
_OF_YEAR = rf"(?:\s*/\s*|\s*-\s*|\s+năm\s+|\s*,\s*năm\s+|\s+)(?P<{{}}>{_YEAR})(?!\w)"
_NUMBERED = re.compile(r"\d+/[\w/-]+\s*$")
"""The number of a document, right before its date."""
_REACH = 90
"""Letters before a name in which the words that make it right are looked for."""


@cache
def names() -> re.Pattern[str]:
    """A period, date or document; the first that fits counts: a date is no year, nor is a quarter of one."""
    return re.compile(
        "|".join(
            (
                rf"(?P<document>(?<![\w/])\d{{1,5}}(?:/{_YEAR})?/[A-ZĐ][A-ZĐa-z0-9]*(?:-[A-ZĐ0-9]+)*)",
                rf"(?P<date>(?:(?i:ngày)\s+)?(?<!\w)\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?(?P<date_year>{_YEAR})(?!\w)"
                rf"|(?i:ngày)\s+\d{{1,2}}\s+(?i:tháng)\s+\d{{1,2}}\s+(?i:năm)\s+(?P<day_year>{_YEAR})(?!\w))",
                r"(?P<quarter>(?<!\w)(?i:qu[ýí])\s+(?P<which>(?i:iv|i{1,3})|0?[1-4])(?!\w)"
                rf"(?:{_OF_YEAR.format('quarter_year')})?)",
                r"(?P<months>(?<!\w)(?P<count>0?[369]|(?i:ba|sáu|chín))\s+(?i:tháng)\s+"
                r"(?P<half>(?i:đầu năm|cuối năm))"
                rf"(?:\s*(?:/|\s(?i:năm)\s)?\s*(?P<months_year>{_YEAR})(?!\w))?)",
                r"(?P<month>(?<!\w)(?i:tháng)\s+(?P<number>0?[1-9]|1[0-2])(?!\w)"
                rf"(?:{_OF_YEAR.format('month_year')})?)",
                rf"(?P<year>(?<!\w)(?i:năm)\s+(?P<whole_year>{_YEAR})(?!\w))",
            )
        )
    )


@cache
def _compares() -> re.Pattern[str]:
    """Words of a comparison right before a name."""
    return re.compile(
        r"(so với|so cùng kỳ|cùng kỳ|giai đoạn|kể từ|trước đây|kỳ trước|năm trước|năm ngoái"
        r"|chuyển sang|chuyển từ|tồn (đọng )?từ|lũy kế|tăng .{0,25} so|giảm .{0,25} so)[^.;]{0,40}$"
        r"|(?<!\w)(từ|hơn|bằng|cuối|trước|sau)\s$",
        re.IGNORECASE,
    )


@cache
def _cites() -> re.Pattern[str]:
    """Words of a document or an index right before a name."""
    return re.compile(
        r"(luật|nghị quyết|nghị định|quyết định|thông tư|công văn|hiến pháp|pháp lệnh|chỉ thị|kế hoạch số"
        r"|số hiệu|chương trình tổng thể|đề án|chỉ số|par ?index|sipas|pci|papi|dti|pgi)[^.;]{0,60}$",
        re.IGNORECASE,
    )


class Named(NamedTuple):
    """A period as the words name it; kind "" is a whole year, year 0 is none."""

    kind: str
    year: int


def own_periods(edition: Edition, period: Period) -> frozenset[Named]:
    """The period and the one to come, as the form words them for this report."""
    words = period_words(edition, period)
    years = {"label": int(words["year"]), "coming": int(words["coming_year"])}
    if period.is_month:
        years["coming"] = int(words["coming_month_year"])
    own = {Named("", year) for year in years.values()}
    for place, year in years.items():
        for found in names().finditer(words[place]):
            name = named(found)
            if name and name.kind:
                own.add(Named(name.kind, name.year or year))
    return frozenset(own)


def other_periods(own: frozenset[Named], period: Period) -> Look:
    """What finds the names of other periods in plain text; its doubt is "" where none is known."""

    def look(text: str) -> Iterator[Found]:
        for found in names().finditer(text):
            doubt = _judged(found, text, own, period)
            if doubt is not None:
                yield found.start(), found.end(), doubt

    return look


def named(found: re.Match[str]) -> Named | None:
    """The period that is named; None for a date or document."""
    groups = found.groupdict()
    if groups["quarter"]:
        which = groups["which"].lower().lstrip("0")
        return Named(f"Q{_ROMAN.get(which, which)}", int(groups["quarter_year"] or 0))
    if groups["months"]:
        count = groups["count"].lower().lstrip("0")
        half = "end" if groups["half"].lower().startswith("cuối") else ""
        return Named(f"{_COUNTED.get(count, count)}M{half}", int(groups["months_year"] or 0))
    if groups["month"]:
        return Named(f"M{int(groups['number'])}", int(groups["month_year"] or 0))
    return Named("", int(groups["whole_year"])) if groups["year"] else None


def _judged(found: re.Match[str], text: str, own: frozenset[Named], period: Period) -> str | None:
    """None for the report's own period, "" for another, else why it may be right nevertheless."""
    name = named(found)
    if name is None:
        return _dated(found, own)
    if any(name.kind == each.kind and name.year in (0, each.year) for each in own):
        return None
    if reason := reason_beside(found, text):
        return reason
    if name.kind.startswith("M") and not period.is_month:
        return _month(name, own)
    return PLANNED if _is_later(name, period) else ""


def reason_beside(found: re.Match[str], text: str) -> str:
    """Why another period may be right here by the words in front of it; "" where they say nothing."""
    before = text[max(0, found.start() - _REACH) : found.start()]
    if _compares().search(before):
        return COMPARED
    return CITED if _cites().search(before) else ""


def _is_later(name: Named, period: Period) -> bool:
    """Whether the period that is named ends after the report's: nothing of the report before does."""
    last = int(name.kind[1:]) * 3 if name.kind.startswith("Q") else 12
    if name.kind.startswith("M"):
        last = int(name.kind[1:])
    elif name.kind.endswith("M"):
        last = int(name.kind[0])
    return (name.year or period.year, last) > (period.year, period.last_month)


def _dated(found: re.Match[str], own: frozenset[Named]) -> str | None:
    """A date or the number of a document of a year that is not the report's."""
    years = {each.year for each in own}
    if found["document"]:
        year = re.search(rf"/({_YEAR})/", found.group())
        return CITED if year and int(year[1]) not in years else None
    if int(found["date_year"] or found["day_year"]) in years:
        return None
    before = found.string[max(0, found.start() - _REACH) : found.start()]
    return CITED if _NUMBERED.search(before) else DATED


def _month(name: Named, own: frozenset[Named]) -> str | None:
    """A month in a report of several: only one of another year is worth a look."""
    return COVERED if name.year and name.year not in {each.year for each in own} else None
