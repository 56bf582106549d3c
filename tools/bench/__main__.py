"""Print every ratio with its goal; `--markdown` as the table of the README."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tools.bench.documents import document_ratios
from tools.bench.edit import edit_ratio
from tools.bench.keystroke import keystroke_ratios
from tools.bench.measure import Ratio
from tools.bench.own_forms import own_form_ratios
from tools.bench.preview import preview_ratios
from tools.bench.printing import printing_ratios
from tools.bench.proofreading import proofreading_ratios
from tools.bench.reading import reading_ratio
from tools.bench.search import search_ratio
from tools.bench.start import start_ratios
from tools.proofreading.scores import score_lines


def main(words: list[str]) -> None:
    """Measure all and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ratios = start_ratios(folder)
        ratios += [*document_ratios(folder), reading_ratio(folder)]
        ratios.insert(3, edit_ratio(folder))
        application = QApplication.instance() or QApplication(sys.argv[:1])
        ratios[3:3] = keystroke_ratios(folder)
        ratios.append(search_ratio(folder))
        ratios += own_form_ratios(folder)
        ratios += proofreading_ratios()
        ratios += preview_ratios(folder)
        ratios += printing_ratios(folder)
        application.processEvents()
    if "--markdown" in words:
        print("| work | against | ours | theirs | ratio | goal |\n|---|---|---|---|---|---|")
    for ratio in ratios:
        print(_line(ratio, "--markdown" in words))
    print()
    print("\n".join(score_lines("--markdown" in words)))


def _line(ratio: Ratio, markdown: bool) -> str:
    met = "" if ratio.met else " (missed)"
    cells = (
        ratio.work, ratio.against, ratio.ours, ratio.theirs, f"{ratio.ratio:.2f}", f"≤ {ratio.goal:g}{met}",
    )  # fmt: skip
    if markdown:
        return f"| {' | '.join(cells)} |"
    return f"{cells[0]:42} {cells[2]:>10} / {cells[3]:>10} = {cells[4]:>6}  {cells[5]}  ({cells[1]})"


if __name__ == "__main__":
    main(sys.argv[1:])
