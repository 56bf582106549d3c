"""What was typed or comes from an edition is words on the screen, never markup that loads a file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.message_bar import MessageBar
from desktop_app.ui.report_view import ReportView

IMAGE = '<img src="file://server/share/x.png"> <b>x</b>'


def rich(widget: QWidget) -> list[str]:
    """The texts with an image or bold of the clerk's that a label below the widget reads as markup."""
    plain = Qt.TextFormat.PlainText
    labels = [label for label in widget.findChildren(QLabel) if label.textFormat() != plain]
    return [label.text() for label in labels if "<img" in label.text() or "<b>x" in label.text()]


@pytest.mark.parametrize("tab", ["general", "I", "II", "pl1"])
def test_no_label_of_a_page_reads_typed_text_as_markup(view: ReportView, tab: str) -> None:
    keys = (*view.session.filled.plan.figures, "header.agency", "pl1.2.1", "header.date")
    page = view.show_tab(tab)
    view.bridge.edit_many("Thử", dict.fromkeys(keys, IMAGE))
    for key in keys:
        view.go_to(key)
    view.show_tab(tab)

    assert rich(page) == []
    assert rich(view.window()) == []


def test_the_message_bar_shows_what_it_is_given(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.complain(f"Không đọc được tệp {IMAGE}.")

    assert rich(bar) == []
    assert IMAGE in bar.text()
