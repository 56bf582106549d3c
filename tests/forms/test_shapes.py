"""The editions of other shapes are sound, so that the tests of other rooms can rely on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.checking.inspection import inspect
from tests.support.editions import write_edition
from tests.support.shapes import SHAPES, large


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_sound(name: str, tmp_path: Path) -> None:
    assert inspect(write_edition(tmp_path, *SHAPES[name])).faults == ()


def test_the_large_one_is_sound(tmp_path: Path) -> None:
    inspected = inspect(write_edition(tmp_path, *large(tables=4, rows=30)))
    assert inspected.faults == ()
