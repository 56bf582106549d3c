"""Dialogs: only for what begins a report, and for what cannot be undone."""
