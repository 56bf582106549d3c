"""Which form serves a period, and every form compiled once."""

from __future__ import annotations

from desktop_app.base.errors import UserFault
from desktop_app.base.periods import Period, period_name
from desktop_app.checking.plan import Plan
from desktop_app.forms.catalogue import Catalogue, can_serve, validity


class Plans:
    """The compiled editions of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._plans: dict[str, Plan] = {}

    def plan(self, edition_id: str) -> Plan:
        """The compiled edition; raises UserFault when there is none of this id."""
        edition, plan = self._catalogue.edition(edition_id), self._plans.get(edition_id)
        if plan is None or plan.edition is not edition:  # it was edited meanwhile
            plan = self._plans[edition_id] = Plan(edition)
        return plan

    def edition_for(self, period: Period, edition_id: str = "") -> str:
        """The id of the newest edition for the period, or the one named; UserFault when none can serve it.

        One that has been replaced serves whoever names it: an office may still owe the older form.
        """
        if not edition_id:
            return self._catalogue.for_period(period)
        edition = self._catalogue.edition(edition_id)
        if edition.head.draft:
            raise UserFault(
                f"Mẫu «{edition.head.name}» còn là bản nháp nên chưa lập báo cáo được; hãy ban hành trước."
            )
        if not can_serve(edition.head, edition.periods, period):
            raise UserFault(
                f"Mẫu «{edition.head.name}» không dùng cho kỳ {period_name(period)}; mẫu có hiệu lực "
                f"{validity(edition.head)}."
            )
        return edition_id
