"""The office's own editions: listed, copied, saved, published, deleted, handed out and taken in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple
from zlib import crc32

import msgspec

from database import forms as rows
from database.data_file import DataFile
from desktop_app.base.errors import EnvironmentFault, UserFault
from desktop_app.form_editing.actions_edition import copy_edition
from desktop_app.form_editing.keys import edition_id
from desktop_app.form_editing.toml_text import written_files
from desktop_app.forms.catalogue import Catalogue, Listed
from desktop_app.forms.edition_folders import content_digest, content_of, put_folder, remove_folder
from desktop_app.forms.form_files import parse_files
from desktop_app.forms.written import WrittenEdition, written_of
from desktop_app.services.form_bundle import ID, checked_files, examine, read_bundle, write_bundle

GROUP = "rieng"
"""The folder of all editions that were written or taken in here."""
FormOrigin = Literal["shipped", "own", "imported"]
_FOLDER = re.compile(r"[\w-]{1,80}/[\w-]{1,80}\Z")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\Z")
MOST_NAME = 200


class FormLine(msgspec.Struct, frozen=True):
    """One edition in the list: what the catalogue knows of it, whence it came, how many reports use it."""

    listed: Listed
    origin: FormOrigin
    uses: int


class TakenIn(NamedTuple):
    """What became of a file: the edition's id and name; "there" when this very edition was here already."""

    edition_id: str
    name: str
    outcome: Literal["new", "there", "copy"]


class OwnForms:
    """Own editions lie in a folder each, where the catalogue finds them, and are kept in the data file too.

    The folder is what counts; what the data file keeps is brought back where the folder is missing,
    as after a restore. A published edition is never changed: reports are made on it.
    """

    def __init__(self, file: DataFile, catalogue: Catalogue, folder: Path) -> None:
        self._file, self._catalogue, self._folder = file, catalogue, folder
        self._drafts: dict[str, str] = {}  # id -> folder of a draft that was last written here

    def all(self) -> list[FormLine]:
        """Every edition in the order in which a period looks for one, faulty ones too."""
        self.reconcile()
        uses, origins = rows.uses(self._file), rows.origins(self._file)
        found: list[FormLine] = []
        for one in self._catalogue.all():
            imported = one.own and origins.get(one.folder) == "imported"
            origin: FormOrigin = "imported" if imported else "own" if one.own else "shipped"
            counts = one.head is not None and self._catalogue.listed(one.head.id) == one
            found.append(FormLine(one, origin, uses.get(one.head.id, 0) if one.head and counts else 0))
        return found

    def written(self, form_id: str) -> WrittenEdition:
        """The records of an edition, to be edited or copied."""
        files = {name: content.decode("utf-8", "replace") for name, content in self.files(form_id).items()}
        return written_of(parse_files(files), form_id)

    def files(self, form_id: str) -> dict[str, bytes]:
        """The TOML files of an edition by name."""
        return self._files_of(self._known(form_id))

    def new_id(self, name: str) -> str:
        """An id for an edition of this name, unlike all that there are."""
        return edition_id(name, set(self._catalogue.names()))

    def copy(self, form_id: str, name: str) -> str:
        """A draft that begins as a copy of an edition; returns its id."""
        return self.save(copy_edition(self.written(form_id), name[:MOST_NAME], list(self._catalogue.names())))

    def save(self, written: WrittenEdition) -> str:
        """Write a draft, new or as the next state of the one of this id; returns its id.

        One that is no draft any more is published by this, if nothing is wrong with it.
        """
        files = _encoded(written)
        if written.head.draft and (folder := self._drafts.get(written.head.id)):
            self._write(folder, files, "own")  # examining it anew would take longer than writing it
            return written.head.id
        before = self._catalogue.listed(written.head.id)
        if before and not before.is_draft:
            raise UserFault(
                f"Mẫu «{written.head.name}» đã ban hành nên không sửa được; hãy lập một bản mới hơn của mẫu."
            )
        if not written.head.draft and (faults := examine(files).faults):
            raise UserFault(f"Mẫu «{written.head.name}» còn lỗi nên chưa ban hành được: {faults[0]}")
        folder = self._put(written.head.id, files, "own")
        if written.head.draft:
            self._drafts[written.head.id] = folder
        return written.head.id

    def publish(self, form_id: str) -> None:
        """Let reports be made on a draft; refused while anything is wrong with it."""
        listed = self._known(form_id)
        if not listed.is_draft:
            raise UserFault(f"Mẫu «{_name(listed)}» đã được ban hành rồi.")
        if listed.faults:
            raise UserFault(f"Mẫu «{_name(listed)}» còn lỗi nên chưa ban hành được: {listed.faults[0]}")
        written = self.written(form_id)
        head = msgspec.structs.replace(written.head, draft=False)
        self.save(msgspec.structs.replace(written, head=head))

    def delete(self, listed: Listed) -> None:
        """Take an own edition away; refused while reports use it."""
        if not listed.own:
            raise UserFault(f"Mẫu «{_name(listed)}» có sẵn trong chương trình nên không xóa được.")
        self._refuse_used(listed)
        self._drafts.clear()
        rows.drop(self._file, listed.folder)
        try:
            remove_folder(self._catalogue.path_of(listed))
        except OSError as fault:
            raise EnvironmentFault(
                f"Không xóa được thư mục {self._catalogue.path_of(listed)}; hãy kiểm tra quyền ghi."
            ) from fault
        self._catalogue.refresh()

    def export(self, form_id: str) -> bytes:
        """The edition as one file to hand out."""
        return write_bundle(self.files(form_id))

    def take_in(self, files: Mapping[str, bytes], name: str, *, as_copy: bool = False) -> TakenIn:
        """Store an edition that came in a file of this name, once it is found sound.

        One whose id is here with other rows is refused, or gets an id of its own when `as_copy`.
        """
        inspected = examine(files)
        edition = inspected.edition
        if edition is None or (inspected.faults and not edition.head.draft):
            more = f" (và {len(inspected.faults) - 1} lỗi nữa)" if inspected.faults[1:] else ""
            raise UserFault(f"Mẫu trong tệp {name} có lỗi nên chưa nhận: {inspected.faults[0]}{more}")
        head = edition.head
        if not ID.match(head.id):
            raise UserFault(f"Mẫu trong tệp {name} mang mã «{head.id[:60]}» không dùng được.")
        here = self._catalogue.listed(head.id)
        if here is None:
            self._put(head.id, files, "imported")
            return TakenIn(head.id, head.name, "new")
        if content_digest(files[each] for each in sorted(files)) == here.content:
            return TakenIn(head.id, head.name, "there")
        if not as_copy:
            raise UserFault(
                f"Máy này đã có mẫu «{_name(here)}» mang cùng mã {head.id} nhưng nội dung khác với tệp "
                f"{name}; hãy nhận tệp thành một mẫu riêng mang mã mới."
            )
        return self._take_copy(files, name)

    def take_with_report(self, texts: Mapping[str, str], name: str) -> TakenIn:
        """The same for the form that came along with a report, of which nothing was looked at yet."""
        return self.take_in(checked_files(texts, name), name, as_copy=True)

    def _take_copy(self, files: Mapping[str, bytes], name: str) -> TakenIn:
        texts = {each: content.decode("utf-8", "replace") for each, content in files.items()}
        written = written_of(parse_files(texts), name)
        new_id = self.new_id(written.head.name)
        head = msgspec.structs.replace(written.head, id=new_id, name=self._new_name(written.head.name))
        self._put(new_id, _encoded(msgspec.structs.replace(written, head=head)), "imported")
        return TakenIn(new_id, head.name, "copy")

    def reconcile(self) -> None:
        """Bring back what the data file alone has, and keep in it what lies in the folder alone."""
        if bring_back(self._file, self._folder):
            self._catalogue.refresh()
        known = rows.digests(self._file)
        for one in self._catalogue.all():
            if one.own and one.content and known.get(one.folder) != one.content:
                origin = rows.origins(self._file).get(one.folder, "own")
                with suppress(UserFault, EnvironmentFault):  # the next look tries again
                    content = write_bundle(self._files_of(one)).decode()
                    rows.keep(self._file, rows.FormRow(one.folder, one.content, origin, content))

    def bring_older(self, listed: Listed) -> None:
        """Put back what the data file keeps of an own edition whose files got damaged."""
        row = rows.kept(self._file, listed.folder) if listed.own else None
        if row is None:
            raise UserFault(f"Không có bản đã giữ nào của mẫu ở thư mục {listed.folder}.")
        _write_back(row, self._folder)
        self._catalogue.refresh()

    # -- inside --

    def _known(self, form_id: str) -> Listed:
        listed = self._catalogue.listed(form_id)
        if listed is None:
            raise UserFault(f"Không có mẫu báo cáo «{form_id[:60]}»; xem danh sách bằng lệnh form list.")
        return listed

    def _files_of(self, listed: Listed) -> dict[str, bytes]:
        folder = self._catalogue.path_of(listed)
        try:
            return {path.name: path.read_bytes() for path in sorted(folder.glob("*.toml"))}
        except OSError as fault:
            raise EnvironmentFault(f"Không đọc được mẫu ở {folder}; hãy kiểm tra ổ đĩa.") from fault

    def _put(self, form_id: str, files: Mapping[str, bytes], origin: FormOrigin) -> str:
        """Into the folder of the edition, which is returned."""
        self._drafts.pop(form_id, None)
        listed = self._catalogue.listed(form_id)
        folder = listed.folder if listed and listed.own else f"{GROUP}/{_folder_name(form_id)}"
        self._write(folder, files, origin)
        return folder

    def _write(self, folder: str, files: Mapping[str, bytes], origin: FormOrigin) -> None:
        """Folder first: what the data file keeps follows it, here or when one next looks."""
        origin = _origin(rows.origins(self._file).get(folder, origin))
        try:
            put_folder(self._folder / folder, files)
        except OSError as fault:
            raise EnvironmentFault(
                f"Không ghi được mẫu vào {self._folder / folder}; hãy kiểm tra quyền ghi và chỗ trống."
            ) from fault
        self._catalogue.refresh()
        digest = content_of(self._folder / folder)
        rows.keep(self._file, rows.FormRow(folder, digest, origin, write_bundle(files).decode()))

    def _refuse_used(self, listed: Listed) -> None:
        uses, known = rows.uses(self._file), self._catalogue.names()
        if listed.head is None:
            if lost := sum(count for edition, count in uses.items() if edition not in known):
                raise UserFault(
                    f"Mẫu ở thư mục {listed.folder} không đọc được, và có {lost} báo cáo theo một mẫu không "
                    "đọc được; hãy sửa hoặc lấy lại mẫu trước khi xóa."
                )
        elif self._catalogue.listed(listed.head.id) == listed and (held := uses.get(listed.head.id, 0)):
            raise UserFault(
                f"Mẫu «{listed.head.name}» đang có {held} báo cáo dùng nên không xóa được; hãy xóa hoặc "
                "chuyển các báo cáo đó sang mẫu khác trước."
            )

    def _new_name(self, name: str) -> str:
        taken = set(self._catalogue.names().values())
        tries = (f"{name[:MOST_NAME]} ({n})" for n in range(2, len(taken) + 3))
        return next(each for each in tries if each not in taken)


def bring_back(file: DataFile, folder: Path) -> int:
    """Write the editions that the data file keeps and the folder lacks; returns how many."""
    missing = [name for name in rows.digests(file) if not (folder / name).is_dir()]
    found = [row for name in missing if (row := rows.kept(file, name)) is not None]
    return sum(_write_back(row, folder) for row in found)


def _write_back(row: rows.FormRow, folder: Path) -> bool:
    """A row of a file that somebody made to look like ours writes nowhere else, and nothing but TOML."""
    if not _FOLDER.match(row.folder):
        return False
    try:
        put_folder(folder / row.folder, read_bundle(row.content.encode("utf-8", "replace"), row.folder))
    except (OSError, UserFault):
        return False
    return True


def _encoded(written: WrittenEdition) -> dict[str, bytes]:
    return {name: text.encode() for name, text in written_files(written).items()}


def _name(listed: Listed) -> str:
    return listed.head.name if listed.head else listed.folder


def _origin(text: str) -> FormOrigin:
    return "imported" if text == "imported" else "own"


def _folder_name(of_id: str) -> str:
    """The id itself where every system takes it as a name, else one made of it."""
    plain = edition_id(of_id, ())
    same = plain == of_id and not _DEVICE.match(plain)
    return plain if same else f"{plain}-{crc32(of_id.encode()):08x}"
