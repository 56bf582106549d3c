"""What the window is handed by the bootstrap because it is not needed at the start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QWidget

from desktop_app.services.parts import Press
from desktop_app.ui.pages.page import Page
from desktop_app.ui.session_bridge import SessionBridge


class Late(msgspec.Struct, frozen=True):
    """warm_up: imports for the first edit and export. preview_page: makes the preview.
    note_fault: notes a fault of ours, returns the log."""

    warm_up: Callable[[], None]
    preview_page: Callable[[Press, SessionBridge, QWidget], Page]
    note_fault: Callable[[BaseException], Path]
