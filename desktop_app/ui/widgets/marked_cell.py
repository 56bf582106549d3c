"""A cell with a hit in it: its text as always, the letters that were found marked and in sight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.hit_mark import units


def paint_marked(painter: QPainter, option: QStyleOptionViewItem, start: int, end: int) -> None:
    """Paint the cell of this option; start and end count the letters of its text."""
    view = option.widget
    assert isinstance(view, QWidget)
    style, text = view.style(), option.text
    room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view).adjusted(3, 0, -3, 0)
    option.text = ""
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
    first, last = units(text[:start]), units(text[:end])
    layout = QTextLayout(text.replace("\n", "\u2028"), option.font)
    layout.setFormats([_marked(first, last - first)])
    _lay_out(layout, option, room.width())
    painter.save()
    painter.setPen(option.palette.color(option.palette.ColorRole.Text))
    painter.setClipRect(room)
    top = room.top() + _above(room, layout, layout.lineForTextPosition(first))
    layout.draw(painter, QPointF(room.left(), top), [], QRectF(room))
    painter.restore()


def _marked(start: int, length: int) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setBackground(theme.HIT_FILL)
    style.setForeground(theme.TEXT)
    mark = QTextLayout.FormatRange()
    mark.start, mark.length, mark.format = start, length, style
    return mark


def _lay_out(layout: QTextLayout, option: QStyleOptionViewItem, width: int) -> None:
    """The lines, one below the other."""
    how = QTextOption(option.displayAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
    how.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(how)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()


def _above(room: QRect, layout: QTextLayout, line: QTextLine) -> float:
    """Where the text begins: in the middle, or as far up as the line that was found needs."""
    height = layout.boundingRect().height()
    if height <= room.height():
        return (room.height() - height) / 2
    return -max(0.0, min(line.y() - line.height(), height - room.height()))
