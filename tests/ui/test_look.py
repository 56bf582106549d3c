"""What the eye needs: focus and what is off are seen, nothing is cut, columns and base lines agree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QSpinBox,
    QTableView,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.base import paths
from desktop_app.base.periods import Period
from desktop_app.services.print_settings import read_settings
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.new_report import NewReportDialog
from desktop_app.ui.dialogs.print_settings import PrintSettingsDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import PREVIEW, ReportView
from desktop_app.ui.theme import apply_theme
from desktop_app.ui.widgets.following_scroll import FollowingScroll
from desktop_app.ui.widgets.text_line import TextLine, fitted
from tests.support.dialogs import in_dialog
from tests.support.real import TWO_QUARTERS
from tests.support.screen import focused, is_in_sight, named, press, settle

Key = Qt.Key
BOTH_FORMS = ("2023-q1", "2026-q1")
ENOUGH = 20
SEEN = 1.8
"""Contrast at which a change of colour is noticed; a rim of the accent has 3 to 6."""


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[None]:
    """The style of the program, which other tests go without."""
    before = qapp.palette(), qapp.font(), qapp.style().objectName()
    apply_theme(qapp, paths.resources())
    yield
    qapp.setStyleSheet("")
    qapp.setStyle(before[2])
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


@pytest.fixture(params=BOTH_FORMS)
def opened(window: MainWindow, services: Services, request: pytest.FixtureRequest) -> ReportView:
    """A report of the form of 2022, then one of 2025."""
    window.open_report(services.library.create_samples((request.param,))[0])
    assert window.view
    return window.view


def light(colour: QColor) -> float:
    """Relative luminance."""
    parts = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: int, other: int) -> float:
    low, high = sorted((light(QColor(one)), light(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def seen(widget: QWidget) -> QImage:
    """The part of the window where the widget is."""
    QApplication.processEvents()
    window = widget.window()
    return window.grab(QRect(widget.mapTo(window, QPoint()), widget.size())).toImage()


def changed(before: QImage, after: QImage) -> int:
    """How many pixels differ so much that one sees it."""
    if before.size() != after.size():
        return before.width()
    places = ((x, y) for y in range(min(before.height(), 40)) for x in range(min(before.width(), 600)))
    pairs = ((before.pixel(x, y), after.pixel(x, y)) for x, y in places)
    differ = (1 for one, other in pairs if one != other and contrast(one, other) >= SEEN)
    return sum(islice(differ, ENOUGH))


def unseen_focus(root: QWidget) -> list[str]:
    """Controls that look the same with and without the focus."""
    away = QPushButton("x", root)
    away.show()
    found = []
    for control in root.findChildren(QWidget):
        reached = control.focusPolicy() & Qt.FocusPolicy.TabFocus and not control.focusProxy()
        if control is away or not (reached and control.isVisible() and control.isEnabled()):
            continue
        away.setFocus()
        before = control.grab().toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if changed(before, control.grab().toImage()) < ENOUGH:
            found.append(f"{type(control).__name__} {control.accessibleName()}")
    away.hide()
    away.deleteLater()
    return found


def test_the_focus_is_seen_everywhere_in_the_list(window: MainWindow, services: Services) -> None:
    services.library.create_samples(TWO_QUARTERS)
    window.show_list()

    assert unseen_focus(window) == []


def test_the_focus_is_seen_everywhere_in_a_report(opened: ReportView) -> None:
    for _ in range(2):
        opened.panel.step(1)  # so that a finding shows its links
    first_table = opened.session.filled.plan.edition.appendices[0].head.key
    for tab in ("general", "II", first_table):
        opened.show_tab(tab)
        assert unseen_focus(opened.window()) == [], tab


def test_the_focus_is_seen_in_dialogs(opened: ReportView, services: Services, qtbot: QtBot) -> None:
    edition = opened.session.filled.plan.edition
    for dialog in (
        NewReportDialog(services.library.summaries(), services.catalogue.all(), Period(2026, "Y")),
        PrintSettingsDialog(read_settings(services.preferences), edition),
    ):
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        assert unseen_focus(dialog) == []


def darkest(image: QImage) -> float:
    """The contrast of the strongest pixel with the ground."""
    ground = image.pixel(2, 2)
    return max(
        contrast(ground, image.pixel(x, y)) for y in range(image.height()) for x in range(image.width())
    )


def test_what_cannot_be_done_looks_so_on_the_tool_bar(window: MainWindow, services: Services) -> None:
    bar = window.findChild(QToolBar)
    assert bar
    buttons = [b for b in bar.findChildren(QToolButton) if b.isVisible()]
    off = [darkest(seen(button)) for button in buttons]
    assert not any(button.isEnabled() for button in buttons) and max(off) < 3

    window.open_report(services.library.create_samples(TWO_QUARTERS)[0])
    on = [darkest(seen(button)) for button in buttons if button.isEnabled()]
    assert len(on) >= 5 and min(on) > 4.5


def test_no_accent_of_a_heading_is_cut(opened: ReportView) -> None:
    """No ink touches the upper edge of a label."""
    cut = []
    for tab in ("I", "II", "III", "IV"):
        page = opened.show_tab(tab)
        settle(page)
        area = page.findChild(FollowingScroll)
        for label in area.findChildren(QLabel):
            if label.isVisible() and label.font().bold():
                area.ensureWidgetVisible(label)
                assert is_in_sight(label)
                picture = seen(label)
                top = {picture.pixel(x, 0) for x in range(picture.width())}
                cut += [label.text()] if len(top) > 1 else []

    assert cut == []


def test_the_text_of_boxes_has_its_height(opened: ReportView, services: Services, qtbot: QtBot) -> None:
    dialog = PrintSettingsDialog(read_settings(services.preferences), opened.session.filled.plan.edition)
    qtbot.addWidget(dialog)
    dialog.show()
    opened.show_tab("general")
    opened.show_tab(PREVIEW)
    boxes = [
        box
        for root in (opened.window(), dialog)
        for kind in (QSpinBox, QComboBox)
        for box in root.findChildren(kind)
    ]
    lines = [(box, line) for box in boxes if (line := box.lineEdit() if hasattr(box, "lineEdit") else None)]
    assert len(lines) >= 3
    for box, line in lines:
        assert line.height() >= line.fontMetrics().height(), box.accessibleName()
        assert box.rect().contains(line.geometry()), box.accessibleName()
        middle = line.geometry().center().y() - box.rect().center().y()
        assert abs(middle) <= 1, f"{box.accessibleName()} sits {middle} pixels off"


def test_all_fields_of_the_first_tab_begin_in_one_column(opened: ReportView) -> None:
    page = opened.show_tab("general")
    QApplication.processEvents()
    names = [field.label for field in opened.session.filled.plan.edition.fields]
    fields = [w for w in page.findChildren(QWidget) if w.accessibleName() in names and w.isVisible()]
    lefts = {w.mapTo(page, QPoint()).x() for w in fields if not isinstance(w.parent(), QComboBox)}

    assert len(fields) >= len(names) and len(lefts) == 1


def lowest_ink(widget: QWidget, on: QWidget) -> int:
    """The row of the window in which the letters of a widget end."""
    picture = seen(widget)
    ground = picture.pixel(picture.width() - 1, 0)
    rows = [
        y
        for y in range(picture.height())
        if any(contrast(ground, picture.pixel(x, y)) > 2 for x in range(picture.width()))
    ]
    return widget.mapTo(on, QPoint(0, max(rows))).y()


def test_the_status_bar_has_one_base_line(window: MainWindow, view: ReportView) -> None:
    view.bridge.edit("header.agency", "HÀ NAM")
    view.bridge.edit("header.deadline", "")
    left = named(window.status, TextLine, "Trạng thái lưu")
    (right,) = (label for label in window.status.findChildren(QLabel) if "HÀ NAM" in label.text())
    left.setText("Da luu 22")  # without letters that go below the line
    right.setText("HA NAM 2022")

    assert lowest_ink(left, window) == lowest_ink(right, window)


@pytest.mark.parametrize("tab", ["general", "II", "pl1"])
def test_a_message_moves_nothing_and_goes_by_escape(window: MainWindow, view: ReportView, tab: str) -> None:
    window.activateWindow()
    page = view.show_tab(tab)
    page.focus_first()
    QApplication.processEvents()
    here = focused()
    before = here.mapToGlobal(QPoint()), view.tabs.mapToGlobal(QPoint())
    window.messages.say("Đã xuất.", "Mở tệp", lambda: None)
    QApplication.processEvents()
    assert window.messages.isVisible()
    assert (here.mapToGlobal(QPoint()), view.tabs.mapToGlobal(QPoint())) == before
    assert focused() is here

    press(here, Key.Key_Escape)
    assert not window.messages.isVisible()


def test_a_message_hides_no_cell_that_is_being_entered(window: MainWindow, view: ReportView) -> None:
    view.go_to("pl1.11")
    press(focused(), Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    window.messages.say("Đã xuất.")
    QApplication.processEvents()
    table = view.current_page().table

    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_the_outline_shows_whole_titles(opened: ReportView) -> None:
    page = opened.show_tab("II")
    QApplication.processEvents()
    outline = named(page, QListWidget, "Mục lục")
    for row in range(outline.count()):
        item = outline.item(row)
        room = outline.visualItemRect(item)
        words = outline.fontMetrics().boundingRect(
            QRect(0, 0, room.width(), 2000), int(Qt.TextFlag.TextWordWrap), item.text()
        )
        assert room.right() <= outline.viewport().width() and words.height() <= room.height(), item.text()
        assert len(item.text()) > 8, "a number alone says nothing"


def test_no_menu_is_a_long_row_without_lines(window: MainWindow) -> None:
    for menu in window.menuBar().findChildren(QMenu):
        run = longest = 0
        for action in menu.actions():
            run = 0 if action.isSeparator() else run + 1
            longest = max(longest, run)
        assert longest <= 6, menu.title()


@pytest.mark.parametrize("sample", ["2023-q1", "2025-q3"])
@pytest.mark.parametrize("width", [1366, 1093, 911])
def test_all_tabs_are_seen_at_once(
    window: MainWindow, services: Services, qtbot: QtBot, sample: str, width: int
) -> None:
    window.resize(width, 485)
    window.open_report(services.library.create_samples((sample,))[0])
    view = window.view
    assert view
    qtbot.waitUntil(lambda: "prose" in view.session.filled.further, timeout=20_000)
    bar = view.tabs.tabBar()
    qtbot.waitUntil(lambda: "●" in bar.tabText(2))
    qtbot.wait(300)  # until the counts have settled

    assert bar.tabRect(bar.count() - 1).right() <= bar.width()


def test_the_button_of_the_findings_shows_whether_they_are_shown(
    window: MainWindow, view: ReportView
) -> None:
    bar = window.findChild(QToolBar)
    assert bar
    (button,) = (b for b in bar.findChildren(QToolButton) if "kiểm tra" in b.text())
    assert button.isChecked() and view.panel.isVisible()
    press(focused(), Key.Key_F7)
    assert not button.isChecked() and not view.panel.isVisible()
    button.click()
    assert button.isChecked() and view.panel.isVisible()
    window.resize(900, 480)
    QApplication.processEvents()
    assert button.isChecked() is view.panel.isVisible() is False


@pytest.mark.parametrize("name", ["history", "keys", "about", "diagnostics"])
def test_no_dialog_is_larger_than_the_screen(window: MainWindow, view: ReportView, name: str) -> None:
    view.go_to("pl1.1")
    room = window.screen().availableGeometry()
    small = QRect(0, 0, min(room.width(), 911), min(room.height(), 768))

    def look(dialog: QDialog) -> None:
        assert dialog.width() <= small.width() and dialog.height() <= small.height()

    with in_dialog(look):
        window.command(name)()


@pytest.mark.parametrize(("period", "row"), [("2024-Q3", "pl1.7.4"), ("2026-Q1", "bm1.4.1.1")])
def test_the_second_line_of_a_label_begins_where_the_first_does(
    window: MainWindow, services: Services, period: str, row: str
) -> None:
    window.open_report(services.library.create(period))
    assert window.view
    page = window.view.show_tab(row.split(".")[0])
    page.go_to(row)
    table = page.findChild(QTableView)
    assert table
    table.setColumnWidth(1, 130)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
    table.resizeRowsToContents()
    table.scrollTo(table.currentIndex())
    QApplication.processEvents()
    cell = table.visualRect(table.model().index(table.currentIndex().row(), 1))
    picture = table.viewport().grab(cell).toImage()
    assert cell.height() > 2 * table.fontMetrics().lineSpacing()
    lefts = [left for y in range(2, picture.height() - 2) if (left := first_ink(picture, y)) is not None]

    assert min(lefts) >= 15, sorted(set(lefts))


def first_ink(picture: QImage, y: int) -> int | None:
    """Where the letters of a row of pixels begin; None where there are none."""
    ground = picture.pixel(1, y)
    places = range(1, picture.width() - 2)
    return next((x for x in places if contrast(ground, picture.pixel(x, y)) > 3), None)


def test_a_line_that_does_not_fit_ends_in_dots(qapp: QApplication) -> None:
    line = TextLine("x", 2)
    metrics = line.fontMetrics()
    words = "một hai ba bốn năm sáu bảy tám chín mười"
    width = metrics.horizontalAdvance(words) // 4

    font = line.font()
    assert fitted("một", font, width, 1) == ["một"]
    two = fitted(words, font, width, 2)
    assert len(two) == 2 and two[1].endswith("…") and words.startswith(two[0])
    assert all(metrics.horizontalAdvance(one) <= width for one in two)
    assert " ".join(fitted(words, font, width * 2, 3)) == words
