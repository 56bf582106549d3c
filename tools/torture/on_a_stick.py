"""What folders.vanishing runs in a name space of its own: the window over a stick that comes and goes."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import bootstrap
from desktop_app.base import paths
from desktop_app.ui.startup.run_window import open_window
from desktop_app.ui.theme import apply_theme
from tools.torture.disk_full import fill, mount
from tools.torture.fault_row import FaultRow


class Stick:
    """A small disk of its own with the data folder on it."""

    def __init__(self, home: Path) -> None:
        self.place = home / "media"
        mount(self.place, 3000)
        self.data, self._pulled = self.place / "data", self.place / "pulled"
        self.data.mkdir()

    def pull(self) -> None:
        """The folder is gone."""
        self.data.rename(self._pulled)

    def plug(self) -> None:
        """The folder is there again."""
        self._pulled.rename(self.data)

    def fill(self) -> None:
        """Nothing more can be written."""
        self._ballast = fill(self.place, 0)

    def clear(self) -> None:
        """There is room again."""
        self._ballast.unlink()

    def lose(self) -> None:
        """The file alone is gone."""
        (self.data / "bao-cao-cchc.db").rename(self.place / "lost.db")


def main() -> None:
    """Print the line of the table."""
    application = QApplication(sys.argv[:1])
    apply_theme(application, paths.resources())
    lost = shown = 0
    home = Path(tempfile.mkdtemp(prefix="stick-"))
    stick = Stick(home)
    services = bootstrap.build(stick.data)
    window = open_window(services, services.library.create_sample("2023-q1"))
    window.settle_in()
    view = window.view
    assert view
    trials = (
        (stick.pull, stick.plug),
        (stick.fill, stick.clear),
        (stick.lose, lambda: None),  # put back from the open one
    )
    for number, (vanish, come_back) in enumerate(trials, start=1):
        vanish()
        typed = [str(number * 100 + n) for n in range(5)]
        for text in typed:
            view.bridge.edit_many(text, {"pl1.7.1": text, "note.pl1.7.1": text * 1500})
        shown += not ("CHƯA LƯU" in window.messages.text() and view.session.unsaved)
        lost += view.session.filled.text("pl1.7.1") != typed[-1]
        if number == 1:
            window.watchers.unsaved_edits.write_to(home / "elsewhere.json")
            lost += typed[-1] not in (home / "elsewhere.json").read_text("utf-8")
        come_back()
        _wait_until(lambda: not view.session.unsaved)
        lost += view.session.unsaved
    view.bridge.edit("pl1.7.2", "7")
    window.close()
    services.file.close()
    lost += _lost_after(stick)
    line = FaultRow("a folder that vanishes, is full, loses its file, while somebody types", 16)
    print(line.what, line.tried, int(lost), 0, int(shown), "15 edits waited and were written", sep="\t")


def _lost_after(stick: Stick) -> int:
    """How much of what was typed is not there once the program is started again."""
    again = bootstrap.build(stick.data)
    with closing(again.file):
        session = again.library.open("2023-Q1")
        lost = int((session.filled.text("pl1.7.1"), session.filled.text("pl1.7.2")) != ("304", "7"))
        lost += [v.entry.text for v in again.library.versions("2023-Q1", "pl1.7.1")][:5] != [
            "304", "303", "302", "301", "300",
        ]  # fmt: skip
    return lost


def _wait_until(held: Callable[[], bool], most_ms: int = 8000) -> None:
    loop = QEventLoop()
    asking = QTimer()
    asking.timeout.connect(lambda: loop.quit() if held() else None)
    asking.start(50)
    QTimer.singleShot(most_ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
