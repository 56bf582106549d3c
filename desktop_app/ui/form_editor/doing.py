"""What the keys of the editor ask for, as actions on the form; several of them as one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from desktop_app.form_editing.actions_relations import difference_of, part_of, rate_of, same_as, total_of
from desktop_app.form_editing.actions_rows import insert_row, insert_rows, set_row
from desktop_app.form_editing.places import HEAD, Done
from desktop_app.forms.written import WrittenEdition
from desktop_app.ui.form_editor.numbering import next_number

Action = Callable[[WrittenEdition], Done]
"""What `FormSession.do` takes."""


def asked(action: Callable[..., Done], **fields: object) -> Action:
    """The action with all that it needs to know beside the form."""
    return lambda written: action(written, **fields)


def together(name: str, actions: Sequence[Action]) -> Action:
    """One after another, as one step."""

    def act(written: WrittenEdition) -> Done:
        done = Done(written, name, HEAD)
        told: list[str] = []
        for action in actions:
            done = action(done.written)
            told += done.told
        return Done(done.written, name, done.place, tuple(told))

    return act


def beside(keys: Sequence[str], key: str, step: int) -> str | None:
    """Behind which key one stands after a step up or down: "" for the first; None where it cannot go."""
    at = keys.index(key) + step if key in keys else -1
    if not 0 <= at < len(keys):
        return None
    if step > 0:
        return keys[at]
    return keys[at - 1] if at else ""


def add_row(table: str, after: str) -> Action:
    """A blank row, numbered after the one above it where no row has that number yet."""

    def act(written: WrittenEdition) -> Done:
        rows = next((one.indicators for one in written.appendices if one.head.key == table), ())
        above = next((row.number for row in rows if row.key == after), "")
        number = next_number(above) if rows else "1"
        free = number if number not in {row.number for row in rows} else ""
        return insert_row(written, table, "", free, after=after)

    return act


class Block(NamedTuple):
    """A block of cells put over a grid: from this row and column on; columns: their names."""

    row: int
    column: int
    lines: Sequence[Sequence[str]]
    columns: Sequence[str]


def paste_rows(table: str, block: Block, kinds: Mapping[str, str]) -> Action:
    """Over the rows there are, and new rows for the lines beyond them; kinds: words -> kind of a row."""

    def act(written: WrittenEdition) -> Done:
        rows = next((one.indicators for one in written.appendices if one.head.key == table), ())
        made: list[dict[str, str]] = []
        steps: list[Action] = []
        for down, line in enumerate(block.lines):
            fields = _fields_of(line, block, kinds)
            if block.row + down < len(rows):
                steps.append(asked(set_row, row=rows[block.row + down].key, **fields))
            elif any(fields.values()):
                made.append({"label": "", **fields})
        if made:
            steps.append(asked(insert_rows, table=table, rows=made))
        return together(f"Dán {len(block.lines)} dòng", steps)(written)

    return act


def relate(key: str, name: str, keys: Sequence[str]) -> Action:
    """The row or figure hangs together with these; none: no more."""
    if name == "rate_of":
        part, whole = keys if len(keys) == 2 else ("", "")
        return asked(rate_of, key=key, part=part, whole=whole)
    if name == "difference":
        return asked(difference_of, key=key, plus=keys[:1], minus=keys[1:])
    if name == "total_of":
        return asked(total_of, key=key, parts=keys)
    return asked(part_of, key=key, wholes=keys) if name == "part_of" else asked(same_as, key=key, others=keys)


def _fields_of(line: Sequence[str], block: Block, kinds: Mapping[str, str]) -> dict[str, str]:
    """The fields of a row in a pasted line; a unit of "%" makes it a rate."""
    found: dict[str, str] = {}
    for along, text in enumerate(line):
        name = block.columns[block.column + along] if block.column + along < len(block.columns) else ""
        words = text.strip()
        if name == "kind":
            if kind := kinds.get(" ".join(words.casefold().split())):
                found["kind"] = kind
        elif name:
            found[name] = words
    if found.get("unit") == "%" and "kind" not in found:
        found["kind"] = "percent"
    return found
