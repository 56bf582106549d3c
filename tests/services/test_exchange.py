"""The exchange file: out and in again without a loss, and what is refused."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desktop_app.base.errors import UserFault
from desktop_app.reports.prose import ProseParagraph, ProseRun, write_prose
from desktop_app.services import exchange
from tests.support.library import services_in
from tests.support.runs import full_prose

BOLD = write_prose((ProseParagraph("dash", (ProseRun("Đậm", bold=True), ProseRun(" và thường"))),))


def written(path: Path, **changed: object) -> Path:
    content = {"format": exchange.FORMAT, "edition": "cchc-2022", "period": "2023-Q1", "values": {}} | changed
    path.write_bytes(msgspec.json.encode(content))
    return path


def test_a_report_comes_back_with_its_bold_and_italic(tmp_path: Path) -> None:
    with services_in(tmp_path / "data") as services:
        first = services.library.open(services.library.create_sample())
        first.edit("I.1", BOLD)
        (tmp_path / "r.json").write_bytes(exchange.as_json(exchange.as_file(first.filled)))
        second = services.library.open(services.library.add_draft(exchange.read_file(tmp_path / "r.json")))

    assert second.filled.texts() == first.filled.texts()


def test_a_file_without_faces_has_only_the_fields_of_the_contract(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        session = services.library.open(services.library.create_sample())
        fields = msgspec.json.decode(exchange.as_json(exchange.as_file(session.filled)))

    assert set(fields) == {"format", "edition", "period", "status", "values", "computed"}


def test_lines_changed_by_hand_win_over_the_faces_beside_them(tmp_path: Path) -> None:
    path = written(tmp_path / "r.json", values={"I.1": "Lời mới"}, faces={"I.1": BOLD})
    with services_in(tmp_path / "data") as services:
        session = services.library.open(services.library.add_draft(exchange.read_file(path)))

    assert [p.text for p in session.filled.prose("I.1")] == ["Lời mới"]


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
def test_a_file_that_is_none_of_ours_is_one_sentence(tmp_path: Path, changed: dict[str, object]) -> None:
    with pytest.raises(UserFault):
        exchange.read_file(written(tmp_path / "r.json", **changed))


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"null", b'{"a": 1}'])
def test_hostile_bytes_are_one_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "r.json").write_bytes(content)

    with pytest.raises(UserFault):
        exchange.read_file(tmp_path / "r.json")


@pytest.mark.parametrize("field", [f.name for f in msgspec.structs.fields(ProseRun) if f.name != "text"])
def test_a_run_keeps_each_of_its_fields_on_the_way_out_and_in(tmp_path: Path, field: str) -> None:
    (paragraph,) = full_prose()
    full = paragraph.runs[1]
    run = msgspec.structs.replace(ProseRun("12"), **{field: getattr(full, field)})
    prose = (ProseParagraph("text", (ProseRun("Đã xử lý "), run)),)
    with services_in(tmp_path / "data") as services:
        first = services.library.open(services.library.create("2023-Q1"))
        first.edit("I.1", write_prose(prose))
        (tmp_path / "r.json").write_bytes(exchange.as_json(exchange.as_file(first.filled)))
        second = services.library.read(services.library.add_draft(exchange.read_file(tmp_path / "r.json")))

    assert second.prose("I.1") == prose
