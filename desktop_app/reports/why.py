"""Why a number stands where it does: the chain of rows that it was made of, and of a finding's places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.base import known_keys
from desktop_app.checking.derivation import derivation_of
from desktop_app.checking.findings import Finding
from desktop_app.reports.bound_numbers import BEFORE, read_bound, shown_number
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import in_words

DEEPEST = 8
"""Rows that are made of rows: no form goes deeper, an edition that means harm may."""
MOST_LINKS = 300
TYPED, BLANK, OVERRULED = "gõ vào", "chưa nhập", "gõ vào; theo {formula} thì là {result}"


class Link(NamedTuple):
    """One line of the chain: how deep, where, what it is called, its number, how it came to be."""

    depth: int
    key: str
    place: str
    label: str
    shown: str
    how: str


def why_row(filled: FilledReport, key: str) -> list[Link]:
    """The row, and below it everything that its number was made of."""
    return _bounded(_links(filled, key, 0, ()))


def why_bound(filled: FilledReport, section: str, bound: str) -> list[Link]:
    """A number of the prose, and below it the rows that it follows."""
    known = read_bound(bound)
    place = filled.plan.names.get(section, section)
    top = Link(0, section, place, "Số trong câu", shown_number(filled, bound), "theo số liệu")
    keys = sorted({key.removeprefix(BEFORE) for key in known.keys}) if known else []
    return _bounded(iter([top, *(link for key in keys for link in _links(filled, key, 1, ()))]))


def why_found(filled: FilledReport, finding: Finding) -> list[Link]:
    """What a finding compares: each of its places with its number, and what that was made of."""
    return _bounded(link for key in finding.keys for link in _links(filled, key, 0, ()))


def _links(filled: FilledReport, key: str, depth: int, above: tuple[str, ...]) -> Iterator[Link]:
    plan, derivation = filled.plan, derivation_of(filled.plan, filled.result, key)
    yield Link(depth, key, _place(filled, key), _label(filled, key), _shown(filled, key), _how(filled, key))
    if derivation is None or depth >= DEEPEST or key in above:
        return
    for part in derivation.parts:
        if part.key in plan.names:
            yield from _links(filled, part.key, depth + 1, (*above, key))


def _place(filled: FilledReport, key: str) -> str:
    if known_keys.is_named_number(key):
        return f"số «{known_keys.number_name(key)}»"
    row = known_keys.row_of(key)
    name = filled.plan.names.get(row, "một chỗ không còn trong mẫu")
    return name if row == key else f"{name} (ghi chú)"


def _label(filled: FilledReport, key: str) -> str:
    row, figure = filled.plan.indicators.get(key), filled.plan.figures.get(key)
    section = filled.plan.sections.get(key)
    label = row.label if row else figure.label if figure else section.title if section else ""
    return " ".join(label.split())


def _shown(filled: FilledReport, key: str) -> str:
    if key in filled.plan.indicators or key in filled.plan.figures:
        return filled.shown(key)
    words = " ".join(in_words(filled.text(key), prose=filled.plan.is_prose(key)).split())
    return words if len(words) <= 80 else f"{words[:79]}…"


def _how(filled: FilledReport, key: str) -> str:
    derivation = derivation_of(filled.plan, filled.result, key)
    typed = filled.text(key).strip()
    if derivation is None:
        return TYPED if typed else BLANK
    if not typed:
        return f"= {derivation.formula}" if derivation.result else f"= {derivation.formula}, còn thiếu số"
    return OVERRULED.format(formula=derivation.formula, result=derivation.result or "chưa tính được")


def _bounded(links: Iterator[Link]) -> list[Link]:
    return [link for link, _ in zip(links, range(MOST_LINKS), strict=False)]
