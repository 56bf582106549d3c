"""A page of pictures as PDF: each a row of the form over the periods, drawn by the PDF library."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.graphics import renderPDF
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer

from desktop_app.documents.chart_series import Series
from desktop_app.documents.fonts import Faces
from desktop_app.documents.pdf_fonts import Face, choose_face

WIDTH, HEIGHT, WIDEST = 165 * mm, 62 * mm, 36 * mm
"""Of a picture, and the most room of one bar."""
EARLIER, NOW = HexColor("#b9cde6"), HexColor("#1f5fa8")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def write_charts(title: str, series: Sequence[Series], families: tuple[Faces, ...]) -> bytes:
    """The pages; raises EnvironmentFault for a font that is damaged or lacks Vietnamese letters."""
    face = choose_face(families)
    regular, bold = face.names[False, False], face.names[True, False]
    head = ParagraphStyle("head", fontName=bold, fontSize=14, leading=18, alignment=1, spaceAfter=8)
    label = ParagraphStyle("label", fontName=bold, fontSize=11.5, leading=14, spaceBefore=6)
    story: list[Flowable] = [_words(face, title, head)]
    for one in series:
        story.append(KeepTogether([_words(face, one.title, label), _drawn(one, regular), Spacer(0, 6)]))
    out = io.BytesIO()
    SimpleDocTemplate(
        out, pagesize=A4, title=title, author="", invariant=1, lang="vi-VN", initialFontName=regular,
        leftMargin=30 * mm, rightMargin=15 * mm, topMargin=20 * mm, bottomMargin=20 * mm,
    ).build(story)  # fmt: skip
    return out.getvalue()


def write_chart(series: Series, families: tuple[Faces, ...]) -> bytes:
    """One picture alone, WIDTH by HEIGHT."""
    face = choose_face(families)
    return bytes(renderPDF.drawToString(_drawn(series, face.names[False, False]), autoSize=1))


def _words(face: Face, text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(face.printable(text).translate(_ENTITIES), style)


def _drawn(series: Series, font: str) -> Drawing:
    """Bars with their numbers above; today's is dark, so that no colour has to be told from another."""
    drawing = Drawing(WIDTH, HEIGHT)
    chart = VerticalBarChart()
    chart.x, chart.y, chart.height = 12, 26, HEIGHT - 46
    chart.width = min(WIDTH - 24, len(series.numbers) * WIDEST)
    chart.data = [series.numbers]
    chart.categoryAxis.categoryNames = list(series.names)
    chart.categoryAxis.labels.fontName, chart.categoryAxis.labels.fontSize = font, 10
    chart.valueAxis.valueMin = min(0.0, *series.numbers)
    chart.valueAxis.valueMax = max(*series.numbers, 1e-9) * 1.12
    chart.valueAxis.visible = False
    chart.barWidth, chart.groupSpacing = 10, 8
    chart.bars[0].fillColor, chart.bars[0].strokeColor = EARLIER, None
    last = len(series.numbers) - 1
    chart.bars[0, last].fillColor, chart.bars[0, last].strokeColor = NOW, None
    drawing.add(chart)
    for place, text in enumerate(series.shown):
        drawing.add(_number(chart, place, text, font))
    return drawing


def _number(chart: VerticalBarChart, place: int, text: str, font: str) -> String:
    """The number above its bar."""
    step = chart.width / len(chart.data[0])
    span = chart.valueAxis.valueMax - chart.valueAxis.valueMin
    above = (chart.data[0][place] - chart.valueAxis.valueMin) / span * chart.height
    x, y = chart.x + step * (place + 0.5), chart.y + max(above, 0) + 3
    return String(x, y, text, fontName=font, fontSize=10, textAnchor="middle")
