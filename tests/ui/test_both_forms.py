"""What a clerk does all day, by real keys, on the form of 2022 and on the one in force since 2/7/2025."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from desktop_app.forms.model import Indicator
from desktop_app.searching.period_moving import moved_on
from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.appendix_page import AppendixPage
from desktop_app.ui.report_view import ReportView
from tests.support.real import DATA
from tests.support.screen import focused, is_in_sight, press, shown, type_keys

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NUMBER, LABEL, UNIT = 0, 1, 2


class Form(NamedTuple):
    """A form, a sample on it, and where its table, total, parts, choices and prose are."""

    sample: str
    tab: str
    total: str
    parts: tuple[str, ...]
    prose: str
    rows: str


FORMS = {
    "2022": Form("2023-q2", "pl1", "pl1.7.1", ("pl1.7.2", "pl1.7.3"), "I.1", "form-2022-rows.tsv"),
    "2025": Form("2026-q1", "bm1", "bm1.4.1", ("bm1.4.1.1", "bm1.4.1.2"), "I.5", "form-2025-rows.tsv"),
}


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> Form:
    return FORMS[request.param]


@pytest.fixture
def view(window: MainWindow, services: Services, form: Form) -> Iterator[ReportView]:
    window.open_report(services.library.create_sample(form.sample))
    assert window.view is not None
    yield window.view


def table(view: ReportView, tab: str, key: str) -> AppendixPage:
    page = view.show_tab(tab)
    assert isinstance(page, AppendixPage)
    page.go_to(key)
    return page


def seen(table: QTableView, row: int, column: int) -> str:
    return " ".join(str(table.model().index(row, column).data() or "").split())


def test_every_row_of_the_form_stands_on_the_screen_with_number_label_and_unit(view: ReportView) -> None:
    edition = view.session.filled.plan.edition
    for appendix in edition.appendices:
        page = view.show_tab(appendix.head.key)
        assert isinstance(page, AppendixPage)
        QApplication.processEvents()
        for row, indicator in enumerate(page.model.rows):
            assert seen(page.table, row, NUMBER) == indicator.number
            assert seen(page.table, row, LABEL).startswith(" ".join(indicator.label.split()))
            assert seen(page.table, row, UNIT) == (" ".join(indicator.unit.split()) or _answers(indicator))
            assert page.table.rowHeight(row) >= _height(page.table, row)
        assert [row.key for row in page.model.rows] == [row.key for row in appendix.indicators]


def _answers(row: Indicator) -> str:
    """What stands for the unit of a row whose form prints none."""
    return " ".join(f"{choice.word} = {choice.code}" for choice in row.choices)


def _height(table: QTableView, row: int) -> int:
    """What the label needs in its column."""
    room = QRect(0, 0, table.columnWidth(LABEL) - 8, 9999)
    text = seen(table, row, LABEL)
    return table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()


def test_the_official_rows_are_those_on_the_screen(view: ReportView, form: Form) -> None:
    """As far as the file of official rows holds them on one line, in their order."""
    lines = (DATA / form.rows).read_text("utf-8").splitlines()
    official = [" ".join(line.split("\t")[-2].split()) for line in lines]
    labels = []
    for appendix in view.session.filled.plan.edition.appendices:
        page = view.show_tab(appendix.head.key)
        assert isinstance(page, AppendixPage)
        labels += [seen(page.table, row, LABEL) for row in range(len(page.model.rows))]
    alike = [label for label in official if any(one.startswith(label[:40]) for one in labels)]

    assert len(alike) > len(official) * 0.9


def test_digits_and_enter_fill_rows_and_a_contradiction_is_seen_at_once(view: ReportView, form: Form) -> None:
    page = table(view, form.tab, form.total)
    before = len(page.bridge.findings.at(form.total))
    for number in ("900", "1", "1"):
        type_keys(number)
        press(focused(), Key.Key_Return)

    assert page.session.filled.text(form.total) == "900"
    assert [page.session.filled.text(key) for key in form.parts] == ["1", "1"]
    assert len(page.bridge.findings.at(form.total)) > before
    assert is_in_sight(view.panel)
    assert any("900" in finding.message for finding in view.session.filled.findings())


def test_one_undo_takes_a_paste_back(view: ReportView, form: Form) -> None:
    page = table(view, form.tab, form.total)
    before = view.session.filled.texts()
    QGuiApplication.clipboard().setText("10\tghi chú một\n4\tghi chú hai\n")
    press(focused(), Key.Key_V, CONTROL)
    assert page.session.filled.text(form.total) == "10"
    assert page.session.filled.text(f"note.{form.parts[0]}") == "ghi chú hai"

    press(focused(), Key.Key_Z, CONTROL)
    assert view.session.filled.texts() == before


def test_choices_are_chosen_by_a_digit_and_enter_moves_on(view: ReportView, form: Form) -> None:
    filled = view.session.filled
    key = next(
        row.key
        for row in filled.plan.edition.indicators
        if row.kind == "choice" and not filled.out_of_scope(row.key)
    )
    page = table(view, key.split(".")[0], key)
    type_keys("1")
    press(focused(), Key.Key_Return)

    assert page.session.filled.text(key) == "1" and page.current_key() != key


def test_what_is_typed_is_there_when_the_report_is_opened_again(
    window: MainWindow, view: ReportView, form: Form
) -> None:
    report = view.session.filled.report.id
    view.go_to(form.prose)
    press(focused(), Key.Key_End, CONTROL)
    type_keys(" Xong them 5 viec.")
    page = table(view, form.tab, form.total)
    type_keys("77")
    press(focused(), Key.Key_Return)
    QTest.qWait(0)
    window.show_list()
    window.open_report(report)

    assert window.view is not None
    assert "Xong them 5 viec." in window.view.session.filled.text(form.prose)
    assert window.view.session.filled.text(form.total) == "77"
    assert page is not window.view.page(form.tab)


def test_the_next_period_begins_with_words_and_without_figures(
    services: Services, view: ReportView, form: Form
) -> None:
    made = services.library.read(services.library.create_next(view.session.filled.report.id))

    assert made.plan is view.session.filled.plan
    before = view.session.filled
    periods = (before.plan.edition, before.report.period), (made.plan.edition, made.report.period)
    assert made.is_carried(form.prose)
    assert made.prose(form.prose) == moved_on(before.prose(form.prose), *periods)
    assert not any(made.text(key) for key in made.plan.indicators)
    assert made.report.period.year >= view.session.filled.report.period.year


def test_every_tab_is_reached_by_key_and_says_what_it_is(view: ReportView) -> None:
    names = view.tab_names()
    reached = []
    for _ in names:
        reached.append(view.current_tab())
        assert shown(view.current_page())
        press(view, Key.Key_PageDown, CONTROL)

    assert sorted(reached) == sorted(names)
