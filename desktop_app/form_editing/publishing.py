"""From a draft to a form that reports are made on: examined once more as every form that arrives is."""

from __future__ import annotations

import msgspec

from desktop_app.base.errors import UserFault
from desktop_app.checking.examples import example_faults
from desktop_app.checking.plan import Plan
from desktop_app.form_editing.linter import Linter
from desktop_app.form_editing.places import HEAD, Done, PlacedFault
from desktop_app.form_editing.toml_text import written_files
from desktop_app.forms.form_files import parse_files
from desktop_app.forms.lint import faults
from desktop_app.forms.written import BadEntry, WrittenEdition, compile_edition, written_of


def publish(written: WrittenEdition) -> Done:
    """The form as one that serves its periods; raises UserFault while an error stands in it."""
    errors = [fault for fault in final_faults(written) if fault.level == "error"]
    if errors:
        more = f" (và {len(errors) - 1} lỗi khác)" if len(errors) > 1 else ""
        raise UserFault(f"Chưa ban hành được mẫu. {errors[0].sentence}{more}")
    head = msgspec.structs.replace(written.head, draft=False)
    return Done(msgspec.structs.replace(written, head=head), "Ban hành mẫu")


def final_faults(written: WrittenEdition) -> tuple[PlacedFault, ...]:
    """All that the editor says, and where it has no error to say, what a reader of the files would."""
    said = Linter().faults(written)
    if any(fault.level == "error" for fault in said):
        return said
    return (*said, *(PlacedFault(HEAD, sentence) for sentence in _of_files(written)))


def _of_files(written: WrittenEdition) -> list[str]:
    """What is said of the form once its files are written and read."""
    try:
        edition = compile_edition(written_of(parse_files(written_files(written)), written.head.id))
        return [*faults(edition), *example_faults(Plan(edition))]
    except BadEntry as fault:
        return [f"Có cách tính không dùng được: {fault}."]
    except UserFault as fault:
        return [str(fault)]
