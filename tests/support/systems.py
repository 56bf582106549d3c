"""What a system does not have, each with the reason for which a test is left out there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from desktop_app.services.services import Services

ON_WINDOWS = os.name == "nt"
needs_modes = pytest.mark.skipif(ON_WINDOWS, reason="Windows has no modes; a profile keeps files private")
needs_mounts = pytest.mark.skipif(ON_WINDOWS, reason="Windows asks the kind of a drive, not a list of mounts")
needs_moving = pytest.mark.skipif(ON_WINDOWS, reason="Windows lets nobody rename or remove an open file")
needs_own_print_dialog = pytest.mark.skipif(ON_WINDOWS, reason="Windows shows its own print dialog")


@contextmanager
def out_of_reach(services: Services) -> Iterator[None]:
    """The data file refuses what is saved: gone from its folder, or on Windows, where an open file
    cannot be moved, as if its disk took nothing more."""
    path = services.file.path
    if ON_WINDOWS:
        services.file.connection.execute("PRAGMA query_only=ON")
    else:
        path.rename(path.with_name("moved.db"))
    try:
        yield
    finally:
        if ON_WINDOWS:
            services.file.connection.execute("PRAGMA query_only=OFF")
        else:
            path.with_name("moved.db").rename(path)
