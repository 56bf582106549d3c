"""Fill the {label}, {coming}, {year} … places in the texts of the form for one period."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import Period, period_name
from desktop_app.forms.calendar import calendar_days, cut_off, wording_of
from desktop_app.forms.heads import PeriodWording
from desktop_app.forms.model import Edition, Section

_COMMITTEE = re.compile(r"\s*(UBND|Ủy ban nhân dân)\s+", re.IGNORECASE)
_PLACE = re.compile(r"\{([a-z_]+)\}")
# These reports look into the next calendar year; all others into the rest of this one.
_LOOKS_AHEAD = ("Q4", "Y")


def period_wording(edition: Edition, period: Period) -> PeriodWording:
    """What the edition says for this kind of period; raises UserFault when it has no such kind."""
    wording = wording_of(edition.periods, period)
    if wording is None:
        raise UserFault(f"Mẫu «{edition.head.name}» không có kỳ báo cáo {period_name(period)}.")
    return wording


def period_words(edition: Edition, period: Period, agency: str = "") -> dict[str, str]:
    """Name of each place -> its words, such as {"label": "Quý I", "coming": "Quý II", …}."""
    wording = period_wording(edition, period)
    ahead = period.year + 1 if period.kind in _LOOKS_AHEAD else period.year
    after = period.next()
    words = {"year": str(period.year), "coming_year": str(ahead), "kind": period.kind} | agency_words(agency)
    words |= {"month": str(period.last_month), "coming_month": str(after.last_month)}
    words["coming_month_year"] = str(after.year)
    words["label"] = fill(wording.label, words)
    words["coming"] = fill(wording.coming, words)
    words["subject"] = fill(wording.subject, words).strip()
    words["subject_within"] = words["subject"][:1].lower() + words["subject"][1:]
    words["short"] = fill(wording.short, words)
    words |= _days(wording, period)
    return words


def _days(wording: PeriodWording, period: Period) -> dict[str, str]:
    """First and last day of the figures, "01/7/2025"; those of the calendar where the form names none."""
    days = cut_off(wording, period) or calendar_days(period)
    names = ("from_day", "to_day")
    return {name: f"{day.day:02}/{day.month}/{day.year}" for name, day in zip(names, days, strict=True)}


def agency_words(agency: str) -> dict[str, str]:
    """The agency in a sentence: a people's committee speaks for its area, and its chairman issues."""
    committee = _COMMITTEE.match(agency)
    area = agency[committee.end() :] if committee else agency
    if area.isupper():
        area = area.title()
    area = area[:1].lower() + area[1:] if committee else area
    own = area if committee or not area else f"của {area}"
    issuer = f"Chủ tịch {agency}" if committee else agency
    return {"agency": agency, "area": area, "of_area": own, "issuer": issuer}


def section_heading(section: Section, words: Mapping[str, str]) -> str:
    """What a section prints above or before its prose, "1. Cải cách thể chế"; "" when nothing."""
    written = section.titles.get(words.get("kind", ""), section.title)
    title = fill(written, words).replace("  ", " ")  # a word may be empty
    return " ".join(part for part in (section.number, title) if part)


def fill(text: str, words: Mapping[str, str]) -> str:
    """The text with each {name} replaced by its words, {name_upper} by its capitals.

    A name that is not known stays as it is, so that a draft shows the open place.
    """

    def word(found: re.Match[str]) -> str:
        name = found.group(1)
        if name.endswith("_upper") and name[:-6] in words:
            return words[name[:-6]].upper()
        return words.get(name, found.group())

    return _PLACE.sub(word, text)
