"""Own editions travel with the reports made on them: put into an exchange file, taken out of one."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.reports.filled_report import FilledReport
from desktop_app.services.exchange import ReportFile, as_file, decode_file
from desktop_app.services.services import Services

if TYPE_CHECKING:
    from desktop_app.services.own_forms import TakenIn


def file_with_form(filled: FilledReport, services: Services) -> ReportFile:
    """The whole report for an exchange file; with its form, unless that ships with every program."""
    file, listed = as_file(filled), services.catalogue.listed(filled.report.edition_id)
    if listed is None or not listed.own:
        return file
    files: dict[str, bytes] = {}
    with suppress(EnvironmentFault):  # a report must get out of a folder that is failing, be it alone
        files = services.own_forms().files(filled.report.edition_id)
    if not files:
        return file
    return msgspec.structs.replace(
        file, form={name: content.decode("utf-8", "replace") for name, content in files.items()}
    )


def take_form(content: bytes, name: str, services: Services) -> TakenIn | None:
    """Store the form that came along in the content of a report's file; None where there is none to store.

    One that ships is never replaced. One of the same id with other rows gets an id of its own. Raises
    UserFault for a form that is not sound, and for a report on a form that is neither here nor in the file.
    """
    file = decode_file(content, name)
    here = services.catalogue.listed(file.edition)
    if file.form is msgspec.UNSET:
        if here is None:
            raise UserFault(
                f"Tệp {name} theo mẫu «{file.edition[:60]}» mà máy này chưa có; hãy nhập tệp mẫu (.maubc) "
                "của nơi gửi trước."
            )
        return None
    if here and not here.own:
        return None
    taken = services.own_forms().take_with_report(file.form, name)
    if taken.outcome == "new" and taken.edition_id != file.edition:
        give_back(taken, services)
        raise UserFault(f"Tệp {name} theo mẫu «{file.edition[:60]}» nhưng mẫu đi kèm là một mẫu khác.")
    return taken


def give_back(taken: TakenIn | None, services: Services) -> None:
    """Take a form away again whose report was refused."""
    listed = services.catalogue.listed(taken.edition_id) if taken and taken.outcome != "there" else None
    if listed:
        services.own_forms().delete(listed)


def told(taken: TakenIn | None) -> str:
    """What is said of a form that came along; "" of none, or one that was here."""
    if taken is None or taken.outcome == "there":
        return ""
    why = "; máy này có mẫu cùng mã với nội dung khác nên mẫu mang mã mới" if taken.outcome == "copy" else ""
    return f"Đã nhận cả mẫu báo cáo «{taken.name}» đi kèm trong tệp{why}."
