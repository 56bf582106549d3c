"""The measure of a start: a window with thirteen empty tabs, built as the program is."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTabWidget, QWidget

TITLE = "Bare window"


def main() -> int:
    """Show it until somebody ends it."""
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setWindowTitle(TITLE)
    tabs = QTabWidget()
    for number in range(13):
        tabs.addTab(QWidget(), str(number))
    window.setCentralWidget(tabs)
    window.resize(1280, 700)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
