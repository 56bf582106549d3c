"""Paints one place that was found: where it is, and the words around with what was found marked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem, QWidget

from desktop_app.ui import theme
from desktop_app.ui.models.hits_model import PARTS, Parts
from desktop_app.ui.qt_types import AnyIndex
from desktop_app.ui.widgets.hit_mark import units

PAD = 5
_BEFORE = 0.36
"""How much of the width the words before may take: what was found is always seen."""


class HitDelegate(QStyledItemDelegate):
    """Two lines for each hit; a box to tick while it is looked over."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Background and focus as in every list, then our two lines."""
        parts = index.data(PARTS)
        assert isinstance(parts, Parts)
        shown = QStyleOptionViewItem(option)
        view = option.widget
        assert isinstance(view, QWidget)
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, shown, painter, view)
        room = option.rect.adjusted(PAD, PAD - 1, -PAD, 0)
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        if tick is not None:
            room.setLeft(self._paint_tick(painter, view, room, tick))
        painter.save()
        line = option.fontMetrics.lineSpacing()
        _paint_place(painter, QRect(room.left(), room.top(), room.width(), line), parts, option.font)
        below = QRect(room.left(), room.top() + line + 1, room.width(), line)
        _paint_words(painter, below, parts, option.font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802
        """Two lines."""
        return QSize(100, line_height(option.fontMetrics))

    @staticmethod
    def _paint_tick(painter: QPainter, view: QWidget, room: QRect, tick: object) -> int:
        """The box; where the words begin behind it."""
        size = view.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        box = QStyleOptionButton()
        box.rect = QRect(room.left(), room.center().y() - size // 2, size, size)
        on = Qt.CheckState(tick) == Qt.CheckState.Checked
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        )
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, view)
        return room.left() + size + 2 * PAD


def line_height(metrics: QFontMetrics) -> int:
    """The height of one hit in the list."""
    return 2 * metrics.lineSpacing() + 2 * PAD


def _paint_place(painter: QPainter, room: QRect, parts: Parts, font: QFont) -> None:
    """The name of the place, and behind it why it may be right or is not replaced."""
    bold = QFont(font)
    bold.setBold(True)
    metrics = QFontMetrics(bold)
    name = metrics.elidedText(parts.place, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(bold)
    painter.setPen(theme.LINK)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
    left = metrics.horizontalAdvance(name + "  ")
    remark = parts.refused or (f"? {parts.doubt}" if parts.doubt else "")
    if remark and left < room.width() - 30:
        painter.setFont(font)
        painter.setPen(theme.LEVEL_COLOURS["warning"])
        beside = room.adjusted(left, 0, 0, 0)
        remark = QFontMetrics(font).elidedText(remark, Qt.TextElideMode.ElideRight, beside.width())
        painter.drawText(beside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), remark)


def _paint_words(painter: QPainter, room: QRect, parts: Parts, font: QFont) -> None:
    """The words around, cut at both ends so that what was found is seen."""
    metrics = QFontMetrics(font)
    before = metrics.elidedText(parts.before, Qt.TextElideMode.ElideLeft, round(room.width() * _BEFORE))
    new = f" {parts.new}" if parts.new else ""
    taken = metrics.horizontalAdvance(before + parts.found + new) + 4
    after = metrics.elidedText(parts.after, Qt.TextElideMode.ElideRight, max(0, room.width() - taken))
    layout = QTextLayout(f"{before}{parts.found}{new}{after}", font)
    start = units(before)
    formats = [_range(start, units(parts.found), _found(struck=parts.new is not None))]
    if new:
        formats.append(_range(start + units(parts.found) + 1, units(new) - 1, _new()))
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    painter.setPen(QPen(theme.TEXT))
    painter.setClipRect(room)
    layout.draw(painter, QPointF(room.topLeft()), [], QRectF(room))


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, style
    return made


def _found(*, struck: bool) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setBackground(theme.HIT_FILL)
    style.setFontStrikeOut(struck)
    return style


def _new() -> QTextCharFormat:
    style = QTextCharFormat()
    style.setBackground(theme.NEW_FILL)
    style.setFontWeight(QFont.Weight.DemiBold)
    return style
