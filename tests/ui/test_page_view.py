"""The view of the printed pages: fitting, zoom, keys, the place that is kept, and what is drawn at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.documents.pdf_pages import Area, PdfPages
from desktop_app.documents.settings import PrintSettings
from desktop_app.ui.page_image import page_image
from desktop_app.ui.widgets.page_layout import MARGIN, Fit, PageLayout, Room, Spot
from desktop_app.ui.widgets.page_tiles import KEPT, PageTiles, Tile
from desktop_app.ui.widgets.page_view import LEAST, MOST, PageView
from tests.support.printed import pdf, sample_document, sample_pdf

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    made = PdfPages()
    made.open(sample_pdf()[0])
    yield made
    made.close()


@pytest.fixture
def view(qtbot: QtBot, pages: PdfPages) -> PageView:
    return shown_view(pages, qtbot)


def shown_view(pages: PdfPages, qtbot: QtBot) -> PageView:
    made = PageView(pages)
    qtbot.addWidget(made)
    made.resize(720, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.show_again()
    made.setFocus()
    return made


def edges(view: PageView, page: int) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a page in the viewport."""
    corner = view.point_of(Spot(page, 0, 0))
    end = view.point_of(Spot(page, *view.pages.sizes[page]))
    return corner.x(), corner.y(), end.x(), end.y()


def test_pages_are_as_wide_as_the_window_also_when_it_changes(view: PageView) -> None:
    for width in (720, 500, 901):
        view.resize(width, 600)
        left, top, right, _ = edges(view, 0)
        assert (left, top) == (MARGIN, MARGIN)
        assert right == pytest.approx(view.viewport().width() - MARGIN, abs=1)
        assert view.horizontalScrollBar().maximum() == 0


def test_a_whole_page_is_in_sight_and_centred(view: PageView) -> None:
    view.jump(4)
    view.fit(Fit.PAGE)
    left, top, right, bottom = edges(view, 4)

    assert view.current_page() == 4
    assert top == MARGIN and bottom == pytest.approx(view.viewport().height() - MARGIN, abs=1)
    assert left == pytest.approx(view.viewport().width() - right, abs=1.5) and left > 100


def test_zoom_starts_from_what_is_seen_and_has_bounds(view: PageView) -> None:
    fitted = view.zoom()
    middle = QPointF(view.viewport().rect().center())
    view.jump(3, 300)
    spot = view.spot_at(middle)
    view.zoom_by(1.2)
    assert view.zoom() == pytest.approx(fitted * 1.2)
    assert (view.point_of(spot) - middle).manhattanLength() < 3

    for _ in range(20):
        view.zoom_by(1.2)
    assert view.zoom() == MOST and view.horizontalScrollBar().maximum() > 0
    for _ in range(20):
        view.zoom_by(1 / 1.2)
    assert view.zoom() == LEAST


def test_ctrl_and_the_wheel_zoom_around_the_pointer(view: PageView) -> None:
    view.jump(2, 200)
    at = QPointF(200, 450)
    spot, before = view.spot_at(at), view.zoom()
    QApplication.sendEvent(
        view.viewport(),
        QWheelEvent(
            at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip

    assert view.zoom() == pytest.approx(before * 1.2)
    assert (view.point_of(spot) - at).manhattanLength() < 3


def test_keys_turn_the_pages(view: PageView) -> None:
    height, bar = view.viewport().height(), view.verticalScrollBar()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert 0 < bar.value() < 60
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert height * 0.8 < bar.value() < height + 60
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current_page() == len(view.pages.sizes) - 1
    assert edges(view, view.current_page())[3] == pytest.approx(height - MARGIN, abs=2)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert (bar.value(), view.current_page()) == (0, 0)

    fitted = view.zoom()
    QTest.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Equal, CONTROL)
    assert view.zoom() == pytest.approx(fitted * 1.44)
    QTest.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.zoom() == pytest.approx(fitted * 1.2)
    QTest.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.zoom() == pytest.approx(fitted)


def test_the_current_page_is_emitted(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.current_changed) as emitted:
        view.jump(6)
    assert emitted.args == [6]
    assert edges(view, 6)[1] == pytest.approx(MARGIN, abs=1)
    assert view.accessibleDescription().startswith("Trang 7 / ")

    while view.zoom() > LEAST:
        view.zoom_by(0.5)
    last = len(view.pages.sizes) - 1
    view.jump(last)
    assert view.current_page() == last  # though it cannot come to the top
    view.jump(99)
    assert view.current_page() == last


def test_new_pages_stand_at_the_same_place_and_the_old_ones_until_they_are_drawn(
    view: PageView, pages: PdfPages, qtbot: QtBot
) -> None:
    view.jump(2, 333)
    qtbot.waitUntil(view.is_drawn)
    at, seen = view.verticalScrollBar().value(), view.viewport().grab().toImage()
    pages.open(pdf(sample_document(PrintSettings(left=35)))[0])
    view.show_again()

    assert view.verticalScrollBar().value() == at
    assert not view.is_drawn()
    assert view.viewport().grab().toImage() == seen
    qtbot.waitUntil(view.is_drawn)
    assert view.viewport().grab().toImage() != seen


def test_the_place_is_kept_when_the_window_grows(view: PageView) -> None:
    view.jump(5, 100)
    spot = view.spot_at(QPointF())
    view.resize(1000, 400)
    again = view.spot_at(QPointF())

    assert (again.page, again.top) == (spot.page, pytest.approx(spot.top, abs=1))


def test_what_is_seen_is_the_page_pixel_for_pixel(view: PageView, pages: PdfPages, qtbot: QtBot) -> None:
    qtbot.waitUntil(view.is_drawn)
    left, top, right, bottom = (round(side) for side in edges(view, 0))
    seen = view.viewport().grab(QRect(left, top, right - left, 500)).toImage()
    page = page_image(pages, 0, QSize(right - left, bottom - top)).copy(0, 0, right - left, 500)

    assert seen.convertToFormat(page.format()) == page


class Counted(PdfPages):
    """Pages that note which of them are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []

    def draw(self, page: int, size: tuple[int, int], area: Area, target: memoryview) -> None:
        self.drawn.append(page)
        super().draw(page, size, area, target)


def test_only_what_is_in_sight_is_drawn(qtbot: QtBot) -> None:
    pages = Counted()
    pages.open(sample_pdf()[0])
    view = shown_view(pages, qtbot)
    qtbot.waitUntil(view.is_drawn)

    assert set(pages.drawn) == {0}
    pages.close()


def test_not_all_that_was_drawn_is_kept(pages: PdfPages) -> None:
    tiles, size = PageTiles(pages), QSize(300, 400)
    drawn = [Tile(page, Area(0, top, 300, 20)) for page in range(10) for top in range(0, 400, 20)]
    for tile in drawn:
        tiles.draw(tile, size)
        tiles.thin_out(drawn[:2])

    assert len(tiles) == KEPT
    assert all(tiles.is_fresh(tile) for tile in (*drawn[:2], drawn[-1]))
    assert tiles.image(drawn[2]) is None


def test_a_click_is_emitted_with_its_place_but_not_beside_the_page(view: PageView) -> None:
    emitted: list[Spot] = []
    view.clicked.connect(emitted.append)
    view.fit(Fit.PAGE)
    inside = view.point_of(Spot(0, 100, 200)).toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=inside)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, inside.y()))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=inside)

    assert [spot.page for spot in emitted] == [0]
    assert (emitted[0].left, emitted[0].top) == (pytest.approx(100, abs=2), pytest.approx(200, abs=2))


def test_without_pages_nothing_happens(qtbot: QtBot) -> None:
    view = PageView(PdfPages())
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    view.jump(3)
    view.zoom_by(2)
    view.fit(Fit.PAGE)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    view.viewport().grab()

    assert view.current_page() == 0


def test_at_150_percent_pages_stand_on_whole_pixels_and_are_as_large_in_the_window() -> None:
    sizes = ((595.0, 842.0), (842.0, 595.0))
    plain, fine = (PageLayout(sizes, Room(int(700 * r), int(500 * r), r), Fit.WIDTH, 1) for r in (1, 1.5))

    for box, finer in zip(plain.boxes, fine.boxes, strict=True):
        assert finer.width == pytest.approx(box.width * 1.5, abs=1)
        assert finer.top == pytest.approx(box.top * 1.5, abs=2)
    assert fine.spot(*fine.pixel(Spot(1, 30, 40))) == Spot(1, pytest.approx(30), pytest.approx(40))
