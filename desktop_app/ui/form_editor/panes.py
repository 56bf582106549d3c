"""The panes of the editor, each made when its part of the form is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.form_editor.check_sheet import CheckSheet
from desktop_app.ui.form_editor.field_sheets import FieldSheet, FigureSheet
from desktop_app.ui.form_editor.form_bridge import FormBridge
from desktop_app.ui.form_editor.form_tree import (
    CHECKS,
    FIELDS,
    FIGURES,
    HEAD,
    KINDS,
    PERIODS,
    PREVIEW,
    SECTIONS,
    TABLES,
    TRIAL,
    Place,
)
from desktop_app.ui.form_editor.head_pane import HeadPane
from desktop_app.ui.form_editor.outline_sheet import OutlineSheet
from desktop_app.ui.form_editor.pane import Pane
from desktop_app.ui.form_editor.preview_pane import PreviewPane
from desktop_app.ui.form_editor.records_pane import RecordsPane
from desktop_app.ui.form_editor.row_sheet import RowSheet
from desktop_app.ui.form_editor.small_sheets import AgencySheet, PeriodSheet
from desktop_app.ui.form_editor.table_sheets import ColumnSheet, TableSheet
from desktop_app.ui.form_editor.trial_pane import TrialPane

ONE_OF = {"section": SECTIONS, "table": TABLES}
"""A record that has a line of the tree of its own -> the list it stands in."""


class Panes(QObject):
    """`gone_to` says the part of the form that a key in the tree made, moved, or went to."""

    gone_to = Signal(tuple)
    wanted = Signal(tuple)

    def __init__(self, bridge: FormBridge) -> None:
        super().__init__()
        self.bridge = bridge
        self._made: dict[Place, Pane] = {}

    def of(self, place: Place) -> tuple[Pane, str]:
        """The pane for a line of the tree, and the record to go to in it; "" for none."""
        home = ONE_OF.get(place[0], place) if len(place) > 1 else place
        if home not in self._made:
            self._made[home] = self._make(home)
        return self._made[home], place[1] if home is not place else ""

    def add(self, place: Place) -> None:
        """A new record below the line of the tree."""
        pane, key = self.of(place)
        if isinstance(pane, RecordsPane):
            pane.refresh()
            pane.add_record(pane.model.row_of(key) if key else pane.model.rowCount() - 1)

    def remove(self, place: Place) -> None:
        """Without the record of this line."""
        pane, key = self.of(place)
        if isinstance(pane, RecordsPane) and key:
            pane.remove_records([pane.model.row_of(key)])

    def move(self, place: Place, step: int) -> None:
        """The record of this line one up or down."""
        pane, key = self.of(place)
        if isinstance(pane, RecordsPane) and key:
            pane.move_record(pane.model.row_of(key), step)
            self.gone_to.emit(place)

    def shift(self, place: Place, step: int) -> None:
        """A section one level deeper or less deep."""
        pane, key = self.of(place)
        if isinstance(pane, RecordsPane) and isinstance(pane.sheet, OutlineSheet) and key:
            action = pane.sheet.shift(self.bridge.written, key, step)
            if action is not None and self.bridge.do(action):
                self.gone_to.emit(place)

    # -- inside --

    def _make(self, place: Place) -> Pane:
        kinds: dict[Place, Callable[[], Pane]] = {
            HEAD: partial(HeadPane, self.bridge),
            PERIODS: partial(self._records, PeriodSheet()),
            KINDS: partial(self._records, AgencySheet()),
            FIELDS: partial(self._records, FieldSheet()),
            SECTIONS: self._sections,
            FIGURES: self._figures,
            TABLES: self._tables,
            CHECKS: partial(self._records, CheckSheet()),
            TRIAL: partial(TrialPane, self.bridge),
            PREVIEW: self._preview,
        }
        if place in kinds:
            return kinds[place]()
        return RecordsPane(self.bridge, RowSheet(place[1]) if place[0] == "rows" else ColumnSheet(place[1]))

    def _records(self, sheet: PeriodSheet | AgencySheet | FieldSheet | CheckSheet) -> Pane:
        return RecordsPane(self.bridge, sheet)

    def _figures(self) -> Pane:
        return RecordsPane(self.bridge, FigureSheet(self.bridge.written))

    def _sections(self) -> Pane:
        return self._followed(RecordsPane(self.bridge, OutlineSheet()), "section")

    def _tables(self) -> Pane:
        return self._followed(RecordsPane(self.bridge, TableSheet()), "table")

    def _followed(self, pane: RecordsPane, kind: str) -> RecordsPane:
        pane.moved.connect(lambda key: self.gone_to.emit((kind, key)) if key and pane.isVisible() else None)
        return pane

    def _preview(self) -> Pane:
        pane = PreviewPane(self.bridge)
        pane.wanted.connect(self._go_to_printed)
        return pane

    def _go_to_printed(self, key: str) -> None:
        """The part of the form that is printed there."""
        written = self.bridge.written
        homes = {table.head.key: "table" for table in written.appendices}
        homes |= {row.key: "row" for row in written.indicators}
        homes |= {field.key: "field" for field in written.fields}
        homes |= {section.key: "section" for section in written.sections}
        if key in homes:
            self.wanted.emit((homes[key], key))
