"""The start: one window for one folder, what watches from then on, the last resort."""
