"""Numbers of an imported text that the imported tables hold too: offered to follow them from now on."""

from __future__ import annotations

from desktop_app.checking.plan import Plan
from desktop_app.forms.model import Figure, Relation
from desktop_app.reports.binding import ToBind, bound_texts, spelled_alike
from desktop_app.reports.draft import Draft
from desktop_app.reports.filled_report import FilledReport, fill_in
from desktop_app.reports.number_choices import place_of_figure
from desktop_app.reports.prose import to_plain
from desktop_app.reports.report import Entry, Report


class Offers(dict[str, str]):
    """Section -> its stored prose with the numbers bound; `count`: how many they are."""

    count = 0


def bound_offers(plan: Plan, draft: Draft) -> Offers:
    """The numbers that the form says are those of a row, where the sentence states what the row holds.

    A number that stands in several places alike, or that two rows claim, is left as it is.
    """
    report = Report("", draft.edition_id, str(draft.period))
    filled = fill_in(report, plan, {key: Entry(text) for key, text in draft.stored().items()})
    found: dict[str, list[ToBind]] = {}
    for figure in plan.figures.values():
        if one := _number_of(filled, figure):
            found.setdefault(figure.section, []).append(one)
    for section, numbers in found.items():
        spans = [number.span for number in numbers]
        found[section] = [number for number in numbers if spans.count(number.span) == 1]
    offers = Offers(bound_texts(filled, found))
    offers.count = sum(len(found[section]) for section in offers)
    return offers


def _number_of(filled: FilledReport, figure: Figure) -> ToBind | None:
    """Where the section states the figure as the table has it."""
    plain = to_plain(filled.prose(figure.section))
    for row in _rows(figure):
        shown = filled.shown(row) if row in filled.plan.indicators else ""
        span = place_of_figure(plain, figure.label, shown) if shown else None
        if span and (bound := spelled_alike(filled, row, plain[slice(*span)])):
            return ToBind(span, bound)
    return None


def _rows(figure: Figure) -> list[str]:
    """The rows of which the form says that they are the same number."""
    return [row for one in figure.same_as for row in (one.of if isinstance(one, Relation) else (one,))]
