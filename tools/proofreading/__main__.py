"""Write docs/proof-reading.md: the scores of the corpus, and the real report where it is present."""

from __future__ import annotations

import re
import sys

from tools.proofreading.marks import PAGES, Outcome, outcome, table
from tools.proofreading.real_report import FILE, real_report
from tools.proofreading.scores import score_lines
from tools.torture.fault_row import ROOT

PAGE = ROOT / "docs/proof-reading.md"


def main() -> int:
    """Print the scores and renew the page, each part between its marks."""
    lines = score_lines(markdown=True)
    print("\n".join(lines))
    _put("cases", lines)
    if not FILE.exists():
        print("The real report is not here; its table stays as it was.")
        return 0
    result = outcome()
    lines = [*_summary(result), "", *table(result, real_report())]
    print("\n".join(lines))
    _put("real report", lines)
    return 0


def _summary(result: Outcome) -> list[str]:
    found = sum(finding is not None for _, finding in result.marks)
    return [
        f"{found} of {len(result.marks)} marks found, {len(result.wrong)} findings without a mark "
        f"({len(result.wrong) / PAGES:.1f} a page).",
    ]


def _put(part: str, lines: list[str]) -> None:
    """Put the lines between the marks of a part of the page."""
    marks = re.compile(rf"(<!-- {part} -->\n).*?(<!-- end of {part} -->)", re.DOTALL)
    text = PAGE.read_text("utf-8")
    block = "\n".join(lines)
    PAGE.write_text(marks.sub(lambda found: f"{found[1]}{block}\n{found[2]}", text), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
