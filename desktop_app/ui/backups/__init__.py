"""Backups: made on a schedule, listed, restored."""
