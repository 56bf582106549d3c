"""Exchange files from a stick: taken in whole, or refused with one sentence and nothing written."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.base.errors import UserFault
from desktop_app.base.text import clean
from desktop_app.reports.explanations import explanation_of, read_explanation
from desktop_app.reports.prose import from_plain, read_prose, to_plain
from desktop_app.services import exchange, importing
from desktop_app.services.services import Services
from tests.support.library import services_in
from tests.support.real import sample_session, sample_values

DEEP = 50_000
TRAILING = '[["text",[["a",false,false,' + "[" * DEEP + "]" * DEEP + "]]]]"
GOOD: dict[str, object] = {
    "format": exchange.FORMAT, "edition": "cchc-2022", "period": "2023-Q1", "status": "draft",
    "values": sample_values(), "computed": {"pl1.2": "83,33%"},
    "faces": {"I.1": '[["dash",[["Đậm",true],[" và thường"]]]]'},
}  # fmt: skip


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with services_in(tmp_path_factory.mktemp("data")) as made:
        yield made


def taken_in(services: Services, path: Path) -> str | None:
    """The id of the report made of the file; None when it is refused and nothing was written."""
    before = services.library.summaries()
    try:
        report = services.library.add_draft(importing.read(path, services.library.plans))
    except UserFault as refused:
        said = str(refused)
        assert said and len(said) < 600 and said.isprintable(), said
        assert services.library.summaries() == before
        return None
    assert len(services.library.summaries()) == len(before) + 1
    assert "/" not in report and "\\" not in report
    return report


def holds(services: Services, report: str, values: dict[str, str]) -> bool:
    """Whether the report has exactly these texts, hidden letters apart, and can be worked with."""
    session = services.library.open(report)
    session.filled.findings()
    expected: dict[str, str] = {}
    for key, text in values.items():
        words = to_plain(from_plain(text)) if session.filled.plan.is_prose(key) else clean(text)
        if words:
            expected[key] = words
    found = exchange.as_file(session.filled).values
    services.library.delete(report)
    return found == expected


def written(path: Path, **changed: object) -> Path:
    path.write_text(json.dumps(GOOD | changed), "utf-8")
    return path


def test_the_measures_let_a_real_file_through(services: Services, tmp_path: Path) -> None:
    report = taken_in(services, written(tmp_path / "r.json", faces={}))

    assert report is not None
    assert holds(services, report, sample_values())


NASTY_VALUES = [
    {"../../x": "1"}, {"'; DROP TABLE reports; --": "1"}, {"": "1"}, {"pl1.1\n": "1", "pl1\n1": "2"},
    {"explain.": "1"}, {"note.": "1"}, {"note.note.pl1.1": "1"}, {"k" * 100_000: "1"}, {"\u202epl1": "1"},
    {"explain." + "a@explain." * 9000 + "a@pl1.1": "1"}, {"explain.@pl1.2.1": "1"},
    {"explain.W1@I.1:": "1"}, {"I.1": "x" * 200_001}, {str(n): "" for n in range(300_000)},
    {"header.agency": None}, {"pl1.2.1": 5}, {"pl1.2.1": ["5"]}, {"pl1.2.1": {"a": "5"}}, [], None, "x", 5,
]  # fmt: skip


@pytest.mark.parametrize("values", NASTY_VALUES, ids=lambda values: ascii(values)[:30])
def test_values_that_are_none_of_the_form_are_refused_whole(
    services: Services, tmp_path: Path, values: object
) -> None:
    assert taken_in(services, written(tmp_path / "r.json", values=values)) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"edition": "../.."}, {"edition": "/etc"}, {"edition": "cchc-2022/../2022"},
    {"edition": "x\n\u202ey" * 999}, {"edition": 5}, {"period": "../../etc"}, {"period": "2023-Q1/../x"},
    {"period": "2023-Q1\n" * 999}, {"period": "٢٠٢٣-Q1"}, {"period": "9999-Q1"}, {"period": None},
    {"format": "x" * 99_999}, {"format": []}, {"faces": []}, {"faces": {"I.1": [["text", [["x"]]]]}},
    {"faces": None}, {"computed": {"a": []}}, {"faces": {"I.1": "x" * 200_001}}, {"values": {},
    "computed": 1}, ],
    ids=lambda changed: ascii(changed)[:40],
)  # fmt: skip
def test_fields_that_are_none_of_ours_are_refused(
    services: Services, tmp_path: Path, changed: dict[str, object]
) -> None:
    assert taken_in(services, written(tmp_path / "r.json", **changed)) is None


NASTY_FACES = [
    "[", "[" * DEEP, TRAILING, "null", "5", '"x"', '[["text",[]]]', '[["heading",[["x"]]]]',
    '[["text",[["x",1]]]]', '[["text",[["\\u0000\\u202e",true]]]]', '[["text",[["\\ud800"]]]]', "<b>x</b>",
    '[["text",[["x"],["y"],["z"]]]]', ]  # fmt: skip


@pytest.mark.parametrize("face", NASTY_FACES, ids=lambda face: ascii(face)[:30])
def test_faces_that_say_other_words_are_not_believed(services: Services, tmp_path: Path, face: str) -> None:
    values = {"I.1": "Lời của\n- mục này"}
    report = taken_in(services, written(tmp_path / "r.json", values=values, faces={"I.1": face}))

    assert report is not None
    assert holds(services, report, values)


@pytest.mark.parametrize("stored", [TRAILING, "[" * DEEP, '{"text":"a","excused":{},"b":' + "[" * DEEP])
def test_a_stored_text_of_any_depth_is_read_as_words(stored: str) -> None:
    assert read_prose(stored)
    assert read_explanation(stored)
    nested = '{"text":"a","excused":{},"b":' + "[" * DEEP + "]" * DEEP + "}"
    assert read_explanation(nested)


def test_an_explanation_of_any_depth_does_not_stop_the_report(services: Services, tmp_path: Path) -> None:
    code = next(f.code for f in sample_session().filled.findings() if f.level == "warning")
    nested = '{"text":"a","excused":{},"b":' + "[" * 9000 + "]" * 9000 + "}"
    values = sample_values() | {f"explain.{code}": nested}
    report = taken_in(services, written(tmp_path / "r.json", values=values))

    assert report is not None
    session = services.library.open(report)
    assert [
        explanation_of(f, session.filled.text).text for f in session.filled.findings() if f.code == code
    ] == [nested]


LETTERS = st.one_of(
    st.text(max_size=60),
    st.sampled_from([
        "=1+1", "<b>x</b>", "{number}", "%s", "'; DROP TABLE reports; --", "../../x", "a\0b", "a\u202eb",
    "\x1b[31m", "a\r\nb\rc\u2028d", "\ufeff5", "e\u0302\u0301", "😀", "x" * 20_000, "\t=1",
    "[[\"text\",[[\"x\"]]]]", ]),
)  # fmt: skip
KEYS = st.sampled_from(
    ["header.agency", "footer.signer", "I.1", "pl1.2.1", "pl1.3.1", "note.pl1.2.1", "pl2.1.a"]
)


@given(st.dictionaries(KEYS, LETTERS))
def test_any_text_under_a_key_of_the_form_is_taken_in_as_it_is(
    services: Services, tmp_path: Path, values: dict[str, str]
) -> None:
    path = tmp_path / "r.json"
    path.write_bytes(json.dumps(GOOD | {"values": values, "faces": {}}).encode())
    surrogates = any("\ud800" <= letter <= "\udfff" for text in values.values() for letter in text)
    report = taken_in(services, path)

    assert surrogates or report is not None
    assert report is None or holds(services, report, values)


def test_a_half_emoji_is_refused(services: Services, tmp_path: Path) -> None:
    assert taken_in(services, written(tmp_path / "r.json", values={"I.1": "\ud83d"})) is None


SOURCE = json.dumps(GOOD, ensure_ascii=False).encode()


@settings(max_examples=150)
@given(
    st.integers(0, len(SOURCE) - 1), st.integers(1, 255), st.sampled_from(["flip", "cut", "double", "drop"])
)
def test_a_real_file_spoilt_is_taken_in_or_refused(
    services: Services, tmp_path: Path, at: int, bits: int, how: str
) -> None:
    content = {
        "flip": SOURCE[:at] + bytes([SOURCE[at] ^ bits]) + SOURCE[at + 1 :],
        "cut": SOURCE[:at],
        "double": SOURCE[: at + bits] + SOURCE[at:],
        "drop": SOURCE[:at] + SOURCE[at + bits :],
    }[how]
    (tmp_path / "r.json").write_bytes(content)
    report = taken_in(services, tmp_path / "r.json")
    if report is not None:
        services.library.read(report).findings()
        services.library.delete(report)


@settings(max_examples=100)
@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), st.text(max_size=9)),
        lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.sampled_from([*GOOD, "x"]), inner)),
    )
)
def test_any_json_is_refused_or_taken_in(services: Services, tmp_path: Path, content: object) -> None:
    whole = GOOD | content if isinstance(content, dict) else content
    (tmp_path / "r.json").write_text(json.dumps(whole), "utf-8")
    report = taken_in(services, tmp_path / "r.json")
    if report is not None:
        services.library.delete(report)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[" * 5_000_000, b'{"a":' * 1_000_000, b'"' + b"x" * 19_000_000, b"\xff\xfe",
    b"\xef\xbb\xbf{}", b"1" * 100_000, b"1e999999999", b"NaN", b"{}" * 1000, b"\0" * 1000,
    b" " * 20_000_001, b'{"values":{"a":"\x00"}}', ],
    ids=lambda content: ascii(content[:12]),
)  # fmt: skip
def test_bytes_that_are_no_report_are_one_sentence(
    services: Services, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "r.json").write_bytes(content)

    assert taken_in(services, tmp_path / "r.json") is None


@pytest.mark.timeout(20)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize(
    "path", ["/dev/zero", "/dev/null", "/dev/tty", "/proc/self/mem", "/proc", "fifo", "loop", "x" * 5000]
)
def test_what_is_no_plain_file_is_one_sentence(services: Services, tmp_path: Path, path: str) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    assert taken_in(services, tmp_path / path) is None
