"""F11 shows the chain of rows and numbers behind a number or a finding, by real keys on both forms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTableView

from desktop_app.reports.why import why_row
from desktop_app.services.services import Services
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.report_view import ReportView
from tests.support.dialogs import answering, in_dialog
from tests.support.screen import focused, named, press, shown

Key = Qt.Key
FORMS = {"2023-q1": ("pl1.2", ("pl1.2.2", "pl1.2.1")), "2025-q3": ("bm3.3.1", ("bm3.3.1.2", "bm3.3.1.1"))}
"""Sample -> a rate of it that the clerk typed wrongly, and its parts."""


@pytest.fixture(params=FORMS)
def sample(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def view(window: MainWindow, services: Services, sample: str) -> ReportView:
    window.open_report(services.library.create_sample(sample))
    assert window.view
    return window.view


def ask(*, go: int = -1) -> tuple[list[list[str]], str]:
    """F11; what the table shows and what stands above it. go: the line on which Enter is pressed."""
    rows: list[list[str]] = []
    said: list[str] = []

    def act(dialog: QDialog) -> None:
        table = named(dialog, QTableView, "Các dòng và số")
        model = table.model()
        rows.extend([model.index(r, c).data() for c in range(4)] for r in range(model.rowCount()))
        said.append(shown(dialog))
        for _ in range(max(0, go)):
            QTest.keyClick(table, Key.Key_Down)
        QTest.keyClick(table if go >= 0 else dialog, Key.Key_Return if go >= 0 else Key.Key_Escape)

    target = focused()
    with in_dialog(act):
        press(target, Key.Key_F11)
    target.window().activateWindow()
    QApplication.processEvents()
    return rows, said[0]


def test_a_rate_shows_its_formula_and_the_rows_below_it(view: ReportView, sample: str) -> None:
    rate, parts = FORMS[sample]
    view.go_to(rate)
    rows, _ = ask()
    filled = view.session.filled

    assert [row[0].strip() for row in rows] == [filled.plan.names[key] for key in (rate, *parts)]
    assert [row[2] for row in rows] == [filled.shown(key) for key in (rate, *parts)]
    assert "gõ vào; theo" in rows[0][3] and "× 100" in rows[0][3]
    assert not rows[0][0].startswith(" ") and rows[1][0].startswith("  ")


def test_enter_on_a_line_goes_to_its_row(view: ReportView, sample: str) -> None:
    rate, parts = FORMS[sample]
    view.go_to(rate)
    ask(go=1)

    assert view.current_page().current_key() == parts[0]


def test_a_finding_shows_all_that_it_compares(view: ReportView, sample: str) -> None:
    rate, parts = FORMS[sample]
    findings = view.panel.model.findings
    place = next(n for n, finding in enumerate(findings) if finding.keys[:1] == (rate,))
    view.panel.list.setFocus()
    view.panel.list.setCurrentIndex(view.panel.model.index(place, 0))
    rows, said = ask()

    assert findings[place].message in said
    assert {view.session.filled.plan.names[key] for key in parts} <= {row[0].strip() for row in rows}


def test_a_number_of_the_prose_shows_what_it_follows(view: ReportView) -> None:
    filled = view.session.filled
    section = next(
        key for key in filled.plan.sections for p in filled.prose(key) for run in p.runs if run.bound
    )
    bound = next(run.bound for p in filled.prose(section) for run in p.runs if run.bound).split("|")[0]
    view.go_to(bound)
    rows, _ = ask()

    assert rows[0][1] == "Số trong câu" and rows[1][0].strip() == filled.plan.names[bound]


def test_where_there_is_no_number_it_says_where_there_is_one(view: ReportView) -> None:
    view.go_to("header.number")
    with answering("Đã hiểu") as said:
        press(focused(), Key.Key_F11)

    assert "bấm lại F11" in said[0]


def test_a_computed_row_without_its_parts_says_what_is_missing(view: ReportView, sample: str) -> None:
    rate, parts = FORMS[sample]
    view.bridge.edit_many("Xóa", dict.fromkeys((rate, *parts), ""))
    links = why_row(view.session.filled, rate)

    assert "còn thiếu số" in links[0].how and links[1].how == "chưa nhập"
