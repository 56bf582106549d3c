"""One page of the guide: text with pictures that fit the width and stay sharp on every screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop_app.base import paths
from desktop_app.base.text import without_marks
from desktop_app.services.guide import Guide

PICTURE_SCALE = 1.5
"""Dots of a picture for a unit of the screen: they are taken at 150 %."""
FOUND = QColor("#fff0c2")
EDGE = 24


class GuideBrowser(QTextBrowser):
    """Shows pages of the guide; a link says where it leads and is followed by whoever listens."""

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide, self._name = guide, ""
        self.setOpenLinks(False)
        self.setAccessibleName("Trang hướng dẫn")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else pictures fit twice
        self.document().setDocumentMargin(EDGE)
        self.document().setDefaultStyleSheet(style_sheet())
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)

    def show_page(self, name: str, anchor: str) -> None:
        """Show the page at the heading, or at its top."""
        if name != self._name:
            self._name = name
            self._fill()
        first = self._guide.pages[name].sections[0].anchor
        if anchor and anchor != first:
            self.scrollToAnchor(anchor)
        else:
            self.verticalScrollBar().setValue(0)

    def mark(self, words: str) -> None:
        """Mark the words that were searched for, "" for none; letters with and without accents."""
        marks = []
        text = without_marks(self.toPlainText())
        style = QTextCharFormat()
        style.setBackground(FOUND)
        for word in without_marks(words).split():
            at = text.find(word)
            while at >= 0:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(self.document())
                mark.cursor.setPosition(at)
                mark.cursor.setPosition(at + len(word), QTextCursor.MoveMode.KeepAnchor)
                mark.format = style
                marks.append(mark)
                at = text.find(word, at + len(word))
        self.setExtraSelections(marks)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802
        """A picture, made for this width and this screen; nothing else is ever loaded."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        room = max(200, self.viewport().width() - 2 * EDGE - 2)
        return picture(self._guide, QUrl(name).toString(), room, self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Pictures follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.start()

    def _fit(self) -> None:
        """The same place in the page, laid out anew."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._fill()
        bar.setValue(round(share * bar.maximum()))

    def _fill(self) -> None:
        if self._name:
            self.document().clear()  # with the pictures that were made for another width
            self.setHtml(self._guide.pages[self._name].html)


def style_sheet() -> str:
    """The look of the pages."""
    return (paths.resources() / "guide.css").read_text("utf-8")


def picture(guide: Guide, name: str, room: float, ratio: float) -> QImage:
    """The picture no wider than the room, with as many dots as the screen (or printer) shows.

    room: in units of the screen; ratio: dots for such a unit.
    """
    image = QImage(str(guide.folder / name))
    if image.isNull():
        return image  # its words stand there instead
    width = min(room, image.width() / PICTURE_SCALE)
    size = QSize(round(width * ratio), round(width * ratio * image.height() / image.width()))
    modes = Qt.TransformationMode
    fitted = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, modes.SmoothTransformation)
    fitted.setDevicePixelRatio(ratio)
    return fitted
