"""Types of Qt that its methods take and that our overrides must name."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

AnyIndex = QModelIndex | QPersistentModelIndex
"""What Qt may hand a model or a delegate as the index of a cell."""
