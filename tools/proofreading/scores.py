"""How many slips of the corpus are found, and how many of the right cases are raised."""

from __future__ import annotations

from typing import NamedTuple

from tools.proofreading.both_forms import both_form_cases, both_form_files
from tools.proofreading.cases import Case, case_files, load_cases, raised

LEAST_FOUND, MOST_RAISED = 95, 3
"""Per cent: the goals."""


class Score(NamedTuple):
    """A file of cases: slips and how many of them are found; right cases and how many are raised."""

    name: str
    slips: int
    found: int
    right: int
    raised: int

    @property
    def recall(self) -> float:
        """Found ones of the slips, in per cent."""
        return 100 * self.found / (self.slips or 1)

    @property
    def precision(self) -> float:
        """Slips among the cases that were raised, in per cent."""
        return 100 * self.found / (self.found + self.raised or 1)

    @property
    def false_share(self) -> float:
        """Raised ones of the right cases, in per cent."""
        return 100 * self.raised / (self.right or 1)


def scores() -> list[Score]:
    """Every file of cases, and all together at the end."""
    found = [_score(path.stem, load_cases(path).case, load_cases(path).codes) for path in case_files()]
    found += [_score(path.stem, tuple(both_form_cases(path)), ("",)) for path in both_form_files()]
    together = Score(
        "all",
        sum(score.slips for score in found),
        sum(score.found for score in found),
        sum(score.right for score in found),
        sum(score.raised for score in found),
    )
    return [*found, together]


def _score(name: str, cases: tuple[Case, ...], codes: tuple[str, ...]) -> Score:
    slips = [case for case in cases if case.found]
    right = [case for case in cases if not case.found]
    return Score(
        name,
        len(slips),
        sum(set(case.found) <= set(raised(case, codes)) for case in slips),
        len(right),
        sum(bool(raised(case, codes)) for case in right),
    )


def score_lines(markdown: bool) -> list[str]:
    """The table of the scores, for the screen or for a page."""
    head = ("cases", "slips", "found", "right", "raised", "recall", "precision")
    rows = [_row(score) for score in scores()]
    if markdown:
        return [f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)]
    return [f"{row[0]:12}" + "".join(f"{cell:>11}" for cell in row[1:]) for row in (head, *rows)]


def _row(score: Score) -> tuple[str, ...]:
    counts = (score.slips, score.found, score.right, score.raised)
    return (score.name, *map(str, counts), f"{score.recall:.1f} %", f"{score.precision:.1f} %")
