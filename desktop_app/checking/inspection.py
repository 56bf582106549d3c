"""Read an edition and examine it: its files, its words, its checks on their own examples."""

from __future__ import annotations

from pathlib import Path

from desktop_app.base.errors import UserFault
from desktop_app.checking.examples import example_faults
from desktop_app.checking.plan import Plan
from desktop_app.forms.catalogue import Inspected
from desktop_app.forms.lint import faults
from desktop_app.forms.loader import load_edition


def inspect(folder: Path) -> Inspected:
    """The edition of the folder with every fault found; raises nothing but an EnvironmentFault."""
    try:
        edition = load_edition(folder)
    except UserFault as fault:
        return Inspected(None, (str(fault),))
    found = faults(edition)
    try:
        found += example_faults(Plan(edition))
    except UserFault as fault:
        found.append(str(fault))
    return Inspected(edition, tuple(found))
