"""Our start: the real program with the sample open, shown once; run as a process."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

from desktop_app import bootstrap
from tools.bench.memory import peak_memory


def main() -> None:
    """Show the report in the folder given and quit at the first idle moment, in the program's own order."""
    folder, report = Path(sys.argv[1]), sys.argv[2]
    bootstrap.pause_gc()
    widgets = import_module("PySide6.QtWidgets")
    app, theme = import_module("desktop_app.ui.startup.run_window"), import_module("desktop_app.ui.theme")
    application = widgets.QApplication(sys.argv[:1])
    theme.apply_theme(application, bootstrap.paths.resources())
    services = bootstrap.build(folder)
    window = app.open_window(services, report)
    usable = import_module("tools.bench.idle").first_idle(application)
    print(json.dumps({"memory": peak_memory(), "usable": usable}))
    del window


if __name__ == "__main__":
    main()
