"""The places that a period or an agency fills in a text, as the clerk reads them: {tên kỳ} for {label}."""

from __future__ import annotations

import re

_WORDS = {
    "year": "năm", "coming_year": "năm tới", "label": "tên kỳ", "coming": "kỳ tới", "month": "tháng",
    "coming_month": "tháng tới", "coming_month_year": "năm của tháng tới", "agency": "cơ quan",
    "area": "địa phương", "of_area": "của địa phương", "issuer": "người ban hành", "subject": "trích yếu",
    "subject_within": "trích yếu trong câu", "short": "tên ngắn", "from_day": "ngày đầu",
    "to_day": "ngày cuối", "number": "số", "date": "ngày ký", "day": "ngày", "appendices": "các phụ lục",
    "found": "số đã ghi", "expected": "số phải có",
}  # fmt: skip
_UPPER, _IN_CAPITALS = "_upper", " in hoa"
_NAMES = {words: name for name, words in _WORDS.items()}
_PLACE = re.compile(r"\{([^{}]+)\}")


def shown_places(text: str) -> str:
    """The text with its places in words; what is no place stays as it is."""
    return _PLACE.sub(_shown, text) if "{" in text else text


def read_places(text: str) -> str:
    """The text with its places as the form spells them."""
    return _PLACE.sub(_read, text) if "{" in text else text


def _shown(found: re.Match[str]) -> str:
    name = found[1]
    stem = name.removesuffix(_UPPER)
    return f"{{{_WORDS[stem]}{_IN_CAPITALS if stem != name else ''}}}" if stem in _WORDS else found[0]


def _read(found: re.Match[str]) -> str:
    words = " ".join(found[1].casefold().split())
    stem = words.removesuffix(_IN_CAPITALS)
    return f"{{{_NAMES[stem]}{_UPPER if stem != words else ''}}}" if stem in _NAMES else found[0]
