"""Bind numbers that stand in the prose already: by their place, by the figure that they state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from desktop_app.reports.bound_numbers import PERCENT, ZERO_FIRST, read_bound, shown_number, stated
from desktop_app.reports.confirming import marked, unconfirmed
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.following import following
from desktop_app.reports.number_choices import place_of_figure
from desktop_app.reports.prose import Prose, ProseParagraph, ProseRun, placed_runs, to_plain, write_prose


class ToBind(NamedTuple):
    """Letters of the plain spelling of a prose (`to_plain`), and what they are to follow."""

    span: tuple[int, int]
    bound: str


def bind(prose: Prose, numbers: Iterable[ToBind]) -> Prose:
    """The prose with these numbers bound; one that no single plain run holds is left as it is."""
    wanted = sorted(numbers)
    paragraphs: list[ProseParagraph] = []
    start = 0
    for paragraph in prose:
        plain = to_plain((paragraph,))
        here = [number for number in wanted if start <= number.span[0] < start + len(plain)]
        paragraphs.append(_bind_in(paragraph, start, here) if here else paragraph)
        start += len(plain) + 1
    return tuple(paragraphs)


def _bind_in(paragraph: ProseParagraph, start: int, numbers: list[ToBind]) -> ProseParagraph:
    runs: list[ProseRun] = []
    for at, end, run in placed_runs(paragraph, start):
        inside = [n for n in numbers if at <= n.span[0] and n.span[1] <= end]
        runs += [run] if run.note or run.bound or not inside else _cut(run, at, inside)
    return msgspec.structs.replace(paragraph, runs=tuple(runs))


def _cut(run: ProseRun, at: int, numbers: list[ToBind]) -> list[ProseRun]:
    parts: list[ProseRun] = []
    done = 0
    for (begin, end), bound in numbers:
        parts += [run.with_text(run.text[done : begin - at])]
        parts += [run.with_text(run.text[begin - at : end - at]).with_bound(bound)]
        done = end - at
    return [part for part in (*parts, run.with_text(run.text[done:])) if part.text]


def bound_spans(prose: Prose) -> Iterator[tuple[tuple[int, int], ProseRun]]:
    """Where bound numbers stand in the plain spelling."""
    start = 0
    for paragraph in prose:
        yield from (((at, end), run) for at, end, run in placed_runs(paragraph, start) if run.bound)
        start += len(to_plain((paragraph,))) + 1


def unstated_figures(filled: FilledReport) -> dict[str, str]:
    """Figures of the prose that are entered but that no sentence states: key -> text."""
    said = {key for prose in following(filled).prose.values() for key in stated(prose)}
    return {key: text for key in filled.plan.figures if (text := filled.text(key)) and key not in said}


def adopted(filled: FilledReport) -> dict[str, str]:
    """The prose of a report of before, with the figures that stood beside it bound in their sentences.

    Section -> stored prose. A figure that its section does not state, or states in several places
    alike, is left where it is.
    """
    found: dict[str, list[ToBind]] = {}
    for key, value in unstated_figures(filled).items():
        figure = filled.plan.figures[key]
        plain = to_plain(filled.prose(figure.section))
        span = place_of_figure(plain, figure.label, value)
        if span and (bound := spelled_alike(filled, key, plain[slice(*span)])):
            found.setdefault(figure.section, []).append(ToBind(span, bound))
    return bound_texts(filled, {section: _once(numbers) for section, numbers in found.items()})


def spelled_alike(filled: FilledReport, key: str, digits: str) -> str:
    """What binds the digits to the key so that not a letter of them changes; "" when nothing does."""
    ways = (key, f"{key}|{ZERO_FIRST}", f"{key}|{PERCENT}")
    return next((bound for bound in ways if shown_number(filled, bound) == digits), "")


def _once(numbers: list[ToBind]) -> list[ToBind]:
    """One figure for each number: what two figures claim is neither's."""
    spans = [number.span for number in numbers]
    return [number for number in numbers if spans.count(number.span) == 1]


def bound_texts(filled: FilledReport, numbers: Mapping[str, Iterable[ToBind]]) -> dict[str, str]:
    """The stored prose by section with these numbers bound; sections where nothing changes are left out.

    To bind is not to look at: a paragraph of the period before still waits to be confirmed.
    """
    texts: dict[str, str] = {}
    for section, wanted in numbers.items():
        prose = filled.prose(section)
        sound = [one for one in wanted if read_bound(one.bound)]
        if (bound := bind(prose, sound)) != prose:
            texts[section] = write_prose(marked(bound, unconfirmed(filled, section)))
    return texts
