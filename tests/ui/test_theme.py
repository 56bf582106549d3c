"""One face in every kind of widget, whatever the system gives menus, tables and lists."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop_app.base import paths
from desktop_app.ui.theme import apply_theme

CLASSES = (
    "QMenu", "QMenuBar", "QMessageBox", "QStatusBar", "QTableView", "QHeaderView", "QListView", "QTreeView",
    "QAbstractItemView", "QToolButton", "QPushButton", "QLabel", "QComboBox", "QTipLabel", "QTabBar",
    "QLineEdit",
)  # fmt: skip


class AsOnWindows:
    """The real application; as on Windows, a style sheet brings the system's faces of some widgets back."""

    def __init__(self, application: QApplication) -> None:
        self._application = application

    def __getattr__(self, name: str) -> object:
        return getattr(self._application, name)

    def setStyleSheet(self, sheet: str) -> None:
        self._application.setStyleSheet(sheet)
        for name in ("QMenu", "QMenuBar", "QStatusBar", "QTableView", "QTipLabel"):
            QApplication.setFont(QFont("Liberation Serif", 7), name)


@pytest.mark.parametrize("system", [lambda qapp: qapp, AsOnWindows], ids=["here", "as on Windows"])
def test_every_kind_of_widget_has_the_face_of_the_program(qapp: QApplication, system) -> None:
    before = QFont(qapp.font())
    try:
        apply_theme(system(qapp), paths.resources())
        ours = QApplication.font()
        assert ours.pointSizeF() >= 9.5
        for name in CLASSES:
            assert QApplication.font(name) == ours, name
    finally:
        qapp.setStyleSheet("")
        qapp.setFont(before)
