"""Fifty forms listed, and what is wrong with one of 10,000 rows looked for after each action on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop_app.base.paths import resources
from desktop_app.checking.inspection import inspect
from desktop_app.form_editing import actions_relations, actions_rows, actions_tables
from desktop_app.form_editing.actions_edition import new_edition, set_head
from desktop_app.form_editing.form_session import FormSession
from desktop_app.forms.catalogue import Catalogue
from tools.bench.measure import Ratio, ms, percentile, timed

FORMS, MOST_TO_LIST, MOST_TO_LOOK = 50, 0.2, 0.05
TABLES, ROWS = 40, 250
ROUNDS = 20


def own_form_ratios(folder: Path) -> list[Ratio]:
    """Both against what a clerk may wait at most."""
    listed, looked = _listed(folder), _looked()
    return [
        Ratio(f"list of {FORMS} forms", "0.2 s", ms(listed), ms(MOST_TO_LIST), listed / MOST_TO_LIST, 1),
        Ratio(
            "faults after an action, 10,000 rows, p95", "50 ms", ms(looked), ms(MOST_TO_LOOK),
            looked / MOST_TO_LOOK, 1,
        ),
    ]  # fmt: skip


def _listed(folder: Path) -> float:
    """Seconds until all are listed, as at each start but the first after they came."""
    shipped = resources() / "forms"
    texts = {path.name: path.read_text("utf-8") for path in (shipped / "cchc/2022").glob("*.toml")}
    own = folder / "own-forms"
    for number in range(FORMS):
        home = own / "so" / str(number)
        home.mkdir(parents=True)
        for name, text in texts.items():
            (home / name).write_text(text.replace('"cchc-2022"', f'"own-{number}"'), "utf-8")

    def catalogue() -> Catalogue:
        return Catalogue(shipped, folder / "cache-of-forms", inspect, own)

    assert sum(one.sound for one in catalogue().all()) == FORMS + 2
    return min(timed(lambda: catalogue().all()) for _ in range(5))


def _looked() -> float:
    session = FormSession(new_edition("Mẫu lớn", "2026-Q1"))
    for number in range(1, TABLES + 1):
        table = session.do(actions_tables.add_table, f"Lĩnh vực {number}").place[1]
        rows = [{"number": str(n), "label": f"Việc {n}", "unit": "Việc"} for n in range(1, ROWS + 1)]
        session.do(actions_rows.insert_rows, table, rows)
        keys = [row.key for row in session.written.appendices[-1].indicators]
        for first in range(0, ROWS, 50):
            session.do(actions_relations.total_of, keys[first], keys[first + 1 : first + 9])
    assert session.faults == ()
    middle = session.written.appendices[TABLES // 2]
    key = middle.indicators[ROWS // 2].key
    taken: list[float] = []
    for number in range(ROUNDS):
        for act in (
            lambda n=number: session.do(actions_rows.set_row, key, label=f"Việc {n} khác"),
            lambda: session.do(actions_rows.insert_row, middle.head.key, "Việc mới", after=key),
            lambda n=number: session.do(set_head, appendix_word=f"Biểu {n}"),
            session.undo,
        ):
            taken.append(timed(partial(_done, session, act)))
    return percentile(taken, 0.95)


def _done(session: FormSession, act: Callable[[], object]) -> None:
    act()
    assert session.faults == ()
