"""Writing and changing a form without a window: its records, their faults at their places, undo."""
