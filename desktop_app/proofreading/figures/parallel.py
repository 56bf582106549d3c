"""Whether the parts of a list stand in a row: nothing but counts with their words, or labels with theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from desktop_app.proofreading.figures.mentions import Mention
from desktop_app.proofreading.figures.nouns import same
from desktop_app.proofreading.figures.paragraphs import Paragraph

_WORDS = r"[^\d,;()]{1,60}?"
_COUNTED = tuple(
    map(re.compile, (r"\s*:?\s*(?:có )?", rf"{_WORDS}(?:,|;|\bvà\b)\s*(?:có )?", r"[^\d,;()]{1,60}[.;)]?\s*"))
)
_LABELLED = tuple(
    map(re.compile, (rf"\s*:?\s*{_WORDS}:?\s*", rf"\s*(?:,|;|\bvà\b)\s*{_WORDS}:?\s*", r"\s*[.;)]?\s*"))
)
"""What stands before the first part, between two, and behind the last."""


def other_things_from(paragraph: Paragraph, parts: Sequence[Mention]) -> int:
    """How many parts stand before a semicolon behind which the sentence counts other things; 0 for none."""
    gaps = [paragraph.plain[one.span[1] : other.span[0]] for one, other in pairwise(parts)]
    if not gaps or ";" in gaps[0]:
        return 0
    first = next((number for number, gap in enumerate(gaps, 1) if ";" in gap), 0)
    nouns = [part.noun for part in parts[:first] if part.noun]
    others = [part.noun for part in parts[first:]]
    return first if nouns and not any(same(noun, nouns[0]) for noun in others) else 0


def is_tight(paragraph: Paragraph, parts: Sequence[Mention], begin: int, end: int) -> bool:
    """Whether all is "06 phòng, 01 ban và 02 trung tâm", or all is "khiển trách 13, cảnh cáo 08"."""
    if not parts:
        return False
    plain = paragraph.plain
    gaps = [plain[begin : parts[0].span[0]]]
    gaps += [plain[one.span[1] : other.span[0]] for one, other in pairwise(parts)]
    gaps.append(plain[parts[-1].span[1] : end])
    return any(
        first.fullmatch(gaps[0]) and all(map(between.fullmatch, gaps[1:-1])) and last.fullmatch(gaps[-1])
        for first, between, last in (_COUNTED, _LABELLED)
    )
