"""A draft from outside: read by the form, with its origins, and taken over into an open report."""

from __future__ import annotations

import pytest

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import Period
from desktop_app.reports.draft import Draft, Origin, draft_of, merge
from desktop_app.reports.prose import from_plain, write_prose
from tests.support.editions import NotedStore, a_session
from tests.support.real import real_plans, sample_session
from tests.support.runs import full_prose

PERIOD = Period(2023, "Q1")


def drafted(faces: dict[str, str] | None = None, **values: str) -> Draft:
    """As in `a_session`, "__" for the dot."""
    named = {key.replace("__", "."): text for key, text in values.items()}
    return draft_of(real_plans(), PERIOD, "", named, faces)


def test_a_draft_keeps_prose_as_prose_and_knows_where_each_entry_stood() -> None:
    draft = drafted(II__4__dd="Mở đầu\n- Một", pl1__1="186")

    assert draft.prose == {"II.4.đ": from_plain("Mở đầu\n- Một")}
    assert draft.texts == {"pl1.1": "186"}
    assert draft.origins == {"II.4.đ": Origin("khóa «II.4.dd»"), "pl1.1": Origin("khóa «pl1.1»")}


def test_two_spellings_of_one_key_are_refused() -> None:
    with pytest.raises(UserFault, match="hai lần"):
        drafted(II__4__dd="một", II__4__đ="hai")


def test_a_draft_keeps_the_faces_of_the_same_words() -> None:
    lines = "- Đã xử lý 12 hồ sơ"

    assert drafted({"I.1": write_prose(full_prose())}, I__1=lines).prose["I.1"] == full_prose()


def test_a_draft_is_taken_over_into_an_open_report_as_one_step() -> None:
    session = sample_session()
    before = session.filled.texts()
    draft = drafted(I__1="Lời mới", pl1__1="187", note__pl1__1="Theo tệp", II__1__a="")

    merge(draft, session, "Nhập từ tệp")

    assert session.filled.text("pl1.1") == "187"
    assert session.filled.prose("I.1") == from_plain("Lời mới")
    assert session.filled.text("note.pl1.1") == "Theo tệp"
    assert session.filled.text("II.1.a") == before["II.1.a"] != ""
    assert session.history.undo_label == "Nhập từ tệp"
    session.undo()
    assert session.filled.texts() == before


def test_a_draft_with_a_key_that_the_report_lacks_changes_nothing_in_it() -> None:
    store = NotedStore()
    session = a_session(store=store, pl1__1="7")

    with pytest.raises(UserFault, match=r"II\.1\.a"):
        merge(drafted(pl1__1="187", II__1__a="Lời mới"), session, "Nhập từ tệp")

    assert session.filled.texts() == {"pl1.1": "7"}
    assert (store.saved, session.history.undo_label) == ({}, "")
