"""Dialogs: only for what cannot be undone, or cannot be typed in place."""
