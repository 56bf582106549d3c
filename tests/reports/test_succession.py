"""From the form of 2022 to that of 2025: every word has a place or lies in the tray."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
import pytest

from desktop_app.base.errors import UserFault
from desktop_app.checking.inspection import inspect
from desktop_app.checking.plan import Plan
from desktop_app.reports.prose import from_plain, read_prose, to_plain, write_prose
from desktop_app.reports.report import Entry
from desktop_app.reports.succession import Moved, inherited, shown_before, succeed, tray
from desktop_app.searching.period_moving import moved_on
from desktop_app.services import moving
from desktop_app.services.exchange import as_file, as_json, read_exchange
from tests.support.library import services_in
from tests.support.real import FORMS, TWO_QUARTERS


@cache
def plan(year: str) -> Plan:
    edition = inspect(FORMS / "cchc" / year).edition
    assert edition
    return Plan(edition)


def moved(**texts: str) -> Moved:
    entries = {key: Entry(text) for key, text in texts.items()}
    return succeed(plan("2022"), plan("2025"), entries)


def lying(entries: Mapping[str, Entry]) -> list[tuple[str, ...]]:
    """Key, label and words of what lies in the tray."""
    return [msgspec.structs.astuple(item) for item in tray(entries)]


def of(*lines: str) -> str:
    return write_prose(from_plain("\n".join(lines)))


def test_a_row_goes_to_its_new_number_with_its_note() -> None:
    went = moved(**{"pl1.8.1": "44", "note.pl1.8.1": "toàn tỉnh"})

    assert {key: entry.text for key, entry in went.entries.items()} == {
        "bm1.4.1": "44", "note.bm1.4.1": "toàn tỉnh",
    }  # fmt: skip


def test_merged_rows_are_added_up_and_merged_prose_is_put_together() -> None:
    was = plan("2025").indicators["bm2.1.1"].was
    went = moved(
        **dict.fromkeys(was, "07"), **{"II.4.b": of("Một."), "II.4.d": of("Ba."), "II.4.c": of("Hai.")}
    )

    assert len(was) == 2 and went.entries["bm2.1.1"].text == "14"
    assert to_plain(read_prose(went.entries["II.4.b"].text)) == "Một.\nHai.\nBa."


def test_a_dropped_row_lies_in_the_tray_under_its_old_name() -> None:
    went = moved(**{"pl1.9": "3", "note.pl1.9": "huyện"})

    items = {key: (label, words) for key, label, words in lying(went.entries)}
    assert set(items) == {"pl1.9", "note.pl1.9"}
    assert items["pl1.9"][1] == "3" and "Phụ lục 1" in items["pl1.9"][0]
    assert went.places["pl1.9"] == ""


def test_an_answer_that_the_new_row_does_not_know_lies_in_the_tray() -> None:
    went = moved(**{"pl1.10.2": "xin xem phụ lục"})

    assert "bm1.5.2" not in went.entries
    assert [words for *_, words in lying(went.entries)] == ["xin xem phụ lục"]


def test_a_note_beside_an_empty_row_follows_the_row() -> None:
    went = moved(**{"note.pl1.8.1": "không phát sinh"})

    assert {key: entry.text for key, entry in went.entries.items()} == {"note.bm1.4.1": "không phát sinh"}


def test_a_figure_of_the_same_key_goes_over() -> None:
    went = moved(**{"II.3.c.civil_servants_present": "210", "I.2.visits_total": "7"})

    assert went.entries["II.3.c.civil_servants_present"].text == "210"
    assert [key for key, *_ in lying(went.entries)] == ["I.2.visits_total"]


def test_a_reason_lies_in_the_tray_in_words() -> None:
    went = moved(**{"explain.V2@pl1.5": '{"text":"tăng do sáp nhập","excused":{}}'})

    assert lying(went.entries) == [("explain.V2@pl1.5", "Giải trình", "tăng do sáp nhập")]


@pytest.mark.parametrize("keys", [("tray.pl1.9", "pl1.9"), ("pl1.9", "tray.pl1.9")])
def test_what_lay_in_the_tray_is_not_replaced_by_what_joins_it(keys: tuple[str, str]) -> None:
    texts = {"tray.pl1.9": "Dòng 9\ncũ", "pl1.9": "mới"}
    went = moved(**{key: texts[key] for key in keys})

    ((_, label, text),) = lying(went.entries)
    assert {"cũ", "mới"} <= set(words([label, text]))


def test_moving_again_keeps_the_tray(tmp_path: Path) -> None:
    went = moved(**{"pl1.9": "3"})
    again = succeed(plan("2025"), plan("2022"), went.entries)

    assert lying(again.entries) == lying(went.entries)


def test_figures_of_the_period_before_stand_beside_their_heirs() -> None:
    was = plan("2025").indicators["bm2.1.1"].was
    shown = dict.fromkeys(was, "7") | {"pl1.8.1": "44", "pl1.2": "83,33%"}

    beside = inherited(plan("2025"), shown)

    assert (beside["bm1.4.1"], beside["bm2.1.1"], beside["bm1.3.1"]) == ("44", "14", "")
    assert inherited(plan("2025"), dict.fromkeys(was, "không")).get("bm2.1.1") == ""


def words(texts: list[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text))


@pytest.mark.parametrize("sample", TWO_QUARTERS)
def test_no_word_of_a_sample_is_lost(tmp_path: Path, sample: str) -> None:
    with services_in(tmp_path) as services:
        old = services.library.read(services.library.create_sample(sample))
        went = moving.succession(services.library, old.report.id, "cchc-2025")

    before = [to_plain(read_prose(t)) if old.plan.is_prose(k) else t for k, t in old.texts().items()]
    fresh = plan("2025")
    after = [
        to_plain(read_prose(entry.text)) if fresh.is_prose(key) else entry.text
        for key, entry in went.entries.items()
    ]
    summed = {key for key, place in went.places.items() if list(went.places.values()).count(place) > 1}
    lost = words(before) - words(after)
    figures = words([old.text(key) for key in summed if key in old.plan.indicators])
    assert lost - figures == Counter()
    assert set(went.places) == set(old.texts())


def test_the_next_period_of_2023s_sample_is_begun_on_the_new_form(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        first = services.library.create_sample("2023-q1")
        made = services.library.read(services.library.create_next(first, "2025-Q3"))
        before = services.library.read(first)
        beside = shown_before(made, services.library.before(made))

    assert made.report.edition_id == "cchc-2025"
    assert made.is_carried("I.5") and to_plain(made.prose("I.5")) == to_plain(before.prose("I.3"))
    assert beside["bm1.4.1"] == before.shown("pl1.8.1") != ""
    periods = (before.plan.edition, before.report.period), (made.plan.edition, made.report.period)
    prose = [to_plain(moved_on(before.prose(key), *periods)) for key in before.plan.sections]
    here = [to_plain(made.prose(key)) for key in made.plan.sections if made.prose(key)]
    kept = [text for *_, text in lying(made.entries)]
    assert words(prose) - words(here + kept) == Counter()


def test_the_tray_is_in_the_exchange_file_and_comes_back(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        library = services.library
        old = library.create("2026-Q1", "cchc-2022")
        library.open(old).edit("pl1.9", "3")
        moving.move(library, old, "cchc-2025")
        moved = library.read(old)
        file = as_json(as_file(moved))
        back = library.read(library.add_draft(read_exchange(file, "a.json", library.plans)))

    (item,) = json.loads(file)["tray"]
    assert (item["from"], item["text"]) == ("pl1.9", "3") and "Phụ lục 1" in item["label"]
    assert lying(back.entries) == lying(moved.entries)


def test_what_is_taken_out_of_the_tray_comes_back_by_one_undo(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        library = services.library
        old = library.create("2026-Q1", "cchc-2022")
        library.open(old).edit("pl1.9", "3")
        moving.move(library, old, "cchc-2025")
        session = library.open(old)
        session.edit("tray.pl1.9", "")
        assert lying(session.filled.entries) == []
        session.undo()

    assert [text for *_, text in lying(session.filled.entries)] == ["3"]


def test_the_form_of_the_period_before_may_be_gone(tmp_path: Path) -> None:
    resources = tmp_path / "resources"
    shutil.copytree(FORMS.parent, resources)
    with services_in(tmp_path / "data", resources) as services:
        first = services.library.create("2025-Q2")
        made = services.library.create_next(first, "2025-Q3")
    shutil.rmtree(resources / "forms/cchc/2022")

    with services_in(tmp_path / "data", resources) as services:
        filled = services.library.read(made)
        assert shown_before(filled, services.library.before(filled)) == {}
        with pytest.raises(UserFault, match="cchc-2022"):
            services.library.read(first)
