"""The limit for a start: a bare window with as many empty tabs, shown once; run as a process."""

from __future__ import annotations

import json
import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget

from tools.bench.idle import first_idle
from tools.bench.memory import peak_memory


def main() -> None:
    """Show thirteen empty tabs and quit at the first idle moment."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    tabs = QTabWidget()
    for number in range(13):
        tabs.addTab(QWidget(), f"Thẻ {number}")
    window.setCentralWidget(tabs)
    window.resize(1280, 700)
    window.show()
    usable = first_idle(application)
    print(json.dumps({"memory": peak_memory(), "usable": usable}))


if __name__ == "__main__":
    main()
