"""So that nothing is lost: backups, edits that wait, restoring, one window, and our own faults."""
