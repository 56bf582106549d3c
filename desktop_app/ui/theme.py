"""The look: one light theme with one accent, level colours with enough contrast, one style sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

QUIET = QColor("#5b6673")
FAINT = QColor("#767f8a")
OUT_OF_SCOPE_FILL = QColor("#f1f3f5")
HEADING_FILL = QColor("#f6f8fa")
DESK, EDGE = QColor("#dfe4ea"), QColor("#bcc5cf")
"""What printed pages lie on, and the rim of their paper."""
LINK = QColor("#1f5fa8")
TRACK, COMPLETE = QColor("#dde3e9"), QColor("#2e7d4f")
"""The line of what is still to be entered on a tab, and of a tab that is complete."""
HIT_FILL, NEW_FILL = QColor("#ffd978"), QColor("#cdeccf")
"""Behind words that were found, and behind those that would stand there then."""
BOUND_FILL = QColor("#e4eefa")
"""Behind a number that follows a figure: quiet, so that the sentence stays a sentence."""
TEXT = QColor("#1d2733")
LEVEL_COLOURS = {"error": QColor("#b3261e"), "warning": QColor("#8a5a00"), "note": QColor("#5b6673")}
LEVEL_FILLS = {"error": QColor("#fdecea"), "warning": QColor("#fff5df")}
PROSE_FACES = ["Times New Roman", "Liberation Serif", "Tinos", "serif"]


def apply_theme(application: QApplication, resources: Path) -> None:
    """Palette, face and style sheet for the whole program."""
    application.setStyle("Fusion")
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, "#f7f9fb"), (roles.Base, "#ffffff"), (roles.AlternateBase, "#f6f8fa"),
        (roles.Text, TEXT), (roles.WindowText, TEXT), (roles.ButtonText, TEXT),
        (roles.Button, "#eef1f4"), (roles.Highlight, "#cfe2f7"), (roles.HighlightedText, "#10233a"),
        (roles.PlaceholderText, "#767f8a"), (roles.Link, LINK), (roles.ToolTipBase, "#ffffff"),
        (roles.ToolTipText, TEXT),
    ):  # fmt: skip
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    font = QFont(application.font())
    font.setFamilies(["Segoe UI", font.family(), "Noto Sans", "DejaVu Sans"])
    font.setPointSizeF(max(9.5, font.pointSizeF()))
    application.setStyleSheet(_sheet(resources))
    # Last: the sheet brings Windows' own smaller faces of menus, tables and lists back.
    application.setFont(font)


def _sheet(resources: Path) -> str:
    """The style sheet, its pictures found wherever the program was started."""
    sheet = resources / "app.qss"
    text = sheet.read_text("utf-8") if sheet.exists() else ""
    return text.replace("url(icons/", f"url({resources.as_posix()}/icons/")
