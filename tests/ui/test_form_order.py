"""The dialog of a new report offers the forms in the order that the office has chosen, and no draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.base.periods import read_period
from desktop_app.services.form_order import move_in_order
from desktop_app.services.services import Services
from desktop_app.ui.dialogs.new_report import NewReportDialog
from tests.support.library import services_in

pytestmark = pytest.mark.usefixtures("qtbot")


def offered(services: Services) -> list[str]:
    dialog = NewReportDialog([], services.catalogue.all(), read_period("2026-Q1"))
    box = dialog._edition
    return [box.itemData(at) for at in range(box.count())]


def test_the_first_form_offered_is_the_first_in_the_order(tmp_path: Path) -> None:
    with services_in(tmp_path) as services:
        forms = services.own_forms()
        own = forms.copy("cchc-2025", "Mẫu Sở Nội vụ")
        assert offered(services) == ["cchc-2025", "cchc-2022"]
        forms.publish(own)
        assert offered(services) == ["cchc-2025", own, "cchc-2022"]
        move_in_order(services.catalogue, services.preferences, own, -1)
        assert offered(services) == [own, "cchc-2025", "cchc-2022"]
        assert services.library.plans.edition_for(read_period("2026-Q1")) == own
    with services_in(tmp_path) as services:
        assert offered(services)[0] == own
