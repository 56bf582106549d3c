"""What is offered for a row: the computed number, or the number of the words typed there."""

from __future__ import annotations

from desktop_app.base.numbers import number_and_words, show_number
from desktop_app.reports.filled_report import FilledReport


def offered(filled: FilledReport, key: str) -> dict[str, str]:
    """Key -> text of what taking the offer for this row writes; empty where nothing is offered."""
    if filled.result.value(key).suggestion is not None and key in filled.plan.indicators:
        return _words_moved(filled, key)
    formula = filled.plan.formula_of.get(key)
    if formula is None:
        return {}
    return {key: "" if formula.fill == "auto" else filled.computed_text(key)}


def _words_moved(filled: FilledReport, key: str) -> dict[str, str]:
    """The number stays, its words go behind what stands in the note."""
    number, words = number_and_words(filled.text(key))
    note = filled.plan.note_of(key)
    if number is None or not note:
        return {}
    before = filled.text(note).strip()
    return {key: show_number(number), note: f"{before}; {words}" if before else words}
