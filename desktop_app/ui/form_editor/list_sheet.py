"""A list of records that come, go, move and change each by one action of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from desktop_app.form_editing.places import Done
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor import doing
from desktop_app.ui.form_editor.doing import Action
from desktop_app.ui.form_editor.form_tree import Place
from desktop_app.ui.form_editor.sheet import Sheet

WORDS_OF_PERIOD = "Viết {năm}, {tên kỳ}, {kỳ tới} ở chỗ đổi theo kỳ."


class Acts(NamedTuple):
    """What is done with one record: each takes the form, the key of the record, and what is to be so."""

    change: Callable[..., Done]
    move: Callable[..., Done]
    delete: Callable[..., Done]


class ListSheet(Sheet):
    """A list whose records are set, moved and deleted each in one way of its own."""

    part = ""
    acts: Acts

    def place(self, key: str) -> Place:
        """Faults are said at the part and key."""
        return (self.part, key)

    def remove(self, written: WrittenEdition, keys: Sequence[str]) -> Action | None:
        """Without these."""
        steps = [_with(self.acts.delete, key) for key in keys]
        return steps[0] if len(steps) == 1 else doing.together(f"Xóa {len(steps)} dòng", steps)

    def move(self, written: WrittenEdition, key: str, step: int) -> Action | None:
        """One up or down."""
        keys = [self.key(record) for record in self.records(written)]
        to = keys.index(key) + step
        return _with(self.acts.move, key, to=to) if 0 <= to < len(keys) else None

    def change(self, written: WrittenEdition, record: Any, name: str, text: str) -> Action | None:
        """One field of the record."""
        return _with(self.acts.change, self.key(record), **self.fields(record, name, text))

    def fields(self, record: Any, name: str, text: str) -> Mapping[str, object]:
        """What a typed text makes of the fields of the record."""
        return {name: text}

    def paste(
        self, written: WrittenEdition, row: int, column: int, block: Sequence[Sequence[str]]
    ) -> Action | None:
        """The texts into the records there are, one step for all."""
        records = self.records(written)
        steps: list[Action] = []
        for down, line in enumerate(block):
            for along, text in enumerate(line):
                inside = 0 <= row + down < len(records) and column + along < len(self.columns)
                one = self.columns[column + along] if inside else None
                if one and not one.fixed and not one.options:
                    step = self.change(written, records[row + down], one.name, text.strip())
                    steps += [step] if step else []
        return doing.together(f"Dán {len(steps)} ô", steps) if steps else None


def _with(act: Callable[..., Done], key: str, **fields: object) -> Action:
    """The action on the record of this key, however it calls that."""
    return lambda written: act(written, key, **fields)


def to_place(add: Action, move: Callable[..., Done], to: int, name: str) -> Action:
    """A record that is added at the end, and stands at a place."""

    def act(written: WrittenEdition) -> Done:
        done = add(written)
        return Done(move(done.written, done.place[-1], to=to).written, name, done.place)

    return act
