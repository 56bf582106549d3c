"""What is seen on the screen, found as a person finds it: by the words that stand there."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop_app.ui.widgets.text_line import TextLine

W = TypeVar("W", bound=QWidget)
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def be_still(window: QWidget) -> None:
    """Nothing begins any more: the data file is closed before the window is taken down."""
    for timer in window.findChildren(QTimer):
        timer.stop()


def settle(page: QWidget) -> None:
    """Boxes have grown and the page has scrolled; Windows hands these requests out later than Linux does."""
    places: list[list[QRect]] = []
    while len(places) < 5 or any(each != places[-1] for each in places[-5:]):
        QTest.qWait(15)
        places.append([QRect(part.mapToGlobal(QPoint()), part.size()) for part in page.findChildren(QWidget)])


def shown(widget: QWidget) -> str:
    """Every text that labels and lines show in the widget, joined by spaces."""
    parts: list[QLabel | TextLine] = [*widget.findChildren(QLabel), *widget.findChildren(TextLine)]
    return " ".join(part.text() for part in parts if part.isVisible())


def button(widget: QWidget, text: str) -> QAbstractButton:
    """The button with this text that can be seen."""
    seen = [b for b in widget.findChildren(QAbstractButton) if b.isVisible()]
    found = [b for b in seen if b.text().replace("&", "") == text]
    assert len(found) == 1, f"«{text}» among {[b.text() for b in seen]}"
    return found[0]


def named(widget: QWidget, kind: type[W], name: str) -> W:
    """The widget of this kind that is spoken of by this name and can be seen."""
    seen = [w for w in widget.findChildren(kind) if w.isVisible()]
    found = [w for w in seen if w.accessibleName() == name]
    assert len(found) == 1, f"«{name}» among {[w.accessibleName() for w in seen]}"
    return found[0]


def focused() -> QWidget:
    """The widget that the next key goes to."""
    found = QApplication.focusWidget()
    assert found is not None, "no focus anywhere"
    return found


def press(
    target: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """One key, and what follows from it a moment later."""
    QTest.keyClick(target, key, modifier)
    QApplication.processEvents()


def type_keys(text: str) -> None:
    """Letters, each into whatever has the focus by then; QTest knows those of ASCII alone."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(focused(), letter)
        else:
            QApplication.sendEvent(focused(), QKeyEvent(QEvent.Type.KeyPress, 0, _NO_MODIFIER, letter))
        QApplication.processEvents()


def is_in_sight(widget: QWidget, place: QRect | None = None) -> bool:
    """Whether the widget, or this part of it, is shown by everything that it lies in."""
    rect = place or widget.rect()
    return widget.isVisible() and widget.visibleRegion().boundingRect().contains(rect)
