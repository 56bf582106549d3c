"""The exchange file: out and in again without a loss, and what is refused."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desktop_app.base.errors import UserFault
from desktop_app.reports.filled_report import FilledReport
from desktop_app.reports.prose import ProseParagraph, ProseRun, from_plain, write_prose
from desktop_app.services import exchange, importing
from desktop_app.services.services import Services
from tests.support.library import services_in
from tests.support.real import real_plan, real_plans, sample_session
from tests.support.runs import full_prose

BOLD = write_prose((ProseParagraph("dash", (ProseRun("Đậm", bold=True), ProseRun(" và thường"))),))


def content(**changed: object) -> bytes:
    fields = {"format": exchange.FORMAT, "edition": "cchc-2022", "period": "2023-Q1", "values": {}}
    return msgspec.json.encode(fields | changed)


def out_and_in(path: Path, filled: FilledReport, services: Services) -> str:
    """The id of the report made of the file that the other was written to."""
    path.write_bytes(exchange.as_json(exchange.as_file(filled)))
    return importing.take_in(path, services)[0]


@pytest.mark.parametrize("sample", ["2023-q1", "2025-q3", "2025-y"])
def test_a_report_comes_back_with_its_bold_and_italic(tmp_path: Path, sample: str) -> None:
    with services_in(tmp_path / "data") as services:
        first = services.library.open(services.library.create_sample(sample))
        first.edit("I.1", BOLD)
        second = services.library.read(out_and_in(tmp_path / "r.json", first.filled, services))

    assert second.texts() == first.filled.texts()


@pytest.mark.parametrize("edition", ["cchc-2022", "cchc-2025"])
def test_a_file_without_faces_has_only_the_fields_of_the_contract(tmp_path: Path, edition: str) -> None:
    with services_in(tmp_path) as services:
        session = services.library.open(services.library.create("2026-Q1", edition))
        session.edit("I.1", write_prose(from_plain("Đã làm.")))
        fields = msgspec.json.decode(exchange.as_json(exchange.as_file(session.filled)))

    assert set(fields) == {"format", "edition", "period", "status", "values", "computed"}


def test_lines_changed_by_hand_win_over_the_faces_beside_them_and_it_is_said() -> None:
    file = content(values={"I.1": "Lời mới"}, faces={"I.1": BOLD})
    draft = exchange.read_exchange(file, "r.json", real_plans())

    assert draft.prose == {"I.1": from_plain("Lời mới")}
    (doubt,) = draft.doubts(real_plan())
    assert "I.1" in doubt and "đậm" in doubt


@pytest.mark.parametrize(
    "changed",
    [
        {"format": "khác/1"},
        {"period": "2023-Q9"},
        {"values": {"I.1": 5}},
        {"values": ["I.1"]},
        {"values": {"I.1": "x" * 300_000}},
    ],
)
def test_a_file_that_is_none_of_ours_is_one_sentence(changed: dict[str, object]) -> None:
    with pytest.raises(UserFault):
        exchange.read_exchange(content(**changed), "r.json", real_plans())


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"null", b'{"a": 1}'])
def test_hostile_bytes_are_one_sentence(content: bytes) -> None:
    with pytest.raises(UserFault):
        exchange.read_exchange(content, "r.json", real_plans())


@pytest.mark.parametrize("field", [f.name for f in msgspec.structs.fields(ProseRun) if f.name != "text"])
def test_a_run_keeps_each_of_its_fields_on_the_way_out_and_in(tmp_path: Path, field: str) -> None:
    (paragraph,) = full_prose()
    full = paragraph.runs[1]
    run = msgspec.structs.replace(ProseRun("12"), **{field: getattr(full, field)})
    if field == "note":
        run = ProseRun("", note="Gồm:\nmột")
    prose = (ProseParagraph("text", (ProseRun("Đã xử lý "), run)),)
    with services_in(tmp_path / "data") as services:
        first = services.library.open(services.library.create("2023-Q1"))
        first.edit("I.1", write_prose(prose))
        second = services.library.read(out_and_in(tmp_path / "r.json", first.filled, services))

    assert second.prose("I.1") == prose


def test_footnotes_stand_between_the_words_of_the_file_and_need_no_faces() -> None:
    with_note = sample_session(**{"I__1": "Đã xử lý[chú thích: Gồm: ⏎ một] hồ sơ."})
    file = exchange.as_file(with_note.filled)

    assert file.values["I.1"] == "Đã xử lý[chú thích: Gồm: ⏎ một] hồ sơ."
    assert file.faces is msgspec.UNSET


def test_words_that_look_like_a_footnote_stay_words(tmp_path: Path) -> None:
    typed = (ProseParagraph("text", (ProseRun("Ghi [chú thích: x] là"),)),)
    with services_in(tmp_path / "data") as services:
        first = services.library.open(services.library.create("2023-Q1"))
        first.edit("I.1", write_prose(typed))
        second = services.library.read(out_and_in(tmp_path / "r.json", first.filled, services))

    assert second.prose("I.1") == typed
