"""Our start: the real program with the sample open, shown once; run as a process."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import bootstrap
from desktop_app.base import paths
from desktop_app.ui.app import open_window
from desktop_app.ui.theme import apply_theme
from tools.bench.memory import peak_memory


def main() -> None:
    """Show the report in the folder given and quit at the first idle moment."""
    folder, report = Path(sys.argv[1]), sys.argv[2]
    application = QApplication(sys.argv[:1])
    apply_theme(application, paths.resources())
    parts = bootstrap.build(folder)
    window = open_window(parts, report, bootstrap.LateRooms(folder))
    application.processEvents()
    QTimer.singleShot(0, application.quit)
    application.exec()
    usable = monotonic()
    print(json.dumps({"memory": peak_memory(), "usable": usable}))
    del window


if __name__ == "__main__":
    main()
