"""A form that is open for writing: actions on it, undo and redo, what is wrong with it, saving it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Concatenate, NamedTuple, ParamSpec

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.form_editing.circles import circles
from desktop_app.form_editing.claims import Claim, claimed_twice
from desktop_app.form_editing.linter import Linter
from desktop_app.form_editing.places import Done, PlacedFault
from desktop_app.form_editing.toml_text import written_files
from desktop_app.forms.edition_folders import put_folder
from desktop_app.forms.expression import keys_read
from desktop_app.forms.model import Edition
from desktop_app.forms.written import BadEntry, WrittenEdition, compile_edition

P = ParamSpec("P")
MOST_STEPS = 500


class _Step(NamedTuple):
    """A form as it stood before or after an action, and what the action was."""

    written: WrittenEdition
    done: Done


class FormSession:
    """A draft while it is written: `do` an action, take it back, see what is wrong with it.

    others: the other forms that are there, so that a period which two of them claim is told.
    """

    def __init__(self, written: WrittenEdition, others: Sequence[Claim] = ()) -> None:
        self._written = written
        self._saved = written
        self._others = tuple(others)
        self._linter = Linter()
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._compiled: tuple[WrittenEdition, Edition | None] | None = None
        self._linted: tuple[WrittenEdition, tuple[PlacedFault, ...]] | None = None
        self._claimed: tuple[object, tuple[PlacedFault, ...]] | None = None

    @property
    def written(self) -> WrittenEdition:
        """The form as it stands, record by record."""
        return self._written

    @property
    def edition(self) -> Edition | None:
        """The form as a report could be made on it; None while something keeps it from being one."""
        if self._compiled is None or self._compiled[0] is not self._written:
            self._compiled = (self._written, _compiled(self._written))
        return self._compiled[1]

    @property
    def faults(self) -> tuple[PlacedFault, ...]:
        """What is wrong now, each at its place, in the order of the form."""
        if self._linted is None or self._linted[0] is not self._written:
            self._linted = (self._written, (*self._linter.faults(self._written), *self._claims()))
        return self._linted[1]

    def _claims(self) -> tuple[PlacedFault, ...]:
        """Asked anew only when the form gets other periods: with fifty forms there are many to compare."""
        head = self._written.head
        asked = (head.id, head.valid_from, head.valid_to, self._written.periods)
        if self._claimed is None or self._claimed[0] != asked:
            self._claimed = (asked, tuple(claimed_twice(self._written, self._others)))
        return self._claimed[1]

    @property
    def undo_name(self) -> str:
        """What undo would take back, in words; "" for nothing."""
        return self._undo[-1].done.name if self._undo else ""

    @property
    def redo_name(self) -> str:
        """What redo would do again; "" for nothing."""
        return self._redo[-1].done.name if self._redo else ""

    @property
    def is_saved(self) -> bool:
        """Whether the form stands in its folder as it is now."""
        return self._written is self._saved

    def do(
        self, action: Callable[Concatenate[WrittenEdition, P], Done], *args: P.args, **kwargs: P.kwargs
    ) -> Done:
        """Do an action, as one step of undo; raises UserFault and changes nothing where it cannot be done."""
        if not self._written.head.draft:
            raise UserFault("Mẫu này đã ban hành nên không sửa được; hãy lập phiên bản mới của mẫu.")
        done = action(self._written, *args, **kwargs)
        if done.written == self._written:
            return done
        self._undo = [*self._undo[-MOST_STEPS + 1 :], _Step(self._written, done)]
        self._redo = []
        self._written = done.written
        if not self._written.head.draft:  # published: reports may be made on it from now on
            self._undo = []
        return done

    def undo(self) -> Done | None:
        """Take the last action back; what it was, None when there is nothing to take back."""
        if not self._undo:
            return None
        before, done = self._undo.pop()
        self._redo.append(_Step(self._written, done))
        self._written = before
        return done

    def redo(self) -> Done | None:
        """Do again what was taken back last."""
        if not self._redo:
            return None
        after, done = self._redo.pop()
        self._undo.append(_Step(self._written, done))
        self._written = after
        return done

    def save(self, folder: Path) -> None:
        """Write the form into its folder, file by file, and take away the files that it has no more."""
        save_written(self._written, folder)
        self._saved = self._written


def save_written(written: WrittenEdition, folder: Path) -> None:
    """Make the folder hold the files of the form and no others; raises EnvironmentFault with it as it was."""
    files = {name: text.encode("utf-8") for name, text in written_files(written).items()}
    try:
        put_folder(folder, files)
    except OSError as fault:
        raise EnvironmentFault(
            f"Không ghi được mẫu báo cáo vào thư mục {folder}: {fault.strerror}; hãy kiểm tra ổ đĩa."
        ) from fault


def _compiled(written: WrittenEdition) -> Edition | None:
    try:
        edition = compile_edition(written)
    except (UserFault, BadEntry):
        return None
    reads = {formula.key: tuple(keys_read(formula.expression)) for formula in edition.formulas}
    circle = circles(reads) or any(key in named for key, named in reads.items())
    return None if circle else edition
