"""When Python looks for garbage: not while the window is being made, and never again through its parts."""

from __future__ import annotations

import gc


def pause_gc() -> None:
    """Look for no garbage while the window is being made, which is a tenth of the start."""
    gc.disable()


def resume_gc() -> None:
    """What the start made stays for good, and is not looked through again with every later garbage."""
    gc.freeze()
    gc.enable()
