"""A hint is as high as Qt would make it, however seldom it is measured."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.hint_label import HintLabel

WORDS = ["", "Ví dụ: Ủy ban nhân dân xã Ưu Đãi", "nhiều chữ " * 30, "dòng một\ndòng hai"]


@pytest.mark.parametrize("words", WORDS)
def test_it_is_as_high_as_its_words(words: str, qtbot: QtBot) -> None:
    label = HintLabel(words)
    qtbot.addWidget(label)
    for face in ("", "font-size: 30px"):
        label.setStyleSheet(face)
        label.ensurePolished()
        for width in range(20, 900, 11):
            assert label.heightForWidth(width) == QLabel.heightForWidth(label, width), (face, width)


def test_other_words_have_another_height(qtbot: QtBot) -> None:
    label = HintLabel(WORDS[2])
    qtbot.addWidget(label)
    high = label.heightForWidth(300)

    label.setText(WORDS[1])

    assert label.heightForWidth(300) < high
