"""What a list of records of a form shows of each, and how each is changed: the base of all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor.doing import Action
from desktop_app.ui.form_editor.form_tree import Place
from desktop_app.ui.form_editor.grid_model import GridColumn
from desktop_app.ui.form_editor.property_form import Property

_WHAT = ("label", "title", "name")
"""The columns that say what a record is."""


class Sheet:
    """One kind of records; subclasses say what they have. An action is done by whoever asks for it."""

    title = ""
    about = ""
    columns: Sequence[GridColumn] = ()
    properties: Sequence[Property] = ()
    commands: Sequence[tuple[str, str]] = ()  # what can be done with all of them: name and words
    guide_place = "soan-mau"

    def records(self, written: WrittenEdition) -> Sequence[Any]:
        """The records in their order."""
        raise NotImplementedError

    def key(self, record: Any) -> str:
        """How a record is called by the form."""
        return str(record.key)

    def place(self, key: str) -> Place:
        """The place that faults of a record are said at."""
        raise NotImplementedError

    def values(self, written: WrittenEdition, record: Any) -> Mapping[str, str]:
        """What the properties show of a record; those that it lacks are hidden."""
        return {column.name: column.read(record) for column in self.columns}

    def change(self, written: WrittenEdition, record: Any, name: str, text: str) -> Action | None:
        """What makes a record say so; raises UserFault for a text that cannot be."""
        raise NotImplementedError

    def add(self, written: WrittenEdition, after: str, parent: QWidget) -> Action | None:
        """A new record below this one, "" for the first; a dialog may ask which."""
        raise NotImplementedError

    def remove(self, written: WrittenEdition, keys: Sequence[str]) -> Action | None:
        """Without these records."""
        raise NotImplementedError

    def move(self, written: WrittenEdition, key: str, step: int) -> Action | None:
        """One up or down."""
        raise NotImplementedError

    def move_all(self, written: WrittenEdition, keys: Sequence[str], step: int) -> Action | None:
        """Several that stand together one up or down; where they cannot, the last of them alone."""
        return self.move(written, keys[-1], step)

    def run(self, written: WrittenEdition, name: str) -> Action | None:
        """One of the commands."""
        return None

    def is_blank(self, record: Any) -> bool:
        """Whether nothing says yet what the record is."""
        return not any(one.read(record) for one in self.columns if one.name in _WHAT)

    def paste(
        self, written: WrittenEdition, row: int, column: int, block: Sequence[Sequence[str]]
    ) -> Action | None:
        """A block from this cell on; lines below the last record become new ones. None for none."""
        return None

    def pick(self, written: WrittenEdition, keys: Sequence[str], name: str, parent: QWidget) -> Action | None:
        """Ask in a dialog for a property of these records; None when nothing is to change."""
        return None
